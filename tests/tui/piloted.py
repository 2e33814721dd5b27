"""The reader without a terminal, on a real library: keys in, states of the widgets out."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read when Textual is imported

from textual.pilot import Pilot

from geotui import settings
from geotui.library import Library
from geotui.model import IndexReport, Progress
from geotui.settings import Locations
from geotui.tui.app import GeotuiApp
from geotui.tui.asking import Asker
from geotui.tui.main_screen import MainScreen
from geotui.tui.text_screen import TextScreen

_ANSWERING = (
    "filter",
    "choices",
    "unread",
    "busy",
    "hidden",
    "view",
    "index",
    "marks",
    "counts",
    "saving",
    "corrections",
)
"""The workers whose end is what a key has done."""


class NoUpdater:
    """An index run that has nothing to do."""

    def run(self, _progress: Callable[[Progress], None]) -> IndexReport | None:
        return None

    def stop(self) -> None:
        pass


def open_library(pages: Path) -> Library:
    locations = Locations.of_user()
    return Library([pages], locations, settings.load(locations.config))


class Reader:
    """The app under a pilot, with what tests ask of it."""

    def __init__(self, app: GeotuiApp, pilot: Pilot[None], library: Library) -> None:
        self.app, self.pilot, self.library = app, pilot, library

    @property
    def screen(self) -> MainScreen:
        assert isinstance(self.app.screen, MainScreen)
        return self.app.screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        await self.pilot.pause()
        await self.app.workers.wait_for_complete([w for w in self.app.workers if w.group in _ANSWERING])
        await self.pilot.pause()

    @property
    def titles(self) -> list[str]:
        pages = self.screen.stories._pages
        rows = [pages.row(n) for n in range(len(pages))] if pages else []
        return [row.head.title for row in rows if row]

    @property
    def selected(self) -> str | None:
        row = self.screen.stories.selected_row
        return row.head.title if row else None

    @property
    def understood(self) -> str:
        return self.screen.bar.understood.words

    @property
    def said(self) -> str:
        return self.screen.status._notice or self.screen.status._hint

    @property
    def focus(self) -> str | None:
        return self.app.focused.id if self.app.focused else None

    def is_read(self, title: str) -> bool:
        answer = self.library.answer("")
        return next(row.marks.read for row in self.library.rows(answer, 0, 99) if row.head.title == title)


def painted(reader: Reader) -> str:
    """The lines of the text that is open over the main screen."""
    screen = reader.app.screen
    assert isinstance(screen, TextScreen)
    return "\n".join(screen.view.render_line(y).text.rstrip() for y in range(screen.view.lines_in_view))


@asynccontextmanager
async def reading(
    pages: Path, updater: Any = None, index: bool = True, size: tuple[int, int] = (80, 24), settled: bool = True
) -> AsyncIterator[Reader]:
    library = open_library(pages)
    if index:
        library.update(workers=1)
    painting, asker = library.again(), Asker(library.again())
    app = GeotuiApp(painting, asker, updater or NoUpdater(), painting.session())
    try:
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot, library)
            if settled:
                await reader.settle()
            yield reader
            if app.crash is None:
                app.exit()
        if app.left is not None:
            painting.keep_session(app.left)
    finally:
        asker.close()
        painting.close()
        library.close()
