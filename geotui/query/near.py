"""Known names one edit from a typed word that few stories have: what such a word may be a misspelling of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geotui.actors.wording import allowed_edits
from geotui.knowledge import Knowledge
from geotui.model import ActorKind, How, NameMatch
from geotui.query.ports import Vocabulary
from geotui.text import fold

NAME_ONLY = "name only, may be several people"
"""Said of a match for which `name_only` holds."""

_SHORTEST = 4
_MOST_FURTHER = 3
_TABLE = "query.near"


def known(actor: str, facts: Knowledge) -> bool:
    """Whether the knowledge has the actor."""
    return actor in facts.people or actor in facts.countries or actor in facts.organisations


def name_only(match: NameMatch, facts: Knowledge) -> bool:
    """Whether nothing is known of a person but a name that one story has: others may bear it, too."""
    return match.kind is ActorKind.PERSON and match.stories <= 1 and not known(match.id, facts)


def one_edit_away(typed: str, vocabulary: Vocabulary, besides: Sequence[NameMatch] = ()) -> list[NameMatch]:
    """Known actors with a spelling or surname one edit from what was typed (a swap of two letters is one).

    None where it is short, or where one of the actors that it already means, `besides`, is known.
    """
    if any(known(match.id, vocabulary.knowledge()) for match in besides):
        return []
    return list(_near(typed, 1, vocabulary).values())


def further_away(typed: str, vocabulary: Vocabulary, nearest: Sequence[NameMatch]) -> list[NameMatch]:
    """Known actors besides the nearest that a misspelled word may mean as well: a few more, within its allowance.

    They are of the same kind, and nothing is wrong with the first letter.
    """
    taken, kinds = {match.id for match in nearest}, {match.kind for match in nearest}
    near = _near(typed, allowed_edits(fold(typed)), vocabulary, same_start=True)
    return [m for m in near.values() if m.id not in taken and m.kind in kinds][:_MOST_FURTHER]


def _near(typed: str, furthest: int, vocabulary: Vocabulary, *, same_start: bool = False) -> dict[str, NameMatch]:
    """Known actors by id with a form one to so many edits away, the nearest first."""
    form = fold(typed)
    if len(form) < _SHORTEST:
        return {}
    forms = _forms(vocabulary.knowledge())
    near = process.extract(form, list(forms), scorer=OSA.distance, score_cutoff=furthest, limit=None, processor=None)
    found: dict[str, NameMatch] = {}
    for spelling, distance, _ in sorted(near, key=lambda hit: (hit[1], hit[0])):
        if distance and not (same_start and spelling[0] != form[0]):
            for actor, name in forms[spelling]:
                matches = vocabulary.resolve(name, frozenset((How.EXACT,)))
                found |= {match.id: match for match in matches if match.id == actor and actor not in found}
    return found


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
