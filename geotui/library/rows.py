"""A row of the list: a story's head with what the reader added, how surely it matches, and the event it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geotui.model import EventHead, Marks, Match, StoryHead


@dataclass(frozen=True, slots=True)
class Group:
    """The event that a row stands for: how many of its stories the filter finds, and from when to when these are."""

    event: EventHead
    stories: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Row:
    """One story as the list shows it; `group` where it stands for all stories found of its event."""

    head: StoryHead
    marks: Marks
    match: Match
    group: Group | None = None
