"""The names of the knowledge that ships, as they are typed."""

from __future__ import annotations

from functools import cache

import pytest

from geotui import knowledge
from geotui.actors import Resolver, vocabulary
from geotui.actors.vocabulary import surnames
from geotui.model import How

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
