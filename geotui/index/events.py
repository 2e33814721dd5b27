"""Which ranked stories are reports of one event, as `stories.events` finds it, and what is kept of it.

What must not be in here: what makes two stories reports of one event, and the order of stories.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec
from pyroaring import BitMap

from geotui.index.schema import set_meta
from geotui.model import EventHead, StoryHead

NO_EVENT = 0
"""Stands for the event of a story that is alone; the numbers of events begin at 1."""


@dataclass(slots=True)
class _Event:
    """`ranks` are those of its stories, `label` that of the most telling one; `printed` days stand in pages."""

    id: str
    label: int
    ranks: BitMap
    title: str = ""
    first: date | None = None
    last: date | None = None
    printed: set[date] = field(default_factory=set)
    undated: bool = False
    outlets: set[str] = field(default_factory=set)


class Events:
    """The events of the stories of one generation, while these are being posted."""

    def __init__(self, groups: Iterable[tuple[Sequence[int], int]], ids: Sequence[str]) -> None:
        """`groups`: the ranks of each event's stories, and that of its most telling one; `ids` of stories, by rank."""
        self._numbers = array("I", bytes(4 * len(ids)))
        self._events: list[_Event] = []
        for ranks, label in sorted((sorted(ranks), label) for ranks, label in groups):
            self._events.append(_Event(ids[label], label, BitMap(ranks)))
            for rank in ranks:
                self._numbers[rank] = len(self._events)

    def id_of(self, rank: int) -> str | None:
        """The id of the event that a story is a report of; None where it is alone."""
        number = self._numbers[rank]
        return self._events[number - 1].id if number else None

    def note(self, head: StoryHead) -> None:
        """Takes up what a story tells of its event."""
        number = self._numbers[head.rank]
        if not number:
            return
        event = self._events[number - 1]
        event.outlets.update(head.sources)
        if (day := head.published.day) is not None:
            event.first, event.last = min(event.first or day, day), max(event.last or day, day)
            if head.published.metadata:
                event.printed.add(day)
        else:
            event.undated = True
        if head.rank == event.label:
            event.title = head.title

    def write(self, db: sqlite3.Connection) -> None:
        """Writes all events, once every story was noted."""
        db.executemany(
            "INSERT INTO events VALUES(?, ?, ?, ?)",
            (
                (number, event.id, msgspec.json.encode(_head(event)), event.ranks.serialize())
                for number, event in enumerate(self._events, 1)
            ),
        )
        set_meta(db, "events", self._numbers.tobytes())
        set_meta(db, "labels", array("I", [NO_EVENT, *(event.label for event in self._events)]).tobytes())
        told = BitMap().union(*(event.ranks for event in self._events))
        if told:
            db.execute("INSERT INTO postings VALUES('flag', 'event', ?)", (told.serialize(),))


def _head(event: _Event) -> EventHead:
    inferred = event.undated or not {event.first, event.last} <= event.printed
    return EventHead(event.id, event.title, event.first, event.last, len(event.ranks), len(event.outlets), inferred)
