"""Ranges of a text as parts of its lines: each falls on its own cells."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from geotui.tui.looks import Look, overlapping, pieces
from geotui.tui.wrapping import Line, Lines, Paragraph, Role, shown

MATCH, CURRENT = Look.MATCH, Look.CURRENT


def line(text: str, start: int = 0, before: int = 0) -> Line:
    return Line(text, Role.BODY, 0, 0, start, start + len(text) - before, before)


@pytest.mark.parametrize(
    ("of", "looks", "parts"),
    [
        (line("one two"), [(4, 7, MATCH)], [("one ", None), ("two", MATCH)]),
        (line("one two"), [(0, 7, MATCH), (0, 3, CURRENT)], [("one", CURRENT), (" two", MATCH)]),
        (line("  two", start=4, before=2), [(4, 6, MATCH)], [("  ", None), ("tw", MATCH), ("o", None)]),
        (line("two", start=4), [(0, 6, MATCH), (7, 99, CURRENT)], [("tw", MATCH), ("o", None)]),
        (line("two", start=4), [(0, 4, MATCH)], [("two", None)]),
        (line("e\u0301te"), [(0, 1, MATCH)], [("e\u0301", MATCH), ("te", None)]),
        (line("a❤\ufe0fb"), [(2, 3, MATCH)], [("a", None), ("❤\ufe0f", MATCH), ("b", None)]),
        (line("👨\u200d👩x"), [(2, 3, MATCH)], [("👨\u200d👩", MATCH), ("x", None)]),
        (line("北京"), [(1, 2, MATCH)], [("北", None), ("京", MATCH)]),
        (line(""), [(0, 1, MATCH)], []),
    ],
)
def test_a_line_is_cut_where_its_look_changes(
    of: Line, looks: list[tuple[int, int, Look]], parts: list[tuple[str, Look | None]]
) -> None:
    assert pieces(of, looks) == parts


def test_the_ranges_that_reach_into_another_are_found() -> None:
    ranges = [(0, 2), (2, 5), (7, 9), (20, 30)]
    assert list(overlapping(ranges, 2, 8)) == [1, 2]
    assert list(overlapping(ranges, 5, 7)) == []
    assert list(overlapping(ranges, 25, 26)) == [3]


LETTERS = st.sampled_from(
    ["a", "B ", " ", "е", "北", "😀", "e\u0301", "❤\ufe0f", "👨\u200d👩\u200d👧", "\u0301", "ا", "\t"]
)


@settings(deadline=None, max_examples=200)
@example(["❤\ufe0f", "a"], 0, 1, 2)
@given(st.lists(LETTERS, max_size=40), st.integers(0, 60), st.integers(0, 60), st.integers(2, 20))
def test_wherever_a_range_falls_the_painted_text_is_the_cleaned_text_in_as_many_cells(
    letters: list[str], one: int, other: int, width: int
) -> None:
    text = "".join(letters)
    whole = shown(text)
    start, end = sorted((min(one, len(whole)), min(other, len(whole))))
    marked = ""
    for of in Lines([Paragraph(text)], width):
        parts = pieces(of, [(start, end, MATCH)])
        assert "".join(part for part, _ in parts) == of.text
        assert sum(cell_len(part) for part, _ in parts) == cell_len(of.text)
        marked += "".join(part for part, look in parts if look is MATCH)
    assert "".join(whole[start:end].split()) in "".join(marked.split())
