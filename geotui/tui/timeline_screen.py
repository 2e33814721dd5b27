"""How many stories of a filter are of which month or day, as bars; the chosen one becomes a part of the filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType

from geotui.model import MONTHS, Span, Timeline, day_in_words
from geotui.tui.choice_list import ChoiceRow
from geotui.tui.choice_screen import ChoiceScreen
from geotui.tui.words import count

DAYS_AT_FIRST = 62
"""A time of at most so many days is shown day by day at first."""

MOST_EMPTY = 2
"""Months or days without a story that stand in a row as bars; more of them are told in one line."""

_LABEL = 11
_LONGEST = 40
_HINT = "Enter filters by it · Tab days or months · j k Space move · Esc back"


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a day, by its first day; `phrase` stands for it in a filter, and is empty for a gap."""

    first: date | None
    phrase: str
    stories: int
    label: str


def bars(timeline: Timeline, by_day: bool) -> list[Bar]:
    """Bars of days or months, the newest first, those without a day last; a gap is told, too."""
    counts: Counter[date] = Counter()
    for day, stories in timeline.days:
        counts[day if by_day else day.replace(day=1)] += stories
    found: list[Bar] = []
    for first in sorted(counts, reverse=True):
        if found:
            found += _gap(found[-1].first or first, first, by_day)
        found.append(_bar(first, counts[first], by_day))
    return [*found, Bar(None, "is:undated", timeline.undated, "no day")] if timeline.undated else found


def _bar(first: date, stories: int, by_day: bool) -> Bar:
    words = day_in_words(first) if by_day else f"{MONTHS[first.month - 1]} {first.year}"
    return Bar(first, words, stories, words)


def _gap(newer: date, older: date, by_day: bool) -> list[Bar]:
    """What lies between two times with stories: a few bars, or one line for all of it."""
    between = (newer - older).days if by_day else (newer.year - older.year) * 12 + newer.month - older.month
    empty = between - 1
    if empty > MOST_EMPTY:
        return [Bar(_before(newer, by_day), "", 0, f"… no story in {empty:,} {'days' if by_day else 'months'}")]
    found: list[Bar] = []
    while len(found) < empty:
        newer = _before(newer, by_day)
        found.append(_bar(newer, 0, by_day))
    return found


def _before(first: date, by_day: bool) -> date:
    day = first - timedelta(days=1)
    return day if by_day else day.replace(day=1)


def bar_row(bar: Bar, most: int) -> ChoiceRow:
    """`Feb 2022      14  ███████`: the number before the bar, whose signs are two cells wide on some terminals."""
    if not bar.phrase:
        return ChoiceRow(f"{'':>{_LABEL}} {'':>8}  {bar.label}")
    halves = -(-bar.stories * 2 * _LONGEST // max(1, most))
    drawn = "█" * (halves // 2) + "▌" * (halves % 2)
    return ChoiceRow(f"{bar.label:>{_LABEL}} {bar.stories:>8,}  {drawn}".rstrip())


class TimelineScreen(ChoiceScreen[str]):
    """Gives the words for the chosen time; opens at the time of `at`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab,shift+tab", "turn", show=False)]

    def __init__(self, timeline: Timeline, at: date | None) -> None:
        days = timeline.days
        self._timeline = timeline
        self._at = at
        self._by_day = bool(days) and (days[-1][0] - days[0][0]).days <= DAYS_AT_FIRST
        self._bars: list[Bar] = []
        stories = sum(number for _, number in days) + timeline.undated
        about = f"{count(stories, 'story', 'stories')} on {count(len(days), 'day', 'days')}"
        super().__init__(about, (), (), (), _HINT, "No story is listed.")

    def on_mount(self) -> None:
        """Shows the bars at the time one is at."""
        self._draw()

    def action_turn(self) -> None:
        """Days instead of months, or months instead of days, at the same time."""
        selected = self.choices.selected
        first = self._bars[selected].first if selected is not None else None
        self._at = first if first is None or self._by_day else Span.month(first.year, first.month).end
        self._by_day = not self._by_day
        self._draw()

    def _draw(self) -> None:
        self._bars = bars(self._timeline, self._by_day)
        most = max((bar.stories for bar in self._bars), default=0)
        self._results = [bar.phrase for bar in self._bars]
        self.choices.show_rows([bar_row(bar, most) for bar in self._bars], place_of(self._bars, self._at))


def place_of(found: Sequence[Bar], at: date | None) -> int:
    """The bar that holds a day, else the nearest older one; without a day the last, those being at the end."""
    if at is None:
        return max(0, len(found) - 1)
    return next((n for n, bar in enumerate(found) if bar.first is None or bar.first <= at), max(0, len(found) - 1))
