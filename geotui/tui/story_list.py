"""The list: a line a story, painted from ranks. Knows rows and the selection; asks nothing and opens nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from geotui.library import Row
from geotui.tui.actions import Where, bindings
from geotui.tui.list_row import row_text
from geotui.tui.paint import blank, fit
from geotui.tui.row_pages import RowPages
from geotui.tui.still import Still
from geotui.tui.wrapping import Lines, Paragraph


class StoryList(Still, ScrollView, can_focus=True):
    """The stories of one answer. `selected` is the row with the cursor, 0 first; `chosen`: keys have put it there."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIST)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"stories--unread", "stories--read", "stories--selected", "stories--empty"}

    @dataclass
    class Moved(Message):
        """Another row is selected, by a key or because the rows are other ones."""

        by_key: bool

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, StoryList.Moved) and message.by_key == self.by_key

    def __init__(self) -> None:
        super().__init__(id="stories")
        self.selected = 0
        self.chosen = False
        self._pages: RowPages | None = None
        self._empty = ""

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
        self._empty = ""
        self.virtual_size = Size(self.size.width, len(pages))
        self.selected = max(0, min(selected, len(pages) - 1))
        top = self.selected - line if line is not None else self._top
        if not top <= self.selected < top + self._height:
            top = self.selected - self._height // 2
        self._scroll_top(top)
        self.refresh()
        self._moved(by_key=False)

    def say_empty(self, words: str) -> None:
        """What stands in the list where no story does."""
        if words != self._empty:
            self._empty = words
            self.refresh()

    def refresh_row(self, number: int) -> None:
        """Reads and paints a row anew."""
        if self._pages is not None:
            self._pages.forget(number)
            self.refresh_line(number)

    @property
    def line(self) -> int:
        """The line of the window that the selection stands on."""
        return self.selected - self._top

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        number = self._top + y
        row = None if self._pages is None else self._pages.row(number)
        if row is not None:
            return Strip([Segment(row_text(row, width), self._look(row, number))], width)
        if not self.count and (line := Lines([Paragraph(self._empty)], width - 2).line(y)) is not None:
            return Strip([Segment(fit(f" {line.text}", width), self.get_component_rich_style("stories--empty"))], width)
        return Strip([Segment(blank(width), self.rich_style)], width)

    def _look(self, row: Row, number: int) -> Style:
        if number == self.selected:
            return self.get_component_rich_style("stories--selected")
        return self.get_component_rich_style("stories--read" if row.marks.read else "stories--unread")

    # ------------------------------------------------------------------ moving

    @property
    def _top(self) -> int:
        return self.scroll_offset.y

    @property
    def _height(self) -> int:
        return max(1, self.size.height)

    def _scroll_top(self, top: int) -> None:
        top = max(0, min(top, self.count - self._height))
        self.scroll_to(y=top, animate=False, force=True)

    def select_row(self, number: int) -> None:
        """Moves the selection: two lines are painted, or half a page further on where it leaves the window."""
        number = max(0, min(number, self.count - 1))
        before, self.selected = self.selected, number
        if number == before:
            return
        self.chosen = True
        if self._top <= number < self._top + self._height:
            self.refresh_line(before)
            self.refresh_line(number)
        else:
            self._scroll_top(number - self._height // 2)
            self.refresh()
        self._moved()

    def _moved(self, by_key: bool = True) -> None:
        self.place_cursor()
        self.post_message(self.Moved(by_key))

    @property
    def own_cursor(self) -> Offset:
        """On the selected row."""
        return Offset(0, self.line)

    def on_resize(self, _event: events.Resize) -> None:
        """Keeps the selection in view."""
        self.virtual_size = Size(self.size.width, self.count)
        if not 0 <= self.line < self._height:
            self._scroll_top(self.selected - self._height // 2)

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
            self._scroll_top(number - line)
            self.refresh()
            self._moved()

    def action_first(self) -> None:
        """To the first story."""
        self.select_row(0)

    def action_last(self) -> None:
        """To the last story."""
        self.select_row(self.count - 1)
