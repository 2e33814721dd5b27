"""A row of the list as text: glyphs, date, copies, outlet, and the title last, so that nothing stands right of it."""

from __future__ import annotations

from geotui.library import Row
from geotui.model import Match
from geotui.tui.paint import fit, steady

UNREAD, STAR, DOUBTFUL = "●", "★", "?"
_DATE = 12
_COPIES = 4
_OUTLETS_FROM = 72


def row_text(row: Row, width: int) -> str:
    """Exactly `width` cells."""
    head = row.head
    glyphs = (
        (" " if row.marks.read else UNREAD)
        + (STAR if row.marks.starred else " ")
        + (DOUBTFUL if row.match is Match.POSSIBLE else " ")
    )
    date = fit(head.published.in_words().rjust(_DATE), _DATE)
    copies = f"{head.copies}×" if head.copies > 1 else ""
    outlet = f"{fit(_outlets(head.sources), width // 8)} " if width >= _OUTLETS_FROM else ""
    return fit(f"{glyphs}{date} {copies:>{_COPIES}} {outlet}{steady(head.title)}", width)


def _outlets(sources: tuple[str, ...]) -> str:
    if not sources:
        return ""
    more = f" +{len(sources) - 1}" if len(sources) > 1 else ""
    return steady(sources[0][:200]) + more
