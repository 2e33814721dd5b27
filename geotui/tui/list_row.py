"""A row of the list as text: glyphs, date, copies, outlet, and the title last, so that nothing stands right of it."""

from __future__ import annotations

from geotui.library import Row
from geotui.model import Marks, Match, Published
from geotui.tui.paint import fit, fit_with_tail, steady

UNREAD, STAR, TAG, NOTE, DOUBTFUL = "●", "★", "#", "✎", "?"

PICKED = "✓"
"""Stands where `UNREAD` does, which bold letters tell, too."""

GLYPHS = (
    (UNREAD, "unread"),
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
)
"""What the signs of a row mean, for the help."""

SURE_ENOUGH = 0.6
"""Confidence under which the best day is no more than a guess."""

_DATE = 12
_COPIES = 3
_MOST_COPIES = 99
_OUTLETS_FROM = 72
_LONGEST_OUTLET = 200


def row_text(row: Row, width: int) -> str:
    """Exactly `width` cells."""
    head = row.head
    doubt = DOUBTFUL if row.match is Match.POSSIBLE else " "
    date = fit(short_date(head.published).rjust(_DATE), _DATE)
    outlet = f"{_outlets(head.sources, width // 7 + 1)} " if width >= _OUTLETS_FROM else ""
    return fit(
        f"{_glyphs(row.marks)}{doubt}{date} {_copies(head.copies):>{_COPIES}} {outlet}{steady(head.title)}", width
    )


def _glyphs(marks: Marks) -> str:
    """A cell each, whatever is marked."""
    there = ((UNREAD, not marks.read), (STAR, marks.starred), (TAG, bool(marks.tags)), (NOTE, bool(marks.note)))
    return "".join(glyph if on else " " for glyph, on in there)


def short_date(when: Published) -> str:
    """`4 Feb 2022` as printed, `~4 Feb 2022` inferred, `4 Feb 2022?` guessed, `2022?` where no day is known.

    The year is always there: news of the same month of another year reads alike.
    """
    words = when.in_words()
    is_guess = when.day is not None and not when.metadata and when.confidence < SURE_ENOUGH
    return f"{words.removeprefix('~')}?" if is_guess else words


def _copies(copies: int) -> str:
    if copies > _MOST_COPIES:
        return f"{_MOST_COPIES}+"
    return f"{copies}×" if copies > 1 else ""


def _outlets(sources: tuple[str, ...], width: int) -> str:
    more = f" +{len(sources) - 1}" if len(sources) > 1 else ""
    first = sources[0][:_LONGEST_OUTLET].removeprefix("The ") if sources else ""
    return fit_with_tail(steady(first), more, width)
