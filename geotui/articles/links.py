"""Links to other articles and to subjects: pointers, lists under a heading, tags, readers' comments, promotions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from geotui.articles.headlines import headline_like
from geotui.articles.lines import Paragraph
from geotui.articles.markers import Markers, key_of
from geotui.articles.marks import HEAD_SIGNS, Kind, Mark, Marks
from geotui.text import fold

_POINTER = re.compile(r"^(.{3,34}?)\s*(?:[:|»›→>]|\s[-–—])\s*(.*)$")
_LEADING_SIGN = re.compile(r"^[\s>»›→▶►•*▪-]+(?=[^\W\d_])")
_HASHTAGS = re.compile(r"(?:#[^\s#][^#]{0,40}?(?:\s+|$)){2,}|#\w+")
_TAG_LINE = re.compile(r"(?:tags?|keywords?|mots-cl[ée]s|schlagw[oö]rter)\s", re.I)
_HANDLE = re.compile(r"^@?[A-Za-z][\w.-]*(?:_|\d|[a-z][A-Z])[\w.-]*\s*:\s")
_COMMENTS = re.compile(r"\bcomments?\b")
_PROMOTES = re.compile(r"\b(?:newsletters?|brief(?:ing)?|inbox|subscribe|sign (?:me )?up|email|e mail)\b")
_LONGEST_TAG = 5  # words


def pointer(paragraph: Paragraph, markers: Markers) -> Mark | None:
    """A line that leads to another article, or a heading over such lines or over tags."""
    text = _LEADING_SIGN.sub("", paragraph.text)
    key = key_of(text)
    if key in markers.tag_heads and not paragraph.sentence:
        return Mark(Kind.TAGS, "heading of tags")
    if paragraph.size > 45:
        return None
    match = _POINTER.match(text)
    if match and match[2] and _leads(match[1], markers):
        return Mark(Kind.POINTER, "link to another article")
    if paragraph.size <= 9 and _leads(text, markers):
        return Mark(Kind.LIST_HEAD, "heading of links to other articles")
    if paragraph.sentence and paragraph.ends == ".":
        return None
    opening = key.startswith(markers.open_pointers) and next(p for p in markers.open_pointers if key.startswith(p))
    if opening and re.match(r"[\s]*[\"“‘']?[A-ZÀ-Þ\d]", text[_length_of(text, len(opening.split())) :]):
        return Mark(Kind.POINTER, "link to another article")
    tags = _HASHTAGS.fullmatch(paragraph.text.strip()) or (paragraph.capitals == 1.0 and _TAG_LINE.match(text))
    return Mark(Kind.TAGS, "tags") if tags else None


def _leads(text: str, markers: Markers) -> bool:
    """Whether words announce other articles: `Also read`, `Most read in Politics`."""
    return key_of(text) in markers.pointers or markers.pointer_patterns.fullmatch(fold(text).strip(" :›»>")) is not None


def _length_of(text: str, count: int) -> int:
    """Where the first `count` words of a text end."""
    found = [match.end() for _, match in zip(range(count), re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", text), strict=False)]
    return found[-1] if found else 0


def add_links(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Mark links and tags below their headings, readers' comments, and blocks that promote something."""
    _add_tags(paragraphs, marks)
    _add_listed(paragraphs, marks)
    _add_comments(paragraphs, marks)
    _add_promotions(paragraphs, marks)


