"""What typed words were taken to mean: a date phrase, a name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geotui.model.article import ActorKind
from geotui.model.span import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date phrase as it was read.

    Exactly one of three: `span` set (understood; `read_as` says it in words); `refusal` set (it begins as a date and is
    none, or is ambiguous: a sentence that gives the readings); both None (it is no date phrase at all).
    """

    text: str
    span: Span | None = None
    read_as: str = ""
    refusal: str | None = None


class How(StrEnum):
    """How a typed name matched, best first."""

    EXACT = "exact"
    ALIAS = "alias"
    INITIALS = "initials"
    TOKEN = "token"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of naming an actor, as the resolver's vocabulary lists it; `alias`: a nickname or short form."""

    text: str
    actor: str
    alias: bool = False


@dataclass(frozen=True, slots=True)
class VocabularyActor:
    """An actor whom typed names can mean; `family`: the surname, None where none; `stories`: how many name it."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    family: str | None = None
    stories: int = 0


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An actor that a typed name may mean: the spelling matched, how, and a score from 0 to 1."""

    id: str
    name: str
    kind: ActorKind
    matched: str
    how: How
    score: float
    stories: int = 0
