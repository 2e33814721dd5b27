"""How alike two reports are: what they tell, weighted by how rare it is in the archive, less where it cannot be one.

What must not be in here: groups of more than two, and where reports are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import fsum, sqrt

from geotui.model import Published, Report
from geotui.stories.event_clues import RARITY, Kind, hash_of, kind_of, title_terms
from geotui.stories.event_numbers import TOLL

HANDLES, MOST_COMMON = 12, 5
"""So many of a report's terms bring it together with others: those that weigh most of what others have too, but
are below this step (255 stories)."""

MOST_OF_ONE = 0.1
"""So much of a likeness comes from one term at most: what happened is never told by one name alone …"""

MOST_OF_ACTORS, MOST_OF_DAYS = 0.1, 0.05
"""… nor by leaders alone, nor by the day: the same leaders on the same day do much else."""

MOST_ALIKE = 0.4
"""What is more alike borrows words, and is no better evidence of one happening than what is written independently."""

_AT_ONCE, _FADING, _LEAST_LATER = 2, 0.3, 0.4
"""Reports within so many days tell as well of one happening as those of one day. Likeness fades by a power of the days
beyond, to no less than this part of it: years later a text that tells the same still may."""

_OUTSIDE, _UNKNOWN = 0.5, 0.9
"""What is left of a likeness where one report lies outside the time in which the other was, or none can tell."""

_OTHER_NUMBERS = 0.6
_ROUNDED = 0.05
"""Numbers that differ by so little are one, if one of them is round."""

_INSTALMENT = 0.25
_SERIES = "briefing bulletin daily diary digest horoscope monthly quarterly recap roundup weekly wrap"

_TOLL = frozenset(map(hash_of, TOLL))
_REGULAR = frozenset(title_terms(_SERIES))


def step(stories: int) -> int:
    """How common a term is that so many stories have, in powers of 4: so seldom does one more story change it.

    0 for one alone, 1 up to 3, 2 up to 15, 3 up to 63.
    """
    return 0 if stories < 2 else (stories.bit_length() + 1) // 2


def rarity(step: int) -> float:
    """What a term of that step weighs."""
    return max(0.5, RARITY - max(0, step - 1))


class Weighted:
    """A report with its terms weighed for one archive, to length 1.

    `handles`: those that bring it together with others; `series`: what its title says comes regularly.
    """

    __slots__ = ("handles", "numbers", "report", "series", "weights")

    def __init__(self, report: Report, step_of: Callable[[int], int]) -> None:
        """Weighs the terms of a report."""
        self.report = report
        weights = {}
        for packed in report.clues.terms:
            term = packed >> 8
            weights[term] = (packed & 255) * (1.0 if kind_of(term) == Kind.COMMON else rarity(step_of(term)))
        length = sqrt(sum(weight * weight for weight in weights.values()))
        self.weights: Mapping[int, float] = {term: weight / length for term, weight in weights.items()}
        shared = [term for term in weights if kind_of(term) != Kind.COMMON and 0 < step_of(term) < MOST_COMMON]
        self.handles = frozenset(sorted(shared, key=lambda term: (-weights[term], term))[:HANDLES])
        self.numbers: dict[int, list[float]] = {}
        for unit, value in report.clues.numbers:
            self.numbers.setdefault(unit, []).append(value)
        self.series = _REGULAR.intersection(title_terms(report.title))


def likeness(one: Weighted, other: Weighted) -> float:
    """How alike two reports are, from 0 to 1; the same in both directions."""
    shared = _shared(one.weights, other.weights)
    if not shared:
        return 0.0
    return min(MOST_ALIKE, shared * _by_numbers(one.numbers, other.numbers) * _by_time(one, other))


def _shared(ours: Mapping[int, float], theirs: Mapping[int, float]) -> float:
    of_kind: tuple[list[float], ...] = ([], [], [], [])
    for term in ours.keys() & theirs.keys():
        of_kind[kind_of(term)].append(min(ours[term] * theirs[term], MOST_OF_ONE))
    words, common, actors, days = map(fsum, of_kind)  # exact, so that no order of terms matters
    return words + common + min(actors, MOST_OF_ACTORS) + min(days, MOST_OF_DAYS)


def _by_numbers(ours: Mapping[int, Sequence[float]], theirs: Mapping[int, Sequence[float]]) -> float:
    """Less the more that both count comes out differently, and the less comes out the same."""
    same = different = 0
    for unit in ours.keys() & theirs.keys():
        if any(_is_same(mine, yours) for mine in ours[unit] for yours in theirs[unit]):
            same += 1
        elif unit not in _TOLL:
            different += 1
    return 1 - _OTHER_NUMBERS * different / (2 + same + different)


def _is_same(one: float, other: float) -> bool:
    rounded = one % 10 == 0 or other % 10 == 0
    return one == other or (rounded and abs(one - other) <= _ROUNDED * max(one, other))


def _by_time(one: Weighted, other: Weighted) -> float:
    ours, theirs = one.report.published, other.report.published
    if ours.day is not None and theirs.day is not None:
        days = abs((ours.day - theirs.day).days)
        part = _later(days)
    else:
        days = None
        part = _OUTSIDE if _outside(ours, theirs) else _UNKNOWN
    is_series = days != 0 and not one.series.isdisjoint(other.series)
    return part * _INSTALMENT if is_series else part


def _later(days: int) -> float:
    return max(_LEAST_LATER, (days / _AT_ONCE) ** -_FADING) if days > _AT_ONCE else 1.0


def _outside(ours: Published, theirs: Published) -> bool:
    """Whether no day could be that of both; each is taken by its day, else by the days between which it must lie."""
    first, last = ours.day or ours.start, ours.day or ours.end
    their_first, their_last = theirs.day or theirs.start, theirs.day or theirs.end
    return bool((last and their_first and last < their_first) or (their_last and first and their_last < first))
