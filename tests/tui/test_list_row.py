"""A row of the list and the words in it."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from geotui.library import Group, Row
from geotui.model import ActorKind, EventHead, Marks, Match, Published, StoryActor, StoryHead
from geotui.tui import words
from geotui.tui.list_row import row_text, short_date

FEB = date(2022, 2, 4)


def row(
    title: str = "A bridge opens", sources: tuple[str, ...] = ("Harbour Post",), copies: int = 1, **more: object
) -> Row:
    published = more.get("published", Published(FEB, FEB, FEB, 0.97, metadata=True))
    head = StoryHead(0, "id", title, published, sources, copies, more.get("event"))  # type: ignore[arg-type]
    return Row(head, more.get("marks", Marks()), more.get("match", Match.SURE), more.get("group"))  # type: ignore[arg-type]


def test_a_row_tells_marks_date_copies_outlet_and_title_in_this_order() -> None:
    text = row_text(row(copies=3, marks=Marks(starred=True), match=Match.POSSIBLE), 80)
    assert text.rstrip() == "●★  ?  4 Feb 2022  3×  Harbour Post A bridge opens"


def test_each_mark_has_a_cell_of_its_own() -> None:
    marked = row_text(row(marks=Marks(read=True, tags=("war",), note="see page 3")), 80)
    assert marked[:5] == "  #✎ "


def test_a_narrow_row_leaves_the_outlet_out() -> None:
    assert row_text(row(marks=Marks(read=True)), 50).rstrip() == "       4 Feb 2022      A bridge opens"


@pytest.mark.parametrize(("width", "least"), [(60, 30), (80, 40), (110, 60), (200, 130)])
def test_the_title_has_most_of_the_row(width: int, least: int) -> None:
    text = row_text(row("t" * 300, sources=("A Very Long Name of an Outlet", "b"), copies=12), width)
    assert text.count("t") >= least


def test_the_number_of_outlets_is_told_however_long_the_first_name() -> None:
    assert "Harbour… +2  A bridge" in row_text(row(sources=("The Harbour Post and Gazette", "b", "c")), 80)


def test_very_many_copies_shift_nothing() -> None:
    few, many = row_text(row("Title", copies=3), 80), row_text(row("Title", copies=12_345), 80)
    assert few.index("Title") == many.index("Title")
    assert "99+" in many


def group(stories: int, outlets: int, found: int | None = None) -> Group:
    event = EventHead("id", "A bridge opens", FEB, date(2022, 2, 6), stories, outlets)
    return Group(event, found or stories, 1, Published(date(2022, 2, 6), FEB, date(2022, 2, 6), 0.9))


def test_a_story_that_others_report_too_has_a_sign_behind_its_copies() -> None:
    text = row_text(row(copies=3, event="id"), 80)
    assert text.rstrip() == "●      4 Feb 2022  3×≡ Harbour Post A bridge opens"
    assert row_text(row(event="id"), 50).rstrip() == "●      4 Feb 2022    ≡ A bridge opens"


def test_a_row_that_stands_for_an_event_tells_its_reports_and_outlets_and_the_date_that_gives_it_its_place() -> None:
    text = row_text(row(event="id", group=group(3, 14)), 80, by_event=True)
    assert text.rstrip() == "●     ~6 Feb 2022 3 reports, 14 outlets  A bridge opens"


def test_a_row_of_an_event_that_was_read_tells_that_another_report_was_not() -> None:
    assert row_text(row(group=group(2, 2), marks=Marks(read=True)), 80, by_event=True).startswith("○ ")
    assert row_text(row(group=group(2, 2)), 80, by_event=True).startswith("● ")
    assert row_text(row(marks=Marks(read=True)), 80, by_event=True).startswith("  ")


@pytest.mark.parametrize(
    ("found", "width", "told"),
    [
        (group(3, 14, 1), 160, "1 of 3 reports, 14 outlets"),
        (group(3, 14, 1), 80, "1 of 3 reports  "),
        (group(3, 14), 60, "3 reports "),
        (group(3, 0), 80, "3 reports  "),
    ],
)
def test_an_event_tells_as_much_as_there_is_room_for(found: Group, width: int, told: str) -> None:
    assert f"2022 {told}" in row_text(row(event="id", group=found), width, by_event=True)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_titles_begin_in_one_column_in_a_list_by_event(width: int) -> None:
    rows = (
        row("Title", copies=3),
        row("Title", sources=("港口日报", "b")),
        row("Title", event="id", group=group(2, 3)),
        row("Title", event="id", group=group(12_345, 67_890, 1_234)),
    )
    texts = [row_text(one, width, by_event=True) for one in rows]
    assert len({cell_len(text[: text.index("Tit")]) for text in texts}) == 1
    assert {cell_len(text) for text in texts} == {width}


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (Published(FEB, FEB, FEB, 0.4, metadata=True), "4 Feb 2022"),
        (Published(FEB, FEB, FEB, 0.9), "~4 Feb 2022"),
        (Published(FEB, FEB, FEB, 0.6), "~4 Feb 2022"),
        (Published(FEB, FEB, FEB, 0.59), "4 Feb 2022?"),
        (Published(None, date(2022, 1, 1), date(2022, 12, 31)), "2022?"),
        (Published(), ""),
    ],
)
def test_the_less_sure_a_date_is_the_less_sure_it_looks(published: Published, shown: str) -> None:
    assert short_date(published) == shown


@pytest.mark.parametrize(
    "title",
    [
        "Latin",
        "Встреча в Сочи",
        "اجتماع في الرياض",
        "习近平会见普京",
        "🇺🇳 👍🏽 ❤️ 1️⃣",
        "\x1b[31mred",
        "z̷̢̧̛͔̳̖a͜l̴g̸o",
        "x" * 5000,
    ],
)
@pytest.mark.parametrize("width", [40, 55, 80, 200])
def test_every_row_is_exactly_as_wide_as_the_list(title: str, width: int) -> None:
    made = row_text(row(title, sources=(title, "b")), width)
    assert cell_len(made) == width
    assert "\x1b" not in made


@pytest.mark.parametrize(
    ("published", "short", "long"),
    [
        (Published(FEB, FEB, FEB, 0.97, metadata=True), "4 Feb 2022", "4 Feb 2022"),
        (
            Published(FEB, date(2022, 2, 3), date(2022, 2, 6), 0.85),
            "~4 Feb 2022",
            "about 4 Feb 2022 (very likely, between 3 Feb 2022 and 6 Feb 2022)",
        ),
        (
            Published(None, date(2022, 1, 1), date(2022, 12, 31)),
            "2022?",
            "between 1 Jan 2022 and 31 Dec 2022",
        ),
        (Published(None, date(2022, 3, 1), date(2022, 3, 31)), "Mar 2022?", "between 1 Mar 2022 and 31 Mar 2022"),
        (Published(None, date(2019, 1, 1), date(2022, 3, 31)), "2019–2022?", "between 1 Jan 2019 and 31 Mar 2022"),
        (Published(None, date(2019, 1, 1), None), "after 2019?", "not before 1 Jan 2019"),
        (Published(None, None, date(2019, 1, 1)), "before 2019?", "not after 1 Jan 2019"),
        (Published(), "", "date unknown"),
    ],
)
def test_a_date_says_how_sure_it_is_in_words(published: Published, short: str, long: str) -> None:
    assert published.in_words() == short
    assert cell_len(short) <= 12
    assert words.long_date(published) == long


def test_actors_are_listed_by_kind_and_those_named_by_role_alone_stand_apart() -> None:
    found = [
        StoryActor("putin", "Vladimir Putin", ActorKind.PERSON, 3),
        StoryActor("xi", "Xi Jinping", ActorKind.PERSON, 1, inferred=True),
        StoryActor("ru", "Russia", ActorKind.COUNTRY, 1),
    ]
    assert words.actors(found, ActorKind.PERSON) == "People: Vladimir Putin 3, (Xi Jinping)"
    assert words.actors(found, ActorKind.COUNTRY) == "Countries: Russia"
    assert words.actors(found, ActorKind.ORGANISATION) == ""
    assert words.actors(found[:1] * 3, ActorKind.PERSON, most=2).endswith(", 1 more")
