"""The events of a library: what other reports there are of what a story tells."""

from __future__ import annotations

from dataclasses import dataclass

from geotui.library.answering import Answering
from geotui.library.rows import Row
from geotui.model import EventHead, Match


@dataclass(frozen=True, slots=True)
class EventReports:
    """An event and the stories that report it, in the order of time, those without a day last."""

    head: EventHead
    rows: tuple[Row, ...]


class Events(Answering):
    """The part of `Library` that tells of events."""

    def event(self, rank: int) -> EventReports | None:
        """The event that a story is a report of; None where it is the only one."""
        found = self.reader.events.of_rank(rank)
        if found is None:
            return None
        heads = self.reader.heads(list(found[1]))
        return EventReports(found[0], tuple(Row(head, self.marks_of(head.rank), Match.SURE) for head in heads))

    def has_events(self) -> bool:
        """Whether any two stories report one event."""
        return bool(self.reader.sets.posting("flag", "event"))
