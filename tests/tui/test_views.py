"""What opens over a story: copies, reasons, the raw page, actors; and what the open story itself shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from piloted import Reader, painted, reading

from geotui.model import (
    ActorKind,
    Comparison,
    CopyEntry,
    LineKind,
    Linked,
    Published,
    RawLine,
    RawPage,
    Relation,
    Side,
    Story,
    StoryActor,
    StoryHead,
    Why,
)
from geotui.stories import difference
from geotui.tui.actors_screen import ActorsScreen
from geotui.tui.copies_screen import CopiesScreen, CopyChoice, Use, copy_detail, copy_row
from geotui.tui.difference_screen import DifferenceScreen
from geotui.tui.raw_screen import RawScreen, raw_paragraphs
from geotui.tui.why_screen import WhyScreen, why_paragraphs
from geotui.tui.wrapping import Lines, Paragraph

pytestmark = pytest.mark.usefixtures("home")
FEB = date(2022, 2, 4)


def copy(number: int, relation: Relation, **more: object) -> CopyEntry:
    published = Published(FEB, FEB, FEB, 0.9)
    record = more.get("record")
    source = more.get("source", "Harbour Post")
    page = f"/srv/pages/page{number}.txt"
    return CopyEntry(number, f"id{number}", page, record, (3, 40), "Title", source, None, published, relation)  # type: ignore[arg-type]


def story(*copies: CopyEntry, actors: tuple[StoryActor, ...] = ()) -> Story:
    return Story(StoryHead(0, "id1", "[Reuters] Title [/b]", Published(), (), len(copies)), actors, copies, ())


def lines_of(paragraphs: list[Paragraph], width: int = 80) -> list[str]:
    return [line.text for line in Lines(paragraphs, width)]


# ---------------------------------------------------------------------- rows and paragraphs


def test_a_copy_is_told_by_outlet_date_relation_and_page() -> None:
    row = copy_row(copy(2, Relation.NEAR))
    assert row.text == "Harbour Post      ~4 Feb 2022  nearly the same text  page2.txt"
    assert copy_detail(copy(2, Relation.NEAR)) == "page2.txt, lines 3–40 · in /srv/pages"
    assert copy_row(copy(2, Relation.EXCERPT, source=None, record="7")).text.endswith(
        "an excerpt            page2.txt · 7"
    )


def test_why_has_three_sections_and_none_is_empty() -> None:
    lines = lines_of(why_paragraphs(Why(("It says so.",), (), ("“Zelenskiy” is Volodymyr Zelenskyy.",))))
    assert lines == [
        "Date",
        "• It says so.",
        "",
        "Copies",
        "  No other page carries this text.",
        "",
        "This filter",
        "• “Zelenskiy” is Volodymyr Zelenskyy.",
    ]


RAW = RawPage(
    "/srv/pages/a.txt",
    None,
    (
        RawLine(1, "Home | News", LineKind.LEFTOVER, "navigation"),
        RawLine(2, "A bridge opens", LineKind.TITLE),
        RawLine(3, "", LineKind.BLANK),
        RawLine(4, "The bridge opened.", LineKind.BODY),
        RawLine(5, "The bridge", LineKind.CAPTION),
        RawLine(6, "Share", LineKind.DROPPED, "page widget"),
        RawLine(7, "Harvest", LineKind.OTHER, "Harvest fails"),
        RawLine(8, "Farmers said", LineKind.OTHER, "Harvest fails"),
    ),
    "The page has changed.",
)


def test_a_raw_page_tells_of_each_line_what_it_was_taken_for_and_why_it_is_left_out() -> None:
    paragraphs, first = raw_paragraphs(RAW)
    assert paragraphs[first].text == "A bridge opens"
    assert lines_of(paragraphs, 40) == [
        "The page has changed.",
        "",
        "1 - Home | News  ← navigation",
        "2 # A bridge opens",
        "3   ",
        "4 │ The bridge opened.",
        '5 " The bridge',
        "6 - Share  ← page widget",
        "7 ~ Harvest  ← of another article:",
        "    Harvest fails",
        "8 ~ Farmers said",
    ]


# ---------------------------------------------------------------------- screens over the reader


async def over(reader: Reader, screen: object) -> list[object]:
    """Opens a screen; what it will have given."""
    given: list[object] = []
    reader.app.push_screen(screen, given.append)  # type: ignore[call-overload]
    await reader.settle()
    return given


async def test_the_copy_chosen_is_given_and_more_is_said_of_the_selected_one(pages: Path) -> None:
    of = story(copy(1, Relation.LEADING), copy(2, Relation.NEAR), copy(3, Relation.UPDATE))
    async with reading(pages) as reader:
        screen = CopiesScreen(of)
        given = await over(reader, screen)
        assert screen.detail._words.strip().startswith("page1.txt")
        await reader.press("j")
        assert screen.detail._words.strip().startswith("page2.txt")
        await reader.press("enter")
        assert given == [CopyChoice(of.copies[1], Use.OPEN)]
        assert reader.focus == "stories"


@pytest.mark.parametrize("key", ["escape", "q", "h"])
async def test_what_is_over_the_reader_is_left_without_a_choice(pages: Path, key: str) -> None:
    async with reading(pages) as reader:
        given = await over(reader, CopiesScreen(story(copy(1, Relation.LEADING))))
        await reader.press(key)
        assert given == [None]
        assert reader.focus == "stories"


async def test_a_digit_goes_to_the_linked_story_of_that_number(pages: Path) -> None:
    went: list[str] = []
    links = (Linked("first", "It borrows a passage from “A”."), Linked("second", "“B” borrows a passage from it."))
    why = Why(("It says so.",), (), (), links=links)
    assert "2 “B” borrows a passage from it." in lines_of(why_paragraphs(why))
    async with reading(pages) as reader:
        given = await over(reader, WhyScreen("Title", why, went.append))
        assert reader.app.screen.words._words.strip().startswith("1–2 opens")  # type: ignore[attr-defined]
        await reader.press("3")
        assert went == []
        await reader.press("2")
        assert went == ["second"]
        assert given == [None]


async def test_actors_stand_by_kind_and_the_one_named_most_is_first(pages: Path) -> None:
    actors = (
        StoryActor("ru", "Russia", ActorKind.COUNTRY, 9),
        StoryActor("xi", "Xi Jinping", ActorKind.PERSON, 1, inferred=True),
        StoryActor("putin", "Vladimir Putin", ActorKind.PERSON, 3),
        StoryActor("wang", "Wang Yi", ActorKind.PERSON, 5),
    )
    async with reading(pages) as reader:
        screen = ActorsScreen(story(copy(1, Relation.LEADING), actors=actors))
        given = await over(reader, screen)
        assert [row.text.split()[0] for row in screen.choices.rows] == ["Wang", "Vladimir", "Xi", "Russia"]
        await reader.press("G", "enter")
        assert given == [actors[0]]


@pytest.mark.parametrize(("copies", "told"), [(1, "named 5 times in its text"), (2, "named up to 5 times in a copy")])
async def test_how_often_an_actor_is_named_says_where(pages: Path, copies: int, told: str) -> None:
    named = StoryActor("wang", "Wang Yi", ActorKind.PERSON, 5)
    entries = [copy(number, Relation.NEAR if number else Relation.LEADING) for number in range(copies)]
    async with reading(pages) as reader:
        screen = ActorsScreen(story(*entries, actors=(named,)))
        await over(reader, screen)
        assert screen.detail._words.strip() == f"Wang Yi: {told}"


async def test_a_raw_page_opens_at_the_first_line_of_the_article_and_can_be_searched(pages: Path) -> None:
    many = tuple(RawLine(n, f"menu item {n}", LineKind.LEFTOVER, "navigation") for n in range(1, 101))
    own = RawLine(101, "A bridge opens", LineKind.TITLE)
    after = tuple(RawLine(n, f"The bridge opened, part {n}.", LineKind.BODY) for n in range(102, 300))
    async with reading(pages) as reader:
        await over(reader, RawScreen(RawPage("/srv/a.txt", "7", (*many, own, *after))))
        assert painted(reader).startswith(" 101 # A bridge opens\n")
        await reader.press("slash", *"item 33", "enter")
        assert "menu item 33" in painted(reader)
        await reader.press("escape", "escape")
        assert reader.focus == "stories"


@pytest.mark.parametrize("text", ["x" * 1_000_000, "[/b] [@click=app.quit]x[/] \x1b]0;a\x07 \u202e"])
async def test_hostile_and_endless_lines_of_a_page_are_only_text(pages: Path, text: str) -> None:
    raw = RawPage("/srv/\x1b[31m[b].txt", None, (RawLine(1, text, LineKind.BODY, text),), text)
    async with reading(pages) as reader:
        sides = (Side(copy(1, Relation.NEAR, source=text)), Side(copy(2, Relation.LEADING, source=text)))
        compared = Comparison(*sides, difference(f"a {text} 12", f"b {text} 21", (text, f"{text} x")))
        why = Why((text,), (text,), (text,), (text,), (Linked("id", text),))
        for screen in (RawScreen(raw), WhyScreen(text, why), DifferenceScreen(text, compared)):
            await over(reader, screen)
            assert "\x1b" not in painted(reader)
            assert "\u202e" not in painted(reader)
            await reader.press("space", "q")


# ---------------------------------------------------------------------- the story itself


async def test_dates_are_resolved_in_place_and_again_as_the_text_has_them(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("j", "j", "enter")
        pane = reader.screen.reader
        await reader.press("D")
        assert any("on Friday [4 Feb 2022] after" in paragraph.text for paragraph in pane._paragraphs)
        await reader.press("D")
        assert any("on Friday after" in paragraph.text for paragraph in pane._paragraphs)


def head(reader: Reader) -> list[str]:
    """What the open story shows above its text."""
    texts = [paragraph.text for paragraph in reader.screen.reader._paragraphs]
    return texts[: texts.index("")]


async def test_an_open_story_shows_its_marks_and_changes_with_them(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("enter")
        bare = head(reader)
        await reader.press("s", "t", *"clocks", "enter", "i", *"ask", "enter")
        assert head(reader) == [*bare, "★ starred · # clocks", "✎ ask"]
        await reader.press("escape", "j", "k", "enter", "u", "u")
        assert head(reader) == [*bare, "★ starred"]
        await reader.press("ctrl+r", "s")
        assert head(reader) == [*bare, "# clocks"]


async def test_a_mark_moves_no_word_of_the_text_that_is_read(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("G", "enter", "j", "j", "j", "j", "j", "j", "j")
        pane = reader.screen.reader
        top = pane.render_line(0).text
        assert top.startswith(" Paragraph")
        await reader.press("s", "i", *"see the gauges", "enter")
        assert pane.render_line(0).text == top
        await reader.press("u", "u")
        assert pane.render_line(0).text == top


async def test_a_story_that_comes_back_with_the_next_visit_shows_its_marks(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("s", "enter")
    async with reading(pages) as reader:
        assert reader.focus == "reader"
        assert head(reader)[-1] == "★ starred"


async def test_a_window_that_grows_is_filled_with_the_text_above_the_end(pages: Path) -> None:
    async with reading(pages, size=(60, 10)) as reader:
        await reader.press("G", "enter", "G")
        pane = reader.screen.reader
        await reader.pilot.resize_terminal(60, 40)
        await reader.settle()
        assert pane.at_end
        assert pane.render_line(pane.lines_in_view - 1).text.strip()
        assert pane.top > 0


async def test_a_text_that_fits_the_window_it_has_grown_to_is_shown_from_its_top(pages: Path) -> None:
    async with reading(pages, size=(60, 8)) as reader:
        await reader.press("enter", "G")
        pane = reader.screen.reader
        assert pane.top > 0
        await reader.pilot.resize_terminal(60, 40)
        await reader.settle()
        assert pane.top == 0
        await reader.press("escape", "G", "enter", "space", "space")
        await reader.pilot.resize_terminal(60, 24)
        await reader.settle()
        assert pane.top > 0


async def test_pages_typed_ahead_of_the_first_look_at_a_story_are_whole_pages(pages: Path) -> None:
    async with reading(pages) as reader:
        for key in ("G", "enter", "space"):
            reader.app.simulate_key(key)
        await reader.settle()
        await reader.settle()
        pane = reader.screen.reader
        assert pane.top == pane.lines_in_view - 1


async def test_the_filter_is_marked_in_the_story_that_it_found(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("/", *"putin drivers", "enter", "enter", "n")
        pane = reader.screen.reader
        assert [p.text[a:b] for p in pane._paragraphs for a, b in p.matches] == ["Vladimir Putin", "Drivers"]
        assert reader.said == "match 1/2"
