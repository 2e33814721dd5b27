"""The filter bar: what is typed, what it may become, and beneath it in words what was understood.

Asks as one types. What must not be in here: the stories; how a filter is read or completed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import events, getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from geotui.errors import GeotuiError
from geotui.library import Answer
from geotui.model import Choice
from geotui.text import one_line
from geotui.tui import crash
from geotui.tui.actions import Where, bindings
from geotui.tui.asking import Asker, Outcome, Question
from geotui.tui.choice_list import ChoiceList
from geotui.tui.choices import choice_row
from geotui.tui.understood import Understood, answered, refused

PAUSE = 0.05
"""Seconds without a further letter before a filter is asked."""

MOST_TYPED = 10_000
"""Characters that the bar takes: a pasted passage of 1,000 long words. What is longer is a paste gone astray."""

MOST_CLEANED = 4 * MOST_TYPED
"""Characters of a paste that are looked at: what is pasted may be a whole file."""

WAIT_FOR_CHOICES = 0.5
"""Seconds that a key which takes a choice waits for those of the letters before it."""

WAIT_FOR_ANSWER = 2.0
"""Seconds that leaving the bar waits for the stories of the letters before it, so that the next key is of them."""

PLACEHOLDER = "names, dates, words: putn late feb 2022"


class FilterInput(Input):
    """The line that is typed in. `take` and `choose` carry out the keys that choose."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.BAR)]

    @dataclass
    class Left(Message):
        """The keys went elsewhere."""

    @dataclass
    class Cut(Message):
        """A paste was cut to so many characters."""

        kept: int

    def __init__(self, bar: FilterBar) -> None:
        super().__init__(
            placeholder=PLACEHOLDER, select_on_focus=False, compact=True, id="typed", max_length=MOST_TYPED
        )
        self.cursor_blink = False
        self._bar = bar

    async def on_key(self, event: events.Key) -> None:
        """A question mark in an empty bar asks for the keys."""
        if event.character == "?" and not self.value:
            event.stop()
            event.prevent_default()
            await self.run_action("app.help")

    def on_paste(self, event: events.Paste) -> None:
        """Takes all lines that are pasted as one; of what is too long the beginning, which is said."""
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        pasted = pasted_line(event.text, self.value[:start])
        room = self.max_length - len(self.value) + end - start if self.max_length else len(pasted)
        kept = pasted[:room]
        self.replace(kept, start, end)
        if len(kept) < len(pasted) or len(event.text) > MOST_CLEANED:
            self.post_message(self.Cut(len(kept)))

    def on_blur(self) -> None:
        """Says so where another part has the keys, not another screen."""
        if self.screen.focused is not self:
            self.post_message(self.Left())

    async def action_take(self) -> None:
        """Puts the selected choice, or the first one, in the place of what it completes."""
        await self._bar.take()

    async def action_choose(self, step: int) -> None:
        """Selects the next choice or the one before."""
        await self._bar.choose(step)

    def action_clear(self) -> None:
        """An empty line."""
        self.value = ""


def pasted_line(text: str, before: str) -> str:
    """What is pasted behind other text, on one line and harmless; a word by itself may go on one that is begun."""
    read = text[:MOST_CLEANED].replace("\r", "\n")  # as terminals send the ends of lines
    line = one_line(read)
    if line and before and not before[-1].isspace() and (read[0].isspace() or " " in line):
        line = f" {line}"
    return f"{line} " if line and read[-1] in " \t" else line


