"""A span in the reader's plain words: `4 Feb 2022`, `1-10 Feb 2022`, `since 1 Feb 2022`, `Feb 2022`.

What must not be in here: reading of any kind.
"""

from __future__ import annotations

from datetime import date

from geotui.dates.words import MONTHS
from geotui.model import Span


def in_words(span: Span) -> str:
    """One line; an open end as `since` or `until`."""
    start, end = span.start, span.end
    if start is None or end is None:
        if start is not None:
            return f"since {_day(start)}"
        return f"until {_day(end)}" if end is not None else "any day"
    if start == end:
        return _day(start)
    if start.day == 1 and end == Span.month(end.year, end.month).end:
        return _whole_months(start, end)
    if start.year != end.year:
        return f"{_day(start)} - {_day(end)}"
    if start.month != end.month:
        return f"{start.day} {_month(start)} - {_day(end)}"
    return f"{start.day}-{_day(end)}"


def _whole_months(start: date, end: date) -> str:
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
    if start.year != end.year:
        return f"{_month(start)} {start.year} - {_month(end)} {end.year}"
    if start.month == end.month:
        return f"{_month(start)} {start.year}"
    return f"{_month(start)}-{_month(end)} {end.year}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)} {day.year}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1].title()
