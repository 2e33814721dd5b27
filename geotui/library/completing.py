"""What the words under the cursor may become, and how many stories each choice would list."""

from __future__ import annotations

from geotui import query
from geotui.model import Choice
from geotui.query import Vocabulary


def choices(text: str, cursor: int, vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """The choices, the likeliest first."""
    found = []
    for offer in query.complete(text, cursor, vocabulary):
        start, end = offer.start or 0, cursor if offer.end is None else offer.end
        taken = text[:start] + offer.replacement
        label = offer.label.partition(" · ")[0]
        found.append(Choice(label, None, taken + text[end:], len(taken), "field" if taken.endswith(":") else "name"))
    return tuple(found)
