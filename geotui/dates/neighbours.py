"""What articles that share a page tell of each other's day: mostly they are of about the same days, sometimes not.

Each article hands out the days that its own reasons leave, widened by some days and weeks, with a chance kept back that
it has nothing to do with the others. Days are counted in cells of three. What must not be in here: an article's own
reasons.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final

from geotui.dates.days import Days, Run
from geotui.dates.wording import in_words
from geotui.model import Span

_CELL: Final = 3
_OVERLAP: Final = 0.8
"""What each of several articles tells is in part the same."""
_LEAST: Final = 0.05
_MOST_CELLS: Final = 300
_HELD: Final = 0.5
"""An article whose likeliest cells hold less than this tells nothing."""
_ALL_CELLS: Final = 9_500 / _CELL
_ALIKE: Final = 0.1


@dataclass(frozen=True, slots=True)
class _Page:
    """How near the articles of a page are: `lone` is the chance that one has nothing to do with the others.

    `wider`: within so many cells, with so much of the chance.
    """

    lone: float
    wider: tuple[tuple[int, float], ...]


_BRIEFS: Final = _Page(0.08, ((0, 0.3), (2, 0.6), (8, 0.1)))
_RELATED: Final = _Page(0.5, ((1, 0.35), (6, 0.25), (30, 0.4)))

Weights = Mapping[int, float]
"""Log weights of cells over that of any other cell, by the cell's number."""


def from_others(days: Sequence[Days | None], briefs: bool) -> Iterator[tuple[Run, ...]]:
    """For each article, what all the others tell together, with the chance kept back that it stands alone.

    `briefs`: they are short and many, so of one time; else one may be put beside another years later.
    """
    page = _BRIEFS if briefs else _RELATED
    # who has no others tells nobody, and who has too many days of its own tells nothing
    messages = [_message(one, page) if one is not None and len(days) > 1 else {} for one in days]
    total: dict[int, float] = {}
    for message in messages:
        for cell, weight in message.items():
            total[cell] = total.get(cell, 0.0) + weight
    for message in messages:
        get = message.get
        rest = {cell: _OVERLAP * left for cell, weight in total.items() if (left := weight - get(cell, 0.0)) > 1e-9}
        yield tuple(_runs(_together(rest, page.lone)))


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


def _together(weights: Weights, lone: float) -> Weights:
    if not weights:
        return {}
    top = max(weights.values())
    shares = {cell: math.exp(weight - top) for cell, weight in weights.items() if weight > top - 9.0}
    total = sum(shares.values()) + (_ALL_CELLS - len(weights)) * math.exp(-top)
    alone = lone / _ALL_CELLS
    return {cell: math.log1p((1 - lone) * share / total / alone) for cell, share in shares.items()}


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


def _message(days: Days, page: _Page) -> Weights:
    cells = _cells(days)
    if not cells:
        return {}
    least = _LEAST * max(cells.values())
    likely = {cell: chance for cell, chance in cells.items() if chance >= least}
    if sum(likely.values()) < _HELD:
        return {}
    # what is left out here, and the chance to stand alone, lies on all other days
    alone = (1 - (1 - page.lone) * sum(likely.values())) / _ALL_CELLS
    return {
        cell: math.log1p((1 - page.lone) * density / alone)
        for cluster in _clusters(sorted(likely), page.wider[-1][0])
        for cell, density in _widened(cluster, likely, page.wider)
    }


def _cells(days: Days) -> dict[int, float]:
    """The chance of each cell; a day's is shared with the days beside it. Empty where there are too many."""
    densest = max(chance / (high - low + 1) for low, high, chance in days.runs)
    dense = [run for run in days.runs if run[2] >= _LEAST * densest * (run[1] - run[0] + 1)]
    if sum([high - low + 1 for low, high, _ in dense]) > _CELL * _MOST_CELLS:
        return {}
    cells: dict[int, float] = {}
    get = cells.get
    for low, high, chance in dense:
        part = chance / (3 * (high - low + 1))
        for day in range(low, high + 1):
            cell, place = divmod(day, _CELL)
            if place == 1:
                cells[cell] = get(cell, 0.0) + 3 * part
            else:
                beside = cell - 1 if place == 0 else cell + 1
                cells[cell] = get(cell, 0.0) + 2 * part
                cells[beside] = get(beside, 0.0) + part
    return cells


def _clusters(cells: Sequence[int], reach: int) -> Iterator[Sequence[int]]:
    """Cells parted where the widened ones would no longer meet."""
    begin, apart = 0, 2 * reach
    for place in range(1, len(cells) + 1):
        if place == len(cells) or cells[place] - cells[place - 1] > apart:
            yield cells[begin:place]
            begin = place


def _widened(
    cluster: Sequence[int], likely: Mapping[int, float], wider: Sequence[tuple[int, float]]
) -> Iterator[tuple[int, float]]:
    reach = wider[-1][0]
    first, size = cluster[0] - reach, cluster[-1] - cluster[0] + 2 * reach + 1
    changes = [0.0] * (size + 1)
    for cell in cluster:
        for step, share in wider:
            density = likely[cell] * share / (2 * step + 1)
            changes[cell - step - first] += density
            changes[cell + step + 1 - first] -= density
    for place, density in enumerate(accumulate(changes[:-1])):
        yield first + place, max(density, 0.0)
