"""The stories that report one event, in the order of time: when each was printed, by whom, under which headline."""

from __future__ import annotations

from geotui.library import EventReports, Row
from geotui.tui.choice_list import ChoiceRow
from geotui.tui.choice_screen import ChoiceScreen
from geotui.tui.list_row import UNREAD, outlets, short_date
from geotui.tui.paint import fit, steady
from geotui.tui.words import count

HINT = "Enter opens the story · j k move · Esc back"
_DATE, _OUTLETS = 12, 18


class EventScreen(ChoiceScreen[str]):
    """Gives the id of the story to be opened; the one that it is opened from is selected first."""

    def __init__(self, event: EventReports, story_id: str) -> None:
        head, rows = event.head, event.rows
        about = f"{', '.join(filter(None, (head.counts(), head.days())))}: {head.title}"
        ids = [row.head.id for row in rows]
        selected = ids.index(story_id) if story_id in ids else 0
        super().__init__(
            about, ids, [*map(report_row, rows)], [*map(report_detail, rows)], HINT, "No report.", selected
        )


def report_row(row: Row) -> ChoiceRow:
    """Whether it was read, date, outlets, and the headline last."""
    unread = " " if row.marks.read else UNREAD
    date = fit(short_date(row.head.published).rjust(_DATE), _DATE)
    return ChoiceRow(f"{unread} {date}  {outlets(row.head.sources, _OUTLETS)} {steady(row.head.title)}")


def report_detail(row: Row) -> str:
    """How many copies there are of it, and all outlets by name."""
    head = row.head
    copies = count(head.copies, "copy", "copies") if head.copies > 1 else ""
    return " · ".join(filter(None, (copies, ", ".join(head.sources) or "no outlet named")))
