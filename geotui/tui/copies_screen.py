"""The copies of a story: who printed each and when, what it is to the leading one, and on which page it stands."""

from __future__ import annotations

from pathlib import PurePath

from geotui.model import CopyEntry, Story
from geotui.tui.choice_list import ChoiceRow
from geotui.tui.choice_screen import ChoiceScreen
from geotui.tui.paint import fit, steady
from geotui.tui.words import count, relation

HINT = "Enter opens the copy · j k move · Esc back"
_OUTLET, _DATE, _RELATION = 20, 13, 21


class CopiesScreen(ChoiceScreen[CopyEntry]):
    """Gives the copy to be opened."""

    def __init__(self, story: Story) -> None:
        copies = story.copies
        about = f"{count(len(copies), 'copy', 'copies')} of: {story.head.title}"
        super().__init__(about, copies, [*map(copy_row, copies)], [*map(copy_detail, copies)], HINT, "No copy.")


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
