"""Filters answered in a thread of their own, the newest first and stale ones not at all. No widgets.

The thread has its own library object, so that the echo of a letter never waits for a search.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from geotui.errors import GeotuiError
from geotui.library import Answer, Edition, Library, Row
from geotui.model import Choice
from geotui.tui.choices import offered

_T = TypeVar("_T")
_SCAN = 200


@dataclass(frozen=True, slots=True)
class Question:
    """A filter as typed; `possible`: list the possible ones, too; `by_event`: a row an event.

    `number` tells a newer question from an older one.
    """

    text: str
    possible: bool
    number: int
    by_event: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question: an answer with the edition that its ranks are of, or a refusal in words.

    Neither where a newer question made it pointless, or nothing is indexed yet.
    """

    question: Question
    answer: Answer | None = None
    edition: Edition | None = None
    refusal: str = ""


class Asker:
    """Answers questions about one library; to be closed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._thread = ThreadPoolExecutor(1, "filter")
        self._newest = 0
        self._searching = 0
        self._changing = threading.Lock()

    async def ask(self, question: Question) -> Outcome:
        """Answers a filter, unless a newer one is asked meanwhile, which breaks off the search."""
        self._newest = max(self._newest, question.number)
        self._break_off(question.number)
        return await self._in_thread(lambda: self._answer(question))

    async def offered(self, question: Question, cursor: int) -> tuple[Choice, ...] | None:
        """What the line may become with the cursor there; None where a newer filter is asked meanwhile."""
        return await self._in_thread(lambda: self._offered(question, cursor))

    def _answer(self, question: Question) -> Outcome:
        if question.number < self._newest:
            return Outcome(question)
        self._library.take_up()
        if self._library.edition is None:
            return Outcome(question)
        try:
            with self._breakable(question.number):
                answer = self._library.answer(question.text, question.possible, question.by_event)
        except GeotuiError as error:
            return Outcome(question, refusal="" if question.number < self._newest else str(error))
        return Outcome(question, answer, self._library.edition)

    def _offered(self, question: Question, cursor: int) -> tuple[Choice, ...] | None:
        if question.number < self._newest or self._library.edition is None:
            return None
        try:
            with self._breakable(question.number):
                return offered(self._library, question.text, cursor, question.possible)
        except GeotuiError:
            return None

    @contextmanager
    def _breakable(self, number: int) -> Iterator[None]:
        """What is asked of the index inside ends with an error as soon as a newer filter is asked."""
        with self._changing:
            self._searching = number
        try:
            yield
        finally:
            with self._changing:
                self._searching = 0

    def _break_off(self, number: int) -> None:
        with self._changing:
            if 0 < self._searching < number:
                self._library.reader.interrupt()

    async def unread_row(self, answer: Answer, edition: Edition, start: int, step: int) -> int | None:
        """The nearest row with an unread story from `start` on, or back with `step` -1; else from the other end.

        None where every story is read, or the stories were published anew meanwhile.
        """
        return await self._in_thread(lambda: self._unread_row(answer, edition, start, step))

    def _unread_row(self, answer: Answer, edition: Edition, start: int, step: int) -> int | None:
        if self._library.edition != edition:
            return None
        count = len(answer.shown)
        start = max(-1, min(start, count))
        if step > 0:
            row = self._first_unread(answer, start, count)
            return row if row is not None else self._first_unread(answer, 0, start)
        row = self._last_unread(answer, 0, start + 1)
        return row if row is not None else self._last_unread(answer, start + 1, count)

    def _first_unread(self, answer: Answer, start: int, end: int) -> int | None:
        for first in range(max(0, start), end, _SCAN):
            for place, row in enumerate(self._library.rows(answer, first, min(_SCAN, end - first))):
                if not row.marks.read:
                    return first + place
        return None

    def _last_unread(self, answer: Answer, start: int, end: int) -> int | None:
        for last in range(end, start, -_SCAN):
            first = max(start, last - _SCAN)
            rows: list[Row] = self._library.rows(answer, first, last - first)
            for place in reversed(range(len(rows))):
                if not rows[place].marks.read:
                    return first + place
        return None

    # ------------------------------------------------------------------ the visit, the thread

    async def note_visit(self, begins: bool = False) -> None:
        """Notes that the visit begins, or lasted until now: told now and then, so that a kill loses little of it."""
        await self._in_thread(self._library.begin_visit if begins else self._library.end_visit)

    async def call(self, what: Callable[[Library], _T]) -> _T:
        """Anything else that is asked of the library, in its turn."""
        return await self._in_thread(lambda: what(self._library))

    async def warm(self) -> None:
        """Makes ready what the first name that is typed would wait for."""
        await self._in_thread(self._warm)

    def _warm(self) -> None:
        self._library.take_up()
        if self._library.edition is not None:
            self._library.resolve("a")

    async def _in_thread(self, call: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    def close(self) -> None:
        """Ends the visit and the thread, breaking off a search that is under way."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._library.edition is not None:
            self._library.reader.interrupt()
        self._thread.shutdown(wait=True)
        try:
            self._library.end_visit()
        finally:
            self._library.close()
