"""What two copies have in common, to be shown to a reader. Judges nothing; see `relations`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import itemgetter

from geotui.stories.alignment import align, in_a_row
from geotui.stories.overlap import Overlap, Prepared
from geotui.stories.spelling import comparable_words

_CHUNK = re.compile(r"\S+")
_CELLS = 100_000_000
"""Texts whose numbers of words multiply to more are not searched for every run."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The part of each text, from 0 to 1, that stands in the other one too, in runs of several words.

    `passage` is the longest run of words that both have, as the first one writes it; `words` is its length.
    """

    of_one: float
    of_other: float
    passage: str
    words: int


def shared(one: str, other: str) -> Shared:
    """What two texts share, quotations and all; spellings of one word count as the same."""
    a, b = Prepared(one), Prepared(other)
    swapped = len(a.words) > len(b.words)
    overlap = Overlap(b, a) if swapped else Overlap(a, b)
    marks = (overlap.in_long, overlap.in_short) if swapped else (overlap.in_short, overlap.in_long)
    passage, words = _longest(one, other)
    of_one, of_other = (sum(covered) / len(covered) if covered else 0.0 for covered in marks)
    return Shared(of_one, of_other, passage, words)


def _longest(one: str, other: str) -> tuple[str, int]:
    (ours, places), (theirs, _) = _words(one), _words(other)
    first, size = _longest_run(ours, theirs)
    if not size:
        return "", 0
    start, end = places[first][0], places[first + size - 1][1]
    return " ".join(one[start:end].split()), size


def _longest_run(ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """Where the longest run of words begins that both have, and its length.

    Of texts as long as a book it is the longest of those that stand in both in one order, for time's sake.
    """
    if len(ours) * len(theirs) <= _CELLS:
        match = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
        return match.a, match.size
    runs = ((start, end - start) for start, end, *_ in in_a_row(align(ours, theirs)))
    return max(runs, key=itemgetter(1), default=(0, 0))


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The comparable words of a text, and where the chunk between spaces stands that each is of."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for chunk in _CHUNK.finditer(text):
        forms = comparable_words(chunk[0])
        words += forms
        places += [chunk.span()] * len(forms)
    return words, places
