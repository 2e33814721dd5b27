"""Weights over days: what each piece of evidence says of every day, summed, and the chance of each day that follows.

Kept as steps between break points: only the days of the likeliest steps are looked at one by one. What must not be in
here: what the evidence is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

_HOPELESS: Final = 7.5
"""Log weights this far under the best get no chance."""
_FAINT: Final = 5.0
_MOST_SINGLE: Final = 250
_LONG: Final = 200
_WEEK, _MONTH, _MOST_PIECES = 7, 31, 24
"""The likeliest `_MOST_SINGLE` days are single, the other days within `_FAINT` of the best in weeks, the days of
`_LONG` or faint steps in months or longer, no step in more than `_MOST_PIECES` of those."""
_FEW_RUNS: Final = 24
_FAR: Final = 16.0
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
    """Runs of days in order, each with its chance; they sum to one. `single`: the runs of one day, by ordinal."""

    runs: tuple[Run, ...]
    single: Mapping[int, float]

    @classmethod
    def of(cls, day: date) -> Days:
        """One day for sure."""
        return cls(((day.toordinal(), day.toordinal(), 1.0),), {day.toordinal(): 1.0})

    def best(self) -> tuple[date, float] | None:
        """The day with the most chance, its neighbours counted a little, and the chance to be right to a day."""
        if not self.single:
            return None
        get = self.single.get
        least = 0.7 * max(self.single.values())

        def worth(day: int) -> float:
            return round(get(day, 0.0) + 0.2 * (get(day - 1, 0.0) + get(day + 1, 0.0)), 12)

        best = max((day for day, chance in self.single.items() if chance >= least), key=lambda day: (worth(day), -day))
        return date.fromordinal(best), get(best - 1, 0.0) + get(best, 0.0) + get(best + 1, 0.0)

    def interval(self, share: float) -> tuple[date, date]:
        """The shortest stretch of whole runs that holds the share of the chance; the earliest of equals."""
        low, held = 0, 0.0
        best = (self.runs[-1][1] - self.runs[0][0], self.runs[0][0])
        for _, last, chance in self.runs:
            held += chance
            while held - self.runs[low][2] >= share - 1e-9:
                held -= self.runs[low][2]
                low += 1
            if held >= share - 1e-9:
                best = min(best, (last - self.runs[low][0], self.runs[low][0]))
        return date.fromordinal(best[1]), date.fromordinal(best[1] + best[0])


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
    top = temper * max([weight for _, _, weight in reasons.steps])
    steps = [(low, high, temper * weight) for low, high, weight in reasons.steps if temper * weight > top - _HOPELESS]
    single = _single(steps, top)
    pieces = [piece for step in steps for piece in _pieces(step, step in single, top, factors)]
    total = 1 / sum([chance for _, _, chance in pieces])
    runs = tuple([(low, high, chance * total) for low, high, chance in pieces])
    return Days(runs, {low: chance for low, high, chance in runs if low == high})


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


def _single(steps: Sequence[Run], top: float) -> set[Run]:
    """The likeliest steps, as many as can be looked at day by day."""
    chosen, left = set(), _MOST_SINGLE
    for step in sorted(steps, key=lambda step: (-step[2], step[0])):
        left -= step[1] - step[0] + 1
        if left < 0 or step[2] < top - _FAINT:
            break
        chosen.add(step)
    return chosen


def _pieces(step: Run, single: bool, top: float, weekdays: Sequence[float]) -> list[Run]:
    start, end, weight = step
    if single:
        level = math.exp(weight - top)
        # ordinal 1 is a Monday
        return [(day, day, level * weekdays[(day - 1) % 7]) for day in range(start, end + 1)]
    length = end - start + 1
    cut = _WEEK if length < _LONG and weight > top - _FAINT else max(_MONTH, length // _MOST_PIECES)
    density = math.exp(weight - top)
    pieces = [(low, low + cut - 1, cut * density) for low in range(start, end - cut + 1, cut)]
    last = pieces[-1][1] + 1 if pieces else start
    return [*pieces, (last, end, (end - last + 1) * density)]


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
                low, following = max(start, first), min(end, last) + 1
                changes[low] = get(low, 0.0) + weight - elsewhere
                changes[following] = get(following, 0.0) - weight + elsewhere
    level = 0.0
    for start, following in pairwise(sorted(changes)):
        level += changes[start]
        yield start, following - 1, level
