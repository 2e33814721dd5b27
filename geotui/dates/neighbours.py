"""What articles that share a page tell of each other's day: mostly they are of about the same days, sometimes not.

Each article hands out the days that its own reasons leave, widened by some days and weeks, with a chance kept back that
it has nothing to do with the others. What must not be in here: an article's own reasons.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Final

from geotui.dates.days import Days
from geotui.dates.wording import in_words
from geotui.model import Span

_LONE: Final = 0.2
"""The chance that an article on a page has nothing to do with its neighbours."""
_WIDER: Final = ((1, 0.55), (7, 0.3), (31, 0.15))
"""Articles of a page lie within so many days of each other, with so much of the chance."""
_OVERLAP: Final = 0.8
"""What each of several articles tells is in part the same."""
_LEAST: Final = 0.02
_MOST_DAYS: Final = 900
_ALL_DAYS: Final = 14_000
_ALONE: Final = _LONE / _ALL_DAYS

Weights = Mapping[int, float]
"""Log weights of days over that of any other day, by ordinal."""


def messages(days: Sequence[Days | None]) -> list[Weights]:
    """What each article tells the others; nothing where its own days are too many."""
    return [_message(one) if one is not None else {} for one in days]


def from_others(messages: Sequence[Weights]) -> Iterator[Weights]:
    """For each article, what all the others tell together, with the chance kept back that it stands alone."""
    total: dict[int, float] = {}
    for message in messages:
        for day, weight in message.items():
            total[day] = total.get(day, 0.0) + weight
    for message in messages:
        rest = {day: left for day, weight in total.items() if (left := weight - message.get(day, 0.0)) > 1e-9}
        yield _together({day: weight * _OVERLAP for day, weight in rest.items()})


def about(weights: Weights) -> str:
    """The days that weigh most, in words."""
    top = max(weights.values())
    days = sorted(day for day, weight in weights.items() if weight > top - 1.0)
    best = max(days, key=lambda day: (weights[day], -day))
    low = high = best
    while low - 1 in weights and weights[low - 1] > top - 1.0:
        low -= 1
    while high + 1 in weights and weights[high + 1] > top - 1.0:
        high += 1
    return in_words(Span(date.fromordinal(low), date.fromordinal(high)))


def _together(weights: Weights) -> Weights:
    if not weights:
        return {}
    top = max(weights.values())
    shares = {day: math.exp(weight - top) for day, weight in weights.items() if weight > top - 9.0}
    total = sum(shares.values()) + (_ALL_DAYS - len(weights)) * math.exp(-top)
    return {day: math.log1p((1 - _LONE) * share / total / _ALONE) for day, share in shares.items()}


def _message(days: Days) -> Weights:
    least = _LEAST * max(days.single.values(), default=1.0)
    likely = {day: chance for day, chance in days.single.items() if chance >= least}
    if not likely or len(likely) > _MOST_DAYS or sum(likely.values()) < 0.3:
        return {}
    # what is left out here, and the chance to stand alone, lies on all other days
    alone = (1 - (1 - _LONE) * sum(likely.values())) / _ALL_DAYS
    return {
        day: math.log1p((1 - _LONE) * density / alone)
        for cluster in _clusters(sorted(likely))
        for day, density in _widened(cluster, likely)
    }


def _clusters(days: Sequence[int]) -> Iterator[Sequence[int]]:
    """Days parted where the widened ones would no longer meet."""
    begin, apart = 0, 2 * _WIDER[-1][0]
    for place in range(1, len(days) + 1):
        if place == len(days) or days[place] - days[place - 1] > apart:
            yield days[begin:place]
            begin = place


def _widened(cluster: Sequence[int], likely: Mapping[int, float]) -> Iterator[tuple[int, float]]:
    reach = _WIDER[-1][0]
    first, size = cluster[0] - reach, cluster[-1] - cluster[0] + 2 * reach + 1
    changes = [0.0] * (size + 1)
    for day in cluster:
        for step, share in _WIDER:
            density = likely[day] * share / (2 * step + 1)
            changes[day - step - first] += density
            changes[day + step + 1 - first] -= density
    for place, density in enumerate(accumulate(changes[:-1])):
        yield first + place, max(density, 0.0)
