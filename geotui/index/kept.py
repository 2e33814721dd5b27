"""How the index keeps what folding knows from one time to the next, and the stories that came of it.

What must not be in here: how stories are found.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence

from pyroaring import BitMap

from geotui.index.schema import set_meta
from geotui.model import Fold, Folded, Relation
from geotui.stories.standing import Joined, Kept, Links, Standing, State

_RELATIONS = tuple(Relation)
_CODES = {relation: code for code, relation in enumerate(_RELATIONS)}
_DRAFTS, _STORIES, _DIGESTS, _MADE_UP, _TIED = "drafts", "leaders", "digests", "made_up", "tied"


def state_of(db: sqlite3.Connection) -> State:
    """What was kept, read as far as it is asked for."""

    def latest(leader: int) -> int | None:
        row = db.execute("SELECT article FROM latest WHERE leader=?", (leader,)).fetchone()
        return None if row is None else int(row[0])

    def links(leader: int) -> Links | None:
        row = db.execute("SELECT related FROM folds WHERE leader=?", (leader,)).fetchone()
        return {one.key: one.relation for one in _unpacked(row[0])} if row and row[0] else None

    drafts, leaders = _standing(db, _DRAFTS, 1), _standing(db, _STORIES, 0)
    digests, made_up, tied = (_bitmap(db, key) for key in (_DIGESTS, _MADE_UP, _TIED))
    return State(drafts, leaders, Kept(latest), digests, made_up, Kept(links), tied)


def kept_digests(db: sqlite3.Connection) -> BitMap:
    """The articles that are digests, as folding found last."""
    return _bitmap(db, _DIGESTS)


def write_changes(db: sqlite3.Connection, state: State) -> None:
    """Keeps what changed in a state that was read; the stories are another matter."""
    _write(db, state)


def write_anew(db: sqlite3.Connection, state: State) -> None:
    """Keeps a state that began with nothing, in place of what was kept."""
    db.execute("DELETE FROM joined")
    db.execute("DELETE FROM latest")
    db.execute("DELETE FROM folds")
    _write(db, state)


def write_stories(db: sqlite3.Connection, stories: Iterable[Fold]) -> None:
    """Keeps stories under their leading articles."""
    rows = ((one.copies[0].key, _packed(one.copies[1:]), _packed(one.related)) for one in stories)
    db.executemany("INSERT OR REPLACE INTO folds VALUES(?, ?, ?)", rows)


def drop_stories(db: sqlite3.Connection, leaders: Iterable[int]) -> None:
    """Forgets stories."""
    db.executemany("DELETE FROM folds WHERE leader=?", ((leader,) for leader in leaders))


def kept_stories(db: sqlite3.Connection) -> Iterator[Fold]:
    """All stories that are kept."""
    for leader, copies, related in db.execute("SELECT leader, copies, related FROM folds"):
        yield Fold((Folded(leader, Relation.LEADING), *_unpacked(copies)), _unpacked(related))


def _write(db: sqlite3.Connection, state: State) -> None:
    for key, standing, draft in ((_DRAFTS, state.drafts, 1), (_STORIES, state.stories, 0)):
        set_meta(db, key, standing.leads.serialize())
        changed = standing.joined.now
        db.executemany("DELETE FROM joined WHERE n=? AND draft=?", ((n, draft) for n in changed if changed[n] is None))
        rows = ((n, draft, to[0], _CODES[to[1]]) for n, to in changed.items() if to is not None)
        db.executemany("INSERT OR REPLACE INTO joined VALUES(?, ?, ?, ?)", rows)
    for key, some in ((_DIGESTS, state.digests), (_MADE_UP, state.made_up), (_TIED, state.tied)):
        set_meta(db, key, some.serialize())
    latest = state.latest.now.items()
    db.executemany("DELETE FROM latest WHERE leader=?", ((leader,) for leader, article in latest if article is None))
    db.executemany("INSERT OR REPLACE INTO latest VALUES(?, ?)", (one for one in latest if one[1] is not None))


def _standing(db: sqlite3.Connection, key: str, draft: int) -> Standing:
    def joined(n: int) -> Joined | None:
        row = db.execute("SELECT leader, relation FROM joined WHERE n=? AND draft=?", (n, draft)).fetchone()
        return (row[0], _RELATIONS[row[1]]) if row else None

    def members(leader: int) -> tuple[int, ...] | None:
        rows = db.execute("SELECT n FROM joined WHERE leader=? AND draft=?", (leader, draft)).fetchall()
        return tuple(n for (n,) in rows) or None

    return Standing(_bitmap(db, key), Kept(joined), Kept(members))


def _bitmap(db: sqlite3.Connection, key: str) -> BitMap:
    row = db.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    return BitMap.deserialize(row[0]) if row else BitMap()


def _packed(copies: Sequence[Folded]) -> bytes | None:
    """Five bytes a copy: its number, then what it is."""
    if not copies:
        return None
    return array("I", (one.key for one in copies)).tobytes() + bytes(_CODES[one.relation] for one in copies)


def _unpacked(packed: bytes | None) -> tuple[Folded, ...]:
    if not packed:
        return ()
    count = len(packed) // 5
    keys, codes = array("I", packed[: 4 * count]), packed[4 * count :]
    return tuple(Folded(key, _RELATIONS[code]) for key, code in zip(keys, codes, strict=True))
