"""Help and palette: what is chosen there is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Reader, reading

from geotui.tui.commands_screen import CommandsScreen

pytestmark = pytest.mark.usefixtures("home")


def shown(reader: Reader) -> list[str]:
    assert isinstance(reader.app.screen, CommandsScreen)
    return [row.text for row in reader.app.screen.choices.rows]


async def test_an_action_is_found_by_name_and_carried_out(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press(":", *"last story", "enter")
        assert reader.selected == "A very long report on rivers"
        assert reader.focus == "stories"


async def test_in_a_story_the_actions_of_a_story_are_found(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("G", "enter", ":", *"end")
        assert "G End" in shown(reader)[0]
        await reader.press("enter")
        assert reader.screen.reader.at_end


async def test_what_cannot_be_done_now_is_said_with_the_reason(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("c")
        assert reader.said == "This story has no other copy."
        await reader.press(":", *"copies of")
        assert reader.app.screen.query_one("ChoiceList").rows[0].tail == " (this story has no other copy)"  # type: ignore[attr-defined]
        await reader.press("enter")
        assert reader.said == "This story has no other copy."


async def test_the_help_of_the_bar_types_an_example(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", "f1")
        rows = shown(reader)
        assert rows[0] == "── A filter, by example ──"
        await reader.press("/", *"is:unread", "enter")
        assert reader.screen.bar.typed.value == "is:unread"
        assert len(reader.titles) == 4


async def test_the_help_is_searched_and_left_step_by_step(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("?", "/", *"zzz")
        assert shown(reader) == []
        await reader.press("escape")
        assert len(shown(reader)) > 50
        await reader.press("escape")
        assert reader.focus == "stories"


async def test_a_row_that_is_only_to_be_read_does_nothing(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("?", "enter")
        assert isinstance(reader.app.screen, CommandsScreen)
        await reader.press("q")
        assert reader.focus == "stories"
