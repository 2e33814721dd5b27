"""The filter bar: what is typed, and beneath it in words what was understood. Asks as one types; paints no stories."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events, getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from geotui.library import Answer
from geotui.text import one_line
from geotui.tui import crash
from geotui.tui.actions import Where, bindings
from geotui.tui.asking import Asker, Outcome, Question
from geotui.tui.paint import fit_with_tail, safe
from geotui.tui.words import count

PAUSE = 0.05
"""Seconds without a further letter before a filter is asked."""

MOST_TYPED = 2_000
"""Characters that the bar takes: what is longer is a paste gone astray."""

PLACEHOLDER = "names, dates, words: putn late feb 2022"


class Understood(Widget):
    """One line: how the filter was read and what it finds. The tail, with the counts, is cut last."""

    DEFAULT_CLASSES = "line"

    def __init__(self) -> None:
        super().__init__(id="understood")
        self._head, self._tail = "", ""

    def say(self, head: str, tail: str = "", warn: bool = False) -> None:
        """Shows other words; those of a refusal look different."""
        head, tail = safe(head), safe(tail)
        if (head, tail) != (self._head, self._tail):
            self._head, self._tail = head, tail
            self.refresh()
        self.set_class(warn, "-warn")

    def render_line(self, _y: int) -> Strip:
        """The line."""
        width = self.size.width
        return Strip([Segment(fit_with_tail(self._head, self._tail, width), self.rich_style)], width)


class FilterInput(Input):
    """The line that is typed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.BAR)]

    def __init__(self) -> None:
        super().__init__(
            placeholder=PLACEHOLDER, select_on_focus=False, compact=True, id="typed", max_length=MOST_TYPED
        )
        self.cursor_blink = False

    async def on_key(self, event: events.Key) -> None:
        """A question mark in an empty bar asks for the keys."""
        if event.character == "?" and not self.value:
            event.stop()
            event.prevent_default()
            await self.run_action("app.help")

    def action_clear(self) -> None:
        """An empty line."""
        self.value = ""


class FilterBar(Vertical):
    """Asks an answer to what is typed and tells it upwards."""

    typed = getters.query_one("#typed", FilterInput)
    understood = getters.query_one("#understood", Understood)

    @dataclass
    class Answered(Message):
        """The filter has another answer. `fresh`: its words are other ones, so the first story is to be selected."""

        outcome: Outcome
        answer: Answer
        fresh: bool

    def __init__(self, asker: Asker) -> None:
        super().__init__(id="filter-bar")
        self._asker = asker
        self._number = 0
        self._before = ""
        self._asked = ""
        self.possible = False
        self.on = True

    def compose(self) -> ComposeResult:
        """The line typed, and what was understood."""
        yield Horizontal(Static("/ ", markup=False, id="slash"), FilterInput(), id="typed-line")
        yield Understood()

    @property
    def text(self) -> str:
        """The filter in force."""
        return one_line(self.typed.value) if self.on else ""

    def restore(self, text: str, on: bool, possible: bool) -> None:
        """Puts a filter back as it was left, asking nothing yet."""
        with self.prevent(Input.Changed):
            self.typed.value = text
        self.on, self.possible = on, possible

    def enter(self) -> None:
        """Notes what is in force, before the bar is typed in."""
        self._before = self.typed.value
        if not self.on:
            self.switch()

    def undo(self) -> None:
        """Puts back the words that stood there when the bar was entered."""
        if self.typed.value != self._before:
            self.typed.value = self._before
            self.ask()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Asks what is typed, once no letter follows for a moment."""
        event.stop()
        if self.text != self._asked:
            self.ask(PAUSE, fresh=True)

    def switch(self) -> None:
        """The filter off, or on again; without one there is nothing to switch."""
        if not self.typed.value and self.on:
            return
        self.on = not self.on
        self.ask()

    def switch_possible(self) -> None:
        """Lists the possible ones, or no longer."""
        self.possible = not self.possible
        self.ask()

    def ask(self, pause: float = 0, fresh: bool = False) -> None:
        """Asks the filter in force anew."""
        self._number += 1
        self._asked = self.text
        self._ask(Question(self.text, self.possible, self._number), pause, fresh)

    @work(exclusive=True, group="filter")
    async def _ask(self, question: Question, pause: float, fresh: bool) -> None:
        await asyncio.sleep(pause)
        try:
            outcome = await self._asker.ask(question)
        except Exception as error:  # a filter that cannot be answered must not end the reader
            outcome = Outcome(question, refusal=crash.sentence(error))
        if question.number != self._number:
            return
        if outcome.refusal:
            self.understood.say(outcome.refusal, warn=True)
        elif outcome.answer is not None:
            self.post_message(self.Answered(outcome, outcome.answer, fresh))

    def say(self, answer: Answer) -> None:
        """Says how an answer was read and what it finds."""
        if answer.filter.text:
            self.understood.say(answer.sentence, answer.summary().removeprefix(answer.sentence))
            return
        parts = ["" if self.on else "The filter is off", count(answer.total, "story", "stories")]
        if answer.folded:
            parts.append(f"{count(answer.folded, 'copy', 'copies')} folded")
        if self.possible:
            parts.append("those that may match are listed, too")
        self.understood.say(" · ".join(filter(None, parts)))
