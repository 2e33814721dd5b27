"""How alike two reports are: what they tell, weighted by how rare it is in the archive, less where it cannot be one.

What must not be in here: groups of more than two, and where reports are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from math import fsum, sqrt

from geotui.model import Published, Report
from geotui.stories.event_clues import RARITY, Kind, hash_of
from geotui.stories.event_forms import RETURNING, have_one_form, is_of_several, series
from geotui.stories.event_numbers import IDENTITY, NEARLY, TOLL

HANDLES = 12
"""So many of a report's terms bring it together with others: those that weigh most of what others have too."""

RARE, MOST_COMMON, NEAR = 4, 5, 10
"""A handle below the step MOST_COMMON (255 stories) brings together reports that were published within so many days,
one below RARE (63) those of which one has no day, and several such those of any two days."""

FAR_HANDLES = 2
"""Of those that bring together what lies far apart, two reports share so many."""

MOST_OF_ONE = 0.1
"""So much of a likeness comes from one term at most: what happened is never told by one name alone …"""

MOST_OF_ACTORS, MOST_OF_DAYS = 0.1, 0.05
"""… nor by leaders alone, nor by the day: the same leaders on the same day do much else."""

MOST_ALIKE = 0.4
"""What is more alike borrows words, and is no better evidence of one happening than what is written independently."""

_AT_ONCE, _FADING, _LEAST_LATER = 2, 0.3, 0.4
"""Reports within so many days tell as well of one happening as those of one day. Likeness fades by a power of the days
beyond, to no less than this part of it: of a crime, its trial and its verdict the same is told years later …"""

_UNTIL_NEXT = 3
"""… but where both tell of what returns, and of no day that is the same, by the days over this many: what is told alike
a week later may be a follow-up, weeks later it is the next one of its kind."""

_OUTSIDE, _UNKNOWN = 0.5, 0.9
"""What is left of a likeness where one report lies outside the time in which the other was, or none can tell."""

_OTHER_NUMBERS, _OTHER_IDENTITY = 0.6, 0.3
_ROUNDED = 0.05
"""Numbers that differ by so little are one, if one of them is round."""

_INSTALMENT = 0.25
"""What is left of a likeness that is one of form."""

_COMMENT, _OF_SEVERAL = 0.5, 0.35
"""What is left of one with a comment, or what tells of several happenings: doubtful, for they borrow from others."""

_LOOKING_BACK, _LONG_AGO = 0.4, 30
_BACK = re.compile(r"\banniversary\b|\b(?:years?|decades?|months) (?:after|ago|later|on|since)\b", re.IGNORECASE)

_STEPS = (2, 4, 16, 64, 256, 4096)
_COMMON = int(Kind.COMMON)
_RARITIES = (RARITY, RARITY, RARITY - 1, RARITY - 2, RARITY - 3, RARITY - 4, 0.5)
"""By step, what a term weighs."""

_TOLL = frozenset(map(hash_of, TOLL))
_IDENTITY = frozenset(map(hash_of, IDENTITY))
_MAGNITUDE = hash_of("magnitude")


def step(stories: int) -> int:
    """How common a term is that so many stories have, in coarse steps: so seldom does one more story change it.

    0 for one alone, 1 up to 3, 2 up to 15, 3 up to 63, 4 up to 255, 5 up to 4,095, 6 beyond.
    """
    return bisect_right(_STEPS, stories)


def day_of(report: Report) -> int | None:
    """The day of publication as an ordinal, None where there is none."""
    return report.published.day.toordinal() if report.published.day is not None else None


class Weighted:
    """A report with its terms weighed for one archive, to length 1.

    `handles`: what brings it together with others, and its step; `series`: what its title says comes regularly;
    `looks_back`: its title tells of what was long ago; `worth`: how far it is a report of one happening at all.
    """

    __slots__ = ("day", "handles", "looks_back", "numbers", "report", "series", "weights", "worth")

    def __init__(self, report: Report, steps: Mapping[int, int]) -> None:
        """Weighs the terms of a report by the step of each."""
        self.report = report
        self.day = day_of(report)
        most_common = RARE if self.day is None else MOST_COMMON
        weights: dict[int, float] = {}
        reach: dict[int, int] = {}
        for packed in report.clues.terms:
            term = packed >> 8
            if term & 3 == _COMMON:
                weights[term] = packed & 255
                continue
            step = steps[term]
            weights[term] = (packed & 255) * _RARITIES[step]
            if 0 < step < most_common:
                reach[term] = step
        length = sqrt(sum(weight * weight for weight in weights.values()))
        self.weights: Mapping[int, float] = {term: weight / length for term, weight in weights.items()}
        chosen = sorted(reach, key=lambda term: (-weights[term], term))[:HANDLES]
        self.handles: Mapping[int, int] = {term: reach[term] for term in chosen}
        self.numbers: dict[int, list[float]] = {}
        for unit, value in report.clues.numbers:
            self.numbers.setdefault(unit, []).append(value)
        self.looks_back = _BACK.search(report.title) is not None
        self.series = series(report.title)
        self.worth = (_COMMENT if report.clues.comment else 1.0) * (_OF_SEVERAL if is_of_several(report.title) else 1.0)


