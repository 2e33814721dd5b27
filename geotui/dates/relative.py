"""Rules for dates that count from today, and for the week or the evening of another date.

What must not be in here: dates that name their place in the calendar (`absolute`), parts of a date (`pieces`).
"""

from __future__ import annotations

import re
from datetime import timedelta

from geotui.dates import units
from geotui.dates.absolute import month_number, valid_day
from geotui.dates.named import NAMED_DAYS
from geotui.dates.points import Point, RefusedError, Today, fixed, read_point, rule
from geotui.dates.words import CANONICAL, WEEKDAYS
from geotui.model import Granularity, Span

_UNIT = {"h": "hour", "d": "day", "w": "week", "m": "month", "y": "year"}
_COUNTED = re.compile(r"(?P<n>[0-9]+) (?P<u>[a-z]+)")
_STEP = {"last": -1, "this": 0, "next": 1, "coming": 1}
_DAYS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "this day": 0,
    "now": 0,
    "tonight": 0,
    "this daypart": 0,
    "this night": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}


def plain(name: str) -> str:
    """Words in the form that the grammar reads."""
    return " ".join(CANONICAL.get(word, word) for word in name.split())


_NAMED = {plain(name): yearly for name, yearly in NAMED_DAYS.items()}
_NAMES = "|".join(sorted(map(re.escape, _NAMED), key=len, reverse=True))


def _number(text: str) -> int:
    return 1 if text in ("a", "an") else int(text)


