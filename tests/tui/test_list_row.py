"""A row of the list and the words in it."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from geotui.library import Row
from geotui.model import ActorKind, Marks, Match, Published, StoryActor, StoryHead
from geotui.tui import words
from geotui.tui.list_row import row_text

FEB = date(2022, 2, 4)


def row(
    title: str = "A bridge opens", sources: tuple[str, ...] = ("Harbour Post",), copies: int = 1, **more: object
) -> Row:
    published = more.get("published", Published(FEB, FEB, FEB, 0.97, metadata=True))
    head = StoryHead(0, "id", title, published, sources, copies)  # type: ignore[arg-type]
    return Row(head, more.get("marks", Marks()), more.get("match", Match.SURE))  # type: ignore[arg-type]


def test_a_row_tells_marks_date_copies_outlet_and_title_in_this_order() -> None:
    text = row_text(row(copies=3, marks=Marks(starred=True), match=Match.POSSIBLE), 80)
    assert text.rstrip() == "●★?  4 Feb 2022   3× Harbour P… A bridge opens"


def test_a_narrow_row_leaves_the_outlet_out() -> None:
    assert row_text(row(marks=Marks(read=True)), 50).rstrip() == "     4 Feb 2022      A bridge opens"


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
