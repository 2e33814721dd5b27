"""The marks file: SQLite with a rollback journal, so that two windows may write and a power cut loses nothing."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from geotui.errors import StoreError
from geotui.marks.migrations import migrate
from geotui.model import Marks

_CHUNK = 500


class Mark(StrEnum):
    """The kinds of mark. A tag's value is its name, a note's its text; read and star have none."""

    READ = "read"
    STAR = "star"
    TAG = "tag"
    NOTE = "note"


class MarkStore:
    """The marks of one reader. Times are seconds since 1970, UTC. Raises StoreError where the file is damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._sentences():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
            self._db.execute("PRAGMA synchronous=FULL")
            migrate(self._db)

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"{self._path}: the marks cannot be opened or written ({error}); nothing was changed. "
                "Free some room, or move the file away to start without marks"
            ) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._sentences():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    # ------------------------------------------------------------------ marks

    def add(self, articles: Sequence[str], kind: Mark, at: float, value: str = "") -> None:
        """Marks articles; a note replaces the one before."""
        with self._transaction():
            if kind is Mark.NOTE:
                self._db.executemany("DELETE FROM marks WHERE article=? AND kind=?", [(a, kind) for a in articles])
            rows = [(article, kind, value, at) for article in articles]
            self._db.executemany("INSERT OR IGNORE INTO marks VALUES(?, ?, ?, ?)", rows)

    def remove(self, articles: Sequence[str], kind: Mark, value: str | None = None) -> None:
        """Takes a mark off articles; all of its kind where no value is given."""
        with self._transaction():
            self._db.executemany(
                "DELETE FROM marks WHERE article=? AND kind=? AND (? IS NULL OR value=?)",
                [(article, kind, value, value) for article in articles],
            )

    def marked(self, kind: Mark, value: str | None = None) -> list[str]:
        """The articles with a mark."""
        query = "SELECT DISTINCT article FROM marks WHERE kind=? AND (? IS NULL OR value=?)"
        with self._sentences():
            return [row[0] for row in self._db.execute(query, (kind, value, value))]

    def values(self, kind: Mark) -> list[tuple[str, str]]:
        """(article, value) of every mark of a kind."""
        with self._sentences():
            return self._db.execute("SELECT article, value FROM marks WHERE kind=?", (kind,)).fetchall()

    def of(self, articles: Sequence[str]) -> Marks:
        """The union of the marks of a story's copies."""
        found: dict[str, list[str]] = defaultdict(list)
        for some in _chunks(articles):
            holes = ",".join("?" * len(some))
            query = f"SELECT kind, value FROM marks WHERE article IN ({holes}) ORDER BY at, article"
            with self._sentences():
                for kind, value in self._db.execute(query, some):
                    found[kind].append(value)
        return Marks(
            read=Mark.READ in found,
            starred=Mark.STAR in found,
            tags=tuple(sorted(set(found[Mark.TAG]))),
            note="\n".join(dict.fromkeys(found[Mark.NOTE])) or None,
        )

    # ------------------------------------------------------------------ first seen, visits

    def note_seen(self, articles: Iterable[str], at: float) -> None:
        """Notes when articles first reached this reader; what was seen before keeps its time."""
        with self._transaction():
            self._db.executemany("INSERT OR IGNORE INTO seen VALUES(?, ?)", ((article, at) for article in articles))

    def seen_between(self, start: float | None, end: float | None) -> list[str]:
        """Articles first seen in the time, both ends included; None is open."""
        query = "SELECT article FROM seen WHERE (? IS NULL OR at >= ?) AND (? IS NULL OR at <= ?)"
        with self._sentences():
            return [row[0] for row in self._db.execute(query, (start, start, end, end))]

    def seen_at(self, articles: Sequence[str]) -> dict[str, float]:
        """When each article was first seen; those never seen are left out."""
        times: dict[str, float] = {}
        for some in _chunks(articles):
            holes = ",".join("?" * len(some))
            with self._sentences():
                times.update(self._db.execute(f"SELECT article, at FROM seen WHERE article IN ({holes})", some))
        return times

    def begin_visit(self, library: str, roots: Sequence[str], at: float) -> int:
        """Notes that the reader is opened on a library; the number that ends the visit."""
        with self._transaction():
            self._db.execute("INSERT OR REPLACE INTO libraries VALUES(?, ?, ?)", (library, json.dumps(list(roots)), at))
            row = self._db.execute("INSERT INTO visits(library, started, ended) VALUES(?, ?, ?)", (library, at, at))
            return int(row.lastrowid or 0)

    def end_visit(self, visit: int, at: float) -> None:
        """Notes the time up to which a visit lasted; called now and then, so that a kill loses little."""
        with self._transaction():
            self._db.execute("UPDATE visits SET ended=? WHERE n=?", (at, visit))

    def last_visit_end(self, library: str, but: int | None = None) -> float | None:
        """When the last visit to a library ended, leaving out the one under way; None where there was none."""
        query = "SELECT max(ended) FROM visits WHERE library=? AND n IS NOT ?"
        with self._sentences():
            found = self._db.execute(query, (library, but)).fetchone()[0]
        return None if found is None else float(found)

    def last_library(self) -> list[str] | None:
        """The roots of the library that the reader opened last."""
        with self._sentences():
            row = self._db.execute("SELECT roots FROM libraries ORDER BY opened DESC LIMIT 1").fetchone()
        return json.loads(row[0]) if row else None

    def check(self) -> list[str]:
        """Findings of SQLite's own check, in words; empty where all is well."""
        with self._sentences():
            rows = self._db.execute("PRAGMA integrity_check").fetchall()
        return [f"{self._path}: {row[0]}" for row in rows if row[0] != "ok"]


def _chunks(articles: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(articles), _CHUNK):
        yield articles[at : at + _CHUNK]
