"""What the dates, weekdays, offices and captions of one article tell of the day on which it was written.

Each kind of reason is one function from what was found to `Evidence`; a new kind is one more line in `reasons`. The
weights are logs of the chance of a day, as shares of a reason's whole chance over the days that lie so far from the
date named. What must not be in here: named events (`events`), other articles, summing up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from geotui.dates import units
from geotui.dates.absolute import valid_day
from geotui.dates.days import Evidence, Run
from geotui.dates.finding import Found
from geotui.dates.resolving import span_of
from geotui.dates.tense import Tense
from geotui.dates.words import WEEKDAY_NAMES
from geotui.model import Span, Term

FIRST_YEAR: Final = 1980
FLOOR: Final = math.log(1e-7)
"""The weight of a day that a reason speaks against: the text, or our reading of it, can be wrong."""

ANY_DAY: Final = -math.log(9500)
"""The weight of a day of which nothing is known: one of so many."""

_MISREAD_DAY: Final = math.log(0.04 / 365)
"""The weight of a day that a day without a year speaks against, in whatever year."""

_LONG_PAST: Final = 20_000
_FOREVER: Final = date.max.toordinal() - 1
Shares = tuple[tuple[int, int, float], ...]
"""From and to so many days after the date named (before where negative), and the share of the chance there."""

# measured on wire stories of known day, and widened for papers that print dates where agencies name weekdays
_AFTER_DAY: Final = (
    *((0, 0, 0.06), (1, 1, 0.05), (2, 3, 0.03), (4, 7, 0.03), (8, 31, 0.06), (32, 120, 0.08), (121, 366, 0.14)),
    *((367, 730, 0.14), (731, 3650, 0.18), (3651, 20000, 0.06)),
    *((-60, -1, 0.08), (-366, -61, 0.04), (-1500, -367, 0.05)),
)
_AROUND_DAY: Final = (
    *((0, 0, 0.06), (1, 1, 0.05), (2, 3, 0.04), (4, 7, 0.03), (8, 31, 0.05), (32, 120, 0.06), (121, 366, 0.12)),
    *((367, 730, 0.08), (731, 3650, 0.13), (3651, 20000, 0.04)),
    *((-3, -1, 0.05), (-7, -4, 0.04), (-31, -8, 0.07), (-120, -32, 0.1), (-366, -121, 0.08)),
)
_NEAR_DAY: Final = (
    *((0, 0, 0.1), (1, 1, 0.08), (2, 3, 0.06), (4, 7, 0.06), (8, 31, 0.26), (32, 60, 0.1), (61, 120, 0.05)),
    *((121, 183, 0.02), (-3, -1, 0.04), (-7, -4, 0.04), (-31, -8, 0.08), (-60, -32, 0.06), (-120, -61, 0.04)),
)
_SAME_DAY: Final = (
    *((0, 0, 0.3), (1, 1, 0.18), (2, 3, 0.12), (4, 7, 0.08), (8, 31, 0.1), (32, 120, 0.06)),
    *((-3, -1, 0.05), (-7, -4, 0.03), (-31, -8, 0.05), (-120, -32, 0.03)),
)
_FAR_DAY: Final = (
    *((0, 0, 0.08), (1, 1, 0.05), (2, 3, 0.04), (4, 7, 0.07), (8, 31, 0.32), (32, 60, 0.1), (61, 120, 0.06)),
    *((121, 183, 0.03), (-3, -1, 0.03), (-7, -4, 0.04), (-31, -8, 0.12), (-60, -32, 0.04), (-120, -61, 0.02)),
)
_BEFORE_DAY: Final = (
    *((0, 0, 0.03), (-1, -1, 0.05), (-3, -2, 0.09), (-7, -4, 0.17), (-31, -8, 0.34), (-60, -32, 0.1), (-120, -61, 0.1)),
    *((-240, -121, 0.06), (1, 31, 0.03), (32, 120, 0.02)),
)
_AFTER_MONTH: Final = (
    *((1, 31, 0.03), (32, 120, 0.05), (121, 366, 0.18), (367, 730, 0.24), (731, 3650, 0.28), (3651, 20000, 0.06)),
    *((-60, -1, 0.03), (-366, -61, 0.04), (-1500, -367, 0.04)),
)
# who gives the year of what is ahead mostly means another year than this one
_BEFORE_FULL_DAY: Final = (
    *((-7, -1, 0.08), (-31, -8, 0.12), (-120, -32, 0.2), (-366, -121, 0.32), (-1500, -367, 0.18)),
    *((0, 0, 0.02), (1, 120, 0.04)),
)
_BEFORE_MONTH: Final = ((-31, -1, 0.09), (-120, -32, 0.2), (-366, -121, 0.34), (-1100, -367, 0.22), (1, 366, 0.06))
_BEFORE_YEAR: Final = ((-365, -1, 0.28), (-1825, -366, 0.22), (-7300, -1826, 0.1), (1, 1095, 0.12), (1096, 3650, 0.06))
_AFTER_YEAR: Final = (
    *((1, 365, 0.15), (366, 730, 0.13), (731, 1095, 0.1), (1096, 1825, 0.12), (1826, 3650, 0.14), (3651, 20000, 0.15)),
    *((-365, -1, 0.05), (-1825, -366, 0.04), (-7300, -1826, 0.02)),
)
_AROUND_YEAR: Final = (
    *((1, 365, 0.07), (366, 730, 0.05), (731, 1825, 0.08), (1826, 3650, 0.08), (3651, 20000, 0.14)),
    *((-365, -1, 0.16), (-1825, -366, 0.18), (-7300, -1826, 0.1)),
)
_AFTER_ONLY_YEAR: Final = (
    *((1, 365, 0.13), (366, 730, 0.11), (731, 1095, 0.09), (1096, 1825, 0.11), (1826, 3650, 0.13), (3651, 20000, 0.22)),
    *((-365, -1, 0.05), (-1825, -366, 0.04), (-7300, -1826, 0.02)),
)
"""A text that names no other year tells more often of what is long past."""

_DATELINE: Final = ((0, 0, 0.72), (1, 1, 0.2), (2, 3, 0.04), (-1, -1, 0.02))
_DATELINE_WEEKDAY: Final = (0.68, 0.26, 0.02, 0.01, 0.01, 0.01, 0.01)
_MONTH_BEHIND: Final = ((1, 31, 0.22), (32, 92, 0.3), (93, 275, 0.31), (-90, -1, 0.14))
_MONTH_AHEAD: Final = ((-15, -1, 0.19), (-31, -16, 0.15), (-92, -32, 0.2), (-183, -93, 0.18), (1, 60, 0.08))
_SINCE_PICTURE: Final = (
    *((0, 1, 4.5), (2, 7, 3.2), (8, 31, 2.0), (32, 366, 0.9), (367, 1100, 0.4), (1101, 20000, 0.0)),
)
_GRACE: Final = ((3, 0.0), (60, -4.0))
_NOT_IN_OFFICE: Final = -5.0
"""Offices are named a little before and after, and other people's words for them are not always ours."""
_YEARS_SHOWN: Final = 4
_LATER_WEEKDAY: Final = 0.35
_DAY_OF_WEEK: Final = {
    Tense.PAST: (0.62, 0.18, 0.06, 0.05, 0.03, 0.03, 0.03),
    Tense.UNKNOWN: (0.48, 0.2, 0.08, 0.07, 0.04, 0.06, 0.07),
    Tense.FUTURE: (0.22, 0.06, 0.05, 0.07, 0.1, 0.2, 0.3),
}
"""The chance that an article appears so many days after (modulo a week) a weekday that it names."""


