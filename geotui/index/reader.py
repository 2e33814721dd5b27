"""Answers from a published index: rows by rank, sets of ranks by term, the vocabulary.

One reader serves one thread at a time; what it holds in memory belongs to one generation of the stories and is dropped
when another is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from geotui.index.database import ReadOnly
from geotui.index.held import Held
from geotui.index.known_events import KnownEvents
from geotui.index.packing import unpack, unpack_brief
from geotui.index.sets import Sets
from geotui.model import (
    ActorKind,
    Article,
    CopyEntry,
    Related,
    Relation,
    Story,
    StoryActor,
    StoryHead,
)


@dataclass(frozen=True, slots=True)
class IndexedActor:
    """An actor of the library, with the number of stories that name it."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    stories: int


class Reader:
    """An index opened for reading: `sets` of ranks, its `events`. An index without stories is empty.

    Raises StoreError where it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._db = ReadOnly(path)
        self.generation = self._read_generation()
        self._take_up()
        self._head = msgspec.json.Decoder(StoryHead).decode

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def interrupt(self) -> None:
        """Ends a query that another thread has under way; it raises StoreError there."""
        self._db.interrupt()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is asked inside is answered from the stories of one generation: newly published ones, if any."""
        with self._db.snapshot():
            self.refresh()
            yield

    def refresh(self) -> bool:
        """Takes up newly published stories, if any; whether there were."""
        generation = self._read_generation()
        if generation == self.generation:
            return False
        self.generation = generation
        self._take_up()
        return True

    def _take_up(self) -> None:
        self._held = Held(self._db)
        self.sets = Sets(self._db, self._held)
        self.events = KnownEvents(self._db, self._held)

    def _read_generation(self) -> int:
        row = self._db.row("SELECT value FROM meta WHERE key='generation'")
        return int(row[0]) if row else 0

    def count(self) -> int:
        """How many stories there are; ranks run from 0 to one below."""
        return self._held.count

    def dated(self) -> int:
        """How many of them have a best day; they hold the lowest ranks."""
        return len(self._held.days)

    def days(self) -> Sequence[int]:
        """The best day (proleptic ordinal) of each dated story, by rank, ascending."""
        return self._held.days

    def copies(self) -> Sequence[int]:
        """How many copies each story has, by rank."""
        return self._held.copies

    def outlet_counts(self) -> Sequence[int]:
        """How many outlets printed each story, by rank."""
        return self._held.outlet_counts

    def heads(self, ranks: Sequence[int]) -> list[StoryHead]:
        """The stories of these ranks, as the list shows them, in the order asked; unknown ranks are left out."""
        holes = ",".join("?" * len(ranks))
        rows = dict(self._db.rows(f"SELECT rank, head FROM stories WHERE rank IN ({holes})", list(ranks)))
        return [self._head(rows[rank]) for rank in ranks if rank in rows]

    def rank_of(self, id_: str) -> int | None:
        """The rank of the story that has this id, or a copy with it; None where none does."""
        row = self._db.row("SELECT rank FROM copies WHERE id=? ORDER BY rank LIMIT 1", (id_,))
        return row[0] if row else None

    def ranks_beginning(self, beginning: str) -> list[int]:
        """The ranks of stories with a copy whose id begins so; three at most, enough to tell one from many."""
        row = self._db.rows(
            "SELECT DISTINCT rank FROM copies WHERE id >= ? AND id < ? LIMIT 3", (beginning, beginning + "\x7f")
        )
        return [rank for (rank,) in row]

    def story(self, rank: int) -> Story:
        """One story whole."""
        head, actors, related = self._db.one("SELECT head, actors, related FROM stories WHERE rank=?", (rank,))
        found = self.events.of_rank(rank)
        return Story(
            head=self._head(head),
            actors=tuple(self._story_actors(actors)),
            copies=tuple(self._copies(rank)),
            related=tuple(Related(id_, Relation(kind)) for id_, kind in msgspec.json.decode(related)),
            event=found[0] if found else None,
        )

    def _story_actors(self, packed: bytes) -> list[StoryActor]:
        found = []
        for id_, count, inferred in msgspec.json.decode(packed):
            name, kind = self._db.one("SELECT name, kind FROM actors WHERE id=?", (id_,))
            found.append(StoryActor(id_, name, ActorKind(kind), count, inferred))
        return found

    def _copies(self, rank: int) -> list[CopyEntry]:
        rows = self._db.rows(
            "SELECT c.article, c.id, c.relation, c.by_hand, a.brief FROM copies c JOIN articles a ON a.n = c.article "
            "WHERE c.rank=? ORDER BY c.ordinal",
            (rank,),
        )
        copies = []
        for n, id_, relation, by_hand, packed in rows:
            b = unpack_brief(packed)
            source = self._held.outlet(b.source, b.host)
            told = Relation(relation), bool(by_hand)
            copies.append(CopyEntry(n, id_, b.page, b.record, b.lines, b.title, source, b.url, b.published, *told))
        return copies

    def article(self, n: int) -> Article:
        """One copy's article, by its number; its people have the ids under which the library knows them."""
        article = unpack(self._db.one("SELECT whole FROM articles WHERE n=?", (n,))[0])
        people = self._held.people
        if not any(actor.id in people for actor in article.actors):
            return article
        return replace(article, actors=tuple(replace(a, id=people.get(a.id, a.id)) for a in article.actors))

    def known(self, ids: Sequence[str]) -> list[str]:
        """Those of some article ids that copies have."""
        return list(dict.fromkeys(id_ for (id_,) in self._rows_of("SELECT id FROM copies WHERE id IN ({})", ids)))

    def copy_ids(self, rank: int) -> list[str]:
        """The article ids of a story's copies."""
        return [id_ for (id_,) in self._db.rows("SELECT id FROM copies WHERE rank=?", (rank,))]

    def all_ids(self) -> list[str]:
        """The article ids of all copies, each once."""
        return [id_ for (id_,) in self._db.rows("SELECT DISTINCT id FROM copies")]

    def ranks_by_id(self) -> list[tuple[str, int]]:
        """(article id, rank) of all copies; identical ones share an id, and may stand in several stories."""
        return self._db.rows("SELECT DISTINCT id, rank FROM copies")

    def ids_of(self, ranks: Sequence[int]) -> list[str]:
        """The article ids of the copies of many stories, each once."""
        return list(dict.fromkeys(id_ for (id_,) in self._rows_of("SELECT id FROM copies WHERE rank IN ({})", ranks)))

    def leading_ids(self, ranks: Sequence[int]) -> dict[int, str]:
        """The ids of stories, which are those of their leading articles, by rank."""
        return dict(self._rows_of("SELECT rank, id FROM stories WHERE rank IN ({})", ranks))

    def _rows_of(self, query: str, values: Sequence[int] | Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of a query whose `{}` stands for a list of values, asked for some at a time."""
        for at in range(0, len(values), 500):
            some = list(values[at : at + 500])
            yield from self._db.rows(query.format(",".join("?" * len(some))), some)

    def actors(self) -> list[IndexedActor]:
        """All actors, most stories first."""
        rows = self._db.rows("SELECT id, name, kind, known, stories FROM actors ORDER BY stories DESC, name, id")
        return [IndexedActor(id_, name, ActorKind(kind), bool(known), n) for id_, name, kind, known, n in rows]

    def spellings(self) -> list[tuple[str, str]]:
        """(actor, spelling) of all actors that stories name."""
        return self._db.rows("SELECT actor, text FROM spellings")

    def totals(self) -> dict[str, int]:
        """Counts of files, pages, articles, stories, events, actors and outlets, by these names."""
        one = {
            "files": "SELECT count(*) FROM files",
            "pages": "SELECT coalesce(sum(pages), 0) FROM files",
            "articles": "SELECT count(*) FROM articles WHERE live",
            "stories": "SELECT count(*) FROM stories",
            "events": "SELECT count(*) FROM events",
            "actors": "SELECT count(*) FROM actors",
            "outlets": "SELECT count(*) FROM postings WHERE kind='outlet'",
        }
        return {name: int(self._db.one(sql)[0]) for name, sql in one.items()}

    def check(self) -> list[str]:
        """Findings of SQLite's own check and of the counts against each other, in words; empty where all is well."""
        findings = [str(row[0]) for row in self._db.rows("PRAGMA quick_check") if row[0] != "ok"]
        live = self._db.one("SELECT count(*) FROM articles WHERE live")[0]
        copies = self._db.one("SELECT count(*) FROM copies")[0]
        if live != copies:
            findings.append(f"{live} articles but {copies} copies in stories: run geotui index again")
        return [*findings, *self.events.check()]
