"""Events for the reader: which stories report one, and the list in rows by event, in every order and filter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from geotui.library import Library
from geotui.settings import Locations, Settings

ALL = ("", "sort:oldest", "sort:added", "sort:copies", "sort:outlets", "ferry", "rudder", "has:event", "-has:event")


@pytest.fixture
def library(eventful: Path, locations: Locations) -> Iterator[Library]:
    opened = Library([eventful], locations, Settings())
    opened.update(workers=1)
    yield opened
    opened.close()


def titles(library: Library, text: str, by_event: bool = True) -> list[str]:
    answer = library.answer(text, by_event=by_event)
    return [row.head.title for row in library.rows(answer, 0, 10)]


def test_the_reports_of_an_event_are_told_in_the_order_of_time(library: Library) -> None:
    found = library.event(0)
    assert found is not None
    assert found.head.counts() == "3 reports, 3 outlets"
    days = [row.head.published.day for row in found.rows]
    assert days == [date(2022, 3, 11), date(2022, 3, 11), date(2022, 3, 12)]
    assert {row.head.event for row in found.rows} == {found.head.id}
    assert found.head.title in {row.head.title for row in found.rows}


def test_a_story_that_is_alone_is_of_no_event(library: Library) -> None:
    rank = library.find_story(library.rows(library.answer("choir"), 0, 1)[0].head.id)
    assert library.event(rank) is None
    assert library.has_events()


def test_why_says_what_a_story_has_in_common_with_the_other_reports_of_its_event(library: Library) -> None:
    rank = library.find_story(library.rows(library.answer("failed rudder"), 0, 1)[0].head.id)
    told = library.why(None, rank).event
    assert told[0].startswith("It is one of 3 reports of 11 to 12 Mar 2022 on one event: “")
    assert len(told) == 3
    nearest = next(sentence for sentence in told[1:] if "“All 41 passengers" in sentence)
    assert "from Field Gazette it has in common the name" in nearest
    for shared in ("Jorun Halvik", "Mirelda", "Osk", "41"):
        assert shared in nearest
    alone = library.find_story(library.rows(library.answer("choir"), 0, 1)[0].head.id)
    assert library.why(None, alone).event == ()


def test_has_event_finds_the_stories_of_events(library: Library) -> None:
    assert len(library.answer("has:event").ranks) == 5
    assert len(library.answer("-has:event").ranks) == 2


def test_by_event_a_row_is_an_event_or_a_story_that_is_alone(library: Library) -> None:
    answer = library.answer("", by_event=True)
    rows = library.rows(answer, 0, 10)
    assert (len(rows), len(answer.shown), len(answer.places), len(answer.ranks)) == (4, 4, 4, 7)
    assert answer.by_event is not None
    assert answer.by_event.events == 2
    told = [(row.head.title, row.group.stories if row.group else None) for row in rows]
    assert [count for _, count in told] == [2, None, None, 3]
    assert [title for title, count in told if count is None] == [
        "School choir wins at Lindow",
        "Clock museum buys a tower",
    ]
    for row in rows:
        if row.group:
            assert (row.head.id, row.head.title) == (row.group.event.id, row.group.event.title)


def test_an_event_stands_where_the_first_of_its_stories_would(library: Library) -> None:
    assert [row.group is not None for row in library.rows(library.answer("", by_event=True), 0, 9)] == [1, 0, 0, 1]
    oldest = library.rows(library.answer("sort:oldest", by_event=True), 0, 9)
    assert [row.group is not None for row in oldest] == [1, 0, 0, 1]
    newest = library.rows(library.answer("korvala", by_event=True), 0, 9)
    assert [row.published.day for row in (oldest[0], newest[0])] == [date(2022, 3, 11), date(2022, 3, 12)]


def test_of_an_event_only_what_the_filter_finds_counts(library: Library) -> None:
    (row,) = library.rows(library.answer("failed rudder", by_event=True), 0, 9)
    assert row.group is not None
    assert (row.group.stories, row.group.event.stories) == (1, 3)
    assert row.head.title == "Ferry with 41 aboard runs aground off Korvala"
    assert row.published.day == date(2022, 3, 11)


@pytest.mark.parametrize("text", ALL)
def test_each_story_is_in_one_row_and_each_row_finds_itself(library: Library, text: str) -> None:
    apart, grouped = library.answer(text), library.answer(text, by_event=True)
    rows = [grouped.shown.rank(row) for row in range(len(grouped.shown))]
    assert rows == list(grouped.shown)
    assert list(apart.shown) == [apart.shown.rank(row) for row in range(len(apart.shown))]
    assert [grouped.shown.row(rank) for rank in rows] == list(range(len(rows)))
    numbers = library.reader.events.numbers
    for rank in apart.ranks:
        row = grouped.shown.row(rank)
        assert row is not None
        assert rows[row] == rank or numbers[rows[row]] == numbers[rank] != 0
    assert set(rows) <= set(apart.ranks)
    assert all(grouped.shown.row(rank) is None for rank in range(7) if rank not in apart.ranks)


def test_counts_tell_stories_and_events(library: Library) -> None:
    assert library.answer("ferry", by_event=True).counts() == "3 stories of 7 · 1 event"
    assert library.answer("choir", by_event=True).counts() == "1 story of 7 · 0 events"
    assert library.answer("ferry").counts() == "3 stories of 7"


def test_days_count_stories_or_rows(library: Library) -> None:
    answer = library.answer("", by_event=True)
    assert dict(library.timeline(answer).days)[date(2022, 3, 11)] == 2
    assert [count for _, count in library.timeline(answer, of_rows=True).days] == [1, 1, 1, 1]
