"""What was understood, in words, and what would match where nothing does."""

from __future__ import annotations

import pytest
from little_library import LIBRARY, reading

from geotui.query import advise, sentence


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "everything"),
        ("zelensku and feb 2022", 'Volodymyr Zelenskyy (person, "zelensku", misspelled) and Feb 2022 (date)'),
        ("tariffs -iran", '"tariffs" (text) and not Iran (country)'),
        ("xi or putin 2022", '(Xi Jinping (person, "xi") or Vladimir Putin (person, "putin")) and 2022 (date)'),
        ("kim", 'Kim Jong Un or Kim Yo Jong (person, "kim", ambiguous)'),
        ("qwertyuiop", '"qwertyuiop" (text, found nowhere)'),
        ("is:unread sort:oldest", "unread (is), oldest first"),
        ("the", 'everything ("the" means nothing alone)'),
        ("source:dawn", "Dawn (outlet)"),
        ("tag:", "everything (tag: nothing yet)"),
        ('xi actor: ""', 'Xi Jinping (person, "xi"); actor: (nothing yet)'),
    ],
)
def test_each_word_is_said_with_its_kind(typed: str, said: str) -> None:
    assert sentence(reading(typed)) == said


def test_a_filter_that_matches_needs_no_advice() -> None:
    assert advise(reading("xi feb 2022"), LIBRARY) == ""
    assert advise(reading(""), LIBRARY) == ""


def test_advice_counts_what_is_found_with_one_part_left_out() -> None:
    assert advise(reading("erdogan feb 2022"), LIBRARY) == "without Recep Tayyip Erdogan: 2; without Feb 2022: 1"


def test_advice_names_a_group_and_an_exclusion() -> None:
    assert "without -putin: 1" in advise(reading("xi -putin feb 2022"), LIBRARY)
    assert "without -(putin or trump): 1" in advise(reading("xi -(putin or trump) feb 2022"), LIBRARY)


def test_where_some_may_match_no_advice_is_needed() -> None:
    assert advise(reading("erdogan -country:tr"), LIBRARY) != ""
    assert advise(reading("mar 2021"), LIBRARY) == ""


def test_advice_counts_each_part_alone_where_no_one_of_them_is_to_blame() -> None:
    assert advise(reading("erdogan xi reuters tariffs qwertyuiop"), LIBRARY).startswith("alone, ")


def test_advice_for_one_word_names_it() -> None:
    assert advise(reading("niger"), LIBRARY) == "no story fits Niger"
