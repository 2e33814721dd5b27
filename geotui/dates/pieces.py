"""Rules for pieces of a date and for what stands beside one: the first week of May, the day before Christmas.

What must not be in here: dates that stand alone (`absolute`, `relative`), open ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from geotui.dates import units
from geotui.dates.points import Point, RefusedError, Today, fixed, read_point, rule
from geotui.dates.relative import length
from geotui.dates.words import WEEKDAYS
from geotui.model import Granularity, Span

_OF = r" (?:of|in) (?P<rest>.+)"
_NTH = r"(?P<n>last|[0-9]{1,2}(?:st|nd|rd|th))"


def piece_of(rest: str, today: Today, cut: Callable[[Span], Span | None]) -> Point | None:
    """A part of the date that `rest` names, of every year where it names none; None where it has no such part."""
    point = read_point(f"this {rest}" if rest in ("week", "month", "quarter", "year", "decade") else rest, today)
    if point is None or point.weekday is not None:
        return None
    if point.span is not None:
        piece = cut(point.span)
        return fixed(piece) if piece is not None else None
    yearly = point.yearly
    assert yearly is not None
    sample = yearly(2000)
    if sample is None or cut(sample) is None:
        return None

    def of_year(year: int) -> Span | None:
        whole = yearly(year)
        return whole and cut(whole)

    return Point(yearly=of_year)


@rule(r"(?P<part>early|mid|late|start|end)[ -](?:in |of )*(?P<rest>.+)")
def _part(match: re.Match[str], today: Today) -> Point | None:
    which = {"start": "early", "end": "late"}.get(match["part"], match["part"])
    return piece_of(match["rest"], today, lambda span: units.part(span, which))


@rule(rf"{_NTH} (?P<u>day|week|weekend|month){_OF}")
def _nth_piece(match: re.Match[str], today: Today) -> Point | None:
    """The first week of a month is its first seven days."""
    number = -1 if match["n"] == "last" else int(re.sub(r"[a-z]", "", match["n"]))
    unit, words = match["u"], match[0]

    def cut(span: Span) -> Span | None:
        if span.start is None or span.end is None or span.granularity is Granularity.DAY:
            return None
        if unit == "weekend":
            saturday = span.start + timedelta(days=(5 - span.start.weekday()) % 7 + 7 * (number - 1))
            if number < 0:
                saturday = span.end - timedelta(days=(span.end.weekday() - 5) % 7)
            piece = Span(saturday, saturday + units.ONE_DAY, Granularity.RANGE)
        elif number < 0:
            piece = _last(span, 1, unit)
        else:
            start = units.shift(span.start, number - 1, unit)
            end = units.shift(start, 1, unit) - units.ONE_DAY
            piece = Span(start, min(end, max(start, span.end)), Granularity.RANGE)
        return _inside(piece, span, words)

    return piece_of(match["rest"], today, cut)


@rule(rf"(?P<n>last|1th|1st) (?P<c>[0-9]{{1,3}}) (?P<u>day|week|month|year){_OF}")
def _first_few(match: re.Match[str], today: Today) -> Point | None:
    count, unit, words, last = int(match["c"]), match["u"], match[0], match["n"] == "last"

    def cut(span: Span) -> Span | None:
        if span.start is None or span.end is None or span.granularity is Granularity.DAY or not count:
            return None
        if last:
            return _inside(_last(span, count, unit), span, words)
        end = units.shift(span.start, count, unit) - units.ONE_DAY
        return _inside(Span(span.start, end, Granularity.RANGE), span, words)

    return piece_of(match["rest"], today, cut)


def _last(span: Span, count: int, unit: str) -> Span:
    assert span.end is not None
    return Span(units.shift(span.end + units.ONE_DAY, -count, unit), span.end, Granularity.RANGE)


def _inside(piece: Span, whole: Span, words: str) -> Span:
    if piece.start is None or not whole.contains(piece.start):
        raise RefusedError(f'there is no "{words}"')
    return piece


@rule(r"(?P<u>week|weekend|month|quarter|year|decade) (?P<way>before last|after next)")
def _last_but_one(match: re.Match[str], today: Today) -> Point:
    unit, step = match["u"], -2 if match["way"] == "before last" else 2
    return fixed(units.unit_span(unit, units.shift(today.day, step, "week" if unit == "weekend" else unit)))


@rule(r"<W> (?P<way>before last|after next)")
def _last_weekday_but_one(match: re.Match[str], today: Today) -> Point | None:
    before = match["way"] == "before last"
    point = read_point(f"{'last' if before else 'next'} {match['w']}", today)
    if point is None or point.span is None or point.span.start is None:
        return None
    return fixed(Span.day(point.span.start + timedelta(days=-7 if before else 7)))


@rule(r"(?P<u>day|week|fortnight|weekend|month|quarter|year|decade) (?P<way>before|after) (?P<rest>.+)")
def _unit_beside(match: re.Match[str], today: Today) -> Point | None:
    """What is as long as the unit and ends where the other date begins, or begins where it ends."""
    ends, unit = _ends(match["rest"], today), match["u"]
    if ends is None:
        return None
    if match["way"] == "before":
        day = ends[0]
        if unit == "weekend":
            sunday = _weekday_before(day, 6)
            return fixed(Span(sunday - units.ONE_DAY, sunday, Granularity.RANGE))
        return fixed(Span(units.shift(day, -1, unit), day - units.ONE_DAY, Granularity.RANGE))
    day = ends[1]
    if unit == "weekend":
        saturday = _weekday_after(day, 5)
        return fixed(Span(saturday, saturday + units.ONE_DAY, Granularity.RANGE))
    first = day + units.ONE_DAY
    return fixed(Span(first, units.shift(first, 1, unit) - units.ONE_DAY, Granularity.RANGE))


@rule(r"(?:(?P<n>[0-9]{1,2})(?:st|nd|rd|th) )?<W> (?P<way>before|after) (?P<rest>.+)")
def _weekday_beside(match: re.Match[str], today: Today) -> Point | None:
    ends, weekday = _ends(match["rest"], today), WEEKDAYS.index(match["w"])
    if ends is None:
        return None
    further = timedelta(days=7 * (int(match["n"] or 1) - 1))
    if match["way"] == "before":
        return fixed(Span.day(_weekday_before(ends[0], weekday) - further))
    return fixed(Span.day(_weekday_after(ends[1], weekday) + further))


@rule(r"<N> ?(?P<u>hour|day|week|fortnight|month|quarter|year|decade) (?P<way>before|after|from) (?P<rest>.+)")
def _steps_from(match: re.Match[str], today: Today) -> Point | None:
    """The day so long before the first day of the other date, or after its last."""
    ends = _ends(match["rest"], today)
    if ends is None:
        return None
    number, unit = length(1 if match["n"].startswith("a") else int(match["n"]), match["u"])
    before = match["way"] == "before"
    return fixed(Span.day(units.shift(ends[0 if before else 1], -number if before else number, unit)))


@rule(r"(?:(?P<n>[0-9]{1,4}) ?)?(?P<u>day|week|month|year) (?:since|start)(?: on| from)? (?P<rest>.+)")
def _from_then_on(match: re.Match[str], today: Today) -> Point | None:
    """`two weeks starting 5 June`, `the week beginning 5 June`."""
    ends = _ends(match["rest"], today)
    if ends is None:
        return None
    end = units.shift(ends[0], int(match["n"] or 1), match["u"]) - units.ONE_DAY
    return fixed(Span(ends[0], end, Granularity.RANGE))


def _ends(rest: str, today: Today) -> tuple[date, date] | None:
    point = read_point(rest, today)
    span = point.latest(today.day) if point is not None else None
    return (span.start, span.end) if span is not None and span.start and span.end else None


def _weekday_before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7 or 7)


def _weekday_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7 or 7)
