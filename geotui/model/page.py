"""What `pages` hands up: one raw document as it was found."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fields:
    """What a page says of itself outside its text (record keys, front matter, header lines), as printed, cleaned."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    byline: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One document: a file, or one record of a file.

    `lines` are the cleaned lines of its text, line 1 first; `header` the 1-based numbers of those that were read into
    `fields`. `record` is the record's own id, else its 1-based line in the file; None where the file is the page.
    """

    path: str
    record: str | None
    lines: tuple[str, ...]
    fields: Fields = field(default_factory=Fields)
    header: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a record of one, that was not read, and the reason in words."""

    path: str
    reason: str
    record: str | None = None
