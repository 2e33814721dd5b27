"""The order of an answer: rows are selected from the set of ranks, never listed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from geotui.library.answer import ByDate, ByKey, Order


def rows(order: Order) -> list[int]:
    return [order.rank(row) for row in range(len(order))]


def test_newest_first_puts_those_without_a_day_last() -> None:
    assert rows(ByDate(BitMap([0, 2, 5, 7, 8]), dated=6, newest_first=True)) == [5, 2, 0, 7, 8]


def test_oldest_first_puts_those_without_a_day_last_too() -> None:
    assert rows(ByDate(BitMap([0, 2, 5, 7, 8]), dated=6, newest_first=False)) == [0, 2, 5, 7, 8]


def test_by_key_lists_the_greatest_first_and_the_newest_of_equals() -> None:
    key = {0: 1, 1: 9, 2: 9, 3: 50}
    assert rows(ByKey(BitMap(key), dated=3, key=key.__getitem__)) == [2, 1, 0, 3]


@settings(deadline=None)
@given(st.sets(st.integers(0, 300)), st.integers(0, 300), st.booleans())
def test_a_rank_is_found_in_the_row_that_shows_it(ranks: set[int], dated: int, newest_first: bool) -> None:
    for order in (ByDate(BitMap(ranks), dated, newest_first), ByKey(BitMap(ranks), dated, lambda rank: rank % 7)):
        shown = rows(order)
        assert sorted(shown) == sorted(ranks)
        assert [order.row(rank) for rank in shown] == list(range(len(shown)))
        assert order.row(301) is None
        assert [rank >= dated for rank in shown] == sorted(rank >= dated for rank in shown)
