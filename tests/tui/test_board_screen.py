"""The board: filters saved under names, with what they find, and filters typed before."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Reader, reading

from geotui.tui.board_screen import BoardScreen, Entry, entries, entry_row
from geotui.tui.choice_list import ChoiceRow

pytestmark = pytest.mark.usefixtures("home")


def board(reader: Reader) -> BoardScreen:
    assert isinstance(reader.app.screen, BoardScreen)
    return reader.app.screen


def rows(reader: Reader) -> list[tuple[str, str]]:
    return [(" ".join(row.text.split()), row.tail) for row in board(reader).choices.rows]


def test_saved_filters_come_first_and_are_not_listed_twice() -> None:
    assert entries([("war", "xi putin")], ["xi", "xi putin"]) == [Entry("war", "xi putin"), Entry("", "xi")]
    assert entry_row(Entry("", "xi")) == ChoiceRow("typed before       xi")
    assert entry_row(Entry("a name that is rather long", "xi", "3 stories")) == ChoiceRow(
        "a name that is ra… xi", "3 stories"
    )


async def test_a_filter_is_saved_under_a_name_counted_and_chosen(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"2022", "enter", "B", "s", *"year", "enter")
        assert rows(reader) == [("year 2022", "2 stories")]
        await reader.press("escape", "/", "ctrl+u", *"museum", "enter", "B")
        assert rows(reader) == [("year 2022", "2 stories"), ("typed before museum", "")]
        await reader.press("enter")
        assert reader.screen.bar.typed.value == "2022"
        assert len(reader.titles) == 2


async def test_a_saved_filter_is_forgotten_and_saved_again(pages: Path) -> None:
    async with reading(pages) as reader:
        reader.library.save("year", "2022")
        reader.library.save("clocks", "museum")
        await reader.press("B", "x")
        assert [name for name, _ in reader.library.saved()] == ["clocks"]
        await reader.press("u")
        assert sorted(name for name, _ in reader.library.saved()) == ["clocks", "year"]
        assert {tail for _, tail in rows(reader)} == {"1 story", "2 stories"}


async def test_what_was_only_typed_is_forgotten_by_the_same_key_and_comes_back(pages: Path) -> None:
    async with reading(pages) as reader:
        for filter_ in ("musuem", "museum"):
            reader.library.remember(filter_)
        await reader.press("B", "j", "x")
        assert rows(reader) == [("typed before museum", "")]
        assert reader.library.history() == ("museum",)
        await reader.press("u")
        assert rows(reader) == [("typed before musuem", ""), ("typed before museum", "")]


async def test_forgetting_where_no_filter_is_kept_does_nothing(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("B", "x", "u")
        assert rows(reader) == []


async def test_there_is_nothing_to_save_without_a_filter(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("B", "s", "enter")
        assert rows(reader) == []
        assert reader.library.saved() == ()


async def test_a_saved_filter_that_cannot_be_asked_says_so(pages: Path) -> None:
    async with reading(pages) as reader:
        reader.library.save("odd", "feb 31")
        await reader.press("B")
        assert rows(reader) == [("odd feb 31", "not understood any more")]
