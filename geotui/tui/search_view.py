"""Lines with matches that `n` and `N` go among: those of the filter, or those of what is searched for with `/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.widgets import Input

from geotui.library.finding import Folded, literal
from geotui.tui.lines_view import WIDEST, LinesView
from geotui.tui.looks import Look, overlapping
from geotui.tui.matches import Match, Matches
from geotui.tui.paint import width_of
from geotui.tui.search_line import SearchLine
from geotui.tui.wrapping import Line, Paragraph, shown

NO_MATCH = "Nothing in this text is a match of the filter; / searches."
NOT_FOUND = "Not found in this text."

SEARCH_BINDINGS: list[BindingType] = [Binding("escape", "end_search", show=False)]
"""For a pane that gives the key another meaning, too: bindings of a subclass hide those of the same key."""


class SearchView(LinesView):
    """A text that can be searched. The terminal's own cursor stands on the current match where there is one."""

    BINDINGS: ClassVar[list[BindingType]] = SEARCH_BINDINGS
    MATCH: ClassVar[str] = "match"
    """What a place is called that `n` goes to where nothing is searched for."""

    NO_MATCH: ClassVar[str] = NO_MATCH

    @dataclass
    class Said(Message):
        """Words for the line that says what happened; none: what was said no longer holds."""

        words: str

    def __init__(
        self,
        paragraphs: Sequence[Paragraph] = (),
        id: str | None = None,
        centre: bool = False,
        widest: int = WIDEST,
        place: int = 0,
    ) -> None:
        super().__init__(paragraphs, id, centre, widest, place)
        self._line = SearchLine(self._leave_line)
        self._folded: list[Folded] | None = None
        self._searching = False
        self._matches = self._of_filter()
        self._top_before = 0
        self._sought = ""

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], place: int = 0) -> None:
        """Shows another text; a search ends."""
        self._folded, self._searching = None, False
        super().show_paragraphs(paragraphs, place)
        self._matches = self._of_filter()

    def _of_filter(self) -> Matches:
        return Matches([paragraph.matches for paragraph in self._paragraphs], self.MATCH)

    # ------------------------------------------------------------------ painting

    def _looks(self, line: Line) -> Iterator[tuple[int, int, Look]]:
        if not self._searching:
            yield from super()._looks(line)
        elif not self._line.is_open:
            ranges = self._matches.of(line.paragraph)
            for number in overlapping(ranges, line.start, line.end):
                yield *ranges[number], Look.MATCH
        current = self._matches.current
        if current is not None and current.paragraph == line.paragraph:
            yield current.start, current.end, Look.CURRENT

    @property
    def own_cursor(self) -> Offset:
        """On the first letter of the current match where that is in view."""
        for y, line in self._lines_of(self._matches.current):
            at = self._matches.current.start if self._matches.current else 0
            if line.start <= at:
                return Offset(self.margin + width_of(line.text[: line.before + at - line.start]), y)
        return Offset(0, 0)

    def _lines_of(self, match: Match | None) -> Iterator[tuple[int, Line]]:
        """The lines in view that show a match, with the line of the pane that each stands on."""
        for y in range(self.lines_in_view) if match is not None else ():
            line = self._lines.line(self.top + y)
            if line is not None and match is not None and match.touches(line.paragraph, line.start, line.end):
                yield y, line

    @property
    def lines_in_view(self) -> int:
        """Lines in view: the line that is typed in hides one."""
        return max(1, super().lines_in_view - (1 if self._line.is_open else 0))

    # ------------------------------------------------------------------ from match to match

    def show_first_match(self) -> None:
        """Scrolls to the first match where it is below what is in view; none is made the current one."""
        if not self.size:
            self.call_after_refresh(self.show_first_match)
            return
        first = next(
            ((n, paragraph.matches[0]) for n, paragraph in enumerate(self._paragraphs) if paragraph.matches), None
        )
        if first is None or self.top:
            return
        number = self._lines.number_at(self._lines.offset(first[0], first[1][0]))
        if number >= self.lines_in_view:
            self.top = max(0, number - self.lines_in_view // 3)
            self.refresh()
            self.post_message(self.Scrolled(self, self.part, by_key=False))

    def action_match(self, step: int) -> None:
        """The next or previous match from where one is, around the end; says which of how many."""
        if not len(self._matches):
            self.post_message(self.Said(NOT_FOUND if self._searching else self.NO_MATCH))
            return
        before, top = self._matches.current, self._lines.line(self.top)
        stays = before is not None and any(self._lines_of(before))
        words = self._matches.step(step, None if stays or top is None else (top.paragraph, top.start))
        self._bring_into_view(before)
        self.post_message(self.Said(words))

    def _bring_into_view(self, before: Match | None) -> None:
        """Paints the current match, and the one before it: their lines, or all where it was out of view."""
        current = self._matches.current
        if any(self._lines_of(current)):
            self._refresh_match(before)
            self._refresh_match(current)
        elif current is not None:
            number = self._lines.number_at(self._lines.offset(current.paragraph, current.start))
            self.top = max(0, number - self.lines_in_view // 3)
            self.refresh()
            self.post_message(self.Scrolled(self, self.part))

    def _refresh_match(self, match: Match | None) -> None:
        for y, _ in self._lines_of(match):
            self.refresh(Region(0, y, self.size.width, 1))

    # ------------------------------------------------------------------ searching

    async def action_search(self) -> None:
        """Asks what to search for."""
        if not self._line.is_attached:
            await self.mount(self._line)
        self._top_before, self._sought = self.top, ""
        self._line.open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Goes to the first place from where one was that holds the letters typed, over the ends of lines, too.

        While one types this place alone is painted: all of them, letter by letter, would be much on a slow line.
        """
        event.stop()
        if self._line.is_open:
            self._seek(event.value)

    def _seek(self, typed: str) -> None:
        pattern = literal(typed)
        self._sought = typed
        if pattern is None:
            self._give_up()
            return
        if self._folded is None:
            self._folded = [Folded(shown(paragraph.text)) for paragraph in self._paragraphs]
        before = self._matches.current
        if not self._searching or self.top != self._top_before:
            self._searching, self.top = True, self._top_before
            self.refresh()
        self._matches = Matches([folded.find(pattern) for folded in self._folded])
        self._refresh_match(before)
        self.action_match(1)

    def _leave_line(self, keep: bool) -> None:
        """From the line back to the text, with what was found or without."""
        self.screen.set_focus(self, scroll_visible=False)
        if not keep:
            self._give_up()
        elif self._line.typed.value != self._sought:
            self._seek(self._line.typed.value)  # the last letters were typed ahead of this key
        if self._searching:
            self.refresh()

    def _give_up(self) -> None:
        """Back to where the search began."""
        if self.top != self._top_before:
            self.top = self._top_before
            self.refresh()
            self.post_message(self.Scrolled(self, self.part))
        self.action_end_search()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A search that is not under way cannot be ended: the key goes on to what it means elsewhere."""
        return False if action == "end_search" and not self._searching else super().check_action(action, parameters)

    def action_end_search(self) -> None:
        """The matches of the filter again."""
        if self._searching:
            self._searching = False
            self._matches = self._of_filter()
            self.refresh()
            self.post_message(self.Said(""))
