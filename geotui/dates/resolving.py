"""The days that a date in a text means, seen from the article's own day.

What must not be in here: finding dates, dating the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from geotui.dates import units
from geotui.dates.absolute import valid_day
from geotui.dates.finding import NO_DATES, Found
from geotui.dates.named import NAMED_DAYS
from geotui.dates.tense import Tense
from geotui.dates.timex import timex_value
from geotui.model import DateMention, Granularity, Span

_STEP: Final = {
    **dict.fromkeys(("last", "past", "previous"), -1),
    **dict.fromkeys(("this", "same", "that", "current", "the"), 0),
    **dict.fromkeys(("next", "coming", "following"), 1),
}
_FROM_BEFORE: Final = frozenset({"same", "that", "following", "previous"})
"""`the following month` counts from the date that the text has named last."""
_FINENESS: Final = (
    Granularity.DAY,
    Granularity.WEEK,
    Granularity.RANGE,
    Granularity.MONTH,
    Granularity.QUARTER,
    Granularity.YEAR,
    Granularity.DECADE,
)
_WRONG_SIDE: Final = 150
_WRONG_MONTHS: Final = 6
"""Days and months; the tense is read from few words and is wrong more often than news is of another year."""
_NEAR: Final = {
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "day after tomorrow": 2,
}


def resolve(found: Sequence[Found], start: date | None, end: date | None) -> tuple[DateMention, ...]:
    """The dates as mentions, for an article of some day from `start` to `end`.

    One that would mean other days at the end than at the start is left out: it is not known what it means.
    """
    first = spans_from(found, start)
    last = first if start == end else spans_from(found, end)
    return tuple(
        DateMention(one.start, one.end, one.text, low, timex_value(one, low))
        for one, low, high in zip(found, first, last, strict=True)
        if low is not None and low == high
    )


def spans_from(found: Sequence[Found], day: date | None) -> list[Span | None]:
    """The days that each means in an article of the day, None where they cannot be told; lengths and such mean none."""
    before: Span | None = None
    spans: list[Span | None] = []
    for one in found:
        span = _safely(one, day, before) if one.kind not in NO_DATES else None
        spans.append(span)
        if span is not None and (one.kind != "ago" or span.granularity is Granularity.DAY):
            before = span
    return spans


def span_of(found: Found, anchor: date | None, before: Span | None = None) -> Span | None:
    """The days meant, None where they cannot be told; `before` is the date named last, for `two days later`."""
    if found.range_end and before is not None and before.start is not None and found.kind in ("day", "weekday"):
        return _end_of_range(found, before.start)
    if found.kind in ("iso", "day"):
        return _day(found, anchor)
    if found.kind == "month":
        return _month(found, anchor)
    if found.kind == "year":
        return _year(found)
    if found.kind == "decade":
        return _part(units.decade(found.year or 0), found.part)
    if found.kind == "century":
        return units.century(found.number or 1)
    if found.kind == "named":
        return _named(found, anchor)
    if found.kind in ("quarter", "season"):
        return _of_year(found, anchor)
    if anchor is None:
        return None
    if found.kind == "weekday":
        return Span.day(_weekday(found, anchor))
    if found.kind == "near":
        return Span.day(anchor + timedelta(days=_NEAR.get(found.name, 0)))
    return _ago(found, anchor, before) if found.kind == "ago" else _unit(found, anchor, before)


def _unit(found: Found, anchor: date, before: Span | None) -> Span | None:
    """A calendar unit, counted from the article or, where the words point back, from the date named last."""
    day = found.unit == "day"
    if day and found.which in ("this", "last", "current", "coming"):
        return None
    if found.which in _FROM_BEFORE or day:
        anchor = _start_of(before, found.unit) or anchor
    if found.which == "latest" or (found.unit == "quarter" and not found.which and not found.part):
        if before is not None and before.granularity is Granularity.QUARTER:
            return before
        return units.unit_span(found.unit, units.shift(anchor, -1, found.unit))
    step = _STEP[found.which] if found.which else 0
    if found.unit == "weekend" and not found.which and found.tense is not Tense.FUTURE:
        step = -(anchor.weekday() < 5)
    whole = units.unit_span(found.unit, units.shift(anchor, step, "week" if found.unit == "weekend" else found.unit))
    return _part(whole, found.part)


def _start_of(before: Span | None, unit: str) -> date | None:
    """Where to count from a date named before in steps of the unit: None where it is not as fine as that."""
    if before is None or _FINENESS.index(before.granularity) > _FINENESS.index(Granularity(unit.removesuffix("end"))):
        return None
    return before.start


def _safely(found: Found, anchor: date | None, before: Span | None) -> Span | None:
    try:
        return span_of(found, anchor, before)
    except (ValueError, OverflowError):
        return None


def _day(found: Found, anchor: date | None) -> Span | None:
    assert found.month is not None
    assert found.day is not None
    if found.year is not None:
        first = valid_day(found.year, found.month, found.day)
    else:
        first = _nearest_day(found, anchor) if anchor is not None else None
    if first is None:
        return None
    last = valid_day(first.year, first.month, found.last_day) if found.last_day else None
    return Span(first, last, Granularity.RANGE) if last is not None and last > first else Span.day(first)


def _end_of_range(found: Found, start: date) -> Span | None:
    """The first such day from the start on."""
    if found.kind == "weekday":
        return Span.day(start + timedelta(days=((found.weekday or 0) - start.weekday()) % 7))
    if found.year is not None:
        return _day(found, None)
    assert found.month is not None
    assert found.day is not None
    days = [valid_day(start.year + step, found.month, found.day) for step in (0, 1)]
    return next((Span.day(day) for day in days if day is not None and day >= start), None)


def _nearest_day(found: Found, anchor: date) -> date | None:
    assert found.month is not None
    assert found.day is not None
    steps = (_STEP[found.near_year],) if found.near_year else (-1, 0, 1)
    days = [valid_day(anchor.year + step, found.month, found.day) for step in steps]
    known = [day for day in days if day is not None]
    return _choose(known, anchor, found.tense)


def _choose(days: Sequence[date], anchor: date, tense: Tense) -> date | None:
    """The nearest; a day on the side that the tense speaks against counts as `_WRONG_SIDE` further away."""

    def cost(day: date) -> tuple[int, date]:
        ahead = (day - anchor).days
        wrong = ahead * tense < 0 and abs(ahead) > 2
        return abs(ahead) + (_WRONG_SIDE if wrong else 0), day

    return min(days, key=cost) if days else None


def _month(found: Found, anchor: date | None) -> Span | None:
    assert found.month is not None
    if found.year is not None:
        return _part(Span.month(found.year, found.month), found.part)
    if anchor is None:
        return None
    year, month = anchor.year, found.month
    if found.near_year:
        year += _STEP[found.near_year]
    elif found.which in ("last", "past"):
        # `last February` in March is mostly that of the year before
        year -= month >= anchor.month - 1
    elif found.which == "next":
        year += month <= anchor.month
    elif found.which != "this":
        year += _year_of_month(month - anchor.month, found.tense)
    return _part(Span.month(year, month), found.part)


def _year_of_month(ahead: int, tense: Tense) -> int:
    """The year, counted from the article's, of a month that lies so many months ahead in the same year."""

    def cost(step: int) -> int:
        distance = ahead + 12 * step
        return abs(distance) + (_WRONG_MONTHS if distance * tense < 0 else 0)

    # of equals the past: news tells more of it
    return min((-1, 0, 1), key=lambda step: (cost(step), step))


