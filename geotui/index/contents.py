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

from geotui import stories
from geotui.index.packing import pack_sketch, unpack, unpack_brief, unpack_sketch
from geotui.index.repeated import Paragraphs, clear
from geotui.model import Foldable, Sketch
from geotui.stories.leading import CUT_OFF_WORTH, order

ARTICLES_KEPT = 4096
"""Articles that are kept for the next question."""

CONTENTS = "contents AS c JOIN articles AS a USING(n)"
SKETCH = "coalesce(c.sketch, a.sketch)"
"""A content's sketch, which is its article's where nothing of that is furniture."""

_CHUNK = 500
_UNFOLDED = """
SELECT id, article FROM unfolded
WHERE id IN (SELECT DISTINCT id FROM unfolded WHERE id > ? ORDER BY id LIMIT ?) ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Gone:
    """A content that went: its last sketch, its source, and all its paragraphs (`stories.paragraphs`)."""

    sketch: Sketch
    source: str | None
    paragraphs: tuple[int, ...]


@dataclass(slots=True)
class Changes:
    """Which contents came and went since the last time.

    `recounted`: contents that have other articles, but are led by the same; `altered`: those of which other paragraphs
    are compared now, with the sketches that they had.
    """

    came: list[int] = field(default_factory=list)
    went: dict[int, Gone] = field(default_factory=dict)
    recounted: list[int] = field(default_factory=list)
    altered: dict[int, Sketch] = field(default_factory=dict)

    @property
    def old(self) -> dict[int, Sketch]:
        """The sketches of those that went or are altered."""
        return {**{n: gone.sketch for n, gone in self.went.items()}, **self.altered}


class Contents:
    """Articles, and what they share with those alike, from their rows."""

    def __init__(self, db: sqlite3.Connection, paragraphs: Paragraphs) -> None:
        """Asks the database as long as it is open; `paragraphs` tells what of a text is compared."""
        self._db = db
        self._paragraphs = paragraphs
        self.article = lru_cache(maxsize=ARTICLES_KEPT)(self._article)
        self.text = lru_cache(maxsize=ARTICLES_KEPT // 4)(self._text)

    def _article(self, n: int) -> Foldable:
        query = f"SELECT id, day, source, cut_off, {SKETCH} FROM {CONTENTS} WHERE n=?"
        id_, day, source, cut_off, sketch = self._db.execute(query, (n,)).fetchone()
        return Foldable(n, id_, unpack_sketch(sketch), day and date.fromordinal(day), source, "", bool(cut_off))

    def _text(self, n: int) -> str:
        return self._paragraphs.text(n, source_of(self._db, n))

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
        for (n,) in self._db.execute(f"SELECT n FROM {CONTENTS} ORDER BY {order_by}"):
            yield n


def furnish(db: sqlite3.Connection, changes: Changes) -> Paragraphs:
    """Judges what sites repeat after the changes, and sketches anew what is altered by it."""
    paragraphs = Paragraphs(db)
    all_listed = [paragraphs.remove(n, gone.source, gone.paragraphs) for n, gone in changes.went.items()]
    entered: Iterable[int] = changes.came
    if not all(all_listed):
        clear(db)
        paragraphs, entered = Paragraphs(db), _all(db)
    for n in entered:
        paragraphs.add(n, source_of(db, n))
    turned = paragraphs.judge()
    came = set(changes.came)
    for n in came.union(_all(db) if turned is None else turned):
        source = source_of(db, n)
        if not paragraphs.furnish(n, source):
            continue
        before = unpack_sketch(db.execute(f"SELECT {SKETCH} FROM {CONTENTS} WHERE n=?", (n,)).fetchone()[0])
        now = stories.sketch(paragraphs.text(n, source))
        db.execute("UPDATE contents SET words=?, sketch=? WHERE n=?", (now.words, pack_sketch(now), n))
        if n not in came:
            changes.altered[n] = before
    paragraphs.write()
    return paragraphs


def source_of(db: sqlite3.Connection, n: int) -> str | None:
    """The source of a content."""
    found: str | None = db.execute("SELECT source FROM contents WHERE n=?", (n,)).fetchone()[0]
    return found


def _all(db: sqlite3.Connection) -> list[int]:
    return [n for (n,) in db.execute("SELECT n FROM contents")]


def take_changes(db: sqlite3.Connection) -> Changes:
    """Brings the contents up to date, and tells what changed."""
    changes = Changes()
    last = ""
    while rows := db.execute(_UNFOLDED, (last, _CHUNK)).fetchall():
        noted: dict[str, set[int]] = {}
        for id_, n in rows:
            noted.setdefault(id_, set()).add(n)
        live = _live(db, list(noted))
        for id_, articles in noted.items():
            _take(db, id_, articles, sorted(live.get(id_, ()), key=order), changes)
        last = rows[-1][0]
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


def _take(db: sqlite3.Connection, id_: str, noted: set[int], live: Sequence[Foldable], changes: Changes) -> None:
    before = _led_before(db, {*noted, *(item.key for item in live)})
    now = live[0].key if live else None
    if before is not None and before != now:
        changes.went[before] = _gone(db, id_, before)
        db.execute("DELETE FROM contents WHERE n=?", (before,))
    if now is None:
        return
    alike = array("I", (item.key for item in live)).tobytes() if len(live) > 1 else None
    if before == now:
        changes.recounted.append(now)
        db.execute("UPDATE contents SET alike=? WHERE n=?", (alike, now))
        return
    changes.came.append(now)
    first = live[0]
    day = first.day.toordinal() if first.day else None
    row = (now, first.sketch.words, first.cut_off, day, first.source, alike)
    db.execute("INSERT INTO contents VALUES(?, ?, ?, ?, ?, ?, NULL)", row)


def _led_before(db: sqlite3.Connection, articles: Iterable[int]) -> int | None:
    for n in articles:
        if db.execute("SELECT 1 FROM contents WHERE n=?", (n,)).fetchone():
            return n
    return None


def _gone(db: sqlite3.Connection, id_: str, n: int) -> Gone:
    own, source = db.execute("SELECT sketch, source FROM contents WHERE n=?", (n,)).fetchone()
    row = db.execute("SELECT sketch, whole FROM articles WHERE n=?", (n,)).fetchone()
    query = "SELECT sketch, whole FROM unfolded WHERE id=? AND article=?"
    sketch, whole = row or db.execute(query, (id_, n)).fetchone()
    return Gone(unpack_sketch(own or sketch), source, stories.paragraphs(unpack(whole).draft.text))
