"""One date as typed, before it is tied to a today: fixed, or coming every year or every week; and the rules' table.

The rules themselves are in `absolute`, `relative` and `pieces`; what must not be in here: words of any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import takewhile

from geotui.model import Granularity, Span


class RefusedError(ValueError):
    """Begins as a date and is none, or has two readings; the message is the sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Today:
    """What a phrase is read against: the reader's day, and the order of digits (`""`, `dmy`, `mdy`)."""

    day: date
    order: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """Exactly one is set: `span` (fixed), `yearly` (the one of a year, if it has one), `weekday` (0 is Monday)."""

    span: Span | None = None
    yearly: Callable[[int], Span | None] | None = None
    weekday: int | None = None

    def latest(self, day: date) -> Span:
        """The latest that has begun by the day; raises RefusedError where there never was one."""
        if self.span is not None:
            return self.span
        if self.weekday is not None:
            return Span.day(day - timedelta(days=(day.weekday() - self.weekday) % 7))
        return self._nearest(day, -1)

    def first_from(self, day: date) -> Span:
        """The first that begins on the day or later."""
        if self.span is not None:
            return self.span
        if self.weekday is not None:
            return Span.day(day + timedelta(days=(self.weekday - day.weekday()) % 7))
        return self._nearest(day, 1)

    def in_year(self, year: int) -> Span | None:
        """The one of a year, None for a weekday or where the year has none."""
        return self.yearly(year) if self.yearly is not None else self.span

    def _nearest(self, day: date, step: int) -> Span:
        assert self.yearly is not None
        # forty years hold every 29 February on each weekday
        for year in takewhile(
            lambda y: date.min.year <= y < date.max.year, range(day.year - step, day.year + 40 * step, step)
        ):
            span = self.yearly(year)
            if span is not None and span.start is not None and (day - span.start).days * step <= 0:
                return span
        raise RefusedError("there is no such day in any year")


Rule = Callable[[re.Match[str], Today], Point | None]
_RULES: list[tuple[re.Pattern[str], Rule]] = []

PLACEHOLDERS = {
    "<Y>": r"(?P<y>[12][0-9]{3})",
    "<M>": r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    "<D>": r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?",
    "<E>": r"(?P<e>[0-9]{1,2})(?:st|nd|rd|th)?",
    "<W>": r"(?P<w>mon|tue|wed|thu|fri|sat|sun)",
    "<N>": r"(?P<n>[0-9]{1,5}|an?)",
    "<U>": r"(?P<u>hour|day|week|fortnight|month|quarter|year|decade|[hdwmy])",
    "<R>": r"(?P<r>last|this|next|coming)",
    "<S>": r"(?P<s>spring|summer|autumn|winter)",
    "<->": r" ?(?:-|to|and|until|through|\.\.|/) ?",
}


def rule(pattern: str) -> Callable[[Rule], Rule]:
    """Adds a rule to the table; its pattern must match all of a date in plain form; `<Y>` … stand for parts."""
    for name, part in PLACEHOLDERS.items():
        pattern = pattern.replace(name, part)
    compiled = re.compile(pattern)

    def add(function: Rule) -> Rule:
        _RULES.append((compiled, function))
        return function

    return add


@lru_cache(maxsize=2048)
def read_point(text: str, today: Today) -> Point | None:
    """The first rule that reads the whole text answers; None where none does. Raises RefusedError."""
    for pattern, function in _RULES:
        match = pattern.fullmatch(text)
        if match is not None:
            point = function(match, today)
            if point is not None:
                return point
    return None


def fixed(span: Span) -> Point:
    """A point that needs no today."""
    return Point(span=span)


def span_between(first: Span, last: Span, text: str) -> Span:
    """From the first day of one to the last day of the other; raises RefusedError where that runs backwards."""
    if first.start is None or last.end is None or last.end < first.start:
        raise RefusedError(f'"{text}" ends before it begins')
    return Span(first.start, last.end, Granularity.RANGE)
