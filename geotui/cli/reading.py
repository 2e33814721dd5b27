"""`geotui inspect`: how a page is read, alone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from geotui import dates, knowledge, pages, settings
from geotui.cli import contract
from geotui.cli.output import counted, on_a_line, put, put_json, say
from geotui.errors import InputError, UsageError
from geotui.model import Article, Page, Reading
from geotui.reading import read_page


def inspect(args: argparse.Namespace) -> int:
    """`geotui inspect`: exit 1 where no page holds an article, 3 where none could be read."""
    if args.published is not None and dates.metadata_day(args.published) is None:
        raise UsageError(f"--published {args.published!r} is not a day such as 2022-02-04")
    chosen = settings.load(settings.Locations.of_user().config)
    facts = knowledge.load(chosen.actors.text, chosen.actors.path)
    any_page = any_article = False
    for page in _pages(args.pages):
        any_page = True
        fields = page.fields if args.published is None else replace(page.fields, date=args.published)
        reading = _with_outlet(read_page(replace(page, fields=fields), facts), chosen)
        any_article = any_article or bool(reading.articles)
        (_print_json if args.json else _print_words)(reading)
    if not any_page:
        raise InputError("no page could be read; name text or JSON Lines files")
    return 0 if any_article else 1


def _with_outlet(reading: Reading, chosen: settings.Settings) -> Reading:
    """The reading with the outlet that `sources.toml` names for its path, where the page names none."""
    named = None if reading.path == "-" else chosen.outlet_of(str(Path(reading.path).resolve()))
    articles = tuple(replace(a, draft=replace(a.draft, source=a.draft.source or named)) for a in reading.articles)
    return replace(reading, articles=articles)


def _pages(named: list[str]) -> Iterator[Page]:
    for name in named:
        if name == "-":
            found, skipped = pages.read_stdin(sys.stdin.buffer)
            yield from found
        else:
            files, skipped = pages.walk([Path(name)]) if Path(name).is_dir() else ((Path(name),), ())
            for path in files:
                found, reported = pages.read_file(path, str(path))
                yield from found
                skipped = (*skipped, *reported)
        for report in skipped:
            where = f"{report.path}, record {report.record}" if report.record else report.path
            say(f"geotui: {where}: {report.reason}")


def _print_json(reading: Reading) -> None:
    for article in reading.articles:
        put_json(contract.article(reading, article))
    if reading.leftover:
        put_json(contract.leftover(reading))


def _print_words(reading: Reading) -> None:
    where = reading.path + (f", record {reading.record}" if reading.record else "")
    put(f"{on_a_line(where)}: {counted(len(reading.articles), 'article')}")
    for article in reading.articles:
        _print_article(article)
    for note in reading.leftover:
        put(f"  left over, line {note.line}: {note.reason}")


def _print_article(article: Article) -> None:
    draft, when = article.draft, article.published
    put()
    put(f"  {draft.title}")
    lines = f" · lines {draft.lines[0]} to {draft.lines[1]}" if draft.lines else ""
    put(f"    id {article.id}{lines} · {draft.language} · {draft.source or 'no outlet'}")
    sure = f" ({when.confidence:.0%} sure)" if when.day else ""
    put(f"    published {when.in_words() or 'unknown'}{sure}{': ' if when.evidence else ''}{'; '.join(when.evidence)}")
    people = [f"{a.name}{' (by role)' if a.inferred else ''}" for a in article.actors]
    put(f"    names {', '.join(people) or 'nobody'}")
    if article.dates:
        put("    dates " + ", ".join(f"{m.text} = {m.span.edtf()}" for m in article.dates))
    for note in draft.dropped:
        put(f"    left out, line {note.line}: {note.reason}")
