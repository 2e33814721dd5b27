"""Captions: lines that carry a photo's credit, words of what is to be seen, or the doubling of alternative text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from geotui.articles.lines import Paragraph
from geotui.articles.markers import Markers, load_markers
from geotui.articles.marks import Kind, Mark, Marks
from geotui.text import fold

LONGEST = 90  # words
_ABOVE_CREDIT = 24  # words of a sentence
_WIRE_TAIL = 25  # words; a longer text that ends in agencies alone is a report

_NAMES = r"[A-ZÀ-Þ][\w.&'’-]*(?: [A-ZÀ-Þ][\w.&'’-]*){0,3}"
_SLASHED = rf"{_NAMES}(?:/{_NAMES})+(?: via {_NAMES})?"
_CREDIT_END = re.compile(
    rf"(?:(?<=[.?!\"”’)\]])|(?<=\d)|[|:])\s*(?:{_SLASHED})(?:\s*\((?:file|archive|pool)[^()]*\))?\.?$"
    rf"|\bvia (?:{_NAMES})\)?\.?$"
)
_AGENCIES_ALONE = re.compile(r"(?:^|\s)[A-Z]{2,6}(?:/[A-Z]{2,6})+\.?$")
_BRACKET = re.compile(r"[\[(]([^()\[\]]{2,90})[\])]\.?$")
_BRACKET_WORDS = re.compile(
    r"\b(?:photo|photos|image|images|handout|via|getty|pool|picture|courtesy|credit|archive|photograph|photographer)\b|^file\b|\bfile$"
)
_PICTURE = r"(?:photos?|images?|pictures?|photograph(?:s|y|er)?)"
_CREDIT_START = re.compile(
    rf"^\W*(?:(?:(?:file|archive|representative|representational|stock) )?(?:{_PICTURE}|foto|bild|фото|illustration)"
    rf"(?: credit| caption| source)?\s*(?:[:|/-]|by\b|courtesy\b|from\b)|credit\s*[:|/]"
    rf"|(?:file|representational|representative|stock) {_PICTURE}\b|getty images\b|©"
    r"|(?:image|media) (?:caption|source),)"
)
_CREDIT_INSIDE = re.compile(
    rf"©|\|\s*(?:{_PICTURE}|credit|file|courtesy|getty|ap|afp|reuters|epa|pti|ani)\b"
    rf"|\bphoto(?:graph)? (?:by|credit|courtesy)\b|\b{_PICTURE} ?(?:credit|source)?:"
    r"|\bap photo/|\bgetty images\b|\bcredit:"
)
_MAY_END_IN_CREDIT = re.compile(r"\w/[A-ZÀ-Þ]|\bvia [A-ZÀ-Þ]")
_LONGEST_CREDIT = 80  # characters
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLACE_AND_DAY = re.compile(
    r", [A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3},? (?:on )?(?:\w+day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})\.?$"
)


def add_captions(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Mark captions that tell by themselves, and every further sighting of the same line."""
    markers = load_markers()
    seen: set[str] = set()
    for at, paragraph in enumerate(paragraphs):
        if at in marks and marks[at].kind not in (Kind.LEGAL, Kind.CREDIT, Kind.AGENCY):
            continue
        if at in marks and marks[at].kind is Kind.LEGAL and _YEAR.search(paragraph.text):
            continue
        mark = photo_mark(paragraph, markers)
        if mark is not None:
            marks[at] = mark
            if mark.kind is Kind.CAPTION:
                seen.add(paragraph.key)
    seen |= _doubled(paragraphs, marks) | _above_credit(paragraphs, marks, markers)
    for at, paragraph in enumerate(paragraphs):
        if at not in marks and paragraph.key in seen:
            marks[at] = Mark(Kind.CAPTION, "caption")
    _add_photographers(paragraphs, marks)