def _add_tags(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """The short lines under a heading of tags are tags, until text comes or a gap after the first of them."""
    under, count = False, 0
    for at, paragraph in enumerate(paragraphs):
        mark = marks.get(at)
        if mark is not None:
            heads = mark.kind is Kind.TAGS and mark.reason == "heading of tags"
            under, count = heads or (under and mark.kind is Kind.WIDGET), 0
            continue
        lowered = paragraph.text.islower() and not paragraph.sentence and paragraph.size <= 30
        tag = not paragraph.sentence and (paragraph.size <= _LONGEST_TAG or (count == 0 and lowered))
        under = under and tag and not (paragraph.gap and (count or _text_below(paragraphs, at, 1)))
        if under:
            marks[at] = Mark(Kind.TAGS, "tags")
            count += 1


def _text_below(paragraphs: Sequence[Paragraph], at: int, within: int) -> bool:
    """Whether running text comes within so many paragraphs below."""
    return any(p.prose for p in paragraphs[at + 1 : at + 1 + within])


def _add_comments(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Lines under a count of comments that begin with a reader's handle."""
    under = False
    for at, paragraph in enumerate(paragraphs):
        mark = marks.get(at)
        if mark is not None:
            under = mark.kind is Kind.WIDGET and (under or _COMMENTS.search(paragraph.key) is not None)
        elif under and _HANDLE.match(paragraph.text):
            marks[at] = Mark(Kind.LINK, "comment of a reader")
        else:
            under = False


def _add_listed(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """The short lines under a heading of links are links, until text comes or a wider gap."""
    under, gaps = False, [0]
    for at, paragraph in enumerate(paragraphs):
        mark = marks.get(at)
        if mark is not None:
            if mark.kind is Kind.LIST_HEAD or (mark.kind is Kind.TRUNCATION and paragraph.size >= 3):
                under, gaps = True, []
            elif mark.kind in _END_OF_LIST or (mark.kind is Kind.SEPARATOR and gaps):
                under = False
            continue
        if not under:
            continue
        text = paragraph.heading == 1 or (paragraph.prose and not headline_like(paragraph))
        if (
            text
            or paragraph.size > 25
            or _apart(paragraphs, at, gaps)
            or _opens_article(paragraphs, marks, at, len(gaps))
        ):
            under = False
            continue
        marks[at] = Mark(Kind.LINK, "link to another article")
        gaps.append(paragraph.gap)


def _apart(paragraphs: Sequence[Paragraph], at: int, gaps: Sequence[int]) -> bool:
    """Whether a line is set apart from the links above it, whose gaps are given."""
    gap = paragraphs[at].gap
    if gaps and not any(gaps) and gap and _text_below(paragraphs, at, 3):
        return True
    return gap > (max(gaps[1], 1) if len(gaps) >= 2 else 1)


_END_OF_LIST = frozenset({Kind.CAPTION, Kind.APPEAL, Kind.LEGAL, Kind.EMPTY, Kind.STAMP, Kind.TRAIL})


def _opens_article(paragraphs: Sequence[Paragraph], marks: Marks, at: int, count: int) -> bool:
    """Whether a short line under a heading of links is no link but the headline of the text that follows it."""
    apart = paragraphs[at].gap > 0
    follower, signed = at + 1, False
    while follower < len(paragraphs) and follower in marks and marks[follower].kind is not Kind.LIST_HEAD:
        signed = signed or marks[follower].kind in HEAD_SIGNS
        if marks[follower].kind is Kind.WIDGET and paragraphs[at].key and not signed:
            return apart and _comes_again(paragraphs, at)
        follower += 1
    if follower >= len(paragraphs) or not paragraphs[follower].prose:
        return apart and _comes_again(paragraphs, at)
    if signed:
        return True
    looser = apart and (count == 0 or paragraphs[at].gap >= paragraphs[at - 1].gap)
    return looser and count > 0 and shared_stems(paragraphs[at].key, paragraphs[follower].key) >= 0.34


def _comes_again(paragraphs: Sequence[Paragraph], at: int) -> bool:
    return any(p.key == paragraphs[at].key for p in paragraphs[at + 1 : at + 12])


def _add_promotions(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """The few short lines right above a call to subscribe belong to it, where one of them speaks of the same."""
    for end, mark in list(marks.items()):
        if not _promotes(paragraphs[end], mark) or paragraphs[end].gap:
            continue
        start = end
        while start and not paragraphs[start].gap and end - start <= 4:
            start -= 1
        block = [at for at in range(start, end) if at not in marks]
        short = paragraphs[start].gap and len(block) <= 3 and all(paragraphs[at].size <= 16 for at in block)
        if short and any(_PROMOTES.search(paragraphs[at].key) or paragraphs[at].sentence for at in block):
            for at in block:
                marks[at] = Mark(Kind.APPEAL, "promotion")


def _promotes(paragraph: Paragraph, mark: Mark) -> bool:
    return mark.kind is Kind.APPEAL or (mark.kind is Kind.WIDGET and _PROMOTES.search(paragraph.key) is not None)


def shared_stems(headline: str, text: str) -> float:
    """Share of a headline's longer words, by their first five letters, that the text has too. Both are keys."""
    wanted = stems(headline)
    return len(wanted & stems(text)) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=1024)  # each headline of a page looks back over the same paragraphs
def stems(key: str) -> frozenset[str]:
    """The longer words of a key by their first five letters; pairs of characters where words are not spaced."""
    found = {word[:5] for word in key.split() if len(word) >= 4 or word.isdigit()}
    for word in key.split():
        if word[0] >= "\u0e00" and len(word) > 4:
            found |= {word[i : i + 2] for i in range(len(word) - 1)}
    return frozenset(found)
