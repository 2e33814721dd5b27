"""What the filter bar offers, and the line under it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from geotui.model import Choice
from geotui.tui.choice_list import ChoiceRow
from geotui.tui.choices import MOST, choice_row, offered
from geotui.tui.understood import line_of


def name(label: str, count: int | None) -> Choice:
    return Choice(label, count, f"{label} ", len(label) + 1, "name")


def library(choices: list[Choice], typed: list[str]) -> Any:
    """A library that completes anything to these, and where these filters were typed before."""
    return SimpleNamespace(
        complete=lambda *_: tuple(choices),
        history=lambda begin="": tuple(line for line in typed if line.startswith(begin)),
    )


def labels(choices: tuple[Choice, ...]) -> list[str]:
    return [choice.label for choice in choices]


def test_an_empty_bar_offers_what_was_typed_before() -> None:
    found = offered(library([name("Xi Jinping", 3)], ["putin 2022", "xi"]), " ", 1, False)
    assert [(choice.label, choice.text, choice.cursor) for choice in found] == [
        ("putin 2022",) * 2 + (10,),
        ("xi", "xi", 2),
    ]


def test_of_a_passage_typed_before_the_beginning_is_shown_and_all_of_it_is_taken() -> None:
    line = f"is:unread {'The harbour master said on Tuesday that the ferry would not sail. ' * 3}".strip()
    (found,) = offered(library([], [line]), "", 0, False)
    assert found.label == "is:unread The harbour master said on Tuesday that the… (37 words)"
    assert (found.text, found.cursor) == (line, len(line))


@pytest.mark.parametrize(("text", "cursor"), [("putin ", 6), ("putin xi", 0), ("putin  xi", 6)])
def test_where_nothing_is_under_the_cursor_nothing_hides_the_stories(text: str, cursor: int) -> None:
    assert offered(library([name("Xi Jinping", 3)], ["putin xi"]), text, cursor, False) == ()


def test_completions_come_first_and_leave_room_for_filters_typed_before() -> None:
    names = [name(f"Name {n}", 1) for n in range(9)]
    found = labels(offered(library(names, ["na one", "na two", "na three"]), "na", 2, False))
    assert found == ["Name 0", "Name 1", "Name 2", "Name 3", "na one", "na two"]
    assert len(found) == MOST


def test_what_is_typed_already_is_not_offered() -> None:
    assert labels(offered(library([], ["xi", "xi 2022"]), "xi", 2, False)) == ["xi 2022"]


def test_names_that_no_story_has_hide_none() -> None:
    found = [name("Ann", 0), name("Bob", 2), Choice("is:new", 0, "is:new ", 7, "value")]
    assert labels(offered(library(found, []), "b", 1, False)) == ["Bob", "is:new"]
    assert offered(library(found[:1], []), "a", 1, False) == ()


@pytest.mark.parametrize(
    ("choice", "row"),
    [
        (name("Volodymyr Zelenskyy", 14), ChoiceRow("Volodymyr Zelenskyy", "14 stories")),
        (name("Xi Jinping", 1), ChoiceRow("Xi Jinping", "1 story")),
        (Choice("source:", None, "source:", 7, "field"), ChoiceRow("source:")),
        (Choice("putin", None, "putin", 5, "history"), ChoiceRow("putin", "typed before")),
    ],
)
def test_a_choice_says_how_many_stories_it_leaves(choice: Choice, row: ChoiceRow) -> None:
    assert choice_row(choice) == row


LONG = 'Volodymyr Zelenskyy (person, "zelenski") and Feb 2022'
SHORT = "Volodymyr Zelenskyy and Feb 2022"
COUNTS = "3 stories of 412 · 5 copies folded · +2 possible"


@pytest.mark.parametrize(
    ("readings", "width", "line"),
    [
        ((LONG, SHORT), 120, f"{LONG} · {COUNTS}"),
        ((LONG, SHORT), 90, f"{SHORT} · {COUNTS}"),
        ((LONG, SHORT), 80, f"Volodymyr Zelenskyy and Feb… · {COUNTS}"),
        ((LONG, SHORT), 70, f"{SHORT} · 3 stories of 412 · +2 possible"),
        ((LONG, SHORT), 60, "Volodymyr Zelenskyy and Fe… · 3 stories of 412 · +2 possible"),
        ((), 60, COUNTS),
    ],
)
def test_the_longest_reading_that_fits_stands_beside_the_counts(
    readings: tuple[str, ...], width: int, line: str
) -> None:
    assert line_of(readings, COUNTS, width).rstrip() == line


def test_a_refusal_has_the_whole_line() -> None:
    assert line_of(("February has no day 31",), "", 40).rstrip() == "February has no day 31"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=3), st.text(max_size=60), st.integers(0, 100))
def test_the_line_is_exactly_as_wide_as_it_has_to_be(readings: list[str], counts: str, width: int) -> None:
    printable = ["".join(c for c in text if c.isprintable()) for text in (*readings, counts)]
    assert cell_len(line_of(printable[:-1], printable[-1], width)) == width
