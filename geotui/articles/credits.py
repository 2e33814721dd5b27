"""Who wrote it, where, when and for whom, as printed: bylines, date lines, datelines, agency credits, photo credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geotui.articles.agencies import agency_in, agency_name
from geotui.articles.lines import Paragraph
from geotui.articles.markers import Markers, key_of, load_markers
from geotui.articles.marks import Kind, Mark, Marks
from geotui.knowledge import Knowledge
from geotui.text import fold

_PIECES = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_NAME = r"(?:[^\W\d_][\w'’.-]*\s+){0,4}[^\W\d_][\w'’.-]*"
_NAMES_END = re.compile(r"\s*(?:,|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|&|;|\bи\b)\s*", re.I)
_PARTICLES = frozenset("de la van von der den bin al el da dos do di du del ben ibn ter le st abu".split())  # noqa: SIM905
_NUMERIC_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}\s*[年년]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LETTERS_OR_DIGITS = re.compile(r"[^\W\d_]+|\d+")
_PRINTED_IN = re.compile(r"(?:First )?[Pp]ublished in (?:the )?([A-Z][^,]{2,40}), (?:on )?(.{6,40}?)\.?")
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
        beside = [marks[near].kind for near in (at - 1, at + 1) if near in marks]
        if at not in marks and Kind.DATE in beside and is_person_line(paragraph.text, knowledge, markers):
            marks[at] = Mark(Kind.BYLINE, "byline", paragraph.text)


def credit_line(paragraph: Paragraph, markers: Markers) -> Mark | None:
    """What a line is that says who, when or for whom, and nothing else."""
    text = paragraph.text.strip(" *_")
    whole = _piece(text, markers)
    if whole is not None:
        return whole
    folded = fold(text)
    if markers.credit_lines.search(folded) and paragraph.size <= 40:
        return Mark(Kind.CREDIT, "credit", agency_in(text, markers))
    pieces = [piece for piece in _PIECES.split(text) if piece]
    if len(pieces) < 2 or paragraph.size > 24:
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
    name = agency_name(text.strip("()[]—–- ."), markers)
    if name is not None and len(text.split()) <= 4:
        return Mark(Kind.AGENCY, "agency credit", name)
    initials = _LONE_INITIALS.fullmatch(text)
    if initials is not None:
        return Mark(Kind.AGENCY, "agency credit", initials[1])
    author = byline(text, markers)
    if author is not None:
        cut = re.split(r"\s+(?=(?:published|updated|posted)\b)", author, maxsplit=1, flags=re.I)
        printed = date_line(cut[1], markers) if len(cut) == 2 else None
        return Mark(Kind.BYLINE, "byline", cut[0], printed)
    return None


def _minor(text: str, markers: Markers) -> Mark | None:
    """A piece that may stand beside a byline or date: a widget, a section, a role, a place."""
    key = key_of(text)
    if key in markers.widgets or markers.widget_patterns.fullmatch(fold(text)) or key in markers.sections:
        return Mark(Kind.WIDGET, "page widget")
    if len(text.split()) <= 3 and text[:1].isupper() and not text.endswith("."):
        return Mark(Kind.LABEL, "label")
    return None


def date_line(text: str, markers: Markers) -> str | None:
    """The date of a line that holds nothing else, as printed without its label; None where it is no such line."""
    folded = fold(text)
    if len(text) > 90 or not any(c.isdigit() for c in text):
        return None
    label = markers.date_label.match(folded)
    rest = folded[label.end() :] if label else folded
    tokens = [key_of(token) for token in _LETTERS_OR_DIGITS.findall(rest)]
    named = any(token in markers.months for token in tokens)
    strange = [
        t
        for t in tokens
        if not t.isdigit()
        and t not in markers.months
        and t not in markers.date_words
        and not markers.date_label.fullmatch(t)
    ]
    numeric = _NUMERIC_DATE.search(rest) is not None
    dated = numeric or (named and any(t.isdigit() for t in tokens))
    if strange and not (label and dated and _YEAR.search(rest) and len(strange) <= 2):
        return None
    if not dated:
        return None
    printed = text[label.end() :] if label and len(folded) == len(text) else text
    first, *others = re.split(r"\s+[-–|/(]\s*(?=[^\W\d])", printed, maxsplit=1)
    return (first if others and markers.update_label.match(fold(others[0])) else printed).strip()


def is_update(text: str) -> bool:
    """Whether a date line tells of a change rather than of the first printing."""
    return load_markers().update_label.match(fold(text).strip()) is not None


def byline(text: str, markers: Markers) -> str | None:
    """The names after `By`, as printed; None where the line goes on as a sentence."""
    start = markers.byline_start.match(fold(text))
    if start is None or len(text) > 160 or text.rstrip().endswith(("?", "!", ":")):
        return None
    names = text[start.end() :].strip()
    bare = re.split(r"\s+(?=(?:published|updated|posted)\b)", names, maxsplit=1, flags=re.I)[0]
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
    name, *rest = re.split(r"\s*,\s*|\s+(?:and|in|at|&)\s+", text)
    tokens = name.split()
    if not 2 <= len(tokens) <= 4 or len(rest) > 4 or any(len(part.split()) > 5 for part in rest):
        return False
    if not all(_name_token(token) for token in tokens) or any(c.isdigit() for c in text) or text[-1] in ".?!:":
        return False
    if any(key_of(token) in markers.outlet_words for token in tokens) or any(not p[:1].isupper() for p in rest):
        return False
    role = any(key_of(token) in markers.byline_roles for part in rest for token in part.split())
    known = any(form in knowledge.given_names for form in (tokens[0], tokens[0].title()))
    return known or role or bool(rest)


def _name_token(token: str) -> bool:
    bare = token.strip(",.")
    return (bare[:1].isupper() or bare.casefold() in _PARTICLES) and not any(c.isdigit() for c in bare)
