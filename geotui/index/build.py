"""Brings an index up to date, file by file: only what is new or changed is read, and a kill at any point loses nothing.

Each batch of files is one transaction; articles of files that went or changed stay, marked dead, until the stories are
published anew in one transaction. So a reader sees the old stories or the new ones, never a mixture.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from geotui import pages
from geotui.index import schema
from geotui.index.corrections import are_made
from geotui.index.publish import publish
from geotui.index.successors import find_again, is_anew, taken, waiting
from geotui.index.tasks import LargeFile, Task, in_flight, tasks
from geotui.index.writing import sentences, writer_lock
from geotui.model import Corrections, IndexReport, Progress, Skipped, Successor, Whereabouts
from geotui.settings import Settings

if TYPE_CHECKING:
    from geotui.index.records import PreparedFile

Follow: TypeAlias = Callable[[Sequence[Successor]], None]
Corrected: TypeAlias = Callable[[], Corrections]
Marked: TypeAlias = Callable[[], Iterable[Whereabouts]]
"""Asked before each publication: a reader may correct folds while a run is under way."""

SERIAL_BYTES = 400_000
"""Below this starting workers costs more than they save."""

TASKS_OUT = 8
"""Tasks handed out per worker, so that workers have enough to do while the first stories are being shown."""

PUBLISH_SECONDS = 2.0
PUBLISH_REST = 15
"""The stories found so far are shown after this time, at once where none are shown yet; then each time as much has
passed, and so many times what it took to show them."""

WALK_TELL_SECONDS = 0.25
"""Between two words on the files found so far; a folder that is walked in less time is walked without a word."""

FOLDING = "folding copies into stories"

SETTLE_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again within one tick of its clock: it is read again."""


def update(
    path: Path,
    roots: Sequence[Path],
    stamp: schema.Stamp,
    settings: Settings,
    workers: int | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    wait_for_lock: bool = True,
    early: bool = False,
    follow: Follow = lambda _: None,
    corrected: Corrected = tuple,
    marked: Marked = tuple,
) -> IndexReport:
    """Reads what is new or changed below the roots and publishes the stories; with `early` the first ones at once.

    `corrected` gives what a reader folded otherwise; the stories are published anew where they were made with others.
    `follow` is told which articles are others changed, in the order in which they came about, once they are published;
    again in the next run where it did not return. `marked` gives where the articles with marks stood: those that an
    index made from nothing has not are looked for there, changed.
    Raises StoreError where the index cannot be written. Where another process is at it and `wait_for_lock` is false,
    the report says `busy` and nothing is done.
    """
    with sentences(path), writer_lock(path, wait_for_lock) as held:
        if not held:
            return IndexReport(0, 0, 0, 0, 0, 0, (), busy=True)
        try:
            return _run(path, stamp, roots, settings, progress, early, follow, corrected, marked, workers)
        except sqlite3.DatabaseError as error:
            if not schema.is_damage(error):
                raise
            schema.remove(path)  # a cache: made anew, it is sound again
            return _run(path, stamp, roots, settings, progress, early, follow, corrected, marked, workers)


def _run(
    path: Path,
    stamp: schema.Stamp,
    roots: Sequence[Path],
    settings: Settings,
    progress: Callable[[Progress], None],
    early: bool,
    follow: Follow,
    corrected: Corrected,
    marked: Marked,
    workers: int | None,
) -> IndexReport:
    with closing(schema.open_for_writing(path, stamp)) as connection:
        return _Run(connection, roots, settings, progress, early, follow, corrected, marked).run(workers)


