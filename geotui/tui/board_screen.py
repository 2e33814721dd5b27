"""Saved filters with what they find now, and filters typed before; one is chosen, saved under a name, or forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from geotui.errors import GeotuiError
from geotui.library import Library
from geotui.tui.asking import Asker
from geotui.tui.choice_list import ChoiceRow
from geotui.tui.choice_screen import ChoiceScreen
from geotui.tui.paint import cut
from geotui.tui.prompt import ask
from geotui.tui.words import count

_NAME = 18
_HINT = "Enter filters · s save the filter in force · x forget · u undo · Esc back"
_EMPTY = "No filter was typed or saved yet: s saves the one in force."


@dataclass(frozen=True, slots=True)
class Entry:
    """A filter; `name` is empty for one that was typed before, `found` what it finds, in words, once that is known."""

    name: str
    filter: str
    found: str = ""


def entries(saved: Sequence[tuple[str, str]], history: Sequence[str]) -> list[Entry]:
    """The saved filters, then those typed before that are none of them."""
    known = {filter_ for _, filter_ in saved}
    return [*(Entry(*pair) for pair in saved), *(Entry("", line) for line in history if line not in known)]


def entry_row(entry: Entry) -> ChoiceRow:
    """A filter as a row: name, words, what it finds."""
    name = cut(entry.name, _NAME) if entry.name else "typed before"
    return ChoiceRow(f"{name:{_NAME}} {entry.filter}", entry.found)


class BoardScreen(ChoiceScreen[str]):
    """Gives the chosen filter; `current` is the one in force, empty where none is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save", show=False),
        Binding("x,delete", "forget", show=False),
        Binding("u", "undo", show=False),
    ]

    def __init__(self, saved: Sequence[tuple[str, str]], history: Sequence[str], current: str, asker: Asker) -> None:
        super().__init__("Filters", (), (), (), _HINT, _EMPTY)
        self._saved, self._history = tuple(saved), tuple(history)
        self._current = current
        self._asker = asker
        self._entries: list[Entry] = []
        self._forgotten: list[Entry] = []

    def on_mount(self) -> None:
        """Shows the filters, and what each saved one finds as soon as that is known."""
        self._list(0)

    def _list(self, selected: int) -> None:
        found = {entry.filter: entry.found for entry in self._entries}
        self._entries = [
            Entry(entry.name, entry.filter, found.get(entry.filter, ""))
            for entry in entries(self._saved, self._history)
        ]
        self._results = [entry.filter for entry in self._entries]
        self._draw(selected)
        self._count()

    def _draw(self, selected: int | None) -> None:
        self.choices.show_rows([entry_row(entry) for entry in self._entries], selected)

    @work(exclusive=True, group="counts")
    async def _count(self) -> None:
        for place, entry in enumerate(self._entries):
            if entry.name and not entry.found:
                said = await self._asker.call(partial(found, text=entry.filter))
                self._entries[place] = replace(entry, found=said)
                self._draw(self.choices.selected)

    @work(group="saving")
    async def _change(self, change: Callable[[Library], None], selects: Entry | None = None) -> None:
        """Changes which filters are saved or kept, and shows them."""
        try:
            await self._asker.call(change)
            kept = await self._asker.call(lambda library: (library.saved(), library.history()))
        except GeotuiError as error:
            self.detail.say(f" {error}")
            return
        self._saved, self._history = kept
        listed = [(entry.name, entry.filter) for entry in entries(*kept)]
        wanted = (selects.name, selects.filter) if selects is not None else None
        self._list(listed.index(wanted) if wanted in listed else self.choices.selected or 0)

    def _put_back(self, entry: Entry) -> None:
        if entry.name:
            self._change(lambda library: library.save(entry.name, entry.filter), entry)
        else:
            self._change(lambda library: library.remember(entry.filter), entry)

    # ------------------------------------------------------------------ actions

    async def action_save(self) -> None:
        """Asks for a name for the filter in force."""
        if not self._current:
            self.detail.say(" No filter is in force: type one first.")
            return
        await ask(self, f"name for {self._current}", self._save, known=[name for name, _ in self._saved])

    def _save(self, name: str | None) -> None:
        if name:
            self._put_back(Entry(name, self._current))
            self.detail.say(f' Saved as "{name}".')

    def action_forget(self) -> None:
        """Forgets the selected filter, whether it was saved or only typed."""
        selected = self.choices.selected
        if selected is None or selected >= len(self._entries):
            return
        entry = self._entries[selected]
        self._forgotten.append(entry)
        if entry.name:
            self._change(lambda library: library.unsave(entry.name))
        else:
            self._change(lambda library: library.forget(entry.filter))
        self.detail.say(f' Forgotten: "{entry.name or entry.filter}" · u takes that back')

    def action_undo(self) -> None:
        """Has the filter that was forgotten last once more."""
        if self._forgotten:
            entry = self._forgotten.pop()
            self._put_back(entry)
            self.detail.say(f' Here again: "{entry.name or entry.filter}".')


def found(library: Library, text: str) -> str:
    """What a filter finds now: `412 stories, 3 new`; why it cannot be asked where it cannot."""
    with suppress(GeotuiError):
        answer = library.answer(text)
        new = len(library.new_stories() & answer.ranks)
        return count(len(answer.ranks), "story", "stories") + (f", {new:,} new" if new else "")
    return "not understood any more"
