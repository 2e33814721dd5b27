"""The commands that read a library."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from geotui import settings
from geotui.cli import contract, progress
from geotui.cli.opening import opened
from geotui.cli.output import counted, put, put_json, say
from geotui.errors import InputError, StoreError
from geotui.library import EventReports, Library, Row, default_roots, index_path, resolved
from geotui.library.relations import relation_words
from geotui.model import Article, Story
from geotui.query.near import NAME_ONLY, name_only
from geotui.settings import Locations

_RELATION = 20
"""Letters of the longest words for what a copy is."""

_PAGE = 500
"""Rows fetched at once where all are printed."""


@contextmanager
def _library(args: argparse.Namespace, now: datetime | None = None) -> Iterator[Library]:
    """The library that a command names, brought up to date."""
    with opened(args.roots, now) as library, library.snapshot():
        yield library


def index(args: argparse.Namespace) -> int:
    """`geotui index`."""
    locations = Locations.of_user()
    library = Library(args.paths, locations, settings.load(locations.config))
    try:
        with progress.bar() as listener:
            report = library.update(args.workers, listener)
    finally:
        library.close()
    for skipped in report.skipped:
        where = f"{skipped.path}, record {skipped.record}" if skipped.record else skipped.path
        say(f"skipped {where}: {skipped.reason}")
    if not report.files:
        raise InputError(f"{', '.join(map(str, library.roots))}: no page could be read; name a folder of pages")
    put(
        f"{counted(report.stories, 'story', 'stories')} of {counted(report.articles, 'article')} on "
        f"{counted(report.pages, 'page')} in {counted(report.files, 'file')} · "
        f"{counted(report.folded, 'copy', 'copies')} folded · {counted(report.read, 'file')} read now · "
        f"{len(report.skipped):,} skipped"
    )
    return 0


def query(args: argparse.Namespace) -> int:
    """`geotui query`: exit 1 where nothing is listed."""
    with _library(args, args.now) as library:
        answer = library.answer(" ".join(args.filter), args.possible)
        count = min(len(answer.shown), args.limit or len(answer.shown))
        for first in range(0, count, _PAGE):
            for row in library.rows(answer, first, min(_PAGE, count - first)):
                _print_row(library, row, args)
        sys.stdout.flush()
        say(answer.summary() + (f" · {answer.advice}" if answer.advice else ""))
        return 0 if count else 1


def _print_row(library: Library, row: Row, args: argparse.Namespace) -> None:
    head = row.head
    if args.json:
        put_json(contract.story(row, library.story(head.rank)))
    elif args.null:
        sys.stdout.write(head.id + "\0")
    elif args.plain:
        day = head.published.day
        when = f"{'' if head.published.metadata else '~'}{day.isoformat()}" if day else ""
        sources = ", ".join(head.sources)
        put("\t".join(text.replace("\t", " ") for text in (when, sources, str(head.copies), head.title)))
    else:
        put(_row_in_words(row))


def _row_in_words(row: Row) -> str:
    head = row.head
    copies = f"{head.copies}×" if head.copies > 1 else ""
    outlet = f"  [{', '.join(head.sources)}]" if head.sources else ""
    return f"{head.id[:8]}  {head.published.in_words():>12}  {copies:>3}  {head.title}{outlet}"


def show(args: argparse.Namespace) -> int:
    """`geotui show`: exit 1 where no story has the id."""
    with _library(args) as library:
        rank = library.find_story(args.story[0])
        answer = library.answer("")
        story, row = library.story(rank), library.rows(answer, answer.shown.row(rank) or 0, 1)[0]
        article = library.article(story.copies[0].article)
        if args.json:
            put_json(
                {**contract.story(row, story), "text": article.draft.text, "captions": list(article.draft.captions)}
            )
            return 0
        _put_story(story, article)
        if links := library.why(None, rank).links:
            put("\nLinked stories:")
            for link in links:
                put(f"{link.id[:8]}  {link.words}")
        if (event := library.event(rank)) is not None:
            _put_event(event, rank)
    return 0


def _put_story(story: Story, article: Article) -> None:
    head = story.head
    put(head.title)
    put(" · ".join(filter(None, (head.published.in_words(), ", ".join(head.sources), f"id {head.id}"))))
    put("Names: " + (", ".join(a.name + (" (by role)" if a.inferred else "") for a in story.actors) or "nobody"))
    put()
    put(article.draft.text)
    for caption in article.draft.captions:
        put(f"\n[caption] {caption}")
    put()
    for copy in story.copies:
        place = copy.page + (f", record {copy.record}" if copy.record else "")
        lines = f", lines {copy.lines[0]} to {copy.lines[1]}" if copy.lines else ""
        title = "" if copy.title == head.title else f"“{copy.title}”  "
        told = f"{relation_words(copy):{_RELATION}}  {copy.published.in_words():>12}"
        put(f"{told}  {copy.source or ''}  {title}{place}{lines}")


def _put_event(event: EventReports, rank: int) -> None:
    head = event.head
    put(f"\nEvent: {', '.join(filter(None, (head.counts(), head.days())))}: {head.title}")
    for row in event.rows:
        if row.head.rank != rank:
            put(_row_in_words(row))


def actors(args: argparse.Namespace) -> int:
    """`geotui actors`: exit 1 where a name means nobody."""
    name = " ".join(args.name)
    with _library(args) as library:
        if name:
            matches = library.resolve(name)
            if args.json:
                put_json(contract.names(name, matches))
            for m in () if args.json else matches:
                aside = f"\t{NAME_ONLY}" if name_only(m, library.vocabulary.knowledge()) else ""
                put(f"{m.name}\t{m.kind.value}\t{m.how.value} {m.matched!r}\t{m.stories}{aside}")
            return 0 if matches else 1
        everyone = library.reader.actors()
        for actor in everyone:
            if args.json:
                row = {"id": actor.id, "name": actor.name, "kind": actor.kind.value, "stories": actor.stories}
                put_json(contract.counts(row))
            else:
                put(f"{actor.stories}\t{actor.kind.value}\t{actor.name}")
        return 0 if everyone else 1


def stats(args: argparse.Namespace) -> int:
    """`geotui stats`."""
    with _library(args) as library:
        totals = library.reader.totals()
        undated = len(library.answer("is:undated").shown)
        values = {**totals, "folded": totals["articles"] - totals["stories"], "undated": undated}
        if args.json:
            put_json(contract.counts(values))
        else:
            for name, value in values.items():
                put(f"{value:>9,}  {name}")
        return 0 if totals["stories"] else 1


def locate(args: argparse.Namespace) -> int:
    """`geotui locate`: where files lie; nothing is made or read."""
    locations = Locations.of_user()
    roots = args.roots or default_roots(locations)
    for name, path in (
        ("settings", locations.config / "settings.toml"),
        ("sources", locations.config / "sources.toml"),
        ("actors", locations.config / "actors.toml"),
        ("index", index_path(resolved(roots), locations)),
        ("marks", locations.state / "marks.sqlite"),
        *(("pages", root) for root in resolved(roots)),
    ):
        put(f"{name}\t{path}{'' if Path(path).exists() else '  (not there yet)'}")
    return 0


def doctor(args: argparse.Namespace) -> int:
    """`geotui doctor`: exit 1 where there are findings."""
    findings = []
    options = {row[0] for row in sqlite3.connect(":memory:").execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" not in options:
        findings.append("this Python's SQLite has no full text (FTS5); use another build of Python")
    with _library(args) as library:
        try:
            findings += library.check()
        except StoreError as error:
            findings.append(str(error))
        where = library.index_path
    for finding in findings:
        put(finding)
    if not findings:
        put(f"index and marks are sound ({where})")
    return 1 if findings else 0
