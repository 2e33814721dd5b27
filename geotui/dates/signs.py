"""Events that a passage tells of without naming them: all the words of a sign stand in it together.

A sign is an event's name in the knowledge that is parts with ` + ` between them, each the beginnings of words with `/`
between alternatives: `hodeidah + assault/offensive`. A headline and the first paragraph are one passage. What must not
be in here: what an event tells of the article's own date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geotui.knowledge.rows import Event, Knowledge

JOINT = " + "
_WORD = re.compile(r"\w{3,}")
_KEY = 4
_LONGEST = 1200
_MOST = 60
"""Characters of a passage, and passages of a text, that are looked at."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The words of an event, or of several in turn, as expressions to be found, the first one by its beginning."""

    events: tuple[Event, ...]
    parts: tuple[re.Pattern[str], ...]


def find_signs(text: str, lede: int, knowledge: Knowledge) -> Iterator[tuple[int, int, tuple[Event, ...]]]:
    """Where the first part of a sign stands, and the events; the text's first passage ends at `lede`."""
    signs = _signs(knowledge)
    if not signs:
        return
    ends = [lede, *(match.start() for match in re.finditer(r"\n", text) if match.start() > lede), len(text)]
    for start, end in list(pairwise([0, *ends]))[:_MOST]:
        passage = text[start : min(end, start + _LONGEST)].lower()
        for key in dict.fromkeys(match[0][:_KEY] for match in _WORD.finditer(passage)):
            for sign in signs.get(key, ()):
                places = [part.search(passage) for part in sign.parts]
                if all(places) and places[0] is not None:
                    yield start + places[0].start(), start + places[0].end(), sign.events


def _signs(knowledge: Knowledge) -> Mapping[str, Sequence[Sign]]:
    """Signs by the first letters of their first part, which has at least three; made once."""
    held = knowledge.cache.get("dates.signs")
    if held is None:
        by_name: dict[str, list[Event]] = {}
        for event in knowledge.events.values():
            for name in event.names:
                if JOINT in name:
                    by_name.setdefault(name.lower(), []).append(event)
        table: dict[str, list[Sign]] = {}
        for name, events in by_name.items():
            parts = name.split(JOINT)
            sign = Sign(tuple(events), tuple(map(_beginning, parts)))
            for key in dict.fromkeys(word[:_KEY] for word in parts[0].split("/")):
                table.setdefault(key, []).append(sign)
        held = knowledge.cache["dates.signs"] = table
    return held  # type: ignore[return-value]


def _beginning(part: str) -> re.Pattern[str]:
    """Any of the alternatives at the beginning of a word; a short one is a whole word."""
    words = [re.escape(word) + (r"\b" if len(word) <= 3 else "") for word in part.split("/")]
    return re.compile(rf"\b(?:{'|'.join(words)})")
