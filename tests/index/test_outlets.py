"""One name per outlet, in any order of articles."""

from __future__ import annotations

from itertools import permutations

from geotui.index.outlets import Outlets

PAIRS = [
    ("The Daily", "daily.example"),
    ("THE DAILY", None),
    ("The Daily", None),
    (None, "daily.example"),
    (None, "x.org"),
]


def test_spellings_in_another_case_and_the_host_are_one_outlet() -> None:
    for order in permutations(PAIRS):
        outlets = Outlets(order)
        assert {outlets.name(*pair) for pair in PAIRS} == {"The Daily", "x.org"}
        assert outlets.spellings()["daily.example"] == "The Daily"


def test_an_article_without_source_and_host_has_no_outlet() -> None:
    assert Outlets(PAIRS).name(None, None) is None


def test_a_host_that_is_given_as_the_source_is_the_outlet_of_that_host() -> None:
    assert Outlets([*PAIRS, ("daily.example", None)]).name("Daily.Example", None) == "The Daily"
