"""How alike two reports are: what they tell, weighted by how rare that is in the archive, less where it cannot be one.

What must not be in here: groups of more than two, and where reports are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import log, sqrt

from geotui.model import Published, Report
from geotui.stories.event_clues import RARITY, is_common

AT_ONCE, MUCH_LATER = 2, 30
"""Reports that so many days part tell as well of one happening as those of one day; so many, hardly."""

_LEAST_LATER = 0.6
_OUTSIDE = 0.6
"""What is left of a likeness where reports lie much apart, or one outside the time in which the other was written."""

_OTHER_NUMBERS = 0.3
_ABOUT = 0.05
"""Numbers that differ by so little are one, rounded."""


def step(stories: int) -> int:
    """How common a term is that so many stories have, in powers of 4: so seldom does one more story change it."""
    return max(0, stories.bit_length() - 1) // 2


def rarity(step: int) -> float:
    """What a term of that step weighs."""
    return max(0.5, RARITY - step)


class Weighted:
    """A report with its terms weighed for one archive, to length 1."""

    __slots__ = ("days", "numbers", "report", "weights")

    def __init__(self, report: Report, step_of: Callable[[int], int]) -> None:
        """Weighs the terms of a report."""
        self.report = report
        weights = {}
        for packed in report.clues.terms:
            term = packed >> 8
            weights[term] = (packed & 255) * (1.0 if is_common(term) else rarity(step_of(term)))
        length = sqrt(sum(weight * weight for weight in weights.values()))
        self.weights: Mapping[int, float] = {term: weight / length for term, weight in weights.items()}
        self.numbers: dict[int, list[float]] = {}
        for unit, value in report.clues.numbers:
            self.numbers.setdefault(unit, []).append(value)
        self.days = frozenset(day for day, _ in report.clues.days)


def likeness(one: Weighted, other: Weighted) -> float:
    """How alike two reports are, from 0 to 1; the same in both directions."""
    first, second = sorted((one, other), key=lambda report: (len(report.weights), report.report.id, report.report.key))
    theirs = second.weights
    shared = sum(weight * theirs.get(term, 0.0) for term, weight in first.weights.items())
    return shared * _by_numbers(one.numbers, other.numbers) * _by_time(one, other) if shared else 0.0


def _by_numbers(ours: Mapping[int, list[float]], theirs: Mapping[int, list[float]]) -> float:
    same = different = 0
    for unit in ours.keys() & theirs.keys():
        if any(abs(mine - yours) <= _ABOUT * max(mine, yours) for mine in ours[unit] for yours in theirs[unit]):
            same += 1
        else:
            different += 1
    return 1 - _OTHER_NUMBERS * different / (2 + same + different) if different else 1.0


def _by_time(one: Weighted, other: Weighted) -> float:
    ours, theirs = one.report.published, other.report.published
    if ours.day is not None and theirs.day is not None:
        return _later(abs((ours.day - theirs.day).days))
    return _OUTSIDE if _outside(ours, theirs) else 1.0


def _later(days: int) -> float:
    if days <= AT_ONCE:
        return 1.0
    share = min(1.0, log(days / AT_ONCE) / log(MUCH_LATER / AT_ONCE))
    return 1 - (1 - _LEAST_LATER) * share


def _outside(ours: Published, theirs: Published) -> bool:
    """Whether no day could be that of both; each is taken by its day, else by the days between which it must lie."""
    first, last = ours.day or ours.start, ours.day or ours.end
    their_first, their_last = theirs.day or theirs.start, theirs.day or theirs.end
    return bool((last and their_first and last < their_first) or (their_last and first and their_last < first))
