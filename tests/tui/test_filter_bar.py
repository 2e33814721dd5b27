"""The filter bar under keys: choices while one types, taken only when asked for; what was typed is remembered."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from piloted import Reader, reading
from textual.events import Paste
from textual.widgets.input import Selection

from geotui.tui.asking import Asker, Question
from geotui.tui.filter_bar import MOST_TYPED

pytestmark = pytest.mark.usefixtures("home")

PASSAGE = """In the south, most of the
wheat was lost to drought, farmers said on Thursday that most of the wheat was lost to drought. The ministry promised
seed and loans, but no date for either. - It had promised the same
for the year be-
fore."""
"""A paragraph as it is copied from a page: lines wrapped, a word broken, a dash before a word."""


def offered(reader: Reader) -> list[str]:
    """The choices on the screen."""
    listed = reader.screen.bar.listed
    return [row.text for row in listed.rows] if listed.display else []


async def test_names_are_offered_with_counts_while_one_types(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"vladimir pu")
        assert offered(reader) == ["Vladimir Putin"]
        assert reader.screen.bar.listed.rows[0].tail == "1 story"
        assert reader.screen.bar.listed.size.height == 1


async def test_tab_takes_the_first_choice_and_filters_by_it(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"vladimir pu", "tab")
        assert reader.screen.bar.typed.value == "Vladimir Putin "
        assert reader.titles == ["A bridge opens in the north"]
        assert offered(reader) == []
        assert reader.focus == "typed"


async def test_arrows_choose_and_tab_takes_that_one(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"is:", "down", "down", "up", "down")
        choice = offered(reader)[1].removeprefix("")
        await reader.press("tab")
        assert reader.screen.bar.typed.value.strip() == choice


async def test_enter_takes_only_what_was_selected(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"vladimir pu", "enter")
        assert reader.screen.bar.typed.value == "vladimir pu"
        await reader.press("/", "ctrl+u", *"vladimir pu", "down", "enter")
        await reader.settle()
        assert reader.screen.bar.typed.value.strip() == "Vladimir Putin"
        assert reader.focus == "stories"
        assert reader.titles == ["A bridge opens in the north"]


async def test_a_key_that_is_quicker_than_the_choices_waits_for_them(pages: Path) -> None:
    async with reading(pages) as reader:
        for key in ("slash", *"vladimir", "tab", "enter"):
            reader.app.simulate_key(key)
        await reader.settle()
        await reader.settle()
        assert reader.screen.bar.typed.value.strip() == "Vladimir Putin"
        assert reader.focus == "stories"


async def test_choices_go_where_there_is_nothing_to_complete_and_when_the_bar_is_left(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"vladimir pu", "space")
        assert offered(reader) == []
        await reader.press("backspace")
        assert offered(reader) == ["Vladimir Putin"]
        await reader.press("escape")
        assert offered(reader) == []
        assert reader.screen.bar.typed.value == ""


async def test_escape_after_choosing_returns_to_the_filter_before(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"harvest", "enter", "/", "ctrl+u", *"vladimir pu", "down", "escape")
        await reader.settle()
        assert reader.screen.bar.typed.value == "harvest"
        assert reader.titles == ["Harvest fails in the south"]


async def test_filters_that_were_gone_to_are_offered_in_an_empty_bar_the_newest_first(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"harvest", "enter", "/", "ctrl+u", *"bridge", "enter")
        await reader.press("/", "ctrl+u", *"feb 31", "enter", "/", "ctrl+u", *"muse", "escape")
        await reader.press("/", "ctrl+u")
        assert offered(reader) == ["bridge", "harvest"]
        await reader.press("down", "down", "tab")
        assert reader.titles == ["Harvest fails in the south"]


async def test_a_filter_that_is_off_says_so_and_comes_back_when_the_bar_is_entered(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"harvest", "enter", "\\")
        assert reader.understood.startswith("The filter is off · 4 stories")
        await reader.press("/")
        assert reader.titles == ["Harvest fails in the south"]


async def test_choices_that_cannot_be_found_are_left_out(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(pages) as reader:

        async def fail(*_: Any) -> None:
            raise RuntimeError("broken inside")

        monkeypatch.setattr(Asker, "offered", fail)
        await reader.press("/", *"harvest", "tab", "enter")
        assert reader.titles == ["Harvest fails in the south"]


async def test_a_newer_filter_breaks_off_the_search_for_an_older_one() -> None:
    class Slow:
        """A library whose searches last until they are interrupted."""

        def __init__(self) -> None:
            self.reader, self.edition, self.asked = self, (1, 1), []
            self.broken, self.begun = asyncio.Event(), asyncio.Event()
            self.loop = asyncio.get_running_loop()

        def take_up(self) -> None:
            pass

        def interrupt(self) -> None:
            self.broken.set()

        def answer(self, text: str, _possible: bool, _by_event: bool) -> str:
            self.asked.append(text)
            if text == "old":
                self.loop.call_soon_threadsafe(self.begun.set)
                asyncio.run_coroutine_threadsafe(self.broken.wait(), self.loop).result(20)
            return text

        def end_visit(self) -> None:
            pass

        def close(self) -> None:
            pass

    slow = Slow()
    asker = Asker(slow)  # type: ignore[arg-type]
    old = asyncio.create_task(asker.ask(Question("old", False, 1)))
    await slow.begun.wait()
    stale = asyncio.create_task(asker.ask(Question("stale", False, 2)))
    newest = asyncio.create_task(asker.ask(Question("newest", False, 3)))
    await asyncio.gather(old, stale, newest)
    assert slow.broken.is_set()
    assert slow.asked == ["old", "newest"]
    assert (newest.result().answer, stale.result().answer) == ("newest", None)
    asker.close()


# ---------------------------------------------------------------------- what is pasted


async def pasted(reader: Reader, text: str) -> None:
    reader.screen.bar.typed.post_message(Paste(text))
    await reader.pilot.pause(0.1)
    await reader.settle()


async def test_all_lines_of_a_paste_are_one_line_of_the_bar(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/")
        await pasted(reader, "the harvest\rfails\r\nin\n\nthe south\n")
        assert reader.screen.bar.typed.value == "the harvest fails in the south"
        assert reader.titles == ["Harvest fails in the south"]


async def test_a_paste_is_parted_from_what_stands_before_it_and_takes_the_place_of_what_is_selected(
    pages: Path,
) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"is:unread")
        await pasted(reader, "harvest fails")
        assert reader.screen.bar.typed.value == "is:unread harvest fails"
        reader.screen.bar.typed.selection = Selection(0, 9)
        await pasted(reader, "has:note")
        assert reader.screen.bar.typed.value == "has:note harvest fails"
        await reader.press("ctrl+u", *"harv")
        await pasted(reader, "est")
        assert reader.screen.bar.typed.value == "harvest"


async def test_a_paste_can_do_no_harm(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/")
        await pasted(reader, "\x1b]0;owned\x07har\u202evest\x00 \x1b[31mfails\u2028now")
        assert reader.screen.bar.typed.value == "harvest fails now"


async def test_of_a_paste_that_is_too_long_the_beginning_is_taken_and_that_is_said(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/")
        await pasted(reader, "the harvest fails " * 60_000)
        assert len(reader.screen.bar.typed.value) == MOST_TYPED
        assert "first 10,000 characters" in reader.said
        assert "the first 1,000 words of a passage" in reader.understood


async def test_a_paragraph_that_is_pasted_lists_the_story_that_carries_it(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/")
        await pasted(reader, PASSAGE)
        assert reader.titles == ["Harvest fails in the south"]
        assert "a passage of" in reader.understood
        assert offered(reader) == []