class FilterBar(Vertical):
    """Asks an answer to what is typed and tells it upwards."""

    DEFAULT_CSS = """
    FilterBar > #choices {
        overlay: screen; display: none; width: 100%; max-width: 80; height: 0; background: $panel;
    }
    """

    typed = getters.query_one("#typed", FilterInput)
    understood = getters.query_one("#understood", Understood)
    listed = getters.query_one("#choices", ChoiceList)

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
        self._refused = False
        self._answered = asyncio.Event()
        self._answered.set()
        self._choices: tuple[Choice, ...] = ()
        self._choices_of: str | None = None
        self.possible = False
        self.by_event = False
        self.on = True

    def compose(self) -> ComposeResult:
        """The line typed, what was understood, and what the line may become, laid over the first stories."""
        yield Horizontal(Static("/ ", markup=False, id="slash"), FilterInput(self), id="typed-line")
        yield Understood()
        yield ChoiceList(selected=None, id="choices")

    # ------------------------------------------------------------------ the filter

    @property
    def text(self) -> str:
        """The filter in force."""
        return one_line(self.typed.value) if self.on else ""

    def restore(self, text: str, on: bool, possible: bool, by_event: bool) -> None:
        """Puts a filter back as it was left, asking nothing yet."""
        with self.prevent(Input.Changed):
            self.typed.value = text
        self.on, self.possible, self.by_event = on, possible, by_event

    def enter(self) -> None:
        """Notes what is in force, before the bar is typed in; an empty one offers what was typed before."""
        self._before = self.typed.value
        if not self.on:
            self.switch()
        if not self.typed.value:
            self._offer()

    def undo(self) -> None:
        """Puts back the words that stood there when the bar was entered."""
        self._hide()
        if self.typed.value != self._before:
            self.typed.value = self._before
            self.ask()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Asks what is typed, once no letter follows for a moment."""
        event.stop()
        if self.text != self._asked:
            self.ask(PAUSE, fresh=True)
        elif self.typed.has_focus:
            self._offer(PAUSE)

    def on_filter_input_left(self, event: FilterInput.Left) -> None:
        """What was selected is taken, and the filter noted as typed."""
        event.stop()
        if self.listed.selected is not None:
            self._take(self._choices[self.listed.selected])
        self._hide()
        if self.text and self.text != one_line(self._before) and not self._refused:
            self._remember(self.text)

    @work(group="remember")
    async def _remember(self, text: str) -> None:
        with suppress(GeotuiError):  # a filter that could not be noted is missed by nobody
            await self._asker.call(lambda library: library.remember(text))

    async def settle(self) -> None:
        """Waits, though not for ever, until what is typed is answered."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._listed(), WAIT_FOR_ANSWER)

    async def _listed(self) -> None:
        while self.text != self._asked:
            await asyncio.sleep(PAUSE / 10)
        await self._answered.wait()

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

    def switch_events(self) -> None:
        """A row an event, or a story each again."""
        self.by_event = not self.by_event
        self.ask()

    def ask(self, pause: float = 0, fresh: bool = False) -> None:
        """Asks the filter in force anew."""
        self._number += 1
        self._asked = self.text
        self._answered.clear()
        self._ask(Question(self.text, self.possible, self._number, self.by_event), pause, fresh)

    @work(exclusive=True, group="filter")
    async def _ask(self, question: Question, pause: float, fresh: bool) -> None:
        await asyncio.sleep(pause)
        try:
            outcome = await self._asker.ask(question)
        except Exception as error:  # a filter that cannot be answered must not end the reader
            outcome = Outcome(question, refusal=crash.sentence(error))
        if question.number != self._number:
            return
        self._refused = bool(outcome.refusal)
        if outcome.refusal:
            self.understood.say((refused(outcome.refusal),), warn=True)
        if outcome.answer is not None:
            self.post_message(self.Answered(outcome, outcome.answer, fresh))
        else:
            self._answered.set()
        if fresh and self.typed.has_focus:
            self._offer()

    def say(self, answer: Answer) -> None:
        """Says how an answer, which is listed now, was read and what it finds."""
        self._answered.set()
        self.understood.say(*answered(answer, self.on, self.possible))

    # ------------------------------------------------------------------ what the line may become

    @work(exclusive=True, group="choices")
    async def _offer(self, pause: float = 0) -> None:
        """Shows the choices of what is typed, unless more is typed meanwhile."""
        await asyncio.sleep(pause)
        await self._find_choices()

    async def _find_choices(self) -> None:
        text, cursor = self.typed.value, self.typed.cursor_position
        try:
            found = await self._asker.offered(Question(text, self.possible, self._number), cursor)
        except Exception:  # a filter that cannot be completed is typed to its end
            found = ()
        if found is not None and text == self.typed.value and self.typed.has_focus:
            self._show(text, found)

    def _show(self, text: str | None, found: tuple[Choice, ...]) -> None:
        if len(found) != len(self._choices):
            self.listed.styles.height = len(found)
            self.listed.display = bool(found)
        self._choices, self._choices_of = found, text
        self.listed.show_rows([choice_row(choice) for choice in found], None)

    def _hide(self) -> None:
        self.workers.cancel_group(self, "choices")
        self._show(None, ())

    async def take(self) -> None:
        """Takes the selected choice, or the first one."""
        await self._with_choices(lambda: self._take(self._choices[self.listed.selected or 0]))

    async def choose(self, step: int) -> None:
        """Selects another choice."""
        await self._with_choices(lambda: self.listed.action_move(step))

    async def _with_choices(self, act: Callable[[], None]) -> None:
        """Acts on the choices of what is typed now, found first where the key was quicker; without any, not at all."""
        if self._choices_of != self.typed.value:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._find_choices(), WAIT_FOR_CHOICES)
        if self._choices and self._choices_of == self.typed.value:
            act()

    def _take(self, choice: Choice) -> None:
        self._show(None, ())
        self.typed.value = choice.text
        self.typed.cursor_position = choice.cursor
