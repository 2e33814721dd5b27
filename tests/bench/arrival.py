"""Measures folding in an index: all from nothing, then pages that go and come one by one, and what it takes on disk.

    python tests/bench/arrival.py INDEX --pages 200 --seed 1

INDEX is the file of an index (`geotui locate` tells where it lies); it is copied and not changed. Articles chosen at
random go and come back, each alone; at the end the stories must be those of folding all from nothing. Times are
processor time, and wall clock where said; sketches and paragraphs, which workers make where pages are read, are there.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path

from geotui import stories
from geotui.index import folds, repeated, schema
from geotui.index.packing import unpack
from geotui.model import Fold

TABLES = ("contents", "gauges", "paragraphs", "shingles", "joined", "joined_leader", "latest", "folds")
LIMIT = 0.010


def main() -> None:
    """Copies, folds, prints figures."""
    parser = argparse.ArgumentParser(description="Measure the folding of pages that come and go.")
    parser.add_argument("index", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.index.parent) as scratch:
        path = Path(scratch) / "index.sqlite"
        with sqlite3.connect(chosen.index) as whole, sqlite3.connect(path) as copy:
            whole.backup(copy)
        db = schema.connect_to_write(path)
        measure(db, chosen.pages, random.Random(chosen.seed))


def measure(db: sqlite3.Connection, pages: int, chosen: random.Random) -> None:
    articles = [n for (n,) in db.execute("SELECT n FROM articles WHERE live ORDER BY n")]
    forget(db)
    before = memory()
    whole, _ = timed(db, lambda: folds.bring_up_to_date(db))
    count = db.execute("SELECT count(*) FROM folds").fetchone()[0]
    print(f"{len(articles)} articles, {count} stories")
    print(f"from nothing: {len(articles) / whole:.0f} articles/s, peak memory {memory():.0f} MB, {before:.0f} before")
    kept = sum(db.execute("SELECT sum(pgsize) FROM dbstat WHERE name=?", (name,)).fetchone()[0] or 0 for name in TABLES)
    sketches = db.execute("SELECT sum(length(sketch)) FROM articles").fetchone()[0]
    print(f"on disk: {(kept + sketches) / count:.0f} bytes a story, {sketches / count:.0f} of them sketches")
    taken = chosen.sample(articles, min(pages, len(articles)))
    query = "SELECT id, path, live, brief, whole, sketch FROM articles WHERE n=?"
    rows = [db.execute(query, (n,)).fetchone() for n in taken]
    went = [change_and_fold(db, "DELETE FROM articles WHERE n=?", (n,)) for n in taken]
    came = [change_and_fold(db, ADD, row) for row in rows]
    report("a page went", went)
    report("a page came", came)
    up_to_date = named(db, folds.folds(db))
    forget(db)
    if up_to_date != named(db, folds.folds(db)):
        sys.exit("the stories are not those of folding all from nothing")


ADD = "INSERT INTO articles(id, path, live, brief, whole, sketch) VALUES(?, ?, ?, ?, ?, ?)"


def change_and_fold(db: sqlite3.Connection, change: str, values: tuple[object, ...]) -> tuple[float, float]:
    """Changes an article and folds what that touches, in one transaction; the times of the folding and of the end."""
    db.execute("BEGIN IMMEDIATE")
    db.execute(change, values)
    return timed(db, lambda: folds.bring_up_to_date(db))


def forget(db: sqlite3.Connection) -> None:
    """Leaves what there is before articles are folded for the first time, in a transaction that stays open."""
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM contents")
    repeated.clear(db)
    db.execute("INSERT OR IGNORE INTO unfolded SELECT id, n, NULL, NULL FROM articles WHERE live")
    for n, whole in db.execute("SELECT n, whole FROM articles WHERE live"):
        numbers = array("Q", stories.paragraphs(unpack(whole).draft.text))
        db.execute("INSERT OR REPLACE INTO fresh VALUES(?, ?)", (n, numbers.tobytes()))


def timed(db: sqlite3.Connection, step: Callable[[], None]) -> tuple[float, float]:
    """Processor time and wall clock of the last step of a transaction and of its end, in seconds."""
    began = time.process_time(), time.perf_counter()
    step()
    db.execute("COMMIT")
    return time.process_time() - began[0], time.perf_counter() - began[1]


def named(db: sqlite3.Connection, found: Iterable[Fold]) -> set[tuple[object, ...]]:
    """Stories by what stays the same when articles get other numbers."""
    ids = dict(db.execute("SELECT n, id FROM articles"))
    return {
        (
            tuple((ids[one.key], one.relation) for one in story.copies),
            tuple((ids[one.key], one.relation) for one in story.related),
        )
        for story in found
    }


def report(name: str, times: list[tuple[float, float]]) -> None:
    used = sorted(one for one, _ in times)
    ninetieth = used[len(used) * 9 // 10]
    print(
        f"{name}: median {statistics.median(used) * 1000:.1f} ms, mean {statistics.mean(used) * 1000:.1f}, "
        f"90 % within {ninetieth * 1000:.1f}, most {used[-1] * 1000:.1f}; "
        f"wall clock {statistics.median(wall for _, wall in times) * 1000:.1f}; "
        f"within {LIMIT * 1000:.0f} ms: {sum(one <= LIMIT for one in used) / len(used):.0%}"
    )


def memory() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
