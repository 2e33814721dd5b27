"""The list paints what changed and keeps the selection in view, and where a story was that left the filter."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Reader, reading
from rich.cells import cell_len
from textual.geometry import Region

from geotui.tui import marking
from geotui.tui.story_list import StoryList

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def many(pages: Path) -> Path:
    """Sixty further stories, a day each."""
    for number in range(60):
        text = f"The pilot of ship {number} counted {number * 7} gulls over pier {number * 11} before noon."
        day = f"2020-{number // 28 + 1:02d}-{number % 28 + 1:02d}"
        (pages / f"more{number}.txt").write_text(f"Date: {day}\n\nGulls counted over pier {number}\n\n{text}\n")
    return pages


class Painted:
    """Which lines of the list are painted from now on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lines: list[int] = []
        whole = StoryList.refresh

        def refresh(stories: StoryList, *regions: Region, **more: bool) -> StoryList:
            self.lines.extend(region.y for region in regions)
            return whole(stories, *regions, **more)

        monkeypatch.setattr(StoryList, "refresh", refresh)


def on_screen(reader: Reader) -> list[str]:
    stories = reader.screen.stories
    return [stories.render_line(y).text.rstrip() for y in range(stories.size.height)]


async def test_a_move_paints_two_lines(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(many) as reader:
        painted = Painted(monkeypatch)
        await reader.press("j")
        assert sorted(painted.lines) == [0, 1]


async def test_the_window_moves_on_by_half_where_the_selection_leaves_it(many: Path) -> None:
    async with reading(many) as reader:
        stories = reader.screen.stories
        height = stories.size.height
        await reader.press(*"j" * height)
        assert (stories.selected, stories.line) == (height, height // 2)
        await reader.press("G")
        assert (stories.selected, stories.line) == (63, height - 1)
        await reader.press("g")
        assert (stories.selected, stories.line) == (0, 0)


async def test_a_page_keeps_the_line_of_the_selection(many: Path) -> None:
    async with reading(many) as reader:
        await reader.press("j", "j", "pagedown")
        stories = reader.screen.stories
        assert stories.line == 2
        await reader.press("pageup")
        assert (stories.selected, stories.line) == (2, 2)


async def test_an_answer_paints_only_lines_that_look_different(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(many) as reader:
        painted = Painted(monkeypatch)
        reader.screen.type_filter("is:unread")
        await reader.settle()
        assert painted.lines == []
        reader.screen.type_filter("since 2021")
        await reader.settle()
        assert min(painted.lines) == 4
        assert on_screen(reader)[4:] == [""] * (len(on_screen(reader)) - 4)


async def test_what_stands_on_the_screen_is_what_is_listed_at_every_width(many: Path) -> None:
    async with reading(many) as reader:
        for width, height in ((60, 15), (200, 50), (80, 24)):
            await reader.pilot.resize_terminal(width, height)
            await reader.settle()
            stories = reader.screen.stories
            assert all(cell_len(stories.render_line(y).text) == stories.size.width for y in range(stories.size.height))
            for line, title in zip(on_screen(reader), reader.titles, strict=False):
                assert title[:14] in line


async def test_the_next_rows_are_read_before_they_are_wanted(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "LOOK_EVERY", 3_600)
    async with reading(many) as reader:
        await reader.press("j")
        pages = reader.screen.stories._pages
        assert pages is not None
        fetch, asked = pages._fetch, []
        pages._fetch = lambda *about: asked.append(about) or fetch(*about)  # type: ignore[func-returns-value]
        await reader.press("pagedown")
        await reader.pilot.pause()
        assert [first for _, first, _ in asked] == [50]
        asked.clear()
        await reader.press("pagedown", "pagedown")
        assert asked == []


@pytest.mark.parametrize(("order", "following"), [("", "A bridge"), (" sort:oldest", "Museum")])
async def test_a_story_that_left_the_filter_is_followed_by_the_one_after_it(
    pages: Path, order: str, following: str
) -> None:
    async with reading(pages) as reader:
        story_id = reader.library.rows(reader.library.answer("harvest"), 0, 1)[0].head.id
        reader.screen.type_filter(f"-harvest{order}")
        await reader.settle()
        row = reader.screen.listing.row_near(story_id)
        assert row is not None
        assert reader.titles[row].startswith(following)
        assert reader.screen.listing.row(story_id) is None


async def test_where_order_tells_no_neighbour_there_is_none(pages: Path) -> None:
    async with reading(pages) as reader:
        story_id = reader.library.rows(reader.library.answer("harvest"), 0, 1)[0].head.id
        reader.screen.type_filter("-harvest sort:copies")
        await reader.settle()
        assert reader.screen.listing.row_near(story_id) is None
        assert reader.screen.listing.row_near("0" * 16) is None
        assert reader.screen.listing.row_near(None) is None
