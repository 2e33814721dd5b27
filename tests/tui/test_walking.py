"""Busy days, orders, and the story that follows one which left the filter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from piloted import reading

from geotui.model import Timeline
from geotui.query import Sort
from geotui.tui.walking import busy_day, sorted_next

D = [date(2022, 2, day) for day in range(1, 9)]
TIMELINE = Timeline(tuple(zip(D, (1, 1, 9, 1, 1, 8, 1, 1), strict=True)), 2)


@pytest.mark.parametrize(
    ("at", "newest_first", "step", "found"),
    [
        (D[7], True, 1, (2, D[5], 8)),
        (D[5], True, 1, (12, D[2], 9)),
        (D[2], True, 1, None),
        (D[0], True, -1, (12, D[2], 9)),
        (None, True, -1, (12, D[2], 9)),
        (None, True, 1, None),
        (D[6], True, -1, None),
        (D[0], False, 1, (2, D[2], 9)),
        (D[3], False, 1, (13, D[5], 8)),
        (D[3], False, -1, (2, D[2], 9)),
        (D[2], False, -1, None),
        (None, False, -1, (13, D[5], 8)),
    ],
)
def test_busy_days_are_found_down_the_list_and_up_it(
    at: date | None, newest_first: bool, step: int, found: tuple[int, date, int] | None
) -> None:
    assert busy_day(TIMELINE, at, newest_first, step) == found


@pytest.mark.parametrize("days", [(), tuple((day, 3) for day in D)])
def test_where_all_days_are_alike_none_is_busy(days: tuple[tuple[date, int], ...]) -> None:
    assert busy_day(Timeline(days, 0), D[0], True, 1) is None


@pytest.mark.parametrize(
    ("text", "now", "line"),
    [
        ("", Sort.NEWEST, "sort:oldest"),
        ("putin", Sort.NEWEST, "putin sort:oldest"),
        ("sort:oldest putin", Sort.OLDEST, "putin sort:added"),
        ("putin sort:outlets", Sort.OUTLETS, "putin"),
        ('"say sort:oldest now" xi', Sort.NEWEST, '"say sort:oldest now" xi sort:oldest'),
        ("sort:", Sort.NEWEST, "sort:oldest"),
        ('“no", he said: "yes sort:oldest', Sort.OLDEST, '“no", he said: "yes sort:added'),
    ],
)
def test_the_next_order_takes_the_place_of_the_one_before(text: str, now: Sort, line: str) -> None:
    assert sorted_next(text, now)[0] == line


def test_all_orders_come_round() -> None:
    text, sort, seen = "xi", Sort.NEWEST, []
    for _ in Sort:
        text, sort = sorted_next(text, sort)
        seen.append(sort)
    assert (text, sort) == ("xi", Sort.NEWEST)
    assert set(seen) == set(Sort)


@pytest.mark.usefixtures("home")
class TestInTheReader:
    async def test_the_order_changes_by_a_key_and_stands_in_the_filter(self, pages: Path) -> None:
        async with reading(pages) as reader:
            await reader.press("S")
            await reader.settle()
            assert reader.titles[0] == "A very long report on rivers"
            assert reader.screen.bar.typed.value == "sort:oldest"

    async def test_a_busy_day_is_gone_to_and_said(self, pages: Path) -> None:
        for number in range(5):
            text = (
                f"Date: 2022-03-10\n\nShip {number} leaves\n\nShip number {number} left the harbour with {number} men."
            )
            (pages / f"ship{number}.txt").write_text(text, encoding="utf-8")
        async with reading(pages) as reader:
            await reader.press("right_curly_bracket")
            await reader.pilot.pause(0.3)
            assert reader.screen.stories.selected == 1
            assert reader.screen.status.noticed == "10 Mar 2022: 6 stories."
            await reader.press("G", "left_curly_bracket")
            await reader.pilot.pause(0.3)
            assert reader.screen.stories.selected == 1

    async def test_none_is_skipped_after_a_story_that_left_the_filter_while_it_was_open(self, pages: Path) -> None:
        async with reading(pages) as reader:
            await reader.press("/", *"is:unread", "enter", "enter", "m")
            reader.screen.bar.ask()
            await reader.settle()
            assert "Museum of clocks reopens" not in reader.titles
            await reader.press("J")
            assert reader.screen.reader.story_id == reader.screen.selected_id
            assert reader.selected == "Harvest fails in the south"
