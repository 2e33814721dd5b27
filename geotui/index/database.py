"""An index file opened so that it cannot be written, its errors as sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from geotui.errors import StoreError
from geotui.index.schema import is_damage, remove


class ReadOnly:
    """A connection that only reads.

    It never moves the write-ahead log into the file, so that of SQLite's versions before 3.51.3 none can damage it: the
    one connection that does holds the writer's lock. Raises StoreError where the file is missing, where
    `interrupt` ended a query, or where it is damaged: then it is removed, being a cache.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._snapshots = 0
        with self._sentences():
            uri = f"{path.absolute().as_uri()}?mode=ro"
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None, timeout=10)
            self._db.execute("SELECT 1 FROM meta LIMIT 1").fetchall()

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if is_damage(error):
                remove(self._path)
                raise StoreError(f"{self._path}: the index was damaged; it is made anew when you ask again") from error
            raise StoreError(
                f"{self._path}: the index cannot be read ({error}); run geotui index, or delete it: it is made anew"
            ) from error

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._sentences():
            return self._db.execute(query, values).fetchall()

    def row(self, query: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, None where there is none."""
        with self._sentences():
            found: tuple[Any, ...] | None = self._db.execute(query, values).fetchone()
        return found

    def one(self, query: str, values: Sequence[Any] = ()) -> tuple[Any, ...]:
        """The row of a query that must have one; StoreError where another run has changed the stories meanwhile."""
        found = self.row(query, values)
        if found is None:
            raise StoreError(f"{self._path}: the stories have changed meanwhile; ask again")
        return found

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one state of the file, whatever is written meanwhile; can be nested."""
        if not self._snapshots:
            self.rows("BEGIN")
        self._snapshots += 1
        try:
            yield
        finally:
            self._snapshots -= 1
            if not self._snapshots:
                self.rows("COMMIT")

    def interrupt(self) -> None:
        """Ends a query that another thread has under way; it raises StoreError there."""
        self._db.interrupt()

    def close(self) -> None:
        """Closes the file."""
        self._db.close()