def runs_around(
    start: date, end: date, shares: Shares, inside: float = 0.0, until: date = date.max
) -> Iterator[tuple[int, int, float]]:
    """Runs of log weights before, in and after the days from `start` to `end`; what is far behind lasts to `until`."""
    first, last = start.toordinal(), end.toordinal()
    if inside:
        yield first, last, math.log(inside / (last - first + 1))
    for low, high, share in shares:
        base = first if high < 0 else last
        if high >= _LONG_PAST:
            # who names only what is long past may write at any time after
            length = max(min(base + high, until.toordinal()) - base - low + 1, 366)
            yield base + low, _FOREVER, math.log(share / length)
        else:
            yield base + low, base + high, math.log(share / (high - low + 1))


def reasons(
    found: Sequence[Found], dateline: Sequence[Found], captions: Sequence[Found], terms: Sequence[Term], as_of: date
) -> list[Evidence]:
    """All that these tell, in the order in which a reader would name it; `found` are the dates of title and text."""
    return [
        *_dateline(dateline, as_of),
        *_dated(found, as_of),
        *_days_without_year(found, as_of),
        *_months_without_year(found, as_of),
        *_weekdays(found),
        *_captions(captions),
        *_terms(terms),
    ]


def _dated(found: Sequence[Found], as_of: date) -> Iterator[Evidence]:
    """Dates with their year: the latest one behind, a later one of which nothing is said, and the first one ahead."""
    spans: dict[Tense, list[tuple[date, Found, Span]]] = {tense: [] for tense in Tense}
    for one in found:
        if one.year is None or one.kind in ("decade", "named"):
            continue
        span = _fixed_span(one)
        if span is not None and span.start is not None and span.start <= as_of:
            spans[one.tense].append((span.start, one, span))
    only = len({start.year for several in spans.values() for start, _, _ in several}) == 1
    behind, open_ones, ahead = (spans[tense] for tense in (Tense.PAST, Tense.UNKNOWN, Tense.FUTURE))
    latest = max(behind, key=lambda item: item[0], default=None)
    if latest is not None:
        yield _behind(*latest[1:], as_of, only)
    open_one = max(open_ones, key=lambda item: item[0], default=None)
    if open_one is not None and (latest is None or open_one[0] > latest[0]):
        yield _behind(*open_one[1:], as_of, only)
    if ahead:
        yield _ahead(*min(ahead, key=lambda item: item[0])[1:])


