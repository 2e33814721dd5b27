"""What a paragraph is when it is no text of an article: a kind that rules ask for, a reason that is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a paragraph does in the page."""

    WIDGET = auto()
    POINTER = auto()
    """Leads to other articles: `Also Read: …`."""
    LIST_HEAD = auto()
    """Stands over links to other articles: `Related`."""
    LINK = auto()
    EMPTY = auto()
    APPEAL = auto()
    PAYWALL = auto()
    TRUNCATION = auto()
    CONSENT = auto()
    ERROR = auto()
    LEGAL = auto()
    SITE = auto()
    TRAIL = auto()
    """The way from the front page to this one; an article begins below it."""
    TAGS = auto()
    STAMP = auto()
    """A time alone, as over the entries of a live report."""
    SEPARATOR = auto()
    REPEAT = auto()
    CAPTION = auto()
    PHOTO_CREDIT = auto()
    BYLINE = auto()
    DATE = auto()
    AGENCY = auto()
    CREDIT = auto()
    LABEL = auto()
    HEADER = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A judgement of one paragraph; `value` is what was read out of it: a byline, a date, an outlet, an agency."""

    kind: Kind
    reason: str
    value: str | None = None
    date: str | None = None


Marks = dict[int, Mark]
"""Marks by the paragraph's place in the page."""

HEAD_SIGNS = frozenset({Kind.BYLINE, Kind.DATE})
"""What stands between a headline and its text, and hardly anywhere else."""

END_SIGNS = frozenset(
    {
        Kind.POINTER,
        Kind.LIST_HEAD,
        Kind.LINK,
        Kind.EMPTY,
        Kind.APPEAL,
        Kind.LEGAL,
        Kind.SITE,
        Kind.PAYWALL,
        Kind.CREDIT,
        Kind.AGENCY,
        Kind.TRUNCATION,
        Kind.TRAIL,
        Kind.TAGS,
    }
)
"""What stands after the text of an article more often than inside it."""
