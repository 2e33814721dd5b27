"""The contents of an index: of articles that are alike the one that would lead, as folding sees it.

What must not be in here: sampled hashes and who has them, and stories.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from geotui.index.packing import unpack, unpack_brief, unpack_sketch
from geotui.model import Foldable, Sketch
from geotui.stories.leading import CUT_OFF_WORTH, order

ARTICLES_KEPT = 4096
"""Articles that are kept for the next question."""

_CHUNK = 500


@dataclass(slots=True)
class Changes:
    """Which contents came and went since the last time, with the sketches of those that went.

    `recounted`: contents that have other articles, but are led by the same.
    """

    came: list[int] = field(default_factory=list)
    went: dict[int, Sketch] = field(default_factory=dict)
    recounted: list[int] = field(default_factory=list)


class Contents:
    """Articles, and what they share with those alike, from their rows."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Asks the database as long as it is open."""
        self._db = db
        self.article = lru_cache(maxsize=ARTICLES_KEPT)(self._article)
        self.text = lru_cache(maxsize=ARTICLES_KEPT // 4)(self._text)

    def _article(self, n: int) -> Foldable:
        query = "SELECT id, day, source, cut_off, sketch FROM contents JOIN articles USING(n) WHERE n=?"
        id_, day, source, cut_off, sketch = self._db.execute(query, (n,)).fetchone()
        return Foldable(n, id_, unpack_sketch(sketch), day and date.fromordinal(day), source, "", bool(cut_off))

    def _text(self, n: int) -> str:
        return unpack(self._db.execute("SELECT whole FROM articles WHERE n=?", (n,)).fetchone()[0]).draft.text

    def alike(self, n: int) -> Sequence[int]:
        """All articles of this content, in the order in which they would lead."""
        row = self._db.execute("SELECT alike FROM contents WHERE n=?", (n,)).fetchone()
        return array("I", row[0]) if row[0] else (n,)

    def count(self) -> int:
        """How many there are."""
        return int(self._db.execute("SELECT count(*) FROM contents").fetchone()[0])

    def in_order(self) -> Iterator[int]:
        """All of them in the order of `leading.order`, which is that of leading copies."""
        worth = f"words * (CASE cut_off WHEN 1 THEN {CUT_OFF_WORTH} ELSE 1 END)"
        order_by = f"{worth} DESC, day IS NULL, day, id"
        for (n,) in self._db.execute(f"SELECT n FROM contents JOIN articles USING(n) ORDER BY {order_by}"):
            yield n


def take_changes(db: sqlite3.Connection) -> Changes:
    """Brings the contents up to date, and tells what changed."""
    changes = Changes()
    noted: dict[str, dict[int, bytes | None]] = {}
    for id_, n, sketch in db.execute("SELECT id, article, sketch FROM unfolded"):
        noted.setdefault(id_, {})[n] = sketch
    ids = list(noted)
    for at in range(0, len(ids), _CHUNK):
        some = ids[at : at + _CHUNK]
        live = _live(db, some)
        for id_ in some:
            _take(db, noted[id_], sorted(live.get(id_, ()), key=order), changes)
    db.execute("DELETE FROM unfolded")
    return changes


def foldable(n: int, id_: str, packed: bytes, sketch: bytes) -> Foldable:
    """An article as folding sees it, from its row."""
    brief = unpack_brief(packed)
    place = (brief.url or "", brief.record or "", brief.page, str(brief.lines))
    day, source = brief.published.day, brief.source or brief.host
    return Foldable(n, id_, unpack_sketch(sketch), day, source, brief.title, brief.cut_off, place)


def _live(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, list[Foldable]]:
    found: dict[str, list[Foldable]] = {}
    query = f"SELECT n, id, brief, sketch FROM articles WHERE live AND id IN ({','.join('?' * len(ids))})"
    for row in db.execute(query, ids):
        found.setdefault(row[1], []).append(foldable(*row))
    return found


def _take(db: sqlite3.Connection, noted: dict[int, bytes | None], live: Sequence[Foldable], changes: Changes) -> None:
    before = _led_before(db, {*noted, *(item.key for item in live)})
    now = live[0].key if live else None
    if before is not None and before != now:
        changes.went[before] = _last_sketch(db, before, noted)
        db.execute("DELETE FROM contents WHERE n=?", (before,))
    if now is None:
        return
    if before == now:
        changes.recounted.append(now)
    else:
        changes.came.append(now)
    first = live[0]
    alike = array("I", (item.key for item in live)).tobytes() if len(live) > 1 else None
    day = first.day.toordinal() if first.day else None
    row = (now, first.sketch.words, first.cut_off, day, first.source, alike)
    db.execute("INSERT OR REPLACE INTO contents VALUES(?, ?, ?, ?, ?, ?)", row)


def _led_before(db: sqlite3.Connection, articles: Iterable[int]) -> int | None:
    for n in articles:
        if db.execute("SELECT 1 FROM contents WHERE n=?", (n,)).fetchone():
            return n
    return None


def _last_sketch(db: sqlite3.Connection, n: int, noted: dict[int, bytes | None]) -> Sketch:
    row = db.execute("SELECT sketch FROM articles WHERE n=?", (n,)).fetchone()
    packed = row[0] if row else noted[n]
    return unpack_sketch(packed or b"\0\0\0\0")
