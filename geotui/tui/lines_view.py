"""A pane of wrapped lines that scrolls by keys: story, help and raw page are shown in it. Lines are made as seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from geotui.tui.looks import Look, overlapping, pieces
from geotui.tui.paint import blank, cut, safe, width_of
from geotui.tui.still import Still
from geotui.tui.wrapping import Line, Lines, Paragraph, Role

WIDEST = 80
"""Cells of a line that is still read with ease."""

MARGIN = 1


class LinesView(Still, can_focus=True):
    """Paragraphs, wrapped to at most `widest` cells, in the middle of a wider pane where `centre` is set.

    `top` is the first line shown.
    """

    DEFAULT_CSS = """
    LinesView > .lines--match { text-style: bold underline; }
    LinesView > .lines--current { text-style: bold reverse; }
    LinesView > .lines--added { color: $text-muted; text-style: italic; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{name.value}" for names in (Role, Look) for name in names}

    @dataclass
    class Scrolled(Message):
        """The pane shows other lines: how far it is through the text, from 0 to 1, and whether by a key."""

        view: LinesView
        part: float
        by_key: bool = True

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, LinesView.Scrolled) and self.by_key == message.by_key

    def __init__(
        self,
        paragraphs: Sequence[Paragraph] = (),
        id: str | None = None,
        centre: bool = False,
        widest: int = WIDEST,
        place: int = 0,
    ) -> None:
        super().__init__(id=id)
        self.centre = centre
        self.widest = widest
        self._paragraphs = paragraphs
        self._wrapped = Lines(paragraphs, widest)
        self.top = self._line_at(place)
        self._was_shown = False

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], place: int = 0) -> None:
        """Shows another text, from a place on that `place` told of it."""
        self._paragraphs = paragraphs
        self._wrapped = Lines(paragraphs, self._wrapped.width)
        self.top = self._line_at(place)
        self.refresh()
        self.post_message(self.Scrolled(self, self.part, by_key=False))

    @property
    def _lines(self) -> Lines:
        """The text at the width there is; at another width than before, the same words stay at the top."""
        width = min(self.widest, self.size.width - 2 * MARGIN)
        if width > 0 and width != self._wrapped.width:
            place = self.place
            self._wrapped = Lines(self._paragraphs, width)
            self.top = self._line_at(place)
        return self._wrapped

    def on_resize(self, event: events.Resize) -> None:
        """Other lines are in view; a pane that was shown before and has grown stays filled."""
        if self._was_shown and self.size:
            self._fill()
        self._was_shown = event.size.height > 0
        self.post_message(self.Scrolled(self, self.part, by_key=False))

    def _fill(self) -> None:
        """Leaves no line of the pane empty below the text while there is text above."""
        before, lines = self.top, self._lines
        while self.top and lines.line(self.top + self.lines_in_view - 1) is None:
            self.top -= 1
        if self.top != before:
            self.refresh()

    # ------------------------------------------------------------------ painting

    @property
    def margin(self) -> int:
        """Cells left of the text."""
        return max(MARGIN, (self.size.width - self.widest) // 2) if self.centre else MARGIN

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        line = self._lines.line(self.top + y)
        if line is None or not line.text:
            return Strip([Segment(blank(width), self.rich_style)], width)
        margin = min(self.margin, width)
        role = self._style(line.role)
        parts = pieces(line, self._looks(line))
        if margin + sum(width_of(text) for text, _ in parts) > width:
            parts = [(cut(line.text, width - margin), None)]
        segments = [Segment(safe(text), role if look is None else role + self._style(look)) for text, look in parts]
        padding = blank(width - margin - sum(segment.cell_length for segment in segments))
        return Strip(Segment.simplify([Segment(blank(margin), role), *segments, Segment(padding, role)]), width)

    def _style(self, name: Role | Look) -> Style:
        return self.get_component_rich_style(f"lines--{name.value}", partial=isinstance(name, Look))

    def _looks(self, line: Line) -> Iterator[tuple[int, int, Look]]:
        """The ranges of a line's paragraph that look otherwise."""
        paragraph = self._paragraphs[line.paragraph]
        for ranges, look in ((paragraph.added, Look.ADDED), (paragraph.matches, Look.MATCH)):
            for number in overlapping(ranges, line.start, line.end):
                yield *ranges[number], look

    # ------------------------------------------------------------------ where one is

    @property
    def place(self) -> int:
        """Where the first line shown stands in the text, whatever the width: words that were put in do not count."""
        line = self._wrapped.line(self.top)
        if line is None or not self.top:
            return 0
        put_in = sum(b - a for paragraph in self._paragraphs[: line.paragraph] for a, b in paragraph.added)
        put_in += sum(min(b, line.start) - a for a, b in self._paragraphs[line.paragraph].added if a < line.start)
        return self._wrapped.offset(line.paragraph, line.start) - put_in

    def _line_at(self, place: int) -> int:
        """The line of a place."""
        if place <= 0:
            return 0
        offset, before = place, 0
        for paragraph in self._paragraphs:
            for start, end in paragraph.added:
                if before + start <= offset:
                    offset += end - start
            before += len(paragraph.text)
            if before > offset:
                break
        return self._wrapped.number_at(offset)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self._lines.line(self.top + self.lines_in_view) is None

    @property
    def lines_in_view(self) -> int:
        """Lines in view."""
        return max(1, self.size.height)

    @property
    def part(self) -> float:
        """How far one has read, from 0 to 1, up to the last line in view."""
        lines = self._lines
        last = lines.line(self.top + self.lines_in_view - 1)
        return last.offset / lines.total if last and lines.total and not self.at_end else 1.0

    def scroll_by_lines(self, lines: int) -> bool:
        """Moves by so many lines as far as there are; whether it moved."""
        before = self.top
        if lines < 0:
            self.top = max(0, self.top + lines)
        else:
            while lines > 0 and not self.at_end:
                self.top += 1
                lines -= 1
        if self.top == before:
            return False
        self.refresh()
        self.post_message(self.Scrolled(self, self.part))
        return True

    # ------------------------------------------------------------------ actions

    def action_scroll_lines(self, lines: int) -> None:
        """A line or so down or up."""
        self.scroll_by_lines(lines)

    def action_page(self, halves: int) -> None:
        """Half pages down or up; a line of a whole page stays in view."""
        if not self.size:
            self.call_after_refresh(self.action_page, halves)  # typed ahead: how long a page is shows soon
            return
        step = max(1, self.lines_in_view - 1) if abs(halves) == 2 else max(1, self.lines_in_view // 2)
        self.scroll_by_lines(step if halves > 0 else -step)

    def action_first(self) -> None:
        """To the beginning."""
        self.scroll_by_lines(-self.top)

    def action_last(self) -> None:
        """To the end, which wraps all of the text."""
        if self.size:
            self.scroll_by_lines(self._lines.count())
        else:
            self.call_after_refresh(self.action_last)
