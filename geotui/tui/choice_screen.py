"""Rows over the main screen of which one is chosen, with more about the selected one beneath: copies, actors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import events, getters
from textual.app import ComposeResult

from geotui.tui.choice_list import ChoiceList, ChoiceRow
from geotui.tui.over_screen import OverScreen
from geotui.tui.status_line import OneLine, that_fit

_T = TypeVar("_T")


class ChoiceScreen(OverScreen[_T], Generic[_T]):
    """Gives what the chosen row stands for, None where it was left.

    `details` has a line for each row; `selected` is the one with the selection at first.
    """

    DEFAULT_CSS = """
    ChoiceScreen > #about { height: 1; background: $panel; text-style: bold; }
    ChoiceScreen > #detail { height: 1; color: $text-muted; }
    ChoiceScreen > #foot { height: 1; background: $panel; color: $text-muted; }
    """
    choices = getters.query_one(ChoiceList)
    detail = getters.query_one("#detail", OneLine)

    def __init__(
        self,
        about: str,
        results: Sequence[_T],
        rows: Sequence[ChoiceRow],
        details: Sequence[str],
        hint: str,
        empty: str,
        selected: int = 0,
    ) -> None:
        super().__init__()
        self._about = about
        self._results = results
        self._rows = rows
        self._details = details
        self._hint = hint
        self._empty = empty
        self._selected = selected

    def compose(self) -> ComposeResult:
        """Head, rows, more about one, the keys."""
        for name, words in (("about", self._about), ("detail", ""), ("foot", self._hint)):
            line = OneLine(name)
            line.say(f" {words}")
            if name == "detail":
                yield ChoiceList(self._rows, self._selected, self._empty)
            yield line

    def on_resize(self, event: events.Resize) -> None:
        """Names as many keys as there is room for; how to leave always."""
        self.query_one("#foot", OneLine).say(f" {that_fit(self._hint, event.size.width - 1, ends=1)}")

    def on_mount(self) -> None:
        """The rows take the keys."""
        self.set_focus(self.choices, scroll_visible=False)
        self._say_detail(self._selected)

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Says more about the row."""
        self._say_detail(event.index)

    def _say_detail(self, index: int) -> None:
        if index < len(self._details):
            self.detail.say(f" {self._details[index]}")

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Gives it."""
        self.dismiss(self._results[event.index])
