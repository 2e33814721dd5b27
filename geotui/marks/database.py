"""The file that marks are kept in: SQLite with a rollback journal, two windows may write, a power cut loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from geotui.errors import StoreError
from geotui.marks.migrations import migrate

_CHUNK = 500


class Database:
    """An open marks file. Raises StoreError, which names the file, where it is damaged or cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._noticed = (0, 0)
        with self._sentences():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
            self._db.execute("PRAGMA synchronous=FULL")
            migrate(self._db)
        self.changed()

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"{self._path}: the marks cannot be opened or written ({error}); nothing was changed. "
                "Free some room, or move the file away to start without marks"
            ) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._sentences():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._sentences():
            return self._db.execute(query, values).fetchall()

    def _rows_of(self, query: str, articles: Sequence[str], *before: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query whose `{}` stands for a list of articles, asked for some at a time."""
        for at in range(0, len(articles), _CHUNK):
            some = articles[at : at + _CHUNK]
            yield from self._rows(query.format(",".join("?" * len(some))), (*before, *some))

    def changed(self) -> bool:
        """Whether this or another process has committed anything since this was last asked."""
        before, self._noticed = self._noticed, self.version()
        return self._noticed != before

    def version(self) -> tuple[int, int]:
        """What is another pair once anything was committed, here or in another process."""
        return int(self._rows("PRAGMA data_version")[0][0]), self._db.total_changes

    def check(self) -> list[str]:
        """Findings of SQLite's own check, in words; empty where all is well."""
        rows = self._rows("PRAGMA integrity_check")
        return [f"{self._path}: {row[0]}" for row in rows if row[0] != "ok"]

    def close(self) -> None:
        """Closes the file."""
        self._db.close()
