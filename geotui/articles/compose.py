"""One region of a page → one article: its paragraphs become title, body or caption, or are dropped with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geotui.articles.agencies import agency_name, agency_said, tail_agency
from geotui.articles.captions import looks_like_caption
from geotui.articles.credits import is_person_line
from geotui.articles.datelines import Dateline, dateline, is_place
from geotui.articles.headlines import headline_like, is_bullet, is_listed, title_keys, without_site
from geotui.articles.language import language_of
from geotui.articles.lines import Paragraph, title_text
from geotui.articles.markers import Markers, key_of, load_markers
from geotui.articles.marks import HEAD_SIGNS, Kind, Mark, Marks
from geotui.articles.printed_dates import is_labelled, is_update
from geotui.articles.segment import Region
from geotui.knowledge import Knowledge
from geotui.model import Draft, Fields, LineNote, TitleFrom
from geotui.text import cut_at_word

MADE_TITLE = 100  # characters
_FIRST_SENTENCE = re.compile(r".+?[.!?…。！？؟।](?=[\"'”’»)]*(?:\s|$))[\"'”’»)]*|.+", re.S)
_TRAILS_OFF = re.compile(r"(?:…|\.{3}|\[(?:…|\.{3})\]|\[\+\d+ (?:chars|characters)\])[\"”’»)\]]*$")
_PLACE_AND_DESK = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,2}\s*:\s+[^\W\d_][\w.'’& -]+$")
_LONGEST_TITLE = 40  # words
_AFTER_NAME = re.compile(r"\s*[,|(]\s*|\s+(?:in|and|at)\s+")
_LONGEST_LINK = 18  # words
_LONGEST_QUOTE = 60  # words
_NEAR = 40  # paragraphs
_REPEATED_WORDS = 8  # a run this long does not come again by chance


@dataclass(slots=True)
class _Parts:
    """What has been decided of a region's paragraphs, by place."""

    body: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    dropped: dict[int, str] = field(default_factory=dict)
    byline: str | None = None
    source: str | None = None
    agency: str | None = None
    dateline: str | None = None
    dates: list[tuple[bool, str]] = field(default_factory=list)
    cut_off: bool = False


def compose(
    paragraphs: Sequence[Paragraph], marks: Marks, region: Region, fields: Fields, knowledge: Knowledge
) -> Draft | None:
    """The article of a region, None where it holds no text. `fields` are those of the record, if they are its own."""
    markers = load_markers()
    parts = _Parts()
    title = region.title
    _place_marked(paragraphs, marks, region, parts)
    _drop_title_again(paragraphs, region, fields, parts)
    loose = [
        at
        for at in range(region.start, region.end)
        if at not in parts.dropped and at not in parts.captions and at != title
    ]
    _read_head(paragraphs, loose, _head_end(paragraphs, marks, region), region, parts, knowledge, markers)
    _read_tail(paragraphs, loose, parts, markers)
    parts.body = [at for at in loose if at not in parts.dropped and at not in parts.captions]
    opening = _drop_repeats(paragraphs, parts, knowledge, markers)
    if not any(paragraphs[at].prose for at in parts.body):
        return None
    return _draft(paragraphs, region, fields, parts, opening, knowledge, markers)


def _place_marked(paragraphs: Sequence[Paragraph], marks: Marks, region: Region, parts: _Parts) -> None:
    """Place what carries a mark: captions once, all else dropped; read bylines, dates and agencies on the way."""
    seen: set[str] = set()
    for at in range(region.start, region.end):
        mark = marks.get(at)
        if mark is None or at == region.title:
            continue
        if mark.kind is Kind.CAPTION:
            key = paragraphs[at].key
            if key in seen:
                parts.dropped[at] = "repeated caption"
            else:
                parts.captions.append(at)
                seen.add(key)
            continue
        parts.dropped[at] = mark.reason
        _read_mark(mark, paragraphs[at], parts, at, region.title)
    _judge_cut(paragraphs, marks, region, parts)


