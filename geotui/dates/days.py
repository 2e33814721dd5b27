"""Weights over days: what each piece of evidence says of every day, summed, and the chance of each day that follows.

Kept as steps between break points, and spread over single days only where a chance is left. What must not be in here:
what the evidence is.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

_HOPELESS = 9.0
"""Log weights this far under the best get no chance."""
_EVEN = (0.0,) * 7


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: log weights for runs of days (ordinals, both ends in), for all others, and for each weekday.

    `telling`: it can tell a day or a few, not only bound them; `text` says it in the reader's words.
    """

    text: str
    runs: tuple[tuple[int, int, float], ...] = ()
    elsewhere: float = 0.0
    weekdays: tuple[float, ...] = _EVEN
    telling: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The chance of each day that has one, by its ordinal; they sum to one."""

    chance: Mapping[int, float]

    def best(self) -> tuple[date, float]:
        """The day with the most chance right to a day on each side, and that chance."""
        get = self.chance.get

        def near(day: int) -> tuple[float, float, int]:
            return round(get(day - 1, 0.0) + get(day, 0.0) + get(day + 1, 0.0), 9), get(day, 0.0), -day

        likeliest = sorted(self.chance, key=lambda day: (-self.chance[day], day))[:12]
        best = max(likeliest, key=lambda day: (get(day, 0.0) + 0.2 * near(day)[0], -day))
        return date.fromordinal(best), near(best)[0]

    def interval(self, share: float) -> tuple[date, date]:
        """The shortest run of days that holds the share of the chance; the earliest of equals."""
        days = sorted(self.chance)
        low, held = 0, 0.0
        best = (days[-1] - days[0], days[0])
        for high in days:
            held += self.chance[high]
            while held - self.chance[days[low]] >= share - 1e-9:
                held -= self.chance[days[low]]
                low += 1
            if held >= share - 1e-9:
                best = min(best, (high - days[low], days[low]))
        return date.fromordinal(best[1]), date.fromordinal(best[1] + best[0])


def weigh(evidence: Sequence[Evidence], first: date, last: date, temper: float = 1.0) -> Days:
    """The chance of each day from `first` to `last`; with `temper` under 1 the reasons, which overlap, count for less."""
    steps = _steps(evidence, first.toordinal(), last.toordinal())
    weekdays = [sum(one.weekdays[n] for one in evidence) for n in range(7)]
    best = max(weight for _, _, weight in steps)
    spread: dict[int, float] = {}
    for start, end, weight in steps:
        if weight + max(weekdays) - min(weekdays) < best - _HOPELESS / temper:
            continue
        for day in range(start, end + 1):
            # ordinal 1 is a Monday
            spread[day] = (weight - best + weekdays[(day - 1) % 7]) * temper
    top = max(spread.values())
    chances = {day: math.exp(weight - top) for day, weight in spread.items() if weight > top - _HOPELESS}
    total = sum(chances.values())
    return Days({day: chance / total for day, chance in chances.items()})


def _steps(evidence: Sequence[Evidence], first: int, last: int) -> list[tuple[int, int, float]]:
    changes: dict[int, float] = {first: 0.0, last + 1: 0.0}
    for one in evidence:
        for start, end, weight in one.runs:
            low, high = max(start, first), min(end, last)
            if low <= high:
                changes[low] = changes.get(low, 0.0) + weight - one.elsewhere
                changes[high + 1] = changes.get(high + 1, 0.0) - weight + one.elsewhere
    points = sorted(changes)
    level, steps = 0.0, []
    for start, following in zip(points, points[1:], strict=False):
        level += changes[start]
        steps.append((start, following - 1, level))
    return steps
