"""Whether a text comments on what happened rather than reports it: its author speaks, or its headline says so.

A columnist borrows names and numbers from the reports, so that likeness alone cannot tell a column from one of them.
What must not be in here: what happened.
"""

from __future__ import annotations

import re

FIRST_PERSON = 2
"""So often at least the author of a comment says I, in paragraphs that quote nobody."""

_NAMED = re.compile(
    r"^(?:comment(?:ary)?|column|editorial|leader|letters?|op-?ed|opinion|viewpoint)\s*[:|—–-]\s|"
    r"\s[|—–-]\s*(?:comment|editorial|op-?ed|opinion)$|^letters to the editor\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[“”\"„«‘]|(?<!\w)['’]|['’](?!\w)|``")
_AUTHOR = re.compile(r"(?:^|[.!?:;—–]\s+|(?<=[a-z],)\s|(?<=[a-z])\s)I(?=\s[a-z]|['’](?:d|m|ll|ve)\b)")


def is_commentary(title: str, text: str) -> bool:
    """Whether a text is somebody's own view: a column, a letter, a leader."""
    if _NAMED.search(title):
        return True
    own = (paragraph for paragraph in text.split("\n") if "I" in paragraph and not _QUOTES.search(paragraph))
    return sum(len(_AUTHOR.findall(paragraph)) for paragraph in own) >= FIRST_PERSON
