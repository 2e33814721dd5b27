"""Which stories, written independently, report one happening.

Two reports are tied where they are alike enough; stories that ties connect are grouped by average linkage, each such
neighbourhood alone. So a change of the archive touches the neighbourhoods of the stories that came, went, or tell
something whose rarity has moved by a step, and gives what the whole run gives. What must not be in here: texts, files,
what makes two reports alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol

from geotui.model import Clues, Event, Regrouped, Report
from geotui.stories.event_clues import is_common
from geotui.stories.event_likeness import MOST_COMMON, SAME_EVENT, Weighted, likeness, step
from geotui.stories.event_linkage import linked


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
    return tuple(term for packed in clues.terms if not is_common(term := packed >> 8))


def events(reports: Sequence[Report]) -> tuple[Event, ...]:
    """The events among reports, earliest first. Depends neither on the order of reports nor on keys, as ids differ."""
    archive = _Archive(reports)
    return tuple(_events(archive, _Ties(archive, archive.count), [report.key for report in reports])[1])


def regrouped(reports: Reports, added: Sequence[Report], removed: Sequence[Report]) -> Regrouped:
    """What a change did to events. `reports` is the archive after it; one that changed is both removed and added."""
    difference = Counter(term for report in added for term in posted(report.clues))
    difference.subtract(term for report in removed for term in posted(report.clues))

    def count_before(term: int) -> int:
        return reports.count(term) - difference[term]

    ties, ties_before = _Ties(reports, reports.count), _Ties(reports, count_before)
    moved = [term for term in difference if step(reports.count(term)) != step(count_before(term))]
    seeds = {report.key for report in added}.union(*(reports.holders(term) for term in moved))
    touched = set(seeds)
    for report in removed:
        touched.update(ties_before.of(report))
    for key in seeds:
        touched.update(ties_before.of(reports.report(key)))
    keys, found = _events(reports, ties, touched)
    return Regrouped(frozenset(keys), tuple(found))


class _Archive:
    """Reports held in memory."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {report.key: report for report in reports}
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        for report in self._reports.values():
            for term in posted(report.clues):
                self._holders[term].append(report.key)

    def count(self, term: int) -> int:
        return len(self._holders.get(term, ()))

    def holders(self, term: int) -> Iterable[int]:
        return self._holders.get(term, ())

    def report(self, key: int) -> Report:
        return self._reports[key]


class _Ties:
    """Which reports are alike, as the archive counts terms."""

    def __init__(self, reports: Reports, count: Callable[[int], int]) -> None:
        self._reports = reports
        self._step = lru_cache(maxsize=1 << 18)(lambda term: step(count(term)))
        self._weighted = lru_cache(maxsize=1 << 14)(lambda key: Weighted(reports.report(key), self._step))

    def of(self, report: Report) -> list[int]:
        """Keys of those that one is tied to."""
        mine = Weighted(report, self._step)
        shared: set[int] = set()
        for term in posted(report.clues):
            if self._step(term) < step(MOST_COMMON):
                shared.update(self._reports.holders(term))
        shared.discard(report.key)
        return [key for key in shared if likeness(mine, self._weighted(key)) >= SAME_EVENT]

    def between(self, keys: Sequence[int]) -> dict[tuple[int, int], float]:
        """How alike each two are, by their places, where they are alike at all."""
        found = {}
        for at, one in enumerate(keys):
            for place in range(at + 1, len(keys)):
                value = likeness(self._weighted(one), self._weighted(keys[place]))
                if value > 0:
                    found[at, place] = value
        return found


def _events(reports: Reports, ties: _Ties, keys: Iterable[int]) -> tuple[set[int], list[Event]]:
    """All that is connected with the given keys, and the events among it."""
    seen: set[int] = set()
    found: list[Event] = []
    for key in keys:
        if key in seen:
            continue
        neighbourhood = _connected(reports, ties, key)
        seen.update(neighbourhood)
        if len(neighbourhood) > 1:
            found += _parted(reports, ties, neighbourhood)
    return seen, sorted(found, key=lambda event: (event.first or date.max, reports.report(event.label).id))


def _connected(reports: Reports, ties: _Ties, key: int) -> set[int]:
    found, open_ = {key}, [key]
    while open_:
        near = [other for other in ties.of(reports.report(open_.pop())) if other not in found]
        found.update(near)
        open_ += near
    return found


def _parted(reports: Reports, ties: _Ties, keys: Iterable[int]) -> Iterator[Event]:
    ordered = sorted(keys, key=lambda key: _order(reports.report(key)))
    for places in linked(len(ordered), ties.between(ordered), SAME_EVENT):
        if len(places) > 1:
            yield _event(reports, ties, [ordered[place] for place in places])


def _order(report: Report) -> tuple[date, str, int]:
    return report.published.day or date.max, report.id, report.key


def _event(reports: Reports, ties: _Ties, keys: Sequence[int]) -> Event:
    days = [day for key in keys if (day := reports.report(key).published.day) is not None]
    nearness = [0.0] * len(keys)
    for pair, value in ties.between(keys).items():
        for place in pair:
            nearness[place] += value
    label = keys[max(range(len(keys)), key=lambda place: (nearness[place], -place))]
    return Event(tuple(keys), label, min(days, default=None), max(days, default=None))
