"""What two copies have in common, in figures and in the words of one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.stories import shared

OPENING = "The ferry to the northern islands stayed in port on Monday after its crew refused to sail."
MIDDLE = "A spokeswoman said that talks about pay would go on until the end of the week."
END = "Some two hundred passengers slept in a school gymnasium while they waited for another ship."


def test_a_text_shares_all_of_itself() -> None:
    found = shared(f"{OPENING}\n\n{MIDDLE}", f"{OPENING}\n\n{MIDDLE}")
    assert (found.of_one, found.of_other) == (1.0, 1.0)
    assert found.passage == f"{OPENING} {MIDDLE}"


def test_an_excerpt_shares_all_of_its_words_and_part_of_the_other_s() -> None:
    found = shared(OPENING, f"{OPENING} {MIDDLE} {END}")
    assert found.of_one == 1.0
    assert found.of_other == pytest.approx(17 / 48, abs=0.05)


def test_the_passage_is_quoted_as_the_first_writes_it() -> None:
    found = shared(f"{MIDDLE} The programme’s labour costs rose.", f"{END} {MIDDLE} The program's labor costs fell.")
    assert found.passage == f"{MIDDLE} The programme’s labour costs"
    assert found.words == 16 + 4


def test_texts_without_a_word_in_common_share_nothing() -> None:
    found = shared("Rain fell all night.", "Markets opened higher yesterday")
    assert (found.of_one, found.of_other, found.passage, found.words) == (0.0, 0.0, "", 0)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared_either_way(one: str, other: str) -> None:
    there, back = shared(one, other), shared(other, one)
    assert (there.of_one, there.of_other, there.words) == (back.of_other, back.of_one, back.words)


def test_of_texts_as_long_as_a_book_the_longest_passage_is_found_in_a_moment() -> None:
    page = [f"word{n} the of" for n in range(9_000)]
    one, other = " ".join(page), " ".join([*page[:4_000], "anew", *page[4_000:]])
    assert shared(one, other).words == 15_000
