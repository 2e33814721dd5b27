"""Finds who only made, sent or edited a text or a picture: photographers, agencies and desks are no actors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from geotui.actors.lexicon import CREDIT_WORDS

_AGENCY = (
    r"(?:REUTERS|Reuters|AFP|AP(?: Photo)?|Xinhua|TASS|Tass|EPA(?:-EFE)?|Getty(?: Images)?|IANS|ANI|PTI|UPI|DPA|dpa|"
    r"Bloomberg|Anadolu(?: Agency)?|Sputnik|RIA(?: Novosti)?|Kyodo(?: News)?|Yonhap|NurPhoto|SOPA|ZUMA|AAP|PA|CNN|BBC|"
    r"Agencies|Shutterstock|Alamy)"
)
_NAMES = r"[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,4}"
_IN_BRACKETS = re.compile(
    rf"\((?:[^()\n]{{0,60}}[/|,] ?)?(?:via )?{_AGENCY}(?:[/|, ][^()\n]{{0,80}})?\)"
    rf"|\((?:[\w.'’]{{1,30}} ){{0,3}}[Pp]hotos? by [^()\n]{{1,80}}\)"
    rf"|\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled)\b[^()]{{0,300}}\)"
)
_ON_A_LINE = re.compile(
    r"^(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [^\n]*$"
    r"|\b(?:Photo(?:graph)?s?|Picture|Image|Credit|Photo credit)(?: by |\s*:)[^\n]*$"
    r"|© ?[^\n]{1,80}$",
    re.MULTILINE,
)
_WITH_STROKES = re.compile(
    rf"\b(?:{_NAMES}/){{1,6}}(?:[\w.'’-]{{1,30}} ?){{0,3}}?(?:via )?{_AGENCY}(?:/[\w ]{{1,40}})?\b"
    rf"|\b{_AGENCY}(?:/{_NAMES}){{1,6}}(?:(?: [Ff]ile)? [Pp]hoto)?(?: via {_AGENCY})?"
)
_AGENCY_NAMED = re.compile(_AGENCY)
_REACH = 200
_MOST_CREDITS = 200
_SIGNS = ("©", "Photo", "Picture", "Image", "Credit", "eporting by", "riting by", "diting by")
_DATELINE = re.compile(
    r"\A[A-Z][\w.'’/ -]{1,40}(?:, [A-Z][\w.'’ -]{1,24}){0,2}"
    r"(?:,? ?\d{1,2}(?: [A-Z][a-z]+\.?)?|,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?:\s*\([A-Z][\w/ ]+\))?\s*(?:--|[-–—:])\s"
)
_SENTENCES = re.compile(r"(?<=[.!?)\]])\s+")
_WORD = re.compile(r"[^\W\d_]+")


def credits(text: str, part: str) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of a body's or caption's text that hold credits or, in the body, its dateline."""
    kinds = (
        (_IN_BRACKETS, "(" in text),
        (_ON_A_LINE, any(sign in text for sign in _SIGNS)),
    )
    found = [match.span() for kind, possible in kinds if possible for match in kind.finditer(text)]
    if "/" in text:
        found += _with_strokes(text)
    if part == "body":
        dateline = _DATELINE.match(text)
        if dateline is not None and len(dateline.group().split()) <= 8:
            found.append(dateline.span())
    elif part == "caption":
        tail = _tail_credit(text)
        if tail is not None:
            found.append(tail)
    return tuple(found)


def _with_strokes(text: str) -> Iterator[tuple[int, int]]:
    """Credits parted by strokes, looked for around the names of agencies only, and around so many at most."""
    last = 0
    for agency in islice(_AGENCY_NAMED.finditer(text), _MOST_CREDITS):
        start, end = max(last, agency.start() - _REACH), agency.end() + _REACH
        match = _WITH_STROKES.search(text, start, end) if "/" in text[start:end] else None
        if match is not None:
            last = match.end()
            yield match.span()


def _tail_credit(caption: str) -> tuple[int, int] | None:
    """The last piece of a caption where it is no sentence but names parted by strokes, or names and `via`."""
    starts = [0, *(match.end() for match in _SENTENCES.finditer(caption))]
    start = starts[-1]
    piece = caption[start:]
    small = {word for word in _WORD.findall(piece) if word[0].islower()}
    credit = small <= CREDIT_WORDS and ("/" in piece or "via " in piece or "|" in piece)
    return (start, len(caption)) if credit and start else None
