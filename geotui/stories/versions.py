"""Whether one text is another one changed, judged by samples of its words: a page that is written anew in part.

What must not be in here: which texts stood on the same page, and what follows from it.
"""

from __future__ import annotations

from bisect import bisect_left

from xxhash import xxh32_intdigest

from geotui.model import Sketch
from geotui.stories.sketches import threshold
from geotui.text import fold, folded_words

MOST = 0.5
"""A changed text still has at least so much of the shorter of the two."""

SOME_UNDER_ONE_TITLE = 0.1
"""Under the same title so much is enough: a column that is filled anew each day keeps its title, but not its text."""

IMPRINT = 32
"""So many hashes are an imprint."""

LEAST_COMPARED = 8
"""What one or two common phrases have in common says nothing of a text that was cut to a few sentences."""


def share(one: Sketch, other: Sketch) -> float:
    """How much of the shorter text is contained in the longer one, from 0 to 1, estimated from what both keep."""
    limit = threshold(max(one.words, other.words))
    first, second = (set(sketch.hashes[: bisect_left(sketch.hashes, limit)]) for sketch in (one, other))
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def is_changed(share_of_shorter: float, title: str, other_title: str) -> bool:
    """Whether two texts of one page that share so much are one text that was changed."""
    titled_alike = bool(title.strip()) and fold(title).split() == fold(other_title).split()
    return share_of_shorter >= (SOME_UNDER_ONE_TITLE if titled_alike else MOST)


def imprint(text: str) -> tuple[int, ...]:
    """A text in the least that tells it again once it is changed: the lowest hashes of its runs of words, sorted.

    Kept where no index can be asked any more. So the method must not change: it knows no outlets' spellings.
    """
    return tuple(sorted(_runs(text))[:IMPRINT])


def share_of_imprint(one: tuple[int, ...], text: str) -> float:
    """How much of the shorter text is contained in the longer one, from 0 to 1, estimated from the imprint of one."""
    runs = _runs(text)
    if not one or not runs:
        return 0.0
    below = sum(value <= one[-1] for value in runs) if len(one) == IMPRINT else len(runs)
    return len(runs.intersection(one)) / min(len(one), max(below, LEAST_COMPARED))


def _runs(text: str) -> set[int]:
    words = folded_words(text)
    return {xxh32_intdigest(" ".join(run).encode()) for run in zip(words, words[1:], words[2:], strict=False)}
