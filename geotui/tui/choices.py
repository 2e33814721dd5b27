"""What the filter bar offers while one types: names, other readings, fields, filters typed before. No widgets.

What must not be in here: how words are completed and counted, which is the library's.
"""

from __future__ import annotations

from geotui.library import Library
from geotui.model import Choice
from geotui.query.passage import LEAST_WORDS
from geotui.text import cut_at_word
from geotui.tui.choice_list import ChoiceRow
from geotui.tui.words import count

MOST = 6
"""Lines offered at once: they hide as many of the stories."""

_LEAST_EARLIER = 2
"""Lines kept for filters typed before where these begin with what is typed."""

_SHOWN = 55
"""Characters of a filter typed before by which one that has a passage is shown."""


def offered(library: Library, text: str, cursor: int, possible: bool) -> tuple[Choice, ...]:
    """What the line may become: completions where something is under the cursor, what was typed before in an empty one.

    `possible`: the stories that only may match are counted, too.
    """
    if not text.strip():
        return _earlier(library, "")
    if not text[:cursor] or text[cursor - 1].isspace():
        return ()
    earlier = _earlier(library, text) if cursor == len(text) and len(text.split()) == 1 else ()
    found = _helpful(library.complete(text, cursor, possible))[: MOST - min(len(earlier), _LEAST_EARLIER)]
    known = {choice.text.strip() for choice in found}
    return (*found, *[choice for choice in earlier if choice.text not in known])[:MOST]


def _earlier(library: Library, begin: str) -> tuple[Choice, ...]:
    typed = [line for line in library.history(begin) if line != begin.strip()]
    return tuple(Choice(_short(line), None, line, len(line), "history") for line in typed[:MOST])


def _short(line: str) -> str:
    """A filter as it is offered: of one with a passage the beginning and how many words it has."""
    count = len(line.split())
    return line if count < LEAST_WORDS else f"{cut_at_word(line, _SHOWN)} ({count:,} words)"


def _helpful(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """What no story of the result has would only hide the stories that there are; values are there to be learned."""
    return tuple(choice for choice in choices if choice.count or choice.count is None or choice.kind == "value")


def choice_row(choice: Choice) -> ChoiceRow:
    """A choice as a row: `Volodymyr Zelenskyy · 14 stories`."""
    if choice.kind == "history":
        return ChoiceRow(choice.label, "typed before")
    if choice.count is None:
        return ChoiceRow(choice.label)
    return ChoiceRow(choice.label, count(choice.count, "story", "stories"))
