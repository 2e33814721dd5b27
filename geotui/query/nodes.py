"""What a filter is read as: a tree of terms, each with its reading in words and what it asks of a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from geotui.model import Span, TermReading


class Sort(StrEnum):
    """The order of the stories found; those without a date come last in every one."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"
    COPIES = "copies"
    OUTLETS = "outlets"


class Where(StrEnum):
    """Where words are looked for; `text` is title, body and captions."""

    TEXT = "text"
    TITLE = "title"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class NamesActor:
    """The story names the actor with this id."""

    actor: str


@dataclass(frozen=True, slots=True)
class PublishedIn:
    """The story was published in the span."""

    span: Span


@dataclass(frozen=True, slots=True)
class SpeaksOf:
    """The story's text names a date in the span."""

    span: Span


@dataclass(frozen=True, slots=True)
class AddedIn:
    """The story first reached this reader in the time, both ends included, None where open."""

    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class FromOutlet:
    """The story has a copy from this outlet, host or agency, by its name as listed."""

    name: str


@dataclass(frozen=True, slots=True)
class HasWords:
    """The folded words stand side by side there."""

    words: tuple[str, ...]
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Carries:
    """A copy of the story carries the passage, whole or in part, edited as outlets edit."""

    passage: str


@dataclass(frozen=True, slots=True)
class HasUrl:
    """The folded part is in the address of a copy."""

    part: str


@dataclass(frozen=True, slots=True)
class HasTag:
    """The story carries the tag."""

    name: str


@dataclass(frozen=True, slots=True)
class HasFlag:
    """The story is unread, read, starred, new, updated, undated, or has copies, note or event."""

    name: str


Test: TypeAlias = (
    NamesActor | PublishedIn | SpeaksOf | AddedIn | FromOutlet | HasWords | Carries | HasUrl | HasTag | HasFlag
)  # what a term asks of a story


@dataclass(frozen=True, slots=True)
class Term:
    """Typed words that are read as one: a story fits where it passes any of the tests; with none, none does."""

    reading: TermReading
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class And:
    """All parts; with none, every story."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The stories that the part does not fit."""

    part: Node


Node: TypeAlias = Term | And | Or | Not


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as it was read; `terms` in the order typed, with those that ask nothing of a story (`sort:`, `the`)."""

    text: str
    root: Node
    terms: tuple[TermReading, ...]
    sort: Sort = Sort.NEWEST

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors that are sought, not those that are excluded: what to highlight in a story."""
        found = (t.actor for term in sought(self.root) for t in term.tests if isinstance(t, NamesActor))
        return tuple(dict.fromkeys(found))

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """Folded words, side by side, that are sought in title or text: what to highlight in a story."""
        tests = (t for term in sought(self.root) for t in term.tests)
        found = (t.words for t in tests if isinstance(t, HasWords) and t.where is not Where.NOTE)
        return tuple(dict.fromkeys(found))

    def is_passage(self, place: int) -> bool:
        """Whether a place in it, or an end of it, is that of a passage."""
        here = (term for term in terms(self.root) if term.reading.start <= place <= term.reading.end)
        return any(isinstance(test, Carries) for term in here for test in term.tests)


def terms(node: Node) -> Iterator[Term]:
    """All terms, in order."""
    if isinstance(node, Term):
        yield node
    else:
        for part in (node.part,) if isinstance(node, Not) else node.parts:
            yield from terms(part)


def sought(node: Node) -> Iterator[Term]:
    """The terms that speak for a story, in order; none from inside a *not*."""
    if isinstance(node, Term):
        yield node
    elif not isinstance(node, Not):
        for part in node.parts:
            yield from sought(part)
