"""What a reader keeps in memory of one generation of stories, each part made when it is first asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property

import msgspec
from pyroaring import BitMap

from geotui.index.database import ReadOnly
from geotui.index.posting import FAR
from geotui.model import Graded, Span
from geotui.text import fold


class Held:
    """Arrays over the ranks of one generation."""

    def __init__(self, db: ReadOnly) -> None:
        self._db = db

    def _array(self, key: str, code: str) -> array[int]:
        row = self._db.row("SELECT value FROM meta WHERE key=?", (key,))
        values: array[int] = array(code)
        if row:
            values.frombytes(row[0])
        return values

    @cached_property
    def count(self) -> int:
        return int(self._db.one("SELECT coalesce(max(rank) + 1, 0) FROM stories")[0])

    @cached_property
    def days(self) -> array[int]:
        """Best day (proleptic ordinal) by rank, ascending; shorter than the stories by those without."""
        return self._array("days", "I")

    @cached_property
    def ranks(self) -> array[int]:
        """Rank by article number, `NO_RANK` where there is none."""
        return self._array("ranks", "I")

    @cached_property
    def copies(self) -> array[int]:
        """How many copies each rank's story has."""
        return self._array("copies", "I")

    @cached_property
    def outlet_counts(self) -> array[int]:
        """How many outlets printed each rank's story."""
        return self._array("outlets", "I")

    @cached_property
    def events(self) -> array[int]:
        """The number of each rank's event, 0 for a story that is alone."""
        return self._array("events", "I")

    @cached_property
    def labels(self) -> array[int]:
        """The rank of each event's most telling story, by number."""
        return self._array("labels", "I")

    @cached_property
    def outlets(self) -> dict[str, str]:
        return dict(self._db.rows("SELECT spelling, name FROM outlets"))

    @cached_property
    def people(self) -> dict[str, str]:
        """Ids of unknown people that are other spellings of one → the id of that one."""
        row = self._db.row("SELECT value FROM meta WHERE key='people'")
        found: dict[str, str] = msgspec.json.decode(row[0]) if row else {}
        return found

    def outlet(self, source: str | None, host: str | None) -> str | None:
        key = fold(source) if source is not None else host
        return None if key is None else self.outlets.get(key, source or host)

    @cached_property
    def _vague(self) -> tuple[array[int], BitMap]:
        flat = self._array("vague", "I")
        return flat, BitMap(flat[::3])

    @cached_property
    def _by_first(self) -> tuple[array[int], array[int]]:
        return self._sorted(1)

    @cached_property
    def _by_last(self) -> tuple[array[int], array[int]]:
        return self._sorted(2)

    def _sorted(self, column: int) -> tuple[array[int], array[int]]:
        """One end of the vague intervals, ascending, and the ranks in the same order."""
        flat = self._vague[0]
        pairs = sorted(zip(flat[column::3], flat[::3], strict=True))
        return array("I", (day for day, _ in pairs)), array("I", (rank for _, rank in pairs))

    def published(self, span: Span) -> Graded:
        first = span.start.toordinal() if span.start else 0
        last = span.end.toordinal() if span.end else FAR
        best = BitMap(range(bisect_left(self.days, first), bisect_right(self.days, last)))
        vague = self._vague[1]
        firsts, by_first = self._by_first
        lasts, by_last = self._by_last
        inside = BitMap(by_first[bisect_left(firsts, first) :]) & BitMap(by_last[: bisect_right(lasts, last)])
        touches = BitMap(by_first[: bisect_right(firsts, last)]) & BitMap(by_last[bisect_left(lasts, first) :])
        sure = (best - vague) | inside
        likely = best | inside
        return Graded(sure, likely, likely | touches)

    def has_year(self, year: int) -> bool:
        at = bisect_left(self.days, date(year, 1, 1).toordinal())
        return at < len(self.days) and self.days[at] <= date(year, 12, 31).toordinal()
