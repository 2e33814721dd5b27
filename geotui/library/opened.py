"""A library opened for one reader: its index brought up to date and taken up, its visits. No filters in here."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self, TypeAlias

from pyroaring import BitMap

import geotui
from geotui import index, knowledge
from geotui.errors import InputError, StoreError
from geotui.index import Reader, Stamp
from geotui.library.first_seen import FirstSeen
from geotui.library.marked import Marked
from geotui.library.places import index_path, key_of, resolved
from geotui.library.vocabulary import LibraryVocabulary
from geotui.library.whereabouts import MANY, SOME, note_whereabouts
from geotui.marks import MarkStore
from geotui.model import IndexReport, Progress, Skipped, Successor
from geotui.settings import Locations, Settings

Edition: TypeAlias = tuple[int, int]
"""Which stories a rank is of: the index file, and the generation in it."""


class Opened:
    """What all of `Library` stands on.

    Raises InputError where none of its roots exists, StoreError where index or marks cannot be opened. `now` is the
    reader's local time, None for the clock's; `clock` gives seconds since 1970, UTC.
    """

    def __init__(
        self,
        roots: Sequence[Path],
        locations: Locations,
        settings: Settings,
        now: datetime | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.roots = resolved(roots)
        if not self.roots:
            named = ", ".join(map(str, roots))
            raise InputError(f"{named}: no such file or folder; name a folder of pages")
        self._missing = tuple(Skipped(str(root), "no such file or folder") for root in roots if not root.exists())
        self._locations = locations
        self._settings = settings
        self._now = now
        self._clock = clock
        self._knowledge = knowledge.load(settings.actors.text, settings.actors.path)
        self.key = key_of(self.roots)
        self.index_path = index_path(self.roots, locations)
        self.marks = MarkStore(locations.state / "marks.sqlite")
        self._first_seen = FirstSeen(self.marks, clock)
        self._marked = Marked(self.marks)
        self._visit: int | None = None
        self._reader: Reader | None = None
        self._vocabulary: LibraryVocabulary | None = None
        self._file = self._changed = 0

    def update(
        self,
        workers: int | None = None,
        progress: Callable[[Progress], None] = lambda _: None,
        wait_for_lock: bool = True,
        early: bool = False,
    ) -> IndexReport:
        """Brings the index up to date and notes what reached the reader; see `index.update`."""
        self._changed = 0
        report = index.update(
            self.index_path,
            self.roots,
            self._stamp(),
            self._settings,
            workers,
            progress,
            wait_for_lock,
            early,
            self._follow,
            self.marks.corrections,
            self.marks.whereabouts,
        )
        if not report.busy:
            self._forget()
            note_whereabouts(self.reader, self.marks, MANY)
            report = replace(report, new=len(self._note_seen()), changed=self._changed)
        return replace(report, skipped=(*self._missing, *report.skipped))

    def _stamp(self) -> Stamp:
        return Stamp(geotui.ANALYSIS_VERSION, self._knowledge.digest, self._settings.digest())

    def _follow(self, successors: Sequence[Successor]) -> None:
        self._changed += self.marks.follow(successors, self._clock())

    def _note_seen(self) -> BitMap:
        """Notes what there is now as seen; the stories that no earlier run knew, none after a first one."""
        is_first = self.marks.indexed_at(self.key) is None
        at = self._clock()
        unseen = self.marks.note_seen(self.reader.all_ids(), at)
        self.marks.note_indexed(self.key, list(map(str, self.roots)), at)
        if is_first or not unseen:
            return BitMap()
        ranks = self.reader.sets.ranks_of(list(unseen))
        several = ranks & self.reader.sets.posting("flag", "copies")
        return ranks - BitMap(rank for rank in several if not unseen.issuperset(self.reader.copy_ids(rank)))

    def again(self) -> Self:
        """The same library once more, for another thread: one object serves one thread at a time."""
        return type(self)(self.roots, self._locations, self._settings, self._now, self._clock)

    @property
    def settings(self) -> Settings:
        """What the reader set."""
        return self._settings

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

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is asked inside is answered from the same stories, whatever is published meanwhile."""
        return self.reader.snapshot()

    @property
    def vocabulary(self) -> LibraryVocabulary:
        """The names and words of the stories in use."""
        generation = self.reader.generation
        if self._vocabulary is None or self._vocabulary.generation != generation:
            self._vocabulary = LibraryVocabulary(self.reader, self._knowledge)
        return self._vocabulary

    @property
    def now(self) -> datetime:
        """The reader's local time."""
        return self._now or datetime.fromtimestamp(self._clock())  # noqa: DTZ006 - phrases mean the reader's own day

    def begin_visit(self) -> None:
        """Notes that the reader is opened on this library."""
        self._visit = self.marks.begin_visit(self.key, [str(root) for root in self.roots], self._clock())

    def end_visit(self) -> None:
        """Notes that the visit lasted until now, and where some of what was marked in it stands."""
        if self._visit is not None:
            self.marks.end_visit(self._visit, self._clock())
        if self.edition is not None:
            note_whereabouts(self.reader, self.marks, SOME)

    def check(self) -> list[str]:
        """Findings about index and marks, in words."""
        return [*self.reader.check(), *self.marks.check()]

    def close(self) -> None:
        """Closes index and marks."""
        self._forget()
        self.marks.close()
