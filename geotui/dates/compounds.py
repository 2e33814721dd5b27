"""Dates typed with an open end, between two others, or around one: `since X`, `X..Y`, `older than 3 weeks`, `X ±3d`.

What must not be in here: single dates, which are `points`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from geotui.dates import units
from geotui.dates.points import Point, RefusedError, Today, read_point, span_between
from geotui.dates.relative import length
from geotui.model import Granularity, Span

_LEADING = re.compile(r"(?:(?:in|on|at|of|during|all(?: of)?|for(?! [0-9])|within(?= (?:last|next))) )+")
_OPEN = (
    (re.compile(r"(?:since|from|>=|later than or on) ?(?P<x>.+)|(?P<x2>.+?) ?(?:\.\.|/\.\.|/| onwards|\+)"), "since"),
    (re.compile(r"(?:after|>) ?(?P<x>.+)"), "after"),
    (re.compile(r"(?:until|up to|through|<=|\.\./?) ?(?P<x>.+)"), "until"),
    (re.compile(r"(?:before|<) ?(?P<x>.+)"), "before"),
)
_THAN = re.compile(r"(?P<which>newer|older) than (?P<x>.+)")
_AGE = re.compile(r"(?P<n>[0-9]{1,5}|an?) ?(?P<u>hour|day|week|fortnight|month|quarter|year|decade|[hdwmy])")
_AROUND = re.compile(
    r"around (?P<x>(?:(?!±|\+ ?/? ?-).)+)"
    r"|(?:around )?(?P<x2>.+?) ?(?:±|\+ ?/? ?-) ?(?P<n>[0-9]{1,4}) ?(?P<u>day|week|month|year|[dwmy])"
)
_BETWEEN = re.compile(r"(?:between (?P<x>.+) and|from (?P<x2>.+) (?:to|until|through)) (?P<y>.+)")
_LOW = re.compile(r"(?P<after>after|>(?!=))|since|from|>=|later than or on")
_HIGH = re.compile(r" (?:and )?(?:(?P<before>before|<(?!=))|until|up to|to|through|<=) ?")
_EDGE = re.compile(r"(?P<which>start|end) (?:of )?(?P<rest>.+)")
_WORDED = re.compile(r"^[0-9]+\S* (?:until|to|through) ")
_LONGEST_WRAP = 334
"""Days: of two days without a year that lie further apart over New Year the second was meant to be the earlier."""
_SEPARATOR = re.compile(r" ?(?:\.\.| - | to | until | through |/|-) ?")
_ENDLESS = Granularity.RANGE


def read_compound(text: str, today: Today) -> Span | None:
    """What a phrase in plain form means; None where it is no date. Raises RefusedError, ValueError, OverflowError."""
    text = text.strip()
    span = _single(text, today)
    if span is None:
        span = _between(text, today)
    if span is None:
        span = _bounds(text, today) or _open(text, today) or _than(text, today) or _around(text, today)
    if span is None:
        span = _range(text, today)
    return span


def _point(text: str, today: Today) -> Point | None:
    point = read_point(text, today)
    if point is None:
        bare = _LEADING.sub("", text, count=1) if _LEADING.match(text) else text
        point = read_point(bare, today) if bare != text else None
    return point


def _single(text: str, today: Today) -> Span | None:
    point = _point(text, today)
    return point.latest(today.day) if point is not None else None


def _part(text: str, today: Today) -> Span | None:
    """A single date or a range, as it may stand after `since`."""
    span = _single(text, today)
    return span if span is not None else _range(text, today)


def _edge(text: str, today: Today) -> Point | None:
    """The first or last day of a date, as `before the end of May` means it; None where none is spoken of."""
    match = _EDGE.fullmatch(text)
    if match is None:
        return None
    rest = match["rest"]
    point = _point(f"this {rest}" if rest in ("week", "month", "quarter", "year", "decade") else rest, today)
    span = point.latest(today.day) if point is not None else None
    day = (span.start if match["which"] == "start" else span.end) if span is not None else None
    return Point(span=Span.day(day)) if day is not None else None


def _bounds(text: str, today: Today) -> Span | None:
    """Both bounds in words, each as it stands alone: `since X until Y`, `after X and before Y`."""
    low = _LOW.match(text)
    if low is None:
        return None
    rest = text[low.end() :].strip()
    for high in _HIGH.finditer(rest):
        first, last = rest[: high.start()], rest[high.end() :]
        if _AGE.fullmatch(first):
            continue  # `since 3 days before X` counts from X
        left = _edge(first, today) or _point(first, today)
        right = _edge(last, today) or _point(last, today)
        if left is None or right is None:
            continue
        begins, ends = _fill(left, right, today.day, text)
        if low["after"] and begins.end is not None:
            begins = Span.day(begins.end + units.ONE_DAY)
        if high["before"] and ends.start is not None:
            ends = Span.day(ends.start - units.ONE_DAY)
        return span_between(begins, ends, text)
    days = read_point(rest, today)
    ranged = days is not None and not low["after"] and _WORDED.search(rest)
    return days.latest(today.day) if days is not None and ranged else None


def _open(text: str, today: Today) -> Span | None:
    for pattern, kind in _OPEN:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        words = match["x"] or match.groupdict().get("x2") or ""
        point = _edge(words, today)
        span = point.span if point is not None else _part(words, today)
        if span is None or span.start is None or span.end is None:
            continue
        if kind == "since":
            if text.startswith("from") and span.granularity is Granularity.RANGE and _SEPARATOR.search(text):
                return span
            return Span(span.start, None, _ENDLESS)
        if kind == "after":
            return Span(span.end + units.ONE_DAY, None, _ENDLESS)
        if kind == "until":
            return Span(None, span.end, _ENDLESS)
        return Span(None, span.start - units.ONE_DAY, _ENDLESS)
    return None


def _than(text: str, today: Today) -> Span | None:
    match = _THAN.fullmatch(text)
    if match is None:
        return None
    newer, age = match["which"] == "newer", _AGE.fullmatch(match["x"])
    if age is None:
        return _open(f"{'after' if newer else 'before'} {match['x']}", today)
    count, unit = length(1 if age["n"].startswith("a") else int(age["n"]), age["u"])
    day = units.shift(today.day, -count, unit)
    return Span(day, None, _ENDLESS) if newer else Span(None, day - units.ONE_DAY, _ENDLESS)


def _around(text: str, today: Today) -> Span | None:
    match = _AROUND.fullmatch(text)
    if match is None:
        return None
    span = _single(match["x"] or match["x2"], today)
    if span is None or span.start is None or span.end is None:
        return None
    if match["n"]:
        count, unit = length(int(match["n"]), match["u"])
    else:
        count, unit = 1, units.step_of(span)
    start = units.shift(span.start, -count, unit)
    end = units.shift(span.end + units.ONE_DAY, count, unit) - units.ONE_DAY
    return Span(start, end, Granularity.RANGE)


def _between(text: str, today: Today) -> Span | None:
    match = _BETWEEN.fullmatch(text)
    if match is None:
        inner = _part(text.removeprefix("between "), today) if text.startswith("between ") else None
        return inner if inner is not None and _SEPARATOR.search(text) else None
    first, last = match["x"] or match["x2"], match["y"]
    days = read_point(f"{first} to {last}", today)
    return days.latest(today.day) if days is not None else _joined(first, last, text, today)


def _range(text: str, today: Today) -> Span | None:
    refusal: RefusedError | None = None
    for first, last in _splits(text):
        try:
            span = _joined(first, last, text, today)
        except RefusedError as error:
            refusal = refusal or error
            continue
        if span is not None:
            return span
    if refusal is not None:
        raise refusal
    return None


def _splits(text: str) -> Iterator[tuple[str, str]]:
    for match in _SEPARATOR.finditer(text):
        if match.start() > 0 and match.end() < len(text):
            yield text[: match.start()], text[match.end() :]


def _joined(first: str, last: str, text: str, today: Today) -> Span | None:
    """From the first day of one date to the last day of the other, what one lacks taken from the other."""
    left, right = _point(first, today), _point(last, today)
    if left is None or right is None:
        return None
    return span_between(*_fill(left, right, today.day, text), text)


def _fill(left: Point, right: Point, today: date, text: str) -> tuple[Span, Span]:
    if right.span is not None and right.span.start is not None:
        if left.span is not None:
            return left.span, right.span
        if left.weekday is not None:
            return left.latest(right.span.start), right.span
        span = left.in_year(right.span.start.year)
        if span is None or span.start is None or span.start > right.span.start:
            span = left.latest(right.span.start)
        return span, right.span
    begins = left.latest(today)
    assert begins.start is not None
    ends = right.first_from(begins.start)
    assert ends.start is not None
    days = left.yearly is not None and begins.granularity is Granularity.DAY
    if days and ends.start.year > begins.start.year and (ends.start - begins.start).days > _LONGEST_WRAP:
        raise RefusedError(f'"{text}" ends before it begins')
    return begins, ends
