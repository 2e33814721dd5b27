"""Marks by keys: for one story, for all of a filter, back and forth, and from another window."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Reader, reading

from geotui.errors import StoreError
from geotui.marks import Mark
from geotui.model import Marks
from geotui.tui import marking

pytestmark = pytest.mark.usefixtures("home")
FIRST, SECOND, THIRD, LAST = (
    "Museum of clocks reopens",
    "Harvest fails in the south",
    "A bridge opens in the north",
    "A very long report on rivers",
)


def marks(reader: Reader) -> dict[str, Marks]:
    """What is marked, by title, as another window sees it."""
    rows = reader.library.rows(reader.library.answer(""), 0, 99)
    return {row.head.title: row.marks for row in rows}


def shown(reader: Reader) -> Marks:
    """What the selected row shows."""
    row = reader.screen.stories.selected_row
    assert row is not None
    return row.marks


async def test_read_and_star_are_set_and_taken_off_again(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("s", "m", "j", "m")
        assert marks(reader)[FIRST] == Marks(read=True, starred=True)
        assert marks(reader)[SECOND] == Marks(read=True)
        await reader.press("k", "s")
        assert marks(reader)[FIRST] == shown(reader) == Marks(read=True)


async def test_a_tag_is_put_on_and_typed_again_taken_off(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("t", *"war", "enter", "t", *"peace", "enter")
        assert marks(reader)[FIRST].tags == shown(reader).tags == ("peace", "war")
        assert reader.screen.status.noticed == f'Tagged peace: "{FIRST}"'
        await reader.press("t", *"wa", "tab", "enter")
        assert marks(reader)[FIRST].tags == ("peace",)
        await reader.press("t", *"other", "escape")
        assert marks(reader)[FIRST].tags == ("peace",)
        assert reader.focus == "stories"


async def test_a_note_is_written_changed_and_taken_off(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("i", *"see", "enter", "i", *"!", "enter")
        assert marks(reader)[FIRST].note == shown(reader).note == "see!"
        await reader.press("i", "ctrl+u", "enter")
        assert marks(reader)[FIRST].note is None
        await reader.press("u")
        assert shown(reader).note == "see!"


async def test_the_open_story_is_the_one_that_is_marked(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("j", "enter", "s", "t", *"war", "enter")
        assert marks(reader)[SECOND] == Marks(starred=True, tags=("war",))
        assert reader.focus == "reader"


async def test_many_steps_are_undone_and_done_again_each_said(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("m", "j", "s", "j", "t", *"war", "enter")
        after = marks(reader)
        await reader.press("u")
        assert reader.screen.status.noticed == f'Undone: tagged war: "{THIRD}"'
        await reader.press("u")
        assert reader.screen.status.noticed == f'Undone: starred: "{SECOND}"'
        await reader.press("u")
        assert reader.screen.status.noticed == f'Undone: read: "{FIRST}"'
        assert set(marks(reader).values()) == {Marks()}
        await reader.press("u")
        assert reader.screen.status.noticed == "There is nothing to undo."
        await reader.press("ctrl+r", "ctrl+r", "ctrl+r")
        assert marks(reader) == after
        await reader.press("ctrl+r")
        assert reader.screen.status.noticed == "There is nothing to redo."


async def test_a_new_mark_ends_what_could_be_done_again(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("m", "u", "s", "ctrl+r")
        assert marks(reader)[FIRST] == Marks(starred=True)


async def test_all_stories_of_the_filter_are_marked_in_one_step_and_undone_in_one(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("s", "/", *"2022", "enter", "A")
        assert reader.screen.status.noticed == "For all 2 stories: m read · s star · t tag · Esc leaves"
        await reader.press("m")
        await reader.settle()
        assert {title for title, found in marks(reader).items() if found.read} == {SECOND, THIRD}
        assert shown(reader).read
        assert reader.screen.status.noticed == "Read: 2 stories · u undoes"
        await reader.press("u")
        assert marks(reader) == {FIRST: Marks(starred=True), SECOND: Marks(), THIRD: Marks(), LAST: Marks()}
        await reader.press("ctrl+r", "A", "m")
        await reader.settle()
        assert not any(found.read for found in marks(reader).values())


async def test_all_stories_of_the_filter_are_tagged(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("A", "t", *"war", "enter")
        await reader.settle()
        assert {found.tags for found in marks(reader).values()} == {("war",)}


@pytest.mark.parametrize("left", [("escape",), ("j", "k"), ("?", "escape", "j", "k")])
async def test_what_is_meant_for_all_stories_is_forgotten_when_it_no_longer_stands_there(
    pages: Path, left: tuple[str, ...]
) -> None:
    async with reading(pages) as reader:
        await reader.press("A", *left, "m")
        await reader.settle()
        assert [title for title, found in marks(reader).items() if found.read] == [FIRST]


async def test_a_change_of_many_marks_is_undone_too(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MANY", 1)
    async with reading(pages) as reader:
        await reader.press("A", "s")
        await reader.settle()
        await reader.press("u")
        assert set(marks(reader).values()) == {Marks()}
        assert reader.screen.status.noticed == "Undone: starred: 4 stories."


async def test_what_another_window_marks_shows_up_and_moves_nothing(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "LOOK_EVERY", 0.02)
    async with reading(pages) as reader:
        await reader.press("j")
        other = reader.library
        other.mark(other.answer("").shown.rank(1), Mark.STAR, True)
        for _ in range(100):
            if shown(reader).starred:
                break
            await reader.pilot.pause(0.02)
        assert shown(reader).starred
        assert reader.selected == SECOND


async def test_a_row_that_no_longer_fits_stays_until_the_filter_is_asked_again(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"is:unread", "enter", "j", "m")
        assert reader.titles == [FIRST, SECOND, THIRD, LAST]
        reader.screen.bar.ask()
        await reader.settle()
        assert reader.titles == [FIRST, THIRD, LAST]
        assert reader.selected == THIRD


async def test_marks_that_cannot_be_written_are_said_and_the_reader_goes_on(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(pages) as reader:

        def fail(*_: object) -> None:
            raise StoreError("the marks cannot be written; free some room")

        monkeypatch.setattr(reader.screen.listing, "mark", fail)
        await reader.press("m")
        assert reader.screen.status.noticed == "the marks cannot be written; free some room"
        await reader.press("j")
        assert reader.selected == SECOND
