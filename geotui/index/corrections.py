"""What a reader folded otherwise, as far as it concerns an index, and the stories of the index after it.

What must not be in here: how a correction is carried out, and where corrections are kept.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b

import msgspec

from geotui import stories
from geotui.index.contents import CONTENTS, Contents, foldable
from geotui.index.repeated import Paragraphs
from geotui.index.schema import set_meta
from geotui.model import Apart, Corrections, Fold, Foldable, Together

_KEY = "corrections"
_CHUNK = 500


def corrected(db: sqlite3.Connection, folds: Sequence[Fold], corrections: Corrections) -> Sequence[Fold]:
    """The stories after the corrections; notes which these were."""
    keys = _keys(db, corrections)
    set_meta(db, _KEY, _digest(corrections, keys))
    if not keys:
        return folds
    articles = _Articles(db)
    return stories.corrected(folds, corrections, stories.Named(keys, articles.article, articles.text))


class _Articles:
    """Articles as they were folded, without what their sites repeat; those that are alike have one content."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._contents = Contents(db, Paragraphs(db))

    def article(self, n: int) -> Foldable:
        row = self._db.execute("SELECT n, id, brief, sketch FROM articles WHERE n=?", (n,)).fetchone()
        return replace(foldable(*row), sketch=self._contents.article(self._content(n)).sketch)

    def text(self, n: int) -> str:
        return self._contents.text(self._content(n))

    def _content(self, n: int) -> int:
        query = f"SELECT n FROM {CONTENTS} WHERE a.id=(SELECT id FROM articles WHERE n=?)"
        return int(self._db.execute(query, (n,)).fetchone()[0])


def are_made(db: sqlite3.Connection, corrections: Corrections) -> bool:
    """Whether the published stories were made with these corrections, or with others that concern other articles."""
    row = db.execute("SELECT value FROM meta WHERE key=?", (_KEY,)).fetchone()
    return (row[0] if row else _digest((), {})) == _digest(corrections, _keys(db, corrections))


def _keys(db: sqlite3.Connection, corrections: Corrections) -> dict[str, list[int]]:
    """The numbers of the articles that corrections name, by id."""
    ids = sorted({id_ for one in corrections for part in _parts(one) for id_ in part})
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(0, len(ids), _CHUNK):
        some = ids[at : at + _CHUNK]
        query = f"SELECT id, n FROM articles WHERE live AND id IN ({','.join('?' * len(some))}) ORDER BY n"
        for id_, n in db.execute(query, some):
            found[id_].append(n)
    return dict(found)


def _parts(correction: Apart | Together) -> tuple[tuple[str, ...], ...]:
    return (correction.off, correction.left) if isinstance(correction, Apart) else (correction.articles,)


def _digest(corrections: Corrections, known: Iterable[str]) -> bytes:
    """Another one for other corrections, but for what they say of articles that are not known."""
    return blake2b(msgspec.json.encode(list(_concerning(corrections, set(known)))), digest_size=16).digest()


def _concerning(corrections: Corrections, known: set[str]) -> Iterator[list[list[str]]]:
    for one in corrections:
        parts = [[id_ for id_ in part if id_ in known] for part in _parts(one)]
        if all(parts) and sum(map(len, parts)) > 1:
            yield parts
