"""Tells which names of people whom the knowledge lacks are spellings of one person, across the articles of an archive.

Folded is what is near certain: other hyphens, spaces and articles (`Park Min-seo`, `Park Minseo`); a middle initial or
none; a middle name or its initial; another transliteration of a rare name. Where two people can be meant, both stay.
Equal names without accents and case are one already: they share an id.

What must not be in here: the reading of names in a text (`actors`); people of the knowledge, who have ids of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from geotui.actors.wording import name_words, skeleton

_ARTICLES = frozenset(("al", "el"))
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_LEAST_LETTERS = 8
_LEAST_OF_A_WORD = 4
_MOST_ALIKE = 20
"""Names looked at for one key: more are no spellings of one person."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who one article names: people whom the knowledge lacks by id and name, and the ids of all else."""

    unknown: tuple[tuple[str, str], ...]
    known: tuple[str, ...]


def same_people(casts: Iterable[Cast]) -> dict[str, str]:
    """For each id that is another spelling of a person, the id under which they are one. Independent of the order."""
    people = _People(casts)
    people.join_letters()
    people.join_middles()
    people.join_transliterations()
    return people.folded()


class _People:
    """The unknown people of an archive while they are folded."""

    def __init__(self, casts: Iterable[Cast]) -> None:
        names: dict[str, Counter[str]] = defaultdict(Counter)
        self._articles: dict[str, set[int]] = defaultdict(set)
        self._known: list[tuple[str, ...]] = []
        for number, cast in enumerate(casts):
            self._known.append(cast.known)
            for id_, name in cast.unknown:
                names[id_][name] += 1
                self._articles[id_].add(number)
        usual = {id_: min(spelled, key=lambda name: (-spelled[name], name)) for id_, spelled in names.items()}
        self._words = {id_: words for id_, name in sorted(usual.items()) if len(words := name_words(name)) > 1}
        self._of = {id_: id_ for id_ in self._words}

    def folded(self) -> dict[str, str]:
        """The groups of more than one, each under its most printed name, of several the longest."""
        groups: dict[str, list[str]] = defaultdict(list)
        for id_ in self._words:
            groups[self._root(id_)].append(id_)
        found = {}
        for group in groups.values():
            best = min(group, key=lambda id_: (-len(self._articles[id_]), -len(id_), id_))
            found.update({id_: best for id_ in group if id_ != best})
        return found

    def join_letters(self) -> None:
        """Names of the same letters, whose first or last words are the same."""
        alike: dict[str, list[str]] = defaultdict(list)
        for id_, words in self._words.items():
            letters = "".join(word for word in words if word not in _ARTICLES)
            if len(letters) >= _LEAST_LETTERS:
                alike[letters].append(id_)
        for one, other in _pairs(alike.values()):
            mine, theirs = self._words[one], self._words[other]
            if mine[0] == theirs[0] or mine[-1] == theirs[-1]:
                self._join(one, other)

    def join_middles(self) -> None:
        """`John Q. Adamson`, `John Quincy Adamson` and, in the same company, `John Adamson`; not where there is another
        John B. Adamson.
        """
        alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id_, words in self._words.items():
            if words[-1] not in _GENERATIONS and len(words[0]) > 1:
                alike[words[0], words[-1]].append(id_)
        for group in alike.values():
            middles = {id_: self._words[id_][1:-1] for id_ in group}
            long = [id_ for id_ in group if middles[id_]]
            if not 1 < len(group) <= _MOST_ALIKE or not all(
                _agree(middles[one], middles[other]) for one, other in combinations(long, 2)
            ):
                continue
            if any(len(word) == 1 for id_ in long for word in middles[id_]):
                self._join_company(group)

    def join_transliterations(self) -> None:
        """Names in the same company that differ in transliteration only, where no one else has the surname."""
        sound = cache(skeleton)
        bearers: dict[str, list[str]] = defaultdict(list)
        for id_, words in self._words.items():
            bearers[sound(words[-1])].append(id_)
        for group in bearers.values():
            if 1 < len(group) <= _MOST_ALIKE:
                spelled = {tuple(map(sound, self._words[id_])) for id_ in group}
                short = any(len(word) < _LEAST_OF_A_WORD for id_ in group for word in self._words[id_])
                if len(spelled) == 1 and not short:
                    self._join_company(group)

    def _join_company(self, group: Sequence[str]) -> None:
        for one, other in combinations(group, 2):
            if not self._together(one, other) and self._in_company(one, other):
                self._join(one, other)

    def _together(self, one: str, other: str) -> bool:
        """Whether an article names both, as two people."""
        return not self._articles[one].isdisjoint(self._articles[other])

    def _in_company(self, one: str, other: str) -> bool:
        """Whether the articles of both name a person or body that is the same, or two countries."""
        common = self._company(one) & self._company(other)
        return len(common) > 1 or any(not id_.startswith("country:") for id_ in common)

    def _company(self, id_: str) -> set[str]:
        return {known for number in self._articles[id_] for known in self._known[number]}

    def _root(self, id_: str) -> str:
        while self._of[id_] != id_:
            id_ = self._of[id_]
        return id_

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._of[second] = first


def _pairs(groups: Iterable[Sequence[str]]) -> Iterable[tuple[str, str]]:
    for group in groups:
        if len(group) <= _MOST_ALIKE:
            yield from combinations(group, 2)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two runs of middle names can be one person's: each the same, or one the other's initial."""
    return len(one) == len(other) and all(
        mine == theirs or (min(len(mine), len(theirs)) == 1 and mine[0] == theirs[0])
        for mine, theirs in zip(one, other, strict=True)
    )
