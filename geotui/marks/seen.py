"""When each article first reached this reader. Outlives the index, so that what is made anew is not new."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from geotui.marks.database import Database

_PORTION = 2_000
"""Rows a transaction: what is marked meanwhile in another window waits for no more than that."""

_COUNTER = "seen"


class Seen(Database):
    """The times at which articles were first seen; see `MarkStore`."""

    def note_seen(self, articles: Iterable[str], at: float) -> frozenset[str]:
        """Notes that articles reached this reader; those that had not been seen before.

        Written in portions, with a pause after each: a first index must not keep marks waiting. What was seen before
        keeps its time.
        """
        wanted = sorted(set(articles))
        missing = sorted(set(wanted).difference(self.seen_at(wanted)))
        for first in range(0, len(missing), _PORTION):
            began = time.monotonic()
            with self._transaction():
                rows = [(article, at) for article in missing[first : first + _PORTION]]
                self._db.executemany("INSERT OR IGNORE INTO seen VALUES(?, ?)", rows)
                self._count_seen()
            if first + _PORTION < len(missing):
                time.sleep(time.monotonic() - began)
        return frozenset(missing)

    def _count_seen(self) -> None:
        self._db.execute("INSERT OR IGNORE INTO counters VALUES(?, 0)", (_COUNTER,))
        self._db.execute("UPDATE counters SET n=n+1 WHERE name=?", (_COUNTER,))

    def seen_version(self) -> int:
        """A number that is another one once further articles were noted."""
        rows = self._rows("SELECT n FROM counters WHERE name=?", (_COUNTER,))
        return int(rows[0][0]) if rows else 0

    def seen_at(self, articles: Sequence[str]) -> dict[str, float]:
        """When each article was first seen; those never seen are left out."""
        query = "SELECT article, at FROM seen WHERE article IN ({})"
        return dict(self._rows_of(query, articles))
