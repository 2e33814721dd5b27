"""Folds corrected by keys: stories merged, copies split off, back and forth, seen by another window."""

from __future__ import annotations

import fcntl
import json
from pathlib import Path
from typing import Any

import pytest
from piloted import Reader, open_library, reading

from geotui.model import IndexReport
from geotui.tui import correcting, index_watch
from geotui.tui.copies_screen import CopiesScreen
from geotui.tui.list_row import PICKED

pytestmark = pytest.mark.usefixtures("home")

FLOOD = (
    "The river Orla flooded four villages on Tuesday night and drove three thousand people from their homes.",
    "Rescuers in boats took families from their roofs until dawn, and the road to the market town was cut.",
    "The governor said that inspectors had asked twice for the sluices to be repaired.",
)
STRIKE = (
    "Pilots of the national airline will strike for two days next week over the hours that they must rest.",
    "The company called it reckless, and said that most passengers would be booked on other flights.",
    "Their union wants eleven hours of rest between two shifts, one more than the law gives them today.",
)
FAIR = "The book fair opened with a reading of sea stories, and its halls were full before noon on the first day."
FLOODED, WATER, ORLA = "Orla floods villages", "Villages under water", "Flood on the Orla"
STRIKES, PILOTS, BOOKS = "Pilots to strike", "Airline pilots strike", "Book fair opens"
TEXTS = {
    FLOODED: FLOOD,
    WATER: FLOOD[:2],
    ORLA: FLOOD[1:],
    STRIKES: STRIKE,
    PILOTS: STRIKE[:2],
    BOOKS: (FAIR,),
}
FOUND = [[BOOKS], [STRIKES, PILOTS], [FLOODED, WATER, ORLA]]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three stories: a book fair, a strike with one other copy, a flood with two."""
    folder = tmp_path / "news"
    folder.mkdir()
    records = [
        {"title": title, "source": f"Outlet {n}", "text": "\n\n".join(text), "date": f"2022-05-0{n}"}
        for n, (title, text) in enumerate(TEXTS.items(), 1)
    ]
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return folder


def stories(reader: Reader) -> list[list[str]]:
    """The titles of the copies of each story that the list shows."""
    found = [reader.screen.listing.story(row.head.id) for row in rows(reader)]
    return [[copy.title for copy in one[0].copies] for one in found if one]


def rows(reader: Reader) -> list[Any]:
    pages = reader.screen.stories._pages
    return [row for n in range(len(pages)) if (row := pages.row(n))] if pages else []


def line(reader: Reader, number: int) -> str:
    return reader.screen.stories.render_line(number).text


async def corrected(reader: Reader, *keys: str) -> None:
    """Types, and waits until the stories are listed as they are then."""
    await reader.press(*keys)
    for _ in range(3):
        await reader.settle()


async def test_the_other_of_two_copies_is_split_off_at_once(news: Path) -> None:
    async with reading(news) as reader:
        assert stories(reader) == FOUND
        await corrected(reader, "j", "X")
        assert stories(reader) == [FOUND[0], [PILOTS], [STRIKES], FOUND[2]]
        assert reader.selected == STRIKES
        assert reader.said == f'Split off · 4 stories now: "{PILOTS}"'


async def test_of_several_copies_the_one_that_is_chosen_is_split_off(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("G", "X")
        assert isinstance(reader.app.screen, CopiesScreen)
        assert reader.app.screen.choices.selected == 1
        await corrected(reader, "j", "enter")
        assert stories(reader) == [*FOUND[:2], [ORLA], [FLOODED, WATER]]
        assert reader.selected == FLOODED


async def test_the_list_of_copies_splits_off_the_selected_one_even_the_leading_one(news: Path) -> None:
    async with reading(news) as reader:
        await corrected(reader, "G", "c", "X")
        assert stories(reader) == [*FOUND[:2], [WATER, ORLA], [FLOODED]]
        assert reader.said == f'Split off · 4 stories now: "{FLOODED}"'


async def test_what_has_no_other_copy_or_only_the_same_text_is_not_split(news: Path) -> None:
    twin = {"title": "Fair", "source": "Twin", "text": FAIR, "date": "2022-05-06"}
    (news / "twin.jsonl").write_text(json.dumps(twin), encoding="utf-8")
    async with reading(news) as reader:
        await reader.press("X")
        assert reader.said == correcting.ONE_TEXT
        await corrected(reader, "j", "X", "X")
        assert reader.said == "This story has no other copy."


async def test_a_correction_is_undone_and_done_again(news: Path) -> None:
    async with reading(news) as reader:
        await corrected(reader, "j", "X")
        await corrected(reader, "u")
        assert stories(reader) == FOUND
        assert reader.said == f'Undone: split off · 3 stories now: "{PILOTS}"'
        await corrected(reader, "ctrl+r")
        assert len(stories(reader)) == 4
        assert reader.said == f'Redone: split off · 4 stories now: "{PILOTS}"'
        await corrected(reader, "s", "u", "u")
        assert stories(reader) == FOUND


async def test_selected_stories_are_merged_and_say_so_by_a_sign(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("V", "j", "j", "V")
        assert [line(reader, n)[0] for n in range(3)] == [PICKED, "●", PICKED]
        assert reader.said.startswith("2 selected · M merges · Esc drops them · ")
        await corrected(reader, "M")
        assert stories(reader) == [FOUND[1], [*FOUND[2], BOOKS]]
        assert reader.said == "Merged 2 stories · 2 stories now"
        assert PICKED not in line(reader, 0) + line(reader, 1)
        await corrected(reader, "u")
        assert stories(reader) == FOUND


async def test_a_selected_story_stays_selected_under_another_filter_and_when_another_copy_leads(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("G", "V", "/", *"orla", "enter")
        assert line(reader, 0)[0] == PICKED
        longer = "\n\n".join((*FLOOD, "Two helicopters came from the neighbouring country on Wednesday."))
        (news / "longer.txt").write_text(f"Date: 2022-05-07\nSource: Late\n\nOrla rises again\n\n{longer}\n")
        reader.library.update(workers=1)
        reader.screen.index_watch.look()
        await corrected(reader)
        assert reader.titles == ["Orla rises again"]
        assert line(reader, 0)[0] == PICKED


async def test_too_few_selected_stories_are_not_merged_and_escape_drops_them(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("M")
        assert reader.said == "V selects two or more first."
        await reader.press("V", "M")
        assert reader.said == "V selects two or more first."
        assert line(reader, 0)[0] == PICKED
        await reader.press("escape")
        assert reader.screen.stories.picked == frozenset()
        assert line(reader, 0)[0] == "●"
        assert not reader.said.startswith("1 selected")


async def test_what_became_one_story_meanwhile_is_not_merged_again(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("V", "j", "V")
        other = reader.library
        other.merge([row.head.id for row in rows(reader)[:2]])
        other.correct()
        reader.screen.listing._library.take_up()
        await reader.press("M")
        assert reader.said == correcting.ONE_STORY
        assert reader.screen.stories.picked == frozenset()


async def test_an_open_story_is_shown_as_it_is_corrected(news: Path) -> None:
    async with reading(news) as reader:
        await corrected(reader, "j", "enter", "X")
        shown = reader.screen.reader.shown
        assert shown is not None
        assert [copy.title for copy in shown.story.copies] == [STRIKES]
        assert reader.focus == "reader"


async def test_the_copy_that_is_open_is_the_one_that_is_split_off_and_stays_open(news: Path) -> None:
    async with reading(news) as reader:
        await reader.press("G", "enter", "c", "j", "j", "enter")
        await corrected(reader, "X")
        shown = reader.screen.reader.shown
        assert shown is not None
        assert (shown.story.head.title, shown.copy) == (ORLA, None)
        assert [FLOODED, WATER] in stories(reader)


async def test_another_window_shows_the_stories_as_they_are_corrected(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_watch, "LOOK_EVERY", 0.02)
    async with reading(news) as reader:
        await reader.press("G")
        other = reader.library
        other.merge([row.head.id for row in rows(reader)[:2]])
        assert other.correct()
        for _ in range(100):
            if len(stories(reader)) == 2:
                break
            await reader.pilot.pause(0.02)
        assert len(stories(reader)) == 2
        assert reader.selected == FLOODED


class Waiting:
    """An index run that brings the library up to date when it is let, after a first one that finds nothing to do."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.runs = 0

    def run(self, _progress: object) -> IndexReport | None:
        self.runs += 1
        if self.runs == 1:
            return None
        library = open_library(self._folder)
        try:
            return library.update(workers=1, wait_for_lock=False)
        finally:
            library.close()

    def stop(self) -> None:
        pass


async def test_many_stories_are_published_by_a_run_of_their_own(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(correcting, "FEW", 1)
    updater = Waiting(news)
    async with reading(news, updater) as reader:
        await corrected(reader, "j", "X")
        assert updater.runs == 2
        assert len(stories(reader)) == 4
        assert reader.said == f'Split off · 4 stories now: "{PILOTS}"'


async def test_a_window_that_writes_the_index_is_waited_for(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_watch, "TRY_AGAIN_AFTER", 0.02)
    updater = Waiting(news)
    async with reading(news, updater) as reader:
        with reader.library.index_path.with_suffix(".lock").open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            await corrected(reader, "j", "X")
            assert reader.said == f'Split off: "{PILOTS}"…'
            assert stories(reader) == FOUND
        for _ in range(100):
            if len(stories(reader)) == 4:
                break
            await reader.pilot.pause(0.02)
        await reader.settle()
        assert reader.said == f'Split off · 4 stories now: "{PILOTS}"'
        assert updater.runs > 2
