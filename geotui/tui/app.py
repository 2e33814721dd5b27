"""The Textual application: the screens, and what is heard everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Self

from rich.console import RenderableType
from textual import work
from textual.binding import BindingType
from textual.geometry import Offset

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
from geotui.tui.ordered_keys import OrderedKeysApp
from geotui.tui.still import Still

VISIT_EVERY = 60.0


class GeotuiApp(OrderedKeysApp, EndingApp):
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

    @work(group="warm")
    async def on_main_screen_shown(self) -> None:
        """Makes names ready to be typed, once the stories are painted: it takes the processor for a while."""
        await self._asker.warm()

    @property
    def _main(self) -> MainScreen | None:
        """The main screen, whatever lies over it."""
        first = self.screen_stack[0] if self.screen_stack else None
        return first if isinstance(first, MainScreen) and first.is_mounted else None

    def _say(self, words: str) -> None:
        if self._main is not None:
            self._main.notice(words)

    def on_mount(self) -> None:
        """Coming back from the background draws the screen."""
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        self.call_after_refresh(self._note_visit, begins=True)
        self.set_interval(VISIT_EVERY, self._note_visit)
        self.watch_over_terminal()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Ends the reader; notes how the library is left."""
        if self._main is not None:
            self.left = self._main.session()
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

    @property
    def notices(self) -> int:
        """How many notices the main screen has shown."""
        return self._main.status.notices if self._main is not None else 0

    def forget_notice(self) -> None:
        """Takes back the notice in force."""
        if self._main is not None:
            self._main.status.clear_notice()

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
