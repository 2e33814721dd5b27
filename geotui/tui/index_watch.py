"""Runs the index run, and notices when stories are published, by it or by another window. Shows nothing itself."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

from textual import work
from textual.message import Message
from textual.widget import Widget

from geotui.errors import GeotuiError
from geotui.library import Library
from geotui.model import IndexReport, Progress
from geotui.tui.indexing import Listener

TELL_EVERY = 0.5
"""Seconds between two words of progress: each repaints a line."""

LOOK_EVERY = 0.5
"""Seconds between two looks for stories that another window published."""

TRY_AGAIN_AFTER = 1.0
"""Seconds after which a run that has to be is begun again, where another window's run was in its way."""


class Updater(Protocol):
    """What brings the index up to date; `indexing.IndexRun`."""

    def run(self, progress: Listener) -> IndexReport | None:
        """Waits for a run to its end; None where it was stopped."""
        ...

    def stop(self) -> None:
        """Ends the run that is under way."""
        ...


class IndexWatch(Widget):
    """Tells upwards how an index run goes and when the stories are other ones."""

    @dataclass
    class Told(Message):
        """The run is so far; None: it is over, with its `report`, or `failure` saying why there is none.

        `asked`: the reader wanted this run.
        """

        progress: Progress | None
        failure: str = ""
        report: IndexReport | None = None
        asked: bool = False

    @dataclass
    class Published(Message):
        """There are other stories than before; the library that paints has taken them up."""

    def __init__(self, library: Library, updater: Updater) -> None:
        super().__init__(id="index-watch")
        self._library = library
        self._updater = updater
        self._running = self._wanted = self._serving = False

    def on_mount(self) -> None:
        """The first run begins with the reader."""
        self.set_interval(LOOK_EVERY, self.look)
        self._run()

    def on_unmount(self) -> None:
        """The run ends with the reader."""
        self._updater.stop()

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._running

    def rescan(self) -> bool:
        """Begins another run; False where one is under way."""
        if self._running:
            return False
        self._run(asked=True)
        return True

    def correct(self) -> None:
        """Has the stories published as they are corrected now, once nothing is in the way of a run."""
        self._wanted = True
        self._begin()

    def _begin(self) -> None:
        if self._wanted and not self._running:
            self._run()

    def _run(self, asked: bool = False) -> None:
        self._running, self._serving, self._wanted = True, self._wanted, False
        self._run_to_end(asked)

    @work(thread=True, group="index")
    def _run_to_end(self, asked: bool) -> None:
        told, stage = 0.0, ""

        def tell(progress: Progress) -> None:
            nonlocal told, stage
            if progress.stage != stage or time.monotonic() - told >= TELL_EVERY:
                told, stage = time.monotonic(), progress.stage
                self.post_message(self.Told(progress))

        try:
            report = self._updater.run(tell)
            self.post_message(self.Told(None, report=report, asked=asked))
        except GeotuiError as error:
            self.post_message(self.Told(None, str(error)))

    def look(self) -> bool:
        """Takes up stories that were published since; whether there are any."""
        is_other = self._library.take_up()
        if is_other:
            self.tell_published()
        return is_other

    def tell_published(self) -> None:
        """Tells upwards that there are other stories."""
        self.post_message(self.Published())

    def on_index_watch_told(self, event: Told) -> None:
        """The first stories are there before the run is over."""
        self.look()
        if event.progress is not None:
            return
        self._running = False
        is_held_up = event.report is not None and event.report.busy
        self._wanted |= is_held_up and self._serving
        if is_held_up:
            self.set_timer(TRY_AGAIN_AFTER, self._begin)
        else:
            self._begin()
