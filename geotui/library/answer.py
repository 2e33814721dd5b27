"""What a filter found: how it was read, which stories, in which order. No list of hits is built in date order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyroaring import BitMap

from geotui.model import Graded, Match
from geotui.query import Filter, Sort

if TYPE_CHECKING:
    from geotui.library.grouping import ByEvent


class Order(Protocol):
    """The stories found, in the order they are listed."""

    def __len__(self) -> int:
        """How many rows."""
        ...

    def __iter__(self) -> Iterator[int]:
        """The ranks, row by row."""
        ...

    def rank(self, row: int) -> int:
        """The rank of a row, 0 first; raises IndexError past the end."""
        ...

    def row(self, rank: int) -> int | None:
        """The row of a rank; None where it is not among them."""
        ...


class ByDate:
    """Rows selected straight from the set: ranks are in date order, those without a day last."""

    def __init__(self, ranks: BitMap, dated: int, newest_first: bool) -> None:
        self._dated = ranks & BitMap(range(dated))
        self._undated = ranks - self._dated
        self._newest_first = newest_first

    def __len__(self) -> int:
        return len(self._dated) + len(self._undated)

    def __iter__(self) -> Iterator[int]:
        yield from reversed(self._dated.to_array()) if self._newest_first else self._dated
        yield from self._undated

    def rank(self, row: int) -> int:
        count = len(self._dated)
        if row >= count:
            return self._undated[row - count]
        return self._dated[count - 1 - row if self._newest_first else row]

    def row(self, rank: int) -> int | None:
        if rank in self._undated:
            return len(self._dated) + self._undated.rank(rank) - 1
        if rank not in self._dated:
            return None
        place = self._dated.rank(rank) - 1
        return len(self._dated) - 1 - place if self._newest_first else place


class ByKey:
    """Rows sorted by a key of the story, greatest first, then the newest; those without a day last."""

    def __init__(self, ranks: BitMap, dated: int, key: Callable[[int], float]) -> None:
        self._ranks: Sequence[int] = sorted(ranks, key=lambda rank: (rank >= dated, -key(rank), -rank))
        self._rows = {rank: row for row, rank in enumerate(self._ranks)}

    def __len__(self) -> int:
        return len(self._ranks)

    def __iter__(self) -> Iterator[int]:
        return iter(self._ranks)

    def rank(self, row: int) -> int:
        return self._ranks[row]

    def row(self, rank: int) -> int | None:
        return self._rows.get(rank)


@dataclass(frozen=True, slots=True)
class Answer:
    """The stories of a filter.

    `shown` is the order of the rows: sure and likely stories, and the possible ones where asked for: `unsure` counts
    these, `hidden` those not listed. `ranks` is the set of those listed; `by_event` is `shown` where rows are by event,
    else None. `folded` counts the copies folded into the stories listed, `total` all stories of the library. `sentence`
    says how the words were read, `sentences` the same for a screen, the longest first; `advice`, where nothing is
    listed, what would find something; `hidden_by`, where something is, how many more there are but for `is:unread`.
    `generation` is that of the index.
    """

    filter: Filter
    graded: Graded
    shown: Order
    ranks: BitMap
    by_event: ByEvent | None
    hidden: int
    unsure: int
    folded: int
    total: int
    sentence: str
    sentences: tuple[str, ...]
    advice: str
    hidden_by: str
    generation: int
    sort: Sort

    @property
    def places(self) -> BitMap:
        """The ranks of the stories in whose places the rows stand."""
        return self.ranks if self.by_event is None else self.by_event.places

    def match(self, rank: int) -> Match:
        """How surely a story of it matches."""
        if rank in self.graded.sure:
            return Match.SURE
        return Match.LIKELY if rank in self.graded.likely else Match.POSSIBLE

    def counts(self) -> str:
        """How many stories it finds, what is folded or held back."""
        count = len(self.ranks)
        parts = [f"{_stories(count)} of {self.total:,}" if self.sentence else _stories(self.total)]
        if self.by_event is not None:
            events = self.by_event.events
            parts.append(f"{events:,} {'event' if events == 1 else 'events'}")
        if self.folded:
            parts.append(f"{self.folded:,} {'copy' if self.folded == 1 else 'copies'} folded")
        if self.unsure:
            parts.append(f"{self.unsure:,} of them only possible")
        if self.hidden:
            parts.append(f"+{self.hidden:,} possible")
        if self.hidden_by:
            parts.append(self.hidden_by)
        return " · ".join(parts)

    def summary(self) -> str:
        """One line in words: how the filter was read, and the counts."""
        return " · ".join(filter(None, (self.sentence, self.counts())))


def _stories(count: int) -> str:
    return f"{count:,} {'story' if count == 1 else 'stories'}"