def _read_mark(mark: Mark, paragraph: Paragraph, parts: _Parts, at: int, title: int | None) -> None:
    """Read a mark into the article. A bare date far above the headline is that of the page's masthead."""
    if mark.kind is Kind.DATE and mark.value and parts.source is None:
        parts.source = mark.value
    if mark.kind is Kind.BYLINE and parts.byline is None:
        parts.byline = mark.value
    if mark.kind in (Kind.AGENCY, Kind.CREDIT) and parts.agency is None:
        parts.agency = mark.value
    far = title is not None and at < title - 1
    if mark.date and (not far or is_labelled(paragraph.text)):
        parts.dates.append((far or is_update(paragraph.text), mark.date))


def _judge_cut(paragraphs: Sequence[Paragraph], marks: Marks, region: Region, parts: _Parts) -> None:
    """Cut off: a paywall notice, or a link to the rest, with hardly any text after it."""
    barred = [
        at
        for at in range(region.start, region.end)
        if at in marks and marks[at].kind in (Kind.PAYWALL, Kind.TRUNCATION)
    ]
    for at in barred:
        after = [p for i, p in enumerate(paragraphs[at + 1 : region.end], at + 1) if i not in marks and p.prose]
        before = [i for i in range(region.start, at) if i not in marks and paragraphs[i].prose]
        if not before or len(after) > 1:
            continue
        if marks[at].kind is Kind.PAYWALL or _TRAILS_OFF.search(paragraphs[before[-1]].text):
            parts.cut_off = True


def _drop_title_again(paragraphs: Sequence[Paragraph], region: Region, fields: Fields, parts: _Parts) -> None:
    """Drop every further sighting of the headline, and of the record's title where there is one."""
    names: frozenset[str] = frozenset()
    if region.title is not None:
        names |= title_keys(paragraphs[region.title].text)
    if fields.title:
        names |= title_keys(fields.title)
    for at in range(region.start, region.end):
        if at == region.title or at in parts.dropped:
            continue
        paragraph = paragraphs[at]
        own = title_keys(paragraph.text, paragraph.key) if paragraph.size <= _LONGEST_TITLE else frozenset()
        if at in region.again or own & names:
            parts.dropped[at] = "repeated headline"
            if at in parts.captions:
                parts.captions.remove(at)


def _head_end(paragraphs: Sequence[Paragraph], marks: Marks, region: Region) -> int:
    """The last place above which an article's head goes on: its headline again, a byline or date under a standfirst."""
    end = max((*region.again, region.start - 1))
    text = 0
    for at in range(region.start, min(region.end, region.start + 20)):
        if at in marks:
            end = max(end, at) if marks[at].kind in HEAD_SIGNS else end
        elif at != region.title and paragraphs[at].prose:
            text += 1
        if text > 2:
            break
    return end


def _read_head(
    paragraphs: Sequence[Paragraph],
    loose: Sequence[int],
    after: int,
    region: Region,
    parts: _Parts,
    knowledge: Knowledge,
    markers: Markers,
) -> None:
    """Judge what stands above the first running text: names, labels, outlets, pictures without a credit."""
    text = (at for at in loose if paragraphs[at].prose and not looks_like_caption(paragraphs[at], markers))
    first = next((at for at in text if at > after), None)
    if first is None:
        return
    for at in loose:
        if at >= first:
            break
        paragraph = paragraphs[at]
        if region.title is not None and at < region.title:
            parts.dropped[at] = "stands above the headline"
        elif at < after and is_bullet(paragraph):
            parts.dropped[at] = "key point"
        elif looks_like_caption(paragraph, markers) and paragraph.size >= 5:
            parts.captions.append(at)
        elif parts.dropped.get(at - 1) != "time stamp":
            _read_label(paragraph, at, parts, knowledge, markers)
    parts.captions.sort()


def _read_label(paragraph: Paragraph, at: int, parts: _Parts, knowledge: Knowledge, markers: Markers) -> None:
    """A short line between headline and text: a section, an outlet, a person; else it stays as a standfirst."""
    text, tokens = paragraph.text.strip(), set(paragraph.key.split())
    if paragraph.sentence or paragraph.size > 8:
        return
    place = text.rstrip(": ")
    if is_place(place, knowledge) or (
        text.endswith(":") and (place.istitle() or place.isupper()) and key_of(place) not in markers.labels
    ):
        parts.dropped[at] = "dateline"
        parts.dateline = parts.dateline or place
        return
    if paragraph.key in markers.sections:
        parts.dropped[at] = "section label"
    elif (_PLACE_AND_DESK.match(text) and paragraph.capitals >= 0.9) or is_person_line(text, knowledge, markers):
        parts.dropped[at] = "byline"
        parts.byline = parts.byline or text
    elif tokens & markers.outlet_words and paragraph.size <= 6 and (paragraph.capitals >= 0.5 or not text[0].isupper()):
        parts.dropped[at] = "site name"
        parts.source = parts.source or text.split(",")[0]
    elif paragraph.size <= 3 and not text.endswith(":"):
        parts.dropped[at] = "label"


