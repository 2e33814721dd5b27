"""Brings the index up to date in a process of its own, which tells how far it is on its standard output.

The screen never shares an interpreter with the reading of pages, and can leave at any moment: an index run may be cut
off at any point. `python -m geotui.tui.indexing ROOT …` is that process; it ends when its standard input does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from geotui.errors import GeotuiError, StoreError
from geotui.model import IndexReport, Progress

Listener = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Told:
    """One line that the process writes: exactly one of the three is set."""

    progress: Progress | None = None
    report: IndexReport | None = None
    error: str | None = None


class IndexRun:
    """Index runs of one library, one at a time."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._command = [sys.executable, "-m", "geotui.tui.indexing", *map(str, roots)]
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def run(self, progress: Listener) -> IndexReport | None:
        """Waits for a run to its end; None where it was stopped. Raises StoreError where it failed."""
        if self._stopped:
            return None
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # keys and hang-ups are for the screen alone
        )
        decode = msgspec.json.Decoder(Told).decode
        with self._process as process:
            for line in process.stdout or ():
                told = decode(line)
                if told.progress is not None:
                    progress(told.progress)
                elif told.report is not None:
                    return told.report
                elif told.error is not None:
                    raise StoreError(told.error)
        if self._stopped:
            return None
        raise StoreError("Reading the pages broke off; geotui index says why.")

    def stop(self) -> None:
        """Ends the run that is under way; a further one is not begun."""
        self._stopped = True
        if self._process is not None:
            self._process.terminate()


def main(roots: Sequence[str]) -> None:
    """The process: one run, told line by line."""
    from geotui import settings
    from geotui.library import Library
    from geotui.settings import Locations

    threading.Thread(target=_end_with_the_screen, daemon=True).start()
    try:
        locations = Locations.of_user()
        library = Library([Path(root) for root in roots], locations, settings.load(locations.config))
        report = library.update(progress=lambda progress: _tell(Told(progress)), wait_for_lock=False, early=True)
        _tell(Told(report=report))
    except GeotuiError as error:
        _tell(Told(error=str(error)))


def _tell(told: Told) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
    sys.stdout.buffer.flush()


def _end_with_the_screen() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
