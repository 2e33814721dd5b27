"""A row gives what was put into it, also after it was kept."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.index.rows import MARK, Row

ENTRIES = st.sets(st.tuples(st.integers(0, 40), st.integers(1, 1 << 25)), max_size=60)


@settings(max_examples=150, deadline=None)
@given(put=ENTRIES, data=st.data())
def test_a_row_lists_what_was_put_and_not_dropped(put: set[tuple[int, int]], data: st.DataObject) -> None:
    row = Row()
    for upper, article in put:
        row.put(upper, article)
    dropped = data.draw(st.sets(st.sampled_from(sorted(put)))) if put else set()
    assert all(row.drop(*one) for one in dropped)
    again = Row(row.packed())
    for upper in range(41):
        assert list(again.listed(upper)) == sorted(number for one, number in put - dropped if one == upper)


def test_what_is_not_listed_cannot_be_dropped() -> None:
    row = Row()
    row.put(3, 7)
    assert not row.drop(3, 8)
    assert not row.drop(4, 7)


def test_marks_come_before_articles() -> None:
    row = Row()
    for number in (7, MARK, 5, MARK):
        row.put(3, number)
    assert list(row.listed(3)) == [MARK, MARK, 5, 7]


def test_a_number_takes_as_few_bytes_as_the_largest() -> None:
    small, large = Row(), Row()
    small.put(1, 200)
    large.put(1, 70_000)
    assert (len(small.packed()), len(large.packed())) == (4, 6)
