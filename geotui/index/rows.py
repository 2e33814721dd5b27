"""A row of a table from hashes to articles: all hashes of 32 bits that have the same lower half.

It holds the upper halves, sorted, and the number of an article for each; on disk as few bytes a number as the largest
one takes, so that an entry is mostly five bytes. What must not be in here: what the hashes are of.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

MARK = 0
"""Stands where an article would, before all of them: what one or two marks mean is told by whoever puts them."""


class Row:
    """The hashes that end alike."""

    def __init__(self, packed: bytes = b"\0") -> None:
        """Reads what `packed` wrote."""
        width = packed[0]
        count = (len(packed) - 1) // (2 + width)
        self.uppers = array("H", packed[1 : 1 + 2 * count])
        numbers = bytearray(4 * count)
        for byte in range(width):
            start = 1 + (2 + byte) * count
            numbers[byte::4] = packed[start : start + count]
        self.articles = array("I", numbers)
        self.changed = False

    def packed(self) -> bytes:
        """How many bytes a number takes, the upper halves, the first bytes of all numbers, then the second ones."""
        return packed(self.uppers, self.articles)

    def listed(self, upper: int) -> array[int]:
        """The articles of a hash in ascending order, after its marks."""
        first = bisect_left(self.uppers, upper)
        return self.articles[first : bisect_right(self.uppers, upper, first)]

    def put(self, upper: int, article: int) -> None:
        """Lists an article, or a mark."""
        first = bisect_left(self.uppers, upper)
        at = bisect_left(self.articles, article, first, bisect_right(self.uppers, upper, first))
        self.uppers.insert(at, upper)
        self.articles.insert(at, article)
        self.changed = True

    def drop(self, upper: int, article: int) -> bool:
        """Lists it no longer; whether it was listed."""
        first = bisect_left(self.uppers, upper)
        last = bisect_right(self.uppers, upper, first)
        at = bisect_left(self.articles, article, first, last)
        if at == last or self.articles[at] != article:
            return False
        del self.uppers[at], self.articles[at]
        self.changed = True
        return True


def packed(uppers: array[int], articles: array[int]) -> bytes:
    """A row as bytes."""
    width = (max(articles, default=0).bit_length() + 7) // 8
    numbers = articles.tobytes()
    return b"".join((bytes([width]), uppers.tobytes(), *(numbers[byte::4] for byte in range(width))))
