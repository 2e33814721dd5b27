"""Lists the knowledge's actors and spellings as the resolver takes them; the library adds its own to them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from geotui.actors.lexicon import words
from geotui.actors.scripts import romanised
from geotui.actors.wording import name_words
from geotui.knowledge import Knowledge, Person, Role
from geotui.model import ActorKind, Spelling, VocabularyActor

_WEIGHTS = {
    office: weight
    for weight, offices in (
        (8, "president prime-minister monarch supreme-leader chancellor pope leader"),
        (5, "secretary-general director-general managing-director commission-president council-president"),
        (5, "vice-president crown-prince"),
        (4, "foreign-minister defence-minister high-representative acting-president president-elect"),
        (2, "opposition-leader party-leader parliament-speaker deputy-prime-minister finance-minister"),
        (2, "interior-minister national-security-adviser chief-of-staff"),
    )
    for office in offices.split()
}
"""How much is told of the holders of an office; all others count as one."""
_BODY_HEAD, _SECOND = 5, 6
_BY_PRESIDENT = words(
    "AO AZ BF BJ BY CD CI CM DZ EG FR GA KP KR KZ ML MZ NE PE PS RU RW SN SY TD TG TJ TN TW TZ UA UG UZ"
)
_BY_PRIME_MINISTER = words("AL AT BD BG CZ DE EE ET GR HU IE IL IN IQ IS IT LB LV MT NP PK PT SG SI SK TT")
"""Countries one of whose two heads governs; the other comes second."""
_PAST = 20
"""Years after which an office is history."""
_CROWNED = frozenset(("King", "Queen", "Emperor", "Sultan", "Pope"))
_OWN_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), frozenset(("BG", "BY", "KG", "KZ", "ME", "MK", "MN", "RS", "RU", "TJ", "UA"))),
    (re.compile("[\u0370-\u03ff]"), frozenset(("CY", "GR"))),
)
_SUFFIX = re.compile(r"[JS]r\.?|[IVX]+")


def vocabulary(knowledge: Knowledge) -> tuple[tuple[VocabularyActor, ...], tuple[Spelling, ...]]:
    """All actors of the knowledge, without stories, those that are named most first, and every spelling of each.

    Surnames are no spellings: the resolver takes them from `family` and from `surnames`. What stands for a country (its
    people, capital, seat of government) and short forms are aliases of it.
    """
    told = Counter(role.of for person in knowledge.people.values() for role in person.roles)
    renown = {person.id: _renown(person, knowledge.as_of, told) for person in knowledge.people.values()}
    people = sorted(knowledge.people.values(), key=lambda person: (-renown[person.id], person.name))
    actors = [
        *(VocabularyActor(p.id, p.name, ActorKind.PERSON, True, p.families[0]) for p in people),
        *(VocabularyActor(c.id, c.name, ActorKind.COUNTRY, True) for c in knowledge.countries.values()),
        *(VocabularyActor(o.id, o.name, ActorKind.ORGANISATION, True) for o in knowledge.organisations.values()),
    ]
    return tuple(actors), tuple(_spellings(knowledge))


def surnames(knowledge: Knowledge) -> tuple[Spelling, ...]:
    """Every surname of each person: those that papers shorten the name to, and the last word of the name.

    The last word of a name that begins with the surname is none, nor is a number or `Jr.`.
    """
    found = []
    for person in knowledge.people.values():
        last = person.name.split()[-1]
        ends = () if person.family_first or _SUFFIX.fullmatch(last) else (last,)
        found += [Spelling(text, person.id) for text in dict.fromkeys((*person.families, *ends))]
    return tuple(found)


def _renown(person: Person, today: date, told: Mapping[str, int]) -> float:
    """How well a person is likely to be known: by the highest office, the country's weight in the news, a late office,
    and the ways to write the name.

    `told`: how many offices the knowledge has of each country, which tells how much is written about it.
    """
    office = max((_weight(role) + math.log2(told[role.of]) / 2 for role in person.roles), default=0.0)
    years = min((today.year - role.end.year if role.end else 0 for role in person.roles), default=_PAST)
    written = len(person.spellings) + len(person.native) + len(person.aliases)
    return office + max(0, _PAST - years) / 10 + math.log2(1 + written)


def _weight(role: Role) -> int:
    weight = _WEIGHTS.get(role.office, 1)
    kind, _, code = role.of.partition(":")
    if kind == "organisation":
        return min(weight, _BODY_HEAD)
    second = {"president": _BY_PRIME_MINISTER, "prime-minister": _BY_PRESIDENT}.get(role.office, frozenset())
    return _SECOND if code in second else weight


def _spellings(knowledge: Knowledge) -> Iterator[Spelling]:
    for person in knowledge.people.values():
        listed = (person.name, *person.spellings, *person.native)
        for text in (*listed, *_other_surnames(person), *_royal(person, knowledge), *_romanised(person)):
            yield Spelling(text, person.id)
        for text in person.aliases:
            yield Spelling(text, person.id, alias=True)
    for country in knowledge.countries.values():
        for text in (country.name, *country.names):
            yield Spelling(text, country.id)
        seats = (country.capital or country.name, *country.metonyms) if country.until is None else ()
        for text in (*country.demonyms, *seats, *country.short):
            yield Spelling(text, country.id, alias=True)
    for body in knowledge.organisations.values():
        for text in (body.name, *body.names):
            yield Spelling(text, body.id)
        for text in body.short:
            if text != body.name:
                yield Spelling(text, body.id, alias=True)


def _other_surnames(person: Person) -> Iterator[str]:
    """The canonical name with each other surname that papers shorten it to."""
    usual, *others = person.families
    if person.name.endswith(" " + usual):
        given = person.name.removesuffix(" " + usual)
        yield from (f"{given} {other}" for other in others if other not in given.split())


def _royal(person: Person, knowledge: Knowledge) -> Iterator[str]:
    """`Abdullah II` and `Abdullah II of Jordan` for `King Abdullah II`."""
    title, _, rest = person.name.partition(" ")
    if title in _CROWNED and _SUFFIX.fullmatch(rest.split()[-1]):
        yield rest
        for of in dict.fromkeys(role.of for role in person.roles if role.office == "monarch"):
            yield f"{rest} of {knowledge.countries[of].name}"


def _romanised(person: Person) -> Iterator[str]:
    """The names in the Cyrillic or Greek of the person's own country as a rule writes them in Latin."""
    homes = {role.of.removeprefix("country:") for role in person.roles}
    for script, countries in _OWN_SCRIPTS:
        if homes & countries:
            for text in filter(script.search, person.native):
                latin = " ".join(map(romanised, name_words(text)))
                if latin.isascii():
                    yield latin.title()
