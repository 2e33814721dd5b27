"""What many articles are read as: the sketch of a text, the stories that copies fold into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from geotui.model.article import ActorKind, Published
from geotui.model.page import Skipped
from geotui.model.span import day_in_words


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
    """A text in short: how many words it has, and a sorted sample of the 32-bit hashes of its word shingles."""

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
    """A copy in a story, and what it is to the leading one. `by_hand`: a reader put it there, nothing else does."""

    key: int
    relation: Relation
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """One story: its copies, the leading one first, and links to articles of other stories (never folded)."""

    copies: tuple[Folded, ...]
    related: tuple[Folded, ...] = ()


@dataclass(frozen=True, slots=True)
class Apart:
    """Articles that a reader split `off` a story, and those that they `left` there, by id."""

    off: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Articles whose stories a reader made one, by id."""

    articles: tuple[str, ...]


Corrections: TypeAlias = tuple[Apart | Together, ...]
"""What a reader folded otherwise, in the order in which they did: what came later holds against what came before."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What tells which happening a text reports.

    `terms`: its telling words and names, most telling first, each `hash << 8 | weight` with 24 bits of hash (odd ones
    are words common in all news) and a weight of 1 to 255. `numbers`: what is counted or measured, as 32 bits of hash,
    and how many. `days`: the first and last day of dates told, as ordinals. `in_title`: a bit for each of `terms`, the
    first lowest, that says whether the title has it. `outlet`: a hash of who printed it, 0 where that is not known.
    `comment`: it says what somebody thinks of what happened.
    """

    terms: tuple[int, ...] = ()
    numbers: tuple[tuple[int, float], ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    in_title: int = 0
    outlet: int = 0
    comment: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A story as event-finding sees it: `key` names it in the call; `id` and `clues` are its leading article's.

    `spread`: how often it was printed, as the number of doublings, from 1 for one copy.
    """

    key: int
    id: str
    title: str
    published: Published
    clues: Clues
    spread: int = 1


@dataclass(frozen=True, slots=True)
class Event:
    """Stories of one happening, by key: two or more, in the order of time, those without a day last.

    `label` is the key of the one whose headline names it best; `first` and `last` are days of publication.
    """

    stories: tuple[int, ...]
    label: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What a change of the stories did to events: all of `keys` were decided anew, and form these events or none."""

    keys: frozenset[int]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """A copy as a story lists it. `page` is the resolved path, `article` its number in the index of the day.

    `by_hand`: a reader put it into the story, its text does not.
    """

    article: int
    id: str
    page: str
    record: str | None
    lines: tuple[int, int] | None
    title: str
    source: str | None
    url: str | None
    published: Published
    relation: Relation
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another story that this one quotes or digests, or is quoted or digested by."""

    id: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Successor:
    """The id of an article that went, and of the one that came in its place: the same text, changed.

    `title` and `text` are those of the one that went; empty where they are not known any more.
    """

    old: str
    new: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an article stood, and an imprint of its text, by which it is found again once it is changed."""

    id: str
    path: str
    record: str | None
    title: str
    imprint: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoryActor:
    """An actor of a story and how often its copies name it; `inferred`: by role alone."""

    id: str
    name: str
    kind: ActorKind
    count: int
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class EventHead:
    """An event: the id and title of its most telling story, its first and last day, how many independent reports it has
    and how many outlets printed them or a copy. `inferred`: no page says one of these days, or that of a report.
    """

    id: str
    title: str
    first: date | None
    last: date | None
    stories: int
    outlets: int
    inferred: bool = False

    def counts(self) -> str:
        """`3 reports, 14 outlets`; where none is named, nothing of outlets."""
        outlets = f", {self.outlets:,} {'outlet' if self.outlets == 1 else 'outlets'}" if self.outlets else ""
        return f"{self.stories:,} reports{outlets}"

    def days(self) -> str:
        """`4 Feb 2022`, `~28 Jan to 4 Feb 2022` where inferred; empty where no story has a day."""
        if self.first is None or self.last is None:
            return ""
        first, last = day_in_words(self.first), day_in_words(self.last)
        if self.first.year == self.last.year:
            first = first.removesuffix(f" {self.first.year}")
        if self.first.replace(day=1) == self.last.replace(day=1):
            first = str(self.first.day)
        return ("~" if self.inferred else "") + (last if self.first == self.last else f"{first} to {last}")


@dataclass(frozen=True, slots=True)
class StoryHead:
    """A story as the list shows it. `rank` is its place in the order of dates; `sources` the outlets, by name.

    `event` is the id of the event that it is a report of, None where it is alone.
    """

    rank: int
    id: str
    title: str
    published: Published
    sources: tuple[str, ...]
    copies: int
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A story whole: its head, who is in it, its copies with the leading one first, links to others, and its event."""

    head: StoryHead
    actors: tuple[StoryActor, ...]
    copies: tuple[CopyEntry, ...]
    related: tuple[Related, ...]
    event: EventHead | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader added to a story: the union of what its copies carry.

    `updated`: it was read, but not the text that leads it now.
    """

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    updated: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an index run is: pages' bytes read of all to read, and the words for what goes on now."""

    done: int
    total: int
    articles: int
    stage: str


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an index run found: all counts are of the library as it stands, `read` of the files read in this run.

    `new`: stories that the run brought; 0 on a first one, before which there was nothing to compare with. `changed`:
    texts that were read before it and are other ones now.
    """

    files: int
    read: int
    pages: int
    articles: int
    stories: int
    folded: int
    skipped: tuple[Skipped, ...]
    busy: bool = False
    new: int = 0
    changed: int = 0
