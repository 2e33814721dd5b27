"""Writes ranked stories, and the sets of ranks that filters are answered with.

What must not be in here: which articles are one story, and in which order stories stand.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec
from pyroaring import BitMap

from geotui.index.events import Events
from geotui.index.outlets import Outlets
from geotui.index.packing import Brief, BriefActor, unpack_brief
from geotui.index.schema import set_meta
from geotui.model import Fold, Published, StoryHead
from geotui.text import fold

FAR = date.max.toordinal()
NO_RANK = 0xFFFFFFFF


def clear(db: sqlite3.Connection) -> None:
    """Empties the tables that are written here."""
    for table in ("stories", "copies", "events", "actors", "spellings", "outlets", "postings", "about"):
        db.execute(f"DELETE FROM {table}")


class Posting:
    """Writes ranked stories, gathering the sets of ranks on the way."""

    def __init__(self, db: sqlite3.Connection, outlets: Outlets, people: Mapping[str, str], events: Events) -> None:
        """`people`: the id that stands for an unknown person's, where it is another one."""
        self._db = db
        self._events = events
        self._people = people
        self._outlets = outlets
        self._spelled_outlets = outlets.spellings()
        self._postings: dict[tuple[str, str], BitMap] = defaultdict(BitMap)
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        self._kinds: dict[str, tuple[str, bool]] = {}
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._days, self._vague = array("I"), array("I")
        self._copies, self._outlet_counts = array("I"), array("I")

    def post(self, ranked: Sequence[tuple[str, Published, Fold]]) -> None:
        """Writes the stories (the leading article's id, the date, the copies), which stand in the order of ranks."""
        story_of = {copy.key: id_ for id_, _, folded in ranked for copy in folded.copies}
        for rank, (id_, published, folded) in enumerate(ranked):
            self._story(rank, id_, published, folded, story_of)
        self._write_actors()
        self._events.write(self._db)
        self._db.executemany(
            "INSERT INTO postings VALUES(?, ?, ?)",
            [(kind, key, ranks.serialize()) for (kind, key), ranks in sorted(self._postings.items())],
        )
        self._db.executemany("INSERT INTO outlets VALUES(?, ?)", sorted(self._spelled_outlets.items()))
        for key, values in (("days", self._days), ("vague", self._vague), ("copies", self._copies)):
            set_meta(self._db, key, values.tobytes())
        set_meta(self._db, "outlets", self._outlet_counts.tobytes())
        ranks = array("I", [NO_RANK]) * (max(story_of, default=0) + 1)
        for rank, (_, _, folded) in enumerate(ranked):
            for copy in folded.copies:
                ranks[copy.key] = rank
        set_meta(self._db, "ranks", ranks.tobytes())

    def _story(self, rank: int, id_: str, published: Published, folded: Fold, story_of: dict[int, str]) -> None:
        briefs = [self._brief(copy.key) for copy in folded.copies]
        sources = dict.fromkeys(filter(None, (self._outlets.name(b.source, b.host) for _, b in briefs)))
        event = self._events.id_of(rank)
        head = StoryHead(rank, id_, briefs[0][1].title, published, tuple(sources), len(briefs), event)
        self._events.note(head)
        related = [(story_of[link.key], link.relation) for link in folded.related if link.key in story_of]
        row = (
            rank,
            id_,
            msgspec.json.encode(head),
            msgspec.json.encode(self._actors(rank, briefs)),
            msgspec.json.encode(sorted(set(related))),
        )
        self._db.execute("INSERT INTO stories VALUES(?, ?, ?, ?, ?)", row)
        self._db.executemany(
            "INSERT INTO copies VALUES(?, ?, ?, ?, ?, ?)",
            [(c.key, briefs[i][0], rank, i, c.relation.value, c.by_hand) for i, c in enumerate(folded.copies)],
        )
        self._post_sources(rank, briefs, sources)
        self._post_days(rank, published, briefs)
        self._copies.append(len(briefs))
        self._outlet_counts.append(len(sources))
        if len(briefs) > 1:
            self._postings["flag", "copies"].add(rank)

    def _brief(self, n: int) -> tuple[str, Brief]:
        id_, brief = self._db.execute("SELECT id, brief FROM articles WHERE n=?", (n,)).fetchone()
        return id_, unpack_brief(brief)

    def _actors(self, rank: int, briefs: Sequence[tuple[str, Brief]]) -> list[tuple[str, int, bool]]:
        """The union of the copies' actors as (id, most mentions in one copy, by role alone), most mentions first."""
        counts: dict[str, int] = {}
        named: set[str] = set()
        for _, brief in briefs:
            for actor in brief.actors:
                id_ = self._people.get(actor.id, actor.id)
                counts[id_] = max(counts.get(id_, 0), actor.count)
                if not actor.inferred:
                    named.add(id_)
                self._learn(id_, actor)
        for id_ in counts:
            self._postings["actor" if id_ in named else "role", id_].add(rank)
        return sorted(((a, n, a not in named) for a, n in counts.items()), key=lambda a: (a[2], -a[1], a[0]))

    def _learn(self, id_: str, actor: BriefActor) -> None:
        self._names[id_][actor.name] += 1
        self._kinds[id_] = (actor.kind.value, actor.known)
        if not actor.inferred:
            self._spellings[id_].update(actor.spellings)

    def _write_actors(self) -> None:
        rows, spellings = [], []
        for id_, names in sorted(self._names.items()):
            kind, known = self._kinds[id_]
            name = min(names, key=lambda text: (-names[text], text))
            rows.append((id_, name, kind, known, len(self._postings.get(("actor", id_), ()))))
            spellings += [(id_, text) for text in sorted(self._spellings[id_] | {name})]
        self._db.executemany("INSERT INTO actors VALUES(?, ?, ?, ?, ?)", rows)
        self._db.executemany("INSERT INTO spellings VALUES(?, ?)", spellings)

    def _post_sources(self, rank: int, briefs: Sequence[tuple[str, Brief]], sources: Iterable[str]) -> None:
        for name in sources:
            self._postings["outlet", name].add(rank)
            self._spelled_outlets.setdefault(fold(name), name)
        for _, brief in briefs:
            if brief.agency is not None:
                name = self._spelled_outlets.setdefault(fold(brief.agency), brief.agency)
                self._postings["outlet", name].add(rank)

    def _post_days(self, rank: int, published: Published, briefs: Sequence[tuple[str, Brief]]) -> None:
        """`days`: the best day of each rank that has one. `vague`: (rank, first, last) where more than it is held."""
        if published.day is not None:
            self._days.append(published.day.toordinal())
        else:
            self._postings["flag", "undated"].add(rank)
        if published.day is None or not published.start == published.end == published.day:
            first = published.start.toordinal() if published.start else 0
            last = published.end.toordinal() if published.end else FAR
            self._vague.extend((rank, first, last))
        named = {(a.toordinal(), b.toordinal(), rank) for _, brief in briefs for a, b in brief.days}
        self._db.executemany("INSERT INTO about VALUES(?, ?, ?)", sorted(named))
