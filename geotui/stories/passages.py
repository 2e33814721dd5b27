"""A passage against a text: how much of it the text carries, edited as outlets edit, and where.

Words are compared in the one form of `spelling`, in runs: what stands in both by chance is short. What must not be in
here: which texts to ask, and what two whole articles are to one another; see `relations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from geotui.stories.overlap import LEAST_OWN_WORDS, Overlap, Prepared
from geotui.stories.sketches import SHINGLE
from geotui.stories.spelling import comparable_words

RUN = 4
"""Words in a row that count as shared: where desks change every fifth word, what they leave is so long."""

WHOLE = 0.9
"""A text that carries so much of a passage carries it, but for a word here and there."""

MOST = 0.6
"""A text that carries so much of it carries most of it: what two independent reports share stays far below."""

MOST_OWN = 0.5
"""And so much of what is not in quotation marks, unless that is little: many report what somebody said."""

PART_RUN = 8
"""A part is told by longer runs: stock phrases and titles are shorter."""

PART_WORDS, PART_SHARE = 15, 0.25
"""A text that has so many words of a passage in such runs, or such a share of it, carries a part."""

_CHANGED = 10
"""So many words changed between two runs, or fewer, stand in the same place of a text."""

_CHUNK = re.compile(r"\S+")

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Half-open ranges of code points, in order."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How much of a passage a text carries: the `share` of its words, from 0 to 1.

    `own`: the share of those outside quotation marks, where they are not few; `is_part`: at least a part that is no
    stock phrase; `other_matter`: the words are those of a pattern, and the names or numbers in it are others.
    """

    share: float
    own: float
    is_part: bool = False
    other_matter: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the text carries the passage, but for a few words."""
        return self.share >= WHOLE and not self.other_matter

    @property
    def is_most(self) -> bool:
        """Whether it carries most of it, at least."""
        return self.share >= MOST and self.own >= MOST_OWN and not self.other_matter


class Passage:
    """A passage made ready to be looked for in many texts."""

    def __init__(self, text: str) -> None:
        """Reads a passage, whatever its lines; never fails."""
        self.text = " ".join(text.split())
        self._prepared = Prepared(self.text)
        self.words = self._prepared.words
        self._shingles = _shingles(self.words)
        own = [at for at, is_quoted in enumerate(self._prepared.quoted) if not is_quoted]
        self._own = own if len(own) >= LEAST_OWN_WORDS else range(len(self.words))

    def carried_by(self, text: str) -> Carried:
        """How much of it a text carries."""
        shared = self._shingles & _shingles(comparable_words(text))
        if not shared:
            return Carried(0.0, 0.0)
        runs = [run for run in _runs(self.words, shared) if run[1] - run[0] >= RUN]
        covered = {at for run in runs for at in range(*run)}
        share = len(covered) / len(self.words)
        own = sum(at in covered for at in self._own) / len(self._own)
        in_long_runs = sum(end - start for start, end in runs if end - start >= PART_RUN)
        is_part = in_long_runs >= min(PART_WORDS, PART_SHARE * len(self.words))
        other_matter = MOST <= share < 1 and self._is_of_other_matter(text)
        return Carried(share, own, is_part, other_matter)

    def _is_of_other_matter(self, text: str) -> bool:
        """Whether it is another report on a pattern (quakes, markets): two names differ, or a name and a number."""
        overlap = Overlap(self._prepared, Prepared(text))
        return overlap.renamed > 1 or bool(overlap.renamed and overlap.recounted)

    def places_in(self, text: str) -> Ranges:
        """Where the passage, or a part of it, stands in a text, each place with the words that were changed in it."""
        words, places = _placed(text)
        found: list[tuple[int, int, int]] = []
        for start, end in _runs(words, self._shingles & _shingles(words)):
            if end - start < RUN:
                continue
            if found and start - found[-1][1] <= _CHANGED:
                first, _, count = found.pop()
                found.append((first, end, count + end - start))
            else:
                found.append((start, end, end - start))
        least = min(PART_RUN, len(words))
        return tuple((places[start][0], places[end - 1][1]) for start, end, count in found if count >= least)

    def longest_in(self, text: str) -> str:
        """The longest run of its words that a text has, as the text writes it, on one line; empty for none."""
        words, places = _placed(text)
        runs = list(_runs(words, self._shingles & _shingles(words)))
        start, end = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
        return " ".join(text[places[start][0] : places[end - 1][1]].split()) if end > start else ""

    def missing_from(self, text: str) -> str:
        """The longest run of its words that a text has not, on one line; empty for none."""
        words, places = _placed(self.text)
        shared = self._shingles & _shingles(comparable_words(text))
        edges = [0, *(edge for run in _runs(words, shared) if run[1] - run[0] >= RUN for edge in run), len(words)]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
        return " ".join(self.text[places[start][0] : places[end - 1][1]].split()) if end > start else ""


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[at:] for at in range(SHINGLE)), strict=False))


def _runs(words: Sequence[str], shared: frozenset[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Where words follow one another whose shingles are all shared: first word, and the one behind the last."""
    start = end = 0
    for at, shingle in enumerate(zip(*(words[at:] for at in range(SHINGLE)), strict=False)):
        if shingle not in shared:
            continue
        if at > end - SHINGLE + 1:
            if end > start:
                yield start, end
            start = max(at, end)
        end = at + SHINGLE
    if end > start:
        yield start, end


def _placed(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The comparable words of a text, and where the chunk between spaces stands that each is of."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for chunk in _CHUNK.finditer(text):
        forms = comparable_words(chunk[0])
        words += forms
        places += [chunk.span()] * len(forms)
    return words, places
