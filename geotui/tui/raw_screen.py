"""A page as it was found: each line with its number and what it was taken for, and why some are left out."""

from __future__ import annotations

from pathlib import PurePath

from geotui.model import LineKind, RawLine, RawPage
from geotui.tui.text_screen import TextScreen
from geotui.tui.wrapping import Paragraph, Role, shown

_GLYPHS = {
    LineKind.TITLE: "#",
    LineKind.BODY: "│",
    LineKind.CAPTION: '"',
    LineKind.DROPPED: "-",
    LineKind.LEFTOVER: "-",
    LineKind.OTHER: "~",
    LineKind.BLANK: " ",
}
_ROLES = {
    LineKind.TITLE: Role.TITLE,
    LineKind.BODY: Role.BODY,
    LineKind.CAPTION: Role.BODY,
    LineKind.DROPPED: Role.ASIDE,
    LineKind.LEFTOVER: Role.ASIDE,
    LineKind.OTHER: Role.ABOUT,
    LineKind.BLANK: Role.BODY,
}
_OWN = (LineKind.TITLE, LineKind.BODY, LineKind.CAPTION)
HINT = '# title  │ text  " caption  - left out  ~ other one · / search · Esc back'
_WHOLE_WIDTH = 10_000


class RawScreen(TextScreen):
    """Opens at the first line that the article is made of."""

    def __init__(self, raw: RawPage) -> None:
        path = PurePath(raw.path)
        record = f", record {raw.record}" if raw.record else ""
        paragraphs, first = raw_paragraphs(raw)
        place = sum(len(p.text) - sum(end - start for start, end in p.added) for p in paragraphs[:first])
        super().__init__(f"{path.name}{record} · in {path.parent}", paragraphs, HINT, place, _WHOLE_WIDTH)


def raw_paragraphs(raw: RawPage) -> tuple[list[Paragraph], int]:
    """A paragraph a line, and which of them is the first that the article is made of; 0 where none is."""
    digits = len(str(len(raw.lines)))
    paragraphs = [Paragraph(raw.note, Role.HEADING)] if raw.note else []
    first: int | None = None
    before: RawLine | None = None
    for line in raw.lines:
        if first is None and line.kind in _OWN:
            first = len(paragraphs)
        paragraphs.append(_line(line, before, digits))
        before = line if line.kind is not LineKind.BLANK else before
    return paragraphs, first or 0


def _line(line: RawLine, before: RawLine | None, digits: int) -> Paragraph:
    """The reason stands behind the line, the name of another article behind the first of its lines."""
    lead = f"{line.number:>{digits}} {_GLYPHS[line.kind]} "
    reason = line.reason
    if line.kind is LineKind.OTHER:
        told = before is not None and before.kind is LineKind.OTHER and before.reason == line.reason
        reason = "" if told else f"of another article: {line.reason}"
    text = shown(line.text).strip() if reason else line.text
    tail = f"  ← {shown(reason)}" if reason else ""
    added = ((len(text), len(text) + len(tail)),) if tail else ()
    return Paragraph(text + tail, _ROLES[line.kind], gap=False, lead=lead, indent=len(lead), added=added)
