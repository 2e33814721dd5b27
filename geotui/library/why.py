"""Why a story has its date, why its copies are one story, why it fits a filter: in sentences, with the evidence."""

from __future__ import annotations

from geotui.model import Published


def date_sentences(published: Published) -> tuple[str, ...]:
    """What a date rests on."""
    return tuple(f"{text[:1].upper()}{text[1:]}." for text in published.evidence)
