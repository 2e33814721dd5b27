"""What is printed: data to standard output, words to standard error, both safe for a terminal."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping

from geotui.text import clean

_ACTS = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What acts on a terminal or hides there, and JSON would leave as it is; in the name of a file it is kept, escaped."""


def say(words: str) -> None:
    """One line for the person at the terminal, on standard error."""
    print(on_a_line(words), file=sys.stderr)


def put(line: str = "") -> None:
    """One line of data on standard output."""
    print(clean(line))


def put_json(value: Mapping[str, object]) -> None:
    """One JSON object on a line of its own; what is not ASCII stays readable, lone surrogates do not get out."""
    told = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    print(_ACTS.sub(lambda found: json.dumps(found[0])[1:-1], told))


def on_a_line(text: str) -> str:
    """Text such as a file's name, safe and without line breaks of its own."""
    return clean(text).replace("\n", "\\n").replace("\t", " ")


def counted(number: int, one: str, many: str = "") -> str:
    """`1 story`, `3 stories`; the plural with an s where none is given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
