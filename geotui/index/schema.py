"""The tables of the index file, how it is opened, and the stamp that says under which analysis it was made."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

SCHEMA_VERSION = 6

_TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE files(path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, settled INTEGER, pages INTEGER) WITHOUT ROWID;
CREATE TABLE skipped(path TEXT, record TEXT, reason TEXT);
CREATE TABLE articles(
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, path TEXT, live INTEGER, brief BLOB, whole BLOB, sketch BLOB
);
CREATE INDEX articles_path ON articles(path);
CREATE INDEX articles_id ON articles(id);
CREATE INDEX articles_waiting ON articles(path) WHERE live IS NULL;
CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE word_counts USING fts5vocab(words, 'row');
CREATE TABLE stories(rank INTEGER PRIMARY KEY, id TEXT, head BLOB, actors BLOB, related BLOB);
CREATE INDEX stories_id ON stories(id);
CREATE TABLE copies(
    article INTEGER PRIMARY KEY, id TEXT, rank INTEGER, ordinal INTEGER, relation TEXT, by_hand INTEGER
);
CREATE INDEX copies_rank ON copies(rank, ordinal);
CREATE INDEX copies_id ON copies(id);
CREATE TABLE unfolded(id TEXT, article INTEGER, sketch BLOB, whole BLOB, PRIMARY KEY(id, article)) WITHOUT ROWID;
CREATE TRIGGER article_came AFTER INSERT ON articles
    BEGIN INSERT OR REPLACE INTO unfolded VALUES(NEW.id, NEW.n, NULL, NULL); END;
CREATE TRIGGER article_turned AFTER UPDATE OF live ON articles
    BEGIN INSERT OR REPLACE INTO unfolded VALUES(NEW.id, NEW.n, NULL, NULL); END;
CREATE TRIGGER article_went AFTER DELETE ON articles
    BEGIN INSERT OR REPLACE INTO unfolded VALUES(OLD.id, OLD.n, OLD.sketch, OLD.whole); END;
CREATE TABLE contents(
    n INTEGER PRIMARY KEY, words INTEGER, cut_off INTEGER, day INTEGER, source TEXT, alike BLOB, sketch BLOB
);
CREATE TABLE fresh(article INTEGER PRIMARY KEY, paragraphs BLOB);
CREATE TABLE paragraphs(low INTEGER PRIMARY KEY, entries BLOB);
CREATE TABLE gauges(part INTEGER PRIMARY KEY, packed BLOB);
CREATE TABLE shingles(low INTEGER PRIMARY KEY, entries BLOB);
CREATE TABLE joined(n INTEGER, draft INTEGER, leader INTEGER, relation INTEGER, PRIMARY KEY(n, draft)) WITHOUT ROWID;
CREATE INDEX joined_leader ON joined(leader, draft);
CREATE TABLE latest(leader INTEGER PRIMARY KEY, article INTEGER);
CREATE TABLE folds(leader INTEGER PRIMARY KEY, copies BLOB, related BLOB);
CREATE TABLE tellings(article INTEGER PRIMARY KEY, packed BLOB);
CREATE TABLE reports(article INTEGER PRIMARY KEY, published BLOB, event INTEGER);
CREATE TABLE tellers(term INTEGER PRIMARY KEY, articles BLOB);
CREATE TABLE events(n INTEGER PRIMARY KEY, id TEXT, head BLOB, ranks BLOB);
CREATE TABLE successors(n INTEGER PRIMARY KEY, old TEXT, new TEXT, whole BLOB);
CREATE TABLE actors(id TEXT PRIMARY KEY, name TEXT, kind TEXT, known INTEGER, stories INTEGER) WITHOUT ROWID;
CREATE TABLE spellings(actor TEXT, text TEXT, PRIMARY KEY(actor, text)) WITHOUT ROWID;
CREATE TABLE outlets(spelling TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE postings(kind TEXT, key TEXT, ranks BLOB, PRIMARY KEY(kind, key)) WITHOUT ROWID;
CREATE TABLE about(first INTEGER, last INTEGER, rank INTEGER, PRIMARY KEY(first, last, rank)) WITHOUT ROWID;
"""
"""`meta`: `anew` until marked texts were looked for whose pages changed before the index was made.
`articles.live`: 1; 0 where dead and not yet deleted; NULL while the file, read before, is not read whole again.
`unfolded`: contents that have to be folded again, with an article that came or went, and what folding needs of one that
went; `fresh`: the paragraphs of articles that are to be folded.
`contents` to `folds`: what folding keeps, see `kept` and `shingles`.
`reports` are the stories that events were found among last, by their leading articles, with the date and spread
that they had then, and the article that labels their event; `tellers` says which of them tell a term."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Under what an index was made; another stamp makes it anew."""

    analysis: int
    knowledge: str
    settings: str

    def __str__(self) -> str:
        """The stamp as it is stored, with the version of the tables."""
        return f"{SCHEMA_VERSION}.{self.analysis}.{self.knowledge}.{self.settings}"


def connect_to_write(path: Path) -> sqlite3.Connection:
    """Opens an index file, or makes it without tables."""
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
    connection.execute("PRAGMA page_size=16384")  # an article is 3 kB: four to a page waste less than one
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA cache_size=-32000")
    return connection


def open_for_writing(path: Path, stamp: Stamp) -> sqlite3.Connection:
    """The index file of this stamp, made anew where it has another one, is damaged, or is not there."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.exists() and stamp_of(path) != str(stamp):
        remove(path)
    fresh = not path.exists()
    connection = connect_to_write(path)
    if fresh:
        first = f"INSERT INTO meta VALUES('stamp', '{stamp}'), ('anew', '1');"
        connection.executescript(f"BEGIN;{_TABLES}{first}COMMIT;")
    return connection


def remove(path: Path) -> None:
    """Deletes an index file and what SQLite keeps beside it."""
    for part in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        part.unlink(missing_ok=True)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is damaged."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def stamp_of(path: Path) -> str | None:
    """The stamp of an index file; None where there is none that can be read."""
    if not path.exists():
        return None
    try:
        connection = sqlite3.connect(path, timeout=10)
        try:
            row = connection.execute("SELECT value FROM meta WHERE key='stamp'").fetchone()
            connection.execute("SELECT 1 FROM about LIMIT 1")
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def set_meta(db: sqlite3.Connection, key: str, value: bytes) -> None:
    """Keeps a value under a name."""
    db.execute("INSERT OR REPLACE INTO meta VALUES(?, ?)", (key, value))
