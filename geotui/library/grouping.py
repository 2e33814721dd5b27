"""The stories found in rows by event: one row for all reports of an event, one for each story that is alone.

Nothing is sorted that is not sorted without events, and no list of the hits is kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence

from pyroaring import BitMap

from geotui.index import Reader
from geotui.index.known_events import KnownEvents
from geotui.library.answer import Order
from geotui.library.rows import Group

_NO_PLACE = 0xFFFFFFFF


class ByEvent:
    """Rows by event, each where the first of its stories would be listed: `places` are the ranks of these.

    A row shows the most telling story of its event, or the first one where the filter does not find that. `ranks` are
    all stories found, `events` counts the events that they report.
    """

    def __init__(self, ranks: BitMap, told: BitMap, events: KnownEvents, ordered: Callable[[BitMap], Order]) -> None:
        """`ranks` are the stories found, `told` all stories that are one of several on an event."""
        self.ranks = ranks
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

    def place(self, row: int) -> int:
        """The rank of the story in whose place a row stands."""
        return self._order.rank(row)

    def event(self, row: int) -> int:
        """The number of the event that a row stands for, 0 where it is a story that is alone."""
        return self._numbers[self._order.rank(row)]

    def _story(self, place: int) -> int:
        number = self._numbers[place]
        return self._labels[number] if number and self._labels[number] in self.ranks else place

    def row(self, rank: int) -> int | None:
        if rank not in self.ranks:
            return None
        number = self._numbers[rank]
        return self._order.row(self._places[number] if number else rank)


def groups(grouped: ByEvent, rows: Sequence[int], reader: Reader, read: BitMap) -> dict[int, Group]:
    """What rows stand for that stand for events, by the ranks of the stories that they show; `read` are those read."""
    places = {grouped.rank(row): grouped.place(row) for row in rows if grouped.event(row)}
    events = reader.events.of([grouped.event(row) for row in rows])
    published = {head.rank: head.published for head in reader.heads(list(places.values()))}
    made = {}
    for row in rows:
        rank = grouped.rank(row)
        if rank in places and places[rank] in published and grouped.event(row) in events:
            head, members = events[grouped.event(row)]
            found = members & grouped.ranks
            made[rank] = Group(head, len(found), len(found - read), published[places[rank]])
    return made
