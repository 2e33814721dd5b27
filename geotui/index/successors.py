"""Which articles are others changed: a page of the same place was read anew, and most of its text is still there.

Found where stories are published, when the articles that went and those that came are both known, and kept in the index
until whoever keeps marks has taken them. What must not be in here: marks.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from geotui import stories
from geotui.index.packing import unpack_brief, unpack_sketch
from geotui.model import Sketch, Successor

COMPARED = 8
"""So many of those that share most are compared, or a page of thousands of texts would take long."""

_GONE = """
SELECT id, path, brief, sketch FROM articles AS a WHERE NOT live
AND EXISTS(SELECT 1 FROM copies WHERE article=a.n) AND NOT EXISTS(SELECT 1 FROM articles WHERE id=a.id AND live)
ORDER BY id, n
"""
_CAME = """
SELECT id, path, brief, sketch FROM articles AS a WHERE path=? AND live
AND NOT EXISTS(SELECT 1 FROM copies WHERE id=a.id) ORDER BY id, n
"""


@dataclass(frozen=True, slots=True)
class _Text:
    id: str
    record: str | None
    title: str
    sketch: Sketch


def note_successors(db: sqlite3.Connection) -> None:
    """Notes successors; asked within the transaction that publishes, before what was published and is dead goes."""
    gone: defaultdict[str, list[_Text]] = defaultdict(list)
    for row in db.execute(_GONE):
        gone[row[1]].append(_text(*row))
    for path, texts in sorted(gone.items()):
        came = _Came([_text(*row) for row in db.execute(_CAME, (path,))])
        found = [(one.id, other.id) for one in texts if (other := came.successor(one)) is not None]
        db.executemany("INSERT INTO successors(old, new) VALUES(?, ?)", dict.fromkeys(found))


def waiting(db: sqlite3.Connection) -> tuple[Sequence[Successor], int]:
    """The successors not yet taken, in the order in which they came about; and the number of the last of them."""
    rows = db.execute("SELECT old, new, n FROM successors ORDER BY n").fetchall()
    return [Successor(old, new) for old, new, _ in rows], rows[-1][2] if rows else 0


def taken(db: sqlite3.Connection, last: int) -> None:
    """Forgets successors up to a number."""
    db.execute("DELETE FROM successors WHERE n <= ?", (last,))


def _text(id_: str, _path: str, brief: bytes, sketch: bytes) -> _Text:
    of = unpack_brief(brief)
    return _Text(id_, of.record, of.title, unpack_sketch(sketch))


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
