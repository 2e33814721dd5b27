"""A filter's string → tokens with their places: words, quotes, fields, operators, parentheses. Total: it never raises.

Atoms are the words of which runs are made. A chunk between spaces is cut at hyphens, slashes, commas, so that a date
or name may take the pieces together again, and the pieces can be read each where none does.
What must not be in here: what any word means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

FIELDS = frozenset(
    "actor country source text title on since until about added is has tag note url sort".split()  # noqa: SIM905
)
WORD_FIELDS = frozenset(("text", "title", "tag", "note", "url", "is", "has", "sort"))
"""Fields that take one word or quotes, and no run."""

_QUOTES = '"“”„«»'
_CHUNK = re.compile(rf"[^\s{_QUOTES}()|]+")
_FIELD = re.compile(r"([^\W\d_]+):")
_CUT = re.compile(r"[-‐‑‒–—−;/]+|(?<=\w\w)&+(?=\w\w)|,+(?!\d)|(?<!\d),+")
_IDLE = re.compile(r"\s+|&+|[!?#*%]+(?=\s|$)")
_NO_CUT = re.compile(r":")
_MINUS = re.compile(rf"[-−]+(?=[^\s)|\-−])|[–—!](?=[^\W\d_]|[({_QUOTES}])")


class Mark(Enum):
    """A token without text of its own."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Sign:
    """A parenthesis, `|`, or a `-` or `!` that means *without*."""

    mark: Mark
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words; `start` and `end` take in the quotes, `inner` does not."""

    inner: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, or a piece of one. `tight`: joined to the atom before it by a hyphen, slash or comma without a space."""

    text: str
    start: int
    end: int
    tight: bool = False
    whole: bool = True

    @property
    def operator(self) -> str | None:
        """`and`, `or`, `not` where the word is one by itself."""
        word = self.text.casefold()
        return word if self.whole and word in ("and", "or", "not") else None


@dataclass(frozen=True, slots=True)
class FieldName:
    """A known field, lower case; `value` is the rest of its chunk for a field of one word, else empty."""

    name: str
    start: int
    end: int
    value: str = ""


Token = Sign | Quote | Atom | FieldName


def tokens(text: str) -> list[Token]:
    """All tokens of a filter in order."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        if idle := _IDLE.match(text, at):
            at = idle.end()
        elif char in _QUOTES:
            found.append(_quote(text, at))
            at = found[-1].end
        elif char in "()|":
            mark = {"(": Mark.OPEN, ")": Mark.CLOSE, "|": Mark.OR}[char]
            found.append(Sign(mark, at, at + 1))
            at += 1
        elif (minus := _MINUS.match(text, at)) and (at == 0 or text[at - 1].isspace() or text[at - 1] in "(|"):
            found.append(Sign(Mark.NOT, at, minus.end()))
            at = minus.end()
        else:
            at = _chunk(text, at, found)
    return found


def _quote(text: str, at: int) -> Quote:
    end = at + 1
    while end < len(text) and text[end] not in _QUOTES:
        end += 1
    return Quote(text[at + 1 : end], at, min(end + 1, len(text)))


def _chunk(text: str, at: int, found: list[Token]) -> int:
    """Adds the tokens of the chunk that begins here; returns where to go on."""
    match = _CHUNK.match(text, at)
    end = match.end() if match else at + 1
    field = _FIELD.match(text, at, end)
    if field and (name := field[1].casefold()) in FIELDS:
        if name in WORD_FIELDS:
            found.append(FieldName(name, at, end, text[field.end() : end]))
            return end
        found.append(FieldName(name, at, field.end()))
        at = field.end()
    _atoms(text, at, end, found)
    return end


def _atoms(text: str, start: int, end: int, found: list[Token]) -> None:
    if _NO_CUT.search(text, start, end):
        pieces = [(start, end)]
    else:
        edges = [start]
        for cut in _CUT.finditer(text, start, end):
            edges += cut.span()
        edges.append(end)
        pieces = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    for i, (a, b) in enumerate(pieces):
        found.append(Atom(text[a:b], a, b, tight=i > 0, whole=(a, b) == (start, end)))