def _above_credit(paragraphs: Sequence[Paragraph], marks: Marks, markers: Markers) -> set[str]:
    """Keys of short lines right above a photo credit of its own line: what is to be seen, then who took it."""
    found: set[str] = set()
    for at in range(1, len(paragraphs)):
        above = paragraphs[at - 1]
        credit = at in marks and marks[at].kind is Kind.PHOTO_CREDIT and not paragraphs[at].gap
        if credit and at - 1 not in marks and above.size >= 3:
            told = above.size <= (_ABOVE_CREDIT if above.sentence else LONGEST // 2)
            if told and not _opens(marks, at - 1) and not markers.appeals.search(above.folded):
                found.add(above.key)
    return found


def _add_photographers(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """A name alone right below a caption that ends in the same name."""
    for at in range(1, len(paragraphs)):
        line, above = paragraphs[at], marks.get(at - 1)
        if at in marks or above is None or above.kind is not Kind.CAPTION or line.gap or not 2 <= line.size <= 4:
            continue
        if f" {line.key} " in f" {paragraphs[at - 1].key} ":
            marks[at] = Mark(Kind.PHOTO_CREDIT, "photo credit")


def photo_mark(paragraph: Paragraph, markers: Markers) -> Mark | None:
    """A caption with a credit, or a photo credit alone; None where nothing in the line speaks of a photo."""
    text = paragraph.text
    if paragraph.size > LONGEST:
        return None
    rest = _without_credit(text, paragraph.folded, markers)
    if rest is None:
        return None
    if len(re.findall(r"\w+", rest)) <= 4:
        return Mark(Kind.PHOTO_CREDIT, "photo credit")
    return Mark(Kind.CAPTION, "caption")


def _without_credit(text: str, folded: str, markers: Markers) -> str | None:
    """What a caption says beside its credit; None where it has no credit."""
    start = _CREDIT_START.match(folded)
    if start:
        rest = text[start.end() :]
        if "caption" in start[0]:
            return rest.lstrip(" :,-|")
        described = len(rest.split()) >= 7 or rest.rstrip().endswith(".")
        return rest if described and start[0].strip() != "©" else ""
    bracket = _BRACKET.search(text) if text[-1] in ")]" or text[-2:] in (").", "].") else None
    if bracket and _photo_bracket(bracket[1], markers):
        return text[: bracket.start()]
    end = _CREDIT_END.search(text) if _MAY_END_IN_CREDIT.search(text, max(0, len(text) - 160)) else None
    if end and not (_AGENCIES_ALONE.search(end[0]) and len(text.split()) > _WIRE_TAIL):
        return text[: end.start()]
    if re.fullmatch(_SLASHED, text):
        return ""
    inside = _CREDIT_INSIDE.search(folded, max(0, len(folded) - _LONGEST_CREDIT))
    if inside and (inside.start() > 12 or len(text.split()) <= 8):
        return text[: inside.start()]
    return None


def _photo_bracket(inner: str, markers: Markers) -> bool:
    """Whether brackets at the end hold a photo's credit: `(Handout via Reuters)`, `[Name/AFP]`, `(file)`."""
    if len(inner.split()) > 10:
        return False
    slashed = "/" in inner and inner[:1].isupper() and (markers.agency.search(inner) or re.fullmatch(_SLASHED, inner))
    return bool(_BRACKET_WORDS.search(fold(inner))) or bool(slashed)


def looks_like_caption(paragraph: Paragraph, markers: Markers) -> bool:
    """Whether a line above the text describes a picture: it says where people stand in it, or ends in place and day."""
    if paragraph.size > LONGEST:
        return False
    folded = f" {paragraph.folded} "
    if any(word in folded for word in markers.photo_words):
        return True
    if paragraph.sentence and any(word in folded for word in markers.weak_photo_words):
        return True
    bracket = _BRACKET.search(paragraph.text)
    if bracket and fold(bracket[1]) in markers.agencies and not paragraph.sentence:
        return True
    return _PLACE_AND_DAY.search(paragraph.text) is not None


def _doubled(paragraphs: Sequence[Paragraph], marks: Marks) -> set[str]:
    """Keys of lines that stand twice side by side, as an image's alternative text and its caption do.

    A headline may be doubled in the same way; it opens the page, or has nothing but furniture before it.
    """
    count = Counter(p.key for p in paragraphs)
    found: set[str] = set()
    headlines: set[str] = set()
    for at in range(1, len(paragraphs)):
        one, two = paragraphs[at - 1], paragraphs[at]
        if one.key != two.key or at in marks or at - 1 in marks or two.size < 4 or two.size > LONGEST:
            continue
        if _opens(marks, at - 1) or one.gap > 1:
            headlines.add(one.key)
        elif count[one.key] >= 2 and two.gap <= 1:
            found.add(one.key)
    return found - headlines


def _opens(marks: Marks, at: int) -> bool:
    """Whether only furniture stands before a paragraph."""
    return all(before in marks for before in range(at))
