"""Publishes stories anew after a reader corrected them: no page is read, and nobody waited for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from geotui.index.corrections import are_made
from geotui.index.publish import publish
from geotui.index.schema import Stamp, open_for_writing, stamp_of
from geotui.index.writing import sentences, writer_lock
from geotui.model import Corrections


def correct(path: Path, stamp: Stamp, corrected: Callable[[], Corrections]) -> bool:
    """Publishes the stories anew where they were made with other corrections than those that the call gives.

    False where it cannot be done now: another process writes, or nothing of this stamp was published yet. Raises
    StoreError where the index cannot be written.
    """
    with sentences(path), writer_lock(path, wait=False) as held:
        if not held or stamp_of(path) != str(stamp):
            return False
        with closing(open_for_writing(path, stamp)) as db:
            if db.execute("SELECT 1 FROM meta WHERE key='generation'").fetchone() is None:
                return False
            if not are_made(db, corrections := corrected()):
                publish(db, corrections)
            return True
