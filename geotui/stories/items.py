"""Folds articles that all lie in memory, from nothing.

What must not be in here: what becomes of them, see `folding`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from geotui.model import Fold, Foldable
from geotui.stories.folding import Folding
from geotui.stories.leading import order
from geotui.stories.postings import first_hash, is_common
from geotui.stories.standing import State


def fold(items: Sequence[Foldable], text_of: Callable[[int], str]) -> tuple[Fold, ...]:
    """Folds articles into stories: each article is in exactly one, the stories in the order of their leading copies.

    `text_of` gives the text of an article by its `key` and is asked only for those that seem to be copies. The result
    depends neither on the order of `items` nor on their keys, as far as the items differ in anything else. Links are on
    both stories that they tie, with the same relation.
    """
    archive, state = Items(items, text_of), State.empty()
    folding = Folding(archive, state)
    folding.fold(range(len(archive)))
    return tuple(folding.story(leader) for leader in sorted(state.stories.leads))


class Items:
    """An archive in memory: keys are places in the order of leading copies."""

    def __init__(self, items: Sequence[Foldable], text_of: Callable[[int], str]) -> None:
        """Groups articles that are alike, and notes who holds which hash."""
        by_id: defaultdict[str, list[Foldable]] = defaultdict(list)
        for item in items:
            by_id[item.id].append(item)
        self._groups = sorted((sorted(alike, key=order) for alike in by_id.values()), key=lambda alike: order(alike[0]))
        self._text_of = text_of
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for key, alike in enumerate(self._groups):
            for value in alike[0].sketch.hashes:
                holders[value].append(key)
        self._holders = {value: keys for value, keys in holders.items() if not is_common(keys, self._family)}

    def __len__(self) -> int:
        """How many contents there are."""
        return len(self._groups)

    def article(self, key: int) -> Foldable:
        """See `postings.Archive`, as for all below."""
        return self._groups[key][0]

    def words(self, key: int) -> int:
        return self._groups[key][0].sketch.words

    def alike(self, key: int) -> Sequence[int]:
        return [item.key for item in self._groups[key]]

    def text(self, key: int) -> str:
        return self._text_of(self._groups[key][0].key)

    def holders(self, value: int) -> Sequence[int]:
        return self._holders.get(value, ())

    def _family(self, key: int) -> int:
        return first_hash(self.article(key).sketch)
