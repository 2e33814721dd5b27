"""What a site repeats: paragraphs that stand on several otherwise unrelated articles of one source.

They tell nothing about whether two articles are copies, so that they are left out where texts are compared, and only
there. A wire report that a site has twice, or the second version of an article, shares much else and makes nothing
furniture.

What must not be in here: words by which a single page shows its furniture, see `articles`; storing, and the screen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from heapq import nsmallest

from xxhash import xxh3_64_intdigest

from geotui.stories.spelling import comparable_words

SIGHTINGS = 3
"""So many unrelated articles of a source make a paragraph furniture; two may be a report and what was written of it."""

SIGHTINGS_WITHOUT_SOURCE = 8
"""Articles whose source is not known may be of many: a passage that many borrow is not the furniture of any."""

MOST_IN_COMMON = 0.5
"""Articles with more than this part of the shorter one's words in common are versions or copies."""

WITNESSES = 64
"""So many articles with a paragraph are looked at, the longest first, in which furniture is the smallest part."""

_LENGTH_BITS = 8
_LONGEST = (1 << _LENGTH_BITS) - 1
_PARAGRAPHS = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> tuple[int, ...]:
    """A 64-bit number for each paragraph that has a word, in order: alike for all spellings of the paragraph.

    The lowest eight bits are its length in words, at most 255; the others are a hash.
    """
    return tuple(number for one in _PARAGRAPHS.split(text) if (number := _number(one)))


def furniture(articles: Iterable[Sequence[int]], *, known_source: bool = True) -> frozenset[int]:
    """Which paragraphs of the articles of one source are its furniture; `articles` hold what `paragraphs` gave.

    Depends on no order. Another article changes the verdict of none but its own paragraphs.
    """
    holders: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
    for article in {tuple(one) for one in articles}:
        for number in set(article):
            holders[number].append(article)
    return frozenset(number for number, found in holders.items() if is_furniture(found, known_source=known_source))


def is_furniture(holders: Iterable[Sequence[int]], *, known_source: bool = True) -> bool:
    """Whether a paragraph is furniture that stands on these articles of one source, given as `paragraphs` gave them."""
    needed = SIGHTINGS if known_source else SIGHTINGS_WITHOUT_SOURCE
    distinct = {tuple(one) for one in holders}
    if len(distinct) < needed:
        return False
    unrelated: list[frozenset[int]] = []
    for holder in nsmallest(WITNESSES, distinct, key=lambda one: (-_words(set(one)), one)):
        article = frozenset(holder)
        if not any(_are_related(article, other) for other in unrelated):
            unrelated.append(article)
            if len(unrelated) == needed:
                return True
    return False


def without_furniture(text: str, repeated: Container[int]) -> str:
    """A text without the paragraphs that are furniture; the others as they are, parted by blank lines."""
    return "\n\n".join(one for one in _PARAGRAPHS.split(text) if _number(one) not in repeated)


def _number(paragraph: str) -> int:
    words = comparable_words(paragraph)
    if not words:
        return 0
    return xxh3_64_intdigest(" ".join(words).encode()) >> _LENGTH_BITS << _LENGTH_BITS | min(len(words), _LONGEST)


def _are_related(one: frozenset[int], other: frozenset[int]) -> bool:
    return _words(one & other) > MOST_IN_COMMON * min(_words(one), _words(other))


def _words(numbers: Iterable[int]) -> int:
    return sum(number & _LONGEST for number in numbers)
