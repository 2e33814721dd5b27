"""What the named events in an article tell of its day: coming, under way, over, on the eve, in their second year.

What must not be in here: finding them in the text, other reasons.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from geotui.dates.absolute import valid_day
from geotui.dates.days import Evidence
from geotui.dates.occasions import Named
from geotui.dates.reasons import FIRST_YEAR, FLOOR, Shares, runs_around
from geotui.dates.tense import Tense
from geotui.dates.words import ORDINALS
from geotui.knowledge.rows import Event

_COMING: Final = ((-3, -1, 0.3), (-14, -4, 0.25), (-60, -15, 0.22), (-365, -61, 0.1), (1, 60, 0.02))
_OVER: Final = ((1, 7, 0.3), (8, 60, 0.2), (61, 365, 0.2), (366, 3000, 0.2))
_NAMED: Final = (
    (-3, -1, 0.14),
    (-14, -4, 0.1),
    (-60, -15, 0.12),
    (-365, -61, 0.08),
    (1, 7, 0.08),
    (8, 60, 0.08),
    (61, 730, 0.1),
)
_EVE: Final = ((-2, -2, 0.1), (-1, -1, 0.35), (0, 0, 0.25), (1, 3, 0.2))
_OPENING: Final = ((-6, -2, 0.3), (-1, -1, 0.2), (0, 0, 0.2), (1, 1, 0.12), (-40, -7, 0.1))
_NTH_YEAR: Final = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|in) (?:the |its |his |their )?(second|third|fourth|fifth|sixth|seventh) year\b"
)


def event_reasons(named: Sequence[Named], text: str, as_of: date) -> list[Evidence]:
    """One reason for each set of events named, by the mention that says most, and for a war's n-th year."""
    chosen: dict[tuple[str, ...], Named] = {}
    for one in named:
        key = tuple(event.id for event in one.events)
        if key not in chosen or _rank(one) > _rank(chosen[key]):
            chosen[key] = one
    found = [reason for one in chosen.values() if (reason := _reason(one, as_of)) is not None]
    return [*found, *_nth_year(named, text)]


def _rank(named: Named) -> tuple[bool, bool, bool]:
    return named.eve, named.opens and named.tense is Tense.FUTURE, named.tense is Tense.FUTURE


def _reason(named: Named, as_of: date) -> Evidence | None:
    watersheds = [event.start for event in named.events if event.kind == "watershed" and event.start]
    if watersheds:
        return _watershed(named, min(watersheds))
    times = [time for event in named.events for time in _times(event, as_of)]
    if named.year is not None:
        times = [time for time in times if named.year in (time[0].year, time[1].year)]
    if not times or (any(event.kind == "occasion" for event in named.events) and _dateless(named)):
        return None
    shares, inside, how = _manner(named)
    runs = [
        (low, high, weight - math.log(len(times)))
        for start, end in times
        for low, high, weight in runs_around(start, end, shares, inside)
    ]
    return Evidence(f'"{named.text}" {how}', tuple(_highest(runs)), FLOOR + 2, telling=True)


def _dateless(named: Named) -> bool:
    """A feast named without a direction comes every year and tells little."""
    return not named.eve and named.tense is Tense.UNKNOWN


def _manner(named: Named) -> tuple[Shares, float, str]:
    if named.eve:
        return _EVE, 0.0, "is on its eve"
    if named.opens:
        return _OPENING, 0.08, "is about to open"
    if named.tense is Tense.FUTURE:
        return _COMING, 0.11, "is ahead or under way"
    if named.tense is Tense.PAST:
        return (*_NAMED[:4], *_OVER), 0.25, "is named"
    return _NAMED, 0.3, "is named"


def _times(event: Event, as_of: date) -> Iterator[tuple[date, date]]:
    if event.start is not None and event.kind == "happening":
        yield event.start, event.end or event.start
    for day in event.days:
        yield day, day
    if event.fixed is not None:
        for year in range(FIRST_YEAR, as_of.year + 2):
            day = valid_day(year, *event.fixed)
            if day is not None:
                yield day, day


def _watershed(named: Named, start: date) -> Evidence | None:
    if named.supposed:
        return None
    before = (date(FIRST_YEAR, 1, 1).toordinal(), start.toordinal() - 1, -4.5)
    return Evidence(f'"{named.text}" is named so only since {start.isoformat()}', (before,))


def _nth_year(named: Sequence[Named], text: str) -> Iterator[Evidence]:
    match = _NTH_YEAR.search(text)
    starts = [event.start for one in named for event in one.events if event.kind == "watershed" and event.start]
    if match is None or not starts or "war" not in text[max(0, match.start() - 60) : match.end()].lower():
        return
    start = max(starts) + timedelta(days=365 * (ORDINALS[match[1]] - 1))
    run = ((start - timedelta(days=60)).toordinal(), (start + timedelta(days=380)).toordinal(), 0.0)
    yield Evidence(f'"{match[0]}" of a war that began in {max(starts).year}', (run,), -4.0)


def _highest(runs: Sequence[tuple[int, int, float]]) -> Iterator[tuple[int, int, float]]:
    """The runs without overlap, the highest weight where several meet."""
    points = sorted({point for low, high, _ in runs for point in (low, high + 1)})
    for start, following in zip(points, points[1:], strict=False):
        weights = [weight for low, high, weight in runs if low <= start and following - 1 <= high]
        if weights:
            yield start, following - 1, max(weights)
