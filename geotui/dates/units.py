"""Arithmetic on calendar units: weeks from Monday, months, quarters, seasons, decades, and parts of them.

What must not be in here: words as typed or printed, and any notion of today.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from geotui.model import Granularity, Span

ONE_DAY = timedelta(days=1)
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def shift(day: date, count: int, unit: str) -> date:
    """The day so many units later (earlier where negative); a month too short takes its last day.

    Raises ValueError or OverflowError where the calendar ends.
    """
    if unit in _DAYS_IN:
        return day + timedelta(days=count * _DAYS_IN[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_span(unit: str, day: date) -> Span:
    """The calendar unit that holds the day; a weekend is that of the day's week."""
    if unit == "day":
        return Span.day(day)
    if unit == "month":
        return Span.month(day.year, day.month)
    if unit == "year":
        return Span.year(day.year)
    if unit == "quarter":
        return quarter(day.year, (day.month + 2) // 3)
    if unit == "decade":
        return decade(day.year)
    monday = day - timedelta(days=day.weekday())
    if unit == "weekend":
        return Span(monday + timedelta(days=5), monday + timedelta(days=6), Granularity.RANGE)
    if unit == "fortnight":
        return Span(monday, monday + timedelta(days=13), Granularity.RANGE)
    return Span(monday, monday + timedelta(days=6), Granularity.WEEK)


def months(year: int, first: int, last: int, granularity: Granularity = Granularity.RANGE) -> Span:
    """From the first day of one month to the last of another of that year; a month over 12 is of the next year."""
    ends = Span.month(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return Span(date(year, first, 1), ends.end, granularity)


def quarter(year: int, number: int) -> Span:
    """A quarter of a year, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number, Granularity.QUARTER)


def half(year: int, number: int) -> Span:
    """A half of a year, 1 or 2."""
    return months(year, 6 * number - 5, 6 * number)


def decade(year: int) -> Span:
    """The decade that holds a year."""
    first = year - year % 10
    return Span(date(first, 1, 1), date(first + 9, 12, 31), Granularity.DECADE)


def century(number: int) -> Span:
    """A century, which begins with a year 1."""
    return Span(date(100 * number - 99, 1, 1), date(100 * number, 12, 31), Granularity.RANGE)


def season(name: str, year: int) -> Span:
    """A meteorological season of the north; winter begins in December of the year."""
    first = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[name]
    return months(year, first, first + 2)


def iso_week(year: int, number: int) -> Span:
    """A week by its ISO number; raises ValueError where the year has none such."""
    return unit_span("week", date.fromisocalendar(year, number, 1))


def part(span: Span, which: str) -> Span | None:
    """The `early`, `mid` or `late` part: a third of it; None for other spans.

    Of a week: Monday to Wednesday, Tuesday to Thursday, Friday to Sunday.
    """
    place = ("early", "mid", "late").index(which)
    if span.start is None or span.end is None:
        return None
    if span.granularity is Granularity.DECADE:
        first_year, last_year = ((0, 3), (4, 6), (7, 9))[place]
        year = span.start.year
        return Span(date(year + first_year, 1, 1), date(year + last_year, 12, 31), Granularity.RANGE)
    if span.granularity is Granularity.WEEK:
        first_day, last_day = ((0, 2), (1, 3), (4, 6))[place]
        return Span(span.start + first_day * ONE_DAY, span.start + last_day * ONE_DAY, Granularity.RANGE)
    if span.granularity is Granularity.MONTH:
        first = span.start.replace(day=10 * place + 1)
        return Span(first, span.end if which == "late" else first.replace(day=10 * place + 10), Granularity.RANGE)
    count = _whole_months(span.start, span.end)
    if count not in (3, 6, 12):
        return None
    start = shift(span.start, place * count // 3, "month")
    return months(start.year, start.month, start.month + count // 3 - 1)


def _whole_months(start: date, end: date) -> int:
    """How many months of the calendar it is, 0 where it is not so many whole ones."""
    if start.day != 1 or end != Span.month(end.year, end.month).end:
        return 0
    return 12 * (end.year - start.year) + end.month - start.month + 1


def step_of(span: Span) -> str:
    """The unit by which a span widens by one: its own, days where it has none."""
    return span.granularity.value if span.granularity is not Granularity.RANGE else "day"


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    golden, century, short = year % 19, year // 100, year % 100
    skipped, correction = century // 4, (8 * century + 13) // 25
    epact = (19 * golden + century - skipped - correction + 15) % 30
    lead = (32 + 2 * (century % 4) + 2 * (short // 4) - epact - short % 4) % 7
    shifted = epact + lead - 7 * ((golden + 11 * epact + 22 * lead) // 451) + 114
    return date(year, shifted // 31, shifted % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus' Julian rule); right from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    lead = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    shifted = moon + lead + 114
    return date(year, shifted // 31, shifted % 31 + 1) + timedelta(days=13)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The n-th such weekday of a month; -1 is the last one."""
    if number < 0:
        last = Span.month(year, month).end or date.max
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
