"""Who wrote it, where, when and for whom, as printed: bylines, date lines, datelines, agency credits, photo credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geotui.articles.agencies import agency_in, agency_name
from geotui.articles.headlines import headline_like
from geotui.articles.lines import Paragraph
from geotui.articles.markers import Markers, key_of, load_markers
from geotui.articles.marks import HEAD_SIGNS, Kind, Mark, Marks
from geotui.articles.printed_dates import date_line, dated_tail
from geotui.knowledge import Knowledge
from geotui.text import fold

_PIECES = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|(?<=\d)\.\s+(?=[A-Z])")
_NAME = r"(?:[^\W\d_][\w'’.-]*\s+){0,4}[^\W\d_][\w'’.-]*"
_NAMES_END = re.compile(r"\s*(?:,|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|&|;|\bи\b)\s*", re.I)
_PARTICLES = frozenset("de la van von der den bin al el da dos do di du del ben ibn ter le st abu".split())  # noqa: SIM905
_PRINTED_IN = re.compile(r"(?:First )?[Pp]ublished in (?:the )?([A-Z][^,]{2,40}), (?:on )?(.{6,40}?)\.?")
_LONGEST_LINE = 14  # words of a line that ends as a sentence
_IN_BRACKETS = re.compile(r"[\[(][^()\[\]]+[\])]")
_AGENCY_IN = re.compile(r"([A-Z][\w -]{1,24}) in [A-Z][\w.' -]{2,30}")
_LONE_INITIALS = re.compile(r"[\[(]([A-Z]{2,6})[\])]")


def add_credits(paragraphs: Sequence[Paragraph], marks: Marks, knowledge: Knowledge) -> None:
    """Mark the lines that are wholly byline, date or credit, and names alone beside a date line."""
    markers = load_markers()
    for at, paragraph in enumerate(paragraphs):
        if at not in marks and paragraph.size <= 40:
            mark = credit_line(paragraph, markers)
            if mark is not None:
                marks[at] = mark
    for at, paragraph in enumerate(paragraphs):
        if at in marks or paragraph.size > 12 or not _byline_place(paragraphs, marks, at):
            continue
        if is_person_line(paragraph.text, knowledge, markers):
            marks[at] = Mark(Kind.BYLINE, "byline", paragraph.text)
        elif at - 1 in marks and _is_outlet_line(paragraph, markers):
            marks[at] = Mark(Kind.SITE, "site name", paragraph.text.split(",")[0])


def _is_outlet_line(paragraph: Paragraph, markers: Markers) -> bool:
    """Whether a line among the credits names an outlet, maybe with its place: `The Example Times, Oslo`."""
    named = markers.outlet_words & set(paragraph.key.split())
    return bool(named) and paragraph.size <= 6 and paragraph.capitals == 1.0 and not (paragraph.gap or paragraph.ends)


def _byline_place(paragraphs: Sequence[Paragraph], marks: Marks, at: int) -> bool:
    """Whether names may stand here alone: beside a date or byline, or below a headline and apart from the text."""
    for step in (-1, 1):
        near = at + step
        while near in marks and marks[near].kind is Kind.WIDGET:
            near += step
        if near in marks and marks[near].kind in HEAD_SIGNS:
            return True
    above, below = at - 1, at + 1
    under = above >= 0 and above not in marks and not paragraphs[at].gap and headline_like(paragraphs[above])
    apart = below in marks or (below < len(paragraphs) and paragraphs[below].gap > 0)
    return under and apart and paragraphs[above].size > paragraphs[at].size


def credit_line(paragraph: Paragraph, markers: Markers) -> Mark | None:
    """What a line is that says who, when or for whom, and nothing else."""
    text = paragraph.text.strip(" *_-–—")
    telling = paragraph.ends == "." and paragraph.size > _LONGEST_LINE
    whole = None if telling else _piece(text, markers)
    if whole is not None:
        return whole
    bracketed = paragraph.size <= _LONGEST_LINE and _IN_BRACKETS.fullmatch(text) and agency_in(text, markers)
    if bracketed or markers.credit_lines.search(paragraph.folded.strip(" *_-")):
        return Mark(Kind.CREDIT, "credit", agency_in(text, markers))
    pieces = [piece for part in _PIECES.split(text) if (piece := part.strip(" *_"))] if paragraph.size <= 24 else []
    if len(pieces) < 2:
        return None
    read = [_piece(piece, markers) or _minor(piece, markers) for piece in pieces]
    if not any(read) or not all(read):
        return None
    kinds = {mark.kind: mark for mark in read if mark is not None}
    lead = kinds.get(Kind.BYLINE) or kinds.get(Kind.DATE) or kinds.get(Kind.AGENCY)
    if lead is None:
        return None
    day = kinds.get(Kind.DATE)
    return Mark(lead.kind, lead.reason, lead.value, day.date if day else None)


def _piece(text: str, markers: Markers) -> Mark | None:
    printed_in = _PRINTED_IN.fullmatch(text)
    if printed_in is not None and date_line(printed_in[2], markers) is not None:
        return Mark(Kind.DATE, "date line", printed_in[1], printed_in[2])
    day = date_line(text, markers)
    if day is not None:
        return Mark(Kind.DATE, "date line", date=day)
    dated = dated_tail(text, markers)
    if dated is not None:
        return _before_date(*dated, markers)
    name = agency_name(text.strip("()[]—–- ."), markers)
    if name is not None and len(text.split()) <= 4:
        return Mark(Kind.AGENCY, "agency credit", name)
    initials = _LONE_INITIALS.fullmatch(text)
    if initials is not None:
        return Mark(Kind.AGENCY, "agency credit", initials[1])
    reported = _AGENCY_IN.fullmatch(text)
    if reported is not None and (name := agency_name(reported[1], markers)):
        return Mark(Kind.BYLINE, "byline", name)
    author = byline(text, markers)
    if author is not None:
        return Mark(Kind.BYLINE, "byline", author)
    return Mark(Kind.BYLINE, "byline", text) if _role_alone(text, markers) else None


def _before_date(head: str, day: str, markers: Markers) -> Mark:
    """A line that ends in a date, by what stands before it: writers, an outlet, a place or section."""
    parts = (part.strip(" *_") for part in _PIECES.split(head))
    author = next((names for part in parts if (names := byline(part, markers)) is not None), None)
    if author is not None:
        return Mark(Kind.BYLINE, "byline", author, day)
    outlet = any(key_of(token) in markers.outlet_words for token in re.split(r"[\s-]", head))
    return Mark(Kind.DATE, "date line", head.strip(" ,") if outlet else None, day)


def _role_alone(text: str, markers: Markers) -> bool:
    """Whether a line names writers by their work alone: `Our Correspondent`, `From staff reports`, `Web Desk`."""
    if len(text) > 80:
        return False
    tokens = [key_of(token) for token in text.split() if "@" not in token]
    if not 1 <= len(tokens) <= 5 or text[-1] in ".?!:" or tokens[-1] not in markers.byline_roles:
        return False
    known = sum(token in markers.byline_roles or token in markers.role_words for token in tokens)
    return len(tokens) >= 2 and known >= len(tokens) - 1 and tokens[0] not in markers.articles


def _minor(text: str, markers: Markers) -> Mark | None:
    """A piece that may stand beside a byline or date: a widget, a section, a role, a place."""
    key = key_of(text)
    if key in markers.widgets or markers.widget_patterns.fullmatch(fold(text)) or key in markers.sections:
        return Mark(Kind.WIDGET, "page widget")
    short = len(text.split()) <= 3 and text[:1].isupper() and (not text.endswith(".") or len(text.split()) <= 2)
    if short or "@" in text:
        return Mark(Kind.LABEL, "label")
    return None


def byline(text: str, markers: Markers) -> str | None:
    """The names after `By`, as printed; None where the line goes on as a sentence."""
    start = markers.byline_start.match(fold(text))
    if start is None or len(text) > 160 or text.rstrip().endswith(("?", "!", ":")):
        return None
    names = text[start.end() :].strip()
    bare = names
    first = _NAMES_END.split(bare)[0]
    tokens = first.split()
    if fold(first) in markers.agencies or any(key_of(t) in markers.byline_roles for t in bare.split()):
        return names if len(bare.split()) <= 14 else None
    if not 2 <= len(tokens) <= 8 or len(bare.split()) > 16 or not re.match(_NAME, first):
        return None
    if not all(_name_token(token) for token in tokens[:2]) or not _name_token(tokens[-1]):
        return None
    small = sum(t[:1].islower() and t not in _PARTICLES for t in bare.split())
    return names if small <= 3 and not (bare.endswith(".") and len(bare.split()) > 6) else None


def is_person_line(text: str, knowledge: Knowledge, markers: Markers) -> bool:
    """Whether a line is names alone, or a name and a place or role (`Jane Doe, Kyiv`, `Jane Doe in Kyiv`)."""
    name, *rest = re.split(r"\s*[,|/]\s*|\s+(?:and|in|at|&)\s+", text)
    tokens = name.split()
    if not 2 <= len(tokens) <= 4 or len(rest) > 4 or any(len(part.split()) > 5 for part in rest):
        return False
    if (
        not all(_name_token(token) for token in tokens)
        or any(c.isdigit() or c == ":" for c in text)
        or text[-1] in ".?!"
    ):
        return False
    if any(key_of(token) in markers.outlet_words for token in tokens) or any(not p[:1].isupper() for p in rest):
        return False
    role = any(key_of(token) in markers.byline_roles for part in rest for token in part.split())
    given = tokens[0].split("-")[0]
    known = any(form in knowledge.given_names for form in (tokens[0], given, given.title()))
    return known or role or bool(rest)


def _name_token(token: str) -> bool:
    bare = token.strip(",.")
    return (bare[:1].isupper() or bare.casefold() in _PARTICLES) and not any(c.isdigit() for c in bare)
