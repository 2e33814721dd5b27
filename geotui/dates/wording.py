"""A span in the reader's plain words: `4 Feb 2022`, `1-10 Feb 2022`, `since 1 Feb 2022`, `Feb 2022`.

What must not be in here: reading of any kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from geotui.model import MONTHS, Span, day_in_words

_SHOWN: Final = 4


def in_words(span: Span) -> str:
    """One line; an open end as `since` or `until`, what is approximate as `about`."""
    return ("about " if span.approximate else "") + _days(span.start, span.end)


def _days(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        if start is not None:
            return f"since {day_in_words(start)}"
        return f"until {day_in_words(end)}" if end is not None else "any day"
    if start == end:
        return day_in_words(start)
    if start.day == 1 and end == Span.month(end.year, end.month).end:
        return _whole_months(start, end)
    if start.year != end.year:
        return f"{day_in_words(start)} - {day_in_words(end)}"
    if start.month != end.month:
        return f"{start.day} {_month(start)} - {day_in_words(end)}"
    return f"{start.day}-{day_in_words(end)}"


def _whole_months(start: date, end: date) -> str:
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
    if start.year != end.year:
        return f"{_month(start)} {start.year} - {_month(end)} {end.year}"
    if start.month == end.month:
        return f"{_month(start)} {start.year}"
    return f"{_month(start)}-{_month(end)} {end.year}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def days_in_words(start: date, end: date) -> str:
    """`4 Feb 2022`, `4-20 Feb 2022`."""
    return in_words(Span(start, end))


def times_in_words(times: Iterable[tuple[date, date]]) -> str:
    """Each once, in their order; of many the first and the last."""
    shown = [days_in_words(start, end) for start, end in sorted(set(times))]
    return ", ".join(shown) if len(shown) <= _SHOWN else f"{shown[0]}, ... {shown[-1]}"
