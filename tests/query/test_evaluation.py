"""Filters as algebra on graded sets."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from little_library import ERDOGAN, LIBRARY, reading
from pyroaring import BitMap

from geotui.model import Graded
from geotui.query import evaluate
from geotui.query.evaluation import both, either, without

ALL = BitMap(range(20))
RANKS = st.frozensets(st.integers(0, 19)).map(BitMap)
GRADED = st.builds(lambda a, b, c: Graded(a, a | b, a | b | c), RANKS, RANKS, RANKS)


def levels(text: str) -> tuple[list[int], list[int], list[int]]:
    found = evaluate(reading(text), LIBRARY)
    return list(found.sure), list(found.likely), list(found.possible)


def nested(found: Graded) -> bool:
    return found.sure <= found.likely <= found.possible


def test_a_date_is_sure_likely_or_possible() -> None:
    assert levels("feb 2022") == ([0], [0, 1], [0, 1, 5])


def test_a_match_is_as_sure_as_its_weakest_part() -> None:
    assert levels("putin feb 2022") == ([0], [0, 1], [0, 1])


def test_a_person_named_by_role_alone_is_possible() -> None:
    assert ERDOGAN in LIBRARY.stories[4].by_role
    assert levels("erdogan") == ([3], [3], [3, 4])


def test_words_are_sure() -> None:
    assert levels("tariffs") == ([1, 2], [1, 2], [1, 2])


def test_what_is_possible_stays_possible_under_not() -> None:
    sure, likely, possible = levels("-erdogan")
    assert sure == likely == [0, 1, 2, 5, 6]
    assert possible == [0, 1, 2, 4, 5, 6]


@settings(deadline=None, max_examples=100)
@given(GRADED, GRADED)
def test_every_operation_keeps_the_sets_nested(a: Graded, b: Graded) -> None:
    assert nested(both([a, b], ALL))
    assert nested(either([a, b]))
    assert nested(without(a, ALL))


@settings(deadline=None, max_examples=100)
@given(GRADED, GRADED)
def test_not_either_is_neither(a: Graded, b: Graded) -> None:
    assert without(either([a, b]), ALL) == both([without(a, ALL), without(b, ALL)], ALL)


def test_what_is_excluded_is_not_highlighted() -> None:
    found = reading('xi -putin tariffs -"weak truce"')
    assert found.actors == ("person:xi-jinping",)
    assert found.words == (("tariffs",),)
