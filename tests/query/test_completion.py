"""What the words before the cursor may become."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_library import LIBRARY, reading

from geotui.query import complete, other_readings


def completed(text: str) -> list[str]:
    """The filter with each choice taken."""
    return [one.taken(text).text.rstrip() for one in complete(text, len(text), LIBRARY, tags=("grain", "black sea"))]


def read_otherwise(text: str) -> list[str]:
    """The filter with each other reading of the words at its end taken."""
    return [one.taken(text).text.rstrip() for one in other_readings(reading(text), len(text))]


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("zel", ["Volodymyr Zelenskyy"]),
        ("xi and sergei l", ["xi and Sergei Lavrov"]),
        ("feb 2022 kim y", ["feb 2022 Kim Yo Jong"]),
        ("actor:lav", ["Sergei Lavrov"]),
        ("so", ["sort:", "source:"]),
        ("xi is:un", ["xi is:unread", "xi is:undated"]),
        ("source:reu", ['source:"Reuters"']),
        ("source:", ['source:"Dawn"', 'source:"Dawn News"', 'source:"Reuters"', 'source:"The Guardian"']),
        ("the par", ["the Park Geun-hye"]),
        ("-zel", ["-Volodymyr Zelenskyy"]),
        ("tag:", ["tag:grain", 'tag:"black sea"']),
        ("tag:GR", ["tag:grain"]),
        ("is:unread", []),
        ("xi or", []),
        ("xi ", []),
        ("on:feb", []),
    ],
)
def test_the_words_before_the_cursor_are_completed(typed: str, taken: list[str]) -> None:
    assert completed(typed) == taken


def test_a_taken_name_means_that_actor_alone() -> None:
    for typed in ("trump", "kim", "par", "the"):
        for text in completed(typed):
            assert len(reading(text).actors) == 1


def test_a_choice_takes_the_whole_word_that_the_cursor_stands_in() -> None:
    (choice,) = (one.taken("zelen feb 2022") for one in complete("zelen feb 2022", 3, LIBRARY))
    assert (choice.text, choice.cursor) == ("Volodymyr Zelenskyy feb 2022", len("Volodymyr Zelenskyy"))


def test_the_cursor_stands_ready_for_the_next_word_or_the_value_of_a_field() -> None:
    name, field = (complete(text, len(text), LIBRARY)[0].taken(text) for text in ("zel", "sour"))
    assert (name.text, name.cursor) == ("Volodymyr Zelenskyy ", len("Volodymyr Zelenskyy "))
    assert (field.text, field.cursor) == ("source:", len("source:"))


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("may", ['on:"may"', 'actor:"Theresa May"']),
        ("xi park", ['xi text:"park"', 'xi actor:"Park Geun-hye"']),
        ("kim", ['actor:"Kim Jong Un"', 'actor:"Kim Yo Jong"']),
        ("lavrof", ['text:"lavrof"', 'actor:"Sergei Lavrov"']),
        ("source:rueters", ['source:"Reuters"']),
        ("kim xi", []),
        ("kim ", []),
    ],
)
def test_words_that_may_mean_something_else_are_offered_as_that(typed: str, taken: list[str]) -> None:
    assert read_otherwise(typed) == taken


def test_a_role_is_offered_as_those_who_hold_it() -> None:
    assert read_otherwise("russian president") == ['actor:"Vladimir Putin"']


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from('abkimzel :"()|-,\u00e9'), max_size=30), st.integers(0, 30))
def test_completion_never_fails(text: str, cursor: int) -> None:
    for one in complete(text, cursor, LIBRARY):
        assert one.taken(text).cursor <= len(one.taken(text).text)
