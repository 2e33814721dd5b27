"""`geotui export`: the stories of a filter with their citations, as Markdown, JSON Lines or a table.

Text of a page is data in each of them: it can neither become markup nor a formula.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geotui.cli import contract
from geotui.cli.opening import opened
from geotui.cli.output import put, put_json, say
from geotui.library import Answer, Library, Row
from geotui.model import Article, Story
from geotui.text import clean, one_line

COLUMNS = (
    "id",
    "date",
    "inferred",
    "title",
    "outlets",
    "copies",
    "event",
    "names",
    "address",
    "citation",
    "tags",
    "note",
)
"""The head of the table."""

_PAGE = 200
"""Rows fetched at once."""

_MARKUP = re.compile(r"[\\`*<>\[\]|~$]|&(?=[#\w])|(?<![^\W_])_|_(?![^\W_])")
_LIST_OR_HEADING = re.compile(r"^(\d*)([#+.)-])")
_FORMULA = re.compile("[=+@＝＋－＠-]")


@dataclass(frozen=True, slots=True)
class _Exported:
    """One story with all that is told of it."""

    row: Row
    story: Story
    article: Article
    citation: str


def export(args: argparse.Namespace) -> int:
    """`geotui export`: exit 1 where nothing is listed."""
    with opened(args.roots, args.now) as library, library.snapshot():
        answer = library.answer(" ".join(args.filter), args.possible)
        count = min(len(answer.shown), args.limit or len(answer.shown))
        stories = _stories(library, answer, count)
        if args.format == "csv":
            _put_table(stories)
        for exported in () if args.format == "csv" else stories:
            (_put_markdown if args.format == "md" else _put_object)(exported)
        sys.stdout.flush()
        say(answer.summary() + (f" · {answer.advice}" if answer.advice else ""))
    return 0 if count else 1


def _stories(library: Library, answer: Answer, count: int) -> Iterator[_Exported]:
    for first in range(0, count, _PAGE):
        for row in library.rows(answer, first, min(_PAGE, count - first)):
            story = library.story(row.head.rank)
            article = library.article(story.copies[0].article)
            yield _Exported(row, story, article, library.citation(story, article))


def _put_object(exported: _Exported) -> None:
    draft = exported.article.draft
    told = {"citation": exported.citation, "text": draft.text, "captions": list(draft.captions)}
    put_json({**contract.story(exported.row, exported.story), **told})


# ---------------------------------------------------------------------- Markdown


def _put_markdown(exported: _Exported) -> None:
    draft, marks = exported.article.draft, exported.row.marks
    about = [f"Story {exported.story.head.id}"]
    others = [copy.source or "no outlet" for copy in exported.story.copies[1:]]
    if others:
        about.append(f"copies: {', '.join(others)}")
    if exported.story.event:
        about.append(f"event: {exported.story.event.title}")
    if marks.tags:
        about.append(f"tags: {', '.join(marks.tags)}")
    if marks.note:
        about.append(f"note: {marks.note}")
    quoted = [*filter(str.strip, draft.text.split("\n\n")), *(f"Caption: {caption}" for caption in draft.captions)]
    put(f"## {markdown(exported.story.head.title)}\n\n{markdown(exported.citation)}\n\n{markdown(' · '.join(about))}\n")
    if quoted:
        put("\n>\n".join(f"> {markdown(paragraph)}" for paragraph in quoted) + "\n")


def markdown(text: str) -> str:
    """Text of a page on one line of Markdown, where it stands for itself."""
    escaped = _MARKUP.sub(lambda found: f"\\{found[0]}", one_line(text))
    return _LIST_OR_HEADING.sub(r"\1\\\2", escaped)


# ---------------------------------------------------------------------- the table


def _put_table(stories: Iterable[_Exported]) -> None:
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(COLUMNS)
    for exported in stories:
        table.writerow(map(cell, _cells(exported)))


def _cells(exported: _Exported) -> Iterator[str]:
    head, marks, draft = exported.story.head, exported.row.marks, exported.article.draft
    when = head.published
    yield head.id
    yield when.day.isoformat() if when.day else when.edtf() or ""
    yield "" if when.metadata else "yes"
    yield head.title
    yield ", ".join(head.sources)
    yield str(head.copies)
    yield exported.story.event.title if exported.story.event else ""
    yield ", ".join(actor.name for actor in exported.story.actors)
    yield draft.url or ""
    yield exported.citation
    yield ", ".join(marks.tags)
    yield marks.note or ""


def cell(text: str) -> str:
    """Text of a cell that no spreadsheet takes for a formula: an apostrophe goes before what looks like one."""
    line = " ".join(clean(text).split())
    return f"'{line}" if _FORMULA.match(line) else line
