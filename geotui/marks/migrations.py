"""The steps that bring a marks file to today's tables; the names of those applied stand in the file itself.

A step that was released is never changed: another one follows it.
"""

from __future__ import annotations

import sqlite3
import time

STEPS = {
    "m001_marks": """
        CREATE TABLE marks(
            article TEXT, kind TEXT, value TEXT, at REAL, PRIMARY KEY(article, kind, value)
        ) WITHOUT ROWID;
        CREATE INDEX marks_kind ON marks(kind, value);
        CREATE TABLE seen(article TEXT PRIMARY KEY, at REAL) WITHOUT ROWID;
        CREATE INDEX seen_at ON seen(at);
        CREATE TABLE visits(n INTEGER PRIMARY KEY, library TEXT, started REAL, ended REAL);
        CREATE TABLE libraries(library TEXT PRIMARY KEY, roots TEXT, opened REAL) WITHOUT ROWID;
    """,
    "m002_habits": """
        ALTER TABLE visits ADD COLUMN since REAL;
        ALTER TABLE libraries ADD COLUMN indexed REAL;
        CREATE TABLE counters(name TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
        CREATE TABLE sessions(library TEXT PRIMARY KEY, state TEXT, at REAL) WITHOUT ROWID;
        CREATE TABLE typed(n INTEGER PRIMARY KEY AUTOINCREMENT, filter TEXT UNIQUE);
        CREATE TABLE saved(n INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, filter TEXT);
    """,
    "m003_changes": """
        CREATE TABLE changes(article TEXT PRIMARY KEY, at REAL) WITHOUT ROWID;
        CREATE TABLE follows(old TEXT, new TEXT, at REAL, PRIMARY KEY(old, new)) WITHOUT ROWID;
    """,
    "m004_versions": """
        CREATE TABLE versions(
            article TEXT PRIMARY KEY, old TEXT, title TEXT, text BLOB, read REAL, changed REAL
        ) WITHOUT ROWID;
        CREATE TABLE whereabouts(
            article TEXT PRIMARY KEY, path TEXT, record TEXT, title TEXT, imprint BLOB
        ) WITHOUT ROWID;
    """,
}


def migrate(db: sqlite3.Connection) -> None:
    """Applies the steps that the file has not had yet, each in one transaction."""
    if _applied(db) >= STEPS.keys():
        return
    db.execute("CREATE TABLE IF NOT EXISTS migrations(name TEXT PRIMARY KEY, at REAL)")
    for name, script in STEPS.items():
        db.execute("BEGIN IMMEDIATE")
        try:
            if name not in _applied(db):
                for statement in filter(str.strip, script.split(";")):
                    db.execute(statement)
                db.execute("INSERT INTO migrations VALUES(?, ?)", (name, time.time()))
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def _applied(db: sqlite3.Connection) -> set[str]:
    if db.execute("SELECT 1 FROM sqlite_master WHERE name='migrations'").fetchone() is None:
        return set()
    return {row[0] for row in db.execute("SELECT name FROM migrations")}
