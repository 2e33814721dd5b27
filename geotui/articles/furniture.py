"""Furniture: widget lines, links elsewhere, appeals, notices, addresses; by the list of markers and by what repeats.

Each paragraph is judged alone first, then by its neighbours (the links under `Related`, the name beside an address).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from geotui.articles.lines import Paragraph
from geotui.articles.links import pointer
from geotui.articles.markers import Markers, load_markers
from geotui.articles.marks import Kind, Mark, Marks
from geotui.pages.addresses import host_of
from geotui.text import slug

_ADDRESS = re.compile(
    r"(?:https?://\S+|(?:www\.)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/?", re.I
)
_LONGEST_WIDGET = 24  # words of a line that ends as a sentence
_NONE = Mark(Kind.SEPARATOR, "")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_STAMP = re.compile(r"\d{1,2}[.:h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: \(?[a-z]{2,4}(?:[+-]\d{1,2})?\)?)?")
_SAID = frozenset({"said", "says", "told", "added", "wrote", "asked"})
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4})?(?:\s*[-–]\s*\d{4})?,?\s*(?:by\s+)?([^.|,©]{3,60})", re.I)


def furniture(paragraphs: Sequence[Paragraph]) -> Marks:
    """What of the page is furniture by its own words."""
    markers = load_markers()
    marks: Marks = {}
    for at, paragraph in enumerate(paragraphs):
        mark = _alone(paragraph, markers)
        if mark is not None:
            marks[at] = mark
    return marks


def add_furniture(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Mark furniture by what stands around it, and by what comes back in the page."""
    markers = load_markers()
    _add_appeals(paragraphs, marks, markers)
    _add_between(paragraphs, marks, markers)
    _add_site_names(paragraphs, marks)
    _add_owners(paragraphs, marks)
    _add_repeats(paragraphs, marks)


def names_host(name: str, host: str) -> bool:
    """Whether a printed name is that of the site: its letters are those of the host."""
    letters = slug(name).replace("-", "")
    core = "".join(host.split(".")[:-1]).replace("-", "")
    bare = letters.removeprefix("the")
    return len(bare) >= 3 and (core.endswith((letters, bare)) or core.startswith((letters, bare)))


def _alone(paragraph: Paragraph, markers: Markers) -> Mark | None:
    key = paragraph.key
    if not key:
        return Mark(Kind.SEPARATOR, "no words")
    if paragraph.size > 90:
        return None
    folded = paragraph.folded.strip(" *_")
    if _IMAGE.fullmatch(paragraph.text):
        return Mark(Kind.WIDGET, "picture")
    if _STAMP.fullmatch(folded):
        return Mark(Kind.STAMP, "time stamp")
    told = paragraph.ends == "." and paragraph.size > _LONGEST_WIDGET
    if key in markers.widgets or (not told and markers.widget_patterns.fullmatch(folded.strip(" .:!-#"))):
        return Mark(Kind.WIDGET, "page widget")
    if _ADDRESS.fullmatch(paragraph.text):
        return Mark(Kind.SITE, "site address", host_of(paragraph.text) if "@" not in paragraph.text else None)
    if markers.empty_lists.fullmatch(folded.rstrip(" .!")):
        return Mark(Kind.EMPTY, "empty list")
    if paragraph.size <= 8 and markers.truncation.fullmatch(folded.strip(" .…>»→[]()")):
        return Mark(Kind.TRUNCATION, "link to the rest of the text")
    if len(paragraph.numbers) == 1 and (mark := pointer(paragraph, markers)):
        return mark
    if paragraph.prose and _speaks(paragraph):
        return None
    return _notice(paragraph, folded, markers)


def _notice(paragraph: Paragraph, folded: str, markers: Markers) -> Mark | None:
    """A notice of the site. A sentence of some length must speak to the reader, else it is news that reads alike."""
    to_reader = not paragraph.prose or paragraph.size <= 12 or markers.imperative.match(folded) is not None
    to_reader = to_reader or bool(markers.address & paragraph.vocabulary)
    if to_reader and paragraph.size <= 60 and markers.paywall.search(folded):
        return Mark(Kind.PAYWALL, "paywall notice")
    if to_reader and paragraph.size <= 30 and markers.offers.search(folded):
        return Mark(Kind.APPEAL, "offer of a subscription")
    if markers.any_consent.search(folded):
        hits = sum(pattern.search(folded) is not None for pattern in markers.consent)
        if hits >= (2 if paragraph.size <= 25 else 3):
            return Mark(Kind.CONSENT, "consent notice")
    if to_reader and paragraph.size <= 40 and markers.errors.search(folded):
        return Mark(Kind.ERROR, "error message")
    if paragraph.size <= 60 and markers.legal.search(folded):
        owner = _COPYRIGHT.search(paragraph.text)
        return Mark(Kind.LEGAL, "legal notice", _owner(owner[1]) if owner else None)
    return None


