"""The one interval type: inclusive days, how fine it was meant, how sure it is, written as EDTF."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Granularity(StrEnum):
    """How fine a date was meant."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of whole days, both ends included; None is an open end.

    Raises ValueError where the end lies before the start.
    """

    start: date | None
    end: date | None
    granularity: Granularity = Granularity.DAY
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    @classmethod
    def day(cls, day: date) -> Span:
        """The span of one day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Span:
        """The span of one month."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Granularity.MONTH)

    @classmethod
    def year(cls, year: int) -> Span:
        """The span of one year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)

    @property
    def length(self) -> int | None:
        """Days in it, None where an end is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def contains(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def edtf(self) -> str:
        """EDTF (ISO 8601-2): a whole day, month, year or decade as such, all else `day/day`, open ends `..`.

        What is approximate has a `~` after each of its dates.
        """
        return interval_edtf(self.start, self.end, "~" if self.approximate else "")


def interval_edtf(start: date | None, end: date | None, mark: str = "") -> str:
    """An interval of days, both ends included, as EDTF, its dates followed by the mark; see `Span.edtf`."""
    if start is None or end is None:
        first, last = (f"{day.isoformat()}{mark}" if day else ".." for day in (start, end))
        return f"{first}/{last}"
    if start == end:
        return f"{start.isoformat()}{mark}"
    if start.day == 1 and end == Span.month(end.year, end.month).end:
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.year:04d}-{start.month:02d}{mark}"
        if (start.month, end.month) == (1, 12):
            if start.year == end.year:
                return f"{start.year:04d}{mark}"
            if start.year % 10 == 0 and end.year == start.year + 9:
                return f"{start.year // 10:03d}X{mark}"
    return f"{start.isoformat()}{mark}/{end.isoformat()}{mark}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_in_words(day: date) -> str:
    """`4 Feb 2022`, whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
