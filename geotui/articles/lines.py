"""The lines of a page → its paragraphs, with what can be told of each from its own shape: length, end, case, gap.

A paragraph is one line, or a run of lines that were wrapped by hand at a width of the page. No rule about neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geotui.articles.markers import key_of, load_markers, plain
from geotui.text import words

_CLOSING = "\"'”’»›)]}*_■●▪◆□♦"
_ENDS = ".!?…。！？؟۔।॥።"
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]\.[A-Z]|\b(?:[A-Z]|Inc|Ltd|Co|Corp|Jr|Sr|St|No|vs|v|etc|Gen|Gov|Sen|Rep|Mr|Mrs|Dr))\.$"
)
_TAIL_CREDIT = re.compile(r"(?<=[.!?…。”\"])\s*(?:[\[(][^()\[\]]{1,40}[\])]|(?:—|–|--|\s-)\s?[A-Z][\w/ ]{1,24})\.?$")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LOWER_START = re.compile(r"[\"'“‘(]?[^\W\d_]")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_WIDE = re.compile(r"\s{2,}|\t")
WIDEST = 110  # characters; a longer line was not wrapped by hand
_BY = re.compile(r"(?:[Bb]y|BY):? [A-Z]")
NARROWEST = 38
_LONGEST_MENU = 40  # words
_WIDEST_HEADLINE = 64


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`numbers` are 1-based lines; `gap` the blank lines before; `heading` the level of a Markdown heading, else 0.

    `folded` is the text for matching, `key` its words alone, `vocabulary` each of them once. `size` counts words, two
    characters a word in scripts that write no spaces; `ends` is the closing mark, if any; `columns` counts the pieces
    that wide spaces part.
    """

    numbers: tuple[int, ...]
    text: str
    folded: str
    key: str
    vocabulary: frozenset[str]
    size: int
    gap: int
    ends: str
    heading: int
    columns: int = 1

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(self.ends)

    @property
    def prose(self) -> bool:
        """Whether it reads as running text: a sentence of some length, or too long for anything else."""
        return (self.sentence and self.size >= 6) or self.size >= 32

    @property
    def capitals(self) -> float:
        """Share of its words of four letters or more that begin with a capital."""
        long_words = [word for word in words(self.text) if len(word) >= 4]
        return sum(word[0].isupper() for word in long_words) / len(long_words) if long_words else 0.0


def read_paragraphs(lines: Sequence[str], header: Sequence[int] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of a page in order; `header` lines are passed over and count as blank."""
    passed = set(header)
    width = wrap_width(lines)
    found: list[Paragraph] = []
    run: list[int] = []
    gap = waiting = 0
    for number, line in enumerate(lines, 1):
        if not line.strip() or number in passed:
            waiting += 1
            continue
        goes_on = (
            not waiting
            and run
            and (_continues(lines[run[-1] - 1], line, width) or _broken_headline(lines, run, number))
        )
        if run and not goes_on:
            found.append(_paragraph(lines, run, gap))
            run = []
        if not run:
            gap = waiting
        waiting = 0
        run.append(number)
    if run:
        found.append(_paragraph(lines, run, gap))
    return tuple(found)


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which the page's lines were wrapped, 0 where they were not.

    Wrapped lines stop in mid-sentence and go on with a small letter; one such pair alone is chance.
    """
    widths = [
        len(line)
        for line, after in pairwise(lines)
        if NARROWEST <= len(line) <= WIDEST and _ends(line.rstrip()) == "" and _starts_small(after)
    ]
    full = sum(NARROWEST <= len(line) <= WIDEST for line in lines)
    return max(widths) if len(widths) >= 2 and len(widths) * 8 >= full else 0


def title_text(text: str) -> str:
    """A headline without the signs of a Markdown heading."""
    return _HEADING.sub("", text, count=1).rstrip("# ") if text.startswith("#") else text


def size_of(text: str) -> int:
    """Words in a text; two characters of a script without spaces count as one."""
    unspaced = len(_UNSPACED.findall(text))
    if not unspaced:
        return len(words(text))
    return unspaced // 2 + len(words(_UNSPACED.sub(" ", text)))


def join_lines(parts: Sequence[str]) -> str:
    """Lines of one paragraph as one, parted by a space but where a word was parted at its hyphen."""
    pieces: list[str] = []
    before = ""
    for part in parts:
        glued = before[-1:] == "-" and before[-2:-1].isalpha() and part[:1].isalpha()
        pieces.append(part if not pieces or glued else f" {part}")
        before = part or before
    return "".join(pieces)


def _paragraph(lines: Sequence[str], run: Sequence[int], gap: int) -> Paragraph:
    text = join_lines([" ".join(lines[number - 1].split()) for number in run])
    folded = plain(text)
    tokens = words(folded)
    heading = _HEADING.match(text)
    return Paragraph(
        numbers=tuple(run),
        text=text,
        folded=folded,
        key=" ".join(tokens),
        vocabulary=frozenset(tokens),
        size=len(tokens) if text.isascii() else size_of(text),
        gap=gap,
        ends=_ends(text),
        heading=len(heading[1]) if heading else 0,
        columns=len(_WIDE.split(lines[run[0] - 1].strip())) if len(run) == 1 and len(tokens) <= _LONGEST_MENU else 1,
    )


def _continues(line: str, after: str, width: int) -> bool:
    """Whether the second line goes on with the paragraph of the first: the first was full, or broke off."""
    if not width or len(line) > width + 8:
        return False
    if (after[:2].isspace() and not line[:2].isspace()) or (_BY.match(after) and len(after) < 0.7 * width):
        return False
    first_word = len(after.split(None, 1)[0])
    if len(line) + 1 + first_word > width - 6:
        return True
    return len(line) >= width // 2 and not _ends(line.rstrip()) and _starts_small(after)


def _broken_headline(lines: Sequence[str], run: Sequence[int], number: int) -> bool:
    """Whether two short lines set apart are one headline, broken by hand: the second goes on with a small letter."""
    first, second = lines[number - 2].strip(), lines[number - 1].strip()
    alone = len(run) == 1 and (run[0] == 1 or not lines[run[0] - 2].strip())
    apart = number == len(lines) or not lines[number].strip() or lines[number][:3].casefold() == "by "
    if not alone or not apart or max(len(first), len(second)) > _WIDEST_HEADLINE or min(len(first), len(second)) < 8:
        return False
    if _ends(first) or _ends(second) or not first[-1].isalnum() or not second[-1].isalnum() or not first[0].isupper():
        return False
    joined = key_of(first.split()[-1]) in load_markers().joiners
    return len(first.split()) >= 3 and (joined or (_starts_small(second) and len(second.split()) >= 2))


def _starts_small(line: str) -> bool:
    stripped = line.lstrip()
    match = _LOWER_START.match(stripped)
    return match is not None and stripped[match.end() - 1].islower()


def _ends(text: str) -> str:
    """The mark that ends a text as a sentence, its closing quotes aside; empty where there is none."""
    bare = _TAIL_CREDIT.sub("", text).rstrip(_CLOSING + " ")
    if not bare or bare[-1] not in _ENDS:
        return ""
    if bare[-1] == "." and len(bare.split()) <= 14 and _ABBREVIATION.search(bare):
        return ""
    return bare[-1]
