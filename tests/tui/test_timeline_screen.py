"""Stories by month and day, in bars; the one chosen narrows the filter."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from piloted import reading

from geotui.model import Timeline
from geotui.tui.timeline_screen import Bar, TimelineScreen, bar_row, bars, place_of

TIMELINE = Timeline(
    ((date(2021, 1, 5), 1), (date(2021, 12, 30), 2), (date(2021, 12, 31), 3), (date(2022, 3, 1), 40)), 7
)


def test_months_are_counted_with_their_gaps_the_newest_first_and_those_without_a_day_last() -> None:
    assert [(bar.label, bar.stories, bar.phrase) for bar in bars(TIMELINE, by_day=False)] == [
        ("Mar 2022", 40, "Mar 2022"),
        ("Feb 2022", 0, "Feb 2022"),
        ("Jan 2022", 0, "Jan 2022"),
        ("Dec 2021", 5, "Dec 2021"),
        ("… no story in 10 months", 0, ""),
        ("Jan 2021", 1, "Jan 2021"),
        ("no day", 7, "is:undated"),
    ]


def test_days_are_counted_with_their_gaps() -> None:
    assert [(bar.label, bar.stories) for bar in bars(TIMELINE, by_day=True)] == [
        ("1 Mar 2022", 40),
        ("… no story in 59 days", 0),
        ("31 Dec 2021", 3),
        ("30 Dec 2021", 2),
        ("… no story in 358 days", 0),
        ("5 Jan 2021", 1),
        ("no day", 7),
    ]


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 9), max_size=12), st.booleans())
def test_no_story_is_lost_and_bars_go_back_in_time(counts: dict[date, int], by_day: bool) -> None:
    found = bars(Timeline(tuple(sorted(counts.items())), 0), by_day)
    assert sum(bar.stories for bar in found) == sum(counts.values())
    firsts = [bar.first for bar in found if bar.first]
    assert all(newer > older for newer, older in pairwise(firsts))


@pytest.mark.parametrize(
    ("bar", "text"),
    [
        (Bar(None, "Mar 2022", 40, "Mar 2022"), "   Mar 2022       40  " + "█" * 40),
        (Bar(None, "Mar 2022", 1, "Mar 2022"), "   Mar 2022        1  █"),
        (Bar(None, "Mar 2022", 0, "Mar 2022"), "   Mar 2022        0"),
    ],
)
def test_a_bar_has_its_number_before_it_and_the_longest_is_the_most(bar: Bar, text: str) -> None:
    assert bar_row(bar, 40).text == text


@pytest.mark.parametrize(
    ("at", "label"),
    [
        (date(2022, 3, 9), "Mar 2022"),
        (date(2021, 12, 1), "Dec 2021"),
        (date(2020, 1, 1), "no day"),
        (None, "no day"),
        (date(2030, 1, 1), "Mar 2022"),
    ],
)
def test_it_opens_where_one_is(at: date | None, label: str) -> None:
    found = bars(TIMELINE, by_day=False)
    assert found[place_of(found, at)].label == label


@pytest.mark.usefixtures("home")
async def test_the_chosen_time_is_added_to_the_filter(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("j", "T")
        screen = reader.app.screen
        assert isinstance(screen, TimelineScreen)
        assert screen.choices.rows[screen.choices.selected or 0].text.strip().startswith("Mar 2022")
        await reader.press("tab")
        assert screen.choices.rows[screen.choices.selected or 0].text.strip().startswith("10 Mar 2022")
        await reader.press("tab", "enter")
        assert reader.screen.bar.typed.value == "Mar 2022"
        assert reader.titles == ["Harvest fails in the south"]
        assert reader.focus == "stories"
