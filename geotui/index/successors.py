"""Which articles are others changed: a page of the same place was read anew, and most of its text is still there.

Found where stories are published, when the articles that went and those that came are both known, and kept in the index
until whoever keeps marks has taken them. An index that was made from nothing knows none that went: it is told where the
marked ones stood. What must not be in here: marks.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from geotui import stories
from geotui.index.packing import unpack, unpack_brief, unpack_sketch
from geotui.model import Sketch, Successor, Whereabouts

COMPARED = 8
"""So many of those that share most are compared, or a page of thousands of texts would take long."""

TAKEN_AT_ONCE = 200
"""So many are told of at once: each comes with its text."""

_GONE = """
SELECT n, id, path, brief, sketch FROM articles AS a WHERE NOT live
AND EXISTS(SELECT 1 FROM copies WHERE article=a.n) AND NOT EXISTS(SELECT 1 FROM articles WHERE id=a.id AND live)
ORDER BY id, n
"""
_CAME = """
SELECT n, id, path, brief, sketch FROM articles AS a WHERE path=? AND live
AND NOT EXISTS(SELECT 1 FROM copies WHERE id=a.id) ORDER BY id, n
"""


@dataclass(frozen=True, slots=True)
class _Text:
    n: int
    id: str
    record: str | None
    title: str
    sketch: Sketch


def note_successors(db: sqlite3.Connection) -> None:
    """Notes successors; asked within the transaction that publishes, before what was published and is dead goes."""
    gone: defaultdict[str, list[_Text]] = defaultdict(list)
    for row in db.execute(_GONE):
        gone[row[2]].append(_text(*row))
    for path, texts in sorted(gone.items()):
        came = _Came([_text(*row) for row in db.execute(_CAME, (path,))])
        found = {(one.id, other.id): one.n for one in texts if (other := came.successor(one)) is not None}
        db.executemany(
            "INSERT INTO successors(old, new, whole) SELECT ?, ?, whole FROM articles WHERE n=?",
            [(*pair, n) for pair, n in found.items()],
        )


def is_anew(db: sqlite3.Connection) -> bool:
    """Whether the index was made from nothing and `find_again` is still to be asked."""
    return db.execute("SELECT 1 FROM meta WHERE key='anew'").fetchone() is not None


def find_again(db: sqlite3.Connection, marked: Iterable[Whereabouts]) -> None:
    """Notes what came of marked articles that the index has not, judged by what stands now where they stood."""
    lost = [one for one in marked if not db.execute("SELECT 1 FROM articles WHERE id=? AND live", (one.id,)).fetchone()]
    found: list[tuple[str, str]] = []
    for path, ones in groupby(sorted(lost, key=attrgetter("path", "id")), key=attrgetter("path")):
        there = list(_standing(db, path))
        found += [(one.id, best) for one in ones if (best := _likeliest(one, there)) is not None]
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO successors(old, new) VALUES(?, ?)", found)
    db.execute("DELETE FROM meta WHERE key='anew'")
    db.execute("COMMIT")


def _standing(db: sqlite3.Connection, path: str) -> Iterator[tuple[str | None, str, str, str]]:
    """(record, id, title, text) of a file's articles."""
    query = "SELECT id, brief, whole FROM articles WHERE path=? AND live ORDER BY id, n"
    for id_, brief, whole in db.execute(query, (path,)):
        draft = unpack(whole).draft
        yield unpack_brief(brief).record, id_, draft.title, draft.text


def _likeliest(one: Whereabouts, there: Iterable[tuple[str | None, str, str, str]]) -> str | None:
    shares = [
        (stories.share_of_imprint(one.imprint, text), id_, title)
        for record, id_, title, text in there
        if record == one.record
    ]
    likely = [(share, id_) for share, id_, title in shares if stories.is_changed(share, one.title, title)]
    return max(likely, key=lambda pair: pair[0])[1] if likely else None


def waiting(db: sqlite3.Connection) -> tuple[Sequence[Successor], int]:
    """The first successors not yet taken, in the order in which they came about; and the number of the last of them."""
    rows = db.execute("SELECT old, new, whole, n FROM successors ORDER BY n LIMIT ?", (TAKEN_AT_ONCE,)).fetchall()
    found = []
    for old, new, whole, _ in rows:
        draft = unpack(whole).draft if whole is not None else None
        found.append(Successor(old, new, draft.title, draft.text) if draft else Successor(old, new))
    return found, rows[-1][3] if rows else 0


def taken(db: sqlite3.Connection, last: int) -> None:
    """Forgets successors up to a number."""
    db.execute("DELETE FROM successors WHERE n <= ?", (last,))


def _text(n: int, id_: str, _path: str, brief: bytes, sketch: bytes) -> _Text:
    of = unpack_brief(brief)
    return _Text(n, id_, of.record, of.title, unpack_sketch(sketch))


class _Came:
    """The new texts of one file, found by what they share with another."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._texts = texts
        self._holding: defaultdict[tuple[str | None, int], list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for value in text.sketch.hashes:
                self._holding[text.record, value].append(number)

    def successor(self, one: _Text) -> _Text | None:
        """The text of the same record that is this one changed, of several the one that shares most."""
        shared: Counter[int] = Counter()
        for value in one.sketch.hashes:
            shared.update(self._holding.get((one.record, value), ()))
        compared = [self._texts[number] for number, _ in shared.most_common(COMPARED)]
        shares = [(stories.share(one.sketch, other.sketch), other) for other in compared]
        likely = [pair for pair in shares if stories.is_changed(pair[0], one.title, pair[1].title)]
        return max(likely, key=lambda pair: pair[0])[1] if likely else None
