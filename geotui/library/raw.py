"""A copy's page read once more: what each of its lines was taken for, and why some are left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geotui.errors import InputError
from geotui.knowledge import Knowledge
from geotui.model import Article, CopyEntry, LineKind, Page, RawLine, RawPage, Reading, Skipped

_UPDATE = "geotui index brings the library up to date"


def raw_page(copy: CopyEntry, knowledge: Knowledge) -> RawPage:
    """The page of a copy as it is now; raises InputError where it is gone or cannot be read."""
    from geotui.reading import read_page

    page = _page_of(copy)
    reading = read_page(page, knowledge)
    own = _own(reading, copy)
    kinds = {line: (kind, reason) for line, kind, reason in _kinds(reading, own)}
    lines = []
    for number, text in enumerate(page.lines, 1):
        blank = (LineKind.LEFTOVER, "") if text.strip() else (LineKind.BLANK, "")
        kind, reason = kinds.get(number, blank)
        lines.append(RawLine(number, text, kind, reason))
    return RawPage(copy.page, copy.record, tuple(lines), _note(own, copy))


def _page_of(copy: CopyEntry) -> Page:
    """Reads no further than the page: a file may hold any number of records."""
    from geotui.pages import FilePages, UnreadableError

    path = Path(copy.page)
    if not path.exists():
        raise InputError(f"{path}: this page is no longer there; {_UPDATE}")
    try:
        for page in FilePages(path):
            if page.record == copy.record and isinstance(page, Skipped):
                raise InputError(f"{path}: {page.reason}")
            if page.record == copy.record and isinstance(page, Page):
                return page
    except UnreadableError as error:
        raise InputError(f"{path}: {error.skipped.reason}") from error
    what = f"record {copy.record} is no longer in this file" if copy.record else "nothing can be read in this page now"
    raise InputError(f"{path}: {what}; {_UPDATE}")


def _own(reading: Reading, copy: CopyEntry) -> Article | None:
    """The copy's article; of several with its text the one that stands where it stood."""
    same = [article for article in reading.articles if article.id == copy.id]
    return min(same, key=lambda article: article.draft.lines != copy.lines, default=None)


def _note(own: Article | None, copy: CopyEntry) -> str:
    if own is None:
        return "This page has changed since it was indexed: the text of this copy is no longer on it."
    if own.draft.lines != copy.lines:
        return "This page has changed since it was indexed: the text of this copy stands in other lines."
    return ""


def _kinds(reading: Reading, own: Article | None) -> Iterator[tuple[int, LineKind, str]]:
    for note in reading.leftover:
        yield note.line, LineKind.LEFTOVER, note.reason
    for article in reading.articles:
        if article is own:
            yield from _own_kinds(article)
        else:
            draft = article.draft
            title = () if draft.title_line is None else (draft.title_line,)
            dropped = (note.line for note in draft.dropped)
            for line in (*title, *draft.body_lines, *draft.caption_lines, *dropped):
                yield line, LineKind.OTHER, draft.title


def _own_kinds(article: Article) -> Iterator[tuple[int, LineKind, str]]:
    draft = article.draft
    if draft.title_line is not None:
        yield draft.title_line, LineKind.TITLE, ""
    for line in draft.body_lines:
        yield line, LineKind.BODY, ""
    for line in draft.caption_lines:
        yield line, LineKind.CAPTION, ""
    for note in draft.dropped:
        yield note.line, LineKind.DROPPED, note.reason
