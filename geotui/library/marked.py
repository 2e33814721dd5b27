"""Which stories carry a mark, by rank. Held until marks change: a filter on them is asked again with each letter."""

from __future__ import annotations

from pyroaring import BitMap

from geotui.index import Reader
from geotui.marks import Mark, MarkStore


class Marked:
    """The ranks of the marked stories of one library."""

    def __init__(self, marks: MarkStore) -> None:
        self._marks = marks
        self._made_of: tuple[Reader, int, tuple[int, int]] | None = None
        self._held: dict[Mark, BitMap] = {}

    def ranks(self, reader: Reader, kind: Mark) -> BitMap:
        """Stories with a copy that carries a mark of the kind."""
        made_of = (reader, reader.generation, self._marks.version())
        if made_of != self._made_of:
            self._held.clear()
            self._made_of = made_of
        if kind not in self._held:
            self._held[kind] = reader.sets.ranks_of(self._marks.marked(kind))
        return self._held[kind]
