"""What two copies have in common, to be shown to a reader. Judges nothing; see `relations`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from geotui.stories.overlap import Overlap, Prepared
from geotui.stories.spelling import comparable_words

_CHUNK = re.compile(r"\S+")


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
    match = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    if not match.size:
        return "", 0
    start, end = places[match.a][0], places[match.a + match.size - 1][1]
    return " ".join(one[start:end].split()), match.size


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The comparable words of a text, and where the chunk between spaces stands that each is of."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for chunk in _CHUNK.finditer(text):
        forms = comparable_words(chunk[0])
        words += forms
        places += [chunk.span()] * len(forms)
    return words, places
