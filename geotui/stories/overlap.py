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
from geotui.stories.spelling import comparable_words, levelled, without_credits, words_of

RUN = 6
"""Words in a row that two reports of one event seldom share by chance, stock phrases and titles aside."""

LEAST_OWN_WORDS = 15
"""With fewer words outside quotation marks, a text is judged with its quotations."""

_ANCHOR = 2
"""So many equal words must stand on both sides of a substitution."""

_LONGEST_SUBSTITUTION = 12
"""Beyond so many words it is another passage, not another word for the same."""

_ALIKE = 70
"""Names as alike as this, of 100, are spellings of one."""

_REWRITTEN = 0.5
_LONGER_WORD = 4
"""A paragraph tells the same in new words where the other text has so large a part of its words of so many letters."""

# Control characters, which no text has, mark in a text that is levelled where quotations and paragraphs end.
_OPENING, _CLOSING, _EITHER, _PARAGRAPH = "\x01\x02\x03\x04"
_MARKS = re.compile(f"([{_OPENING}-{_PARAGRAPH}])")
_MARKED = (
    *((mark, _OPENING) for mark in ("“", "„", "«", "``")),
    *((mark, _CLOSING) for mark in ("”", "»", "''")),
    ('"', _EITHER),
)
_PARAGRAPHS = re.compile(r"\n\s*\n")
_RUNS = re.compile(b"\x01{%d,}" % (RUN - SHINGLE + 1))
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
        self.words: list[str] = []
        quoted = bytearray()
        paragraphs: list[tuple[int, int]] = []
        start, inside = 0, False
        for part in _MARKS.split(_marked(without_credits(text)) + _PARAGRAPH):
            if part == _PARAGRAPH:
                if len(self.words) > start:
                    paragraphs.append((start, len(self.words)))
                start, inside = len(self.words), False
            elif part in (_OPENING, _CLOSING, _EITHER):
                inside = part == _OPENING or (part == _EITHER and not inside)
            else:
                self.words += words_of(part)
                quoted += (b"\x01" if inside else b"\x00") * (len(self.words) - len(quoted))
        self.quoted = bytes(quoted)
        self.paragraphs = tuple(paragraphs)
        self._text = text

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that are written with a capital inside sentences."""
        return frozenset(comparable_words(" ".join(_NAME.findall(self._text)))) - _CALENDAR

    @cached_property
    def shingles(self) -> list[int]:
        """Hashes of all word shingles, in order."""
        return list(map(hash, zip(*(self.words[at:] for at in range(SHINGLE)), strict=False)))

    @cached_property
    def distinct(self) -> frozenset[int]:
        """The shingles, each once."""
        return frozenset(self.shingles)

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
    """What a text shares with one at least as long, in runs of `RUN` words or more."""

    def __init__(self, short: Prepared, long: Prepared) -> None:
        """Compares two texts."""
        self.short = short
        self.long = long

    @cached_property
    def in_short(self) -> bytes:
        """For each word of the shorter text, 1 where it is shared."""
        return _covered(self.short, self.long)

    @cached_property
    def in_long(self) -> bytes:
        """For each word of the longer text, 1 where it is shared."""
        return _covered(self.long, self.short)

    @cached_property
    def of_short(self) -> float:
        """The part of the shorter text that is shared, quotations left out, from 0 to 1."""
        own = len(self.short.words) - sum(self.short.quoted)
        if own >= LEAST_OWN_WORDS:
            return self.words / own
        return sum(self.in_short) / len(self.in_short) if self.in_short else 0.0

    @cached_property
    def of_long(self) -> float:
        """The part of the longer text that is shared, quotations and all, from 0 to 1."""
        return sum(self.in_long) / max(1, len(self.in_long))

    @cached_property
    def words(self) -> int:
        """Shared words outside quotation marks."""
        return sum(self._outside)

    @cached_property
    def longest(self) -> int:
        """Words in the longest shared passage, broken by quotations."""
        return max(map(len, self._outside.split(b"\x00")))

    @cached_property
    def _outside(self) -> bytes:
        """For each word of the shorter text, 1 where it is shared and in no quotation."""
        shared, quoted = int.from_bytes(self.in_short, "big"), int.from_bytes(self.short.quoted, "big")
        return (shared & ~quoted).to_bytes(len(self.in_short), "big")

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
        """Places where the texts have names that the other knows nowhere, other spellings aside."""
        return sum(map(self._is_renamed, self.substitutions))

    def _is_renamed(self, one: Substitution) -> bool:
        ours = {word for word in one.ours if word in self.short.names and word not in self.long.vocabulary}
        theirs = {word for word in one.theirs if word in self.long.names and word not in self.short.vocabulary}
        return bool(ours and theirs) and not any(fuzz.ratio(a, b) >= _ALIKE for a in ours for b in theirs)

    @cached_property
    def recounted(self) -> int:
        """Places where the texts have different numbers."""
        places = ((_numbers(one.ours), _numbers(one.theirs)) for one in self.substitutions)
        return sum(bool(ours and theirs and ours != theirs) for ours, theirs in places)

    @cached_property
    def redated(self) -> int:
        """Places where the texts have different days of the week or months."""
        places = ((_CALENDAR.intersection(one.ours), _CALENDAR.intersection(one.theirs)) for one in self.substitutions)
        return sum(bool(ours and theirs and ours != theirs) for ours, theirs in places)

    @cached_property
    def numbers(self) -> int:
        """Numbers in the shorter text, each once however many words it has."""
        digits = [word[0].isdigit() for word in self.short.words]
        return sum(one and not before for before, one in pairwise((False, *digits)))

    def own_paragraphs(self, *, of_short: bool) -> list[tuple[int, int]]:
        """Paragraphs of one text that the other has not: of ten words or more, less than a third of them shared."""
        text, covered = (self.short, self.in_short) if of_short else (self.long, self.in_long)
        return [
            (start, end)
            for start, end in text.paragraphs
            if end - start >= 10 and sum(covered[start:end]) * 3 < end - start
        ]

    def news(self, *, of_short: bool) -> list[tuple[int, int]]:
        """Those own paragraphs of one text of whose longer words the other has less than half: no rewriting of it."""
        text, other = (self.short, self.long) if of_short else (self.long, self.short)
        return [
            (start, end)
            for start, end in self.own_paragraphs(of_short=of_short)
            if _known(text.words[start:end], other.vocabulary) < _REWRITTEN
        ]


def _marked(text: str) -> str:
    for mark, meaning in _MARKED:
        text = text.replace(mark, meaning)
    return levelled(_PARAGRAPHS.sub(_PARAGRAPH, text))


def _covered(text: Prepared, other: Prepared) -> bytes:
    marks = bytes(map(other.distinct.__contains__, text.shingles))
    covered = bytearray(len(text.words))
    for run in _RUNS.finditer(marks):
        end = run.end() + SHINGLE - 1
        covered[run.start() : end] = b"\x01" * (end - run.start())
    return bytes(covered)


def _substitutions(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Substitution]:
    blocks = [(block.a, block.b, block.size) for block in Levenshtein.editops(ours, theirs).as_matching_blocks()]
    anchors = [block for block in blocks if block[2] >= _ANCHOR]
    for (a, b, size), (next_a, next_b, _) in pairwise(anchors):
        left, right = ours[a + size : next_a], theirs[b + size : next_b]
        if left and right and len(left) <= _LONGEST_SUBSTITUTION >= len(right):
            yield Substitution(tuple(left), tuple(right))


def _known(words: Sequence[str], vocabulary: frozenset[str]) -> float:
    longer = [word for word in words if len(word) >= _LONGER_WORD]
    return sum(word in vocabulary for word in longer) / max(1, len(longer))


def _numbers(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())
