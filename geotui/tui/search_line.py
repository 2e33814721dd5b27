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


class SearchLine(Horizontal):
    """One line at the foot of the text, laid over its last line. Hidden until it is wanted.

    `ended` is told at once when it is left, and whether what was found is kept: keys typed ahead are for the text.
    """

    DEFAULT_CSS = """
    SearchLine { dock: bottom; height: 1; display: none; background: $panel; }
    SearchLine Static { width: auto; color: $text-muted; }
    SearchLine Input, SearchLine Input:focus { width: 1fr; background: $panel; background-tint: transparent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "end(True)", show=False, priority=True),
        Binding("escape,ctrl+g", "end(False)", show=False),
        Binding("ctrl+u", "clear", show=False, priority=True),
    ]

    typed = getters.query_one(Input)

    def __init__(self, ended: Callable[[bool], None]) -> None:
        super().__init__()
        self._ended = ended

    def compose(self) -> ComposeResult:
        """What is typed, and the keys."""
        yield Static(" / ", markup=False)
        line = Input(select_on_focus=False, compact=True, max_length=MOST_TYPED)
        line.cursor_blink = False
        yield line
        yield Static(HINT, markup=False)

    def open(self) -> None:
        """Shows the line, empty, and gives it the keys."""
        self.display = True
        self.typed.value = ""
        self.screen.set_focus(self.typed, scroll_visible=False)

    def action_end(self, keep: bool) -> None:
        """Hides the line."""
        self.display = False
        self._ended(keep)

    def action_clear(self) -> None:
        """An empty line."""
        self.typed.value = ""
