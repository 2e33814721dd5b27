"""The rows of the knowledge, typed. Ids carry their kind: `person:xi-jinping`, `country:CN`, `organisation:NATO`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Role:
    """An office held: `office` is an id of `Knowledge.offices`, `of` the id of a country or organisation.

    `start` and `end` are the earliest and latest day it can have been held; None is unknown or still held.
    """

    office: str
    of: str
    start: date | None
    end: date | None

    def holds(self, start: date | None, end: date | None) -> bool:
        """Whether it was held on some day of the interval; an open end of the interval is unbounded."""
        return (self.start is None or end is None or self.start <= end) and (
            self.end is None or start is None or start <= self.end
        )


@dataclass(frozen=True, slots=True)
class Person:
    """A person the news names. `families` are the surnames by which papers shorten the name, the usual one first."""

    id: str
    name: str
    families: tuple[str, ...]
    family_first: bool
    spellings: tuple[str, ...]
    aliases: tuple[str, ...]
    native: tuple[str, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: `demonyms` for its people and adjective, `metonyms` for what stands for its government.

    `short` forms are case-sensitive; `ambiguous` are names of it that also mean something else; `until` is the last day
    of one that is no more.
    """

    id: str
    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    metonyms: tuple[str, ...]
    short: tuple[str, ...]
    ambiguous: frozenset[str]
    until: date | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; `short` forms are case-sensitive; `country` is the id of the state it is part of, if any."""

    id: str
    name: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    type: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """An office or title.

    `titles` in lower case as news writes them, `local` ones by the id of a country or body; `sole`: one holder at once.
    """

    id: str
    titles: tuple[str, ...]
    local: Mapping[str, tuple[str, ...]]
    sole: bool


@dataclass(frozen=True, slots=True)
class Event:
    """A dated thing that texts name.

    kind `occasion`: recurs on `days`; `happening`: lasted `start` to `end`; `watershed`: named so only from `start` on.
    `fixed` is a month and day of every year. `opens` are words for its first day. `signs` tell of it where it is not
    named: beginnings of words that stand together, ` + ` between them, `/` between alternatives.
    """

    id: str
    names: tuple[str, ...]
    kind: str
    start: date | None = None
    end: date | None = None
    days: tuple[date, ...] = ()
    fixed: tuple[int, int] | None = None
    opens: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Knowledge:
    """All of it. `as_of` is the day up to which open roles were believed to hold; `digest` changes with any fact."""

    people: Mapping[str, Person]
    countries: Mapping[str, Country]
    organisations: Mapping[str, Organisation]
    offices: Mapping[str, Office]
    events: Mapping[str, Event]
    places: Mapping[str, frozenset[str]]
    given_names: frozenset[str]
    family_first_surnames: frozenset[str]
    languages: Mapping[str, frozenset[str]]
    as_of: date
    digest: str
    cache: dict[str, object] = field(default_factory=dict, init=False, compare=False, repr=False)
    """Tables that a room derives from the facts once and looks up often, by the room's own name; a copy has none."""
