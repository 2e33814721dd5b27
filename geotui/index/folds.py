"""The stories of an index out of its articles: which are copies of which, as `stories.fold` finds it.

What must not be in here: ranks and postings, and how two texts are compared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import lru_cache

from geotui import stories
from geotui.index.packing import unpack, unpack_brief, unpack_sketch
from geotui.model import Fold, Foldable


def folds(db: sqlite3.Connection) -> Sequence[Fold]:
    """The stories of all live articles; keys are numbers of articles."""
    items = [foldable(*row) for row in db.execute("SELECT n, id, brief, sketch FROM articles WHERE live")]
    return stories.fold(items, texts(db))


def foldable(n: int, id_: str, packed: bytes, sketch: bytes) -> Foldable:
    """An article as folding sees it, from its row."""
    brief = unpack_brief(packed)
    order = (brief.url or "", brief.record or "", brief.page, str(brief.lines))
    day, source = brief.published.day, brief.source or brief.host
    return Foldable(n, id_, unpack_sketch(sketch), day, source, brief.title, brief.cut_off, order)


def texts(db: sqlite3.Connection) -> Callable[[int], str]:
    """Gives the text of an article by its number, those asked for last without reading them again."""

    @lru_cache(maxsize=4096)
    def text_of(n: int) -> str:
        return unpack(db.execute("SELECT whole FROM articles WHERE n=?", (n,)).fetchone()[0]).draft.text

    return text_of
