"""List, bar, story and marks of the reader as its keys work on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from piloted import NoUpdater, open_library, reading

from geotui.errors import StoreError
from geotui.marks import Mark
from geotui.model import IndexReport, Progress
from geotui.tui import reader_pane
from geotui.tui.app import GeotuiApp

pytestmark = pytest.mark.usefixtures("home")
ALL = [
    "Museum of clocks reopens",
    "Harvest fails in the south",
    "A bridge opens in the north",
    "A very long report on rivers",
]


async def test_it_opens_on_all_stories_newest_first(pages: Path) -> None:
    async with reading(pages) as reader:
        assert reader.titles == ALL
        assert reader.focus == "stories"
        assert reader.understood == "4 stories"


async def test_typing_filters_and_says_what_was_understood(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"putn 2022")
        assert reader.titles == ["A bridge opens in the north"]
        assert "Vladimir Putin" in reader.understood
        assert "1 story of 4" in reader.understood
        await reader.press("enter")
        assert reader.focus == "stories"


async def test_escape_returns_to_the_filter_and_the_story_before(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("j", "j", "/", *"harvest")
        assert reader.titles == ["Harvest fails in the south"]
        await reader.press("escape")
        assert reader.titles == ALL
        assert reader.selected == "A bridge opens in the north"
        assert reader.screen.bar.typed.value == ""


async def test_a_date_that_is_none_is_refused_in_a_sentence_and_the_list_stays(pages: Path) -> None:
    async with reading(pages) as reader:
        reader.screen.bar.typed.value = "feb 31"
        await reader.settle()
        assert "31" in reader.understood
        assert reader.screen.bar.understood.has_class("-warn")
        assert reader.titles == ALL


async def test_where_nothing_fits_the_list_says_what_would(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"harvest putin")
        assert reader.titles == []
        assert reader.screen.stories._empty.startswith('No story names Putin and has "harvest";')


async def test_keys_typed_ahead_reach_the_part_that_they_are_meant_for(pages: Path) -> None:
    async with reading(pages) as reader:
        for key in ("slash", *"harvest", "enter", "enter", "q", "j"):
            reader.app.simulate_key(key)
        await reader.settle()
        assert reader.screen.bar.typed.value == "harvest"
        assert reader.focus == "stories"
        assert reader.app._exit is False


async def test_enter_typed_right_behind_a_filter_opens_what_it_finds(pages: Path) -> None:
    async with reading(pages) as reader:
        for key in ("slash", *"harvest", "enter", "enter"):
            reader.app.simulate_key(key)
        await reader.settle()
        assert reader.screen.reader.shown is not None
        assert reader.screen.reader.shown.story.head.title == "Harvest fails in the south"


async def test_the_filter_is_switched_off_and_on(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"harvest", "enter", "backslash")
        assert reader.titles == ALL
        assert reader.selected == "Harvest fails in the south" or reader.screen.stories.selected == 0
        assert reader.understood.startswith("The filter is off")
        await reader.press("backslash")
        assert reader.titles == ["Harvest fails in the south"]


async def test_moving_stays_inside_the_list(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("k")
        assert reader.screen.stories.selected == 0
        await reader.press("G", "j", "pagedown")
        assert reader.selected == "A very long report on rivers"
        await reader.press("g")
        assert reader.selected == "Museum of clocks reopens"


async def test_a_story_that_one_stays_with_is_read(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_pane, "STAY", 0.01)
    async with reading(pages) as reader:
        await reader.press("enter")
        await reader.pilot.pause(0.2)
        assert reader.is_read("Museum of clocks reopens")
        assert not reader.is_read("Harvest fails in the south")


async def test_a_story_that_was_left_at_once_stays_unread(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "q")
        reader.screen.reader._was_read()
        await reader.settle()
        assert reader.screen.reader._staying is None
        assert not reader.is_read("Museum of clocks reopens")


async def test_space_alone_goes_through_every_unread_story_and_then_says_so(pages: Path) -> None:
    async with reading(pages) as reader:
        reader.library.mark(reader.library.answer("harvest").shown.rank(0), Mark.READ, True)
        await reader.press("j", "j", "space")
        opened = []
        for _ in range(60):
            title = reader.selected
            if not opened or opened[-1] != title:
                opened.append(title)
            await reader.press("space")
            if "Every story" in reader.screen.status._notice:
                break
        assert opened == ["A bridge opens in the north", "A very long report on rivers", "Museum of clocks reopens"]
        assert all(map(reader.is_read, ALL))


async def test_next_and_previous_story_open_from_within_a_story(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "J")
        assert reader.screen.reader._paragraphs[0].text == "Harvest fails in the south"
        await reader.press("K", "K")
        assert reader.screen.reader._paragraphs[0].text == "Museum of clocks reopens"
        assert reader.focus == "reader"


async def test_unread_stories_are_sought_both_ways(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("m", "n")
        assert reader.selected == "Harvest fails in the south"
        await reader.press("m", "N")
        assert reader.selected == "A very long report on rivers"


async def test_marks_are_set_and_taken_off_and_painted(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("s", "m")
        row = reader.screen.stories.selected_row
        assert row is not None
        assert (row.marks.starred, row.marks.read) == (True, True)
        await reader.press("s")
        row = reader.screen.stories.selected_row
        assert row is not None
        assert (row.marks.starred, row.marks.read) == (False, True)


async def test_a_story_marked_unread_stays_so_while_it_is_open(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("m", "enter", "m")
        assert reader.screen.reader._staying is None
        assert not reader.is_read("Museum of clocks reopens")


async def test_new_stories_come_in_and_the_selection_stays_by_its_story(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("j")
        assert reader.selected == "Harvest fails in the south"
        text = (
            "Lighthouse sold to a painter\n\nThe lighthouse on the cape was sold on Monday to a painter of the city.\n"
        )
        (pages / "new.txt").write_text(f"Date: 2024-01-01\n\n{text}", encoding="utf-8")
        reader.library.update(workers=1)
        reader.screen.query_one("#index-watch").look()  # type: ignore[attr-defined]
        await reader.settle()
        await reader.settle()
        assert reader.titles[0] == "Lighthouse sold to a painter"
        assert reader.selected == "Harvest fails in the south"


async def test_the_first_stories_show_up_while_the_pages_are_read(pages: Path) -> None:
    class Updater(NoUpdater):
        def run(self, progress: Callable[[Progress], None]) -> IndexReport | None:
            library = open_library(pages)
            progress(Progress(0, 10, 0, "reading"))
            report = library.update(workers=1, progress=progress)
            library.close()
            return report

    async with reading(pages, Updater(), index=False) as reader:
        await reader.app.workers.wait_for_complete([w for w in reader.app.workers if w.group == "index"])
        await reader.pilot.pause()
        await reader.settle()
        assert reader.titles == ALL
        assert reader.screen.status._progress == ""


async def test_an_index_run_that_fails_says_why_and_the_reader_goes_on(pages: Path) -> None:
    class Updater(NoUpdater):
        def run(self, _progress: Callable[[Progress], None]) -> IndexReport | None:
            raise StoreError("the index cannot be written; free some room")

    async with reading(pages, Updater()) as reader:
        await reader.app.workers.wait_for_complete([w for w in reader.app.workers if w.group == "index"])
        await reader.pilot.pause()
        assert reader.screen.status._notice == "the index cannot be written; free some room"
        assert reader.titles == ALL


@pytest.mark.parametrize(("size", "shown"), [((80, 24), (True, False)), ((120, 30), (True, True))])
async def test_both_panes_are_shown_where_there_is_room(
    pages: Path, size: tuple[int, int], shown: tuple[bool, bool]
) -> None:
    async with reading(pages, size=size) as reader:
        assert (reader.screen.stories.display, reader.screen.reader.display) == shown
        await reader.press("enter")
        assert reader.screen.reader.display
        assert reader.screen.stories.display is shown[1]


@pytest.mark.parametrize("size", [(1, 1), (24, 1), (39, 24), (80, 7)])
async def test_a_window_that_is_too_small_says_so_and_grows_again(pages: Path, size: tuple[int, int]) -> None:
    async with reading(pages, size=size) as reader:
        assert reader.screen.has_class("-small")
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert not reader.screen.has_class("-small")
        assert reader.titles == ALL


async def test_markup_in_a_title_is_only_text(pages: Path) -> None:
    title = "[@click=app.quit]Read[/] [Reuters] [/b] reopens"
    body = "The gallery reopened on Monday, [bold]its director[/bold] said, with new rooms."
    (pages / "markup.txt").write_text(f"Date: 2025-01-01\nSource: [b]Post\n\n{title}\n\n{body}\n", encoding="utf-8")
    async with reading(pages) as reader:
        assert reader.titles[0] == title
        await reader.press("enter")
        strips = [reader.screen.reader.render_line(y).text for y in range(20)]
        assert any(title in strip for strip in strips)
        assert any("[bold]its director[/bold]" in strip for strip in strips)


async def test_the_help_opens_from_an_empty_bar_and_closes_again(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/")
        await reader.pilot.press("question_mark")
        await reader.pilot.pause()
        assert type(reader.app.screen).__name__ == "CommandsScreen"
        await reader.press("escape")
        assert reader.focus == "typed"
        await reader.press(*"a?")
        assert reader.screen.bar.typed.value == "a?"


async def test_tab_leads_nowhere_by_itself(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("tab", "shift+tab")
        assert reader.focus == "stories"


async def test_switches_that_change_nothing_yet_say_so_or_do_nothing(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("\\")
        assert reader.screen.bar.on
        await reader.press("+")
        assert "may match" in reader.understood


async def test_a_filter_of_too_many_words_is_refused_in_words(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/")
        reader.screen.bar.typed.insert_text_at_cursor("word | " * 300)
        await reader.pilot.pause(0.2)
        await reader.settle()
        assert "200 words" in reader.understood


async def fail_inside(pages: Path, seen: list[GeotuiApp]) -> None:
    async with reading(pages) as reader:
        seen.append(reader.app)
        reader.screen.stories.action_move = lambda _rows: 1 // 0  # type: ignore[method-assign]
        await reader.pilot.press("j")


async def test_what_goes_wrong_inside_ends_it_without_a_traceback(pages: Path) -> None:
    seen: list[GeotuiApp] = []
    with pytest.raises(ZeroDivisionError):
        await fail_inside(pages, seen)
    assert isinstance(seen[0].crash, ZeroDivisionError)
    assert seen[0].return_code == 1
    assert not seen[0]._exit_renderables


async def test_a_key_typed_right_behind_one_that_opens_a_screen_is_for_that_screen(pages: Path) -> None:
    async with reading(pages) as reader:
        for key in ("T", "enter"):
            reader.app.simulate_key(key)
        await reader.settle()
        assert reader.focus == "stories"
        assert reader.screen.bar.typed.value


async def test_a_notice_is_gone_with_the_next_key(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("c")
        assert reader.said == "This story has no other copy."
        await reader.press("backslash")
        assert reader.said == "No filter is typed."
        await reader.press("+")
        assert reader.said != "No filter is typed."


async def test_escape_and_a_capital_sent_as_one_key_are_both_done(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "alt+shift+q")
        assert reader.app._exit
