"""One line asked for at the foot of a screen: a tag, a note, the name of a filter, a command.

Laid over the screen's last lines, so that nothing else moves or is painted anew. What must not be in here: what is done
with the line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from geotui.text import fold, one_line
from geotui.tui.choice_list import ChoiceList, ChoiceRow
from geotui.tui.paint import cut, safe, steady

MOST_CHOICES = 6
MOST_TYPED = 2_000
HINT = " Enter · Esc leaves"
_WIDEST_QUESTION = 30

Then = Callable[[str | None], None]
"""What takes the line: None where it was left with `Esc`; white space at its ends and inside is one space or none."""


async def ask(screen: Screen[Any], question: str, then: Then, text: str = "", known: Sequence[str] = ()) -> None:
    """Asks on a screen; `known` lines are offered as far as they hold what is typed.

    The keys go back to where they were before `then` is called. Keys typed ahead reach the line.
    """
    if not screen.query(Prompt):
        prompt = Prompt(question, then, text, known)
        await screen.mount(prompt)
        screen.set_focus(prompt.typed, scroll_visible=False)


class Prompt(Vertical):
    """The question, the line, and above it what is offered."""

    DEFAULT_CSS = """
    Prompt { layer: over; dock: bottom; height: auto; max-height: 50%; background: $panel; }
    Prompt ChoiceList { height: auto; background: $panel; }
    Prompt #asked-line { height: 1; }
    Prompt #question, Prompt #prompt-hint { width: auto; color: $text-muted; }
    Prompt Input, Prompt Input:focus { width: 1fr; background: $panel; background-tint: transparent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+g", "leave", show=False),
        Binding("tab", "take", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("ctrl+u", "clear", show=False),
    ]

    typed = getters.query_one(Input)
    offered = getters.query_one(ChoiceList)

    def __init__(self, question: str, then: Then, text: str = "", known: Sequence[str] = ()) -> None:
        super().__init__(id="prompt")
        self._question = cut(safe(question), _WIDEST_QUESTION)
        self._then = then
        self._text = text
        self._known = tuple(map(steady, known))
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        """What is offered, then the line."""
        yield ChoiceList(selected=None)
        line = Input(self._text, select_on_focus=False, compact=True, max_length=MOST_TYPED)
        line.cursor_blink = False
        question = Static(f" {self._question}: ", markup=False, id="question")
        yield Horizontal(question, line, Static(HINT, markup=False, id="prompt-hint"), id="asked-line")

    def on_mount(self) -> None:
        """Offers what is known."""
        self._before = self.screen.focused
        self.typed.cursor_position = len(self._text)
        self._offer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offers what holds the letters typed."""
        event.stop()
        self._offer()

    def _offer(self) -> None:
        wanted = fold(one_line(self.typed.value)).strip()
        found = [line for line in self._known if wanted in fold(line) and line != self.typed.value]
        rows = [ChoiceRow(line) for line in found[:MOST_CHOICES]]
        if len(rows) != len(self.offered.rows):
            self.offered.styles.height = len(rows)
        self.offered.display = bool(rows)
        self.offered.show_rows(rows, None)

    def _end(self, line: str | None) -> None:
        self.screen.set_focus(self._before, scroll_visible=False)
        self.remove()
        self._then(line)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The line, or what is selected above it."""
        event.stop()
        chosen = self.offered.selected
        line = self.typed.value if chosen is None else self.offered.rows[chosen].text
        self._end(one_line(line).strip())

    # ------------------------------------------------------------------ actions

    def action_leave(self) -> None:
        """Nothing is given."""
        self._end(None)

    def action_take(self) -> None:
        """Puts the selected line, or the first one, in the place of what is typed."""
        if self.offered.rows:
            self.typed.value = self.offered.rows[self.offered.selected or 0].text
            self.typed.cursor_position = len(self.typed.value)

    def action_choose(self, step: int) -> None:
        """Selects what is offered, one after the other."""
        self.offered.action_move(step)

    def action_clear(self) -> None:
        """An empty line."""
        self.typed.value = ""
