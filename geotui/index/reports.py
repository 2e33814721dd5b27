"""The events among the stories of an index, found anew where stories came, went or changed, and kept for the next time.

What must not be in here: what makes two stories reports of one event (`stories.events`), ranks but those given.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import msgspec

from geotui import stories
from geotui.index.packing import unpack_telling
from geotui.model import Event, Fold, Published, Report

SEVERAL = 1000
"""Of so many stories and more, events are found anew only where something has changed."""

FEW = 0.2
"""… unless this share of them came, went or changed: then all at once is quicker."""

_published = msgspec.msgpack.Decoder(Published)


def find_events(
    db: sqlite3.Connection, ranked: Sequence[tuple[str, Published, Fold]]
) -> list[tuple[Sequence[int], int]]:
    """The events among ranked stories (id, date, copies): the ranks of each one's stories, and its most telling one."""
    change = _without_renumbered(db, _change(db, ranked))
    if change.added or change.removed:
        _find_anew(db, change, len(ranked))
    db.execute("DELETE FROM tellings WHERE article NOT IN (SELECT n FROM articles)")
    ranks = {fold.copies[0].key: rank for rank, (_, _, fold) in enumerate(ranked)}
    events: dict[int, list[int]] = {}
    for label, article in db.execute("SELECT event, article FROM reports WHERE event IS NOT NULL"):
        events.setdefault(label, []).append(ranks[article])
    return [(members, ranks[label]) for label, members in events.items()]


@dataclass(frozen=True, slots=True)
class _Change:
    """Which stories came or went, by leading article, and their dates then and now; one that changed is in both."""

    added: Mapping[int, bytes]
    removed: Mapping[int, bytes]


def _change(db: sqlite3.Connection, ranked: Iterable[tuple[str, Published, Fold]]) -> _Change:
    before: dict[int, bytes] = dict(db.execute("SELECT article, published FROM reports"))
    added: dict[int, bytes] = {}
    removed: dict[int, bytes] = {}
    for _, published, fold in ranked:
        article, now = fold.copies[0].key, msgspec.msgpack.encode(replace(published, evidence=()))
        then = before.pop(article, None)
        if then != now:
            added[article] = now
            if then is not None:
                removed[article] = then
    return _Change(added, removed | before)


def _without_renumbered(db: sqlite3.Connection, change: _Change) -> _Change:
    """The change but for stories whose pages were merely read again: these keep their events under other numbers."""
    gone = {(when, _telling(db, article)): article for article, when in change.removed.items()}
    numbers: dict[int, int] = {}
    for article, when in change.added.items() if gone else ():
        then = gone.pop((when, _telling(db, article)), None)
        if then is not None:
            numbers[then] = article
    if not numbers:
        return change
    db.executemany("UPDATE reports SET article=? WHERE article=?", [(now, then) for then, now in numbers.items()])
    labelled = db.execute("SELECT event, article FROM reports WHERE event IS NOT NULL").fetchall()
    moved = [(numbers[label], article) for label, article in labelled if label in numbers]
    db.executemany("UPDATE reports SET event=? WHERE article=?", moved)
    same = set(numbers.values())
    return _Change(
        {article: when for article, when in change.added.items() if article not in same},
        {article: when for article, when in change.removed.items() if article not in numbers},
    )


def _find_anew(db: sqlite3.Connection, change: _Change, count: int) -> None:
    gone = [_report(db, article, when) for article, when in change.removed.items()]
    db.executemany("DELETE FROM reports WHERE article=?", [(article,) for article in change.removed])
    db.executemany("INSERT INTO reports VALUES(?, ?, NULL)", change.added.items())
    if count < SEVERAL or len(change.added) + len(gone) > FEW * count:
        db.execute("UPDATE reports SET event=NULL")
        _keep(db, stories.events([*_all(db)]))
        return
    came = [_report(db, article, when) for article, when in change.added.items()]
    found = stories.regrouped(KeptReports(db), came, gone)
    db.executemany("UPDATE reports SET event=NULL WHERE article=?", [(article,) for article in found.keys])
    _keep(db, found.events)


def _keep(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    db.executemany(
        "UPDATE reports SET event=? WHERE article=?",
        ((event.label, article) for event in events for article in event.stories),
    )


def _all(db: sqlite3.Connection) -> Iterator[Report]:
    for article, when, packed in db.execute(
        "SELECT article, published, packed FROM reports JOIN tellings USING(article)"
    ):
        yield _made(article, when, packed)


def _report(db: sqlite3.Connection, article: int, when: bytes) -> Report:
    return _made(article, when, _telling(db, article))


def _telling(db: sqlite3.Connection, article: int) -> bytes:
    found: tuple[bytes] = db.execute("SELECT packed FROM tellings WHERE article=?", (article,)).fetchone()
    return found[0]


def _made(article: int, when: bytes, packed: bytes) -> Report:
    told = unpack_telling(packed)
    return Report(article, told.id, told.title, _published.decode(when), told.clues)


class KeptReports:
    """The reports of an index, as `stories.regrouped` asks for them: who has a term is held, the rest is read."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._numbers: dict[int, int] = {}
        counts = array("I")
        for report in _all(db):
            for term in stories.posted(report.clues):
                number = self._numbers.setdefault(term, len(counts))
                if number == len(counts):
                    counts.append(0)
                counts[number] += 1
        self._ends = array("Q", accumulate(counts))
        self._holders = array("I", bytes(4 * (self._ends[-1] if counts else 0)))
        self._post(counts)

    def _post(self, free: array[int]) -> None:
        """`free`: of how many places of each term none is taken."""
        for report in _all(self._db):
            for term in stories.posted(report.clues):
                number = self._numbers[term]
                self._holders[self._ends[number] - free[number]] = report.key
                free[number] -= 1

    def _place(self, term: int) -> tuple[int, int]:
        number = self._numbers.get(term)
        if number is None:
            return 0, 0
        return self._ends[number - 1] if number else 0, self._ends[number]

    def count(self, term: int) -> int:
        start, end = self._place(term)
        return end - start

    def holders(self, term: int) -> Iterable[int]:
        start, end = self._place(term)
        return self._holders[start:end]

    def report(self, key: int) -> Report:
        (when,) = self._db.execute("SELECT published FROM reports WHERE article=?", (key,)).fetchone()
        return _report(self._db, key, when)
