"""Average linkage (Sokal and Michener 1958, UPGMA) over pairs of which most are not alike at all.

Two groups whose members are much more alike among themselves than with the other's stay apart: so look-alikes part,
however alike they are, where each is told by several. What must not be in here: what is linked; members are numbers,
and of merges that are equally good the one of the least numbers comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

LEAST = 0.08
"""Of two large groups, members are so alike on average; of two single reports, twice as much, since one pair tells
little."""

COHESION = 0.7
"""Groups are merged if they are so alike, at least, compared with the members of the less coherent one."""

DOUBT, USUAL = 1.5, 0.1
"""So many pairs that are so alike are added to a group's own: a few do not tell how coherent it is."""


def linked(alike: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
    """Groups of the keys of `alike`, those of one member too, merged while two are alike enough on average.

    `alike` has each pair in both directions; pairs that it lacks are not alike at all.
    """
    linkage = _Linkage(alike)
    linkage.merge()
    return sorted(linkage.groups.values())


class _Linkage:
    """Groups by number, and the mean likeness of those that are alike at all. A group made of two has a new number."""

    def __init__(self, alike: Mapping[int, Mapping[int, float]]) -> None:
        self.groups = {number: [number] for number in alike}
        self._near = {number: dict(row) for number, row in alike.items()}
        self._inside = dict.fromkeys(alike, 0.0)
        self._best = [
            (-value, one, other)
            for one, row in alike.items()
            for other, value in row.items()
            if one < other and value >= LEAST
        ]
        heapify(self._best)

    def merge(self) -> None:
        """Merges the best two groups, until none are good enough."""
        number = max(self.groups, default=0)
        while self._best:
            value, one, other = heappop(self._best)
            if one in self.groups and other in self.groups and self._is_one(one, other, -value):
                number += 1
                self._join(one, other, number, -value)

    def _is_one(self, one: int, other: int, value: float) -> bool:
        pairs = len(self.groups[one]) * len(self.groups[other])
        coherence = min(self._coherence(one), self._coherence(other))
        return value >= max(LEAST * (1 + 1 / pairs), COHESION * coherence)

    def _coherence(self, number: int) -> float:
        members = len(self.groups[number])
        pairs = members * (members - 1) / 2
        return (self._inside[number] + DOUBT * USUAL) / (pairs + DOUBT)

    def _join(self, one: int, other: int, number: int, value: float) -> None:
        mine, theirs = self.groups.pop(one), self.groups.pop(other)
        to_mine, to_theirs = self._near.pop(one), self._near.pop(other)
        self._inside[number] = self._inside.pop(one) + self._inside.pop(other) + value * len(mine) * len(theirs)
        self.groups[number] = sorted((*mine, *theirs))
        row = self._near[number] = {}
        for third in self._neighbours(to_mine, to_theirs, number):
            total = len(mine) * to_mine.get(third, 0.0) + len(theirs) * to_theirs.get(third, 0.0)
            mean = total / (len(mine) + len(theirs))
            of_third = self._near[third]
            of_third.pop(one, None)
            of_third.pop(other, None)
            of_third[number] = row[third] = mean
            if mean >= LEAST:
                heappush(self._best, (-mean, third, number))

    def _neighbours(self, one: Iterable[int], other: Iterable[int], number: int) -> list[int]:
        return sorted((set(one) | set(other)) & (self.groups.keys() - {number}))
