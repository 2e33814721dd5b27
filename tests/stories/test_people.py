"""Which names of unknown people are one person's across articles, and which never are."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.stories import Cast, same_people
from geotui.text import slug

COMPANY = ("organisation:NATO", "country:TR")


def cast(*names: str, known: tuple[str, ...] = COMPANY) -> Cast:
    return Cast(tuple((f"person:{slug(name)}", name) for name in names), known)


def folded(*articles: Cast) -> set[frozenset[str]]:
    """The groups of ids that are one person, without `person:`."""
    groups: dict[str, set[str]] = {}
    for id_, best in same_people(articles).items():
        groups.setdefault(best, {best}).add(id_)
    return {frozenset(id_.removeprefix("person:") for id_ in group) for group in groups.values()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Park Min-seo", "Park Minseo"),
        ("Jean-Pierre Lagarrigue", "Jeanpierre Lagarrigue"),
        ("Omar al-Hamdani", "Omar Hamdani"),
        ("Orville Q. Hancroft", "Orville Hancroft"),
        ("Orville Q. Hancroft", "Orville Quentin Hancroft"),
        ("Vasyl Hrytsenkiv", "Vasil Hritsenkiv"),
    ],
)
def test_spellings_of_one_name_in_the_same_company_are_one_person(one: str, other: str) -> None:
    assert len(folded(cast(one), cast(other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Igor Hrytsenkiv", "Vasyl Hrytsenkiv"),
        ("Orville Hancroft", "Orville Hancroft Jr."),
        ("Jose Lopez", "Jose Garcia Lopez"),
        ("Kim Jae", "Kim Min Jae"),
        ("O. Hancroft", "Orville Hancroft"),
        ("Hancroft", "Orville Hancroft"),
        ("Alexander Hancroft", "Alexandra Hancroft"),
    ],
)
def test_names_that_two_people_can_bear_stay_two(one: str, other: str) -> None:
    assert folded(cast(one), cast(other)) == set()


def test_a_middle_initial_is_dropped_for_one_person_only() -> None:
    assert folded(cast("Orville Q. Hancroft"), cast("Orville Hancroft"), cast("Orville B. Hancroft")) == set()


def test_strangers_with_nothing_in_common_stay_two() -> None:
    here, there = ("organisation:NATO",), ("organisation:OPEC",)
    assert folded(cast("Vasyl Hrytsenkiv", known=here), cast("Vasil Hritsenkiv", known=there)) == set()
    assert folded(cast("Ann B. Hancroft", known=here), cast("Ann Hancroft", known=there)) == set()


def test_two_named_in_one_article_are_two() -> None:
    assert folded(cast("Vasyl Hrytsenkiv", "Vasil Hritsenkiv")) == set()


def test_a_surname_that_several_bear_is_not_transliterated_away() -> None:
    articles = [cast("Vasyl Hrytsenkiv"), cast("Vasil Hritsenkiv"), cast("Oksana Hrytsenkiv")]
    assert folded(*articles) == set()


def test_the_name_printed_most_is_the_one_that_stays() -> None:
    articles = [cast("Park Minseo"), cast("Park Min-seo"), cast("Park Min-seo")]
    assert same_people(articles) == {"person:park-minseo": "person:park-min-seo"}


NAMES = """Park Min-seo;Park Minseo;Omar al-Hamdani;Omar Hamdani;Orville Q. Hancroft;Orville Hancroft;Vasyl Hrytsenkiv
Vasil Hritsenkiv;Orville B. Hancroft;Jean-Pierre Lagarrigue;Jeanpierre Lagarrigue;Ida""".replace("\n", ";").split(";")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(NAMES), max_size=3, unique=True), max_size=12), st.integers(0, 99))
def test_the_order_of_articles_does_not_matter(articles: list[list[str]], seed: int) -> None:
    casts = [cast(*names) for names in articles]
    shuffled = random.Random(seed).sample(casts, len(casts))
    found = same_people(casts)
    assert same_people(shuffled) == found
    assert not found.keys() & set(found.values())
