"""What a filter was read as, and the graded sets of stories that it finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pyroaring import BitMap


class Match(StrEnum):
    """How surely a story matches a filter."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Graded:
    """Ranks of stories by how surely they match, nested: every sure one is likely, every likely one possible."""

    sure: BitMap
    likely: BitMap
    possible: BitMap

    @classmethod
    def certain(cls, ranks: BitMap) -> Graded:
        """A set with nothing unsure in it."""
        return cls(ranks, ranks, ranks)


@dataclass(frozen=True, slots=True)
class Offer:
    """Another reading of typed words: in words for the reader, and what to put in their place in the filter.

    `start` and `end` are that place where it is not the term's own.
    """

    label: str
    replacement: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class TermReading:
    """Words of a filter and what they were taken for.

    `start` and `end` are their place in the filter; `kind` is person, country, organisation, date, outlet, text, or the
    field's name; `meaning` says it in the reader's words; `note` what is doubtful ("misspelled", "found nowhere").
    """

    start: int
    end: int
    typed: str
    kind: str
    meaning: str
    note: str = ""
    offers: tuple[Offer, ...] = ()
