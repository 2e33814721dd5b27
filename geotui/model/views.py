"""What a reader is shown about a story or a filter besides the story itself, and what is kept of how they read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

ChoiceKind = Literal["name", "reading", "field", "value", "history"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the words under the cursor may become.

    `text` is the whole filter line once it is taken, `cursor` the place of the cursor then; `count` the stories that
    the filter would list, None where it asks nothing yet; `label` as it is shown, without the count.
    """

    label: str
    count: int | None
    text: str
    cursor: int
    kind: ChoiceKind


@dataclass(frozen=True, slots=True)
class Linked:
    """A story that another one is linked to, by id, and what links them, in a sentence."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why a story has its date, why its copies are one story, why it fits the filter, why it reports its event: whole
    sentences; and what links it to other stories.
    """

    date: tuple[str, ...]
    copies: tuple[str, ...]
    matches: tuple[str, ...]
    event: tuple[str, ...] = ()
    links: tuple[Linked, ...] = ()


class LineKind(StrEnum):
    """What a line of a raw page was read as, seen from one of its articles."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    DROPPED = "dropped"
    OTHER = "other"
    LEFTOVER = "leftover"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of a page by its 1-based number. `reason`: why it is left out, or the title of the other article."""

    number: int
    text: str
    kind: LineKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as it was found. `note` is a sentence where it is not the page that was indexed, else empty."""

    path: str
    record: str | None
    lines: tuple[RawLine, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days with stories, the oldest first, and how many stories have no day."""

    days: tuple[tuple[date, int], ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Session:
    """How a library was left, to come back so.

    `on`: the filter is in force; `possible`: those that may match are listed, too; `by_event`: each row is an event;
    `selected`, `open`: story ids; `places`: how far each story was read, by story id; `share`: per cent of the width
    that the list takes.
    """

    filter: str = ""
    on: bool = True
    possible: bool = False
    by_event: bool = False
    selected: str | None = None
    open: str | None = None
    places: tuple[tuple[str, int], ...] = ()
    share: int = 50
    zoomed: bool = False


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark on one article as it is kept. `kind`: read, star, tag, note, or what the article is in a correction of
    folds; `at` seconds since 1970, UTC.
    """

    article: str
    kind: str
    value: str
    at: float


@dataclass(frozen=True, slots=True)
class Step:
    """What one change of marks really changed, so that exactly this can be undone. `words` say what the change did."""

    words: str
    added: tuple[MarkRow, ...] = ()
    removed: tuple[MarkRow, ...] = ()
