"""The reader's words for dates, certainty, kinds and marks. Pure; no notation of the data is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from geotui.library.relations import relation_words
from geotui.model import (
    MONTHS,
    ActorKind,
    CopyEntry,
    Marks,
    Published,
    Relation,
    Span,
    Story,
    StoryActor,
    day_in_words,
)
from geotui.tui.list_row import NOTE, STAR, TAG, UPDATED

_KINDS = {ActorKind.PERSON: "People", ActorKind.COUNTRY: "Countries", ActorKind.ORGANISATION: "Organisations"}


def long_date(when: Published) -> str:
    """A date of publication with its certainty, in words."""
    if when.day is not None and when.metadata:
        return day_in_words(when.day)
    if when.day is not None:
        sureness = when.sureness() or "a guess"
        between = _between(when.start, when.end) if (when.start, when.end) != (when.day, when.day) else ""
        return f"about {day_in_words(when.day)} ({', '.join(filter(None, (sureness, between)))})"
    return _between(when.start, when.end) or "date unknown"


def _between(start: date | None, end: date | None) -> str:
    if start is not None and end is not None:
        return f"between {day_in_words(start)} and {day_in_words(end)}" if start != end else day_in_words(start)
    if start is not None:
        return f"not before {day_in_words(start)}"
    return f"not after {day_in_words(end)}" if end is not None else ""


def actors(found: Sequence[StoryActor], kind: ActorKind, most: int = 12) -> str:
    """`People: Vladimir Putin 14, Xi Jinping 9`; those named by role alone in parentheses; empty where none."""
    named = [actor for actor in found if actor.kind is kind]
    if not named:
        return ""
    shown = [f"({a.name})" if a.inferred else f"{a.name} {a.count}" if a.count > 1 else a.name for a in named[:most]]
    more = f", {len(named) - most} more" if len(named) > most else ""
    return f"{_KINDS[kind]}: {', '.join(shown)}{more}"


def copy_words(entry: CopyEntry) -> str:
    """One copy of a story: outlet, date, what it is to the leading one."""
    return f"{copy_origin(entry)}, {relation(entry)}"


def copy_origin(entry: CopyEntry) -> str:
    """Who printed a copy, and when."""
    return f"{entry.source or 'no outlet'}, {entry.published.in_words() or 'undated'}"


def relation(entry: CopyEntry) -> str:
    """What a copy is to the leading one."""
    return relation_words(entry)


def copy_of(story: Story, entry: CopyEntry) -> str:
    """`Copy 2 of 3 · nearly the same text`."""
    at = next((number for number, other in enumerate(story.copies, 1) if other.article == entry.article), 1)
    same = "the one that the story shows" if entry.relation is Relation.LEADING else relation(entry)
    return f"Copy {at} of {len(story.copies)} · {same}"


def span_words(span: Span) -> str:
    """The days that a date of a text means: `4 Feb 2022`, `Jan 2020`, `24 Jan 2022 to 30 Jan 2022`, `before 2014`."""
    start, end = span.start, span.end
    if start is None or end is None:
        return f"from {day_in_words(start)} on" if start else f"until {day_in_words(end)}" if end else ""
    words = (
        day_in_words(start) if start == end else _whole(start, end) or f"{day_in_words(start)} to {day_in_words(end)}"
    )
    return f"about {words}" if span.approximate else words


def _whole(start: date, end: date) -> str:
    """A whole month or year; empty where it is neither."""
    if start == date(start.year, 1, 1) and end == date(start.year, 12, 31):
        return str(start.year)
    return (
        f"{MONTHS[start.month - 1]} {start.year}"
        if Span.month(start.year, start.month).end == end and start.day == 1
        else ""
    )


def added_words(marks: Marks) -> tuple[str, ...]:
    """What a reader added to a story, with the signs of the list: `★ starred · # trade, war`, `✎ ask Bern`."""
    signs = [f"{UPDATED} updated since you read it (d: how)"] if marks.updated else []
    signs += [f"{STAR} starred"] if marks.starred else []
    signs += [f"{TAG} {', '.join(marks.tags)}"] if marks.tags else []
    return tuple(filter(None, (" · ".join(signs), f"{NOTE} {marks.note}" if marks.note else "")))


def count(number: int, one: str, many: str) -> str:
    """`1 copy`, `3 copies`."""
    return f"{number:,} {one if number == 1 else many}"
