"""What the filter language asks of whoever holds the stories. `library` answers from index and marks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from pyroaring import BitMap

from geotui.knowledge import Knowledge
from geotui.model import Graded, How, NameMatch, Span


class Vocabulary(Protocol):
    """The words that this library and the knowledge give a meaning to."""

    def resolve(self, typed: str, tiers: frozenset[How] | None = None) -> tuple[NameMatch, ...]:
        """Actors that a typed name may mean, best first; only the best non-empty tier (of `tiers`) answers."""
        ...

    def resolve_whole(self, typed: str) -> tuple[NameMatch, ...]:
        """As `resolve` of what is a name and nothing else, such as one in quotes: unlisted long spellings, too."""
        ...

    def complete(self, typed: str) -> tuple[NameMatch, ...]:
        """A few actors whom the typed name means, then those whose names begin so; else misspelled ones."""
        ...

    def knowledge(self) -> Knowledge:
        """The facts in force: who is known, country codes, offices and who held them."""
        ...

    def outlets(self) -> Mapping[str, str]:
        """Outlets, hosts and agencies: folded spelling → name as listed."""
        ...

    def stories_with(self, words: tuple[str, ...]) -> int:
        """How many stories' texts have these folded words, in this order and side by side."""
        ...

    def mostly_small(self, word: str) -> bool:
        """Whether the texts write this folded word mostly with a small first letter."""
        ...

    def has_year(self, year: int) -> bool:
        """Whether any story is of that year."""
        ...


class Postings(Protocol):
    """Sets of ranks for one term each."""

    def everything(self) -> BitMap:
        """All ranks."""
        ...

    def actor(self, actor: str) -> Graded:
        """Stories that name the actor; by role alone: possible."""
        ...

    def published(self, span: Span) -> Graded:
        """Stories whose publication lies in the span: sure, likely and possible as the design says."""
        ...

    def about(self, span: Span) -> BitMap:
        """Stories whose text names a date inside the span."""
        ...

    def added(self, start: datetime | None, end: datetime | None) -> BitMap:
        """Stories that first reached this reader in the time, both ends included, local time."""
        ...

    def outlet(self, name: str) -> BitMap:
        """Stories with a copy from the outlet, host or agency, by its name as listed."""
        ...

    def text(self, words: tuple[str, ...]) -> BitMap:
        """Stories with these folded words side by side in title, body or captions."""
        ...

    def title(self, words: tuple[str, ...]) -> BitMap:
        """The same, in titles alone."""
        ...

    def passage(self, text: str) -> Graded:
        """Stories of which a copy carries the passage: whole; most of it (likely); a part of it (possible)."""
        ...

    def url(self, part: str) -> BitMap:
        """Stories with a copy whose address has the folded part in it."""
        ...

    def tag(self, name: str) -> BitMap:
        """Stories with the tag."""
        ...

    def note(self, words: tuple[str, ...]) -> BitMap:
        """Stories whose note has these folded words side by side."""
        ...

    def flag(self, name: str) -> BitMap:
        """Stories that are unread, read, starred, new, updated, undated, or have copies, note or event."""
        ...
