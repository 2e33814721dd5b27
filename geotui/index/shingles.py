"""The table from sampled hashes to the articles that have them.

One page touches as many rows as its sketch has hashes. A common hash, whose articles count nowhere, has a mark, and two
where not all of its articles are listed. What must not be in here: what is made of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from geotui.index.rows import MARK, Row
from geotui.stories import postings

SLACK = 2
"""A common hash lists so many times the articles that make it common: so many may go before it must be counted anew."""

_LOW = 0xFFFF
_NOBODY: Sequence[int] = ()


class UnlistedError(Exception):
    """A common hash has lost too many of the articles that are listed to tell whether it still is common."""


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
            found = self._holders[value] = _NOBODY if listed and listed[0] == MARK else listed
        return found

    def add(self, values: Iterable[int], article: int) -> None:
        """Lists an article under hashes that it has come to have."""
        for value in values:
            row, upper = self._row(value), value >> 16
            self._holders.pop(value, None)
            listed = row.listed(upper)
            marks = listed[:2].count(MARK)
            if marks == 2:
                continue
            if marks and len(listed) > SLACK * postings.MOST_COMMON:
                row.put(upper, MARK)
                continue
            row.put(upper, article)
            if not marks and postings.is_common(listed := row.listed(upper), self._first_hash):
                row.put(upper, MARK)
                self.turned.append(set(listed))

    def remove(self, values: Iterable[int], article: int) -> None:
        """Lists it there no longer. Raises UnlistedError."""
        for value in values:
            row, upper = self._row(value), value >> 16
            self._holders.pop(value, None)
            if not row.drop(upper, article):
                continue
            listed = row.listed(upper)
            marks = listed[:2].count(MARK)
            known = listed[marks:]
            if not marks or postings.is_common(known, self._first_hash):
                continue
            if marks == 2:
                raise UnlistedError
            row.drop(upper, MARK)
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
