"""Help and palette: the rows of `commands`, narrowed by what is typed; choosing one carries it out or types it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from geotui.tui.actions import Action, Where, bindings
from geotui.tui.choice_list import ChoiceList, ChoiceRow
from geotui.tui.commands import Command, matching
from geotui.tui.over_screen import OverScreen
from geotui.tui.status_line import OneLine

_LEFT = 26
_TYPING_HINT = "Enter does it · type to narrow · ↓ ↑ move · Esc back"
_READING_HINT = "Enter does it · / search · j k Space move · Esc back"


class CommandsScreen(OverScreen[Action | str]):
    """Rows to choose from; `typing`: the line that narrows them has the keys at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.OVER),
        Binding("slash", "search", show=False),
        Binding("question_mark,f1", "leave", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(2)", show=False),
        Binding("pageup", "page(-2)", show=False),
    ]

    typed = getters.query_one(Input)
    choices = getters.query_one(ChoiceList)

    def __init__(self, rows: Sequence[Command], typing: bool) -> None:
        super().__init__()
        self._all = tuple(rows)
        self._shown = list(rows)
        self._typing = typing

    def compose(self) -> ComposeResult:
        """The line typed, the rows, and how to leave."""
        line = Input(placeholder="type to narrow these", select_on_focus=False, compact=True)
        line.cursor_blink = False
        yield Horizontal(Static("/ ", markup=False), line, id="narrow")
        yield ChoiceList(_rows(self._shown), empty="No key or filter is called that.")
        hint = OneLine("help-hint")
        hint.say(_TYPING_HINT if self._typing else _READING_HINT)
        yield hint

    def on_mount(self) -> None:
        """The keys go to the line or to the rows."""
        self.set_focus(self.typed if self._typing else self.choices, scroll_visible=False)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._shown = matching(self._all, event.value)
        first = next((at for at, row in enumerate(self._shown) if not row.heading), 0)
        self.choices.show_rows(_rows(self._shown), first if event.value else 0)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.choices.action_choose()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Gives what the row stands for; a row to be read gives nothing."""
        result = self._shown[event.index].result
        if result is not None:
            self.dismiss(result)

    # ------------------------------------------------------------------ actions

    def action_leave(self) -> None:
        """Back to where one was; from the search line of the help to its rows."""
        if self.typed.has_focus and not self._typing:
            self.typed.value = ""
            self.set_focus(self.choices, scroll_visible=False)
        else:
            self.dismiss()

    def action_search(self) -> None:
        """Into the line that narrows the rows."""
        self.set_focus(self.typed, scroll_visible=False)

    def action_move(self, rows: int) -> None:
        """The selection down or up while one types."""
        self.choices.action_move(rows)

    def action_page(self, halves: int) -> None:
        """The same by pages."""
        self.choices.action_page(halves)


def _rows(commands: Sequence[Command]) -> list[ChoiceRow]:
    return [_row(command) for command in commands]


def _row(command: Command) -> ChoiceRow:
    if command.heading:
        return ChoiceRow(f"── {command.left} ──")
    tail = f" ({command.why_not})" if command.why_not else ""
    return ChoiceRow(f"{command.left:{_LEFT}} {command.right}", tail)
