"""A row of the list: a story's head with what the reader added and how surely it matches."""

from __future__ import annotations

from dataclasses import dataclass

from geotui.model import Marks, Match, StoryHead


@dataclass(frozen=True, slots=True)
class Row:
    """One story as the list shows it."""

    head: StoryHead
    marks: Marks
    match: Match
