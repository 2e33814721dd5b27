"""The stories of an index out of its articles, kept from one time to the next: only what a change touches is folded.

Where much has changed, all is folded anew, which comes to the same. What must not be in here: ranks and postings, and
how two texts are compared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from geotui.index import kept
from geotui.index.contents import Changes, Contents, furnish, take_changes
from geotui.index.gauges import Gauges
from geotui.index.repeats import Repeats
from geotui.index.shingles import Shingles, UnlistedError
from geotui.model import Fold, Foldable
from geotui.stories.folding import Change, Folding
from geotui.stories.standing import State

MUCH = 8
"""If more than one in so many articles came or went, folding all is quicker."""


def folds(db: sqlite3.Connection) -> Sequence[Fold]:
    """The stories of all live articles; keys are numbers of articles."""
    bring_up_to_date(db)
    return list(kept.kept_stories(db))


def bring_up_to_date(db: sqlite3.Connection) -> None:
    """Folds the articles that came, went or changed since the last time into the stories that are kept."""
    changes = take_changes(db)
    contents = Contents(db, furnish(db, changes))
    if MUCH * (len(changes.came) + len(changes.old)) > contents.count():
        _fold_all(db, contents)
        return
    try:
        _fold_changes(db, contents, changes)
    except UnlistedError:
        _fold_all(db, contents)


class _Whole:
    """All contents, and in memory who shares which hash."""

    def __init__(self, db: sqlite3.Connection, contents: Contents) -> None:
        self.gauges = Gauges(db)
        db.execute("DELETE FROM gauges")
        repeats = Repeats(db, self.gauges)
        self.article: Callable[[int], Foldable] = contents.article
        self.alike, self.text = contents.alike, contents.text
        self.words, self.holders = repeats.words, repeats.holders


class _Touched:
    """The contents that are asked for, and who shares which hash from the rows that are asked for."""

    def __init__(self, db: sqlite3.Connection, contents: Contents) -> None:
        self.gauges = Gauges(db)
        self.article: Callable[[int], Foldable] = contents.article
        self.alike, self.text = contents.alike, contents.text
        self.shingles = Shingles(db, self.gauges.first_hash)
        self.words, self.holders = self.gauges.words, self.shingles.holders

    def add(self, n: int) -> None:
        """Enters a content that came."""
        sketch = self.article(n).sketch
        self.gauges.put(n, sketch)
        self.shingles.add(sketch.hashes, n)

    def write(self) -> None:
        """Keeps what has changed."""
        self.gauges.write()
        self.shingles.write()


def _fold_all(db: sqlite3.Connection, contents: Contents) -> None:
    state = State.empty()
    archive = _Whole(db, contents)
    folding = Folding(archive, state)
    folding.fold(contents.in_order())
    archive.gauges.write()
    kept.write_anew(db, state)
    kept.write_stories(db, map(folding.story, state.stories.leads))


def _fold_changes(db: sqlite3.Connection, contents: Contents, changes: Changes) -> None:
    archive = _Touched(db, contents)
    state = kept.state_of(db)
    folding = Folding(archive, state)
    old, changed = changes.old, [*changes.came, *changes.altered]
    for n, sketch in old.items():
        archive.shingles.remove(sketch.hashes, n)
    stirred = set[int]().union(*(folding.stirred_by(n, sketch) for n, sketch in old.items()))
    for n in changed:
        archive.add(n)
    for holders in archive.shingles.turned:
        stirred |= folding.turned_by(holders.difference(changes.went))
    stirred -= changes.went.keys()
    folding.refold(Change(changed, list(changes.went), old, stirred))
    archive.write()
    kept.write_changes(db, state)
    _write_stories(db, folding, state, changes)


def _write_stories(db: sqlite3.Connection, folding: Folding, state: State, changes: Changes) -> None:
    touched = set(state.stories.touched).union(state.links.now, changes.went)
    touched.update(state.stories.leader(n) for n in (*changes.recounted, *changes.altered))
    leaders = {n for n in touched if n in state.stories.leads}
    kept.drop_stories(db, touched - leaders)
    kept.write_stories(db, map(folding.story, leaders))
