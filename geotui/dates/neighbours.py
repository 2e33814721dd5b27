"""What articles that share a page tell of each other's day: mostly they are of about the same days, sometimes not.

Each article hands out the days that its own reasons leave, widened by some days and weeks, with a chance kept back that
it has nothing to do with the others. Days are counted in cells of three. What must not be in here: an article's own
reasons.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Final

from geotui.dates.days import Days, Run
from geotui.dates.wording import in_words
from geotui.model import Span

_LONE: Final = 0.2
"""The chance that an article on a page has nothing to do with its neighbours."""
_CELL: Final = 3
_WIDER: Final = ((0, 0.5), (2, 0.3), (10, 0.2))
"""Articles of a page lie within so many cells of each other, with so much of the chance."""
_OVERLAP: Final = 0.8
"""What each of several articles tells is in part the same."""
_LEAST: Final = 0.02
_MOST_CELLS: Final = 300
_HELD: Final = 0.5
"""An article whose likeliest cells hold less than this tells nothing."""
_ALL_CELLS: Final = 14_000 / _CELL
_ALONE: Final = _LONE / _ALL_CELLS
_ALIKE: Final = 0.1

Weights = Mapping[int, float]
"""Log weights of cells over that of any other cell, by the cell's number."""


def messages(days: Sequence[Days | None]) -> list[Weights]:
    """What each article tells the others; nothing where its own days are too many."""
    return [_message(one) if one is not None else {} for one in days]


def from_others(messages: Sequence[Weights]) -> Iterator[tuple[Run, ...]]:
    """For each article, what all the others tell together, with the chance kept back that it stands alone."""
    total: dict[int, float] = {}
    for message in messages:
        for cell, weight in message.items():
            total[cell] = total.get(cell, 0.0) + weight
    for message in messages:
        get = message.get
        rest = {cell: _OVERLAP * left for cell, weight in total.items() if (left := weight - get(cell, 0.0)) > 1e-9}
        yield tuple(_runs(_together(rest)))


def about(runs: Sequence[Run]) -> str:
    """The days that weigh most, in words."""
    top = max(weight for _, _, weight in runs)
    best = next(place for place, run in enumerate(runs) if run[2] == top)
    first = last = best
    while first and runs[first - 1][1] + 1 == runs[first][0] and runs[first - 1][2] > top - 1.0:
        first -= 1
    while last + 1 < len(runs) and runs[last][1] + 1 == runs[last + 1][0] and runs[last + 1][2] > top - 1.0:
        last += 1
    return in_words(Span(date.fromordinal(runs[first][0]), date.fromordinal(runs[last][1])))


def _together(weights: Weights) -> Weights:
    if not weights:
        return {}
    top = max(weights.values())
    shares = {cell: math.exp(weight - top) for cell, weight in weights.items() if weight > top - 9.0}
    total = sum(shares.values()) + (_ALL_CELLS - len(weights)) * math.exp(-top)
    return {cell: math.log1p((1 - _LONE) * share / total / _ALONE) for cell, share in shares.items()}


def _runs(weights: Weights) -> Iterator[Run]:
    """The cells as runs of days, those that weigh much alike as one."""
    run: Run | None = None
    for cell in sorted(weights):
        low, weight = cell * _CELL, weights[cell]
        if run is not None and run[1] + 1 == low and abs(run[2] - weight) < _ALIKE:
            run = run[0], low + _CELL - 1, run[2]
            continue
        if run is not None:
            yield run
        run = low, low + _CELL - 1, weight
    if run is not None:
        yield run


def _message(days: Days) -> Weights:
    cells = _cells(days)
    if not cells:
        return {}
    least = _LEAST * max(cells.values())
    likely = {cell: chance for cell, chance in cells.items() if chance >= least}
    if sum(likely.values()) < _HELD:
        return {}
    # what is left out here, and the chance to stand alone, lies on all other days
    alone = (1 - (1 - _LONE) * sum(likely.values())) / _ALL_CELLS
    return {
        cell: math.log1p((1 - _LONE) * density / alone)
        for cluster in _clusters(sorted(likely))
        for cell, density in _widened(cluster, likely)
    }


def _cells(days: Days) -> dict[int, float]:
    """The chance of each cell; a day's is shared with the days beside it. Empty where there are too many."""
    densest = max(chance / (high - low + 1) for low, high, chance in days.runs)
    dense = [run for run in days.runs if run[2] >= _LEAST * densest * (run[1] - run[0] + 1)]
    if sum(high - low + 1 for low, high, _ in dense) > _CELL * _MOST_CELLS:
        return {}
    cells: dict[int, float] = {}
    for low, high, chance in dense:
        part = chance / (3 * (high - low + 1))
        for day in range(low, high + 1):
            for cell in ((day - 1) // _CELL, day // _CELL, (day + 1) // _CELL):
                cells[cell] = cells.get(cell, 0.0) + part
    return cells


def _clusters(cells: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cells parted where the widened ones would no longer meet."""
    begin, apart = 0, 2 * _WIDER[-1][0]
    for place in range(1, len(cells) + 1):
        if place == len(cells) or cells[place] - cells[place - 1] > apart:
            yield cells[begin:place]
            begin = place


def _widened(cluster: Sequence[int], likely: Mapping[int, float]) -> Iterator[tuple[int, float]]:
    reach = _WIDER[-1][0]
    first, size = cluster[0] - reach, cluster[-1] - cluster[0] + 2 * reach + 1
    changes = [0.0] * (size + 1)
    for cell in cluster:
        for step, share in _WIDER:
            density = likely[cell] * share / (2 * step + 1)
            changes[cell - step - first] += density
            changes[cell + step + 1 - first] -= density
    for place, density in enumerate(accumulate(changes[:-1])):
        yield first + place, max(density, 0.0)
