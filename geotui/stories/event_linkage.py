"""Average linkage (Sokal and Michener 1958, UPGMA) over pairs of which most are not alike at all.

Two groups whose members are much more alike among themselves than with the other's stay apart: so look-alikes part,
however alike they are, where each is told by several. What must not be in here: what is linked; members are numbers,
and of merges that are equally good the one of the least numbers comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

COHESION = 0.7
"""Groups are merged if they are at least so alike, compared with the members of the less coherent one."""

DOUBT = 1.5
"""So many pairs that are just alike enough are added to a group's own pairs: a few do not tell how coherent it is."""


def linked(alike: Mapping[int, Mapping[int, float]], least: float) -> list[list[int]]:
    """Groups of the keys of `alike`, those of one member too, merged while the best mean likeness is at least `least`.

    `alike` has each pair in both directions; pairs that it lacks are not alike at all.
    """
    linkage = _Linkage(alike, least)
    linkage.merge()
    return sorted(linkage.groups.values())


class _Linkage:
    """Groups by number, and the mean likeness of those that are alike at all. A group made of two has a new number."""

    def __init__(self, alike: Mapping[int, Mapping[int, float]], least: float) -> None:
        self.groups = {number: [number] for number in alike}
        self._near = {number: dict(row) for number, row in alike.items()}
        self._inside = dict.fromkeys(alike, 0.0)
        self._least = least
        self._best = [
            (-value, one, other)
            for one, row in alike.items()
            for other, value in row.items()
            if one < other and value >= least
        ]
        heapify(self._best)

    def merge(self) -> None:
        """Merges the best two groups, until none are good enough."""
        number = max(self.groups, default=0)
        while self._best:
            value, one, other = heappop(self._best)
            if one in self.groups and other in self.groups and self._is_coherent(one, other, -value):
                number += 1
                self._join(one, other, number, -value)

    def _is_coherent(self, one: int, other: int, value: float) -> bool:
        return value >= COHESION * min(self._cohesion(one), self._cohesion(other))

    def _cohesion(self, number: int) -> float:
        members = len(self.groups[number])
        pairs = members * (members - 1) / 2
        return (self._inside[number] + DOUBT * self._least) / (pairs + DOUBT)

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
            if mean >= self._least:
                heappush(self._best, (-mean, third, number))

    def _neighbours(self, one: Iterable[int], other: Iterable[int], number: int) -> list[int]:
        return sorted((set(one) | set(other)) & (self.groups.keys() - {number}))
