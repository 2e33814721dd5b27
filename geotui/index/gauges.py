"""Two numbers of each content that are asked for more often than all else: its words, and the first of its hashes.

What must not be in here: what is made of them.
"""

from __future__ import annotations

import sqlite3
from array import array

from geotui.model import Sketch

_PART = 1 << 10


class Gauges:
    """The numbers by number of article, in rows of a thousand."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Asks the database as long as it is open."""
        self._db = db
        self._parts: dict[int, array[int]] = {}
        self._changed: set[int] = set()

    def words(self, n: int) -> int:
        """The words of a content."""
        return self._part(n // _PART)[n % _PART * 2]

    def first_hash(self, n: int) -> int:
        """The first hash of its sketch."""
        return self._part(n // _PART)[n % _PART * 2 + 1]

    def put(self, n: int, sketch: Sketch) -> None:
        """Notes both."""
        part = self._part(n // _PART)
        part[n % _PART * 2] = sketch.words
        part[n % _PART * 2 + 1] = sketch.hashes[0] if sketch.hashes else 0
        self._changed.add(n // _PART)

    def write(self) -> None:
        """Keeps what has changed."""
        rows = ((number, self._parts[number].tobytes()) for number in self._changed)
        self._db.executemany("INSERT OR REPLACE INTO gauges VALUES(?, ?)", rows)

    def _part(self, number: int) -> array[int]:
        found = self._parts.get(number)
        if found is None:
            row = self._db.execute("SELECT packed FROM gauges WHERE part=?", (number,)).fetchone()
            found = self._parts[number] = array("I", row[0] if row else bytes(8 * _PART))
        return found
