"""Sketches are small, alike for alike texts, and comparable between long and short ones."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.model import Sketch
from geotui.stories import sketch
from geotui.stories.sketches import threshold


def made_text(words: int, seed: int = 1) -> str:
    chosen = random.Random(seed)
    return " ".join("".join(chosen.choices("abdegiklmnoprstu", k=6)) for _ in range(words))


def test_an_empty_text_has_an_empty_sketch() -> None:
    assert sketch("") == sketch(" \n… ") == Sketch(0, ())


def test_a_short_text_keeps_every_shingle() -> None:
    assert len(sketch(made_text(30)).hashes) == 28


@pytest.mark.parametrize("words", [100, 200, 400, 800, 5_000])
def test_a_long_text_keeps_no_more_than_fits_in_a_kilobyte(words: int) -> None:
    assert 40 <= len(sketch(made_text(words)).hashes) <= 128


@pytest.mark.parametrize("long", [150, 400, 900])
def test_a_brief_inside_a_long_text_shares_hashes_at_their_common_rate(long: int) -> None:
    text = made_text(long)
    brief = sketch(" ".join(text.split()[long // 2 : long // 2 + 60]))
    limit = threshold(long)
    comparable = {one for one in brief.hashes if one < limit}
    assert comparable
    assert comparable <= set(sketch(text).hashes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "KYIV, Feb 4 (Reuters) - Ukraine's president spoke in the capital",
            "Ukraine’s president spoke in the capital",
        ),
        (
            "oil rose 5 per cent in Kiev and 1,000 people cheered",
            "oil rose five percent in Kyiv and 1000 people cheered",
        ),
        ("the labour organisation travelled to the centre", "the labor organization traveled to the center"),
        ("Mr. Zelenskiy criticised Lavrov's defence", "Zelensky criticized Lavrov's defense"),
        ("a ceasefire held in the north on Friday (AFP)", "a ceasefire held in the north on Friday"),
    ],
)
def test_what_outlets_change_in_a_report_does_not_change_its_sketch(one: str, other: str) -> None:
    assert sketch(one) == sketch(other)


def test_scripts_without_spaces_have_words() -> None:
    assert sketch("习近平在北京会见普京并出席冬奥会开幕式").words > 10


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_sorted_sketch_of_32_bit_hashes(text: str) -> None:
    found = sketch(text)
    assert list(found.hashes) == sorted(set(found.hashes))
    assert all(0 <= one < 1 << 32 for one in found.hashes)
    assert len(found.hashes) <= max(0, found.words - 2)
