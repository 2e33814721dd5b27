"""What many articles are read as: the sketch of a text, the stories that copies fold into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Relation(StrEnum):
    """What a copy is to the leading one, and (the last two) what a story is to another without being folded into it."""

    LEADING = "leading"
    IDENTICAL = "identical"
    NEAR = "near"
    EXCERPT = "excerpt"
    UPDATE = "update"
    QUOTES = "quotes"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text in short: how many words it has, and a sorted sample of the 64-bit hashes of its word shingles."""

    words: int
    hashes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Foldable:
    """An article as folding sees it. `key` names it in the call; `id` is its content id, which identical copies share.

    `order` breaks the last tie between articles that are alike in all else.
    """

    key: int
    id: str
    sketch: Sketch
    day: date | None
    source: str | None
    title: str
    cut_off: bool = False
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Folded:
    """A copy in a story, and what it is to the leading one."""

    key: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class Fold:
    """One story: its copies, the leading one first, and links to articles of other stories (never folded)."""

    copies: tuple[Folded, ...]
    related: tuple[Folded, ...] = ()
