"""When the reader was open on each library: what came since is new.

While several windows are open they are one visit, which ends with the last of them. That one is open is told by a lock
on a file beside the marks, since a lock ends with the process that held it, however it ended.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path

from geotui.marks.database import Database

_TRIES = 3
_BETWEEN_TRIES = 0.02
"""Whoever only looks whether a window is open holds the lock for a moment; one that is open holds it on."""


class Visits(Database):
    """The visits to each library, and which libraries there were; see `MarkStore`."""

    _leave: Callable[[], object] | None = None

    def begin_visit(self, library: str, roots: Sequence[str], at: float) -> int:
        """Notes that the reader is opened on a library; the number that ends the visit."""
        lock = self._open_lock(library)
        self._leave = weakref.finalize(self, os.close, lock)
        alone = any(_locked(lock, wait) for wait in (0.0, *[_BETWEEN_TRIES] * _TRIES))
        if not alone:
            _share(lock)
        since = self._last_end(library) if alone else self._since_of_last(library)
        with self._transaction():
            self._db.execute(
                "INSERT INTO libraries(library, roots, opened) VALUES(?, ?, ?) "
                "ON CONFLICT(library) DO UPDATE SET roots=excluded.roots, opened=excluded.opened",
                (library, json.dumps(list(roots)), at),
            )
            row = self._db.execute(
                "INSERT INTO visits(library, started, ended, since) VALUES(?, ?, ?, ?)", (library, at, at, since)
            )
            visit = int(row.lastrowid or 0)
        if alone:
            _share(lock)
        return visit

    def end_visit(self, visit: int, at: float) -> None:
        """Notes the time up to which a visit lasted; called now and then, so that a kill loses little."""
        with self._transaction():
            self._db.execute("UPDATE visits SET ended=? WHERE n=?", (at, visit))

    def new_since(self, library: str, visit: int | None = None) -> float | None:
        """Since when articles are new to a library: since the visit before ended, whether one is under way or not.

        In a first visit since the library was first indexed. None: nothing is new yet. What came at that very time is
        not new.
        """
        if visit is not None:
            since = self._rows("SELECT since FROM visits WHERE n=?", (visit,))[0][0]
        elif self._is_open(library):
            since = self._since_of_last(library)
        else:
            return self._last_end(library)
        return self.indexed_at(library) if since is None else float(since)

    def _last_end(self, library: str) -> float | None:
        found = self._rows("SELECT max(ended) FROM visits WHERE library=?", (library,))[0][0]
        return None if found is None else float(found)

    def _since_of_last(self, library: str) -> float | None:
        rows = self._rows("SELECT since FROM visits WHERE library=? ORDER BY n DESC LIMIT 1", (library,))
        return rows[0][0] if rows else None

    def _lock_file(self, library: str) -> Path:
        return self._path.with_name(f"visit-{library}.lock")

    def _open_lock(self, library: str) -> int:
        with self._sentences():
            return os.open(self._lock_file(library), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def _is_open(self, library: str) -> bool:
        if not self._lock_file(library).exists():
            return False
        lock = self._open_lock(library)
        try:
            return not _locked(lock, 0.0)
        finally:
            os.close(lock)

    # ------------------------------------------------------------------ libraries

    def note_indexed(self, library: str, roots: Sequence[str], at: float) -> None:
        """Notes that a library was indexed whole; the first time stays."""
        if self.indexed_at(library) is None:
            with self._transaction():
                self._db.execute(
                    "INSERT INTO libraries(library, roots, indexed) VALUES(?, ?, ?) "
                    "ON CONFLICT(library) DO UPDATE SET indexed=excluded.indexed",
                    (library, json.dumps(list(roots)), at),
                )

    def indexed_at(self, library: str) -> float | None:
        """When a library was first indexed whole; None where it was not yet."""
        rows = self._rows("SELECT indexed FROM libraries WHERE library=?", (library,))
        return None if not rows or rows[0][0] is None else float(rows[0][0])

    def last_library(self) -> list[str] | None:
        """The roots of the library that the reader opened last."""
        rows = self._rows("SELECT roots FROM libraries WHERE opened IS NOT NULL ORDER BY opened DESC LIMIT 1")
        return json.loads(rows[0][0]) if rows else None

    def close(self) -> None:
        """Closes the file; a visit is over with it."""
        if self._leave is not None:
            self._leave()
        super().close()


def _locked(lock: int, wait: float) -> bool:
    """Takes the lock alone, after a moment's wait; whether it could. Where there are no locks it always can."""
    time.sleep(wait)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _share(lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
    except OSError:
        return