def _fixed_span(found: Found) -> Span | None:
    try:
        return span_of(found, None)
    except ValueError:
        return None


def _behind(found: Found, span: Span, as_of: date, only: bool) -> Evidence:
    start, end = span.start, span.end
    assert start is not None
    assert end is not None
    if found.day is not None:
        runs = runs_around(end, end, _AFTER_DAY if found.tense is Tense.PAST else _AROUND_DAY, until=as_of)
    elif (end - start).days <= 100:
        runs = runs_around(start, end, _AFTER_MONTH, 0.05, as_of)
    else:
        past = found.tense is Tense.PAST
        after = _AFTER_ONLY_YEAR if only else _AFTER_YEAR
        runs = runs_around(start, end, after if past else _AROUND_YEAR, 0.1 if past else 0.12, as_of)
    text = f'the {"only" if only else "latest"} date with a year that it names is "{found.text}"'
    return Evidence(text, tuple(runs), FLOOR - 2)


def _ahead(found: Found, span: Span) -> Evidence:
    start, end = span.start, span.end
    assert start is not None
    assert end is not None
    if found.day is not None:
        text = f'it speaks of "{found.text}" as still to come'
        return Evidence(text, tuple(runs_around(start, start, _BEFORE_FULL_DAY)), FLOOR)
    text = f'it speaks of "{found.text}" as not over'
    if (end - start).days <= 100:
        return Evidence(text, tuple(runs_around(start, end, _BEFORE_MONTH, 0.07)), FLOOR)
    return Evidence(text, tuple(runs_around(start, end, _BEFORE_YEAR, 0.2)), FLOOR + 2)


