"""The places of a text that `n` and `N` go among, in order. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from geotui.library.finding import Ranges


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A place in one paragraph: code points of it as it is shown, the end not included."""

    paragraph: int
    start: int
    end: int

    def touches(self, paragraph: int, start: int, end: int) -> bool:
        """Whether a part of a paragraph shows any of it."""
        return paragraph == self.paragraph and start < self.end and self.start < end


class Matches:
    """Places by paragraph; `current` is the one that one is at, None where at none; `what` they are called."""

    def __init__(self, found: Sequence[Ranges], what: str = "match") -> None:
        self._found = found
        self._what = what
        self._all = [Match(number, *range_) for number, ranges in enumerate(found) for range_ in ranges]
        self._number: int | None = None

    def __len__(self) -> int:
        return len(self._all)

    def of(self, paragraph: int) -> Ranges:
        """The places in one paragraph."""
        return self._found[paragraph]

    @property
    def current(self) -> Match | None:
        """The place one is at."""
        return None if self._number is None else self._all[self._number]

    def step(self, step: int, top: tuple[int, int] | None) -> str:
        """Goes one on or back, around the end, and says which of how many it is.

        From the current one where `top` is None, else from there: a paragraph and a place in it.
        """
        if self._number is None or top is not None:
            at = bisect_left(self._all, Match(*(top or (0, 0)), 0))
            wanted = at if step > 0 else at - 1
        else:
            wanted = self._number + step
        self._number = wanted % len(self._all)
        around = "" if self._number == wanted else ", from the top" if step > 0 else ", from the end"
        return f"{self._what} {self._number + 1:,}/{len(self._all):,}{around}"
