"""A pane of wrapped lines that scrolls by keys: story and help are shown in it. Lines are made as they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from geotui.tui.paint import blank, fit, safe
from geotui.tui.still import Still
from geotui.tui.wrapping import Lines, Paragraph, Role

WIDEST = 80
"""Cells of a line that is still read with ease."""

_MARGIN = 1


class LinesView(Still, can_focus=True):
    """Paragraphs, wrapped to at most 80 cells. `top` is the first line shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{role.value}" for role in Role}

    @dataclass
    class Scrolled(Message):
        """The pane shows other lines: how far it is through the text, from 0 to 1, and whether by a key."""

        view: LinesView
        part: float
        by_key: bool = True

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, LinesView.Scrolled) and self.by_key == message.by_key

    def __init__(self, paragraphs: Sequence[Paragraph] = (), id: str | None = None) -> None:
        super().__init__(id=id)
        self._paragraphs = paragraphs
        self._wrapped = Lines(paragraphs, WIDEST)
        self.top = 0

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Shows another text from its beginning."""
        self._paragraphs = paragraphs
        self._wrapped = Lines(paragraphs, self._wrapped.width)
        self.top = 0
        self.refresh()
        self.post_message(self.Scrolled(self, self.part, by_key=False))

    @property
    def _lines(self) -> Lines:
        """The text at the width there is; at another width than before, the same words stay at the top."""
        width = min(WIDEST, self.size.width - 2 * _MARGIN)
        if width > 0 and width != self._wrapped.width:
            above = self._wrapped.line(self.top - 1) if self.top else None
            self._wrapped = Lines(self._paragraphs, width)
            self.top = self._wrapped.number_at(above.offset) if above else 0
        return self._wrapped

    def on_resize(self, _event: events.Resize) -> None:
        """Other lines are in view."""
        self.post_message(self.Scrolled(self, self.part, by_key=False))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        lines = self._lines
        line = lines.line(self.top + y)
        if line is None or not line.text:
            return Strip([Segment(blank(width), self.rich_style)], width)
        text = blank(min(_MARGIN, width)) + safe(line.text)
        return Strip([Segment(fit(text, width), self._look(line.role))], width)

    def _look(self, role: Role) -> Style:
        return self.get_component_rich_style(f"lines--{role.value}")

    # ------------------------------------------------------------------ where one is

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        lines = self._lines
        return lines.line(self.top + max(1, self.size.height)) is None

    @property
    def part(self) -> float:
        """How far one has read, from 0 to 1, up to the last line in view."""
        lines = self._lines
        last = lines.line(self.top + max(0, self.size.height - 1))
        return last.offset / lines.total if last and lines.total else 1.0

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
        height = self.size.height
        step = max(1, height - 1) if abs(halves) == 2 else max(1, height // 2)
        self.scroll_by_lines(step if halves > 0 else -step)

    def action_first(self) -> None:
        """To the beginning."""
        self.scroll_by_lines(-self.top)

    def action_last(self) -> None:
        """To the end, which wraps all of the text."""
        self.scroll_by_lines(self._lines.count())
