"""Text on its way to a line of the screen: nothing acts on the terminal, every width is exact."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from geotui.tui.paint import cut, fit, fit_with_tail, safe, steady

HOSTILE = [
    "\x1b]0;title\x07",
    "\x1b[2J",
    "\x9b31m",
    "\x1bP1$r\x1b\\",
    "\u202eevil\u2066",
    "a\x00b\x08c\x7f",
    "\ud800",
    "one\ntwo\tthree",
    "\U000e0041tag",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_acts_on_a_terminal_is_left(text: str) -> None:
    for made in (safe(text), steady(text), fit(safe(text), 10)):
        assert all(char.isprintable() or char == " " for char in made)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60), st.integers(0, 40))
def test_a_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    for made in (fit(safe(text), width), fit(steady(text), width)):
        assert cell_len(made) == width


@pytest.mark.parametrize(
    ("text", "width", "made"),
    [
        ("short", 10, "short"),
        ("a longer line", 8, "a longe…"),
        ("北京冬奥会开幕", 7, "北京冬…"),
        ("北京冬奥会开幕", 8, "北京冬…"),
        ("anything", 0, ""),
    ],
)
def test_what_does_not_fit_is_cut_with_an_ellipsis(text: str, width: int, made: str) -> None:
    assert cut(text, width) == made


def test_what_terminals_measure_differently_is_left_out_of_rows() -> None:
    assert steady("A\ufe0f\u200d \U0001f1fa\U0001f1f3 day") == "A  day"


@pytest.mark.parametrize("text", ["j   down", "↓   down", "北   京"])
def test_spaces_that_make_columns_stay_whatever_stands_beside_them(text: str) -> None:
    assert steady(text) == text


def test_the_counts_outlast_the_words_before_them() -> None:
    assert fit_with_tail("a long reading of a filter", " · 3 stories", 24) == "a long read… · 3 stories"
    assert fit_with_tail("words", " · 3 stories", 6) == "3 sto…"