def meet(one: Weighted, other: Weighted) -> bool:
    """Whether a handle brings two reports together."""
    shared = one.handles.keys() & other.handles.keys()
    if not shared:
        return False
    if one.day is None or other.day is None:
        return any(one.handles[term] < RARE for term in shared)
    near = abs(one.day - other.day) <= NEAR
    return near or sum(one.handles[term] < RARE for term in shared) >= FAR_HANDLES


def likeness(one: Weighted, other: Weighted) -> float:
    """How alike two reports are, from 0 to 1; the same in both directions."""
    shared = _shared(one.weights, other.weights)
    if not shared:
        return 0.0
    alike = min(MOST_ALIKE, shared * _by_numbers(one.numbers, other.numbers) * _by_time(one, other))
    return alike * one.worth * other.worth * (_INSTALMENT if _is_instalment(one, other) else 1.0)


def _shared(ours: Mapping[int, float], theirs: Mapping[int, float]) -> float:
    of_kind: tuple[list[float], ...] = ([], [], [], [])
    for term in ours.keys() & theirs.keys():
        of_kind[term & 3].append(min(ours[term] * theirs[term], MOST_OF_ONE))
    words, common, actors, days = map(fsum, of_kind)  # exact, so that no order of terms matters
    return words + common + min(actors, MOST_OF_ACTORS) + min(days, MOST_OF_DAYS)


def _by_numbers(ours: Mapping[int, Sequence[float]], theirs: Mapping[int, Sequence[float]]) -> float:
    """Less the more that both count comes out differently, and the less comes out the same."""
    same = different = 0
    is_other = False
    for unit in ours.keys() & theirs.keys():
        if any(_is_same(unit, mine, yours) for mine in ours[unit] for yours in theirs[unit]):
            same += 1
        elif unit not in _TOLL:
            different += 1
            is_other = is_other or unit in _IDENTITY
    part = 1 - _OTHER_NUMBERS * different / (2 + same + different)
    return part * _OTHER_IDENTITY if is_other else part


def _is_same(unit: int, one: float, other: float) -> bool:
    if unit in _IDENTITY:
        return abs(one - other) <= (NEARLY if unit == _MAGNITUDE else 0)
    rounded = one % 10 == 0 or other % 10 == 0
    return one == other or (rounded and abs(one - other) <= _ROUNDED * max(one, other))


def _by_time(one: Weighted, other: Weighted) -> float:
    days = None
    if one.day is not None and other.day is not None:
        days = abs(one.day - other.day)
        part = _next(days) if _return(one, other) else _later(days)
    else:
        part = _OUTSIDE if _outside(one.report.published, other.report.published) else _UNKNOWN
    if one.looks_back != other.looks_back and (days is None or days > _LONG_AGO):
        part *= _LOOKING_BACK
    return part


def _later(days: int) -> float:
    return max(_LEAST_LATER, (days / _AT_ONCE) ** -_FADING) if days > _AT_ONCE else 1.0


def _next(days: int) -> float:
    return _UNTIL_NEXT / max(days, _UNTIL_NEXT)


def _return(one: Weighted, other: Weighted) -> bool:
    """Whether both tell of what returns, and neither names a day that the other names."""
    if RETURNING.isdisjoint(one.weights.keys() & other.weights.keys()):
        return False
    return set(one.report.clues.days).isdisjoint(other.report.clues.days)


def _is_instalment(one: Weighted, other: Weighted) -> bool:
    """Whether both have the form of what is told time and again, and are not known to be of one day.

    Headlines alike say so where one outlet printed both: of one happening it tells under a new one, or anew what has
    changed, as a toll has.
    """
    if one.day is not None and one.day == other.day:
        return False
    if not one.series.isdisjoint(other.series):
        return True
    ours, theirs = one.report.clues.outlet, other.report.clues.outlet
    if not ours or ours != theirs or not _TOLL.isdisjoint(one.numbers.keys() & other.numbers.keys()):
        return False
    return have_one_form(one.report.title, other.report.title)


def _outside(ours: Published, theirs: Published) -> bool:
    """Whether no day could be that of both; each is taken by its day, else by the days between which it must lie."""
    first, last = ours.day or ours.start, ours.day or ours.end
    their_first, their_last = theirs.day or theirs.start, theirs.day or theirs.end
    return bool((last and their_first and last < their_first) or (their_last and first and their_last < first))
