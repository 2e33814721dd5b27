from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import pytest
from stories.happenings import (
    ALL,
    BRIEFINGS,
    COLLAPSE,
    DEATH,
    MARKETS,
    QUAKES,
    ROUNDS,
    SUMMITS,
    Told,
    article,
)

from geotui.model import Clues, Event, Published, Report
from geotui.stories import clues, events, posted, regrouped


@cache
def clues_of(told: Told) -> Clues:
    return clues(article(told))


def report(key: int, told: Told, *, dated: bool = True) -> Report:
    published = article(told).published if dated else Published()
    return Report(key, f"{ALL.index(told):04}", told.title, published, clues_of(told))


def reports(told: Iterable[Told], *, dated: bool = True) -> list[Report]:
    return [report(key, one, dated=dated) for key, one in enumerate(told)]


def groups(told: Sequence[Told], *, dated: bool = True) -> list[list[str]]:
    return sorted([told[key].of for key in event.stories] for event in events(reports(told, dated=dated)))


class Kept:
    """Reports that come and go."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self.reports: dict[int, Report] = {}
        self._holders: defaultdict[int, set[int]] = defaultdict(set)
        for one in reports:
            self.add(one)

    def add(self, one: Report) -> None:
        self.reports[one.key] = one
        for term in posted(one.clues):
            self._holders[term].add(one.key)

    def drop(self, one: Report) -> None:
        del self.reports[one.key]
        for term in posted(one.clues):
            self._holders[term].discard(one.key)

    def count(self, term: int) -> int:
        return len(self._holders.get(term, ()))

    def holders(self, term: int) -> Iterable[int]:
        return self._holders.get(term, ())

    def report(self, key: int) -> Report:
        return self.reports[key]


def test_two_summits_of_the_same_leaders_are_two_events() -> None:
    assert groups(SUMMITS) == [["berlin"] * 2, ["paris"] * 3]


def test_two_quakes_of_one_week_in_one_country_are_two_events() -> None:
    assert groups(QUAKES) == [["iwate"] * 2, ["kumamoto"] * 2]


def test_two_rounds_of_an_election_are_two_events() -> None:
    assert groups(ROUNDS) == [["first round"] * 2, ["runoff"] * 2]


def test_a_rising_toll_is_one_event_and_its_anniversary_another_story() -> None:
    assert groups(COLLAPSE) == [["mine"] * 3]


@pytest.mark.parametrize("series", [MARKETS, BRIEFINGS])
def test_instalments_of_a_series_are_events_of_their_own(series: tuple[Told, ...]) -> None:
    assert groups(series) == []


def test_a_death_and_the_funeral_are_two_events() -> None:
    assert groups(DEATH) == [["death"] * 2, ["funeral"] * 2]


def test_all_of_these_together_part_in_the_same_way() -> None:
    assert groups(ALL) == sorted(
        group for told in (SUMMITS, QUAKES, ROUNDS, COLLAPSE, MARKETS, BRIEFINGS, DEATH) for group in groups(told)
    )


def test_reports_without_a_day_are_grouped_too() -> None:
    found = groups(ALL, dated=False)
    assert ["paris"] * 3 in found
    assert ["berlin"] * 2 in found
    assert ["iwate"] * 2 in found


def test_a_report_without_a_day_joins_dated_ones_and_stands_last() -> None:
    dated, other, undated = SUMMITS[0], SUMMITS[1], SUMMITS[2]
    (event,) = events([report(1, dated), report(2, other), report(3, undated, dated=False)])
    assert event.stories == (1, 2, 3)
    assert (event.first, event.last) == (date(2025, 3, 3), date(2025, 3, 4))


def test_stories_of_an_event_stand_in_the_order_of_time() -> None:
    found = reports(reversed(COLLAPSE[:3]))
    (event,) = events(found)
    assert event.stories == (2, 1, 0)


def test_an_event_is_called_by_a_headline_of_one_of_its_stories_that_says_most() -> None:
    (event,) = events(reports(COLLAPSE[:3]))
    assert COLLAPSE[event.label].title in (COLLAPSE[0].title, COLLAPSE[1].title)


def test_no_reports_and_one_report_make_no_event() -> None:
    assert events([]) == ()
    assert events(reports(SUMMITS[:1])) == ()


def test_reports_without_words_make_no_event() -> None:
    assert events([Report(key, str(key), "", Published(), Clues()) for key in range(3)]) == ()


def test_the_order_of_arrival_and_the_keys_do_not_matter() -> None:
    told = list(ALL)
    expected = {frozenset(ALL.index(told[key]) for key in event.stories) for event in events(reports(told))}
    for seed in range(10):
        random.Random(seed).shuffle(told)
        found = events(reports(told))
        assert {frozenset(ALL.index(told[key]) for key in event.stories) for event in found} == expected


@pytest.mark.parametrize("seed", range(6))
def test_following_changes_gives_what_the_whole_run_gives(seed: int) -> None:
    chance = random.Random(seed)
    waiting = reports(ALL)
    chance.shuffle(waiting)
    kept = Kept(waiting[:12])
    del waiting[:12]
    current = {event.stories: event for event in events([*kept.reports.values()])}
    for _ in range(12):
        removed = chance.sample([*kept.reports.values()], chance.randint(0, 2))
        added = [waiting.pop(0) for _ in range(min(len(waiting), chance.randint(0, 2)))]
        for one in removed:
            kept.drop(one)
        for one in added:
            kept.add(one)
        change = regrouped(kept, added, removed)
        gone = change.keys | {one.key for one in removed}
        current = {keys: event for keys, event in current.items() if gone.isdisjoint(keys)}
        current |= {event.stories: event for event in change.events}
        waiting += removed
        assert current == _whole(kept)


def _whole(kept: Kept) -> dict[tuple[int, ...], Event]:
    return {event.stories: event for event in events([*kept.reports.values()])}
