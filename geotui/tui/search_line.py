"""The line that is typed in to search a text; searches nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

MOST_TYPED = 500
HINT = " Enter keeps · Esc ends"


class SearchInput(Input):
    """What is typed. Its own keys for leaving it act at once, so that keys typed ahead are for the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave(True)", show=False),
        Binding("escape,ctrl+g", "leave(False)", show=False),
        Binding("ctrl+u", "clear", show=False),
    ]

    def __init__(self, leave: Callable[[bool], None]) -> None:
        super().__init__(select_on_focus=False, compact=True, max_length=MOST_TYPED)
        self.cursor_blink = False
        self._leave = leave

    def action_leave(self, keep: bool) -> None:
        """Back to the text."""
        self._leave(keep)

    def action_clear(self) -> None:
        """An empty line."""
        self.value = ""


class SearchLine(Horizontal):
    """One line at the foot of the text, laid over its last line; hidden unless `is_open`.

    `ended` is told whether what was found is to be kept.
    """

    DEFAULT_CSS = """
    SearchLine { dock: bottom; height: 1; display: none; background: $panel; }
    SearchLine Static { width: auto; color: $text-muted; }
    SearchLine Input, SearchLine Input:focus { width: 1fr; background: $panel; background-tint: transparent; }
    """

    typed = getters.query_one(SearchInput)

    def __init__(self, ended: Callable[[bool], None]) -> None:
        super().__init__()
        self._ended = ended
        self.is_open = False

    def compose(self) -> ComposeResult:
        """What is typed, and the keys."""
        yield Static(" / ", markup=False)
        yield SearchInput(self._close)
        yield Static(HINT, markup=False)

    def open(self) -> None:
        """Shows the line, empty, and gives it the keys."""
        self.display = self.is_open = True
        self.typed.value = ""
        self.screen.set_focus(self.typed, scroll_visible=False)

    def _close(self, keep: bool) -> None:
        self.display = self.is_open = False
        self._ended(keep)