def _owner(text: str) -> str | None:
    name = re.sub(r"\b(?:all rights reserved|\d{4}).*", "", text, flags=re.I).strip(" -–.")
    return name if name and len(name.split()) <= 5 else None


def _add_appeals(paragraphs: Sequence[Paragraph], marks: Marks, markers: Markers) -> None:
    """Appeals to the reader. A weak one must stand at the end of a text: nothing but furniture after it."""
    at_end = True
    for at in range(len(paragraphs) - 1, -1, -1):
        paragraph = paragraphs[at]
        if at in marks:
            continue
        if _is_appeal(paragraph, markers, at_end):
            marks[at] = Mark(Kind.APPEAL, "appeal to the reader")
        elif at_end and paragraph.size <= 60 and markers.bios.search(paragraph.folded):
            marks[at] = Mark(Kind.LEGAL, "note on the writer")
        elif at_end and marks.get(at + 1, _NONE).kind is Kind.APPEAL and _leads_in(paragraph, markers):
            marks[at] = Mark(Kind.APPEAL, "appeal to the reader")
        elif paragraph.prose:
            at_end = False


def _add_between(paragraphs: Sequence[Paragraph], marks: Marks, markers: Markers) -> None:
    """What lies between two appeals and speaks to the reader too is a part of them."""
    for at in range(1, len(paragraphs) - 1):
        around = marks.get(at - 1, _NONE).kind is Kind.APPEAL is marks.get(at + 1, _NONE).kind
        if around and at not in marks and paragraphs[at].size <= 40 and _addressed(paragraphs[at], markers):
            marks[at] = Mark(Kind.APPEAL, "appeal to the reader")


def _leads_in(paragraph: Paragraph, markers: Markers) -> bool:
    """Whether a line right above an appeal is its heading."""
    short = paragraph.size <= 6 and not paragraph.prose and paragraph.ends != "."
    return short and _addressed(paragraph, markers)


def _addressed(paragraph: Paragraph, markers: Markers) -> bool:
    return bool(markers.address & paragraph.vocabulary)


def _speaks(paragraph: Paragraph) -> bool:
    """Whether someone is quoted or told to have said something: then `we` and `you` are not the site and its reader."""
    return paragraph.text[0] in '"“«‘' or not _SAID.isdisjoint(paragraph.vocabulary)


def _is_appeal(paragraph: Paragraph, markers: Markers, at_end: bool) -> bool:
    if paragraph.size > 110:
        return False
    folded = paragraph.folded.strip(" *_>")
    addressed = bool(markers.address & paragraph.vocabulary)
    if not at_end and _speaks(paragraph):
        return False
    if markers.appeals.search(folded):
        if markers.imperative.match(folded) or (addressed and paragraph.size <= 60):
            return True
        if at_end and paragraph.size <= 30 and not _speaks(paragraph):
            return True
    if not at_end or not addressed:
        return False
    hints = sum(pattern.search(folded) is not None for pattern in markers.appeal_hints)
    return hints >= 3 or (hints >= 1 and markers.appeals.search(folded) is not None)


def _add_site_names(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """A short line beside an address, or beside a copyright notice, that spells the same name is the site's."""
    addresses = [(at, mark.value) for at, mark in marks.items() if mark.kind is Kind.SITE and mark.value]
    for at, host in addresses:
        for near in (at - 1, at + 1, at - 2, at + 2):
            if not 0 <= near < len(paragraphs):
                continue
            name, *postal = paragraphs[near].text.split(",")
            before = marks.get(near)
            plain = before is None or before.kind in (Kind.WIDGET, Kind.LABEL)
            short = len(name.split()) <= 6 and paragraphs[near].size <= (20 if postal else 6)
            if plain and short and names_host(name, host):
                marks[near] = Mark(Kind.SITE, "site name", name.strip(" .|-–—"))


def _add_owners(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """A short line that spells the owner of the page's copyright is the site's name."""
    owners = {
        slug(mark.value).removeprefix("the-") for mark in marks.values() if mark.kind is Kind.LEGAL and mark.value
    }
    for at, paragraph in enumerate(paragraphs):
        if owners and at not in marks and paragraph.size <= 6 and not paragraph.sentence:
            name = slug(paragraph.text).removeprefix("the-")
            if len(name) >= 5 and any(owner == name or owner.startswith(f"{name}-") for owner in owners):
                marks[at] = Mark(Kind.SITE, "site name", paragraph.text.strip(" .|-–—"))


def _add_repeats(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """A line of a few words that comes back and back is part of the frame."""
    count = Counter(p.key for at, p in enumerate(paragraphs) if at not in marks and _may_be_frame(p))
    for at, paragraph in enumerate(paragraphs):
        if at not in marks and _may_be_frame(paragraph) and count[paragraph.key] >= 3:
            marks[at] = Mark(Kind.REPEAT, "repeats in the page")


def _may_be_frame(paragraph: Paragraph) -> bool:
    return paragraph.size <= 3 and not paragraph.sentence and not paragraph.text.endswith(":")
