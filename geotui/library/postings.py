"""Sets of ranks for the filter language, from the index and from the marks."""

from __future__ import annotations

from datetime import datetime

from pyroaring import BitMap

from geotui.index import Reader
from geotui.library.first_seen import FirstSeen
from geotui.library.marked import Marked
from geotui.library.passages import carrying
from geotui.marks import Mark, MarkStore
from geotui.model import Graded, Span
from geotui.text import fold


class LibraryPostings:
    """`query.Postings` over one generation of an index. `new_since`: later than that is new, None: nothing is."""

    def __init__(
        self, reader: Reader, marks: MarkStore, marked: Marked, first_seen: FirstSeen, new_since: float | None
    ) -> None:
        self._reader = reader
        self._sets = reader.sets
        self._marks = marks
        self._marked = marked
        self._first_seen = first_seen
        self._new_since = new_since

    def everything(self) -> BitMap:
        return BitMap(range(self._reader.count()))

    def actor(self, actor: str) -> Graded:
        named = self._sets.posting("actor", actor)
        return Graded(named, named, named | self._sets.posting("role", actor))

    def published(self, span: Span) -> Graded:
        return self._sets.published(span)

    def about(self, span: Span) -> BitMap:
        return self._sets.about(span)

    def added(self, start: datetime | None, end: datetime | None) -> BitMap:
        first, last = start.timestamp() if start else None, end.timestamp() if end else None
        return self._first_seen.between(self._reader, first, last)

    def outlet(self, name: str) -> BitMap:
        return self._sets.posting("outlet", name)

    def text(self, words: tuple[str, ...]) -> BitMap:
        return self._sets.text(words)

    def title(self, words: tuple[str, ...]) -> BitMap:
        return self._sets.text(words, title_only=True)

    def passage(self, text: str) -> Graded:
        return carrying(self._reader, text)

    def url(self, part: str) -> BitMap:
        return self._sets.url(part)

    def tag(self, name: str) -> BitMap:
        wanted = fold(name)
        return self._sets.ranks_of([a for a, value in self._marks.values(Mark.TAG) if fold(value) == wanted])

    def note(self, words: tuple[str, ...]) -> BitMap:
        wanted = fold(" ".join(words))
        return self._sets.ranks_of([a for a, value in self._marks.values(Mark.NOTE) if wanted in fold(value)])

    def flag(self, name: str) -> BitMap:
        kinds = {"read": Mark.READ, "starred": Mark.STAR, "note": Mark.NOTE}
        if name in kinds:
            return self._marked.ranks(self._reader, kinds[name])
        if name == "unread":
            return self.everything() - self._marked.ranks(self._reader, Mark.READ)
        if name == "updated":
            return self._marked.updated(self._reader)
        if name == "new":
            since = self._new_since
            return BitMap() if since is None else self._first_seen.after(self._reader, since)
        return self._sets.posting("flag", name)
