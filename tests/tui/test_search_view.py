"""Matches of the filter and of a search: where `n` and `N` lead, what is painted, where the cursor stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import piloted  # noqa: F401 - sets what Textual reads when it is imported
from textual.app import App
from textual.pilot import Pilot

from geotui.tui.looks import Look
from geotui.tui.search_view import NO_MATCH, NOT_FOUND, SearchView
from geotui.tui.text_screen import TextScreen
from geotui.tui.wrapping import Paragraph

NAMES = "Ann met Bob. "
PARAGRAPHS = [
    Paragraph("Of Ann", matches=((3, 6),)),
    *(Paragraph(f"{NAMES}They spoke of rain number {number}.", matches=((0, 3), (8, 11))) for number in range(30)),
    Paragraph("End"),
]


class Held:
    """A text screen under a pilot."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def screen(self) -> TextScreen:
        assert isinstance(self.pilot.app.screen, TextScreen)
        return self.pilot.app.screen

    @property
    def view(self) -> SearchView:
        return self.screen.view

    @property
    def said(self) -> str:
        return self.screen.words._words.strip()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    def painted(self, look: Look) -> list[str]:
        """What has the look of matches or of the current one, from the top."""
        style = self.view.get_component_rich_style(f"lines--{look.value}", partial=True)
        strips = [self.view.render_line(y) for y in range(self.view.lines_in_view)]
        wanted = (style.reverse, style.underline)
        return [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style is not None and (segment.style.reverse, segment.style.underline) == wanted
        ]


@asynccontextmanager
async def held(paragraphs: list[Paragraph], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Held]:
    app: App[None] = App()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(TextScreen("About", paragraphs))
        await pilot.pause()
        yield Held(pilot)


async def test_matches_are_painted_and_the_current_one_otherwise() -> None:
    async with held(PARAGRAPHS) as text:
        assert text.painted(Look.MATCH)[:3] == ["Ann", "Ann", "Bob"]
        assert text.painted(Look.CURRENT) == []
        await text.press("n", "n")
        assert text.painted(Look.CURRENT) == ["Ann"]
        assert text.painted(Look.MATCH)[:3] == ["Ann", "Bob", "Ann"]
        assert text.said == "match 2/61"


async def test_the_cursor_of_the_terminal_stands_on_the_current_match() -> None:
    async with held(PARAGRAPHS) as text:
        await text.press("n", "n", "n")
        region = text.view.region
        assert text.view.region.offset + text.view.own_cursor == (region.x + 1 + 8, region.y + 2)


async def test_going_round_is_said_and_the_end_comes_into_view() -> None:
    async with held(PARAGRAPHS) as text:
        await text.press("N")
        assert text.said == "match 61/61, from the end"
        assert text.view.top > 0
        assert text.painted(Look.CURRENT) == ["Bob"]
        await text.press("n")
        assert text.said == "match 1/61, from the top"
        assert text.view.top == 0


async def test_from_out_of_view_it_goes_on_from_what_is_in_view() -> None:
    async with held(PARAGRAPHS) as text:
        await text.press("n", "pagedown")
        top = text.view._lines.line(text.view.top)
        assert top is not None
        await text.press("n")
        current = text.view._matches.current
        assert current is not None
        assert current.paragraph >= top.paragraph


async def test_a_search_takes_the_place_of_the_matches_until_escape() -> None:
    async with held(PARAGRAPHS) as text:
        await text.press("slash", *"RAIN number 1")
        assert text.painted(Look.CURRENT) == ["rain number 1"]
        assert text.said == "match 1/11"
        await text.press("enter")
        assert text.pilot.app.focused is text.view
        await text.press("n")
        assert text.said == "match 2/11"
        await text.press("escape")
        assert text.painted(Look.MATCH)[0] == "Ann"
        assert isinstance(text.pilot.app.screen, TextScreen)


async def test_a_search_that_is_left_goes_back_to_where_it_began() -> None:
    async with held(PARAGRAPHS) as text:
        await text.press("j", "slash", *"number 29")
        assert text.view.top > 20
        await text.press("escape")
        assert text.view.top == 1
        assert text.painted(Look.MATCH)[0] == "Ann"


async def test_what_is_not_there_is_said_and_nothing_moves() -> None:
    async with held(PARAGRAPHS) as text:
        await text.press("j", "slash", *"xyzzy")
        assert text.said == NOT_FOUND
        assert text.view.top == 1
        await text.press("ctrl+u")
        assert text.painted(Look.MATCH)[0] == "Ann"


async def test_a_text_without_matches_says_so() -> None:
    async with held([Paragraph("plain")]) as text:
        await text.press("n")
        assert text.said == NO_MATCH


async def test_a_search_finds_over_the_ends_of_lines_and_paints_both() -> None:
    async with held([Paragraph("long " * 13 + "Volodymyr Zelenskyy spoke")]) as text:
        await text.press("slash", *"volodymyr zelenskyy")
        assert text.painted(Look.CURRENT) == ["Volodymyr", "Zelenskyy"]


async def test_another_width_keeps_the_words_at_the_top_and_the_matches_in_their_places() -> None:
    paragraphs = [Paragraph(f"word{number} " * 30, matches=((0, 5),)) for number in range(40)]
    async with held(paragraphs) as text:
        await text.press("pagedown", "pagedown")
        before = text.view.render_line(0).text.split()[0]
        place = text.view.place
        for size in ((60, 15), (200, 50), (80, 24)):
            await text.pilot.resize_terminal(*size)
            await text.pilot.pause()
            assert before in text.view.render_line(0).text.split()
            assert all(word.startswith("word") for word in text.painted(Look.MATCH))
        assert text.view.place <= place


async def test_a_place_is_found_again_however_many_words_were_put_in() -> None:
    plain = [Paragraph("word " * 300), Paragraph("there " * 300)]
    added = [Paragraph(plain[0].text[:100] + "[added] " * 40 + plain[0].text[100:], added=((100, 420),)), plain[1]]
    async with held(plain, (60, 15)) as text:
        text.view.scroll_by_lines(40)
        place, words = text.view.place, text.view.render_line(0).text
        text.view.show_paragraphs(added, place)
        assert text.view.place == place
        assert text.view.render_line(0).text == words


async def test_a_megabyte_with_matches_opens_at_its_beginning_without_being_wrapped() -> None:
    words = "Ann met Bob " * 90_000
    matches = tuple((at, at + 3) for at in range(0, len(words), 12))
    async with held([Paragraph(words, matches=matches)]) as text:
        assert text.painted(Look.MATCH)[:2] == ["Ann", "Ann"]
        assert len(text.view._lines._made) < 100
