"""The line under the filter bar: in words, how the filter was read and what it finds."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from geotui.library import Answer
from geotui.tui.paint import fit, fit_with_tail, safe, width_of
from geotui.tui.words import count

_DOT = " · "
_LEAST_READING = 24
"""Cells that a reading keeps before the number of copies gives way to it."""


class Understood(Widget):
    """How the filter was read, in the longest words that fit beside the counts."""

    DEFAULT_CLASSES = "line"

    def __init__(self) -> None:
        super().__init__(id="understood")
        self._readings: tuple[str, ...] = ()
        self._counts = ""

    @property
    def words(self) -> str:
        """All that is said where there is room for it."""
        return _DOT.join(filter(None, (*self._readings[:1], self._counts)))

    def say(self, readings: Sequence[str], counts: str = "", warn: bool = False) -> None:
        """Shows other words: readings, the longest first; those of a refusal look different."""
        said = tuple(safe(reading) for reading in readings if reading), safe(counts)
        if said != (self._readings, self._counts):
            self._readings, self._counts = said
            self.refresh()
        self.set_class(warn, "-warn")

    def render_line(self, _y: int) -> Strip:
        """The line."""
        width = self.size.width
        return Strip([Segment(line_of(self._readings, self._counts, width), self.rich_style)], width)


def line_of(readings: Sequence[str], counts: str, width: int) -> str:
    """The longest reading that fits beside the counts, in exactly `width` cells; cut where not even the shortest does.

    Where that leaves little of it, the number of folded copies goes first: the stories' is never cut before a reading.
    """
    if not readings:
        return fit(counts, width)
    fuller = [counts, _DOT.join(part for part in counts.split(_DOT) if not part.endswith("folded"))]
    for tail in fuller:
        room = width - (width_of(tail) + len(_DOT) if tail else 0)
        fitting = [reading for reading in readings if width_of(reading) <= room]
        if fitting or room >= _LEAST_READING:
            break
    reading = fitting[0] if fitting else readings[-1]
    return fit_with_tail(reading, f"{_DOT}{tail}" if tail else "", width)


def refused(words: str) -> str:
    """A refusal, and whose stories the list goes on to show."""
    return f"{words[:1].upper()}{words[1:]}{_DOT}the list is as before"


def answered(answer: Answer, on: bool, possible: bool) -> tuple[tuple[str, ...], str]:
    """(readings, counts) of an answer; `on`: the filter is in force, `possible`: those that may match are listed."""
    if answer.filter.text:
        return answer.sentences, answer.counts()
    parts = [count(answer.total, "story", "stories")]
    if answer.by_event is not None:
        parts.append(count(answer.by_event.events, "event", "events"))
    if answer.folded:
        parts.append(f"{count(answer.folded, 'copy', 'copies')} folded")
    if possible:
        parts.append("those that may match are listed, too")
    return () if on else ("The filter is off",), _DOT.join(parts)
