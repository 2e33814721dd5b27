"""The events of a published index: which stories are reports of which, and what an event is called."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import msgspec
from pyroaring import BitMap

from geotui.index.database import ReadOnly
from geotui.index.held import Held
from geotui.model import EventHead


class KnownEvents:
    """The events of one generation, by number; 0 is no event."""

    def __init__(self, db: ReadOnly, held: Held) -> None:
        self._db = db
        self._held = held
        self._head = msgspec.json.Decoder(EventHead).decode

    @property
    def numbers(self) -> array[int]:
        """The number of each rank's event."""
        return self._held.events

    @property
    def labels(self) -> array[int]:
        """The rank of each event's most telling story, by number; what stands at 0 means nothing."""
        return self._held.labels

    def of(self, numbers: Sequence[int]) -> dict[int, tuple[EventHead, BitMap]]:
        """Events by number, each with the ranks of its stories, which stand in the order of time."""
        holes = ",".join("?" * len(numbers))
        rows = self._db.rows(f"SELECT n, head, ranks FROM events WHERE n IN ({holes})", list(numbers))
        return {n: (self._head(head), BitMap.deserialize(ranks)) for n, head, ranks in rows}

    def of_rank(self, rank: int) -> tuple[EventHead, BitMap] | None:
        """The event that a story is a report of, with the ranks of all its stories; None where the story is alone."""
        number = self.numbers[rank] if rank < len(self.numbers) else 0
        return self.of([number]).get(number) if number else None

    def check(self) -> list[str]:
        """Findings where events and stories do not fit each other, in words."""
        rows = self._db.rows("SELECT n, head, ranks FROM events")
        kept = sum(len(BitMap.deserialize(ranks)) for _, _, ranks in rows)
        told = sum(1 for number in self.numbers if number)
        told_by_heads = sum(self._head(head).stories for _, head, _ in rows)
        if kept == told == told_by_heads:
            return []
        return [f"{told} stories name an event but events hold {kept}: run geotui index again"]
