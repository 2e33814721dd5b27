"""The table from sampled hashes to the articles that have them, a row for all hashes that end alike.

A row holds two arrays side by side: the upper halves of its hashes, sorted, and the number of an article for each, so
that an entry takes six bytes, and one page touches as many rows as its sketch has hashes.

What must not be in here: what is made of it.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from geotui.stories import postings

COMMON = 0
"""Stands for an article where a hash is common, so that its articles count nowhere."""

MORE = 0xFFFFFFFF
"""Stands for articles with a common hash that are not listed."""

SLACK = 2
"""A common hash lists so many times the articles that make it common: so many may go before it must be counted anew."""

_LOW = 0xFFFF
_NOBODY: Sequence[int] = ()


class UnlistedError(Exception):
    """A common hash has lost too many of the articles that are listed to tell whether it still is common."""


class Row:
    """The hashes that end alike."""

    def __init__(self, entries: bytes = b"") -> None:
        """`entries` as `packed` gives them."""
        count = len(entries) // 6
        self.uppers = array("H", entries[: 2 * count])
        self.articles = array("I", entries[2 * count :])
        self.changed = False

    def packed(self) -> bytes:
        """Both arrays as bytes."""
        return self.uppers.tobytes() + self.articles.tobytes()

    def listed(self, upper: int) -> array[int]:
        """The articles of a hash, in ascending order, with what stands for others."""
        first = bisect_left(self.uppers, upper)
        return self.articles[first : bisect_right(self.uppers, upper, first)]

    def put(self, upper: int, article: int) -> None:
        """Lists an article."""
        first = bisect_left(self.uppers, upper)
        at = bisect_left(self.articles, article, first, bisect_right(self.uppers, upper, first))
        self.uppers.insert(at, upper)
        self.articles.insert(at, article)
        self.changed = True

    def drop(self, upper: int, article: int) -> bool:
        """Lists it no longer; whether it was listed."""
        first = bisect_left(self.uppers, upper)
        last = bisect_right(self.uppers, upper, first)
        at = bisect_left(self.articles, article, first, last)
        if at == last or self.articles[at] != article:
            return False
        del self.uppers[at], self.articles[at]
        self.changed = True
        return True


class Shingles:
    """Who has which hash, kept up to date. `turned`: those of each hash that became common or ceased to be."""

    def __init__(self, db: sqlite3.Connection, first_hash: Callable[[int], int]) -> None:
        """`first_hash` gives the first hash of an article by its number."""
        self._db = db
        self._first_hash = first_hash
        self._rows: dict[int, Row] = {}
        self._holders: dict[int, Sequence[int]] = {}
        self.turned: list[set[int]] = []

    def holders(self, value: int) -> Sequence[int]:
        """The articles that have a hash, none where it is common."""
        found = self._holders.get(value)
        if found is None:
            listed = self._row(value).listed(value >> 16)
            found = self._holders[value] = _NOBODY if listed and listed[0] == COMMON else listed
        return found

    def add(self, values: Iterable[int], article: int) -> None:
        """Lists an article under hashes that it has come to have."""
        for value in values:
            row, upper = self._row(value), value >> 16
            self._holders.pop(value, None)
            listed = row.listed(upper)
            if listed and listed[-1] == MORE:
                continue
            is_common = bool(listed) and listed[0] == COMMON
            if is_common and len(listed) > SLACK * postings.MOST_COMMON:
                row.put(upper, MORE)
                continue
            row.put(upper, article)
            if not is_common and postings.is_common(listed := row.listed(upper), self._first_hash):
                row.put(upper, COMMON)
                self.turned.append(set(listed))

    def remove(self, values: Iterable[int], article: int) -> None:
        """Lists it there no longer. Raises UnlistedError."""
        for value in values:
            row, upper = self._row(value), value >> 16
            self._holders.pop(value, None)
            if not row.drop(upper, article):
                continue
            listed = row.listed(upper)
            if not listed or listed[0] != COMMON:
                continue
            known = [one for one in listed if one not in (COMMON, MORE)]
            if postings.is_common(known, self._first_hash):
                continue
            if listed[-1] == MORE:
                raise UnlistedError
            row.drop(upper, COMMON)
            self.turned.append(set(known))

    def write(self) -> None:
        """Keeps what has changed."""
        changed = [(number, row.packed()) for number, row in self._rows.items() if row.changed]
        self._db.executemany("INSERT OR REPLACE INTO shingles VALUES(?, ?)", changed)

    def _row(self, value: int) -> Row:
        number = value & _LOW
        found = self._rows.get(number)
        if found is None:
            kept = self._db.execute("SELECT entries FROM shingles WHERE low=?", (number,)).fetchone()
            found = self._rows[number] = Row(kept[0]) if kept else Row()
        return found
