"""Paragraphs as lines of a width, wrapped only as far as they are looked at: a megabyte opens at once. Pure.

A line knows where its text stands in its paragraph, so that places of the text can be found in it and painted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from rich.cells import get_character_cell_size, split_graphemes

from geotui.library.finding import Ranges
from geotui.text import clean
from geotui.tui.paint import width_of

_BLANK = re.compile(r"[^\S ]")
_LETTER = re.compile("[^ ]")
_WORD = re.compile("[^ ]+")
_NARROW = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0556\u2010-\u2027\u2030-\u205e]*")
"""Text of one cell a character, for sure: the writing of most pages, wrapped without measuring each letter."""

_JOINS = re.compile("[\u200d\ufe0f]")
_WIDEST_LETTER = 2
_MOST_PER_CELL = 6
"""Characters that a cell can hold at most: nothing longer is measured."""


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
    `lead` stands before the first line and is no part of the text. `matches` and `added` count code points of the text
    as it is shown, `wrapping.shown`: places that a filter means, and words put in that the text itself does not have.
    """

    text: str
    role: Role = Role.BODY
    gap: bool = True
    indent: int = 0
    keep: bool = False
    lead: str = ""
    matches: Ranges = ()
    added: Ranges = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: `text[before:]` is its text from `start` to `end`.

    `offset` counts the characters of the whole text up to its end.
    """

    text: str
    role: Role
    offset: int
    paragraph: int = 0
    start: int = 0
    end: int = 0
    before: int = 0


class Lines:
    """The lines of some paragraphs at a width, at least 1. Made as they are asked for and kept."""

    def __init__(self, paragraphs: Sequence[Paragraph], width: int) -> None:
        self.width = max(1, width)
        self._starts = list(accumulate((len(paragraph.text) for paragraph in paragraphs), initial=0))
        self.total = self._starts[-1]
        self._made: list[Line] = []
        self._rest = _lines(paragraphs, self._starts, self.width)

    def line(self, number: int) -> Line | None:
        """A line, 0 first; None past the end."""
        while number >= len(self._made):
            following = next(self._rest, None)
            if following is None:
                return None
            self._made.append(following)
        return self._made[number]

    def __iter__(self) -> Iterator[Line]:
        """All lines."""
        number = 0
        while (line := self.line(number)) is not None:
            yield line
            number += 1

    def count(self) -> int:
        """How many lines there are; wraps all of them."""
        self._made.extend(self._rest)
        return len(self._made)

    def offset(self, paragraph: int, at: int) -> int:
        """The place in the whole text of one in a paragraph."""
        return self._starts[paragraph] + at

    def number_at(self, offset: int) -> int:
        """The first line that ends behind so many characters, so that a place is found again at another width."""
        number = 0
        while (line := self.line(number)) is not None and line.offset <= offset:
            number += 1
        return number if line is not None else max(0, number - 1)


def shown(text: str) -> str:
    """A text as its lines show it: safe, all white space as spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _BLANK.sub(" ", clean(text))


def _lines(paragraphs: Sequence[Paragraph], starts: Sequence[int], width: int) -> Iterator[Line]:
    for number, paragraph in enumerate(paragraphs):
        text, role, behind = shown(paragraph.text), paragraph.role, starts[number + 1]
        lead = shown(paragraph.lead) if width_of(paragraph.lead) + _WIDEST_LETTER <= width else ""
        before, further = lead, " " * paragraph.indent if paragraph.indent + _WIDEST_LETTER <= width else ""
        if paragraph.keep:
            ranges = iter([(0, len(text))] if text else [])
        else:
            ranges = wrap(text, width - width_of(lead), width - len(further))
        none = True
        for start, end in ranges:
            yield Line(before + text[start:end], role, starts[number] + end, number, start, end, len(before))
            before, none = further, False
        if none and lead:
            yield Line(lead, role, behind, number, 0, 0, len(lead))
        if not (text or lead) or (paragraph.gap and number + 1 < len(paragraphs)):
            yield Line("", role, behind, number, len(text), len(text))


def wrap(text: str, first: int, further: int) -> Iterator[tuple[int, int]]:
    """Where each line of a shown text starts and ends: the first of at most so many cells, then the further ones.

    Breaks at spaces; a word that is wider than a line, or of a script without spaces, fills the line and goes on.
    """
    room, at = first, 0
    while (letter := _LETTER.search(text, at)) is not None:
        start = letter.start()
        at = _line_end(text, start, room, further)
        yield start, at
        room = further


def _line_end(text: str, start: int, room: int, further: int) -> int:
    reach = start + _reach(text, start, room)
    if reach < len(text) and text[reach] != " ":
        space = text.rfind(" ", start, reach)
        if space >= 0 and not _is_wider(text, space + 1, further):
            reach = space
    return start + len(text[start:reach].rstrip(" "))


def _is_wider(text: str, start: int, room: int) -> bool:
    """Whether the word that starts there is wider than a line."""
    word = _WORD.match(text, start, start + room * _MOST_PER_CELL + 1)
    return word is not None and (len(word[0]) > room * _MOST_PER_CELL or width_of(word[0]) > room)


def _reach(text: str, start: int, room: int) -> int:
    """How many characters from there on fit, at least one; no accent is parted from its letter."""
    short = text[start : start + room + 1]
    if _NARROW.fullmatch(short):
        return max(1, min(room, len(short)))
    window = text[start : start + room * _MOST_PER_CELL + 1]
    used = 0
    for begin, end, cells in _cells(window):
        used += cells
        if used > room:
            return begin or end
    return len(window)


def _cells(text: str) -> Iterable[tuple[int, int, int]]:
    """(start, end, cells) of what moves on by cells; marks that take none may stand alone."""
    if _JOINS.search(text):
        return split_graphemes(text)[0]
    return ((at, at + 1, get_character_cell_size(letter)) for at, letter in enumerate(text))
