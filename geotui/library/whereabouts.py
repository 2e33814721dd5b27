"""Where the marked texts stand, noted beside the marks while the index still knows it."""

from __future__ import annotations

from geotui.index import Reader
from geotui.marks import MarkStore
from geotui.model import Whereabouts

SOME = 50
"""So many are noted at once while the reader is open: a part of a second's work."""

MANY = 2_000
"""So many are noted with an index run: some seconds' work."""


def note_whereabouts(reader: Reader, marks: MarkStore, most: int) -> None:
    """Notes where marked articles stand of which that is not known yet, at most so many of them."""
    from geotui import stories

    lacking = reader.known(marks.without_whereabouts())[:most]
    found = []
    for id_ in lacking:
        rank = reader.rank_of(id_)
        copy = None if rank is None else next((c for c in reader.story(rank).copies if c.id == id_), None)
        if copy is not None:
            draft = reader.article(copy.article).draft
            found.append(Whereabouts(id_, copy.page, copy.record, draft.title, stories.imprint(draft.text)))
    if found:
        marks.note_whereabouts(found)
