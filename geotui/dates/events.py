"""What the named events in an article tell of its day: coming, under way, over, on the eve, in their second year.

What must not be in here: finding them in the text, other reasons.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from geotui.dates.absolute import valid_day
from geotui.dates.days import Evidence, Run
from geotui.dates.finding import Found
from geotui.dates.occasions import Named
from geotui.dates.offsets import offset_reasons
from geotui.dates.reasons import FIRST_YEAR, FLOOR, Shares, highest, runs_around
from geotui.dates.tense import Tense
from geotui.dates.words import WEEKDAY_NAMES
from geotui.knowledge.rows import Event

# happenings: what a text says of one that comes once
_COMING: Final = ((-3, -1, 0.3), (-14, -4, 0.25), (-60, -15, 0.22), (-365, -61, 0.1), (1, 60, 0.02))
_OVER: Final = ((1, 7, 0.12), (8, 60, 0.12), (61, 365, 0.14), (366, 3000, 0.14), (-60, -1, 0.1), (-365, -61, 0.06))
_NAMED: Final = (
    *((-3, -1, 0.14), (-14, -4, 0.1), (-60, -15, 0.12), (-365, -61, 0.08)),
    *((1, 7, 0.08), (8, 60, 0.08), (61, 730, 0.1)),
)
_OPENING: Final = ((-6, -2, 0.3), (-1, -1, 0.2), (0, 0, 0.2), (1, 1, 0.12), (-40, -7, 0.1))
_OPENS: Final = ((-6, -4, 0.2), (-3, -1, 0.5), (0, 0, 0.2), (1, 1, 0.1))
_OPENED: Final = ((0, 0, 0.35), (1, 1, 0.35), (2, 6, 0.3))
_BESIDE: Final = 30
# feasts: they come every year and are named all year round
_FEAST_AHEAD: Final = ((-3, 0, 0.25), (-14, -4, 0.2), (-60, -15, 0.2), (1, 60, 0.05), (-150, -61, 0.1), (61, 215, 0.1))
_FEAST_BEHIND: Final = ((0, 3, 0.2), (4, 14, 0.15), (15, 60, 0.15), (-60, -1, 0.15), (61, 215, 0.15), (-150, -61, 0.1))
_EVE: Final = ((-2, -2, 0.1), (-1, -1, 0.35), (0, 0, 0.25), (1, 3, 0.2))
_SPOKEN_OF: Final = ((0, 31, 1.2), (32, 182, 0.8), (183, 730, 0.4))
_SURELY: Final = -6.0
_LOOSELY: Final = -2.5
"""How much less a day before a watershed counts, where a text names it in full, and where in words of older use."""


def event_reasons(named: Sequence[Named], found: Sequence[Found], text: str, as_of: date) -> list[Evidence]:
    """One reason for each set of events named, by the mention that says most; then for openings and times since.

    `found` are the dates of the text.
    """
    chosen: dict[tuple[str, ...], Named] = {}
    for one in named:
        key = tuple(event.id for event in one.events)
        if key not in chosen or _rank(one) > _rank(chosen[key]):
            chosen[key] = one
    by_name = [reason for one in chosen.values() if (reason := _reason(one, as_of)) is not None]
    return [*by_name, *_openings(named, found, text), *offset_reasons(named, text)]


def _rank(named: Named) -> tuple[bool, bool, bool]:
    return named.eve, named.opens and named.tense is Tense.FUTURE, named.tense is Tense.FUTURE


def _reason(named: Named, as_of: date) -> Evidence | None:
    watersheds = [event.start for event in named.events if event.kind == "watershed" and event.start]
    if watersheds:
        return _watershed(named, min(watersheds))
    times = [time for event in named.events for time in _times(event, as_of)]
    if named.year is not None:
        times = [time for time in times if named.year in (time[0].year, time[1].year)]
    if not times:
        return None
    feast = any(event.kind == "occasion" for event in named.events)
    if feast and not named.eve and named.tense is Tense.UNKNOWN:
        return None
    shares, inside, how = _of_feast(named) if feast else _of_happening(named)
    runs = [
        (low, high, weight - math.log(len(times)))
        for start, end in times
        for low, high, weight in runs_around(start, end, shares, inside)
    ]
    return Evidence(f'"{named.text}" {how}', tuple(highest(runs)), FLOOR + 2)


def _openings(named: Sequence[Named], found: Sequence[Found], text: str) -> Iterator[Evidence]:
    """`the opening ceremony on Friday`: the event's first day is a Friday within a week."""
    events = {event.id: event for one in named for event in one.events if event.opens and event.start}
    beside: dict[tuple[int, Tense], str] = {}
    for one in found:
        near = text[max(0, one.start - _BESIDE) : one.end + _BESIDE].lower()
        for word in {word for event in events.values() for word in event.opens if word in near}:
            if one.weekday is not None and one.kind == "weekday":
                beside[one.weekday, one.tense] = word
    for (weekday, tense), word in beside.items():
        shares = _OPENED if tense is Tense.PAST else _OPENS
        starts = [event.start for event in events.values() if event.start and event.start.weekday() == weekday]
        runs = [run for start in starts for run in runs_around(start, start, shares)]
        if runs:
            text = f"{word} on a {WEEKDAY_NAMES[weekday].title()}"
            yield Evidence(text, tuple(highest(runs)), FLOOR + 4)


def _of_feast(named: Named) -> tuple[Shares, float, str]:
    if named.eve:
        return _EVE, 0.0, "is on its eve"
    return (_FEAST_AHEAD, 0.0, "is ahead") if named.tense is Tense.FUTURE else (_FEAST_BEHIND, 0.0, "is named")


def _of_happening(named: Named) -> tuple[Shares, float, str]:
    if named.eve:
        return _EVE, 0.0, "is on its eve"
    if named.opens:
        return _OPENING, 0.08, "is about to open"
    if named.tense is Tense.FUTURE:
        return _COMING, 0.11, "is ahead or under way"
    return (_OVER if named.tense is Tense.PAST else _NAMED), 0.25, "is named"


def _times(event: Event, as_of: date) -> Iterator[tuple[date, date]]:
    if event.start is not None and event.kind == "happening":
        yield event.start, event.end or event.start
    for day in event.days:
        yield day, day
    if event.fixed is not None:
        for year in range(FIRST_YEAR, as_of.year + 2):
            fixed = valid_day(year, *event.fixed)
            if fixed is not None:
                yield fixed, fixed


def _watershed(named: Named, start: date) -> Evidence | None:
    if named.supposed:
        return None
    first, day = date(FIRST_YEAR, 1, 1).toordinal(), start.toordinal()
    if named.loose:
        runs: tuple[Run, ...] = ((first, day - 1, _LOOSELY),)
    else:
        runs = ((first, day - 1, _SURELY), *((day + low, day + high, weight) for low, high, weight in _SPOKEN_OF))
    return Evidence(f'"{named.text}" is named so only since {start.isoformat()}', runs)
