"""What was read, starred or noted and has changed on its page since, as it was: the page itself has it no longer.

One version is kept of each text: the one that was read last, however often the page changed since.
"""

from __future__ import annotations

import zlib
from typing import Any

from geotui.marks.database import Database
from geotui.model import Successor, Version

MOST_BYTES = 1 << 18
"""A longer text, compressed, is not kept."""

MOST_OF_ALL = 1 << 25
"""All of them together; those whose change was seen first go first."""

_DROPPED = """
DELETE FROM versions WHERE article IN (
    SELECT article FROM (
        SELECT article, sum(length(text)) OVER (ORDER BY changed DESC, article) AS total FROM versions
    ) WHERE total > ?
)
"""


class Versions(Database):
    """The texts that changed since they were marked; see `MarkStore`."""

    def version_read(self, article: str) -> Version | None:
        """What the text of an article was when it was read last before it changed; None where it did not, or was never
        marked.
        """
        rows = self._rows("SELECT old, title, text, read, changed FROM versions WHERE article=?", (article,))
        if not rows:
            return None
        old, title, text, read, changed = rows[0]
        return Version(old, title, zlib.decompress(text).decode(), read, changed)

    def _keep_version(self, one: Successor, at: float) -> None:
        """Keeps what was marked of a text that went; asked within the transaction that follows, before the marks do."""
        row = self._version_of(one, at)
        if row is not None and row[1] != one.new:
            self._db.execute("INSERT OR REPLACE INTO versions VALUES(?, ?, ?, ?, ?, ?)", row)

    def _drop_versions(self) -> None:
        self._db.execute(_DROPPED, (MOST_OF_ALL,))

    def _version_of(self, one: Successor, at: float) -> tuple[Any, ...] | None:
        kinds = "kind IN ('read', 'star', 'tag', 'note')"
        marked = dict(
            self._rows(f"SELECT kind, max(at) FROM marks WHERE article=? AND {kinds} GROUP BY kind", (one.old,))
        )
        changed = self._rows("SELECT at FROM changes WHERE article=?", (one.old,))
        read = marked.get("read")
        was_read = read is not None and (not changed or read > changed[0][0])
        before = self._rows("SELECT old, title, text, read FROM versions WHERE article=?", (one.old,))
        if not marked or (before and not was_read):
            return (one.new, *before[0], at) if marked else None
        packed = zlib.compress(one.text.encode("utf-8", "replace"), 9) if one.text else b""
        if not packed or len(packed) > MOST_BYTES:
            return None
        return (one.new, one.old, one.title, packed, read if was_read else None, at)
