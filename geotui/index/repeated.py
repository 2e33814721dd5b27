"""Which paragraphs the sites of an index repeat, kept up to date as articles come and go.

A paragraph is judged by some of the contents of its source that have it, those with the smallest ids, so that no more
need be listed however many there are. What must not be in here: what makes a paragraph furniture, see
`stories.furniture`.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from functools import lru_cache

from pyroaring import BitMap
from xxhash import xxh32_intdigest

from geotui import stories
from geotui.index.packing import unpack
from geotui.index.rows import MARK, Row
from geotui.index.schema import set_meta
from geotui.stories.furniture import SIGHTINGS
from geotui.text import fold

JUDGED = 16
"""By so many contents a paragraph is judged: furniture stands on so many pages of a site that they tell it as well."""

LISTED = 2 * JUDGED
"""So many are listed, that some may go before others have to be looked for."""

_FURNITURE, _FURNISHED = "furniture", "furnished"


class Paragraphs:
    """Who has which paragraph, and which of them are furniture."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Asks the database as long as it is open."""
        self._db = db
        self._rows: dict[int, Row] = {}
        self._changed: dict[int, bool] = {}
        self._furniture = _bitmap(db, _FURNITURE)
        self._furnished = _bitmap(db, _FURNISHED)
        self._id = lru_cache(maxsize=4 * LISTED)(self._id_of)
        self._numbers = lru_cache(maxsize=1 << 12)(self._numbers_of)

    def text(self, n: int, source: str | None) -> str:
        """What of an article is compared."""
        whole = self._whole(n)
        return stories.without_furniture(whole, self._repeated(n, source)) if n in self._furnished else whole

    def add(self, n: int, source: str | None) -> None:
        """Enters a content."""
        for value in _values(source, self._numbers(n)):
            row, upper = self._row(value), value >> 16
            row.put(upper, n)
            listed = row.listed(upper)
            if len(listed) >= SIGHTINGS:
                self._changed[value] = source is not None
            if len(listed) > LISTED:
                if listed[0] != MARK:
                    row.put(upper, MARK)
                row.drop(upper, max(listed[listed[0] == MARK :], key=self._id))

    def remove(self, n: int, source: str | None, numbers: Iterable[int]) -> bool:
        """Forgets a content with its paragraphs; false where too few of those that have them are still listed."""
        self._furnished.discard(n)
        for value in _values(source, numbers):
            row, upper = self._row(value), value >> 16
            if row.drop(upper, n):
                self._changed[value] = source is not None
                listed = row.listed(upper)
                if listed and listed[0] == MARK and len(listed) <= JUDGED:
                    return False
        return True

    def judge(self) -> set[int] | None:
        """Judges paragraphs that changed; returns who has one that became furniture or ceased to be.

        None where others have it that are not listed, and have to be looked for among all contents.
        """
        turned: set[int] = set()
        all_listed = True
        for value, known_source in self._changed.items():
            listed = self._row(value).listed(value >> 16)
            is_more = bool(listed) and listed[0] == MARK
            judging = sorted(listed[is_more:], key=self._id)[:JUDGED] if len(listed) > JUDGED else listed
            now = stories.is_furniture(map(self._numbers, judging), known_source=known_source)
            if now == (value in self._furniture):
                continue
            all_listed = all_listed and not is_more
            (self._furniture.add if now else self._furniture.discard)(value)
            turned.update(listed[is_more:])
        return turned if all_listed else None

    def furnish(self, n: int, source: str | None) -> bool:
        """Notes whether an article has furniture; whether it has or had."""
        had = n in self._furnished
        has = any(value in self._furniture for value in _values(source, self._numbers(n)))
        (self._furnished.add if has else self._furnished.discard)(n)
        return had or has

    def write(self) -> None:
        """Keeps what has changed."""
        changed = ((number, row.packed()) for number, row in self._rows.items() if row.changed)
        self._db.executemany("INSERT OR REPLACE INTO paragraphs VALUES(?, ?)", changed)
        set_meta(self._db, _FURNITURE, self._furniture.serialize())
        set_meta(self._db, _FURNISHED, self._furnished.serialize())
        self._db.execute("DELETE FROM fresh")

    def _repeated(self, n: int, source: str | None) -> set[int]:
        numbers = self._numbers(n)
        return {number for number in numbers if next(iter(_values(source, (number,)))) in self._furniture}

    def _id_of(self, n: int) -> str:
        return str(self._db.execute("SELECT id FROM articles WHERE n=?", (n,)).fetchone()[0])

    def _numbers_of(self, n: int) -> tuple[int, ...]:
        row = self._db.execute("SELECT paragraphs FROM fresh WHERE article=?", (n,)).fetchone()
        return tuple(array("Q", row[0])) if row else stories.paragraphs(self._whole(n))

    def _whole(self, n: int) -> str:
        return unpack(self._db.execute("SELECT whole FROM articles WHERE n=?", (n,)).fetchone()[0]).draft.text

    def _row(self, value: int) -> Row:
        number = value & 0xFFFF
        found = self._rows.get(number)
        if found is None:
            kept = self._db.execute("SELECT entries FROM paragraphs WHERE low=?", (number,)).fetchone()
            found = self._rows[number] = Row(kept[0]) if kept else Row()
        return found


def clear(db: sqlite3.Connection) -> None:
    """Forgets all paragraphs."""
    db.execute("DELETE FROM paragraphs")
    db.execute("DELETE FROM meta WHERE key IN (?, ?)", (_FURNITURE, _FURNISHED))


def _values(source: str | None, numbers: Iterable[int]) -> set[int]:
    """What stands for the paragraphs of one source, 32 bits each."""
    known_as = fold(source or "")
    return {xxh32_intdigest(f"{known_as}\0{number}".encode(errors="replace")) for number in numbers}


def _bitmap(db: sqlite3.Connection, key: str) -> BitMap:
    row = db.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    return BitMap.deserialize(row[0]) if row else BitMap()
