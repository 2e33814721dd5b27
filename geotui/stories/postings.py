"""Who shares sampled hashes with whom: the candidates that a text is worth comparing with.

What must not be in here: texts, and any verdict. Whom a text is compared with depends on which texts there are and on
which of them lead, never on the order in which they came; so that what a new one touches can be told from its hashes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import chain, combinations
from typing import Any, Protocol

from pyroaring import BitMap

from geotui.model import Foldable, Sketch
from geotui.stories.links import MOST_BORROWERS, PART_WORDS
from geotui.stories.sketches import HASHES, SHINGLE, rate

MOST_COMMON = 128
"""A shingle that so many families of texts have is a phrase and tells nothing. A family is known by the first of its
hashes, which nearly all copies of a report share: so a report does not become common by being printed everywhere."""

LEAST_SHARE = 0.2
"""Candidates share this part of the hashes that the shorter one should have at the rate of the longer one, at least. A
copy shares three fifths of its words in runs, which leaves, with a word changed in every ten, about two fifths of its
shingles; the rest is for chance."""

LEAST_HASHES = 2
"""Of a passage in common, so many hashes are shared at least; one is chance."""

MOST_CANDIDATES = 12
"""So many are compared at most, those with the most shared hashes first."""


class Archive(Protocol):
    """Texts by key, one for each content id: of articles that are alike, the one that would lead."""

    def article(self, key: int) -> Foldable:
        """The article; its own key is the number by which it is told from those alike."""

    def words(self, key: int) -> int:
        """The words in its sketch."""

    def alike(self, key: int) -> Sequence[int]:
        """The numbers of all articles of this content, in the order in which they would lead."""

    def text(self, key: int) -> str:
        """What of it is compared."""

    def holders(self, value: int) -> Sequence[int]:
        """The keys of the texts that have a hash; none where it is common."""


def is_common(holders: Collection[int], first_hash: Callable[[int], int]) -> bool:
    """Whether a hash that these texts hold is common; asks for first hashes only where there are enough texts."""
    if len(holders) < MOST_COMMON:
        return False
    return len({first_hash(key) for key in holders}) >= MOST_COMMON


def first_hash(sketch: Sketch) -> int:
    """What a text's family is known by."""
    return sketch.hashes[0]


@dataclass(frozen=True, slots=True)
class Turn:
    """Who led before and who leads now, the sketches that changed texts had, and which texts are no longer there."""

    before: BitMap
    now: BitMap
    old: Mapping[int, Sketch]
    gone: Collection[int]

    @property
    def moved(self) -> BitMap:
        """Those that began or ceased to lead, or lead and changed."""
        return (self.before ^ self.now) | (BitMap(self.old) & (self.before | self.now))


class Postings:
    """Finds candidates among the texts of an archive."""

    def __init__(self, archive: Archive) -> None:
        """Looks up what the archive has at the time of asking."""
        self._archive = archive

    def likely(self, sketch: Sketch, among: BitMap | None = None) -> list[tuple[int, int]]:
        """Texts of which this may be a copy or that may be one of it, with the number of hashes that they share."""
        shared = Counter(chain.from_iterable(map(self._archive.holders, sketch.hashes)))
        found = shared.items() if among is None else [one for one in shared.items() if one[0] in among]
        words = self._archive.words
        bounds = {count: _bounds(sketch.words, count) for count in {count for _, count in found}}
        likely = []
        for key, count in found:
            most, least = bounds[count]
            if not most < words(key) < least:
                likely.append((key, count))
        return likely

    @staticmethod
    def likeliest(found: Iterable[tuple[int, int]], place: Callable[[int], Any]) -> list[int]:
        """So many of them as are worth comparing, of those that share as much the ones that come first."""
        most = nsmallest(MOST_CANDIDATES, found, key=lambda one: (-one[1], place(one[0])))
        return sorted((key for key, _ in most), key=place)

    def sharing(self, key: int, leaders: BitMap) -> list[int]:
        """Leaders that seem to share a passage with this one, in shingles that few leaders have."""
        sketch = self._archive.article(key).sketch
        shared: Counter[int] = Counter()
        for value in sketch.hashes:
            leading = [one for one in self._archive.holders(value) if one in leaders]
            if 1 < len(leading) < MOST_BORROWERS:
                shared.update(leading)
        return [other for other, count in shared.items() if other != key and self._is_passage(sketch, other, count)]

    def alike(self, keys: Collection[int]) -> set[int]:
        """Those of some texts that share enough with another of them to be compared, were no shingle common."""
        found: set[int] = set()
        sketches = {key: self._archive.article(key).sketch for key in keys}
        hashes = {key: frozenset(sketch.hashes) for key, sketch in sketches.items()}
        for one, other in combinations(keys, 2):
            count = len(hashes[one] & hashes[other])
            most, least = _bounds(sketches[one].words, count)
            if not most < sketches[other].words < least or self._is_passage(sketches[one], other, count):
                found |= {one, other}
        return found

    def regrouped(self, turn: Turn, told: BitMap, *, partners: bool) -> set[int]:
        """Leaders that may share passages with others than before, when texts began or ceased to lead or changed.

        `told`: those to whom it makes a difference if they share with fewer. `partners`: whether also those are meant
        that share with one that began or ceased to lead.
        """
        then = Counter(value for key, sketch in turn.old.items() if key in turn.before for value in sketch.hashes)
        touched: set[int] = set()
        for key in turn.moved:
            sketches = [turn.old[key]] if key in turn.old else []
            if key not in turn.gone:
                sketches.append(self._archive.article(key).sketch)
                touched.add(key)
            shared: Counter[int] = Counter()
            for value in {value for sketch in sketches for value in sketch.hashes}:
                holders = self._archive.holders(value)
                leading = [one for one in holders if one in turn.now]
                earlier = then[value] + sum(one in turn.before and one not in turn.old for one in holders)
                if len(leading) < MOST_BORROWERS:
                    shared.update(leading)
                    if earlier >= MOST_BORROWERS:
                        touched.update(leading)
                elif earlier < MOST_BORROWERS:
                    touched.update(one for one in leading if one in told)
            if partners:
                found = shared.items()
                touched.update(one for one, n in found if any(self._is_passage(sketch, one, n) for sketch in sketches))
        return touched

    def _is_passage(self, sketch: Sketch, other: int, count: int) -> bool:
        return count >= LEAST_HASHES and count * rate(max(sketch.words, self._archive.words(other))) >= PART_WORDS


@lru_cache(maxsize=1 << 14)
def _bounds(words: int, count: int) -> tuple[int, int]:
    """A text that shares so many hashes with one of so many words is a candidate if it has at most so many words, or at
    least so many: then the shorter one has, at the rate of the longer one, few enough hashes.
    """
    most = int(count * rate(words) / LEAST_SHARE) + SHINGLE - 1
    least = words
    while count * rate(least) < LEAST_SHARE * (words - SHINGLE + 1):
        least = HASHES * rate(least) + 1
    return most, least