def _read_tail(paragraphs: Sequence[Paragraph], loose: Sequence[int], parts: _Parts, markers: Markers) -> None:
    """Drop what stands below the last running text and is none: the writer's life, links, labels."""
    prose = [at for at in loose if at not in parts.dropped and (paragraphs[at].prose or paragraphs[at].sentence)]
    if len(prose) >= 3 and _is_bio(paragraphs[prose[-1]], parts, markers):
        parts.dropped[prose.pop()] = "note on the writer"
    if not prose:
        return
    tail = [at for at in loose if at > prose[-1] and at not in parts.dropped]
    links = [at for at in tail if headline_like(paragraphs[at]) and paragraphs[at].size <= _LONGEST_LINK]
    for at in tail:
        paragraph = paragraphs[at]
        tags = paragraph.capitals == 1.0 and "," in paragraph.text and not paragraph.sentence
        stray = paragraph.size <= 4 and not paragraph.sentence and not is_listed(paragraph)
        if stray or tags or (at in links and (len(links) >= 2 or len(tail) >= 3)):
            parts.dropped[at] = "no running text after the article"


def _is_bio(paragraph: Paragraph, parts: _Parts, markers: Markers) -> bool:
    """Whether a last paragraph tells of the writer: it is of such words, or opens with the name of the byline."""
    if paragraph.size > 60:
        return False
    writer = key_of(_AFTER_NAME.split(parts.byline)[0]) if parts.byline else ""
    opens = len(writer.split()) >= 2 and f"{paragraph.key} ".startswith(f"{writer} ")
    return opens or markers.bios.search(paragraph.folded) is not None


def _drop_repeats(
    paragraphs: Sequence[Paragraph], parts: _Parts, knowledge: Knowledge, markers: Markers
) -> Dateline | None:
    """Drop what the body says twice; returns the dateline of its first report line.

    Of a standfirst and the paragraph that begins with the same words the paragraph stays, of other repeats the first.
    """
    body = parts.body
    found: Dateline | None = None
    first_prose = next((at for at in body if paragraphs[at].prose), None)
    keys = {at: paragraphs[at].key for at in body}
    for place, at in enumerate(body[:4]):
        opening = dateline(paragraphs[at].text, knowledge, markers)
        if opening is None:
            continue
        rest = key_of(paragraphs[at].text[opening.end :])
        twins = [b for b in body[:place] if keys[b] == rest or _begins(rest, keys[b])]
        if opening.certain or twins or (opening.likely and at == first_prose and _is_place_like(opening, knowledge)):
            found = found or opening
            for twin in twins:
                parts.dropped[twin] = "repeated standfirst"
    head = body[:3]
    for at in head:
        later = [b for b in body if at < b <= at + 12 and (keys[b] == keys[at] or _begins(keys[b], keys[at]))]
        if later and at == first_prose and at not in parts.dropped and paragraphs[at].size >= 5:
            parts.dropped[at] = "repeated standfirst"
    parts.body = [at for at in body if at not in parts.dropped]
    _drop_echoes(paragraphs, parts)
    return found


def _is_place_like(opening: Dateline, knowledge: Knowledge) -> bool:
    """Whether the word before a colon may be a place: it is no given name, nor the surname of a known person."""
    families = knowledge.cache.get("articles.families")
    if not isinstance(families, frozenset):
        families = frozenset(family for person in knowledge.people.values() for family in person.families)
        knowledge.cache["articles.families"] = families
    tokens = opening.words.title().split()
    return not any(token in families or token in knowledge.given_names for token in tokens)


def _begins(text: str, start: str) -> bool:
    """Whether a key begins with another one that is long enough for it to be no chance."""
    return len(start.split()) >= _REPEATED_WORDS and text.startswith(start)


