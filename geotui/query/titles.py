"""Titles and forms of address typed before a name (`president`, `gen.`, `mr`), which say no more than the name does.

What must not be in here: roles without a name, which are `roles`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from geotui.knowledge import Knowledge
from geotui.model import NameMatch
from geotui.text import folded_words

_TABLE = "query.address"
_ADDRESS = frozenset(
    f"title-{kind}" for kind in ("admiral", "clergy", "courtesy", "doctor", "general", "minister", "officer", "royal")
)
_QUALIFIER = "title-qualifier"


def title_length(words: Sequence[str], facts: Knowledge) -> int:
    """How many of the words, from the first on, are a title of what follows; never all of them."""
    table = _titles(facts)
    folded = [" ".join(folded_words(word)) for word in words]
    first = 0
    while first < len(folded) - 1 and table.get(folded[first]) == {_QUALIFIER}:
        first += 1
    for end in range(len(folded) - 1, first, -1):
        if table.get(" ".join(filter(None, folded[first:end])), set()) - {_QUALIFIER}:
            return end
    return 0


def holders(people: Iterable[NameMatch], title: Sequence[str], facts: Knowledge) -> tuple[NameMatch, ...]:
    """Those who ever held an office with a title that ends the words."""
    ends = [" ".join(folded_words(" ".join(title[first:]))) for first in range(len(title))]
    offices = {office for end in ends for office in _titles(facts).get(end, ())}
    known = ((match, facts.people.get(match.id)) for match in people)
    return tuple(m for m, person in known if person and any(role.office in offices for role in person.roles))


def _titles(facts: Knowledge) -> Mapping[str, set[str]]:
    """Folded title → ids of the offices called so, of those that stand before names and tell a person; made once."""
    if _TABLE not in facts.cache:
        table: dict[str, set[str]] = {}
        for office in facts.offices.values():
            if not office.id.startswith("title-") or office.id in _ADDRESS or office.id == _QUALIFIER:
                for titles in (office.titles, *office.local.values()):
                    for title in titles:
                        table.setdefault(" ".join(folded_words(title)), set()).add(office.id)
        facts.cache[_TABLE] = table
    return cast("Mapping[str, set[str]]", facts.cache[_TABLE])
