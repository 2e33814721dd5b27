"""Paragraphs as lines of a width, wrapped only as far as they are looked at: a megabyte opens at once. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import get_character_cell_size

from geotui.text import clean
from geotui.tui.paint import safe, width_of

_WORD = re.compile(r"\S+")
_MOST_PER_CELL = 6
_BIT = 4
"""A word that is wider than a line (an address, a script without spaces) is broken every so many characters."""


class Role(StrEnum):
    """What a line is; its look is the style sheet's."""

    TITLE = "title"
    ABOUT = "about"
    BODY = "body"
    HEADING = "heading"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text; `gap`: a blank line after it; `indent`: cells left free on its further lines.

    White space of any kind parts its words. One without text is a blank line; one to `keep` is a single line as it is.
    """

    text: str
    role: Role = Role.BODY
    gap: bool = True
    indent: int = 0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `offset` counts the characters of the whole text up to its end."""

    text: str
    role: Role
    offset: int


class Lines:
    """The lines of some paragraphs at a width, at least 1. Made as they are asked for and kept."""

    def __init__(self, paragraphs: Sequence[Paragraph], width: int) -> None:
        self.width = max(1, width)
        self.total = sum(len(paragraph.text) for paragraph in paragraphs)
        self._made: list[Line] = []
        self._rest = _lines(paragraphs, self.width)

    def line(self, number: int) -> Line | None:
        """A line, 0 first; None past the end."""
        while number >= len(self._made):
            following = next(self._rest, None)
            if following is None:
                return None
            self._made.append(following)
        return self._made[number]

    def count(self) -> int:
        """How many lines there are; wraps all of them."""
        self._made.extend(self._rest)
        return len(self._made)

    def number_at(self, offset: int) -> int:
        """The first line that ends behind so many characters, so that a place is found again at another width."""
        number = 0
        while (line := self.line(number)) is not None and line.offset <= offset:
            number += 1
        return number if line is not None else max(0, number - 1)


def _lines(paragraphs: Sequence[Paragraph], width: int) -> Iterator[Line]:
    before = 0
    for place, paragraph in enumerate(paragraphs):
        text, end = paragraph.text, before + len(paragraph.text)
        indent = paragraph.indent if paragraph.indent < width else 0
        for wrapped, at in [(safe(text), len(text))] if text and paragraph.keep else wrap(text, width, indent):
            yield Line(wrapped, paragraph.role, before + at)
        if not text or (paragraph.gap and place + 1 < len(paragraphs)):
            yield Line("", paragraph.role, end)
        before = end


def wrap(text: str, width: int, indent: int = 0) -> Iterator[tuple[str, int]]:
    """(line, characters of the text used up to its end), each of at most `width` cells; further lines are indented.

    Breaks at spaces; a word that is wider than a line, or of a script without spaces, fills the line and goes on.
    """
    text = clean(text)  # whole, since a word of it may be the half of an escape sequence
    line, used, at, empty = "", 0, 0, True
    for word in _WORD.finditer(text):
        space = 1
        for piece, wide, end in _pieces(word, width - indent):
            if not empty and used + space + wide > width:
                yield line, at
                line, used, empty = " " * indent, indent, True
            if empty:
                space = 0
            line += " " * space + piece
            used += space + wide
            at, space, empty = end, 0, False
    if not empty:
        yield line, len(text)


def _pieces(word: re.Match[str], width: int) -> Iterator[tuple[str, int, int]]:
    """(text, cells, end in the text) of a word: the whole where it fits on a line, else bits of it."""
    raw = word.group()
    if len(raw) <= width * _MOST_PER_CELL:
        wide = width_of(raw)
        if wide <= width:
            yield raw, wide, word.end()
            return
    start, step = 0, max(1, min(_BIT, width // 2))
    while start < len(raw):
        end = start + step
        while end < len(raw) and not get_character_cell_size(raw[end]):
            end += 1
        bit = raw[start:end]
        yield bit, width_of(bit), word.start() + min(end, len(raw))
        start = end