def _drop_echoes(paragraphs: Sequence[Paragraph], parts: _Parts) -> None:
    """Drop paragraphs that the body has already said word for word, and pull quotes: lines wholly inside another."""
    seen: set[str] = set()
    again = False
    keys = [paragraphs[at].key for at in parts.body]
    for place, at in enumerate(parts.body):
        key = keys[place]
        if paragraphs[at].size < _REPEATED_WORDS:
            if again and key in seen:
                parts.dropped[at] = "repeated line"
            seen.add(key)
            continue
        again = key in seen
        if again:
            parts.dropped[at] = "repeated line"
        elif paragraphs[at].size <= _LONGEST_QUOTE and _is_inside(key, keys[max(0, place - _NEAR) : place + _NEAR]):
            parts.dropped[at] = "pull quote"
        seen.add(key)
    parts.body = [at for at in parts.body if at not in parts.dropped]


def _is_inside(key: str, near: Sequence[str]) -> bool:
    """Whether one of the keys says this one and more."""
    return any(key in other and len(other) > len(key) and f" {key} " in f" {other} " for other in near)


def _draft(
    paragraphs: Sequence[Paragraph],
    region: Region,
    fields: Fields,
    parts: _Parts,
    opening: Dateline | None,
    knowledge: Knowledge,
    markers: Markers,
) -> Draft:
    texts = [paragraphs[at].text for at in parts.body]
    title, title_from, extra = _title(paragraphs, region, fields, texts)
    dropped = {**parts.dropped, **extra}
    agency = (opening.agency if opening else None) or tail_agency(texts[-1], markers, None) or parts.agency
    if agency is None:
        named = (paragraphs[at] for at in parts.body if not markers.agency_words.isdisjoint(paragraphs[at].vocabulary))
        agency = next((name for p in named if (name := agency_said(p.text, markers))), None)
    if agency is None and fields.source:
        agency = agency_name(fields.source, markers)
    text = "\n\n".join(texts)
    line = _numbers(paragraphs, [region.title]) if region.title is not None and title_from is TitleFrom.LINE else ()
    wrapped = [LineNote(number, "headline, continued") for number in line[1:]]
    dates = sorted(parts.dates, key=lambda pair: pair[0])
    return Draft(
        title=title,
        title_from=title_from,
        title_line=line[0] if line else None,
        text=text,
        body_lines=_numbers(paragraphs, parts.body),
        captions=tuple(paragraphs[at].text for at in parts.captions),
        caption_lines=_numbers(paragraphs, parts.captions),
        dropped=tuple(sorted((*_notes(paragraphs, dropped), *wrapped), key=lambda note: note.line)),
        source=parts.source,
        agency=agency,
        byline=fields.byline or parts.byline,
        dateline=opening.words if opening else parts.dateline,
        url=fields.url,
        date=fields.date or (dates[0][1] if dates else None),
        cut_off=parts.cut_off or _TRAILS_OFF.search(texts[-1]) is not None,
        language=language_of(text, fields.language, knowledge),
    )


def _title(
    paragraphs: Sequence[Paragraph], region: Region, fields: Fields, texts: Sequence[str]
) -> tuple[str, TitleFrom, dict[int, str]]:
    """The title, where it comes from, and what becomes of the headline's line where it is not the title."""
    if fields.title:
        dropped = {region.title: "repeated headline"} if region.title is not None else {}
        return fields.title, TitleFrom.RECORD, dropped
    if region.title is not None:
        text = title_text(paragraphs[region.title].text)
        bare = without_site(text)
        again = {paragraphs[at].key for at in region.again}
        return (bare if key_of(bare) in again else text), TitleFrom.LINE, {}
    sentence = _FIRST_SENTENCE.match(texts[0])
    return cut_at_word(sentence[0] if sentence else texts[0], MADE_TITLE), TitleFrom.MADE, {}


def _numbers(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> tuple[int, ...]:
    return tuple(number for at in places for number in paragraphs[at].numbers)


def _notes(paragraphs: Sequence[Paragraph], dropped: dict[int, str]) -> tuple[LineNote, ...]:
    return tuple(LineNote(number, dropped[at]) for at in sorted(dropped) for number in paragraphs[at].numbers)
