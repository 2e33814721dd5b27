"""When each story first reached the reader, by rank: the first of its copies. Held until articles are noted anew."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import repeat

from pyroaring import BitMap

from geotui.index import Reader
from geotui.marks import MarkStore


class FirstSeen:
    """The times of one library's stories. Reading them all takes a while, so that it is done once a generation.

    What is published and not noted yet, since the index run goes on, counts as seen just now.
    """

    def __init__(self, marks: MarkStore, clock: Callable[[], float]) -> None:
        self._marks = marks
        self._clock = clock
        self._made_of: tuple[Reader, int, int] | None = None
        self._times: array[float] = array("d")
        self._in_order: array[float] = array("d")
        self._ranks: array[int] = array("I")

    def times(self, reader: Reader) -> array[float]:
        """When each story was first seen, by rank, in seconds since 1970."""
        made_of = (reader, reader.generation, self._marks.seen_version())
        if made_of != self._made_of:
            self._read(reader)
            self._made_of = made_of
        return self._times

    def between(self, reader: Reader, start: float | None, end: float | None) -> BitMap:
        """Stories first seen in the time, both ends included; None is open."""
        self.times(reader)
        first = 0 if start is None else bisect_left(self._in_order, start)
        last = len(self._in_order) if end is None else bisect_right(self._in_order, end)
        return BitMap(self._ranks[first:last])

    def after(self, reader: Reader, start: float) -> BitMap:
        """Stories first seen later than that."""
        self.times(reader)
        return BitMap(self._ranks[bisect_right(self._in_order, start) :])

    def _read(self, reader: Reader) -> None:
        copies = reader.ranks_by_id()
        seen = self._marks.seen_at([id_ for id_, _ in copies])
        now = self._clock()
        times = array("d", repeat(now, reader.count()))
        for id_, rank in copies:
            times[rank] = min(times[rank], seen.get(id_, now))
        order = sorted(range(len(times)), key=times.__getitem__)
        self._times, self._ranks = times, array("I", order)
        self._in_order = array("d", (times[rank] for rank in order))
