"""Known names one edit from a typed word that few stories have: what such a word may be a misspelling of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geotui.knowledge import Knowledge
from geotui.model import How, NameMatch
from geotui.query.ports import Vocabulary
from geotui.text import fold

_SHORTEST = 4
_TABLE = "query.near"


def known(actor: str, facts: Knowledge) -> bool:
    """Whether the knowledge has the actor."""
    return actor in facts.people or actor in facts.countries or actor in facts.organisations


def one_edit_away(typed: str, vocabulary: Vocabulary, besides: Sequence[NameMatch] = ()) -> list[NameMatch]:
    """Known actors with a spelling or surname one edit from what was typed (a swap of two letters is one).

    None where it is short, or where one of the actors that it already means, `besides`, is known.
    """
    facts = vocabulary.knowledge()
    form = fold(typed)
    if len(form) < _SHORTEST or any(known(match.id, facts) for match in besides):
        return []
    forms = _forms(facts)
    near = process.extract(form, list(forms), scorer=OSA.distance, score_cutoff=1, limit=None, processor=None)
    found: dict[str, NameMatch] = {}
    for spelling, distance, _ in sorted(near, key=lambda hit: (hit[1], hit[0])):
        if distance == 1:
            for actor, name in forms[spelling]:
                matches = vocabulary.resolve(name, frozenset((How.EXACT,)))
                found |= {match.id: match for match in matches if match.id == actor and actor not in found}
    return list(found.values())


def _forms(facts: Knowledge) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Folded spellings and surnames → the id and name of each actor that bears them; made once."""
    if _TABLE not in facts.cache:
        forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for spelling, actor, name in _spellings(facts):
            folded = fold(spelling)
            if len(folded) >= _SHORTEST and (actor, name) not in forms[folded]:
                forms[folded].append((actor, name))
        facts.cache[_TABLE] = dict(forms)
    return cast("Mapping[str, Sequence[tuple[str, str]]]", facts.cache[_TABLE])


def _spellings(facts: Knowledge) -> Iterator[tuple[str, str, str]]:
    for person in facts.people.values():
        for spelling in (person.name, *person.families, *person.spellings):
            yield spelling, person.id, person.name
    for country in facts.countries.values():
        for spelling in (country.name, *country.names):
            yield spelling, country.id, country.name
    for body in facts.organisations.values():
        for spelling in (body.name, *body.names):
            yield spelling, body.id, body.name
