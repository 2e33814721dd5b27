"""The set of folders and files that are open together: its index brought up to date, its filters answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from pyroaring import BitMap

import geotui
from geotui import index, knowledge, query
from geotui.errors import GeotuiError, InputError, StoreError, UsageError
from geotui.index import Reader, Stamp
from geotui.library.answer import Answer, ByDate, ByKey, Order
from geotui.library.places import index_path, key_of, resolved
from geotui.library.postings import LibraryPostings
from geotui.library.rows import Row
from geotui.library.vocabulary import LibraryVocabulary
from geotui.marks import Mark, MarkStore
from geotui.model import Article, IndexReport, Marks, NameMatch, Progress, Skipped, Story
from geotui.query import Sort
from geotui.settings import Locations, Settings

Edition: TypeAlias = tuple[int, int]
"""Which stories a rank is of: the index file, and the generation in it."""


class UnknownStoryError(GeotuiError):
    """No story of the library has the id that was asked for."""


class Library:
    """A library opened for one reader.

    Raises InputError where none of its roots exists, StoreError where index or marks cannot be opened. `now` is the
    reader's local time, None for the clock's.
    """

    def __init__(
        self, roots: Sequence[Path], locations: Locations, settings: Settings, now: datetime | None = None
    ) -> None:
        self.roots = resolved(roots)
        if not self.roots:
            named = ", ".join(map(str, roots))
            raise InputError(f"{named}: no such file or folder; name a folder of pages")
        self._missing = tuple(Skipped(str(root), "no such file or folder") for root in roots if not root.exists())
        self._locations = locations
        self._settings = settings
        self._now = now
        self._knowledge = knowledge.load(settings.actors.text, settings.actors.path)
        self.key = key_of(self.roots)
        self.index_path = index_path(self.roots, locations)
        self.marks = MarkStore(locations.state / "marks.sqlite")
        self._visit: int | None = None
        self._reader: Reader | None = None
        self._vocabulary: LibraryVocabulary | None = None
        self._file = 0

    # ------------------------------------------------------------------ open, update, close

    def update(
        self,
        workers: int | None = None,
        progress: Callable[[Progress], None] = lambda _: None,
        wait_for_lock: bool = True,
        early: bool = False,
    ) -> IndexReport:
        """Brings the index up to date and notes what reached the reader; see `index.update`."""
        stamp = Stamp(geotui.ANALYSIS_VERSION, self._knowledge.digest, self._settings.digest())
        report = index.update(
            self.index_path, self.roots, stamp, self._settings, workers, progress, wait_for_lock, early
        )
        if not report.busy:
            self._forget()
            self.marks.note_seen(self.reader.all_ids(), time.time())
        return replace(report, skipped=(*self._missing, *report.skipped))

    def again(self) -> Library:
        """The same library once more, for another thread: one object serves one thread at a time."""
        return Library(self.roots, self._locations, self._settings, self._now)

    def _forget(self) -> None:
        if self._reader is not None:
            self._reader.close()
        self._reader = self._vocabulary = None

    @property
    def reader(self) -> Reader:
        """The index opened for reading."""
        if self._reader is None:
            self._file = self._index_file()
            self._reader = Reader(self.index_path)
        return self._reader

    @property
    def edition(self) -> Edition | None:
        """The stories that ranks are of: the index file and the generation in it; None where none were published."""
        if self._reader is None or not self._reader.generation:
            return None
        return self._file, self._reader.generation

    def take_up(self) -> bool:
        """Takes up an index that was made anew, or stories published since; whether there are others than before."""
        before = self.edition
        if self._reader is not None and self._index_file() not in (0, self._file):
            self._forget()
        if self._reader is None:
            try:
                self.reader.refresh()
            except StoreError:
                return False  # it is not there yet, or is being made anew
        elif self._reader.refresh():
            self._vocabulary = None
        return self.edition != before

    def _index_file(self) -> int:
        try:
            return self.index_path.stat().st_ino
        except OSError:
            return 0

    @property
    def vocabulary(self) -> LibraryVocabulary:
        """The names and words of the stories in use."""
        generation = self.reader.generation
        if self._vocabulary is None or self._vocabulary.generation != generation:
            self._vocabulary = LibraryVocabulary(self.reader, self._knowledge)
        return self._vocabulary

    def close(self) -> None:
        """Closes index and marks."""
        self._forget()
        self.marks.close()

    def begin_visit(self) -> None:
        """Notes that the reader is opened on this library."""
        self._visit = self.marks.begin_visit(self.key, [str(root) for root in self.roots], time.time())

    def end_visit(self) -> None:
        """Notes that the visit lasted until now."""
        if self._visit is not None:
            self.marks.end_visit(self._visit, time.time())

    @property
    def now(self) -> datetime:
        """The reader's local time."""
        return self._now or datetime.now()  # noqa: DTZ005 - the reader's own day is what phrases mean

    # ------------------------------------------------------------------ filters and rows

    def answer(self, text: str, possible: bool = False) -> Answer:
        """The stories of a filter, with the possible ones where asked for; raises PhraseError."""
        with self.reader.snapshot():
            return self._answer(text, possible)

    def _answer(self, text: str, possible: bool) -> Answer:
        found = query.read(text, self.vocabulary, self.now, self._settings)
        postings = LibraryPostings(self.reader, self.marks, self.marks.last_visit_end(self.key, self._visit))
        graded = query.evaluate(found, postings)
        ranks = graded.possible if possible else graded.likely
        copies = self.reader.copies()
        several = ranks & self.reader.sets.posting("flag", "copies")
        return Answer(
            filter=found,
            graded=graded,
            shown=self._order(found.sort, ranks),
            hidden=len(graded.possible) - len(ranks),
            unsure=len(ranks) - len(graded.likely),
            folded=sum(copies[rank] - 1 for rank in several),
            total=self.reader.count(),
            sentence=query.sentence(found),
            advice="" if ranks else query.advise(found, postings),
            generation=self.reader.generation,
            sort=found.sort,
        )

    def _order(self, sort: Sort, ranks: BitMap) -> Order:
        dated = self.reader.dated()
        if sort in (Sort.NEWEST, Sort.OLDEST):
            return ByDate(ranks, dated, sort is Sort.NEWEST)
        if sort is Sort.ADDED:
            return ByKey(ranks, dated, self._added_at(ranks).__getitem__)
        counts = self.reader.copies() if sort is Sort.COPIES else self.reader.outlet_counts()
        return ByKey(ranks, dated, counts.__getitem__)

    def _added_at(self, ranks: BitMap) -> dict[int, float]:
        """When each story first reached the reader: the first of its copies."""
        ids = {rank: self.reader.copy_ids(rank) for rank in ranks}
        seen = self.marks.seen_at([id_ for copies in ids.values() for id_ in copies])
        return {rank: min((seen[id_] for id_ in copies if id_ in seen), default=0.0) for rank, copies in ids.items()}

    def rows(self, answer: Answer, first: int, count: int) -> list[Row]:
        """Rows of an answer, from one on."""
        ranks = [answer.shown.rank(row) for row in range(first, min(first + count, len(answer.shown)))]
        heads = self.reader.heads(ranks)
        return [Row(head, self.marks_of(head.rank), answer.match(head.rank)) for head in heads]

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is asked inside is answered from the same stories, whatever is published meanwhile."""
        return self.reader.snapshot()

    def story(self, rank: int) -> Story:
        """One story whole, by its rank."""
        return self.reader.story(rank)

    def article(self, number: int) -> Article:
        """One copy's article, by its number in the index."""
        return self.reader.article(number)

    def find_story(self, id_: str) -> int:
        """The rank of the story with this id, or a copy's, or a unique beginning of one.

        Raises UnknownStoryError where there is none, UsageError where the beginning fits several.
        """
        ranks = self.reader.ranks_beginning(id_.strip().lower()) if id_.strip() else []
        if not ranks:
            raise UnknownStoryError(f"no story has an id that begins with {id_!r}; geotui query lists them")
        if len(ranks) == 1:
            return ranks[0]
        exact = self.reader.rank_of(id_)
        if exact is None:
            raise UsageError(f"several stories have an id that begins with {id_!r}; give more of it")
        return exact

    def marks_of(self, rank: int) -> Marks:
        """What the reader added to a story: the union of what its copies carry."""
        return self.marks.of(self.reader.copy_ids(rank))

    def mark(self, rank: int, kind: Mark, on: bool, value: str = "") -> None:
        """Adds a mark to a story, or takes it off; committed when this returns."""
        ids = self.reader.copy_ids(rank)
        if on:
            self.marks.add(ids, kind, time.time(), value)
        else:
            self.marks.remove(ids, kind, value or None)

    # ------------------------------------------------------------------ names, counts

    def resolve(self, name: str) -> tuple[NameMatch, ...]:
        """Actors that a typed name may mean, best first."""
        return self.vocabulary.resolve(name)

    def check(self) -> list[str]:
        """Findings about index and marks, in words."""
        return [*self.reader.check(), *self.marks.check()]
