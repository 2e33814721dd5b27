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
        self._held: dict[Mark | None, BitMap] = {}

    def ranks(self, reader: Reader, kind: Mark) -> BitMap:
        """Stories with a copy that carries a mark of the kind."""
        held = self._held_for(reader)
        if kind not in held:
            held[kind] = reader.sets.ranks_of(self._marks.marked(kind))
        return held[kind]

    def updated(self, reader: Reader) -> BitMap:
        """Stories that were read, but for what leads now: another copy, or the text as it was changed since."""
        held = self._held_for(reader)
        if None not in held:
            known = set(self._marks.read_as_they_are())
            leading = reader.leading_ids(list(self.ranks(reader, Mark.READ)))
            held[None] = BitMap(rank for rank, id_ in leading.items() if id_ not in known)
        return held[None]

    def _held_for(self, reader: Reader) -> dict[Mark | None, BitMap]:
        made_of = (reader, reader.generation, self._marks.version())
        if made_of != self._made_of:
            self._held.clear()
            self._made_of = made_of
        return self._held
