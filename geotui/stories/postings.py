"""Who shares sampled hashes with whom: the table from hash to stories, and the candidates that it gives.

What must not be in here: texts, and any verdict; a candidate is only worth comparing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from itertools import chain
from math import ceil

from geotui.model import Sketch
from geotui.stories.sketches import threshold

MOST_COMMON = 48
"""A shingle that so many stories have is a phrase or a site's furniture and tells nothing. Copies do not count: only
leading copies are posted."""

LEAST_SHARE = 0.2
"""Candidates share this part of the shorter one's comparable hashes at least. A copy shares three fifths of its words
in runs, which leaves, with a word changed in every ten, about two fifths of its shingles; the rest is for chance."""

LEAST_HASHES = 3
"""Of a passage in common, so many hashes are shared at least; fewer are chance."""

MOST_CANDIDATES = 12
"""So many are compared at most, those with the most shared hashes first."""


class Repeats:
    """Which hashes occur more than once, roughly: never denied for one that does, seldom claimed for one that does not.

    A table of saturating counters (a counting Bloom filter with one hash function: a hash is its own), since most
    hashes of an archive occur once and need no posting.
    """

    def __init__(self, sketches: Iterable[Sketch], total: int) -> None:
        """Counts the hashes of sketches that hold `total` of them together."""
        size = 1 << max(10, (total * 4).bit_length())
        self._mask = size - 1
        self._seen = bytearray(size)
        self._twice = bytearray(size)
        for one in sketches:
            for value in one.hashes:
                place = value & self._mask
                if self._seen[place]:
                    self._twice[place] = 1
                else:
                    self._seen[place] = 1

    def __contains__(self, value: int) -> bool:
        """Whether the hash may occur more than once."""
        return bool(self._twice[value & self._mask])


class Postings:
    """From hash to the stories whose leading copy has it; stories are numbered by the caller."""

    def __init__(self, repeats: Repeats) -> None:
        """An empty table that will take only hashes that occur more than once."""
        self._repeats = repeats
        self._stories: dict[int, list[int]] = {}
        self._sketches: dict[int, Sketch] = {}

    def post(self, story: int, sketch: Sketch) -> None:
        """Posts a story under the hashes of its leading copy; one that had another before is found under both."""
        is_new = story not in self._sketches
        self._sketches[story] = sketch
        for value in sketch.hashes:
            if value in self._repeats:
                posted = self._stories.setdefault(value, [])
                if len(posted) < MOST_COMMON and (is_new or story not in posted):
                    posted.append(story)

    def candidates(self, sketch: Sketch) -> list[int]:
        """Stories of which this may be a copy or that may be one of it, the likeliest first."""
        shared = self._shared(sketch, MOST_COMMON)
        likely = [
            story
            for story in _most(shared, 2 * MOST_CANDIDATES)
            if shared[story] >= self._needed(sketch, self._sketches[story])
        ]
        return likely[:MOST_CANDIDATES]

    def sharing(self, sketch: Sketch, words: int, most_common: int) -> list[int]:
        """Stories that seem to share so many words, in shingles that fewer than `most_common` stories have."""
        shared = self._shared(sketch, most_common)
        return [
            story
            for story in _most(shared, MOST_CANDIDATES)
            if shared[story] >= LEAST_HASHES
            and shared[story] >= words * self._kept_of_both(sketch, self._sketches[story])
        ]

    def _shared(self, sketch: Sketch, most_common: int) -> Counter[int]:
        posted = (self._stories.get(value, ()) for value in sketch.hashes)
        return Counter(chain.from_iterable(stories for stories in posted if len(stories) < most_common))

    @staticmethod
    def _kept_of_both(one: Sketch, other: Sketch) -> float:
        return threshold(max(one.words, other.words)) / (1 << 64)

    @staticmethod
    def _needed(one: Sketch, other: Sketch) -> int:
        limit = threshold(max(one.words, other.words))
        comparable = min(bisect_left(one.hashes, limit), bisect_left(other.hashes, limit))
        return max(1, ceil(LEAST_SHARE * comparable))


def _most(shared: Counter[int], count: int) -> list[int]:
    return nsmallest(count, shared, key=lambda story: (-shared[story], story))
