"""Copies that a reader split off their story, and stories that they merged.

Kept as marks on the articles concerned, so that they follow a changed page and are undone as other marks are. What one
key did is one value, which its articles share; its time is its place in the order, for the later one holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from math import inf, nextafter
from operator import itemgetter

from geotui.marks.database import Database
from geotui.model import Apart, Corrections, MarkRow, Step, Together


class Correction(StrEnum):
    """What an article is in a correction: one that was split off, one that it left, one whose story was merged."""

    APART = "apart"
    LEFT = "left"
    TOGETHER = "together"


_KINDS = tuple(Correction)
_HOLES = ",".join("?" * len(_KINDS))


class Correcting(Database):
    """Corrections of folds; see `MarkStore`."""

    def split(self, off: Sequence[str], left: Sequence[str], at: float) -> Step:
        """Notes that articles were split off the story of others."""
        return self._correct({Correction.APART: off, Correction.LEFT: left}, at)

    def merge(self, articles: Sequence[str], at: float) -> Step:
        """Notes that the stories of articles were merged."""
        return self._correct({Correction.TOGETHER: articles}, at)

    def _correct(self, articles: dict[Correction, Sequence[str]], at: float) -> Step:
        with self._transaction():
            last = self._rows(f"SELECT max(at) FROM marks WHERE kind IN ({_HOLES})", _KINDS)[0][0]
            later = max(at, -inf if last is None else nextafter(last, inf))  # also where the clock was put back
            named = ((id_, kind) for kind, ids in articles.items() for id_ in dict.fromkeys(ids))
            rows = [MarkRow(id_, kind, repr(later), later) for id_, kind in named]
            values = [(row.article, row.kind, row.value, row.at) for row in rows]
            self._db.executemany("INSERT INTO marks VALUES(?, ?, ?, ?)", values)
        return Step("", tuple(rows))

    def _whole(self, rows: Sequence[MarkRow]) -> set[MarkRow]:
        """All rows of the corrections that some are of: other articles may have followed those that it was made of."""
        values = list({row.value for row in rows if row.kind in _KINDS})
        query = f"SELECT article, kind, value, at FROM marks WHERE kind IN ({_HOLES}) AND value IN ({{}})"
        return {MarkRow(*row) for row in self._rows_of(query, values, *_KINDS)}

    def corrections(self) -> Corrections:
        """All of them, in the order in which they were made."""
        query = f"SELECT value, kind, article FROM marks WHERE kind IN ({_HOLES}) ORDER BY at, value, kind, article"
        found = [_correction(list(rows)) for _, rows in groupby(self._rows(query, _KINDS), key=itemgetter(0))]
        return tuple(one for one in found if one is not None)

    def check(self) -> list[str]:
        """Findings of SQLite's own check, and corrections that lack a part; empty where all is well."""
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        for value, kind in self._rows(f"SELECT value, kind FROM marks WHERE kind IN ({_HOLES})", _KINDS):
            kinds[value].add(kind)
        whole = ({Correction.APART, Correction.LEFT}, {Correction.TOGETHER})
        lacking = [value for value, found in sorted(kinds.items()) if found not in whole]
        return [*super().check(), *(f"{self._path}: correction {value} lacks a part" for value in lacking)]


def _correction(rows: Sequence[tuple[str, str, str]]) -> Apart | Together | None:
    """What its articles tell of a correction; None where a part of it is lacking."""
    of = {kind: tuple(article for _, k, article in rows if k == kind) for kind in Correction}
    if of[Correction.APART] and of[Correction.LEFT]:
        return Apart(of[Correction.APART], of[Correction.LEFT])
    return Together(of[Correction.TOGETHER]) if len(of[Correction.TOGETHER]) > 1 else None
