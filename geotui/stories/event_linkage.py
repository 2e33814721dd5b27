"""Average linkage (Sokal and Michener 1958, UPGMA) over pairs of which most are not alike at all.

What must not be in here: what is linked; members are numbers, and where two merges are equally good the least numbers
are merged first.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def linked(count: int, alike: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Groups of 0 … count - 1, those of one member too, merged while the best mean likeness is at least `least`.

    `alike` has each pair once, the lesser number first; pairs that it lacks are not alike at all.
    """
    near: dict[int, dict[int, float]] = {number: {} for number in range(count)}
    for (one, other), value in alike.items():
        near[one][other] = near[other][one] = value
    groups = {number: [number] for number in range(count)}
    best = [(-value, one, other) for (one, other), value in alike.items() if value >= least]
    heapify(best)
    while best:
        _, one, other = heappop(best)
        if one not in groups or other not in groups:
            continue
        number = count
        count += 1
        mine, theirs = groups.pop(one), groups.pop(other)
        to_mine, to_theirs = near.pop(one), near.pop(other)
        near[number] = {}
        for third in sorted((to_mine.keys() | to_theirs.keys()) & groups.keys()):
            total = len(mine) * to_mine.get(third, 0.0) + len(theirs) * to_theirs.get(third, 0.0)
            value = total / (len(mine) + len(theirs))
            row = near[third]
            row.pop(one, None)
            row.pop(other, None)
            row[number] = near[number][third] = value
            if value >= least:
                heappush(best, (-value, third, number))
        groups[number] = sorted((*mine, *theirs))
    return sorted(groups.values())
