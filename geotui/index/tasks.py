"""What is to be read, cut into tasks for workers: some whole files each, or some pages of one large file of records.

A large file is parted here, in the one process that hands out the work: a record's id depends on those before it and a
packed file cannot be entered midway, while parting takes a fiftieth of the time of reading. Only the pages that are
out lie in memory. What must not be in here: the database, and what is made of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from geotui import pages
from geotui.model import Page, Skipped
from geotui.settings import Settings

if TYPE_CHECKING:
    from geotui.index.records import PreparedFile

BATCH_BYTES = 250_000
BATCH_FILES = 64
BATCH_PAGES = 200
"""The most that a task holds, in bytes or characters, files, and pages of a large file; a task is a transaction too."""

RAMP = 8
"""So many tasks grow to this size from an eighth of it, so that something can be shown soon."""

LARGE_BYTES = 250_000
PACKED_SHARE = 4
"""A file of records that is larger than `LARGE_BYTES` is parted; a packed one unpacks to several times its size."""

Work = Callable[[Settings], "list[PreparedFile]"]


@dataclass(frozen=True, slots=True)
class Task:
    """`work` can be sent to a worker; `size` is its share of the bytes to be read; `large` the file that it parts."""

    work: Work
    size: int
    large: LargeFile | None = None


class LargeFile:
    """A file that is read by several tasks: what came back of it, and whether that is all."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.begun = False
        self.replaces = False
        self._stat = (-1, -1)
        self._pages = 0
        self._skipped: list[Skipped] = []
        self._failure: Skipped | None = None
        self._out = 0
        self._ended = False

    def tasks(self, size: int, shares: Iterator[float]) -> Iterator[Task]:
        """Parts the file; the last task, which may be without pages, takes what is left of its size."""
        left = size
        found = pages.FilePages(Path(self.path))
        for batch in self._batches(found, shares):
            taken = left if self._ended else max(0, min(left, found.position - (size - left)))
            left -= taken
            self._out += 1
            yield Task(partial(_prepare_pages, self.path, batch), taken, self)

    def _batches(self, found: pages.FilePages, shares: Iterator[float]) -> Iterator[list[Page]]:
        batch: list[Page] = []
        weight, share = 0, next(shares)
        try:
            for item in found:
                if isinstance(item, Skipped):
                    self._skipped.append(item)
                    continue
                if weight >= BATCH_BYTES * share or len(batch) >= BATCH_PAGES * share:
                    yield batch
                    batch, weight, share = [], 0, next(shares)
                batch.append(item)
                weight += sum(map(len, item.lines))
        except pages.UnreadableError as error:
            batch, self._failure = [], error.skipped
        self._stat, self._ended = found.stat, True
        yield batch

    def taken_back(self, piece: PreparedFile) -> PreparedFile | None:
        """Counts a piece that came back; with the last one all that the file gave, but for its articles.

        Where the file turned out to be unreadable, no article of it counts, and no other report.
        """
        from geotui.index.records import PreparedFile

        self._out -= 1
        self._pages += piece.pages
        self._skipped += piece.skipped
        if self._out or not self._ended:
            return None
        if self._failure is not None:
            return PreparedFile(self.path, self._stat, 0, (), (self._failure,))
        return PreparedFile(self.path, self._stat, self._pages, (), tuple(self._skipped))

    @property
    def unreadable(self) -> bool:
        """Whether what came of it does not count."""
        return self._failure is not None


def tasks(stale: Sequence[tuple[str, int]]) -> Iterator[Task]:
    """The tasks of files, given with their sizes; made as they are asked for."""
    shares = chain((n / RAMP for n in range(1, RAMP)), repeat(1.0))
    batch: list[str] = []
    size, share = 0, next(shares)
    for path, length in stale:
        if _is_large(path, length):
            yield from LargeFile(path).tasks(length, shares)
            continue
        batch.append(path)
        size += length
        if size >= BATCH_BYTES * share or len(batch) >= BATCH_FILES * share:
            yield Task(partial(_prepare, batch), size)
            batch, size, share = [], 0, next(shares)
    if batch:
        yield Task(partial(_prepare, batch), size)


def _is_large(path: str, size: int) -> bool:
    packed = path.casefold().endswith(".gz")
    return size * (PACKED_SHARE if packed else 1) > LARGE_BYTES and pages.holds_records(path.rpartition("/")[2])


def in_flight(
    pool: Executor, waiting: Iterator[Task], settings: Settings, limit: int
) -> Iterator[tuple[Task, list[PreparedFile]]]:
    """Results as they finish, with so many tasks out at a time that workers never wait and memory stays flat."""
    running: dict[Future[list[PreparedFile]], Task] = {
        pool.submit(task.work, settings): task for task in islice(waiting, limit)
    }
    while running:
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            task = running.pop(future)
            if (following := next(waiting, None)) is not None:
                running[pool.submit(following.work, settings)] = following
            yield task, future.result()


def _prepare(paths: list[str], settings: Settings) -> list[PreparedFile]:
    """Reads files, here or in a worker; where nothing is to be read, the rooms that read are never loaded."""
    from geotui.index.records import prepare

    return prepare(paths, settings)


def _prepare_pages(path: str, found: list[Page], settings: Settings) -> list[PreparedFile]:
    from geotui.index.records import prepare_pages

    return [prepare_pages(path, found, settings)]
