"""Where the texts stood that carry marks, and what tells them again: so they are found in an index made from nothing,
though their pages have changed meanwhile.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from geotui.marks.database import Database
from geotui.model import Whereabouts


class Places(Database):
    """The whereabouts of marked texts; see `MarkStore`."""

    def whereabouts(self) -> Iterator[Whereabouts]:
        """Those of all articles with marks, made as they are asked for: there may be very many."""
        rows = self._rows("SELECT * FROM whereabouts WHERE article IN (SELECT article FROM marks) ORDER BY article")
        for id_, path, record, title, packed in rows:
            yield Whereabouts(id_, path, record, title, tuple(array("I", packed)))

    def without_whereabouts(self) -> list[str]:
        """The articles with marks of which it is not known where they stood; those that were no more than read last."""
        query = """
            SELECT article FROM marks WHERE article NOT IN (SELECT article FROM whereabouts)
            GROUP BY article ORDER BY min(kind='read'), article
        """
        return [article for (article,) in self._rows(query)]

    def note_whereabouts(self, found: Sequence[Whereabouts]) -> None:
        """Notes where articles stand."""
        rows = [(one.id, one.path, one.record, one.title, array("I", one.imprint).tobytes()) for one in found]
        with self._transaction():
            self._db.executemany("INSERT OR REPLACE INTO whereabouts VALUES(?, ?, ?, ?, ?)", rows)

    def _forget_whereabouts(self, article: str) -> None:
        self._db.execute("DELETE FROM whereabouts WHERE article=?", (article,))
