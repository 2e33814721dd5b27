"""The copies of a story: who printed each and when, what it is to the leading one, its title where it has another one,
and on which page it stands. Below them what copies were when they were read, where they have changed since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import PurePath
from typing import ClassVar

from textual.binding import BindingType

from geotui.model import CopyEntry, Side, Story, Version, day_in_words
from geotui.tui.choice_list import ChoiceList, ChoiceRow
from geotui.tui.choice_screen import ChoiceScreen
from geotui.tui.paint import fit, steady
from geotui.tui.words import count, relation

_OUTLET, _DATE, _RELATION = 16, 13, 21


class Use(Enum):
    """What a copy is chosen for."""

    OPEN = auto()
    COMPARE = auto()
    SPLIT = auto()


_HINTS = {
    Use.OPEN: "Enter opens it · d compares it · X splits it off · j k move · Esc back",
    Use.COMPARE: "Enter compares it with the leading one · j k move · Esc back",
    Use.SPLIT: "Enter splits the copy off · j k move · Esc back",
}


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """A copy, and what it was chosen for; `version`: what it was before, where that was chosen."""

    copy: CopyEntry
    use: Use
    version: Version | None = None


class CopiesScreen(ChoiceScreen[CopyChoice]):
    """Gives the copy that is chosen for a use; `use` is that of `Enter`. Versions can be compared only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("d", "give('COMPARE')", "compare it"),
        ("X", "give('SPLIT')", "split it off"),
    ]

    def __init__(self, story: Story, use: Use = Use.OPEN, versions: Sequence[Side] = ()) -> None:
        copies, title = story.copies, story.head.title
        self._use = use
        choices = [CopyChoice(copy, use) for copy in copies]
        rows = [copy_row(copy, title) for copy in copies]
        for side in versions:
            if side.version is not None:
                choices.append(CopyChoice(side.copy, Use.COMPARE, side.version))
                rows.append(version_row(side.copy, side.version, title))
        before = f" and {count(len(choices) - len(copies), 'earlier version', 'earlier versions')}"
        about = f"{count(len(copies), 'copy', 'copies')}{before if len(choices) > len(copies) else ''} of: {title}"
        details = [copy_detail(choice.copy) for choice in choices]
        beside = 0 if use is Use.OPEN else 1
        super().__init__(about, choices, rows, details, _HINTS[use], "No copy.", selected=min(beside, len(rows) - 1))

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Gives it, to be used so."""
        event.prevent_default()
        self._give(self._results[event.index])

    def action_give(self, use: str) -> None:
        """Gives the selected copy, to be compared or split off."""
        if (selected := self.choices.selected) is not None:
            self._give(replace(self._results[selected], use=Use[use]))

    def _give(self, choice: CopyChoice) -> None:
        if choice.use is Use.COMPARE and choice == replace(self._results[0], use=Use.COMPARE):
            self.detail.say(" The leading copy is compared with others: choose one of them.")
        elif choice.use is Use.SPLIT and choice.version is not None:
            self.detail.say(" This is what a copy was before: there is nothing to split off.")
        else:
            self.dismiss(choice)


def copy_row(copy: CopyEntry, title: str | None = None) -> ChoiceRow:
    """Outlet, date, relation, and last the title, where the story has another one, else the name of the page."""
    page = PurePath(copy.page).name + (f" · {copy.record}" if copy.record else "")
    last = page if title in (None, copy.title) else copy.title
    return _row(copy.source, copy.published.in_words() or "undated", relation(copy), last)


def version_row(copy: CopyEntry, version: Version, title: str) -> ChoiceRow:
    """The same of what a copy was before it changed, with the day on which it was read or the change was seen."""
    day = datetime.fromtimestamp(version.read or version.changed).date()  # noqa: DTZ006 - local time
    words = f"{'changed' if version.read is None else 'read'} {day_in_words(day)}"
    return _row(copy.source, "earlier", words, "" if version.title == title else version.title)


def _row(source: str | None, date: str, words: str, last: str) -> ChoiceRow:
    outlet = fit(steady(source or "no outlet"), _OUTLET)
    return ChoiceRow(f"{outlet} {fit(date.rjust(_DATE - 1), _DATE - 1)}  {words:{_RELATION}} {last}")


def copy_detail(copy: CopyEntry) -> str:
    """Where it stands: the end of the path matters most and comes first."""
    path = PurePath(copy.page)
    where = [path.name]
    if copy.record:
        where.append(f"record {copy.record}")
    if copy.lines:
        where.append(f"lines {copy.lines[0]:,}–{copy.lines[1]:,}")
    return f"{', '.join(where)} · in {path.parent}"
