"""A line cut where its look changes, and the places of a text that a line shows. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from rich.cells import split_graphemes

from geotui.tui.wrapping import Line


class Look(StrEnum):
    """How a part of a line differs from the rest of it; the look is the style sheet's."""

    MATCH = "match"
    CURRENT = "current"
    ADDED = "added"


def overlapping(ranges: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[int]:
    """Which of some ranges, in order and apart, reach into another."""
    number = bisect_right(ranges, start, key=itemgetter(1))
    while number < len(ranges) and ranges[number][0] < end:
        yield number
        number += 1


def pieces(line: Line, looks: Iterable[tuple[int, int, Look]]) -> list[tuple[str, Look | None]]:
    """The text of a line in parts of one look; the ranges are of its paragraph, later ones go over earlier ones.

    What shares its cells, a letter and its accents, shares its look: it has that of whatever of it is marked.
    """
    text = line.text
    of: list[Look | None] = [None] * len(text)
    for start, end, look in looks:
        first, behind = (min(len(text), max(line.before, at - line.start + line.before)) for at in (start, end))
        of[first:behind] = [look] * (behind - first)
    if not text.isascii():
        for begin, behind, _ in split_graphemes(text)[0]:
            if len(set(of[begin:behind])) > 1:
                of[begin:behind] = [next(filter(None, of[begin:behind]))] * (behind - begin)
    runs = groupby(zip(text, of, strict=True), key=itemgetter(1))
    return [("".join(letter for letter, _ in run), look) for look, run in runs]
