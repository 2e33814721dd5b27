"""Which stories, written independently, report one happening.

Two reports are tied where they are alike enough; stories that ties connect are grouped by average linkage, each such
neighbourhood alone. So a change of the archive touches the neighbourhoods of the stories that came, went, or tell
something whose rarity has moved by a step, and gives what the whole run gives. What must not be in here: texts, files,
what makes two reports alike.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date
from functools import lru_cache
from typing import Protocol

from geotui.model import Clues, Event, Regrouped, Report
from geotui.stories.event_clues import Kind, kind_of
from geotui.stories.event_label import most_telling
from geotui.stories.event_likeness import FAR_HANDLES, NEAR, RARE, Weighted, day_of, likeness, meet, step
from geotui.stories.event_linkage import linked

TIED = 0.14
"""Two reports that are so alike may be of one event, and what ties connect is a neighbourhood."""

SOMEWHAT = 0.03
"""What is less alike counts as not alike at all."""

KEPT = 1 << 13
"""Reports kept ready for comparison, some 60 MB."""

STEPS_KEPT = 1 << 20

_COUNTED = 0xFFFF


class Reports(Protocol):
    """Where the reports of an archive are kept."""

    def count(self, term: int) -> int:
        """How many reports have the term among their `posted`."""

    def holders(self, term: int) -> Iterable[int]:
        """Keys of the reports that have the term among their `posted`, in any order."""

    def report(self, key: int) -> Report:
        """The report of that key."""


def posted(clues: Clues) -> tuple[int, ...]:
    """The terms under which a report is counted and found, each once."""
    return tuple(term for packed in clues.terms if kind_of(term := packed >> 8) != Kind.COMMON)


def events(reports: Sequence[Report]) -> tuple[Event, ...]:
    """The events among reports, earliest first. Depends neither on the order of reports nor on keys, as ids differ."""
    by_key = {report.key: report for report in reports}
    return events_among(list(by_key), by_key.__getitem__)


def events_among(keys: Sequence[int], report: Callable[[int], Report]) -> tuple[Event, ...]:
    """The events among the reports of these keys, which are asked for one by one, several times, and not kept."""
    ties = _AllTies(keys, report)
    return tuple(_events(ties, ties.keys)[1])


def regrouped(reports: Reports, added: Sequence[Report], removed: Sequence[Report]) -> Regrouped:
    """What a change did to events. `reports` is the archive after it; one that changed is both removed and added."""
    difference = Counter(term for report in added for term in posted(report.clues))
    difference.subtract(term for report in removed for term in posted(report.clues))

    def count_before(term: int) -> int:
        return reports.count(term) - difference[term]

    moved = [term for term in difference if step(reports.count(term)) != step(count_before(term))]
    seeds = {report.key for report in added}.union(*(reports.holders(term) for term in moved))
    ties = _StoredTies(reports, reports.count)
    ties_before = _StoredTies(reports, count_before, (ties, seeds))
    touched = set(seeds)
    for report in removed:
        touched.update(ties_before.of(ties_before.weigh(report)))
    for key in seeds:
        touched.update(ties_before.of(ties_before.weighted(key)))
    keys, found = _events(ties, touched)
    return Regrouped(frozenset(keys), tuple(found))


class _Steps(dict[int, int]):
    """The step of each term that was asked for."""

    def __init__(self, count: Callable[[int], int]) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, term: int) -> int:
        if len(self) > STEPS_KEPT:
            self.clear()
        self[term] = found = step(self._count(term))
        return found


class _Ties:
    """How alike reports are that a handle brings together, as an archive counts terms."""

    def __init__(self, report: Callable[[int], Report], count: Callable[[int], int]) -> None:
        self.report = report
        self._steps = _Steps(count)
        self.weighted: Callable[[int], Weighted] = lru_cache(maxsize=KEPT)(lambda key: self.weigh(report(key)))

    def weigh(self, report: Report) -> Weighted:
        """A report made ready for comparison."""
        return Weighted(report, self._steps)

    def of(self, report: Weighted) -> dict[int, float]:
        """Keys of those that one report is alike with, and how much."""
        met = self.met(report)
        met.discard(report.report.key)
        found = {}
        for other in map(self.weighted, met):
            if meet(report, other):
                value = likeness(report, other)
                if value >= SOMEWHAT:
                    found[other.report.key] = value
        return found

    def met(self, report: Weighted) -> set[int]:
        """All that a handle brings together with a report, and others."""
        raise NotImplementedError


class _StoredTies(_Ties):
    """Ties that are looked up where reports are kept."""

    def __init__(
        self, reports: Reports, count: Callable[[int], int], alike_but: tuple[_Ties, Set[int]] | None = None
    ) -> None:
        """`alike_but`: ties in which all reports weigh the same, but for those of some keys."""
        super().__init__(reports.report, count)
        self._holders = reports.holders
        self._day = lru_cache(maxsize=1 << 18)(lambda key: day_of(reports.report(key)))
        if alike_but is not None:
            others, changed = alike_but
            own = self.weighted
            self.weighted = lambda key: own(key) if key in changed else others.weighted(key)

    def met(self, report: Weighted) -> set[int]:
        found: set[int] = set()
        for term, rarity in report.handles.items():
            held = self._holders(term)
            if rarity >= RARE and report.day is not None:
                near = range(report.day - NEAR, report.day + NEAR + 1)
                held = (key for key in held if (day := self._day(key)) is None or day in near)
            found.update(held)
        return found


class _AllTies(_Ties):
    """Ties among all reports, from a table of who has which handle, made before; `keys` are in the order of days."""

    def __init__(self, keys: Sequence[int], report: Callable[[int], Report]) -> None:
        counts = array("H", bytes(2 << 24))
        days = {}
        for key in keys:
            one = report(key)
            days[key] = day_of(one) or 0
            for term in posted(one.clues):
                counts[term] += counts[term] < _COUNTED
        super().__init__(report, counts.__getitem__)
        self.keys = sorted(keys, key=lambda key: (days[key], key))
        self._holders: dict[int, list[tuple[int, int]]] = {}
        for key in self.keys:
            place = (days[key], key)
            for term in self.weighted(key).handles:
                self._holders.setdefault(term, []).append(place)

    def met(self, report: Weighted) -> set[int]:
        shared = Counter(
            place for term, rarity in report.handles.items() for place in self._reached(term, rarity, report.day)
        )
        return {
            key
            for (day, key), count in shared.items()
            if count >= FAR_HANDLES or not day or report.day is None or abs(day - report.day) <= NEAR
        }

    def _reached(self, term: int, rarity: int, day: int | None) -> list[tuple[int, int]]:
        """Days and keys of those that have a handle and may be brought together by it with a report of that day."""
        places = self._holders.get(term, [])
        if rarity < RARE or day is None:
            return places
        undated = bisect_left(places, (1, 0))
        start = bisect_left(places, (day - NEAR, 0))
        end = bisect_right(places, (day + NEAR + 1, 0))
        return places[:undated] + places[max(undated, start) : end]


def _events(ties: _Ties, keys: Iterable[int]) -> tuple[set[int], list[Event]]:
    """All that is connected with the given keys, and the events among it."""
    seen: set[int] = set()
    found: list[Event] = []
    for key in keys:
        if key in seen:
            continue
        alike = _neighbourhood(ties, key)
        seen.update(alike)
        if len(alike) > 1:
            found += _grouped(ties, alike)
    return seen, sorted(found, key=lambda event: (event.first or date.max, ties.report(event.label).id))


def _neighbourhood(ties: _Ties, key: int) -> dict[int, dict[int, float]]:
    """All that are connected with one, each with those that it is alike with."""
    found: dict[int, dict[int, float]] = {}
    open_ = [key]
    while open_:
        one = open_.pop()
        if one not in found:
            found[one] = ties.of(ties.weighted(one))
            open_ += [other for other, value in found[one].items() if value >= TIED]
    return found


def _grouped(ties: _Ties, alike: dict[int, dict[int, float]]) -> Iterator[Event]:
    ordered = sorted(alike, key=lambda key: _order(ties.report(key)))
    places = {key: place for place, key in enumerate(ordered)}
    by_place = {
        place: {places[other]: value for other, value in alike[key].items() if other in places}
        for place, key in enumerate(ordered)
    }
    for group in linked(by_place):
        if len(group) > 1:
            yield _event(ties, [ordered[place] for place in group])


def _order(report: Report) -> tuple[date, str, int]:
    return report.published.day or date.max, report.id, report.key


def _event(ties: _Ties, keys: Sequence[int]) -> Event:
    days = [day for key in keys if (day := ties.report(key).published.day) is not None]
    label = most_telling([ties.weighted(key) for key in keys]).report.key
    return Event(tuple(keys), label, min(days, default=None), max(days, default=None))
