"""The day of a digest: its briefs are of the last days before it was put together, so each tells of all the others.

The day of the page is reckoned from what every brief leaves open, day by day within the weeks that come into question;
each brief then lies some days before it. What must not be in here: an article's own reasons, pages of long articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from geotui.dates.days import Days, Run, Sum, chances, densities

Lags = tuple[tuple[int, int, float], ...]
"""From and to so many days before the digest, and the share of its briefs that are of those days."""

_KINDS: Final[tuple[tuple[float, Lags], ...]] = (
    (0.4, ((0, 1, 0.78), (2, 2, 0.12), (3, 9, 0.08), (10, 70, 0.02))),
    (0.35, ((0, 5, 0.86), (6, 9, 0.1), (10, 70, 0.04))),
    (0.13, ((0, 13, 0.92), (14, 70, 0.08))),
    (0.12, ((0, 34, 0.7), (35, 70, 0.3))),
)
"""The share of digests that look back on a day, some days, a fortnight, months; what its briefs say tells which one."""
_FURTHEST: Final = 70
_LONE: Final = 0.04
"""The chance that a brief has nothing to do with the others."""
_OVERLAP: Final = 0.8
_ENOUGH: Final = 10
"""What each of several briefs tells is in part the same; more than `_ENOUGH` of them tell no more together."""
_BLUR: Final = 6
"""Days by which a brief is taken to be older than its digest while the weeks in question are looked for."""
_REACH: Final = 21
_LONGEST: Final = 400
"""Days of `_REACH` around the likely ones come into question; where they are more than `_LONGEST`, nothing is told."""
_IN_QUESTION: Final = 0.02
_AGREED: Final = 0.6
"""Days with so much less of a chance than the best are out of question, where the others hold so much together."""
_APART: Final = 40
_HARDLY: Final = 0.7
"""Less than so much of the log of a brief of which nothing is known speaks against its being of that time."""
_ALL_DAYS: Final = 9500.0
_EVEN: Final = (0.0,) * 7
_FAINT: Final = 1e-4
_ALIKE: Final = 0.1
_MANY: Final = 30
"""Of so many briefs one is not left out of what all of them tell it."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The days that one brief leaves by itself: runs with the chance of one of their days, and weights of weekdays."""

    steps: Sequence[Run]
    weekdays: Sequence[float]


def from_digest(
    own: Sequence[Days | None], sums: Sequence[Sum | None], temper: float, prior: Sequence[Run]
) -> list[tuple[Run, ...]] | None:
    """For each brief, what the others say of its days: day by day where they agree on some weeks, else by and large.

    None where most speak against what some agree on: then they are of several times, and no digest.
    `own` are the days that each leaves by itself, `sums` its reasons, None where they are settled or there are none;
    `prior` is what is held of days before any reason, and is in every sum.
    """
    briefs = [_brief(days, reasons, temper, prior) for days, reasons in zip(own, sums, strict=True)]
    overlap = _OVERLAP * min(1.0, _ENOUGH / len(briefs))
    blurred = [list(_blurred(brief.steps, overlap)) if brief is not None else [] for brief in briefs]
    held = [change for low, high, weight in prior for change in ((low, weight), (high + 1, -weight))]
    levels = _levels([*blurred, held])
    if not levels:
        return [()] * len(briefs)
    low, high, agreed = _likely_time(levels)
    hardly = -_HARDLY * overlap * math.log(_LONE)
    if 2 * sum(_most(one, low, high) < hardly for one in blurred if one) >= sum(map(bool, blurred)):
        return None
    if high - low > _LONGEST or agreed < _AGREED:
        if len(briefs) > _MANY:
            return [_by_and_large(levels)] * len(briefs)
        return [_by_and_large(_levels([*blurred[:n], *blurred[n + 1 :], held])) for n in range(len(briefs))]
    return _in_days(briefs, (low - _REACH, high + _REACH), temper, overlap, agreed)


def _in_days(
    briefs: Sequence[Brief | None], time: tuple[int, int], temper: float, overlap: float, agreed: float
) -> list[tuple[Run, ...]]:
    """What the others say of each brief day by day within a time, which has so much of the chance."""
    first, last = time
    within = [
        chances(one.steps, one.weekdays, temper, first, last) if one else [1 / _ALL_DAYS] * (last - first + 1)
        for one in briefs
    ]
    kinds = []
    for share, lags in _KINDS:
        told = [_told_of_page(shares, overlap, lags) for shares in within]
        total = [sum(logs) + math.log(share) for logs in zip(*(page for page, _ in told), strict=True)]
        outside = sum(rest for _, rest in told) + math.log(share)
        kinds.append(
            [
                ([whole - said for whole, said in zip(total, page, strict=True)], outside - rest, lags)
                for page, rest in told
            ]
        )
    return [_day_by_day(first, others, agreed) for others in zip(*kinds, strict=True)]


def _brief(days: Days | None, reasons: Sum | None, temper: float, prior: Sequence[Run]) -> Brief | None:
    if reasons is not None:
        return Brief(_without(prior, densities(reasons, temper), temper), reasons.weekdays)
    return Brief(days.runs, _EVEN) if days is not None else None


def _without(prior: Sequence[Run], steps: Sequence[Run], temper: float) -> list[Run]:
    """The steps, none of which goes beyond a run of the prior, as if there had been no prior."""
    factors = [(first, last, math.exp(-temper * weight)) for first, last, weight in prior]
    latest = max((last for _, last, _ in prior), default=0)
    freed = [
        (low, high, chance * next((by for first, last, by in factors if first <= low <= last), 1.0))
        if low <= latest
        else (low, high, chance)
        for low, high, chance in steps
    ]
    total = _chance(freed)
    return [(low, high, chance / total) for low, high, chance in freed]


