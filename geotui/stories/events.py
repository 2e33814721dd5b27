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
from itertools import chain
from typing import Protocol

from geotui.model import Clues, Event, Regrouped, Report
from geotui.stories.event_clues import Kind, kind_of, title_terms
from geotui.stories.event_likeness import Weighted, likeness, step
from geotui.stories.event_linkage import linked

TIED = 0.14
"""Two reports that are so alike may be of one event, and what ties connect is a neighbourhood."""

SOMEWHAT = 0.03
"""What is less alike counts as not alike at all."""

SHORT_TITLE = 6
"""So many words are added to each title's, so that a title of two words is not the most telling for being short."""


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
    archive = _Archive(reports)
    return tuple(_events(_Ties(archive, archive.count), [report.key for report in reports])[1])


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
    for report in (*removed, *map(reports.report, seeds)):
        touched.update(ties_before.of(report))
    keys, found = _events(ties, touched)
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
    """How alike reports are that share something, as an archive counts terms."""

    def __init__(self, reports: Reports, count: Callable[[int], int]) -> None:
        self.report = reports.report
        self._holders = reports.holders
        self._step = lru_cache(maxsize=1 << 18)(lambda term: step(count(term)))
        self.weighted = lru_cache(maxsize=1 << 13)(lambda key: Weighted(reports.report(key), self._step))

    def of(self, report: Report) -> dict[int, float]:
        """Keys of those that one report is alike with, and how much."""
        mine = Weighted(report, self._step)
        met = set(chain.from_iterable(map(self._holders, mine.handles)))
        met.discard(report.key)
        found = {}
        for other in map(self.weighted, met):
            if not mine.handles.isdisjoint(other.handles):
                value = likeness(mine, other)
                if value >= SOMEWHAT:
                    found[other.report.key] = value
        return found


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
            found[one] = ties.of(ties.report(one))
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
    return Event(tuple(keys), _most_telling(ties, keys), min(days, default=None), max(days, default=None))


def _most_telling(ties: _Ties, keys: Sequence[int]) -> int:
    """The one whose headline has most of what all tell, for its length; of equal ones the first."""
    told: Counter[int] = Counter()
    for key in keys:
        told.update(ties.weighted(key).weights)

    def worth(key: int) -> float:
        terms = set(title_terms(ties.report(key).title))
        return sum(told[term] for term in terms) / (len(terms) + SHORT_TITLE)

    return max(keys, key=worth)
