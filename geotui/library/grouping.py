"""The stories found in rows by event: one row for all reports of an event, one for each story that is alone."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from pyroaring import BitMap

from geotui.index.known_events import KnownEvents
from geotui.library.answer import Order
from geotui.library.rows import Group

_NO_PLACE = 0xFFFFFFFF


class ByEvent:
    """Rows by event, each where the first of its stories would be listed. `places`: the ranks of these stories.

    A row stands for the most telling story of its event, for the first one where the filter does not find that.
    `events` counts those of which it finds a story.
    """

    def __init__(self, ranks: BitMap, told: BitMap, events: KnownEvents, ordered: Callable[[BitMap], Order]) -> None:
        """`ranks` are the stories found, `told` all stories that are one of several on an event."""
        self._ranks = ranks
        self._numbers, self._labels = events.numbers, events.labels
        self._places = array("I", [_NO_PLACE]) * len(self._labels)
        first: list[int] = []
        for rank in ordered(ranks & told):
            if self._places[self._numbers[rank]] == _NO_PLACE:
                self._places[self._numbers[rank]] = rank
                first.append(rank)
        self.events = len(first)
        self.places = (ranks - told) | BitMap(first)
        self._order = ordered(self.places)

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[int]:
        return map(self._story, self._order)

    def rank(self, row: int) -> int:
        return self._story(self._order.rank(row))

    def _story(self, place: int) -> int:
        number = self._numbers[place]
        return self._labels[number] if number and self._labels[number] in self._ranks else place

    def row(self, rank: int) -> int | None:
        if rank not in self._ranks:
            return None
        number = self._numbers[rank]
        return self._order.row(self._places[number] if number else rank)


def groups(ranks: Sequence[int], found: BitMap, events: KnownEvents, days: Sequence[int]) -> dict[int, Group]:
    """What the rows of these stories stand for where they are of events. `found` are all stories that the filter finds.

    `days` are the proleptic ordinals of those that have a day, by rank.
    """
    numbers = {rank: events.numbers[rank] for rank in ranks}
    heads = events.of([number for number in numbers.values() if number])
    made = {}
    for rank, number in numbers.items():
        if number in heads:
            head, members = heads[number]
            listed = members & found
            dated = [date.fromordinal(days[at]) for at in listed if at < len(days)]
            made[rank] = Group(head, len(listed), min(dated, default=None), max(dated, default=None))
    return made