def _part(span: Span, part: str) -> Span:
    return (units.part(span, part) or span) if part else span


def _year(found: Found) -> Span:
    assert found.year is not None
    if found.last_year is not None:
        return Span(date(found.year, 1, 1), date(found.last_year, 12, 31), Granularity.RANGE)
    return _part(Span.year(found.year), found.part)


def _named(found: Found, anchor: date | None) -> Span | None:
    name = found.name.replace("'", "")
    rule = NAMED_DAYS[name if name in NAMED_DAYS else f"{name} day"]
    if found.year is not None:
        return Span.day(rule(found.year))
    if anchor is None:
        return None
    day = _choose([rule(anchor.year + step) for step in (-1, 0, 1)], anchor, found.tense)
    return Span.day(day) if day is not None else None


def _of_year(found: Found, anchor: date | None) -> Span | None:
    year = found.year
    if year is None:
        if anchor is None:
            return None
        year = anchor.year + _STEP.get(found.near_year or found.which, 0)
        span = _piece_of_year(found, year)
        ahead = span.start is not None and span.start > anchor
        return (
            _piece_of_year(found, year - 1)
            if ahead and found.tense is not Tense.FUTURE and not (found.which or found.near_year)
            else span
        )
    return _piece_of_year(found, year)


def _piece_of_year(found: Found, year: int) -> Span:
    if found.kind == "season":
        return units.season("autumn" if found.name == "fall" else found.name, year)
    number = found.number or 1
    return units.half(year, min(number, 2)) if found.unit in ("half", "h") else units.quarter(year, number)


def _weekday(found: Found, anchor: date) -> date:
    assert found.weekday is not None
    if found.near_week:
        monday = anchor - timedelta(days=anchor.weekday())
        return monday + timedelta(days=7 * _STEP[found.near_week] + found.weekday)
    back = (anchor.weekday() - found.weekday) % 7
    ahead = (found.weekday - anchor.weekday()) % 7
    if found.which in ("last", "past"):
        return anchor - timedelta(days=back or 7)
    if found.which == "next":
        return anchor + timedelta(days=ahead or 7)
    if found.which in ("this", "coming") or found.tense is Tense.FUTURE:
        return anchor + timedelta(days=ahead)
    return anchor - timedelta(days=back)


def _ago(found: Found, anchor: date, before: Span | None) -> Span | None:
    if found.number is None:
        return None
    if found.unit == "year" and before is not None and before.granularity is Granularity.QUARTER and before.start:
        # of results of a quarter: the same quarter of the year before
        return units.unit_span("quarter", units.shift(before.start, -found.number, "year"))
    if found.which in ("earlier", "later"):
        since = _start_of(before, found.unit)
        if since is None and found.which == "later":
            return None
        anchor = since or anchor
    ahead = found.which in ("later", "from now")
    day = units.shift(anchor, found.number if ahead else -found.number, found.unit)
    return Span.day(day) if found.unit == "day" else units.unit_span(found.unit, day)
