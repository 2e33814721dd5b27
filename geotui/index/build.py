"""Brings an index up to date, file by file: only what is new or changed is read, and a kill at any point loses nothing.

Each batch of files is one transaction; articles of files that went or changed stay, marked dead, until the stories are
published anew in one transaction. So a reader sees the old stories or the new ones, never a mixture.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING

from geotui import pages
from geotui.errors import StoreError
from geotui.index import schema
from geotui.index.publish import publish
from geotui.model import IndexReport, Progress, Skipped
from geotui.settings import Settings

if TYPE_CHECKING:
    from geotui.index.records import PreparedFile

BATCH_BYTES = 1_000_000
BATCH_FILES = 64
SERIAL_BYTES = 400_000
"""A batch is a worker's task and a transaction; below `SERIAL_BYTES` starting workers costs more than they save."""

FIRST_PUBLISH_SECONDS = 2.0
"""The stories found so far are shown after this time, then each time four times as much has passed."""

SETTLE_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again within one tick of its clock: it is read again."""


@dataclass(frozen=True, slots=True)
class _Task:
    paths: tuple[str, ...]
    size: int


def update(
    path: Path,
    roots: Sequence[Path],
    stamp: schema.Stamp,
    settings: Settings,
    workers: int | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    wait_for_lock: bool = True,
    early: bool = False,
) -> IndexReport:
    """Reads what is new or changed below the roots and publishes the stories; with `early` the first ones at once.

    Raises StoreError where the index cannot be written. Where another process is at it and `wait_for_lock` is false,
    the report says `busy` and nothing is done.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _writer_lock(path.with_suffix(".lock"), wait_for_lock) as held:
            if not held:
                return IndexReport(0, 0, 0, 0, 0, 0, (), busy=True)
            try:
                return _run(path, stamp, roots, settings, progress, early, workers)
            except sqlite3.DatabaseError as error:
                if not schema.is_damage(error):
                    raise
                schema.remove(path)  # a cache: made anew, it is sound again
                return _run(path, stamp, roots, settings, progress, early, workers)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"{path}: the index cannot be written ({error}); free some room, or let XDG_CACHE_HOME name another folder"
        ) from error
    except BrokenProcessPool as error:
        raise StoreError(
            "a process that read pages was ended from outside, perhaps for want of memory; "
            "run geotui index again, with --workers 1"
        ) from error


def _run(
    path: Path,
    stamp: schema.Stamp,
    roots: Sequence[Path],
    settings: Settings,
    progress: Callable[[Progress], None],
    early: bool,
    workers: int | None,
) -> IndexReport:
    with closing(schema.open_for_writing(path, stamp)) as connection:
        return _Run(connection, roots, settings, progress, early).run(workers)


@contextmanager
def _writer_lock(path: Path, wait_for_lock: bool) -> Iterator[bool]:
    """Held while one process writes. The file stays: removing it would let two processes hold two locks."""
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait_for_lock else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


def _prepare(paths: list[str], settings: Settings) -> list[PreparedFile]:
    """Reads files, here or in a worker; where nothing is to be read, the rooms that read are never loaded."""
    from geotui.index.records import prepare

    return prepare(paths, settings)


