"""Finds words by their beginning and by misspelling, among hundreds of thousands, in well under a millisecond.

Words only: what they name is the business of `resolver`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geotui.actors.wording import allowed_edits, skeleton

_SKELETON_COST = 0.5
_BEGINNING_COST = 0.25
_SAME_LETTERS = 0.5
"""What is taken off the cost of a word that has the letters of the typed one in another order."""
_BEGINNING_EDITS = 1
_LAST = "\U0010ffff"


class WordIndex:
    """Distinct words, sorted; a word's number is its place."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self.number = {word: at for at, word in enumerate(self.words)}
        self._buckets: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._tails: dict[str, tuple[int, ...]] = defaultdict(tuple)
        self._skeletons: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for at, word in enumerate(self.words):
            if len(word) > 3:
                self._buckets[word[0], len(word)].append(at)
                self._tails[word[1:]] += (at,)
                self._skeletons[skeleton(word)] += (at,)

    def beginning(self, start: str) -> range:
        """Numbers of the words that begin so, the word itself among them."""
        return range(bisect_left(self.words, start), bisect_left(self.words, start + _LAST))

    def near(self, typed: str, *, beginning: bool) -> dict[int, float]:
        """Words that the typed one may misspell → cost: edits (restricted Damerau-Levenshtein), a half for another
        transliteration, and a quarter more where only a beginning was typed, which may have one edit.

        The first letter may be wrong only as a single edit; words of up to three letters must be right.
        """
        exact = self.number.get(typed)
        found: dict[int, float] = {} if exact is None else {exact: 0.0}
        allowance = allowed_edits(typed)
        if allowance:
            for at in self.alike(typed, allowance + 1):
                found.setdefault(at, _SKELETON_COST)
            self._edited(typed, allowance, found)
            self._first_letter(typed, found)
        if beginning:
            for at in self.beginning(typed):
                found.setdefault(at, _BEGINNING_COST)
            if allowance:
                self._edited_beginning(typed, found)
        return found

    def alike(self, typed: str, furthest: int) -> list[int]:
        """Other words that are the same in another transliteration; none for words of up to three letters."""
        if len(typed) <= 3:
            return []
        same = self._skeletons.get(skeleton(typed), ())
        return [at for at in same if 0 < OSA.distance(typed, self.words[at], score_cutoff=furthest) <= furthest]

    def _edited(self, typed: str, allowance: int, found: dict[int, float]) -> None:
        for length in range(max(4, len(typed) - allowance), len(typed) + allowance + 1):
            numbers = self._buckets.get((typed[0], length))
            if numbers:
                _keep_near(typed, [self.words[at] for at in numbers], numbers, allowance, 0.0, found)

    def _first_letter(self, typed: str, found: dict[int, float]) -> None:
        swapped = typed[1] + typed[0] + typed[2:]
        near = [*self._tails.get(typed[1:], ()), *self._tails.get(typed, ())]
        near += [self.number[word] for word in (typed[1:], swapped) if len(word) > 3 and word in self.number]
        for at in near:
            found[at] = min(1.0, found.get(at, 1.0))

    def _edited_beginning(self, typed: str, found: dict[int, float]) -> None:
        numbers = [at for at in self.beginning(typed[0]) if len(self.words[at]) > len(typed)]
        for cut in (len(typed), len(typed) + 1, len(typed) - 1):
            heads: dict[str, list[int]] = defaultdict(list)
            for at in numbers:
                heads[self.words[at][:cut]].append(at)
            for head, distance, _ in process.extract(
                typed, list(heads), scorer=OSA.distance, score_cutoff=_BEGINNING_EDITS, limit=None
            ):
                cost = distance + _BEGINNING_COST
                for at in heads[head]:
                    found[at] = min(cost, found.get(at, cost))


def _keep_near(
    typed: str, words: Sequence[str], numbers: Sequence[int], allowance: int, extra: float, found: dict[int, float]
) -> None:
    for _, distance, place in process.extract(typed, words, scorer=OSA.distance, score_cutoff=allowance, limit=None):
        at = numbers[place]
        cost = distance + extra - (_SAME_LETTERS if distance > 1 and sorted(typed) == sorted(words[place]) else 0.0)
        found[at] = min(cost, found.get(at, cost))
