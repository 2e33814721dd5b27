"""Stories as a reader corrected them: copies split off, stories merged, after all of them were found.

What must not be in here: which articles are copies; only what those are to one another that a reader made one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from geotui.model import Apart, Corrections, Fold, Foldable, Folded, Relation
from geotui.stories.leading import is_later_version, order
from geotui.stories.overlap import Overlap, Prepared
from geotui.stories.relations import judge


@dataclass(frozen=True, slots=True)
class Named:
    """What is asked about articles. `keys`: those of the ids that corrections name, as far as there are any."""

    keys: Mapping[str, Sequence[int]]
    article_of: Callable[[int], Foldable]
    text_of: Callable[[int], str]


def corrected(folds: Sequence[Fold], corrections: Corrections, named: Named) -> Sequence[Fold]:
    """The stories after the corrections, made one by one: those that are as they were, in their order, then the others.

    An article split off leaves the story that holds any that it left, with all of its id; the others stay together.
    A story keeps its leading copy where it can; else, and where stories become one, that leads which would lead if they
    had been found to be copies. What shares no text with it is near. Ids that are not there do nothing. Only articles
    of stories that a correction changes are asked for. The result depends neither on the order of `folds` nor on keys.
    """
    wanted = {key for keys in named.keys.values() for key in keys}
    if not wanted:
        return folds
    found = {n: fold for n, fold in enumerate(folds) if any(copy.key in wanted for copy in fold.copies)}
    stories = _Stories([copy.key for copy in fold.copies] for fold in found.values())
    for correction in corrections:
        if isinstance(correction, Apart):
            stories.split(_keys(correction.off, named), _keys(correction.left, named))
        else:
            stories.merge(_keys(correction.articles, named))
    before = {frozenset(copy.key for copy in fold.copies): number for number, fold in found.items()}
    after = set(map(frozenset, stories.all()))
    changed = {number for keys, number in before.items() if keys not in after}
    if not changed:
        return folds
    making = _Making([found[number] for number in changed], named)
    made = sorted(map(making.story, after - before.keys()), key=lambda one: order(named.article_of(one.copies[0].key)))
    return [*(fold for number, fold in enumerate(folds) if number not in changed), *made]


def _keys(ids: Iterable[str], named: Named) -> set[int]:
    return {key for id_ in ids for key in named.keys.get(id_, ())}


_Group: TypeAlias = list[Foldable]
"""The articles of one id, that which would lead first."""


class _Stories:
    """Which articles are in one story while corrections are made."""

    def __init__(self, stories: Iterable[Iterable[int]]) -> None:
        self._keys = {number: set(keys) for number, keys in enumerate(stories)}
        self._at = {key: number for number, keys in self._keys.items() for key in keys}

    def split(self, off: AbstractSet[int], left: AbstractSet[int]) -> None:
        for number in self._numbers(off) & self._numbers(left - off):
            leaving = self._keys[number] & off
            self._keys[number] -= leaving
            self._put(len(self._keys), leaving)

    def merge(self, keys: AbstractSet[int]) -> None:
        numbers = sorted(self._numbers(keys))
        for number in numbers[1:]:
            self._put(numbers[0], self._keys[number])
            self._keys[number] = set()

    def _put(self, number: int, keys: AbstractSet[int]) -> None:
        self._keys[number] = self._keys.get(number, set()) | keys
        self._at.update(dict.fromkeys(keys, number))

    def _numbers(self, keys: AbstractSet[int]) -> set[int]:
        return {self._at[key] for key in keys if key in self._at}

    def all(self) -> list[set[int]]:
        return [keys for keys in self._keys.values() if keys]


class _Making:
    """Makes stories of articles that were in others."""

    def __init__(self, folds: Sequence[Fold], named: Named) -> None:
        self._named = named
        self._fold_of = {copy.key: fold for fold in folds for copy in fold.copies}
        self._relations = {copy.key: copy.relation for fold in folds for copy in fold.copies}
        self._texts: dict[int, Prepared] = {}

    def story(self, keys: AbstractSet[int]) -> Fold:
        """The articles as one story."""
        groups = self._groups(keys)
        lead = self._lead(groups, keys)
        copies = [Folded(item.key, Relation.IDENTICAL) for item in lead]
        copies[0] = Folded(lead[0].key, Relation.LEADING)
        for group in groups:
            if group is not lead:
                relation = self._relation(group, lead)
                copies += [Folded(item.key, relation or Relation.NEAR, by_hand=relation is None) for item in group]
        return Fold(tuple(copies), self._related(keys))

    def _groups(self, keys: AbstractSet[int]) -> list[_Group]:
        """The articles of each id, in the order in which they would lead."""
        by_id: defaultdict[str, _Group] = defaultdict(list)
        for item in sorted(map(self._named.article_of, keys), key=order):
            by_id[item.id].append(item)
        return list(by_id.values())

    def _lead(self, groups: Sequence[_Group], keys: AbstractSet[int]) -> _Group:
        """For each story that they come from its leading copy stands, or all of its copies where that is not there."""
        standing = [group for group in groups if self._led(group) or self._leader(group[0]) not in keys]
        first = standing[0]
        later = [
            group
            for group in standing
            if is_later_version(group[0], first[0]) and self._judged(group, first) in (Relation.NEAR, Relation.UPDATE)
        ]
        return max(later, key=lambda group: group[0].day or date.min) if later else first

    def _leader(self, item: Foldable) -> int:
        return self._fold_of[item.key].copies[0].key

    def _led(self, group: _Group) -> bool:
        return any(self._leader(item) == item.key for item in group)

    def _relation(self, group: _Group, lead: _Group) -> Relation | None:
        if self._leader(group[0]) in {item.key for item in lead}:
            return self._relations[group[0].key]
        return self._judged(group, lead)

    def _judged(self, group: _Group, other: _Group) -> Relation | None:
        short, long = sorted((group[0], other[0]), key=lambda item: (len(self._text(item).words), order(item)))
        return judge(short, long, Overlap(self._text(short), self._text(long)))

    def _text(self, item: Foldable) -> Prepared:
        if item.key not in self._texts:
            self._texts[item.key] = Prepared(self._named.text_of(item.key))
        return self._texts[item.key]

    def _related(self, keys: AbstractSet[int]) -> tuple[Folded, ...]:
        """The links of those that led a story, for they are theirs, but from one of them to another."""
        links = {link for key in keys if (fold := self._fold_of[key]).copies[0].key == key for link in fold.related}
        out = [link for link in links if link.key not in keys]
        return tuple(sorted(out, key=lambda link: (order(self._named.article_of(link.key)), link.relation)))