class _Run:
    """One run of `update` on an open index."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        roots: Sequence[Path],
        settings: Settings,
        progress: Callable[[Progress], None],
        early: bool,
    ) -> None:
        self._db = connection
        self._early = early
        self._roots = roots
        self._settings = settings
        self._progress = progress
        self._read = 0

    def run(self, workers: int | None) -> IndexReport:
        found, skipped = pages.walk(self._roots)
        known = {row[0]: row[1:] for row in self._db.execute("SELECT path, size, mtime_ns, settled FROM files")}
        stale = [(path, size) for path, size in map(_sized, map(str, found)) if not self._is_known(path, size, known)]
        gone = known.keys() - set(map(str, found))
        if gone:
            self._forget(gone)
        self._read_all(stale, workers)
        self._note_skipped(skipped)
        if self._dirty():
            self._progress(Progress(1, 1, self._count("articles WHERE live"), "folding copies into stories"))
            publish(self._db)
        return self._report()

    def _is_known(self, path: str, size: int, known: dict[str, tuple[int, int, int]]) -> bool:
        row = known.get(path)
        if row is None or not row[2] or row[0] != size:
            return False
        try:
            return row[1] == os.stat(path).st_mtime_ns  # noqa: PTH116 - a hundred thousand Paths cost a second
        except OSError:
            return False

    def _read_all(self, stale: list[tuple[str, int]], workers: int | None) -> None:
        total = sum(size for _, size in stale)
        if not stale:
            return
        count = workers or (os.cpu_count() or 1)
        tasks = _tasks(stale)
        if count == 1 or total < SERIAL_BYTES:
            self._take(((task, _prepare(list(task.paths), self._settings)) for task in tasks), total)
            return
        with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_settle_worker) as pool:
            try:
                self._take(_in_flight(pool, tasks, self._settings, 2 * count), total)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                for worker in active_children():
                    worker.terminate()  # or whoever interrupts would wait for the pages under way
                raise

    def _take(self, results: Iterable[tuple[_Task, list[PreparedFile]]], total: int) -> None:
        """Writes results as they come, a transaction each, and shows the first stories early."""
        done = articles = 0
        started, due = time.monotonic(), FIRST_PUBLISH_SECONDS
        for task, files in results:
            self._write(files)
            done += task.size
            articles += sum(len(file.articles) for file in files)
            self._progress(Progress(done, total, articles, "reading"))
            if self._early and done < total and time.monotonic() - started > due:
                publish(self._db)
                due = 4 * (time.monotonic() - started)

    def _write(self, files: list[PreparedFile]) -> None:
        now = time.time_ns()
        self._db.execute("BEGIN IMMEDIATE")
        for file in files:
            self._bury(file.path)
            for article in file.articles:
                row = (article.id, file.path, article.brief, article.whole, article.sketch)
                n = self._db.execute(
                    "INSERT INTO articles(id, path, live, brief, whole, sketch) VALUES(?, ?, 1, ?, ?, ?)", row
                ).lastrowid
                words = (n, article.title_words, article.body_words)
                self._db.execute("INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)", words)
            size, mtime = file.stat
            settled = int(mtime >= 0 and mtime < now - SETTLE_NS and not _unstable(file))
            self._db.execute(
                "INSERT OR REPLACE INTO files VALUES(?, ?, ?, ?, ?)", (file.path, size, mtime, settled, file.pages)
            )
            self._db.execute("DELETE FROM skipped WHERE path=?", (file.path,))
            self._db.executemany(
                "INSERT INTO skipped VALUES(?, ?, ?)", [(s.path, s.record, s.reason) for s in file.skipped]
            )
            self._read += 1
        self._db.execute("INSERT OR REPLACE INTO meta VALUES('dirty', '1')")
        self._db.execute("COMMIT")

    def _forget(self, gone: Iterable[str]) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        for path in gone:
            self._bury(path)
            self._db.execute("DELETE FROM files WHERE path=?", (path,))
            self._db.execute("DELETE FROM skipped WHERE path=?", (path,))
        self._db.execute("INSERT OR REPLACE INTO meta VALUES('dirty', '1')")
        self._db.execute("COMMIT")

    def _bury(self, path: str) -> None:
        self._db.execute("UPDATE articles SET live=0 WHERE path=?", (path,))

    def _note_skipped(self, skipped: Sequence[Skipped]) -> None:
        """What the walk passed over; it has no row in `files`, so it is noted anew each time."""
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute("DELETE FROM skipped WHERE path NOT IN (SELECT path FROM files)")
        self._db.executemany("INSERT INTO skipped VALUES(?, ?, ?)", [(s.path, s.record, s.reason) for s in skipped])
        self._db.execute("COMMIT")

    def _dirty(self) -> bool:
        row = self._db.execute("SELECT value FROM meta WHERE key='dirty'").fetchone()
        published = self._db.execute("SELECT 1 FROM meta WHERE key='generation'").fetchone()
        return published is None or row is not None

    def _count(self, what: str) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])

    def _report(self) -> IndexReport:
        skipped = self._db.execute("SELECT path, reason, record FROM skipped ORDER BY path, record, reason")
        articles, stories = self._count("articles"), self._count("stories")
        pages_read = self._db.execute("SELECT coalesce(sum(pages), 0) FROM files").fetchone()[0]
        return IndexReport(
            files=self._count("files"),
            read=self._read,
            pages=pages_read,
            articles=articles,
            stories=stories,
            folded=articles - stories,
            skipped=tuple(Skipped(*row) for row in skipped),
        )


def _settle_worker() -> None:
    """An interrupt is the parent's to handle, and a worker whose parent was killed must not stay behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _sized(path: str) -> tuple[str, int]:
    try:
        return path, os.stat(path).st_size  # noqa: PTH116 - see above
    except OSError:
        return path, 0


def _unstable(file: PreparedFile) -> bool:
    """Whether the file itself, not one of its records, was skipped: it is tried again at the next run."""
    return any(s.path == file.path and s.record is None for s in file.skipped)


def _tasks(stale: list[tuple[str, int]]) -> Iterator[_Task]:
    batch: list[str] = []
    size = 0
    for path, length in stale:
        batch.append(path)
        size += length
        if size >= BATCH_BYTES or len(batch) >= BATCH_FILES:
            yield _Task(tuple(batch), size)
            batch, size = [], 0
    if batch:
        yield _Task(tuple(batch), size)


def _in_flight(
    pool: Executor, tasks: Iterator[_Task], settings: Settings, limit: int
) -> Iterator[tuple[_Task, list[PreparedFile]]]:
    """Results as they finish, with so many tasks out at a time that workers never wait and memory stays flat."""
    running: dict[Future[list[PreparedFile]], _Task] = {
        pool.submit(_prepare, list(task.paths), settings): task for task in islice(tasks, limit)
    }
    while running:
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            task = running.pop(future)
            if (following := next(tasks, None)) is not None:
                running[pool.submit(_prepare, list(following.paths), settings)] = following
            yield task, future.result()
