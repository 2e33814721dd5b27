"""Turns the articles of an index into ranked stories and their postings, in one transaction: the order of the steps.

The outcome depends on what the articles are, not on when or in which order they came.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from geotui import stories
from geotui.index.corrections import corrected
from geotui.index.events import Events
from geotui.index.folds import folds
from geotui.index.outlets import Outlets
from geotui.index.packing import Brief, searchable, unpack, unpack_brief
from geotui.index.posting import FAR, Posting, clear
from geotui.index.reports import find_events
from geotui.index.schema import set_meta
from geotui.index.successors import note_successors
from geotui.model import ActorKind, Corrections, Fold, Published


def publish(db: sqlite3.Connection, corrections: Corrections = ()) -> None:
    """Folds, ranks and posts all live articles; dead ones go. Readers see it whole or not at all.

    `corrections`: what the reader folded otherwise.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        note_successors(db)
        _bury_for_good(db)
        archive = _archive(db)
        ranked = _rank(corrected(db, folds(db), corrections), archive.known)
        events = Events(find_events(db, ranked), [id_ for id_, _, _ in ranked])
        clear(db)
        Posting(db, archive.outlets, archive.people, events).post(ranked)
        set_meta(db, "people", msgspec.json.encode(archive.people))
        set_meta(db, "generation", str(_generation(db) + 1).encode())
        db.execute("DELETE FROM meta WHERE key='dirty'")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _generation(db: sqlite3.Connection) -> int:
    row = db.execute("SELECT value FROM meta WHERE key='generation'").fetchone()
    return int(row[0]) if row else 0


def _bury_for_good(db: sqlite3.Connection) -> None:
    """Deletes dead articles; a contentless full text needs the words themselves to forget them."""
    dead = db.execute("SELECT n, whole FROM articles WHERE NOT live").fetchall()
    for n, whole in dead:
        draft = unpack(whole).draft
        row = (n, searchable(draft.title), searchable("\n".join((draft.text, *draft.captions))))
        db.execute("INSERT INTO words(words, rowid, title, body) VALUES('delete', ?, ?, ?)", row)
    db.execute("DELETE FROM articles WHERE NOT live")


@dataclass(frozen=True, slots=True)
class _Archive:
    """What all articles say: the date and id of each, the outlets, and the id that stands for an unknown person's."""

    known: Mapping[int, tuple[Published, str]]
    outlets: Outlets
    people: Mapping[str, str]


def _archive(db: sqlite3.Connection) -> _Archive:
    known: dict[int, tuple[Published, str]] = {}
    origins: list[tuple[str | None, str | None]] = []
    casts: list[stories.Cast] = []
    for n, id_, packed in db.execute("SELECT n, id, brief FROM articles WHERE live"):
        brief = unpack_brief(packed)
        known[n] = (brief.published, id_)
        origins.append((brief.source, brief.host))
        casts.append(_cast(brief))
    return _Archive(known, Outlets(origins), stories.same_people(casts))


def _cast(brief: Brief) -> stories.Cast:
    unknown = [actor for actor in brief.actors if actor.kind is ActorKind.PERSON and not actor.known]
    known = (sys.intern(actor.id) for actor in brief.actors if actor.known and not actor.inferred)
    return stories.Cast(tuple((sys.intern(a.id), sys.intern(a.name)) for a in unknown), tuple(known))


def _rank(folds: Sequence[Fold], known: Mapping[int, tuple[Published, str]]) -> list[tuple[str, Published, Fold]]:
    """The stories (the leading article's id, the date, the copies): by best day, then id, those without a day last."""
    ranked = []
    for folded in folds:
        published = _surest(known[copy.key][0] for copy in folded.copies)
        ranked.append((known[folded.copies[0].key][1], published, folded))
    ranked.sort(key=lambda story: (story[1].day or date.max, story[1].day is None, story[0]))
    return ranked


def _surest(dates: Iterable[Published]) -> Published:
    """The date of the surest copy, then the earliest; with no day at all the narrowest interval."""

    def doubt(p: Published) -> tuple[bool, bool, float, int, int]:
        first = p.start.toordinal() if p.start else 0
        last = p.end.toordinal() if p.end else FAR
        return (p.day is None, not p.metadata, -p.confidence, p.day.toordinal() if p.day else last - first, first)

    return min(dates, key=doubt)