def _days_without_year(found: Sequence[Found], as_of: date) -> Iterator[Evidence]:
    """Days of a month without a year lie within some months of the article, in whatever year."""
    days = [one for one in found if one.kind == "day" and one.year is None and not one.near_year]
    past = [one for one in days if one.tense is not Tense.FUTURE]
    coming = [one for one in days if one.tense is Tense.FUTURE]
    if past:
        one = _edge(past, last=True)
        # who names weekdays names the days of the last week so, and dates only those further off
        bare = [other.weekday for other in found if other.kind == "weekday"]
        shares: Shares = _NEAR_DAY if one.weekday is not None or not bare else _FAR_DAY
        if one.weekday is not None and one.weekday in bare:
            shares = _SAME_DAY
        yield _each_year(one, shares, as_of, f'it names "{one.text}", a day not far from its own')
    if coming:
        one = _edge(coming, last=False)
        yield _each_year(one, _BEFORE_DAY, as_of, f'it speaks of "{one.text}" as still to come')


def _dateline(dateline: Sequence[Found], as_of: date) -> Iterator[Evidence]:
    for one in dateline:
        if one.kind == "weekday" and one.weekday is not None:
            weights = [math.log(share * 7) for share in _DATELINE_WEEKDAY]
            turned = tuple(weights[(day - one.weekday) % 7] for day in range(7))
            yield Evidence(f'its dateline says "{one.text}"', weekdays=turned)
        if one.kind == "day" and one.year is None:
            yield _each_year(one, _DATELINE, as_of, f'its dateline says "{one.text}"')


def _edge(days: Sequence[Found], last: bool) -> Found:
    """The last (or first) of days of the year, which go round: the one beside the widest gap."""
    ordered = sorted(days, key=lambda one: (one.month or 0, one.day or 0))
    places = [31 * (one.month or 0) + (one.day or 0) for one in ordered]
    gaps = [after - before for before, after in pairwise([*places, places[0] + 372])]
    widest = gaps.index(max(gaps))
    return ordered[widest] if last else ordered[(widest + 1) % len(ordered)]


def _each_year(found: Found, shares: Shares, as_of: date, text: str) -> Evidence:
    assert found.month is not None
    assert found.day is not None
    weekday = found.weekday
    if weekday is not None:
        text += f" ({_years_of(found.month, found.day, weekday, as_of.year)})"
    return Evidence(text, _yearly(found.month, found.day, weekday, shares, as_of.year + 1), _MISREAD_DAY)


def _years_of(month: int, day: int, weekday: int, last: int) -> str:
    """The latest years in which that day is that weekday, in words."""
    days = (valid_day(year, month, day) for year in range(last, FIRST_YEAR, -1))
    years = [str(one.year) for one in days if one is not None and one.weekday() == weekday][:_YEARS_SHOWN]
    return f"a {WEEKDAY_NAMES[weekday].title()} in {', '.join(reversed(years))}"


@lru_cache(maxsize=1000)
def _yearly(month: int, day: int, weekday: int | None, shares: Shares, last: int) -> tuple[Run, ...]:
    """Around that day of every year in which it is that weekday."""
    days = [valid_day(year, month, day) for year in range(FIRST_YEAR, last + 1)]
    fitting = [one for one in days if one is not None and weekday in (None, one.weekday())]
    return tuple(highest([run for one in fitting for run in runs_around(one, one, shares)]))


@lru_cache(maxsize=500)
def _monthly(month: int, part: str, shares: Shares, inside: float, last: int) -> tuple[Run, ...]:
    """Around that month, or that part of it, of every year."""
    months = [Span.month(year, month) for year in range(FIRST_YEAR, last + 1)]
    wholes = [(units.part(one, part) or one) if part else one for one in months]
    runs = [
        run
        for whole in wholes
        if whole.start is not None and whole.end is not None
        for run in runs_around(whole.start, whole.end, shares, inside)
    ]
    return tuple(highest(runs))