class _Run:
    """One run of `update` on an open index."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        roots: Sequence[Path],
        settings: Settings,
        progress: Callable[[Progress], None],
        early: bool,
        follow: Follow,
        corrected: Corrected,
        marked: Marked,
    ) -> None:
        self._db = connection
        self._follow = follow
        self._corrected = corrected
        self._marked = marked
        self._early = early
        self._roots = roots
        self._settings = settings
        self._progress = progress
        self._read = 0

    def run(self, workers: int | None) -> IndexReport:
        self._db.execute("UPDATE articles SET live=0 WHERE live IS NULL")  # a run that was killed left them
        found, skipped = pages.walk(self._roots, self._tell_of_walk())
        known = {row[0]: row[1:] for row in self._db.execute("SELECT path, size, mtime_ns, settled FROM files")}
        stale = [(path, size) for path, size in map(_sized, map(str, found)) if not self._is_known(path, size, known)]
        gone = known.keys() - set(map(str, found))
        if gone:
            self._forget(gone)
        self._read_all(stale, workers)
        self._note_skipped(skipped)
        if is_anew(self._db):
            find_again(self._db, self._marked())
        self._let_follow()
        while self._dirty() or not are_made(self._db, self._corrected()):
            self._progress(Progress(1, 1, self._count("articles WHERE live"), FOLDING))
            publish(self._db, self._corrected())
            self._let_follow()  # corrections follow changed articles, too
        return self._report()

    def _let_follow(self) -> None:
        found, last = waiting(self._db)
        while found:
            self._follow(found)
            taken(self._db, last)
            found, last = waiting(self._db)

    def _tell_of_walk(self) -> Callable[[int], None]:
        due = time.monotonic() + WALK_TELL_SECONDS

        def tell(files: int) -> None:
            nonlocal due
            if time.monotonic() >= due:
                due = time.monotonic() + WALK_TELL_SECONDS
                self._progress(Progress(0, 0, 0, f"looking for pages, {files:,} files so far"))

        return tell

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
        self._progress(Progress(0, total, 0, "reading"))
        count = workers or (os.cpu_count() or 1)
        waiting = tasks(stale)
        if count == 1 or total < SERIAL_BYTES:
            self._take(((task, task.work(self._settings)) for task in waiting), total)
            return
        with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_settle_worker) as pool:
            try:
                self._take(in_flight(pool, waiting, self._settings, TASKS_OUT * count), total)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                for worker in active_children():
                    worker.terminate()  # or whoever interrupts would wait for the pages under way
                raise

    def _take(self, results: Iterable[tuple[Task, list[PreparedFile]]], total: int) -> None:
        """Writes results as they come, a transaction each, and shows the first stories early."""
        done = articles = 0
        due = time.monotonic() + (PUBLISH_SECONDS if self._is_published() else 0)
        for task, files in results:
            self._write(task, files)
            done += task.size
            articles += sum(len(file.articles) for file in files)
            if self._early and articles and done < total and (begun := time.monotonic()) >= due:
                self._progress(Progress(done, total, articles, FOLDING))
                publish(self._db, self._corrected())
                self._let_follow()
                ended = time.monotonic()
                due = ended + max(PUBLISH_SECONDS, PUBLISH_REST * (ended - begun))
            self._progress(Progress(done, total, articles, "reading"))

    def _write(self, task: Task, files: list[PreparedFile]) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        for file in files:
            if task.large is None:
                self._bury(file.path)
                self._add(file)
                self._enter(file)
            else:
                self._write_piece(task.large, file)
        self._db.execute("INSERT OR REPLACE INTO meta VALUES('dirty', '1')")
        self._db.execute("COMMIT")

    def _write_piece(self, large: LargeFile, piece: PreparedFile) -> None:
        """Articles of a new file live at once; those of a changed one wait, so that none is missed or there twice."""
        path = piece.path
        if not large.begun:
            large.begun = True
            large.replaces = bool(self._db.execute("SELECT 1 FROM articles WHERE path=? AND live", (path,)).fetchone())
            # unsettled, so that after a kill it is read again, or forgotten where it is gone
            self._db.execute("INSERT OR IGNORE INTO files VALUES(?, -1, -1, 0, 0)", (path,))
        self._add(piece, waits=large.replaces)
        whole = large.taken_back(piece)
        if whole is None:
            return
        if large.unreadable:
            self._bury(path)
        elif large.replaces:
            self._db.execute("UPDATE articles SET live=(live IS NULL) WHERE path=?", (path,))
        self._enter(whole)

    def _add(self, file: PreparedFile, waits: bool = False) -> None:
        for article in file.articles:
            row = (article.id, file.path, None if waits else 1, article.brief, article.whole, article.sketch)
            n = self._db.execute(
                "INSERT INTO articles(id, path, live, brief, whole, sketch) VALUES(?, ?, ?, ?, ?, ?)", row
            ).lastrowid
            self._db.execute("INSERT INTO tellings VALUES(?, ?)", (n, article.telling))
            self._db.execute("INSERT INTO fresh VALUES(?, ?)", (n, article.paragraphs))
            words = (n, article.title_words, article.body_words)
            self._db.execute("INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)", words)

    def _enter(self, file: PreparedFile) -> None:
        """Notes that a file is read, and what of it was not."""
        size, mtime = file.stat
        settled = int(mtime >= 0 and mtime < time.time_ns() - SETTLE_NS and not _unstable(file))
        self._db.execute(
            "INSERT OR REPLACE INTO files VALUES(?, ?, ?, ?, ?)", (file.path, size, mtime, settled, file.pages)
        )
        self._db.execute("DELETE FROM skipped WHERE path=?", (file.path,))
        self._db.executemany(
            "INSERT INTO skipped VALUES(?, ?, ?)", [(s.path, s.record, s.reason) for s in file.skipped]
        )
        self._read += 1

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
        return row is not None or not self._is_published()

    def _is_published(self) -> bool:
        return self._db.execute("SELECT 1 FROM meta WHERE key='generation'").fetchone() is not None

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
