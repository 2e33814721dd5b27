"""Who wrote it, where, when and for whom, as printed: bylines, date lines, datelines, agency credits, photo credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
_TAIL_BRACKETS = re.compile(r"[\[(]([A-Za-z][\w .&'/-]{1,40})[\])]\.?$")
_TAIL_DASH = re.compile(r"(?:[—–]|--|\s-)\s*([A-Z][\w .&'-]{1,40})\.?$")


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


def agency_name(text: str, markers: Markers) -> str | None:
    """The normal name of an agency, None where the text names none."""
    return markers.agencies.get(fold(text.strip()))


def agency_in(text: str, markers: Markers) -> str | None:
    """The first agency that a credit names."""
    match = markers.agency.search(text)
    return markers.agencies[fold(match[0])] if match else None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, day and agency before a report's first sentence, as printed; `end` is where the sentence begins.

    `likely`: a word or two with a colon, which is a dateline only at the head of a report.
    """

    words: str
    end: int
    agency: str | None
    certain: bool
    likely: bool = False


_CAPS_PLACE = r"[^\W\d_a-z][^\W\d_a-zß-ÿ]*+(?:[ .'’/&-]++[^\W\d_a-z][^\W\d_a-zß-ÿ]*+){0,8}\.?"
_TITLE_PLACE = r"[A-ZÀ-Þ][\w'’.-]*(?:[ /-][A-ZÀ-Þ][\w'’.-]*){0,3}"
_REGION = r"(?:,\s*[^\W\d_][\w.'’ -]{1,24}?|\s*\[[^\W\d_][\w.'’ -]{1,24}\])?"
_DAY = r"(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)?"
_CREDIT = r"(?:\s*[\[(](?P<agency>[^()\[\]]{2,40})[\])])?"
_DASH = r"\s*\.?(?:—|–|--+|-(?=\s)|―)\s*"
_CAPS_DATELINE = re.compile(rf"(?P<words>(?P<place>{_CAPS_PLACE}){_REGION}{_DAY}{_CREDIT})(?:{_DASH}|\s*:\s+)(?=\S)")
_TITLE_DATELINE = re.compile(
    rf"(?P<words>(?P<place>{_TITLE_PLACE}){_REGION}{_DAY}{_CREDIT})"
    rf"(?:{_DASH}|\s*:\s+|\s*\|\s*)(?=\S)"
)
_NO_DASH = re.compile(rf"(?P<words>(?P<place>{_TITLE_PLACE}){_REGION}{_DAY}\s*\((?P<agency>[^()]{{2,40}})\))\s+(?=\S)")
_AGENCY_FIRST = re.compile(
    rf"(?P<words>(?:[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}}\s*)?[\[(](?P<agency>[^()\[\]]{{2,40}})[\])]){_DASH}(?=\S)"
)


_SLASHED_AGENCY = re.compile(
    rf"(?P<words>(?P<place>{_CAPS_PLACE}){_REGION}{_DAY}\.?\s*"
    r"(?:/(?P<agency>[A-Z][\w .-]{1,20})/|[—–-]\s*(?P<other>[A-Z]{2,6})\s*[—–-]))\.?\s+(?=\S)"
)


def dateline(text: str, knowledge: Knowledge, markers: Markers) -> Dateline | None:
    """The dateline at the start of a paragraph, None where there is none.

    A place in capitals, a dash with an agency, or a place that the knowledge has makes it certain; a word with a
    capital and a colon alone does not.
    """
    head = text[:140]
    for pattern in (_AGENCY_FIRST, _SLASHED_AGENCY, _CAPS_DATELINE, _NO_DASH, _TITLE_DATELINE):
        match = pattern.match(head)
        if match is None:
            continue
        found = match.groupdict()
        place, printed = (found.get("place") or "").strip(), found.get("agency") or found.get("other")
        agency = _dateline_agency(printed, markers)
        if printed and agency is None and pattern is not _CAPS_DATELINE:
            continue
        if key_of(place) in markers.labels:
            continue
        capitals = pattern is _CAPS_DATELINE and len(place) >= 4
        certain = bool(agency) or is_place(place, knowledge) or (capitals and not match[0].rstrip().endswith(":"))
        rest = text[match.end() :]
        likely = len(place.split()) <= 3 and rest[:1].isupper() and len(rest.split()) >= 10
        return Dateline(match["words"].strip(" ,"), match.end(), agency, certain, likely)
    return None


def _dateline_agency(printed: str | None, markers: Markers) -> str | None:
    """An agency in a dateline's brackets: one that is known, or initials."""
    if printed is None:
        return None
    known = agency_name(printed, markers) or agency_in(printed, markers)
    return known or (printed if re.fullmatch(r"[A-Z]{2,6}", printed) else None)


def is_place(name: str, knowledge: Knowledge) -> bool:
    """Whether the knowledge has a place, capital or country of this name."""
    places = knowledge.cache.get("articles.places")
    if not isinstance(places, frozenset):
        names = [place for group in knowledge.places.values() for place in group]
        for country in knowledge.countries.values():
            names += [country.name, *country.names, *([country.capital] if country.capital else ())]
        places = frozenset(key_of(name) for name in names)
        knowledge.cache["articles.places"] = places
    parts = [key_of(part) for part in re.split(r"[/,]", name) if part.strip()]
    return any(part in places for part in parts)


def tail_agency(text: str, markers: Markers, known: str | None) -> str | None:
    """The agency in whose name a text ends: `… said. (IANS)`, `… said. — AFP`."""
    for pattern in (_TAIL_BRACKETS, _TAIL_DASH):
        match = pattern.search(text[-60:])
        if match:
            name = agency_name(match[1], markers)
            if name or match[1] == known:
                return name or known
    return None


def agency_said(text: str, markers: Markers) -> str | None:
    """The agency that a text names as its own source: `…, AFP said.`, `told Reuters`."""
    for match in markers.agency.finditer(text):
        before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 8]
        if before.endswith("told ") or re.match(r"\s+said\b", after):
            return markers.agencies[fold(match[0])]
    return None
