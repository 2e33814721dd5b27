"""The copies of a story: who printed each and when, what it is to the leading one, and on which page it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath
from typing import ClassVar

from textual.binding import BindingType

from geotui.model import CopyEntry, Story
from geotui.tui.choice_list import ChoiceRow
from geotui.tui.choice_screen import ChoiceScreen
from geotui.tui.paint import fit, steady
from geotui.tui.words import count, relation

_OUTLET, _DATE, _RELATION = 20, 13, 21


class Use(Enum):
    """What a copy is chosen for."""

    OPEN = auto()
    SPLIT = auto()


_HINTS = {
    Use.OPEN: "Enter opens the copy · X splits it off · j k move · Esc back",
    Use.SPLIT: "Enter splits the copy off · j k move · Esc back",
}


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """A copy, and what it was chosen for."""

    copy: CopyEntry
    use: Use


class CopiesScreen(ChoiceScreen[CopyChoice]):
    """Gives the copy that is chosen for a use; `use` is that of `Enter`."""

    BINDINGS: ClassVar[list[BindingType]] = [("X", "split", "split it off")]

    def __init__(self, story: Story, use: Use = Use.OPEN) -> None:
        copies = story.copies
        self._copies = copies
        self._use = use
        about = f"{count(len(copies), 'copy', 'copies')} of: {story.head.title}"
        results = [CopyChoice(copy, use) for copy in copies]
        super().__init__(about, results, [*map(copy_row, copies)], [*map(copy_detail, copies)], _HINTS[use], "No copy.")

    def on_mount(self) -> None:
        """Splitting off begins with what is beside the leading one."""
        if self._use is Use.SPLIT:
            self.choices.select(1)

    def action_split(self) -> None:
        """Gives the selected copy, to be split off."""
        if (selected := self.choices.selected) is not None:
            self.dismiss(CopyChoice(self._copies[selected], Use.SPLIT))


def copy_row(copy: CopyEntry) -> ChoiceRow:
    """Outlet, date, relation, and the name of the page last."""
    outlet = fit(steady(copy.source or "no outlet"), _OUTLET)
    date = fit((copy.published.in_words() or "undated").rjust(_DATE - 1), _DATE - 1)
    page = PurePath(copy.page).name + (f" · {copy.record}" if copy.record else "")
    return ChoiceRow(f"{outlet} {date}  {relation(copy):{_RELATION}} {page}")


def copy_detail(copy: CopyEntry) -> str:
    """Where it stands: the end of the path matters most and comes first."""
    path = PurePath(copy.page)
    where = [path.name]
    if copy.record:
        where.append(f"record {copy.record}")
    if copy.lines:
        where.append(f"lines {copy.lines[0]:,}–{copy.lines[1]:,}")
    return f"{', '.join(where)} · in {path.parent}"
