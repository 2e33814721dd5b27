"""Sets of ranks: which stories name an actor, hold a word, were published in a span."""

from __future__ import annotations

from collections.abc import Sequence

from pyroaring import BitMap

from geotui.index.database import ReadOnly
from geotui.index.held import Held
from geotui.index.packing import searchable, unpack_brief
from geotui.index.passages import Suspect, suspects
from geotui.index.posting import FAR, NO_RANK
from geotui.model import Graded, Span

_MANY = 20_000


class Sets:
    """The sets of ranks of one generation of an index."""

    def __init__(self, db: ReadOnly, held: Held) -> None:
        self._db = db
        self._held = held

    def posting(self, kind: str, key: str) -> BitMap:
        """The ranks posted under a key: kinds are actor, role (by role alone), outlet, flag."""
        row = self._db.row("SELECT ranks FROM postings WHERE kind=? AND key=?", (kind, key))
        return BitMap.deserialize(row[0]) if row else BitMap()

    def published(self, span: Span) -> Graded:
        """Sure: the whole interval lies in the span. Likely: the best day does. Possible: the interval touches it."""
        return self._held.published(span)

    def about(self, span: Span) -> BitMap:
        """Stories whose text names a date inside the span."""
        first = span.start.toordinal() if span.start else 0
        last = span.end.toordinal() if span.end else FAR
        rows = self._db.rows(
            "SELECT rank FROM about WHERE first >= ? AND first <= ? AND last <= ?", (first, last, last)
        )
        return BitMap(rank for (rank,) in rows)

    def text(self, words: Sequence[str], title_only: bool = False) -> BitMap:
        """Stories with these words side by side."""
        if not (phrase := _phrase(words)):
            return BitMap()
        column = "title : " if title_only else ""
        rows = self._db.rows("SELECT rowid FROM words WHERE words MATCH ?", (column + phrase,))
        ranks = self._held.ranks
        top = len(ranks)
        found = BitMap(ranks[n] for (n,) in rows if n < top)
        found.discard(NO_RANK)
        return found

    def suspects(self, passage: str) -> dict[int, list[Suspect]]:
        """The articles that may carry a passage, by the rank of their story; those likeliest to carry it first."""
        ranks = self._held.ranks
        stories: dict[int, list[Suspect]] = {}
        for suspect in suspects(self._db, passage):
            rank = ranks[suspect.article] if suspect.article < len(ranks) else NO_RANK
            if rank != NO_RANK:
                stories.setdefault(rank, []).append(suspect)
        return stories

    def url(self, part: str) -> BitMap:
        """Stories with a copy whose address has the part in it."""
        rows = self._db.rows("SELECT n, brief FROM articles")
        ranks = self._held.ranks
        found = BitMap(ranks[n] for n, b in rows if n < len(ranks) and part in (unpack_brief(b).url or "").casefold())
        found.discard(NO_RANK)
        return found

    def word_count(self, word: str) -> int:
        """How many articles have one word; 0 for what is not a single word."""
        row = self._db.row("SELECT doc FROM word_counts WHERE term=?", (word,))
        return int(row[0]) if row else 0

    def outlets(self) -> dict[str, str]:
        """Folded spelling → outlet or agency as listed."""
        return self._held.outlets

    def has_year(self, year: int) -> bool:
        """Whether the best day of any story lies in the year."""
        return self._held.has_year(year)

    def ranks_of(self, ids: Sequence[str]) -> BitMap:
        """The ranks of the stories that have copies with these article ids."""
        ranks = BitMap()
        if len(ids) > _MANY:  # reading all rows once is faster than looking up so many
            wanted = set(ids)
            ranks.update(rank for id_, rank in self._db.rows("SELECT id, rank FROM copies") if id_ in wanted)
            return ranks
        for at in range(0, len(ids), 500):
            some = ids[at : at + 500]
            holes = ",".join("?" * len(some))
            ranks.update(row[0] for row in self._db.rows(f"SELECT rank FROM copies WHERE id IN ({holes})", some))
        return ranks


def _phrase(words: Sequence[str]) -> str:
    """Words as one FTS5 phrase, each quoted so that nothing in it is an operator; empty where no letter is in it."""
    text = searchable(" ".join(words)).replace('"', " ").strip()
    return f'"{text}"' if any(c.isalnum() for c in text) else ""
