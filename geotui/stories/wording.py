"""A text as a sequence of the words that count when copies are compared, each with its place in the text.

What must not be in here: comparing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from geotui.stories.spelling import comparable_words, without_credits

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*")
_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    r"per\s+cent\b|%"
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"  # 12, 1,200, 3.5, 12th, 4bn
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|[{_UNSPACED}]"
    rf"|[^\W_{_UNSPACED}]+(?:['’ʼ][^\W_{_UNSPACED}]+)*",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands, in code points: `before` is where the white space and opening quotation marks before it
    begin, `behind` where the punctuation behind it ends.
    """

    before: int
    start: int
    end: int
    behind: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph stands, in code points, and which words are its own."""

    start: int
    end: int
    first: int
    behind: int


class Wording:
    """The words of a text that count, without credits and datelines; `places` are theirs."""

    def __init__(self, text: str) -> None:
        """Reads a text; never fails."""
        self.text = text
        self.words: list[str] = []
        self.places: list[Place] = []
        self.paragraphs: list[Paragraph] = []
        tokens = list(_tokens(text))
        counting = iter(_counting([form for form, _ in tokens], [form for form, _ in _tokens(without_credits(text))]))
        at = 0
        for found in _PARAGRAPH.finditer(text):
            first = len(self.words)
            spans: list[tuple[int, int]] = []
            while at < len(tokens) and tokens[at][1][0] < found.end():
                form, span = tokens[at]
                if next(counting):
                    self.words.append(form)
                    spans.append(span)
                at += 1
            self.places += _places(text, found.span(), spans)
            self.paragraphs.append(Paragraph(*found.span(), first, len(self.words)))

    def written(self, first: int, behind: int) -> str:
        """Some words in a row as they are written."""
        return self.text[self.places[first].start : self.places[behind - 1].end]


def _tokens(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The words of a text as they are compared, and where each stands."""
    for found in _TOKEN.finditer(text):
        if form := _form(found[0]):
            yield form, found.span()


@lru_cache(maxsize=1 << 16)
def _form(token: str) -> str:
    return ("" if "." in token and not token[0].isdigit() else " ").join(comparable_words(token))


def _counting(words: Sequence[str], kept: Sequence[str]) -> list[bool]:
    """Which of the words are those that are kept, in their order."""
    flags: list[bool] = []
    at = 0
    for word in words:
        counts = at < len(kept) and word == kept[at]
        flags.append(counts)
        at += counts
    return flags if at == len(kept) else [True] * len(words)


def _places(text: str, paragraph: tuple[int, int], spans: Sequence[tuple[int, int]]) -> Iterator[Place]:
    """What stands between two words belongs to the first one up to a white space, to the second one from there on."""
    before = paragraph[0]
    for number, (start, end) in enumerate(spans):
        if number + 1 < len(spans):
            space = _SPACE.search(text, end, spans[number + 1][0])
            behind = space.start() if space else spans[number + 1][0]
        else:
            behind = paragraph[1]
        yield Place(before, start, end, behind)
        before = behind
