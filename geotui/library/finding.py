"""Where words stand in a text, found without case and accents, told in code points of the text as it is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TypeAlias

from geotui.text import fold

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Half-open ranges of code points, in order, none overlapping another."""

_PIECE = re.compile(r"[^\W_]+")
_SPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_IDEOGRAPH = re.compile(f"([{_SPACED}])")
_BEFORE = f"(?:(?<![^\\W_])|(?<=[{_SPACED}]))"
_AFTER = f"(?![^\\W_{_SPACED}])"


class Folded:
    """A text folded for matching that still knows where each of its letters stood."""

    def __init__(self, text: str) -> None:
        letters = {letter: fold(letter) for letter in set(text)}
        self._folded = text.translate({ord(letter): plain for letter, plain in letters.items()})
        self._odd: list[tuple[int, int, int]] = []
        """Letters that fold to none or several: where these start and end, and the place of the letter."""
        odd = "".join(letter for letter, plain in letters.items() if len(plain) != 1)
        grown = 0
        for letter in re.finditer(f"[{re.escape(odd)}]", text) if odd else ():
            at, length = letter.start() + grown, len(letters[letter[0]])
            self._odd.append((at, at + length, letter.start()))
            grown += length - 1

    def _letter(self, at: int, is_end: bool) -> int:
        """The place of the letter that a folded place is in, as an end the one behind it with the marks it bears."""
        known = bisect_right(self._odd, at, key=itemgetter(0)) - 1
        if known < 0:
            return at
        first, behind, place = self._odd[known]
        if at >= behind:
            return place + 1 + at - behind
        return place + 1 if is_end and at > first else place

    def find(self, pattern: re.Pattern[str]) -> Ranges:
        """Where a pattern of folded text stands."""
        found = (match.span() for match in pattern.finditer(self._folded))
        return joined((self._letter(start, False), self._letter(end, True)) for start, end in found if start < end)


def literal(typed: str) -> re.Pattern[str] | None:
    """A pattern of what was typed, letter by letter, any white space standing for any other; None for an empty one."""
    parts = fold(typed).split()
    return re.compile(r"\s+".join(map(re.escape, parts))) if parts else None


def phrases(wanted: Iterable[Sequence[str]]) -> re.Pattern[str] | None:
    """A pattern of any of some phrases, whole words side by side as the index has them; None where there is none.

    Longer phrases come first, so that the whole of a name is found where its beginning is wanted, too.
    """
    patterns = {pattern for words in wanted if (pattern := _phrase(words))}
    return re.compile("|".join(sorted(patterns, key=lambda pattern: (-len(pattern), pattern)))) if patterns else None


def _phrase(words: Sequence[str]) -> str:
    pieces = _PIECE.findall(_IDEOGRAPH.sub(r" \1 ", fold(" ".join(words))))
    if not pieces:
        return ""
    pattern = _edge(_BEFORE, pieces[0])
    for before, piece in zip(["", *pieces], pieces, strict=False):
        if before:
            pattern += r"[\W_]*" if _IDEOGRAPH.match(before) or _IDEOGRAPH.match(piece) else r"[\W_]+"
        pattern += re.escape(piece)
    return pattern + _edge(_AFTER, pieces[-1])


def _edge(edge: str, piece: str) -> str:
    return "" if _IDEOGRAPH.match(piece) else edge


def joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Ranges in order; those that overlap are made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return tuple(found)
