"""Rules for dates that name their place in the calendar: days, months, quarters, halves, years, decades, weeks.

A missing year is left open (`Point.yearly`). What must not be in here: anything that counts from today.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from geotui.dates import units
from geotui.dates.points import Point, RefusedError, Today, fixed, rule
from geotui.dates.words import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from geotui.model import Granularity, Span

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_number(word: str) -> int:
    """1 to 12."""
    return MONTHS.index(word) + 1


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> Span:
    found = valid_day(year, month, day)
    if found is None:
        raise RefusedError(
            f"there is no {_written(month, day)} {year}" if 1 <= month <= 12 else f"there is no month {month}"
        )
    return Span.day(found)


def _written(month: int, day: int) -> str:
    return f"{day} {MONTH_NAMES[month - 1].title()}"


def _day_of(month: int, day: int, year: str | None, weekday: str | None) -> Point:
    """A day of a month, checked against the weekday that stands with it."""
    if not 1 <= day <= _LONGEST[month - 1]:
        raise RefusedError(f"there is no {_written(month, day)}")
    wanted = WEEKDAYS.index(weekday) if weekday else None
    if year:
        span = _day(int(year), month, day)
        if wanted is not None and span.start is not None and span.start.weekday() != wanted:
            true = WEEKDAY_NAMES[span.start.weekday()].title()
            raise RefusedError(f"{_written(month, day)} {year} is a {true}, no {WEEKDAY_NAMES[wanted].title()}")
        return fixed(span)

    def of_year(some: int) -> Span | None:
        found = valid_day(some, month, day)
        return Span.day(found) if found and wanted in (None, found.weekday()) else None

    return Point(yearly=of_year)


@rule(r"<Y>([-/.])(?P<mo>[0-9]{1,2})\2(?P<d>[0-9]{1,2})(?:[t ][0-9:.z+-]*)?")
def _iso_day(match: re.Match[str], _today: Today) -> Point:
    return fixed(_day(int(match["y"]), int(match["mo"]), int(match["d"])))


@rule(r"(?P<y>(?:19|20)[0-9]{2})(?P<mo>[0-9]{2})(?P<d>[0-9]{2})")
def _compact_day(match: re.Match[str], _today: Today) -> Point | None:
    year, month, day = int(match["y"]), int(match["mo"]), int(match["d"])
    return fixed(_day(year, month, day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


@rule(r"<Y>([-/])(?P<mo>[0-9]{2}|(?<=/)[0-9])|(?P<mo2>[0-9]{1,2})([-/.])(?P<y2>[12][0-9]{3})")
def _year_month(match: re.Match[str], _today: Today) -> Point:
    year, month = int(match["y"] or match["y2"]), int(match["mo"] or match["mo2"])
    if 1 <= month <= 12:
        return fixed(Span.month(year, month))
    if match["y"] and month > year % 100:
        return fixed(Span(date(year, 1, 1), date(year - year % 100 + month, 12, 31), Granularity.RANGE))
    raise RefusedError(f"there is no month {month}")


@rule(r"(?P<a>[0-9]{1,2})(?P<s>[-/.])(?P<b>[0-9]{1,2})(?:(?:(?P=s)| (?=[0-9]{4}))(?P<y>[0-9]{4}|[0-9]{2}))?")
def _digits(match: re.Match[str], today: Today) -> Point | None:
    """A day and a month in digits alone: the order must be set, or only one be a date."""
    first, second, year = int(match["a"]), int(match["b"]), match["y"]
    if not year and match["s"] != "/":
        return None
    if year and len(year) == 2:
        year = _long_year(year, today)
    readings = {}
    for order in ("mdy", "dmy") if today.order == "mdy" else ("dmy", "mdy"):
        day, month = (first, second) if order == "dmy" else (second, first)
        if 1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1] and (not year or valid_day(int(year), month, day)):
            readings[month, day] = f"{_written(month, day)} {year or ''}".strip()
    if len(readings) == 1 or (readings and today.order):
        (month, day) = next(iter(readings))
        return _day_of(month, day, year, None)
    if readings:
        raise RefusedError(f"{match[0]} is {' or '.join(readings.values())}; write the month in letters")
    if year:
        raise RefusedError(f"{match[0]} is no date")
    return None


@rule(r"(?:<W> )?<D>(?: of )?[ -/]?<M>(?:(?: of )?[ -/]?<Y>)?")
@rule(r"(?:<W> )?<M>[ -]?<D>(?:[ -]<Y>)?")
@rule(r"<Y>[ -/]<M>[ -/]<D>")
def _month_day(match: re.Match[str], today: Today) -> Point:
    weekday = match.groupdict().get("w")
    point = _day_of(month_number(match["m"]), int(match["d"]), match["y"], weekday)
    if weekday is None or match["y"]:
        return point
    # the weekday tells the year, which may be to come
    behind, ahead = point.latest(today.day), point.first_from(today.day)
    assert behind.start is not None
    assert ahead.start is not None
    return fixed(ahead if ahead.start - today.day < today.day - behind.start else behind)


@rule(r"<D>([-/])<M>\2(?P<short>[0-9]{2})")
def _day_short_year(match: re.Match[str], today: Today) -> Point:
    return _day_of(month_number(match["m"]), int(match["d"]), _long_year(match["short"], today), None)


def _long_year(short: str, today: Today) -> str:
    """A year of two digits: of this century, unless it lies well ahead."""
    ahead = today.day.year - today.day.year % 100 + int(short) - today.day.year
    return str(today.day.year + ahead - (100 if ahead > 10 else 0))


@rule(r"(?P<n>[0-9]st|[0-9]nd|[0-9]rd|[0-9]th|last) <W> (?:of|in) (?:<M>(?: <Y>)?|(?:<R> )?(?P<this>month))")
def _nth_weekday(match: re.Match[str], today: Today) -> Point:
    number = -1 if match["n"] == "last" else int(match["n"][0])
    weekday = WEEKDAYS.index(match["w"])
    if match["this"]:
        near = units.shift(today.day.replace(day=1), {"last": -1, "this": 0, None: 0}.get(match["r"], 1), "month")
        return fixed(Span.day(units.nth_weekday(near.year, near.month, weekday, number)))
    month = month_number(match["m"])
    if number > 5 or number == 0:
        raise RefusedError(f'no month has "{match[0]}"')

    def of_year(year: int) -> Span | None:
        day = units.nth_weekday(year, month, weekday, number)
        return Span.day(day) if day.month == month else None

    if match["y"] and of_year(int(match["y"])) is None:
        raise RefusedError(f'there is no "{match[0]}"')
    return _of_year(of_year, match["y"])


@rule(r"<D><-><E>(?: of)?[ -]<M>(?: <Y>)?")
@rule(r"<M> <D><-><E>(?: <Y>)?")
@rule(r"<D><-><M> <E>(?: <Y>)?")
def _days_of_month(match: re.Match[str], _today: Today) -> Point:
    month, first, last = month_number(match["m"]), int(match["d"]), int(match["e"])
    for day in (first, last):
        _day_of(month, day, match["y"], None)
    if last < first:
        raise RefusedError(f'"{match[0]}" ends before it begins')

    def of_year(year: int) -> Span | None:
        start, end = valid_day(year, month, first), valid_day(year, month, last)
        return Span(start, end, Granularity.RANGE) if start and end else None

    return _of_year(of_year, match["y"])


def _of_year(yearly: Callable[[int], Span | None], year: str | None) -> Point:
    if not year:
        return Point(yearly=yearly)
    span = yearly(int(year))
    return fixed(span) if span is not None else Point(yearly=yearly)


@rule(r"(?:month of )?<M>(?: of)?(?:[ /-]?<Y>)?")
@rule(r"<Y>[ /-]?<M>")
def _month(match: re.Match[str], _today: Today) -> Point:
    number = month_number(match["m"])
    return _of_year(lambda year: Span.month(year, number), match["y"])


@rule(r"<D> <M> [0-9]{1,3}")
@rule(r"<M> (?:<D> [0-9]{1,3}|[0-9]{3})")
def _unfinished_year(match: re.Match[str], _today: Today) -> Point:
    raise RefusedError(f'"{match[0]}" ends in no year; write it with four digits')


@rule(r"(?:year )?(?:of )?<Y>")
def _year(match: re.Match[str], _today: Today) -> Point:
    return fixed(Span.year(int(match["y"])))


@rule(r"q(?P<n>[0-9])(?:(?: of)?[ -/]?<Y>)?")
@rule(r"<Y>[ -/]?q(?P<n>[0-9])")
@rule(r"(?P<n>[0-9])q(?:[ -/]?<Y>)?")
@rule(r"(?P<n>[0-9])(?:st|nd|rd|th) quarter(?:(?: of)? <Y>)?")
@rule(r"<Y> (?P<n>[0-9])(?:st|nd|rd|th) quarter")
@rule(r"quarter (?P<n>[0-9])(?:(?: of)? <Y>)?")
@rule(r"(?P<n>last) quarter(?: of)? <Y>")
def _quarter(match: re.Match[str], _today: Today) -> Point:
    number = 4 if match["n"] == "last" else int(match["n"])
    if not 1 <= number <= 4:
        raise RefusedError("a year has quarters 1 to 4")
    return _of_year(lambda year: units.quarter(year, number), match["y"])


@rule(r"h(?P<n>[0-9])(?:(?: of)?[ -/]?<Y>)?")
@rule(r"<Y>[ -/]?h(?P<n>[0-9])")
@rule(r"<Y> (?P<n>[0-9])(?:st|nd|rd|th) half")
@rule(r"(?P<n>[12])h[ -/]?<Y>")
@rule(r"(?P<n>[0-9])(?:st|nd|rd|th) half(?:(?: of)? <Y>)?")
def _half(match: re.Match[str], _today: Today) -> Point:
    number = int(match["n"])
    if number not in (1, 2):
        raise RefusedError("a year has halves 1 and 2")
    return _of_year(lambda year: units.half(year, number), match["y"])


@rule(r"(?P<n>1|2)(?:st|nd|th) half(?: of)? <M>(?: <Y>)?")
def _half_month(match: re.Match[str], _today: Today) -> Point:
    number, second = month_number(match["m"]), match["n"] == "2"

    def of_year(year: int) -> Span:
        whole = Span.month(year, number)
        if second:
            return Span(date(year, number, 16), whole.end, Granularity.RANGE)
        return Span(date(year, number, 1), date(year, number, 15), Granularity.RANGE)

    return _of_year(of_year, match["y"])


@rule(r"(?P<c>[12][0-9])?(?P<t>[0-9])0s")
@rule(r"(?P<c>[12][0-9])(?P<t>[0-9])x")
def _decade(match: re.Match[str], _today: Today) -> Point:
    century = match["c"] or ("20" if match["t"] in "012" else "19")
    return fixed(units.decade(int(f"{century}{match['t']}0")))


@rule(r"<Y>[ -]?w(?P<n>[0-9]{1,2})")
@rule(r"(?:week|w) ?(?P<n>[0-9]{1,2})(?:(?: of)? <Y>)?")
@rule(r"<Y> week (?P<n>[0-9]{1,2})")
def _week(match: re.Match[str], _today: Today) -> Point:
    number = int(match["n"])
    if not 1 <= number <= 53:
        raise RefusedError("a year has weeks 1 to 52 or 53")

    def of_year(year: int) -> Span | None:
        try:
            return units.iso_week(year, number)
        except ValueError:
            return None

    if match["y"] and of_year(int(match["y"])) is None:
        raise RefusedError(f"{match['y']} has no week {number}")
    return _of_year(of_year, match["y"])


@rule(r"week (?P<a>[0-9]{1,2}) ?(?:-|to|until|through|and) ?(?P<b>[0-9]{1,2})(?:(?: of)? <Y>)?")
def _weeks(match: re.Match[str], _today: Today) -> Point:
    first, last = int(match["a"]), int(match["b"])
    if not 1 <= first <= last <= 53:
        raise RefusedError(f'"{match[0]}": a year has weeks 1 to 52 or 53')

    def of_year(year: int) -> Span | None:
        try:
            return Span(units.iso_week(year, first).start, units.iso_week(year, last).end, Granularity.RANGE)
        except ValueError:
            return None

    if match["y"] and of_year(int(match["y"])) is None:
        raise RefusedError(f"{match['y']} has no week {last}")
    return _of_year(of_year, match["y"])


@rule(r"winter(?: of)? <Y>[-/](?P<e>[0-9]{4}|[0-9]{2})")
def _winter(match: re.Match[str], _today: Today) -> Point:
    """`winter 2020-21` is one winter."""
    year = int(match["y"])
    if match["e"] not in (str(year + 1), str(year + 1)[2:]):
        raise RefusedError(f'"{match[0]}" is no one winter')
    return fixed(units.season("winter", year))


@rule(r"<S>(?: of)?(?: <Y>)?")
def _season(match: re.Match[str], _today: Today) -> Point:
    name = match["s"]
    return _of_year(lambda year: units.season(name, year), match["y"])
