"""The reader's words for dates, certainty, kinds and marks. Pure; no notation of the data is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from geotui.model import ActorKind, CopyEntry, Published, Relation, StoryActor, day_in_words

_SURENESS = ((0.95, "almost certain"), (0.8, "very likely"), (0.6, "likely"), (0.0, "a guess"))
_KINDS = {ActorKind.PERSON: "People", ActorKind.COUNTRY: "Countries", ActorKind.ORGANISATION: "Organisations"}
_RELATIONS = {
    Relation.LEADING: "shown here",
    Relation.IDENTICAL: "the same text",
    Relation.NEAR: "nearly the same text",
    Relation.EXCERPT: "an excerpt",
    Relation.UPDATE: "another version",
    Relation.QUOTES: "quotes",
    Relation.DIGEST: "digest",
}


def long_date(when: Published) -> str:
    """A date of publication with its certainty, in words."""
    if when.day is not None and when.metadata:
        return day_in_words(when.day)
    if when.day is not None:
        sureness = next(words for least, words in _SURENESS if when.confidence >= least)
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


def copy(entry: CopyEntry) -> str:
    """One copy of a story: outlet, date, what it is to the leading one."""
    parts = (entry.source or "no outlet", entry.published.in_words(), _RELATIONS[entry.relation])
    return ", ".join(filter(None, parts))


def count(number: int, one: str, many: str) -> str:
    """`1 copy`, `3 copies`."""
    return f"{number:,} {one if number == 1 else many}"
