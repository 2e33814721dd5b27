"""What is printed: data to standard output, words to standard error, both safe for a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

from geotui.model import Published
from geotui.text import clean


def say(words: str) -> None:
    """One line for the person at the terminal, on standard error."""
    print(clean(words), file=sys.stderr)


def put(line: str = "") -> None:
    """One line of data on standard output."""
    print(clean(line))


def put_json(value: Mapping[str, object]) -> None:
    """One JSON object on a line of its own; what is not ASCII stays readable, lone surrogates do not get out."""
    print(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8"))


def day_in_words(when: Published) -> str:
    """A date of publication for people: `4 Feb 2022`, `~4 Feb 2022`, `2022?`, empty where nothing is known."""
    if when.day is not None:
        return ("" if when.metadata else "~") + f"{when.day.day} {when.day:%b %Y}"
    if when.start is not None and when.end is not None:
        return f"{when.start.year}?" if when.start.year == when.end.year else f"{when.start.year}–{when.end.year}?"
    if when.start is not None:
        return f"after {when.start.year}?"
    return f"before {when.end.year}?" if when.end is not None else ""
