"""Navigation: menus, breadcrumbs and kickers; names side by side or below each other that lead to parts of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geotui.articles.lines import Paragraph
from geotui.articles.markers import Markers, key_of, load_markers
from geotui.articles.marks import Kind, Mark, Marks
from geotui.text import fold

_PIECES = re.compile(r"\s*[|•·›»>▸]+\s*|\s+[/–—-]\s+")
_TRAIL = re.compile(r"\s*[›»>▸]\s*|\s+/\s+")
_TRAIL_LABEL = re.compile(r"^(?:you are here|breadcrumbs?(?: navigation)?|location)\s*:?\s*[›»>/]?\s*", re.I)
_MENU = Mark(Kind.LABEL, "navigation")
_IN_MENU = (Kind.WIDGET, Kind.LABEL, Kind.LIST_HEAD)
_TOP = 6  # paragraphs
_LEAST_RUN = 4  # lines of a menu that stands line by line


def navigation(paragraph: Paragraph, markers: Markers) -> Mark | None:
    """A menu or breadcrumb on one line; None where it is something else."""
    text = paragraph.text
    if paragraph.sentence or paragraph.size > 40:
        return None
    if _is_trail(text, markers):
        return Mark(Kind.TRAIL, "breadcrumb")
    pieces = [piece for piece in _PIECES.split(text) if piece.strip()]
    if len(pieces) >= 2 and all(len(piece.split()) <= 4 for piece in pieces):
        known = sum(_known(piece, markers) for piece in pieces)
        if known == len(pieces) or (len(pieces) >= 3 and known >= 2) or _is_kicker(pieces, paragraph, markers):
            return _MENU
    return _MENU if _is_menu(paragraph, markers) else None


def add_menus(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Mark menus and breadcrumbs, on one line or line by line, and the site's name above one."""
    markers = load_markers()
    for at, paragraph in enumerate(paragraphs):
        if at not in marks and (mark := navigation(paragraph, markers)) is not None:
            marks[at] = mark
    for run in _short_runs(paragraphs, marks):
        known = [at for at in run if _known(paragraphs[at].text, markers)]
        if len(known) >= _LEAST_RUN - 1 and len(run) >= _LEAST_RUN and len(known) * 2 >= len(run):
            for at in range(known[0], known[-1] + 1):
                if at not in marks or at == known[0] or marks[at].kind is Kind.LIST_HEAD:
                    marks[at] = _MENU
    _add_masthead(paragraphs, marks)


def _add_masthead(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """A name at the very top with a menu or breadcrumb below it is the site's, where a headline still follows."""
    bare = [at for at, p in enumerate(paragraphs) if at not in marks]
    if len(bare) < 2 or bare[0] > _TOP or paragraphs[bare[1]].prose:
        return
    line, below = paragraphs[bare[0]], marks.get(bare[0] + 1)
    named = line.size <= 6 and not line.sentence and line.capitals == 1.0
    if named and below is not None and below.kind in (Kind.LABEL, Kind.TRAIL):
        marks[bare[0]] = Mark(Kind.SITE, "site name", line.text)


def _short_runs(paragraphs: Sequence[Paragraph], marks: Marks) -> Iterator[list[int]]:
    """Runs of short lines without a blank line between them, marked as furniture or not yet."""
    run: list[int] = []
    for at, paragraph in enumerate(paragraphs):
        mark = marks.get(at)
        short = paragraph.size <= 4 and not paragraph.sentence if mark is None else mark.kind in _IN_MENU
        if run and (not short or paragraph.gap):
            yield run
            run = []
        if short:
            run.append(at)
    yield run


def _is_trail(text: str, markers: Markers) -> bool:
    """`Home > World > Asia`: the way from the front page to this one; its last part may be the headline."""
    bare = _TRAIL_LABEL.sub("", text)
    parts = [part for part in _TRAIL.split(bare) if part]
    if len(parts) < 2 or any(len(part.split()) > 4 for part in parts[:-1]):
        return bare != text and len(parts) <= 1 and len(bare.split()) <= 4
    first = key_of(parts[0])
    if first in markers.menu or first in markers.widgets or (first in markers.sections and len(parts) >= 3):
        return True
    by_arrow = re.search(r"[›»>▸]", bare) is not None and not re.match(r"\W", bare)
    return by_arrow and all(len(part.split()) <= 4 and part[:1].isupper() for part in parts)


def _is_kicker(pieces: Sequence[str], paragraph: Paragraph, markers: Markers) -> bool:
    """`Asia | Nepal`: a place or a subject or two, above a headline."""
    if paragraph.size > 5 or any(fold(piece) in markers.agencies or not piece[:1].isupper() for piece in pieces):
        return False
    return any(len(piece.split()) == 1 for piece in pieces) and not any(c.isdigit() or c == ":" for c in paragraph.text)


def _is_menu(paragraph: Paragraph, markers: Markers) -> bool:
    """A line of short names: parted by wide spaces, or half of its words those of menus."""
    if "," in paragraph.text or paragraph.size < 3:
        return False
    tokens = paragraph.key.split()
    known = sum(token in markers.menu for token in tokens)
    if paragraph.columns >= 3 and paragraph.size <= 3 * paragraph.columns:
        return known >= 1
    return known >= 3 and known * 2 >= len(tokens) and paragraph.capitals >= 0.6


def _known(piece: str, markers: Markers) -> bool:
    key = key_of(piece)
    if key in markers.sections or key in markers.widgets:
        return True
    return key in markers.menu or markers.widget_patterns.fullmatch(fold(piece).rstrip(" .:!▾")) is not None
