"""What a site repeats is found by standing on articles that share nothing else."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.stories.furniture import (
    SIGHTINGS,
    SIGHTINGS_WITHOUT_SOURCE,
    furniture,
    is_furniture,
    paragraphs,
    without_furniture,
)

PLEA = (
    "Our reporters are paid by readers alone. Please consider a subscription, from one crown a month, and have the "
    "morning letter sent to you before breakfast."
)


def report(seed: int, count: int = 6) -> list[str]:
    """Paragraphs that no other seed has."""
    chosen = random.Random(seed)
    return [
        " ".join("".join(chosen.choices("abdegiklmnoprstu", k=6)) for _ in range(25)).capitalize() + "."
        for _ in range(count)
    ]


def page(*parts: str) -> str:
    return "\n\n".join(parts)


def found(texts: list[str]) -> frozenset[int]:
    return furniture(map(paragraphs, texts))


def test_a_paragraph_on_several_unrelated_articles_is_furniture() -> None:
    texts = [page(*report(seed), PLEA) for seed in range(SIGHTINGS)]
    assert found(texts) == set(paragraphs(PLEA))


def test_two_sightings_are_not_enough() -> None:
    assert found([page(*report(seed), PLEA) for seed in range(SIGHTINGS - 1)]) == frozenset()


def test_a_wire_report_printed_again_and_again_makes_nothing_furniture() -> None:
    whole = report(1, 10)
    assert found([page(*whole), page(*whole[:-1]), page(*whole[1:]), page(*whole[:5]), page(*whole, PLEA)]) == set()


def test_versions_of_an_article_with_half_of_it_new_make_nothing_furniture() -> None:
    whole = report(1, 10)
    assert found([page(*whole[:6], *report(seed, 4)) for seed in range(2, 9)]) == frozenset()


def test_versions_do_not_count_as_sightings_of_the_furniture_on_them() -> None:
    whole = report(1, 10)
    versions = [page(*whole[:-number], PLEA) for number in range(1, 5)]
    assert found([*versions, page(*report(2), PLEA)]) == frozenset()
    assert found([*versions, page(*report(2), PLEA), page(*report(3), PLEA)]) == set(paragraphs(PLEA))


def test_many_short_lines_of_navigation_do_not_make_articles_related() -> None:
    lines = [f"Section {number}" for number in range(40)]
    assert found([page(*lines, *report(seed)) for seed in range(4)]) == set(paragraphs(page(*lines)))


def test_long_articles_show_the_furniture_that_is_most_of_a_short_one() -> None:
    texts = [page(*report(seed), PLEA) for seed in range(4)]
    short = page("Rain fell all night in Belin and nobody was hurt.", PLEA)
    assert without_furniture(short, found([*texts, short])) == "Rain fell all night in Belin and nobody was hurt."


def test_articles_of_unknown_source_need_more_sightings() -> None:
    texts = [paragraphs(page(*report(seed), PLEA)) for seed in range(SIGHTINGS_WITHOUT_SOURCE)]
    assert furniture(texts[:-1], known_source=False) == frozenset()
    assert furniture(texts, known_source=False) == set(paragraphs(PLEA))


def test_a_paragraph_is_known_again_in_another_spelling() -> None:
    assert paragraphs("The labour programme’s centre in Kyiv") == paragraphs("The labor program's center in Kiev.")


def test_a_text_without_furniture_is_left_as_it_is() -> None:
    text = page(*report(1))
    assert without_furniture(text, found([page(*report(seed), PLEA) for seed in range(5)])) == text


def test_paragraphs_without_words_are_none() -> None:
    assert paragraphs("") == paragraphs("***\n\n—\n\n \n") == ()


@pytest.mark.parametrize("count", [SIGHTINGS, 500])
def test_the_verdict_on_one_paragraph_is_that_of_all(count: int) -> None:
    assert is_furniture([paragraphs(page(*report(seed, 3), PLEA)) for seed in range(count)])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=6), max_size=10), st.randoms())
def test_the_order_of_articles_changes_nothing_and_another_one_only_what_it_has(
    numbers: list[list[int]], chance: random.Random
) -> None:
    articles = [tuple(number << 8 | number for number in one) for one in numbers]
    shuffled = articles[:]
    chance.shuffle(shuffled)
    whole = furniture(articles)
    assert furniture(shuffled) == whole
    if articles:
        assert whole ^ furniture(articles[1:]) <= set(articles[0])


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_paragraphs_that_can_be_left_out(text: str) -> None:
    assert paragraphs(without_furniture(text, set(paragraphs(text)))) == ()
