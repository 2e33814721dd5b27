"""What a worker makes of a file's pages, ready to be written: packed bytes, nothing that must be computed twice.

Runs in worker processes: no database, no other file than the one it was given.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geotui import knowledge as facts
from geotui import pages, stories
from geotui.index.packing import Brief, BriefActor, Telling, pack, pack_sketch, pack_telling, searchable
from geotui.model import Actor, Article, Page, Reading, Skipped
from geotui.pages.addresses import host_of
from geotui.reading import read_page
from geotui.settings import Settings


@dataclass(frozen=True, slots=True)
class Prepared:
    """One article ready to be written: its rows as bytes and its words for the full text."""

    id: str
    brief: bytes
    whole: bytes
    sketch: bytes
    paragraphs: bytes
    telling: bytes
    title_words: str
    body_words: str


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """All that one file gave, or some pages of a large one.

    `stat` is the file's size and time as they were before it was read, (-1, -1) where that is not known here.
    """

    path: str
    stat: tuple[int, int]
    pages: int
    articles: tuple[Prepared, ...]
    skipped: tuple[Skipped, ...]


def prepare(paths: list[str], settings: Settings) -> list[PreparedFile]:
    """Reads files; one that fails is reported and the rest goes on."""
    return [_prepare_file(Path(path), settings) for path in paths]


def _prepare_file(path: Path, settings: Settings) -> PreparedFile:
    shown = str(path)
    try:
        stat = path.stat()
    except OSError as error:
        return PreparedFile(shown, (-1, -1), 0, (), (Skipped(shown, f"cannot be read: {error.strerror or error}"),))
    found, skipped = pages.read_file(path)
    made = prepare_pages(shown, found, settings)
    return replace(made, stat=(stat.st_size, stat.st_mtime_ns), skipped=(*skipped, *made.skipped))


def prepare_pages(path: str, found: Sequence[Page], settings: Settings) -> PreparedFile:
    """Reads pages of one file; one that stops the reading is reported and the rest goes on."""
    knowledge = facts.load(settings.actors.text, settings.actors.path)
    articles: list[Prepared] = []
    reports: list[Skipped] = []
    for page in found:
        try:
            reading = read_page(page, knowledge)
        except Exception as error:
            reports.append(
                Skipped(path, f"stopped the reading ({type(error).__name__}: {error}); please report", page.record)
            )
            continue
        articles += [prepared(article, reading, settings) for article in reading.articles]
    return PreparedFile(path, (-1, -1), len(found), tuple(articles), tuple(reports))


def prepared(article: Article, reading: Reading, settings: Settings) -> Prepared:
    """The rows of one article of a reading."""
    draft = article.draft
    if draft.source is None and (named := settings.outlet_of(reading.path)):
        draft = replace(draft, source=named)
        article = replace(article, draft=draft)
    brief = Brief(
        title=draft.title,
        published=article.published,
        source=draft.source,
        host=host_of(draft.url) if draft.url else None,
        agency=draft.agency,
        url=draft.url,
        page=reading.path,
        record=reading.record,
        lines=draft.lines,
        cut_off=draft.cut_off,
        actors=tuple(map(_brief_actor, article.actors)),
        days=tuple(sorted({(m.span.start, m.span.end) for m in article.dates if m.span.start and m.span.end})),
    )
    return Prepared(
        id=article.id,
        brief=pack(brief),
        whole=pack(article),
        sketch=pack_sketch(stories.sketch(draft.text)),
        paragraphs=array("Q", stories.paragraphs(draft.text)).tobytes(),
        telling=pack_telling(Telling(article.id, draft.title, stories.clues(article))),
        title_words=searchable(draft.title),
        body_words=searchable("\n".join((draft.text, *draft.captions))),
    )


def _brief_actor(actor: Actor) -> BriefActor:
    count = max(1, len(actor.mentions))
    return BriefActor(actor.id, actor.name, actor.kind, actor.known, actor.inferred, count, actor.spellings)
