"""What two texts really share: passages in common, and what stands in one where the other has something else.

What must not be in here: thresholds for what that makes them; see `relations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from geotui.stories.sketches import SHINGLE
from geotui.stories.spelling import comparable_words, without_credits

RUN = 6
"""Words in a row that two reports of one event seldom share by chance, stock phrases and titles aside."""

LEAST_OWN_WORDS = 15
"""With fewer words outside quotation marks, a text is judged with its quotations."""

_ANCHOR = 3
"""So many equal words must stand on both sides of a substitution."""

_LONGEST_SUBSTITUTION = 6
"""Beyond so many words it is another passage, not another word for the same."""

_ALIKE = 70
"""Names as alike as this, of 100, are spellings of one."""

_PARAGRAPHS = re.compile(r"\n\s*\n")
_QUOTE_MARK = re.compile("([\"“”„«»]|``|'')")
_OPENING, _CLOSING = frozenset(("“", "„", "«", "``")), frozenset(("”", "»", "''"))
_NAME = re.compile(r"(?<=[a-z,;’'] )[^\W\d_a-z][\w'’-]+")
_CALENDAR = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july"),
        *("august", "september", "october", "november", "december"),
    )
)


class Prepared:
    """A text made ready for comparison: comparable words, which of them are quoted, and where paragraphs end."""

    def __init__(self, text: str) -> None:
        """Reads a text; never fails."""
        words: list[str] = []
        quoted = bytearray()
        paragraphs: list[tuple[int, int]] = []
        for paragraph in _PARAGRAPHS.split(without_credits(text)):
            start = len(words)
            for part, inside in _by_quotes(paragraph):
                words += comparable_words(part)
                quoted += (b"\x01" if inside else b"\x00") * (len(words) - len(quoted))
            if len(words) > start:
                paragraphs.append((start, len(words)))
        self.words = words
        self.quoted = bytes(quoted)
        self.paragraphs = tuple(paragraphs)
        self.names = frozenset(name for found in _NAME.findall(text) for name in comparable_words(found)) - _CALENDAR

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """All word shingles."""
        return frozenset(zip(*(self.words[at:] for at in range(SHINGLE)), strict=False))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words."""
        return frozenset(self.words)


@dataclass(frozen=True, slots=True)
class Substitution:
    """Words of the shorter text, and those that stand in their place in the longer one."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


class Overlap:
    """What a text shares with one at least as long, in runs of `RUN` words or more.

    `in_short` and `in_long` hold, for each word, 1 where it is shared.
    """

    def __init__(self, short: Prepared, long: Prepared) -> None:
        """Compares two texts."""
        self.short = short
        self.long = long
        self.in_short = _covered(short, long)
        self.in_long = _covered(long, short)

    @cached_property
    def of_short(self) -> float:
        """The part of the shorter text that is shared, quotations left out, from 0 to 1."""
        return _share(self.short, self.in_short)

    @cached_property
    def words(self) -> int:
        """Shared words outside quotation marks."""
        return sum(map(_outside, self.in_short, self.short.quoted))

    @cached_property
    def longest(self) -> int:
        """Words in the longest shared passage, broken by quotations."""
        marks = bytes(map(_outside, self.in_short, self.short.quoted))
        return max(map(len, marks.split(b"\x00")))

    @property
    def density(self) -> float:
        """How solid what is shared stands in the longer text: 1 where it is one block, 0 where nothing is shared."""
        return sum(self.in_long) / max(1, len(self.in_long.strip(b"\x00")))

    @property
    def own_of_short(self) -> float:
        """The part of the shorter text that stands in paragraphs that the longer one has not, from 0 to 1."""
        own = sum(end - start for start, end in self.own_paragraphs(of_short=True))
        return own / max(1, len(self.short.words))

    @cached_property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Short differences inside shared passages, in order."""
        return tuple(_substitutions(self.short.words, self.long.words))

    @cached_property
    def renamed(self) -> int:
        """Names of one text in whose place the other has names that the one knows nowhere, other spellings aside."""
        found = set()
        for one in self.substitutions:
            ours = {word for word in one.ours if word in self.short.names and word not in self.long.vocabulary}
            theirs = {word for word in one.theirs if word in self.long.names and word not in self.short.vocabulary}
            if ours and theirs and not any(fuzz.ratio(a, b) >= _ALIKE for a in ours for b in theirs):
                found |= ours
        return len(found)

    @cached_property
    def recounted(self) -> int:
        """Places where the texts have different numbers."""
        places = ((_numbers(one.ours), _numbers(one.theirs)) for one in self.substitutions)
        return sum(bool(ours and theirs and ours != theirs) for ours, theirs in places)

    @cached_property
    def numbers(self) -> int:
        """Numbers in the shorter text."""
        return sum(word[0].isdigit() for word in self.short.words)

    def own_paragraphs(self, *, of_short: bool) -> list[tuple[int, int]]:
        """Paragraphs of one text that the other has not: of ten words or more, less than a third of them shared."""
        text, covered = (self.short, self.in_short) if of_short else (self.long, self.in_long)
        return [
            (start, end)
            for start, end in text.paragraphs
            if end - start >= 10 and sum(covered[start:end]) * 3 < end - start
        ]


def _by_quotes(paragraph: str) -> Iterator[tuple[str, bool]]:
    inside = False
    for part in _QUOTE_MARK.split(paragraph):
        if part in _OPENING:
            inside = True
        elif part in _CLOSING:
            inside = False
        elif part == '"':
            inside = not inside
        elif part:
            yield part, inside


def _covered(text: Prepared, other: Prepared) -> bytes:
    covered = bytearray(len(text.words))
    shingles = other.shingles
    run = 0
    for at, shingle in enumerate(zip(*(text.words[at:] for at in range(SHINGLE)), strict=False)):
        if shingle not in shingles:
            run = 0
            continue
        run += 1
        length = run + SHINGLE - 1
        if length == RUN:
            covered[at - run + 1 : at + SHINGLE] = b"\x01" * length
        elif length > RUN:
            covered[at + SHINGLE - 1] = 1
    return bytes(covered)


def _outside(covered: int, quoted: int) -> bool:
    return bool(covered) and not quoted


def _share(text: Prepared, covered: bytes) -> float:
    own = len(text.words) - sum(text.quoted)
    if own >= LEAST_OWN_WORDS:
        return sum(map(_outside, covered, text.quoted)) / own
    return sum(covered) / len(covered) if covered else 0.0


def _substitutions(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Substitution]:
    blocks = [(block.a, block.b, block.size) for block in Levenshtein.editops(ours, theirs).as_matching_blocks()]
    anchors = [block for block in blocks if block[2] >= _ANCHOR]
    for (a, b, size), (next_a, next_b, _) in pairwise(anchors):
        left, right = ours[a + size : next_a], theirs[b + size : next_b]
        if left and right and len(left) <= _LONGEST_SUBSTITUTION >= len(right):
            yield Substitution(tuple(left), tuple(right))


def _numbers(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())
