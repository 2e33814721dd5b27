"""The order in which a page is cut into its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geotui.articles.barriers import no_article
from geotui.articles.captions import add_captions
from geotui.articles.compose import compose
from geotui.articles.credits import add_credits
from geotui.articles.furniture import add_furniture, furniture
from geotui.articles.headlines import add_contents, title_keys
from geotui.articles.lines import Paragraph, read_paragraphs
from geotui.articles.links import add_links, shared_stems
from geotui.articles.markers import key_of
from geotui.articles.marks import HEAD_SIGNS, Marks
from geotui.articles.navigation import add_menus
from geotui.articles.segment import Region, segment, without_reprints
from geotui.articles.source import printed_source, site_of
from geotui.knowledge import Knowledge
from geotui.model import Draft, Fields, LineNote, Page, Split
from geotui.pages.addresses import host_of


def split(page: Page, knowledge: Knowledge) -> Split:
    """The articles of a page in page order, and the lines that belong to none. Pure; never raises for what it reads."""
    paragraphs = read_paragraphs(page.lines, page.header)
    marks = furniture(paragraphs)
    add_credits(paragraphs, marks, knowledge)
    add_menus(paragraphs, marks)
    add_captions(paragraphs, marks)
    add_furniture(paragraphs, marks)
    add_links(paragraphs, marks)
    add_contents(paragraphs, marks)
    reason = no_article(paragraphs, marks)
    if reason is not None:
        return Split((), tuple(LineNote(n, f"no article: {reason}") for n in _not_blank(page.lines)))
    regions = without_reprints(paragraphs, marks, segment(paragraphs, marks, knowledge))
    drafts: list[Draft] = []
    left: list[LineNote] = []
    owner = _owner_of_title(paragraphs, regions, page.fields)
    for number, found in enumerate(regions):
        fields = page.fields if number == owner else replace(page.fields, title=None)
        region = found if _may_be_headline(paragraphs, marks, found, fields) else replace(found, title=None)
        draft = compose(paragraphs, marks, region, fields, knowledge)
        if draft is None:
            left += _unread(paragraphs, region, marks)
        else:
            drafts.append(_with_source(draft, page.fields, marks, region, len(regions)))
    return _with_header(page, drafts, left)


def _owner_of_title(paragraphs: Sequence[Paragraph], regions: Sequence[Region], fields: Fields) -> int | None:
    """Which region the record's title names: the one with that headline, else the first if it lacks one or is alone."""
    if not fields.title:
        return None
    wanted = title_keys(fields.title)
    for number, region in enumerate(regions):
        if region.title is not None and wanted & title_keys(paragraphs[region.title].text):
            return number
    return 0 if len(regions) == 1 or regions[0].title is None else None


def _may_be_headline(paragraphs: Sequence[Paragraph], marks: Marks, region: Region, fields: Fields) -> bool:
    """Whether the line taken for a headline can be one beside the record's title, or is a standfirst under it."""
    if region.title is None or not fields.title or region.again:
        return True
    line, title = paragraphs[region.title].key, key_of(fields.title)
    if paragraphs[region.title].prose and line != title:
        return False  # with its title in the record, a text may begin with its first sentence
    under = marks.get(region.title + 1)
    alike = max(shared_stems(line, title), shared_stems(title, line)) >= 0.3
    return alike or (under is not None and under.kind in HEAD_SIGNS)


def _with_source(draft: Draft, fields: Fields, marks: Marks, region: Region, regions: int) -> Draft:
    """The article with its outlet: the record's, else its own site line, else the page's one, else its URL's host."""
    own = site_of(marks, region.start, region.end)
    named = printed_source(fields) or draft.source or own or (site_of(marks) if regions > 1 else None)
    return replace(draft, source=named or (host_of(fields.url) if fields.url else None))


def _unread(paragraphs: Sequence[Paragraph], region: Region, marks: Marks) -> list[LineNote]:
    notes = []
    for at in range(region.start, region.end):
        reason = (
            marks[at].reason if at in marks else "headline without a text" if at == region.title else "no running text"
        )
        notes += [LineNote(number, reason) for number in paragraphs[at].numbers]
    return notes


def _with_header(page: Page, drafts: Sequence[Draft], left: Sequence[LineNote]) -> Split:
    """Each header line goes with the article that it stands in or below; the first takes those above it."""
    header = [LineNote(number, "header") for number in page.header]
    if not drafts:
        return Split((), tuple(sorted((*header, *left), key=lambda note: note.line)))
    starts = [draft.lines[0] if draft.lines else 0 for draft in drafts]
    owned: list[list[LineNote]] = [[] for _ in drafts]
    for note in header:
        owner = max((number for number, start in enumerate(starts) if start <= note.line), default=0)
        owned[owner].append(note)
    placed = (
        replace(draft, dropped=tuple(sorted((*own, *draft.dropped), key=lambda note: note.line)))
        for draft, own in zip(drafts, owned, strict=True)
    )
    return Split(tuple(placed), tuple(sorted(left, key=lambda note: note.line)))


def _not_blank(lines: Sequence[str]) -> list[int]:
    return [number for number, line in enumerate(lines, 1) if line.strip()]
