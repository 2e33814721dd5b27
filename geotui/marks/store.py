"""The marks of one reader: what was read, starred, tagged, noted, and folded otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from geotui.marks.corrections import Correcting
from geotui.marks.following import Following
from geotui.marks.habits import Habits
from geotui.marks.visits import Visits
from geotui.model import MarkRow, Marks, Step


class Mark(StrEnum):
    """The kinds of mark. A tag's value is its name, a note's its text; read and star have none."""

    READ = "read"
    STAR = "star"
    TAG = "tag"
    NOTE = "note"


class MarkStore(Following, Correcting, Visits, Habits):
    """All that a reader added. Times are seconds since 1970, UTC.

    Each change is one transaction, committed when the call returns, and tells what it really changed.
    """

    def add(self, articles: Sequence[str], kind: Mark, at: float, value: str = "") -> Step:
        """Marks articles that are not marked so; a note replaces the one before.

        A text that changed after it was read can be marked as read anew.
        """
        with self._transaction():
            held = self._held(articles, kind)
            ours = [MarkRow(article, kind, value, at) for article in dict.fromkeys(articles)]
            old = self._held_of_old_text(held) if kind is Mark.READ else frozenset()
            added = [row for row in ours if all(there.value != value or there in old for there in held[row.article])]
            removed = [there for row in added for there in held[row.article]] if kind is not Mark.TAG else []
            self._take_off(removed)
            self._put_on(added)
        return Step("", tuple(added), tuple(removed))

    def remove(self, articles: Sequence[str], kind: Mark, value: str | None = None) -> Step:
        """Takes a mark off articles; all of its kind where no value is given."""
        with self._transaction():
            held = self._held(articles, kind)
            removed = [row for rows in held.values() for row in rows if value in (None, row.value)]
            self._take_off(removed)
        return Step("", (), tuple(removed))

    def replay(self, step: Step, back: bool) -> Step:
        """Undoes exactly what a step changed, or does it again; what another window changed since stays as it is."""
        coming, going = (step.removed, step.added) if back else (step.added, step.removed)
        with self._transaction():
            kinds = {row.kind for row in (*coming, *going)}
            held = {row for kind in kinds for row in self._rows_held([*coming, *going], kind)}
            removed = [row for row in going if row in held]
            removed += sorted(self._whole(removed).difference(removed), key=lambda row: (row.kind, row.article))
            left = held.difference(removed)
            taken = {(row.article, row.kind, row.value) for row in left}
            noted = {row.article for row in left if row.kind == Mark.NOTE}
            added = [
                row
                for row in coming
                if (row.article, row.kind, row.value) not in taken
                and not (row.kind == Mark.NOTE and row.article in noted)
            ]
            self._take_off(removed)
            self._put_on(added)
        return Step(step.words, tuple(added), tuple(removed))

    def _held(self, articles: Sequence[str], kind: str) -> dict[str, list[MarkRow]]:
        held: dict[str, list[MarkRow]] = defaultdict(list)
        query = "SELECT article, value, at FROM marks WHERE kind=? AND article IN ({})"
        for article, value, at in self._rows_of(query, list(dict.fromkeys(articles)), kind):
            held[article].append(MarkRow(article, kind, value, at))
        return held

    def _held_of_old_text(self, held: Mapping[str, Sequence[MarkRow]]) -> frozenset[MarkRow]:
        changed = self._changed_at(list(held))
        return frozenset(row for id_, at in changed.items() for row in held[id_] if row.at <= at)

    def _rows_held(self, rows: Sequence[MarkRow], kind: str) -> Iterable[MarkRow]:
        articles = [row.article for row in rows if row.kind == kind]
        return (row for held in self._held(articles, kind).values() for row in held)

    def _put_on(self, rows: Sequence[MarkRow]) -> None:
        self._db.executemany(
            "INSERT INTO marks VALUES(?, ?, ?, ?)", [(row.article, row.kind, row.value, row.at) for row in rows]
        )

    def _take_off(self, rows: Sequence[MarkRow]) -> None:
        self._db.executemany(
            "DELETE FROM marks WHERE article=? AND kind=? AND value=?",
            [(row.article, row.kind, row.value) for row in rows],
        )

    def marked(self, kind: Mark, value: str | None = None) -> list[str]:
        """The articles with a mark."""
        query = "SELECT DISTINCT article FROM marks WHERE kind=? AND (? IS NULL OR value=?)"
        return [row[0] for row in self._rows(query, (kind, value, value))]

    def values(self, kind: Mark) -> list[tuple[str, str]]:
        """(article, value) of every mark of a kind."""
        return [
            (article, value) for article, value in self._rows("SELECT article, value FROM marks WHERE kind=?", (kind,))
        ]

    def tags(self) -> list[str]:
        """All tags, by name."""
        return [
            row[0] for row in self._rows("SELECT DISTINCT value FROM marks WHERE kind=? ORDER BY value", (Mark.TAG,))
        ]

    def of(self, articles: Sequence[str]) -> Marks:
        """The union of the marks of a story's copies."""
        query = "SELECT kind, value, at, article FROM marks WHERE article IN ({})"
        found: dict[str, list[str]] = defaultdict(list)
        for kind, value, *_ in sorted(self._rows_of(query, articles), key=lambda row: row[2:]):
            found[kind].append(value)
        return Marks(
            read=Mark.READ in found,
            starred=Mark.STAR in found,
            tags=tuple(sorted(set(found[Mark.TAG]))),
            note="\n".join(dict.fromkeys(found[Mark.NOTE])) or None,
        )
