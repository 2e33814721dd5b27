"""A list of a few rows of text to choose from: copies, actors, saved filters, commands, completions.

All rows are held and each is one line. What must not be in here: what the rows mean, and any list as long as a library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from geotui.tui.actions import Where, bindings
from geotui.tui.paint import blank, fit, fit_with_tail, steady
from geotui.tui.still import Still

_MARGIN = 1
_SELECTED = "›"
"""Stands in the margin of the selected row, which is told by more than its colours."""

_MOVES = ("move", "page", "first", "last")


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A row; `tail` stands behind the text and a dot, and is cut last: `14`. Neither needs to be safe."""

    text: str
    tail: str = ""


class ChoiceList(Still, can_focus=True):
    """Rows with a selection, moved by the keys of the story list.

    `selected` is None where there are no rows, or nothing was selected yet.
    """

    DEFAULT_CSS = """
    ChoiceList { height: 1fr; }
    ChoiceList > .choices--selected { text-style: reverse; }
    ChoiceList > .choices--empty { color: $text-muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in bindings(Where.LIST) if binding.action.partition("(")[0] in _MOVES),
        ("space", "page(2)", "a page down"),
        ("enter,l", "choose", "choose this one"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--row", "choices--selected", "choices--empty"}

    @dataclass
    class Chosen(Message):
        """`Enter` on a row."""

        choices: ChoiceList
        index: int

    @dataclass
    class Moved(Message):
        """Another row is selected by a key."""

        choices: ChoiceList
        index: int

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, ChoiceList.Moved) and message.choices is self.choices

    def __init__(
        self, rows: Sequence[ChoiceRow] = (), selected: int | None = 0, empty: str = "", id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.rows = tuple(rows)
        self.selected = self._within(selected)
        self._empty = empty
        self._top = 0

    # ------------------------------------------------------------------ what is listed

    def show_rows(self, rows: Sequence[ChoiceRow], selected: int | None = 0) -> None:
        """Lists other rows; paints those lines alone that look different."""
        before, line = self.rows, self.selected
        self.rows = tuple(rows)
        self.selected = self._within(selected)
        top = self._top
        self._bring_into_view()
        if top != self._top or not before or not self.rows:
            self.refresh()
        else:
            for number in range(max(len(before), len(self.rows))):
                if before[number : number + 1] != self.rows[number : number + 1] or (number == line) != (
                    number == self.selected
                ):
                    self._refresh_row(number)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """A new layout paints what has another size or place by itself: not all of it a second time."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)

    def _within(self, selected: int | None) -> int | None:
        return None if selected is None or not self.rows else max(0, min(selected, len(self.rows) - 1))

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        number = self._top + y
        margin = (_SELECTED if self.rows and number == self.selected else blank(_MARGIN))[:width]
        if number < len(self.rows):
            row = self.rows[number]
            tail = f" · {steady(row.tail)}" if row.tail else ""
            text = fit_with_tail(steady(row.text), tail, max(0, width - _MARGIN))
            return Strip([Segment(margin + text, self._look(number))], width)
        if not self.rows and not y:
            text = fit(margin + steady(self._empty), width)
            return Strip([Segment(text, self.get_component_rich_style("choices--empty"))], width)
        return Strip([Segment(blank(width), self.rich_style)], width)

    def _look(self, number: int) -> Style:
        return self.get_component_rich_style("choices--selected" if number == self.selected else "choices--row")

    def _refresh_row(self, number: int) -> None:
        if 0 <= number - self._top < self._height:
            self.refresh(Region(0, number - self._top, self.size.width, 1))

    # ------------------------------------------------------------------ moving

    @property
    def _height(self) -> int:
        return max(1, self.size.height)

    @property
    def own_cursor(self) -> Offset:
        """On the selected row."""
        return Offset(0, (self.selected or 0) - self._top)

    def _bring_into_view(self) -> None:
        """Half a window further on where the selection would leave it."""
        number = self.selected or 0
        if not self._top <= number < self._top + self._height:
            self._top = max(0, min(number - self._height // 2, len(self.rows) - self._height))

    def select(self, number: int | None) -> None:
        """Moves the selection: two lines are painted, or all where it leaves the window."""
        before, self.selected = self.selected, self._within(number)
        if self.selected == before:
            return
        top = self._top
        self._bring_into_view()
        if self._top != top:
            self.refresh()
        else:
            for changed in (before, self.selected):
                if changed is not None:
                    self._refresh_row(changed)
        if self.selected is not None:
            self.post_message(self.Moved(self, self.selected))

    def on_resize(self, _event: events.Resize) -> None:
        """Keeps the selection in view."""
        self._bring_into_view()

    # ------------------------------------------------------------------ actions

    def action_move(self, rows: int) -> None:
        """A row or so down or up; the first step selects the nearest end."""
        if self.selected is None:
            self.select(0 if rows > 0 else len(self.rows) - 1)
        else:
            self.select(self.selected + rows)

    def action_page(self, halves: int) -> None:
        """Half pages down or up."""
        self.action_move(halves * max(1, self._height // 2))

    def action_first(self) -> None:
        """To the first row."""
        self.select(0)

    def action_last(self) -> None:
        """To the last row."""
        self.select(len(self.rows) - 1)

    def action_choose(self) -> None:
        """Takes the selected row."""
        if self.selected is not None:
            self.post_message(self.Chosen(self, self.selected))
