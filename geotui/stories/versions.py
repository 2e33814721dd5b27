"""Whether one text is another one changed, judged by sketches alone: a page that is written anew in part.

What must not be in here: which texts stood on the same page, and what follows from it.
"""

from __future__ import annotations

from bisect import bisect_left

from geotui.model import Sketch
from geotui.stories.sketches import threshold
from geotui.text import fold

MOST = 0.5
"""A changed text still has at least so much of the shorter of the two."""

SOME_UNDER_ONE_TITLE = 0.1
"""Under the same title so much is enough: a column that is filled anew each day keeps its title, but not its text."""


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