def _months_without_year(found: Sequence[Found], as_of: date) -> Iterator[Evidence]:
    # a month that is named with its year elsewhere is mostly that one
    known = {one.month for one in found if one.kind == "month" and one.year is not None}
    months = [
        one
        for one in found
        if one.kind == "month" and one.year is None and not one.which and not one.near_year and one.month not in known
    ]
    for one in _first_of_each(months):
        assert one.month is not None
        if one.tense is Tense.UNKNOWN:
            continue
        shares, inside = (_MONTH_BEHIND, 0.03) if one.tense is Tense.PAST else (_MONTH_AHEAD, 0.2)
        runs = _monthly(one.month, one.part, shares, inside, as_of.year + 1)
        where = "past" if one.tense is Tense.PAST else "still to come"
        yield Evidence(f'it speaks of "{one.text}", without a year, as {where}', runs, FLOOR + 4)


def _first_of_each(months: Iterable[Found]) -> Iterator[Found]:
    """One mention for each month and tense, at most three."""
    seen: dict[tuple[int | None, Tense], Found] = {}
    for one in months:
        seen.setdefault((one.month, one.tense), one)
    yield from list(seen.values())[:3]


def _weekdays(found: Sequence[Found]) -> Iterator[Evidence]:
    """The first weekday named is mostly the article's own day or the one before; those named after it tell less."""
    named = {(one.weekday, one.tense): one for one in found if one.kind == "weekday" and one.weekday is not None}
    weights = [0.0] * 7
    for place, (weekday, tense) in enumerate(named):
        assert weekday is not None
        for after, share in enumerate(_DAY_OF_WEEK[tense]):
            weights[(weekday + after) % 7] += math.log(share * 7) * (_LATER_WEEKDAY if place else 1.0)
    if named:
        yield Evidence(f"it names {_in_groups(named)}", weekdays=tuple(weights))


def _in_groups(named: Iterable[tuple[int | None, Tense]]) -> str:
    """`Monday; Wednesday and Thursday as past; Friday as still to come`."""
    groups: dict[Tense, list[str]] = {}
    for day, tense in named:
        groups.setdefault(tense, []).append(WEEKDAY_NAMES[day or 0].title())
    return "; ".join(f"{' and '.join(names)}{_DIRECTION[tense]}" for tense, names in groups.items())


_DIRECTION: Final = {Tense.PAST: " as past", Tense.UNKNOWN: "", Tense.FUTURE: " as still to come"}


def _captions(captions: Sequence[Found]) -> Iterator[Evidence]:
    """A picture can be years old: its date only says that the article is no older, and rather of those years."""
    spans = [(span.start, one) for one in captions if one.year is not None and (span := _fixed_span(one))]
    dated = [(start, one) for start, one in spans if start is not None]
    if dated:
        start, one = max(dated, key=lambda item: item[0])
        day = start.toordinal()
        runs = tuple((day + low, min(day + high, _FOREVER), weight) for low, high, weight in _SINCE_PICTURE)
        yield Evidence(f'a picture is dated "{one.text}", so the article is no older', runs, FLOOR)


def _terms(terms: Sequence[Term]) -> Iterator[Evidence]:
    """Terms of one wording are alternatives (an office held twice); those of different words must all hold."""
    alternatives: dict[str, list[Term]] = {}
    for term in terms:
        alternatives.setdefault(term.text, []).append(term)
    for text, several in alternatives.items():
        runs = [
            (
                (term.start or date(FIRST_YEAR, 1, 1)).toordinal() - grace,
                term.end.toordinal() + grace if term.end else _FOREVER,
                weight,
            )
            for term in several
            for grace, weight in _GRACE
        ]
        if any(term.start or term.end for term in several):
            yield Evidence(text, tuple(highest(runs)), _NOT_IN_OFFICE)


def highest(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs without overlap, the highest weight where several meet."""
    waiting = sorted(runs, reverse=True)
    active: list[Run] = []
    for start, following in pairwise(sorted({point for low, high, _ in runs for point in (low, high + 1)})):
        while waiting and waiting[-1][0] <= start:
            active.append(waiting.pop())
        active = [run for run in active if run[1] >= start]
        if active:
            yield start, following - 1, max(weight for _, _, weight in active)
