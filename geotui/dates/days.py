"""Weights over days: what each piece of evidence says of every day, summed, and the chance of each day that follows.

Kept as steps between break points: only the days of the likeliest steps are looked at one by one. What must not be in
here: what the evidence is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

_HOPELESS: Final = 7.5
"""Log weights this far under the best get no chance."""
_FAINT: Final = 5.0
_MOST_SINGLE: Final = 200
_WEEK: Final = 7
_MOST_PIECES: Final = 100
"""The likeliest `_MOST_SINGLE` days are single, the other days within `_FAINT` of the best in weeks, or as much longer
pieces as leave hardly more than `_MOST_PIECES`; the steps below that are left whole."""
_FEW_RUNS: Final = 24
_FAR: Final = 12.0
"""What has few runs is summed first; where its sum is this far under its best, what speaks of every year is not."""
_EVEN: Final = (0.0,) * 7

Run = tuple[int, int, float]
"""First and last day as ordinals, both in, and what is said of them."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: log weights for runs of days, for all other days, and for each weekday (0 is Monday).

    `text` says it in the reader's words.
    """

    text: str
    runs: tuple[Run, ...] = ()
    elsewhere: float = 0.0
    weekdays: tuple[float, ...] = _EVEN


@dataclass(frozen=True, slots=True)
class Days:
    """Runs of days in order, each with its chance; they sum to one."""

    runs: tuple[Run, ...]

    @classmethod
    def of(cls, day: date) -> Days:
        """One day for sure."""
        return cls(((day.toordinal(), day.toordinal(), 1.0),))

    def best(self) -> tuple[date, float] | None:
        """The day with the most chance, its neighbours counted a little, and the chance to be right to a day."""
        single = {low: chance for low, high, chance in self.runs if low == high}
        if not single:
            return None
        get = single.get
        least = 0.7 * max(single.values())

        def worth(day: int) -> float:
            return round(get(day, 0.0) + 0.2 * (get(day - 1, 0.0) + get(day + 1, 0.0)), 12)

        best = max((day for day, chance in single.items() if chance >= least), key=lambda day: (worth(day), -day))
        return date.fromordinal(best), get(best - 1, 0.0) + get(best, 0.0) + get(best + 1, 0.0)

    def interval(self, share: float) -> tuple[date, date]:
        """The shortest stretch of whole runs that holds the share of the chance; the earliest of equals."""
        runs, low, held = self.runs, 0, 0.0
        share -= 1e-9
        first, length = runs[0][0], runs[-1][1] - runs[0][0]
        for _, last, chance in runs:
            held += chance
            while held - runs[low][2] >= share:
                held -= runs[low][2]
                low += 1
            if held >= share and last - runs[low][0] < length:
                first, length = runs[low][0], last - runs[low][0]
        return date.fromordinal(first), date.fromordinal(first + length)


@dataclass(frozen=True, slots=True)
class Sum:
    """What reasons say together: steps of days that are alike, and the weekdays."""

    steps: tuple[Run, ...]
    weekdays: tuple[float, ...]

    @classmethod
    def of(cls, evidence: Sequence[Evidence], first: date, last: date) -> Sum:
        """For the days from `first` to `last`."""
        weekdays = tuple(sum(one.weekdays[n] for one in evidence) for n in range(7))
        return cls(tuple(_steps(evidence, first.toordinal(), last.toordinal())), weekdays)

    def plus(self, runs: Sequence[Run]) -> Sum:
        """With one more reason, that says nothing of other days and of weekdays."""
        more = Evidence("", tuple(runs))
        return Sum(tuple(_summed([more], self.steps, self.steps[0][0], self.steps[-1][1])), self.weekdays)


def weigh(reasons: Sum, temper: float = 1.0) -> Days:
    """The chance of each day; with `temper` under 1 the reasons, which overlap, count for less."""
    factors = _factors(reasons.weekdays, temper)
    top = max([weight for _, _, weight in reasons.steps])
    least = top - _HOPELESS / temper
    steps = [(low, high, temper * (weight - top)) for low, high, weight in reasons.steps if weight > least]
    single = _single(steps)
    cut = max(_WEEK, sum([high - low + 1 for low, high, weight in steps if weight > -_FAINT]) // _MOST_PIECES)
    pieces: list[Run] = []
    for step in steps:
        low, high, weight = step
        if step in single:
            pieces += _days_of(step, factors)
        elif high - low < cut or weight < -_FAINT:
            pieces.append((low, high, (high - low + 1) * math.exp(weight)))
        else:
            pieces += _pieces_of(step, cut)
    total = 1 / sum([chance for _, _, chance in pieces])
    return Days(tuple([(low, high, chance * total) for low, high, chance in pieces]))


def densities(reasons: Sum, temper: float) -> list[Run]:
    """Each step with the chance of one of its days, weekdays left aside, weighed as by `weigh`."""
    top = max([weight for _, _, weight in reasons.steps])
    levels = [(low, high, math.exp(temper * (weight - top))) for low, high, weight in reasons.steps]
    total = sum([(high - low + 1) * level for low, high, level in levels])
    return [(low, high, level / total) for low, high, level in levels]


def chances(steps: Sequence[Run], weekdays: Sequence[float], temper: float, first: int, last: int) -> list[float]:
    """The chance of each day from `first` to `last`, as ordinals, by `densities` and the weights of weekdays."""
    factors = _factors(weekdays, temper)
    chance = [0.0] * (last - first + 1)
    for low, high, level in steps:
        for day in range(max(low, first), min(high, last) + 1):
            chance[day - first] = level * factors[(day - 1) % 7]
    return chance


def _factors(weekdays: Sequence[float], temper: float) -> list[float]:
    """How much more a day of each weekday counts; one in the mean."""
    weights = [temper * weight for weight in weekdays]
    mean = math.log(sum(map(math.exp, weights)) / 7)
    return [math.exp(weight - mean) for weight in weights]


def _single(steps: Sequence[Run]) -> set[Run]:
    """The likeliest steps, as many as can be looked at day by day."""
    chosen, left = set(), _MOST_SINGLE
    for step in sorted(steps, key=_by_weight):
        left -= step[1] - step[0] + 1
        if left < 0 or step[2] < -_FAINT:
            break
        chosen.add(step)
    return chosen


def _by_weight(step: Run) -> tuple[float, int]:
    return -step[2], step[0]


def _days_of(step: Run, weekdays: Sequence[float]) -> list[Run]:
    """Day by day."""
    start, end, weight = step
    level = math.exp(weight)
    levels = [level * factor for factor in weekdays]
    # ordinal 1 is a Monday
    return [(day, day, levels[(day - 1) % 7]) for day in range(start, end + 1)]


def _pieces_of(step: Run, cut: int) -> list[Run]:
    """By so many days, the last one shorter."""
    start, end, weight = step
    density = math.exp(weight)
    pieces = [(low, low + cut - 1, cut * density) for low in range(start, end - cut + 1, cut)]
    last = pieces[-1][1] + 1
    return [*pieces, (last, end, (end - last + 1) * density)] if last <= end else pieces


def _steps(evidence: Sequence[Evidence], first: int, last: int) -> list[Run]:
    """The sum of all weights, day by day the same within a step."""
    few = [one for one in evidence if len(one.runs) <= _FEW_RUNS]
    many = [one for one in evidence if len(one.runs) > _FEW_RUNS]
    steps = list(_summed(few, (), first, last))
    if many:
        top = max(weight for _, _, weight in steps)
        near = [step for step in steps if step[2] > top - _FAR]
        steps = list(_summed(many, near, near[0][0], near[-1][1]))
    return steps


def _summed(evidence: Sequence[Evidence], base: Sequence[Run], first: int, last: int) -> Iterator[Run]:
    """The evidence on top of a base; what the base leaves open between `first` and `last` is out of the question."""
    changes: dict[int, float] = {first: 0.0, last + 1: 0.0}
    get = changes.get
    if base:
        for start, end, weight in base:
            changes[start] = get(start, 0.0) + weight + 1000
            changes[end + 1] = get(end + 1, 0.0) - weight - 1000
        changes[first] -= 1000
    for one in evidence:
        elsewhere = one.elsewhere
        for start, end, weight in one.runs:
            if start <= last and end >= first:
                low = start if start > first else first
                following = (end if end < last else last) + 1
                changes[low] = get(low, 0.0) + weight - elsewhere
                changes[following] = get(following, 0.0) - weight + elsewhere
    level = 0.0
    for start, following in pairwise(sorted(changes)):
        level += changes[start]
        yield start, following - 1, level
