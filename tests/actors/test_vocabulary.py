"""The names of the knowledge that ships, as they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from geotui import knowledge
from geotui.actors import Resolver, vocabulary
from geotui.actors.vocabulary import surnames
from geotui.model import How

EVERYONE = 10_000
WHOLE = frozenset({How.EXACT, How.ALIAS, How.INITIALS, How.TOKEN})


@cache
def resolver() -> Resolver:
    facts = knowledge.load()
    return Resolver(*vocabulary(facts), surnames(facts))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("зеленский", "Volodymyr Zelenskyy"),
        ("зеленський", "Volodymyr Zelenskyy"),
        ("путін", "Vladimir Putin"),
        ("بوتين", "Vladimir Putin"),
        ("پوتین", "Vladimir Putin"),
        ("プーチン", "Vladimir Putin"),
        ("普京", "Vladimir Putin"),
        ("習近平", "Xi Jinping"),
        ("习近平", "Xi Jinping"),
        ("ארדואן", "Recep Tayyip Erdogan"),
        ("마크롱", "Emmanuel Macron"),
        ("Μέρκελ", "Angela Merkel"),
        ("الأسد", "Bashar Assad"),
        ("hussein", "Saddam Hussein"),
        ("kirchner", "Cristina Fernandez de Kirchner"),
        ("ben laden", "Osama bin Laden"),
        ("su kyi", "Aung San Suu Kyi"),
        ("asad", "Bashar Assad"),
        ("congo", "Republic of the Congo"),
        ("korea", "North Korea"),
        ("george bush", "George H.W. Bush"),
    ],
)
def test_a_leader_or_country_is_found_by_a_word_of_its_name(typed: str, name: str) -> None:
    assert name in {match.name for match in resolver().resolve(typed, WHOLE)}


@pytest.mark.parametrize("typed", ["saddam", "obrador", "khamenei", "xi", "abdullah"])
def test_a_surname_is_borne_by_known_people_only_as_a_surname(typed: str) -> None:
    for match in resolver().resolve(typed, WHOLE):
        facts = knowledge.load().people[match.id]
        borne = {word for text in (*facts.families, facts.name.split()[-1]) for word in text.lower().split()}
        assert typed in borne


def test_every_known_person_is_found_by_the_last_word_of_a_name_written_given_name_first() -> None:
    for person in knowledge.load().people.values():
        last = person.name.split()[-1]
        if not person.family_first and len(last) > 3 and last != "VIII":
            matches = resolver().resolve(last, WHOLE, limit=200)
            hidden = matches[0].how is not How.TOKEN  # by a name of just this one word, as `Jordan`
            assert hidden or person.name in {match.name for match in matches}, person.name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("abdullah ii of jordan", "King Abdullah II"),
        ("felipe vi", "King Felipe VI"),
        ("koshtunitsa", "Vojislav Kostunica"),
        ("putin vladimir", "Vladimir Putin"),
    ],
)
def test_names_are_spelled_by_rule_as_well(typed: str, name: str) -> None:
    assert [match.name for match in resolver().resolve(typed, WHOLE)] == [name]


def spelled() -> Iterator[tuple[str, str]]:
    """Every spelling and surname of the knowledge, and whom it names."""
    facts = knowledge.load()
    actors, spellings = vocabulary(facts)
    yield from ((actor.name, actor.id) for actor in actors)
    yield from ((spelling.text, spelling.actor) for spelling in (*spellings, *surnames(facts)))


def test_no_further_right_letter_of_any_spelling_loses_its_actor() -> None:
    """Where another is named by what is typed so far, the one of the longer name is still offered."""
    meant: dict[str, tuple[How | None, frozenset[str]]] = {}
    lost = []
    for text, actor in dict.fromkeys(spelled()):
        found = False
        for length in range(1, len(text) + 1):
            typed = text[:length]
            if typed not in meant:
                matches = resolver().resolve(typed, limit=EVERYONE)
                meant[typed] = (matches[0].how if matches else None, frozenset(match.id for match in matches))
            how, actors = meant[typed]
            if found and actor not in actors:
                offered = {match.id for match in resolver().complete(typed, limit=EVERYONE)}
                if how not in WHOLE or actor not in offered:
                    lost.append((typed, text))
            found = actor in actors
    assert lost == []


@pytest.mark.parametrize(
    ("surname", "first"),
    [
        ("brown", "Gordon Brown"),
        ("clinton", "Bill Clinton"),
        ("powell", "Colin Powell"),
        ("harris", "Kamala Harris"),
        ("singh", "Manmohan Singh"),
        ("chen", "Chen Shui-bian"),
        ("sharif", "Shehbaz Sharif"),
        ("rahman", "Tarique Rahman"),
        ("guterres", "Antonio Guterres"),
    ],
)
def test_of_those_of_one_surname_the_holder_of_the_weightiest_office_leads(surname: str, first: str) -> None:
    assert resolver().resolve(surname)[0].name == first
