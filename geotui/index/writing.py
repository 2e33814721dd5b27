"""Who may write an index, one process at a time, and what a failure to write is told as."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

from geotui.errors import StoreError


@contextmanager
def writer_lock(index: Path, wait: bool) -> Iterator[bool]:
    """Held while one process writes an index; false where another one holds it and it is not to be waited for.

    The file stays: removing it would let two processes hold two locks.
    """
    index.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with index.with_suffix(".lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


@contextmanager
def sentences(index: Path) -> Iterator[None]:
    """Turns what goes wrong inside into a StoreError that says what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"{index}: the index cannot be written ({error}); free some room, or let XDG_CACHE_HOME name another folder"
        ) from error
    except BrokenProcessPool as error:
        raise StoreError(
            "a process that read pages was ended from outside, perhaps for want of memory; "
            "run geotui index again, with --workers 1"
        ) from error
