"""The steps that bring a marks file to today's tables; the names of those applied stand in the file itself.

A step that was released is never changed: another one follows it.
"""

from __future__ import annotations

import sqlite3
import time

_STEPS = {
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
}


def migrate(db: sqlite3.Connection) -> None:
    """Applies the steps that the file has not had yet, each in one transaction."""
    db.execute("CREATE TABLE IF NOT EXISTS migrations(name TEXT PRIMARY KEY, at REAL)")
    for name, script in _STEPS.items():
        db.execute("BEGIN IMMEDIATE")
        if db.execute("SELECT 1 FROM migrations WHERE name=?", (name,)).fetchone() is None:
            for statement in filter(str.strip, script.split(";")):
                db.execute(statement)
            db.execute("INSERT INTO migrations VALUES(?, ?)", (name, time.time()))
        db.execute("COMMIT")