def _levels(said: Sequence[Sequence[tuple[int, float]]]) -> list[Run]:
    """The sum of logs, from where each changes, over that of the best days."""
    changes: dict[int, float] = {}
    for one in said:
        for point, change in one:
            changes[point] = changes.get(point, 0.0) + change
    points = sorted(changes)
    levels = list(accumulate(changes[point] for point in points))
    top = max(levels, default=0.0)
    return [(low, high - 1, level - top) for (low, high), level in zip(pairwise(points), levels, strict=False)]


def _likely_time(levels: Sequence[Run]) -> tuple[int, int, float]:
    """The first and last of the days that the briefs point to together, and the chance of all of them."""
    runs = [(low, high, math.exp(level)) for low, high, level in levels]
    time = max(_times([run for run in runs if run[2] > _IN_QUESTION]), key=_chance)
    return time[0][0], time[-1][1], _chance(time) / _chance(runs)


def _by_and_large(levels: Sequence[Run]) -> tuple[Run, ...]:
    """What the others say of a brief where they leave years open, as log weights over that of a day outside."""
    total = _chance([(low, high, math.exp(level)) for low, high, level in levels])
    runs: list[Run] = []
    for low, high, level in levels:
        weight = math.log1p((1 - _LONE) * math.exp(level) / total * _ALL_DAYS / _LONE)
        if runs and runs[-1][1] + 1 == low and abs(runs[-1][2] - weight) < _ALIKE:
            runs[-1] = runs[-1][0], high, runs[-1][2]
        elif weight > _ALIKE:
            runs.append((low, high, weight))
    return tuple(runs)


def _most(changes: Sequence[tuple[int, float]], first: int, last: int) -> float:
    """The highest log of a brief on the days from `first` to `last`, over that of one that stands alone."""
    level, most = 0.0, 0.0
    for point, change in changes:
        if point > last:
            break
        if point > first:
            most = max(most, level)
        level += change
    return max(most, level)


def _times(runs: Sequence[Run]) -> Iterator[Sequence[Run]]:
    """Runs parted where they are far from each other."""
    begin = 0
    for place in range(1, len(runs) + 1):
        if place == len(runs) or runs[place][0] - runs[place - 1][1] > _APART:
            yield runs[begin:place]
            begin = place


def _chance(runs: Sequence[Run]) -> float:
    return sum([(high - low + 1) * level for low, high, level in runs])


def _blurred(steps: Sequence[Run], overlap: float) -> Iterator[tuple[int, float]]:
    """Where the log of what a brief says of the day of its digest changes, and by how much."""
    changes: dict[int, float] = {}
    get = changes.get
    for low, high, density in steps:
        if density * _ALL_DAYS > _LONE:
            long = high - low >= 2 * _BLUR
            begin, stop = low + (_BLUR // 2 if long else 0), high + 1 + (_BLUR // 2 if long else _BLUR)
            part = density * (high - low + 1) / (stop - begin)
            changes[begin] = get(begin, 0.0) + part
            changes[stop] = get(stop, 0.0) - part
    level, said = 0.0, math.log(_LONE)
    for point in sorted(changes):
        level += changes[point]
        now = math.log(_LONE + (1 - _LONE) * max(level, 0.0) * _ALL_DAYS)
        yield point, overlap * (now - said)
        said = now


def _told_of_page(shares: Sequence[float], overlap: float, lags: Lags) -> tuple[list[float], float]:
    """What a brief says of each day of the page, as logs, and of any day outside."""
    rest = max(0.0, 1 - sum(shares)) / _ALL_DAYS
    page = _spread(shares, lags, later=True)
    alone = _LONE / _ALL_DAYS
    logs = [overlap * math.log(alone + (1 - _LONE) * max(share, rest)) for share in page]
    return logs, overlap * math.log(alone + (1 - _LONE) * rest)


def _spread(shares: Sequence[float], lags: Lags, later: bool) -> list[float]:
    """Days moved later, or earlier, by as much as briefs lie before their digest."""
    size = len(shares)
    until = [0.0, *accumulate(shares)]
    before, after = [0.0] * (_FURTHEST + 1), [until[-1]] * (_FURTHEST + 1)
    until = [*before, *until, *after]
    moved = [0.0] * size
    for low, high, share in lags:
        part = share / (high - low + 1)
        begin, stop = (-high, 1 - low) if later else (low, high + 1)
        begin, stop = begin + _FURTHEST + 1, stop + _FURTHEST + 1
        ends = zip(moved, until[begin : begin + size], until[stop : stop + size], strict=True)
        moved = [held + part * (to - since) for held, since, to in ends]
    return moved


def _day_by_day(first: int, others: Sequence[tuple[Sequence[float], float, Lags]], agreed: float) -> tuple[Run, ...]:
    """What the others say of each day of one brief, as log weights over that of any day outside.

    `others` are, for each kind of digest, the logs of each day of the page and of any day outside, and its lags.
    """
    top = max(max(logs) for logs, _, _ in others)
    held = [[math.exp(log - top) for log in logs] for logs, _, _ in others]
    total = sum(map(sum, held)) + _ALL_DAYS * sum(math.exp(outside - top) for _, outside, _ in others)
    alone = _LONE / _ALL_DAYS
    spread = [_spread(shares, lags, later=False) for shares, (_, _, lags) in zip(held, others, strict=True)]
    days = [agreed * sum(shares) / total for shares in zip(*spread, strict=True)]
    return tuple(
        (first + place, first + place, math.log1p((1 - _LONE) * share / alone))
        for place, share in enumerate(days)
        if share > _FAINT
    )
