"""The events among the stories of an index, found anew where stories came, went or changed, and kept for the next time.

What must not be in here: what makes two stories reports of one event (`stories.events`), ranks but those given.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import msgspec
from pyroaring import BitMap

from geotui import stories
from geotui.index.kept import kept_digests
from geotui.index.packing import unpack_telling
from geotui.model import Event, Fold, Published, Report

SEVERAL = 1000
"""Of so many stories and more, events are found anew only where something has changed."""

FEW = 0.001
"""… unless a larger share of them came, went or changed: what one touches takes as long as a thousand of them all."""

BATCH = 20_000
"""Reports whose terms are noted at once."""

_printed = msgspec.msgpack.Decoder(tuple[Published, int])


def find_events(
    db: sqlite3.Connection, ranked: Sequence[tuple[str, Published, Fold]]
) -> list[tuple[Sequence[int], int]]:
    """The events among ranked stories (id, date, copies): the ranks of each one's stories, and its most telling one.

    A digest tells of several happenings, and is a report of none.
    """
    digests = kept_digests(db)
    reports = (one for one in ranked if all(copy.key not in digests for copy in one[2].copies))
    change = _without_renumbered(db, _change(db, reports))
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
    """Which stories came or went, by leading article, with date and spread then and now; changed ones are in both."""

    added: Mapping[int, bytes]
    removed: Mapping[int, bytes]


def _change(db: sqlite3.Connection, ranked: Iterable[tuple[str, Published, Fold]]) -> _Change:
    before: dict[int, bytes] = dict(db.execute("SELECT article, published FROM reports"))
    added: dict[int, bytes] = {}
    removed: dict[int, bytes] = {}
    for _, published, fold in ranked:
        article, spread = fold.copies[0].key, len(fold.copies).bit_length()
        now = msgspec.msgpack.encode((replace(published, evidence=()), spread))
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
    KeptReports(db).post(
        (_report(db, article, change.added[article]) for article in numbers.values()),
        (_report(db, article, change.removed[article]) for article in numbers),
    )
    same = set(numbers.values())
    return _Change(
        {article: when for article, when in change.added.items() if article not in same},
        {article: when for article, when in change.removed.items() if article not in numbers},
    )


def _find_anew(db: sqlite3.Connection, change: _Change, count: int) -> None:
    gone = [_report(db, article, when) for article, when in change.removed.items()]
    kept = KeptReports(db)
    kept.post((_report(db, article, when) for article, when in change.added.items()), gone)
    db.executemany("DELETE FROM reports WHERE article=?", [(article,) for article in change.removed])
    db.executemany("INSERT INTO reports VALUES(?, ?, NULL)", change.added.items())
    if count < SEVERAL or len(change.added) + len(gone) > FEW * count:
        db.execute("UPDATE reports SET event=NULL")
        keys = array("I", (article for (article,) in db.execute("SELECT article FROM reports ORDER BY article")))
        _keep(db, stories.events_among(keys, kept.report))
        return
    came = [_report(db, article, when) for article, when in change.added.items()]
    found = stories.regrouped(kept, came, gone)
    db.executemany("UPDATE reports SET event=NULL WHERE article=?", [(article,) for article in found.keys])
    _keep(db, found.events)


def _keep(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    db.executemany(
        "UPDATE reports SET event=? WHERE article=?",
        ((event.label, article) for event in events for article in event.stories),
    )


def _report(db: sqlite3.Connection, article: int, when: bytes) -> Report:
    return _made(article, when, _telling(db, article))


def _telling(db: sqlite3.Connection, article: int) -> bytes:
    found: tuple[bytes] = db.execute("SELECT packed FROM tellings WHERE article=?", (article,)).fetchone()
    return found[0]


def _made(article: int, when: bytes, packed: bytes) -> Report:
    told = unpack_telling(packed)
    published, spread = _printed.decode(when)
    return Report(article, told.id, told.title, published, told.clues, spread)


class KeptReports:
    """The reports of an index, as `stories.regrouped` asks for them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def count(self, term: int) -> int:
        return len(self.holders(term))

    def holders(self, term: int) -> BitMap:
        row = self._db.execute("SELECT articles FROM tellers WHERE term=?", (term,)).fetchone()
        return BitMap.deserialize(row[0]) if row else BitMap()

    def report(self, key: int) -> Report:
        query = "SELECT published, packed FROM reports JOIN tellings USING(article) WHERE article=?"
        return _made(key, *self._db.execute(query, (key,)).fetchone())

    def post(self, came: Iterable[Report], gone: Iterable[Report]) -> None:
        """Notes who tells what, once reports went and others came; one that changed did both."""
        for some in _batches(gone):
            for term, articles in some.items():
                self._put(term, self.holders(term) - articles)
        for some in _batches(came):
            for term, articles in some.items():
                self._put(term, self.holders(term) | articles)

    def _put(self, term: int, articles: BitMap) -> None:
        if articles:
            self._db.execute("INSERT OR REPLACE INTO tellers VALUES(?, ?)", (term, articles.serialize()))
        else:
            self._db.execute("DELETE FROM tellers WHERE term=?", (term,))


def _batches(reports: Iterable[Report]) -> Iterator[dict[int, BitMap]]:
    """Who tells what, of so many reports at a time that they fit in little memory."""
    waiting = iter(reports)
    while some := list(islice(waiting, BATCH)):
        found: defaultdict[int, BitMap] = defaultdict(BitMap)
        for report in some:
            for term in stories.posted(report.clues):
                found[term].add(report.key)
        yield found
