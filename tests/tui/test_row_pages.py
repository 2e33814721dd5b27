"""Rows are read a page at a time and kept."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from geotui.tui.row_pages import KEPT, PAGE, RowPages


class Source:
    """Numbers for rows, and a note of what was read."""

    def __init__(self, count: int) -> None:
        self.asked: list[int] = []
        self.pages = RowPages(SimpleNamespace(shown=range(count)), self.fetch)  # type: ignore[arg-type]
        self.count = count

    def fetch(self, _answer: Any, first: int, count: int) -> list[Any]:
        self.asked.append(first)
        return list(range(first, min(first + count, self.count)))


def test_a_screen_of_rows_is_read_once() -> None:
    source = Source(1_000_000)
    assert [source.pages.row(number) for number in range(20)] == list(range(20))
    assert source.pages.row(999_999) == 999_999
    assert source.asked == [0, 999_950]


def test_there_is_no_row_outside_the_answer() -> None:
    source = Source(3)
    assert source.pages.row(3) is None
    assert source.pages.row(-1) is None


def test_a_forgotten_row_is_read_anew_and_its_page_with_it() -> None:
    source = Source(200)
    for number in (0, 60, 0, 60):
        source.pages.row(number)
    source.pages.forget(61)
    source.pages.row(0)
    source.pages.row(60)
    assert source.asked == [0, 50, 50]


def test_pages_that_were_not_looked_at_for_long_are_dropped() -> None:
    source = Source(PAGE * (KEPT + 1))
    for page in range(KEPT + 1):
        source.pages.row(page * PAGE)
    source.pages.row(0)
    assert source.asked.count(0) == 2


def test_rows_that_could_not_be_read_are_asked_for_again() -> None:
    source = Source(10)
    source.count = 0
    assert source.pages.row(4) is None
    source.count = 10
    assert source.pages.row(4) == 4


def test_pages_are_read_ahead_once_and_none_outside_the_answer() -> None:
    source = Source(120)
    for number in (-1, 0, 60, 119, 120):
        source.pages.read(number)
    assert source.pages.row(60) == 60
    assert source.asked == [0, 50, 100]


def test_rows_that_are_all_forgotten_are_all_read_anew() -> None:
    source = Source(120)
    source.pages.row(0)
    source.pages.row(60)
    source.pages.forget_all()
    source.pages.row(0)
    assert source.asked == [0, 50, 0]
