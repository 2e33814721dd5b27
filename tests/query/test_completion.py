"""What the words before the cursor may become."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_library import LIBRARY, reading

from geotui.query import complete


def completed(text: str) -> list[str]:
    """The filter with each choice taken."""
    return [text[: offer.start] + offer.replacement + text[offer.end :] for offer in complete(text, len(text), LIBRARY)]


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


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from('abkimzel :"()|-,\u00e9'), max_size=30), st.integers(0, 30))
def test_completion_never_fails(text: str, cursor: int) -> None:
    assert len(complete(text, cursor, LIBRARY)) <= 8
