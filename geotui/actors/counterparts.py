"""Finds `his Chinese counterpart`: a role without a name that is the office of the one spoken of before.

What must not be in here: who holds that office; the other roles without a name (`roles_alone`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geotui.actors.figures import Figure
from geotui.actors.scan import Item, Scan
from geotui.actors.tables import Sense
from geotui.model.names import BareName, Mention, RoleName

_OF = frozenset((Sense.COUNTRY, Sense.DEMONYM))
_WORDS = frozenset(("counterpart", "counterparts"))


@dataclass(frozen=True, slots=True)
class _Before:
    """One who is spoken of: who it can be, or where the knowledge lacks them the offices that the text gives."""

    end: int
    people: tuple[str, ...]
    offices: frozenset[str]


def counterparts(
    scan: Scan, roles: Sequence[RoleName], figures: Sequence[Figure], bare: Sequence[BareName]
) -> Iterator[RoleName]:
    """The counterparts of one part, of people and of roles without a name before them."""
    words = scan.words
    if _WORDS.isdisjoint(words.norm):
        return
    spoken: list[_Before] | None = None
    ends: list[int] = []
    for at in [n for n, word in enumerate(words.norm) if word in _WORDS]:
        items = _countries_before(scan, at)
        several = words.norm[at] == "counterparts"
        named = words.joint[at + 1] and words.capital[at + 1]
        if not items or several == (len(items) < 2) or named:
            continue
        if several and words.norm[items[0].first - 1] not in ("his", "her"):
            continue
        if spoken is None:
            spoken = _spoken_of(scan, roles, figures, bare)
            ends = [one.end for one in spoken]
        first, last = words.start[items[0].first], words.end[at]
        before = bisect_left(ends, first)
        if before and (spoken[before - 1].people or spoken[before - 1].offices):
            one = spoken[before - 1]
            mention = Mention(words.part, first, last, words.slice(items[0].first, at + 1))
            for item in items:
                yield RoleName(mention, one.offices, item.meaning.id, one.people)


def _countries_before(scan: Scan, at: int) -> list[Item]:
    """The countries right before a word, `his French and German counterparts`, in their order."""
    words = scan.words
    items: list[Item] = []
    while at and words.joint[at]:
        item = scan.cover.get(at - 1)
        if item is None or item.meaning.sense not in _OF:
            break
        items.insert(0, item)
        at = item.first
        if not at or words.norm[at - 1] != "and":
            break
        at -= 1
    return items


def _spoken_of(
    scan: Scan, roles: Sequence[RoleName], figures: Sequence[Figure], bare: Sequence[BareName]
) -> list[_Before]:
    """All people and roles of one part, by where they end."""
    part = scan.words.part
    found = [_Before(role.mention.end, role.like, role.offices) for role in roles if role.mention.part == part]
    for figure in figures:
        who = (figure.id,) if figure.person is not None else ()
        offices = frozenset[str]() if who else next((role.offices for role, _ in figure.roles), frozenset())
        ends = [mention.end for mention in figure.mentions if mention.part == part]
        found += [_Before(end, who, offices & scan.tables.sole) for end in ends]
    found += [_Before(name.mention.end, name.bearers, frozenset()) for name in bare if name.mention.part == part]
    return sorted(found, key=lambda one: one.end)
