"""Names found in one draft before its date is known: what `find_names` hands to `settle` by way of `reading`."""

from __future__ import annotations

from dataclasses import dataclass

from geotui.model.article import ActorKind, Term


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names someone. `part` is title, body or caption; offsets count code points of that part."""

    part: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor who is surely named, whatever the date, with all mentions. `role`: in the text's own words."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    role: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class BareName:
    """A surname without a full name in the draft: the ids of those who bear it and fit the words around it.

    `offices` and `of` are what a title and a country before it say; `titled`: it cannot be anything but a name;
    `doubtful`: the word is also a common word or a given name.
    """

    mention: Mention
    bearers: tuple[str, ...]
    offices: frozenset[str]
    of: str | None
    titled: bool
    doubtful: bool
    role: str | None


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role without a name, `the Turkish president`: the offices it can be, and the country or body it is of.

    `of` is None where the office alone says it. `like`: it is the office that one of these people holds, a counterpart.
    """

    mention: Mention
    offices: frozenset[str]
    of: str | None
    like: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """All names of one draft. `terms` are the offices that the text gives to people whom it names, for its dating;
    terms of one text are alternatives.
    """

    actors: tuple[NamedActor, ...]
    bare: tuple[BareName, ...]
    roles: tuple[RoleName, ...]
    terms: tuple[Term, ...]
