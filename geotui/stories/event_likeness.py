"""How alike two reports are: what they tell, weighted by how rare that is in the archive.

What must not be in here: groups of more than two, and where reports are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt

from geotui.model import Report
from geotui.stories.event_clues import RARITY, is_common

SAME_EVENT = 0.25
"""Reports of one event are so alike, on average."""

MOST_COMMON = 1024
"""A term that so many stories have brings no two together that share nothing rarer."""


def step(stories: int) -> int:
    """How common a term is that so many stories have, in powers of 4: so seldom does one more story change it."""
    return max(0, stories.bit_length() - 1) // 2


def rarity(step: int) -> float:
    """What a term of that step weighs."""
    return max(0.5, RARITY - step)


class Weighted:
    """A report with its terms weighed for one archive, to length 1."""

    __slots__ = ("report", "weights")

    def __init__(self, report: Report, step_of: Callable[[int], int]) -> None:
        """Weighs the terms of a report."""
        self.report = report
        weights = {}
        for packed in report.clues.terms:
            term = packed >> 8
            weights[term] = (packed & 255) * (1.0 if is_common(term) else rarity(step_of(term)))
        length = sqrt(sum(weight * weight for weight in weights.values()))
        self.weights: Mapping[int, float] = {term: weight / length for term, weight in weights.items()}


def likeness(one: Weighted, other: Weighted) -> float:
    """How alike two reports are, from 0 to 1; the same in both directions."""
    short, long = sorted((one, other), key=lambda report: (len(report.weights), report.report.id, report.report.key))
    theirs = long.weights
    return sum(weight * theirs.get(term, 0.0) for term, weight in short.weights.items())
