"""The second morning: the library as it was left, what is new, and looking for more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from piloted import NoUpdater, open_library, reading

from geotui.marks import Mark
from geotui.model import IndexReport, Progress
from geotui.tui import returning
from geotui.tui.desk import STILL_READING
from geotui.tui.main_screen import ANEW

pytestmark = pytest.mark.usefixtures("home")

NEW = "Date: 2024-01-01\n\nLighthouse sold to a painter\n\nThe lighthouse on the cape was sold on Monday.\n"


class Index(NoUpdater):
    """A run over the pages there are."""

    def __init__(self, pages: Path) -> None:
        self._pages = pages

    def run(self, progress: Callable[[Progress], None]) -> IndexReport | None:
        library = open_library(self._pages)
        report = library.update(workers=1, progress=progress)
        library.close()
        return report


async def test_it_greets_the_first_time_and_not_again(pages: Path) -> None:
    async with reading(pages) as reader:
        assert reader.said == returning.FIRST_TIME
        await reader.press("enter", "h")
        assert reader.said != returning.FIRST_TIME
    async with reading(pages) as reader:
        assert reader.said != returning.FIRST_TIME


async def test_filter_and_selection_come_back(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"source:harbour", "enter", "j")
        assert reader.selected == "A bridge opens in the north"
    async with reading(pages) as reader:
        assert reader.screen.bar.typed.value == "source:harbour"
        assert reader.titles == ["Museum of clocks reopens", "A bridge opens in the north"]
        assert reader.selected == "A bridge opens in the north"
        assert reader.focus == "stories"


async def test_a_filter_switched_off_and_the_possible_ones_come_back(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"harvest", "enter", "backslash", "+")
    async with reading(pages) as reader:
        assert not reader.screen.bar.on
        assert reader.screen.bar.possible
        assert len(reader.titles) == 4
        await reader.press("backslash")
        assert reader.titles == ["Harvest fails in the south"]


async def test_the_open_story_comes_back_where_it_was_read(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("G", "enter", "space", "j")
        before = reader.screen.reader.render_line(3).text
        assert "Paragraph" in before or not before.strip()
        place = reader.screen.reader.place
        assert place
    async with reading(pages) as reader:
        assert reader.focus == "reader"
        assert reader.screen.reader.place == place
        assert reader.screen.reader.render_line(3).text == before


async def test_a_story_left_half_way_is_opened_there_again_and_a_finished_one_at_its_beginning(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("G", "enter", "space")
        place = reader.screen.reader.place
        await reader.press("h", "enter")
        assert reader.screen.reader.place == place
        await reader.press("G", "h", "enter")
        assert reader.screen.reader.place == 0


async def test_the_panes_come_back(pages: Path) -> None:
    async with reading(pages, size=(140, 30)) as reader:
        await reader.press("<", "<", "z")
        assert not reader.screen.reader.display
    async with reading(pages, size=(140, 30)) as reader:
        assert not reader.screen.reader.display
        await reader.press("z")
        assert reader.screen.panes.share == 40
        assert reader.screen.stories.size.width == 56


async def test_on_a_wide_screen_the_list_takes_what_the_story_needs_not_unless_that_is_to_be_centred(
    pages: Path, home: Path
) -> None:
    async with reading(pages, size=(200, 50)) as reader:
        assert (reader.screen.stories.size.width, reader.screen.reader.size.width) == (118, 82)
    (home / "config" / "geotui").mkdir(parents=True)
    (home / "config" / "geotui" / "settings.toml").write_text("centre = true\n")
    async with reading(pages, size=(200, 50)) as reader:
        await reader.press("enter")
        assert reader.screen.reader.size.width == 100
        assert reader.screen.reader.render_line(0).text.startswith(" " * 10 + "Museum of clocks")


async def test_new_pages_are_told_of_and_the_selection_stays(pages: Path) -> None:
    async with reading(pages, Index(pages)) as reader:
        (pages / "new.txt").write_text(NEW, encoding="utf-8")
        await reader.press("R")
        await reader.settle()
        assert "1 new story" in reader.said
        assert reader.titles[0] == "Lighthouse sold to a painter"
        assert reader.selected == "Museum of clocks reopens"
        await reader.press("R")
        assert reader.said == "No new stories."


async def test_a_filter_that_came_back_says_how_many_new_stories_it_hides(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"harvest", "enter")
    (pages / "new.txt").write_text(NEW, encoding="utf-8")
    async with reading(pages, Index(pages)) as reader:
        await reader.settle()
        assert "hides 1 new story" in reader.said
        await reader.press("/", "ctrl+u", *"is:new", "enter")
        assert reader.titles == ["Lighthouse sold to a painter"]


async def test_where_both_panes_are_shown_the_selected_story_is_shown_beside_and_stays_unread(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geotui.tui.main_screen.PREVIEW_AFTER", 0.01)
    monkeypatch.setattr("geotui.tui.reader_pane.STAY", 0.01)
    async with reading(pages, size=(140, 30)) as reader:
        await reader.press("j")
        await reader.pilot.pause(0.2)
        assert any("wheat" in reader.screen.reader.render_line(y).text for y in range(20))
        assert not reader.is_read("Harvest fails in the south")
        assert reader.focus == "stories"


@pytest.mark.parametrize(("width", "shown"), [(80, "a · b · c"), (8, "a · b"), (3, "a")])
def test_of_the_keys_as_many_are_named_as_there_is_room_for(width: int, shown: str) -> None:
    from geotui.tui.status_line import that_fit

    assert that_fit("a · b · c", width) == shown


@pytest.mark.parametrize(("width", "shown"), [(9, "a · b · c"), (8, "a · c"), (1, "c")])
def test_the_key_that_leads_back_is_named_before_any_other(width: int, shown: str) -> None:
    from geotui.tui.status_line import that_fit

    assert that_fit("a · b · c", width, ends=1) == shown


async def test_what_changed_since_it_was_read_is_told_beside_what_is_new(pages: Path) -> None:
    async with reading(pages, Index(pages)) as reader:
        for title in ("Museum", "Harvest"):
            reader.library.mark(reader.library.answer(f"title:{title}").shown.rank(0), Mark.READ, True)
        for name in ("museum.txt", "harvest.txt"):
            page = pages / name
            page.write_text(page.read_text(encoding="utf-8").rstrip() + " A crowd is expected.\n", encoding="utf-8")
        await reader.press("R")
        assert reader.said == "2 changed since you read them · is:updated shows them"
        assert [row.marks.updated for row in reader.library.rows(reader.library.answer("is:updated"), 0, 9)] == [
            True
        ] * 2


async def test_pages_that_went_are_told_as_fewer_stories(pages: Path) -> None:
    async with reading(pages, Index(pages)) as reader:
        (pages / "museum.txt").unlink()
        (pages / "bridge.txt").unlink()
        await reader.press("R")
        assert reader.said == "2 stories fewer than before"


async def test_where_no_page_is_read_it_says_which_files_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "web"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.html").write_text("<p>A bridge opens</p>")
    async with reading(folder, Index(folder), index=False) as reader:
        await reader.settle()
        words = " ".join(reader.screen.stories.render_line(y).text.strip() for y in range(2))
        assert words.startswith("No page holds a story. 2 files skipped: .html files are not read")


class Held(NoUpdater):
    """A run that ends when it is let go."""

    def __init__(self) -> None:
        self.let_go = threading.Event()

    def run(self, _progress: Callable[[Progress], None]) -> IndexReport | None:
        self.let_go.wait(20)
        return None

    def stop(self) -> None:
        self.let_go.set()


async def test_while_stories_are_being_read_that_is_why_there_is_none_or_no_event(pages: Path) -> None:
    held = Held()
    async with reading(pages, held, index=False, settled=False) as reader:
        for key in ("c", "E"):
            await reader.pilot.press(key)
            assert reader.said == STILL_READING
        held.let_go.set()
        await reader.settle()
        assert reader.said != STILL_READING


async def test_where_the_stories_listed_are_gone_with_their_index_the_list_says_so(pages: Path) -> None:
    async with reading(pages) as reader:
        reader.screen.listing.edition = None
        reader.screen.stories.read_anew()
        assert reader.screen.stories.render_line(0).text.strip() == ANEW


async def test_a_story_found_by_a_passage_below_its_first_page_opens_there(pages: Path) -> None:
    passage = (
        "Two swans nested under the iron footbridge at Calder, and the keeper of the lock asked rowers to ship their "
        "oars there until the cygnets could swim, which most of them did without being asked twice."
    )
    before = "\n\n".join(f"Mile {n}: weirs, sluices and {n * 7} moorings were counted." for n in range(60))
    (pages / "swans.txt").write_text(f"Date: 2021-02-05\n\nSwans on the river\n\n{before}\n\n{passage}\n")
    async with reading(pages) as reader:
        await reader.press("/")
        reader.screen.bar.typed.value = passage
        await reader.settle()
        await reader.press("enter", "enter")
        await reader.settle()
        shown = [reader.screen.reader.render_line(y).text for y in range(reader.screen.reader.lines_in_view)]
        assert any("Two swans nested" in line for line in shown)
