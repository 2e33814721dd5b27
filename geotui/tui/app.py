"""The Textual application: the screens, and what is heard everywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar, Self

from rich.console import RenderableType
from textual import events, work
from textual.binding import BindingType
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input

from geotui.errors import GeotuiError
from geotui.library import Library
from geotui.model import Session
from geotui.tui import guard
from geotui.tui.actions import Where, bindings
from geotui.tui.asking import Asker
from geotui.tui.commands import Command, WhyNot, help_rows, palette_rows
from geotui.tui.commands_screen import CommandsScreen
from geotui.tui.ending import EndingApp
from geotui.tui.index_watch import Updater
from geotui.tui.main_screen import MainScreen
from geotui.tui.still import Still

VISIT_EVERY = 60.0
TYPED_AHEAD = 0.3


class GeotuiApp(EndingApp):
    """The reader of one library. `left` is how it was left, None where it was not yet shown."""

    CSS_PATH = "look.tcss"
    TITLE = "geotui"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ANYWHERE)]

    def __init__(self, library: Library, asker: Asker, updater: Updater, session: Session | None = None) -> None:
        guard.install()
        super().__init__()
        self.left: Session | None = None
        self._library = library
        self._asker = asker
        self._updater = updater
        self._session = session

    def get_default_screen(self) -> MainScreen:
        """The one screen of the library."""
        return MainScreen(self._library, self._asker, self._updater, self._session)

    @work(group="visit")
    async def _note_visit(self, begins: bool = False) -> None:
        """Notes that the reader is open, which is a visit; a first time, before the first filter is asked."""
        try:
            await self._asker.note_visit(begins)
        except GeotuiError as error:
            self._say(str(error))
        if begins:
            await self._asker.warm()

    def _say(self, words: str) -> None:
        if isinstance(self.screen, MainScreen):
            self.screen.status.notice(words)

    def on_mount(self) -> None:
        """Coming back from the background draws the screen."""
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        self.call_after_refresh(self._note_visit, begins=True)
        self.set_interval(VISIT_EVERY, self._note_visit)
        self.watch_over_terminal()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Ends the reader; notes how the library is left."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                self.left = screen.session()
        super().exit(result, return_code, message)

    def refresh(self, *, repaint: bool = False, layout: bool = False, recompose: bool = False) -> Self:
        """As the screens do: paints all only where that is asked for in so many words.

        Textual asks for a layout when a screen was closed, though the one beneath is painted as it comes back.
        """
        return super().refresh(repaint=repaint, layout=layout and repaint, recompose=recompose)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands: asked whenever something is painted, so that it is never behind."""
        focused = self.focused
        return focused.region.offset + focused.own_cursor if isinstance(focused, Still) else self._typed_at

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        self._typed_at = position

    async def on_event(self, event: events.Event) -> None:
        """Bound keys are carried out in the order they come, before the next one is looked at.

        Over a slow line several arrive at once: sent on to widgets, those behind a `/` would miss the bar it opens.
        """
        if isinstance(event, events.Key) and not event.is_forwarded and await self._is_carried_out(event):
            return
        await super().on_event(event)

    async def _is_carried_out(self, event: events.Key) -> bool:
        if isinstance(self.focused, Input):
            if event.is_printable:
                return False
            await self._is_caught_up(self.focused)
        if event.key.startswith("alt+"):
            # a terminal that sends Esc and the key after it as one
            key = event.key.removeprefix("alt+")
            await self._check_bindings("escape")
            return await self._check_bindings(key.removeprefix("shift+").upper() if "shift+" in key else key)
        return await self._check_bindings(event.key)

    @staticmethod
    async def _is_caught_up(widget: Widget) -> None:
        """Waits, though not for long, until the letters before this key have arrived."""
        arrived = asyncio.Event()
        widget.call_later(arrived.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(arrived.wait(), TYPED_AHEAD)

    def action_help(self) -> None:
        """The keys of where one is; in the filter bar first what can be typed there."""
        self._show_commands(help_rows, typing=False)

    def action_palette(self) -> None:
        """All that can be done here, by name."""
        self._show_commands(palette_rows, typing=True)

    def _show_commands(self, rows: Callable[[Where, WhyNot], list[Command]], typing: bool) -> None:
        main = self.screen
        if isinstance(main, MainScreen):
            commands = rows(main.where, main.why_not)
            self.push_screen(CommandsScreen(commands, typing), main.carry_out)

    def action_redraw(self) -> None:
        """Draws all of the screen."""
        self.refresh(repaint=True, layout=True)

    def action_help_quit(self) -> None:
        """`Ctrl+c` says how to quit instead of quitting."""
        self._say("Q quits.")
