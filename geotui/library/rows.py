"""A row of the list: a story's head with what the reader added, how surely it matches, and the event it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from geotui.model import EventHead, Marks, Match, Published, StoryHead


@dataclass(frozen=True, slots=True)
class Group:
    """The event that a row stands for. `stories`: how many of its reports the filter finds, `unread` of these.

    `published` is the date of the first of these in the order of the list, which gives the row its place.
    """

    event: EventHead
    stories: int
    unread: int
    published: Published


@dataclass(frozen=True, slots=True)
class Row:
    """One story as the list shows it; `group` where it stands for all stories found of its event."""

    head: StoryHead
    marks: Marks
    match: Match
    group: Group | None = None

    @property
    def published(self) -> Published:
        """The date by which the row has its place."""
        return self.head.published if self.group is None else self.group.published