def length(count: int, unit: str) -> tuple[int, str]:
    """A count of a unit as whole days, weeks, months or years; hours round up to days."""
    unit = _UNIT.get(unit, unit)
    return (-(-count // 24), "day") if unit == "hour" else (count, unit)


@rule("|".join(_DAYS))
def _near_day(match: re.Match[str], today: Today) -> Point:
    return fixed(Span.day(today.day + timedelta(days=_DAYS[match[0]])))


@rule(rf"(?:(?P<r>last|this|next|coming) )?(?P<name>{_NAMES})(?:[ -]?(?:of )?<Y>)?")
def _named_day(match: re.Match[str], today: Today) -> Point | None:
    yearly = _NAMED[match["name"]]
    if match["y"]:
        return fixed(Span.day(yearly(int(match["y"])))) if not match["r"] else None
    return _which(Point(yearly=lambda year: Span.day(yearly(year))), match["r"], today)


@rule(rf"(?P<name>{_NAMES}) week(?:(?: of)? <Y>)?")
def _named_week(match: re.Match[str], _today: Today) -> Point:
    yearly = _NAMED[match["name"]]
    if match["y"]:
        return fixed(units.unit_span("week", yearly(int(match["y"]))))
    return Point(yearly=lambda year: units.unit_span("week", yearly(year)))


def _which(point: Point, which: str | None, today: Today) -> Point:
    """`last`: the latest before today's own; `this`: that of the year; `next`: the first that begins after today."""
    if which is None:
        return point
    if which == "this":
        return Point(span=point.in_year(today.day.year))
    if which in ("next", "coming"):
        return fixed(point.first_from(today.day + units.ONE_DAY))
    span = point.latest(today.day)
    if span.contains(today.day) and span.start is not None:
        span = point.latest(span.start - units.ONE_DAY)
    return fixed(span)


@rule(r"(?:<R> )?<W>")
def _weekday(match: re.Match[str], today: Today) -> Point:
    number, which = WEEKDAYS.index(match["w"]), match["r"]
    point = Point(weekday=number)
    if which is None:
        return point
    if which == "last":
        return fixed(point.latest(today.day - units.ONE_DAY))
    if which == "coming":
        return fixed(point.first_from(today.day + units.ONE_DAY))
    return fixed(_weekday_of_week(number, _STEP[which], today))


@rule(r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)(?: of <R> month)?")
def _day_of_month(match: re.Match[str], today: Today) -> Point | None:
    """The latest such day; of a month named from here, that one."""
    number, which = int(match["d"]), match["r"]
    for step in (_STEP[which],) if which else range(0, -12, -1):
        first = units.shift(today.day.replace(day=1), step, "month")
        day = valid_day(first.year, first.month, number)
        if day is not None and (which or day <= today.day):
            return fixed(Span.day(day))
    if which:
        raise RefusedError(f'there is no "{match[0]}"')
    return None


@rule(r"<D><-><E>(?: of)? <R> month")
def _days_of_near_month(match: re.Match[str], today: Today) -> Point:
    month = units.shift(today.day.replace(day=1), _STEP[match["r"]], "month")
    first, last = (valid_day(month.year, month.month, int(match[one])) for one in "de")
    if first is None or last is None or last < first:
        raise RefusedError(f'there is no "{match[0]}"')
    return fixed(Span(first, last, Granularity.RANGE))


@rule(r"<W>(?: of)? <R> week")
@rule(r"<R> week <W>")
def _weekday_in_week(match: re.Match[str], today: Today) -> Point:
    return fixed(_weekday_of_week(WEEKDAYS.index(match["w"]), _STEP[match["r"]], today))


def _weekday_of_week(weekday: int, weeks: int, today: Today) -> Span:
    monday = today.day - timedelta(days=today.day.weekday())
    return Span.day(monday + timedelta(days=7 * weeks + weekday))


@rule(r"<R> (?P<u>week|weekend|month|quarter|year|decade)")
def _unit(match: re.Match[str], today: Today) -> Point:
    unit, step = match["u"], _STEP[match["r"]]
    if (match["r"], unit) == ("coming", "weekend") and today.day.weekday() < 5:
        step = 0
    return fixed(units.unit_span(unit, units.shift(today.day, step, "week" if unit == "weekend" else unit)))


@rule(r"(?:<R> (?P<this>century)|(?P<n>[0-9]{1,2})(?:st|nd|rd|th) century)")
def _century(match: re.Match[str], today: Today) -> Point:
    number = (today.day.year + 99) // 100 + _STEP[match["r"]] if match["this"] else int(match["n"])
    return fixed(units.century(number))


@rule(r"(?P<u>year|quarter|month|week)td")
def _unit_so_far(match: re.Match[str], today: Today) -> Point:
    return fixed(Span(units.unit_span(match["u"], today.day).start, today.day, Granularity.RANGE))


@rule(r"(?P<way>earlier|later|rest of)(?: in)?(?: this)? (?P<u>week|month|year)")
def _side_of_unit(match: re.Match[str], today: Today) -> Point:
    """What of this unit lies behind or ahead of today, today included."""
    whole = units.unit_span(match["u"], today.day)
    if match["way"] == "earlier":
        return fixed(Span(whole.start, today.day, Granularity.RANGE))
    return fixed(Span(today.day, whole.end, Granularity.RANGE))


@rule(r"<R> <M>")
def _month(match: re.Match[str], today: Today) -> Point:
    number = month_number(match["m"])
    return _which(Point(yearly=lambda year: Span.month(year, number)), match["r"], today)


@rule(r"weekend")
def _weekend(_match: re.Match[str], today: Today) -> Point:
    return fixed(units.unit_span("weekend", today.day - timedelta(days=7 if today.day.weekday() < 5 else 0)))


@rule(r"<R> q(?P<n>[1-4])")
def _quarter(match: re.Match[str], today: Today) -> Point:
    number = int(match["n"])
    return _which(Point(yearly=lambda year: units.quarter(year, number)), match["r"], today)


@rule(r"<W> (?:the )?(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?")
def _weekday_and_day(match: re.Match[str], today: Today) -> Point | None:
    """`Friday 13th`: the latest day that is both."""
    first, number, weekday = today.day.replace(day=1), int(match["d"]), WEEKDAYS.index(match["w"])
    if not 1 <= number <= 31:
        return None
    for step in range(0, -120, -1):
        month = units.shift(first, step, "month")
        day = valid_day(month.year, month.month, number)
        if day is not None and day <= today.day and day.weekday() == weekday:
            return fixed(Span.day(day))
    raise RefusedError(f'there is no "{match[0]}"')


@rule(r"<R> <S>")
def _season(match: re.Match[str], today: Today) -> Point:
    name, which = match["s"], match["r"]
    point = Point(yearly=lambda year: units.season(name, year))
    if which == "this" and point.latest(today.day).contains(today.day):
        return fixed(point.latest(today.day))
    return _which(point, which, today)


@rule(r"(?:last |all )?(?P<n>[0-9]{1,5}) ?(?P<u>hour|day|week|fortnight|month|quarter|year|decade)")
@rule(r"(?:last )?(?P<n>[0-9]{1,5}) ?(?P<u>[hdwmy])")
def _back(match: re.Match[str], today: Today) -> Point | None:
    count, unit = length(int(match["n"]), match["u"])
    if not count:
        raise RefusedError(f'"{match[0]}" is no time at all')
    start = units.shift(today.day, -count, unit) + units.ONE_DAY
    return fixed(Span(start, today.day, Granularity.RANGE))


@rule(r"(?:next|coming) (?P<n>[0-9]{1,5}) ?(?P<u>hour|day|week|fortnight|month|quarter|year|decade)")
def _ahead(match: re.Match[str], today: Today) -> Point:
    count, unit = length(int(match["n"]), match["u"])
    return fixed(Span(today.day, units.shift(today.day, count, unit) - units.ONE_DAY, Granularity.RANGE))


@rule(r"<N> ?<U> ago")
@rule(r"<N> ?<U> (?P<ahead>from now|hence|from today)")
@rule(r"(?P<ahead>in) <N> ?<U>")
def _steps_away(match: re.Match[str], today: Today) -> Point:
    count, unit = length(_number(match["n"]), match["u"])
    if _UNIT.get(match["u"], match["u"]) == "hour":
        count = _number(match["n"]) // 24
    day = units.shift(today.day, count if match.groupdict().get("ahead") else -count, unit)
    if unit in ("year", "decade"):
        return fixed(Span.year(day.year))
    return fixed(units.unit_span("quarter", day) if unit == "quarter" else Span.day(day))


@rule(r"<N> ?<U> ago today")
@rule(r"(?:today|this day) <N> ?<U> ago")
@rule(r"(?P<more>(?:[0-9]{1,4} (?:year|month|week|day) (?:and )?)+)<N> <U> ago")
def _day_steps_back(match: re.Match[str], today: Today) -> Point:
    count, unit = length(_number(match["n"]), match["u"])
    day = units.shift(today.day, -count, unit)
    for more in _COUNTED.finditer(match.groupdict().get("more") or ""):
        day = units.shift(day, -int(more["n"]), more["u"])
    return fixed(Span.day(day))


@rule(r"(?:today|this day) last (?P<u>week|month|year)")
def _same_day_before(match: re.Match[str], today: Today) -> Point:
    return fixed(Span.day(units.shift(today.day, -1, match["u"])))


@rule(r"<N> <W>(?:days)? (?P<way>ago|from now|hence)")
def _weekdays_away(match: re.Match[str], today: Today) -> Point:
    """`two Mondays ago` is the second Monday before today."""
    count, number = _number(match["n"]), WEEKDAYS.index(match["w"])
    if match["way"] == "ago":
        last = today.day - timedelta(days=(today.day.weekday() - number) % 7 or 7)
        return fixed(Span.day(last - timedelta(days=7 * (count - 1))))
    following = today.day + timedelta(days=(number - today.day.weekday()) % 7 or 7)
    return fixed(Span.day(following + timedelta(days=7 * (count - 1))))


@rule(r"<N> week ago <W>")
@rule(r"<W> <N> week ago")
def _weekday_weeks_ago(match: re.Match[str], today: Today) -> Point:
    return fixed(_weekday_of_week(WEEKDAYS.index(match["w"]), -_number(match["n"]), today))


@rule(r"(?:an? )?few (?:hour|day|week|month|year) ago")
@rule(r"<R> few (?:hour|day|week|month|year)")
def _unknown_number(match: re.Match[str], _today: Today) -> Point:
    raise RefusedError(f'"{match[0]}" is no known number of days; say how many, as in "3 days ago"')


@rule(r"(?P<u>week|weekend|month|quarter|year|decade) (?:of|around) (?P<rest>.+)")
def _unit_of(match: re.Match[str], today: Today) -> Point | None:
    point, unit = read_point(match["rest"], today), match["u"]
    span = point.latest(today.day) if point is not None else None
    if span is None or span.start is None or span.granularity is not Granularity.DAY:
        return None
    return fixed(units.unit_span(unit, span.start))


@rule(r"(?P<rest>.+?) (?:in |at )?(?:daypart|night)")
@rule(r"(?P<rest>.+?)(?: at)? (?:[0-9]{1,2}:[0-9]{2}(?: ?[ap]m)?|[0-9]{1,2} ?[ap]m)")
def _part_of_day(match: re.Match[str], today: Today) -> Point | None:
    point = read_point(match["rest"], today)
    if point is None:
        return None
    span = point.span or point.latest(today.day)
    return point if span.granularity is Granularity.DAY else None


@rule(r"(?P<rest>.+?)(?: of)? (?P<r>last|this|next) year")
def _in_near_year(match: re.Match[str], today: Today) -> Point | None:
    return read_point(f"{match['rest']} {today.day.year + _STEP[match['r']]}", today)
