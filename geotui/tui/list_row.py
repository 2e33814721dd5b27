"""A row of the list as text: glyphs, date, copies, outlet, and the title last, so that nothing stands right of it.

Where a row stands for an event, the numbers of its reports and outlets take the place of copies and outlet.
"""

from __future__ import annotations

from geotui.library import Group, Row
from geotui.model import Marks, Match, Published
from geotui.tui.paint import fit, fit_with_tail, steady, width_of

UNREAD, STAR, TAG, NOTE, DOUBTFUL, ONE_OF_SEVERAL = "●", "★", "#", "✎", "?", "≡"

PICKED = "✓"
"""Stands where `UNREAD` does, which bold letters tell, too."""

UPDATED, OTHERS_UNREAD = "◐", "○"

GLYPHS = (
    (UNREAD, "unread"),
    (UPDATED, "read, but updated since; d shows how"),
    (PICKED, "selected to be merged; M does it"),
    (STAR, "starred"),
    (TAG, "tagged"),
    (NOTE, "has a note"),
    (DOUBTFUL, "only may fit the filter; + lists such stories"),
    ("~4 Feb 2022", "an inferred day; w says from what"),
    ("4 Feb 2022?", "no more than a guess"),
    ("2022?", "no more than the year can be told: listed last"),
    ("3×", "copies are folded into this story; c lists them"),
    ("Post +2", "two further outlets printed it"),
    (ONE_OF_SEVERAL, "others report its event, too; e lists them"),
    ("3 reports, 14 outlets", "of an event, where rows are by event"),
    ("1 of 3 reports", "the filter finds one of them"),
    (OTHERS_UNREAD, "read, but another report of the event is not"),
)
"""What the signs of a row mean, for the help."""

_DATE = 12
_COPIES = 3
_COUNTS, _SHORT_COUNTS = 22, 10
"""Cells of what is told of an event: `3 reports, 14 outlets`, and where no outlets are shown."""
_MOST_COPIES = 99
_OUTLETS_FROM = 72
_LONGEST_OUTLET = 200


def row_text(row: Row, width: int, by_event: bool = False) -> str:
    """Exactly `width` cells; titles begin in one column in all rows of a list, which is `by_event` or is not."""
    head = row.head
    doubt = DOUBTFUL if row.match is Match.POSSIBLE else " "
    date = fit(short_date(row.published).rjust(_DATE), _DATE)
    sign = ONE_OF_SEVERAL if head.event is not None and row.group is None else " "
    told = f"{_copies(head.copies):>{_COPIES}}{sign}"
    room = len(told) if not by_event else _SHORT_COUNTS
    if width >= _OUTLETS_FROM:
        room = max(len(told) + width // 7 + 2, _COUNTS if by_event else 0)
        told = f"{told} {outlets(head.sources, room - len(told) - 1)}"
    told = fit(told, room) if row.group is None else _event(row.group, room)
    others = row.group is not None and row.group.unread > 0
    return fit(f"{_glyphs(row.marks, others)}{doubt}{date} {told} {steady(head.title)}", width)


def _event(group: Group, width: int) -> str:
    """How many reports of an event the filter finds and how many outlets printed any, as far as there is room."""
    event = group.event
    found = f"{group.stories:,} of " if group.stories < event.stories else ""
    whole = f"{found}{event.counts()}"
    return fit(whole if width_of(whole) <= width else f"{found}{event.stories:,} reports", width)


def _glyphs(marks: Marks, others_unread: bool) -> str:
    """A cell each, whatever is marked."""
    read = UNREAD if not marks.read else UPDATED if marks.updated else OTHERS_UNREAD if others_unread else " "
    there = ((STAR, marks.starred), (TAG, bool(marks.tags)), (NOTE, bool(marks.note)))
    return read + "".join(glyph if on else " " for glyph, on in there)


def short_date(when: Published) -> str:
    """`4 Feb 2022` as printed, `~4 Feb 2022` inferred, `4 Feb 2022?` guessed, `2022?` where no day is known.

    The year is always there: news of the same month of another year reads alike.
    """
    words = when.in_words()
    is_guess = when.day is not None and not when.metadata and not when.sureness()
    return f"{words.removeprefix('~')}?" if is_guess else words


def _copies(copies: int) -> str:
    if copies > _MOST_COPIES:
        return f"{_MOST_COPIES}+"
    return f"{copies}×" if copies > 1 else ""


def outlets(sources: tuple[str, ...], width: int) -> str:
    """The first outlet, and how many more there are, in exactly `width` cells."""
    more = f" +{len(sources) - 1}" if len(sources) > 1 else ""
    first = sources[0][:_LONGEST_OUTLET].removeprefix("The ") if sources else ""
    return fit_with_tail(steady(first), more, width)
