"""EDTF (ISO 8601-2, level 1) read back as a span: the other half of `Span.edtf`.

What must not be in here: words, and any notion of today.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from geotui.model.span import Granularity, Span

_DATE: Final = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%])?"
)
_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
"""The number of a season, and the month in which it begins in the north."""


def read_edtf(text: str) -> Span | None:
    """The span that an EDTF date or interval means; None where it is none, or lies outside the calendar.

    An end that is open or unknown is None; what is uncertain or approximate (`?`, `~`, `%`) is approximate. Seasons are
    meteorological.
    """
    first, slash, last = text.partition("/")
    try:
        if not slash:
            return _read(first)
        return _interval(first, last)
    except ValueError:
        return None


def _interval(first: str, last: str) -> Span | None:
    low, high = _read(first), _read(last)
    if (low is None and first not in ("", "..")) or (high is None and last not in ("", "..")):
        return None
    start, end = low.start if low else None, high.end if high else None
    vague = any(one is not None and one.approximate for one in (low, high))
    if (start is None and end is None) or (start and end and end < start):
        return None
    return Span(start, end, _granularity(start, end), vague)


def _read(text: str) -> Span | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, vague = match["year"], match["month"] or "XX", match["day"] or "XX", bool(match["mark"])
    if (month == "XX" and day != "XX") or ("X" in year and match["month"]):
        return None
    if month == "XX":
        low, high = date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
        return Span(low, high, _granularity(low, high), vague)
    if int(month) in _SEASONS:
        return _season(int(year), _SEASONS[int(month)], vague) if match["day"] is None else None
    if day == "XX":
        whole = Span.month(int(year), int(month))
        return Span(whole.start, whole.end, Granularity.MONTH, vague)
    one = date(int(year), int(month), int(day))
    return Span(one, one, Granularity.DAY, vague)


def _season(year: int, month: int, vague: bool) -> Span:
    last = Span.month(year + (month + 2) // 13, (month + 1) % 12 + 1)
    return Span(date(year, month, 1), last.end, Granularity.RANGE, vague)


def _granularity(start: date | None, end: date | None) -> Granularity:
    """The unit of the calendar that the days are the whole of."""
    if start is None or end is None:
        return Granularity.RANGE
    if start == end:
        return Granularity.DAY
    if start.weekday() == 0 and end - start == timedelta(days=6):
        return Granularity.WEEK
    if start.day != 1 or end != Span.month(end.year, end.month).end:
        return Granularity.RANGE
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    if months == 120 and start.year % 10 == 0 and start.month == 1:
        return Granularity.DECADE
    whole = {1: Granularity.MONTH, 3: Granularity.QUARTER, 12: Granularity.YEAR}.get(months, Granularity.RANGE)
    return whole if (start.month - 1) % months == 0 else Granularity.RANGE
