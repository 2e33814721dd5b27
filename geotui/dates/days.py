"""Weights over days: what each piece of evidence says of every day, summed, and the chance of each day that follows.

Kept as steps between break points: long steps stay whole, only short ones are spread over their days. What must not be
in here: what the evidence is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

_HOPELESS: Final = 9.0
"""Log weights this far under the best get no chance."""
_FAINT: Final = 5.0
_SPREAD: Final = 200
_MOST_SINGLE: Final = 3000
_WEEK, _MONTH = 7, 31
"""Steps are spread over single days, but cut into weeks where `_FAINT` under the best or where `_MOST_SINGLE` days are
alike, and into months from `_SPREAD` days on."""
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

        def worth(day: int) -> float:
            return get(day, 0.0) + 0.2 * (get(day - 1, 0.0) + get(day + 1, 0.0))

        best = max(self.single, key=lambda day: (round(worth(day), 12), -day))
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


def weigh(
    evidence: Sequence[Evidence], first: date, last: date, temper: float = 1.0, more: Mapping[int, float] | None = None
) -> Days:
    """The chance of each day from `first` to `last`; `more` adds to single days, untempered.

    With `temper` under 1 the reasons, which overlap, count for less.
    """
    weekdays = [temper * sum(one.weekdays[n] for one in evidence) for n in range(7)]
    mean, added = math.log(sum(map(math.exp, weekdays)) / 7), more or {}
    steps = [(start, end, temper * weight) for start, end, weight in _steps(evidence, first, last, added)]
    tops = [_top(step, added) + max(weekdays) for step in steps]
    best = max(tops)
    close = [step[1] - step[0] < _SPREAD and top > best - _FAINT for step, top in zip(steps, tops, strict=True)]
    few = sum(end - start + 1 for (start, end, _), near in zip(steps, close, strict=True) if near) <= _MOST_SINGLE
    spread: list[Run] = []
    for (start, end, weight), top, near in zip(steps, tops, close, strict=True):
        if top <= best - _HOPELESS:
            continue
        if start in added or (near and few):
            # ordinal 1 is a Monday
            spread += [(d, d, weight + weekdays[(d - 1) % 7] + added.get(d, 0.0)) for d in range(start, end + 1)]
        else:
            cut = _WEEK if end - start < _SPREAD else _MONTH
            spread += [(low, min(low + cut - 1, end), weight + mean) for low in range(start, end + 1, cut)]
    top = max(weight for _, _, weight in spread)
    likely = [
        (low, high, (high - low + 1) * math.exp(weight - top))
        for low, high, weight in spread
        if weight > top - _HOPELESS
    ]
    total = sum(chance for _, _, chance in likely)
    runs = tuple((low, high, chance / total) for low, high, chance in likely)
    return Days(runs, {low: chance for low, high, chance in runs if low == high})


def _top(step: Run, more: Mapping[int, float]) -> float:
    """The most that a day of the step has; days of `more` begin and end steps, so they fill one or are none of it."""
    start, end, weight = step
    return weight + (max(more[day] for day in range(start, end + 1)) if start in more else 0.0)


def _steps(evidence: Sequence[Evidence], begin: date, finish: date, more: Mapping[int, float]) -> Iterator[Run]:
    """The sum of all weights, day by day the same within a step."""
    first, last = begin.toordinal(), finish.toordinal()
    changes: dict[int, float] = {first: 0.0, last + 1: 0.0}
    for one in evidence:
        for start, end, weight in one.runs:
            low, high = max(start, first), min(end, last)
            if low <= high:
                changes[low] = changes.get(low, 0.0) + weight - one.elsewhere
                changes[high + 1] = changes.get(high + 1, 0.0) - weight + one.elsewhere
    for day in more:
        if first <= day <= last:
            if day - 1 not in more:
                changes.setdefault(day, 0.0)
            if day + 1 not in more:
                changes.setdefault(day + 1, 0.0)
    level = 0.0
    for start, following in pairwise(sorted(changes)):
        level += changes[start]
        yield start, following - 1, level
