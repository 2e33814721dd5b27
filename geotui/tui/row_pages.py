"""Rows of an answer, read a page at a time and kept: what the list paints from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from geotui.library import Answer, Row

PAGE = 50
"""Rows read at once: a screen and a half."""

KEPT = 40
"""Pages kept of one answer."""

Fetch = Callable[[Answer, int, int], list[Row]]
"""(answer, first row, count) → rows; fewer where the index has moved on meanwhile."""


class RowPages:
    """The rows of one answer of one generation; another answer wants another object."""

    def __init__(self, answer: Answer, fetch: Fetch) -> None:
        self.answer = answer
        self._fetch = fetch
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def __len__(self) -> int:
        return len(self.answer.shown)

    def row(self, number: int) -> Row | None:
        """A row, 0 first; None past the end, and where it could not be read."""
        if not 0 <= number < len(self):
            return None
        page, place = divmod(number, PAGE)
        rows = self._page(page)
        return rows[place] if place < len(rows) else None

    def _page(self, page: int) -> list[Row]:
        rows = self._pages.get(page)
        if rows is None:
            rows = self._fetch(self.answer, page * PAGE, PAGE)
            if rows:
                self._pages[page] = rows
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return rows

    def read(self, number: int) -> None:
        """Reads the page of a row, 0 first, where there is one."""
        if 0 <= number < len(self):
            self._page(number // PAGE)

    def forget_all(self) -> None:
        """Reads every row anew when it is next painted."""
        self._pages.clear()

    def forget(self, number: int) -> None:
        """Reads a row anew when it is next painted, its marks having changed."""
        self._pages.pop(number // PAGE, None)
