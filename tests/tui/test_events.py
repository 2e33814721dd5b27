"""Events in the reader: the reports of one are listed and opened, and the list goes by event and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from piloted import Reader, reading

from geotui.tui.event_screen import EventScreen

pytestmark = pytest.mark.usefixtures("home")

CHOIR, CLOCK = "School choir wins at Lindow", "Clock museum buys a tower"
FERRY = (
    "Ferry with 41 aboard runs aground off Korvala",
    "All 41 passengers of the Mirelda saved from Osk reef",
    "Rudder of grounded ferry Mirelda was due for repair",
)


def listed(reader: Reader) -> list[str]:
    """The lines of the list that are not empty."""
    stories = reader.screen.stories
    return [line for y in range(stories.size.height) if (line := stories.render_line(y).text.rstrip())]


def choices(reader: Reader) -> list[str]:
    screen = reader.app.screen
    assert isinstance(screen, EventScreen)
    return [row.text for row in screen.choices.rows]


def line(reader: Reader, name: str) -> str:
    """A line of what is open over the list."""
    found: Any = reader.app.screen.query_one(f"#{name}")
    return str(found._words).strip()


async def select(reader: Reader, title: str) -> None:
    await reader.press("g")
    for _ in range(10):
        if reader.selected == title:
            return
        await reader.press("j")
    raise AssertionError(f"{title} is not listed")


# ---------------------------------------------------------------------- the reports of one event


async def test_e_lists_the_reports_of_the_event_in_the_order_of_time(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await select(reader, FERRY[2])
        await reader.press("e")
        assert line(reader, "about").startswith("3 reports, 3 outlets, 11 to 12 Mar 2022: ")
        rows = choices(reader)
        assert [row[2:14].strip() for row in rows] == ["11 Mar 2022", "11 Mar 2022", "12 Mar 2022"]
        assert {title for title in FERRY for row in rows if title in row} == set(FERRY)
        assert all(row.startswith("●") for row in rows)
        screen = reader.app.screen
        assert isinstance(screen, EventScreen)
        assert FERRY[2] in rows[screen.choices.selected or 0]
        assert line(reader, "detail") == "Inland Echo"
        await reader.press("k")
        assert line(reader, "detail") in ("Harbour Post", "Field Gazette")


async def test_enter_opens_the_report_and_selects_it_in_the_list(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await select(reader, FERRY[2])
        await reader.press("e", "g")
        first = choices(reader)[0]
        await reader.press("enter")
        assert reader.screen.in_story
        shown = reader.screen.reader.shown
        assert shown is not None
        assert shown.story.head.title in first
        assert reader.selected == shown.story.head.title
        await reader.press("e", "escape")
        assert reader.screen.in_story


async def test_a_story_that_is_alone_says_so(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await select(reader, CHOIR)
        await reader.press("e")
        assert reader.said == "No other story reports it."
        await reader.press("enter", "e")
        assert reader.said == "No other story reports it."


async def test_a_row_and_an_open_story_tell_that_there_are_other_reports(eventful: Path) -> None:
    async with reading(eventful) as reader:
        rows = listed(reader)
        assert sum("≡" in row for row in rows) == 5
        assert "≡" not in next(row for row in rows if CHOIR in row)
        await select(reader, FERRY[0])
        await reader.press("enter")
        text = reader.screen.reader
        assert any("one of 3 reports (e: all)" in text.render_line(y).text for y in range(5))


# ---------------------------------------------------------------------- the list by event


async def test_the_list_goes_by_event_and_back(eventful: Path) -> None:
    async with reading(eventful) as reader:
        before = reader.titles
        await reader.press("E")
        rows = listed(reader)
        assert len(rows) == 4
        assert "2 reports, 2 outlets" in rows[0]
        assert "20 Mar 2022" in rows[0]
        assert "3 reports, 3 outlets" in rows[3]
        assert "12 Mar 2022" in rows[3]
        assert CHOIR in rows[1]
        assert CLOCK in rows[2]
        assert reader.understood == "7 stories · 2 events"
        await reader.press("E")
        assert reader.titles == before
        assert reader.understood == "7 stories"


async def test_moves_marks_and_filters_go_on_by_event(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await reader.press("E", "G")
        assert reader.selected in FERRY
        await reader.press("s")
        assert listed(reader)[3].startswith("●★")
        await reader.press("u")
        assert listed(reader)[3].startswith("● ")
        await reader.press("g", "n")
        assert reader.selected == CHOIR
        await reader.press("/", *"mirelda rudder", "enter")
        assert len(listed(reader)) == 1
        assert "2 of 3 reports" in listed(reader)[0]
        assert reader.understood.endswith("2 stories of 7 · 1 event")


async def test_all_of_the_filter_is_all_its_stories_in_a_list_by_event_too(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await reader.press("E", "A")
        assert reader.said.startswith("For all 7 stories")
        await reader.press("s")
        assert len(reader.library.answer("is:starred").ranks) == 7


async def test_stories_are_read_one_an_event(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await reader.press("E", "enter")
        dam = reader.screen.reader.story_id
        await reader.press("J")
        assert reader.selected == CHOIR
        await reader.press("K")
        assert reader.screen.reader.story_id == dam


async def test_from_another_report_of_an_event_one_goes_on_to_the_next_row(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await reader.press("E", "enter")
        told = reader.screen.reader.story_id
        await reader.press("e")
        screen = reader.app.screen
        assert isinstance(screen, EventScreen)
        await reader.press("j" if screen.choices.selected == 0 else "k", "enter")
        assert reader.screen.reader.story_id != told
        assert reader.screen.status.place._words.strip().startswith("1/4")
        await reader.press("J")
        assert reader.selected == CHOIR
        assert reader.screen.reader.story_id == reader.screen.selected_id


async def test_the_selection_stays_where_the_list_goes_by_event(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await select(reader, CLOCK)
        await reader.press("E")
        assert reader.selected == CLOCK
        await reader.press("E")
        await select(reader, FERRY[2])
        await reader.press("E")
        assert reader.selected in FERRY


async def test_a_busy_day_is_found_among_rows_by_event(eventful: Path) -> None:
    for number, thing in enumerate(("bakery sells its oven", "cinema shows an old film", "swan nests on a weir")):
        text = f"Date: 2022-03-05\n\nA {thing}\n\nThe {thing}, and {number + 2} neighbours came to look at it.\n"
        (eventful / f"{number}.txt").write_text(text)
    async with reading(eventful) as reader:
        await reader.press("right_curly_bracket")
        assert (reader.said, reader.screen.stories.selected) == ("5 Mar 2022: 3 stories.", 7)
        await reader.press("g", "E", "right_curly_bracket")
        assert (reader.said, reader.screen.stories.selected) == ("5 Mar 2022: 3 rows.", 4)


async def test_it_comes_back_by_event(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await reader.press("E", "j")
        assert reader.selected == CHOIR
    async with reading(eventful) as reader:
        assert reader.screen.bar.by_event
        assert (len(reader.titles), reader.selected) == (4, CHOIR)


async def test_without_events_the_list_cannot_go_by_them(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("E")
        assert reader.said == "No two stories report one event."
        assert len(reader.titles) == 4


async def test_a_mark_on_a_row_of_an_event_is_one_on_all_its_reports_that_the_filter_finds(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await reader.press("E", "G", "s")
        assert reader.said == "Starred: 3 stories · u undoes"
        assert len(reader.library.answer("is:starred").ranks) == 3
        await reader.press("s")
        assert len(reader.library.answer("is:starred").ranks) == 0
        await reader.press("u")
        assert len(reader.library.answer("is:starred").ranks) == 3
        await reader.press("t", *"reef", "enter")
        assert len(reader.library.answer("tag:reef").ranks) == 3
        await reader.press("/", *"mirelda rudder", "enter", "m")
        assert reader.said == "Read: 2 stories · u undoes"
        await reader.press("enter", "m")
        assert len(reader.library.answer("is:read").ranks) == 1


async def test_the_reports_of_an_event_are_selected_together(eventful: Path) -> None:
    async with reading(eventful) as reader:
        await reader.press("E", "G", "V")
        assert reader.said.startswith("3 selected · M merges")
        await reader.press("V")
        assert not reader.screen.stories.picked
