"""What a page is read as: articles, the people and dates in them, and the lines that belong to none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geotui.model.span import MONTHS, Span, day_in_words, interval_edtf


@dataclass(frozen=True, slots=True)
class LineNote:
    """A line that is not shown as text, by its 1-based number, and why."""

    line: int
    reason: str


class TitleFrom(StrEnum):
    """Where a title was found."""

    LINE = "line"
    RECORD = "record"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it was cut out of its page: all that is known before names and dates are read.

    `text` is the body, paragraphs parted by a blank line; line numbers are 1-based; `date` is the metadata date as
    printed, None where there is none. `captions` are in page order, each once.
    """

    title: str
    title_from: TitleFrom
    title_line: int | None
    text: str
    body_lines: tuple[int, ...]
    captions: tuple[str, ...] = ()
    caption_lines: tuple[int, ...] = ()
    dropped: tuple[LineNote, ...] = ()
    source: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    url: str | None = None
    date: str | None = None
    cut_off: bool = False
    language: str = "en"

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line that belong to it; None for one made of fields alone."""
        own = [*self.body_lines, *self.caption_lines, *(note.line for note in self.dropped)]
        if self.title_line is not None:
            own.append(self.title_line)
        return (min(own), max(own)) if own else None


@dataclass(frozen=True, slots=True)
class Split:
    """A page cut into articles, and the lines that belong to none."""

    drafts: tuple[Draft, ...]
    leftover: tuple[LineNote, ...]


_SURENESS = ((0.95, "almost certainly"), (0.8, "very likely"), (0.6, "likely"))


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, as far as can be told.

    `start` to `end` holds the day with 80 % by our own reckoning (None where open); `confidence` is the chance that
    `day` is right to within a day, 0 where there is none; `metadata` says that the page itself gave the day.
    """

    day: date | None = None
    start: date | None = None
    end: date | None = None
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()
    metadata: bool = False

    def sureness(self) -> str:
        """How surely `day` is right, in words that stand before it; empty where it is no more than a guess."""
        return next((words for least, words in _SURENESS if self.confidence >= least), "")

    def edtf(self) -> str | None:
        """`DAY` from metadata, `DAY~` inferred, without a day the interval, None where that is open at both ends."""
        if self.day is not None:
            return self.day.isoformat() + ("" if self.metadata else "~")
        if self.start is None and self.end is None:
            return None
        return interval_edtf(self.start, self.end)

    def in_words(self) -> str:
        """At most 12 cells: `4 Feb 2022`, `~4 Feb 2022` where inferred, `2022?`, empty where nothing is known."""
        if self.day is not None:
            return ("" if self.metadata else "~") + day_in_words(self.day)
        start, end = self.start, self.end
        if start is not None and end is not None:
            if start.year != end.year:
                return f"{start.year}–{end.year}?"
            return f"{MONTHS[start.month - 1]} {start.year}?" if start.month == end.month else f"{start.year}?"
        if start is not None:
            return f"after {start.year}?"
        return f"before {end.year}?" if end is not None else ""


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country or organisation in one article.

    `mentions` are half-open ranges of code points of the article's text; `where` lists title, body and caption as they
    hold it; `inferred`: named by role alone; `known`: in the knowledge; `spellings`: as written, without repeats.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[tuple[int, int], ...] = ()
    where: tuple[str, ...] = ()
    inferred: bool = False
    role: str | None = None
    known: bool = False
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date named in an article's text: its place, its words, the days meant and its TIMEX3 value."""

    start: int
    end: int
    text: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Term:
    """A time within which a text must have been written if its words hold, e.g. an office held; `text` says which."""

    start: date | None
    end: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Dating:
    """What `dates` tells of one article: when it was published, and the dates that its text names."""

    published: Published
    mentions: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: its draft, who is in it, when it was written. `id` is `text.content_id` of its text."""

    id: str
    draft: Draft
    published: Published
    actors: tuple[Actor, ...]
    dates: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One page as it was read: its articles in page order, and the lines that belong to none of them."""

    path: str
    record: str | None
    articles: tuple[Article, ...]
    leftover: tuple[LineNote, ...]
