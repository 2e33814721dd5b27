"""The list: a line a story, painted from ranks. Knows rows and the selection; asks nothing and opens nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from geotui.library import Row
from geotui.tui.actions import Where, bindings
from geotui.tui.list_row import PICKED, row_text
from geotui.tui.paint import blank, fit
from geotui.tui.row_pages import RowPages
from geotui.tui.still import Still
from geotui.tui.wrapping import Lines, Paragraph

_MARGIN = 2
"""Cells left free at the right: they are never sent."""

_UNREAD, _READ, _SELECTED, _EMPTY, _NOTHING = "unread", "read", "selected", "empty", ""


class StoryList(Still, can_focus=True):
    """The stories of one answer. `selected` is the row with the cursor, 0 first; `chosen`: keys have put it there;
    `picked`: the ids of stories that are selected to be merged.

    What is painted is compared with what stands there: a move sends two lines. After a move that is left to whoever
    hears of it, so that both go to the terminal together.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIST)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"stories--unread", "stories--read", "stories--selected", "stories--empty"}

    @dataclass
    class Moved(Message):
        """Another row is selected, by a key or because the rows are other ones; to be answered by `paint`."""

        by_key: bool

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, StoryList.Moved) and message.by_key == self.by_key

    def __init__(self) -> None:
        super().__init__(id="stories")
        self.selected = 0
        self.chosen = False
        self._top = 0
        self._pages: RowPages | None = None
        self._by_event = False
        self._empty = ""
        self._painted: dict[int, tuple[str, str]] = {}
        self.picked: frozenset[str] = frozenset()

    # ------------------------------------------------------------------ what is listed

    @property
    def count(self) -> int:
        """How many stories are listed."""
        return 0 if self._pages is None else len(self._pages)

    @property
    def selected_row(self) -> Row | None:
        """The selected story; None where there is none."""
        return None if self._pages is None else self._pages.row(self.selected)

    def show_pages(self, pages: RowPages, selected: int, line: int | None = None) -> None:
        """Lists other stories; the selected one stands on `line` of the window where that can be."""
        self._pages = pages
        self._by_event = pages.answer.by_event is not None
        self._empty = ""
        self.selected = max(0, min(selected, len(pages) - 1))
        self._scroll(self.selected - line if line is not None else self._top)
        self.paint()
        self._moved(by_key=False)

    def say_empty(self, words: str) -> None:
        """What stands in the list where no story does, or none can be read."""
        if words != self._empty:
            self._empty = words
            self.paint()

    def refresh_row(self, number: int) -> None:
        """Reads a row anew."""
        if self._pages is not None:
            self._pages.forget(number)
            self.paint()

    def read_anew(self) -> None:
        """Reads all rows anew, their marks having changed elsewhere; those that look the same are not painted."""
        if self._pages is not None:
            self._pages.forget_all()
            self.paint()

    def pick(self, picked: frozenset[str]) -> None:
        """Other stories are selected to be merged."""
        self.picked = picked
        self.paint()

    @property
    def line(self) -> int:
        """The line of the window that the selection stands on."""
        return self.selected - self._top

    # ------------------------------------------------------------------ painting

    def paint(self) -> None:
        """Paints the lines that look different from what stands there."""
        for y in range(self._height):
            if self._line(y) != self._painted.get(y):
                self.refresh(Region(0, y, max(1, self.size.width - _MARGIN), 1))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        text, look = self._painted[y] = self._line(y)
        style = self.get_component_rich_style(f"stories--{look}") if look else self.rich_style
        width = self.size.width
        margin = blank(min(_MARGIN, width))
        if look == _SELECTED:  # told by its background
            return Strip([Segment(text, style), Segment(margin, self.rich_style)], width)
        return Strip([Segment(text + margin, style)], width)

    def _line(self, y: int) -> tuple[str, str]:
        """Text and look of a line of the window."""
        width = max(0, self.size.width - _MARGIN)
        number = self._top + y
        row = None if self._pages is None else self._pages.row(number)
        if row is not None:
            look = _SELECTED if number == self.selected else _READ if row.marks.read else _UNREAD
            text = row_text(row, width, self._by_event)
            return (PICKED + text[1:] if row.head.id in self.picked else text), look
        if self.selected_row is None and (line := Lines([Paragraph(self._empty)], width - 1).line(y)) is not None:
            return fit(f" {line.text}", width), _EMPTY
        return blank(width), _NOTHING

    # ------------------------------------------------------------------ moving

    @property
    def _height(self) -> int:
        return max(1, self.size.height)

    def _scroll(self, top: int) -> None:
        """Shows the rows from one on, as far as there are, but always the selected one."""
        if not top <= self.selected < top + self._height:
            top = self.selected - self._height // 2
        self._top = max(0, min(top, self.count - self._height))

    def select_row(self, number: int) -> None:
        """Moves the selection, the window half a page further on where it would leave it."""
        number = max(0, min(number, self.count - 1))
        if number != self.selected:
            self.selected = number
            self.chosen = True
            self._scroll(self._top)
            self._moved()

    def _moved(self, by_key: bool = True) -> None:
        self.post_message(self.Moved(by_key))
        self.call_after_refresh(self._read_ahead)

    def _read_ahead(self) -> None:
        """Reads the rows that the next page of either direction wants, while nothing else goes on."""
        if self._pages is not None:
            self._pages.read(self._top + 2 * self._height)
            self._pages.read(self._top - self._height)

    @property
    def own_cursor(self) -> Offset:
        """On the selected row."""
        return Offset(0, self.line)

    def on_resize(self, _event: events.Resize) -> None:
        """Keeps the selection in view; all lines were painted at the new size already."""
        self._scroll(self._top)
        self.paint()

    # ------------------------------------------------------------------ actions

    def action_move(self, rows: int) -> None:
        """A row or so down or up."""
        self.select_row(self.selected + rows)

    def action_page(self, halves: int) -> None:
        """Half pages down or up; window and selection move together."""
        step = halves * max(1, self._height // 2)
        line = self.line
        number = max(0, min(self.selected + step, self.count - 1))
        if number != self.selected:
            self.selected, self.chosen = number, True
            self._scroll(number - line)
            self._moved()

    def action_first(self) -> None:
        """To the first story."""
        self.select_row(0)

    def action_last(self) -> None:
        """To the last story."""
        self.select_row(self.count - 1)
