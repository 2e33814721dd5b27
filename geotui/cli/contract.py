"""The JSON that other programs rely on, built from the model and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geotui.model import (
    Actor,
    Article,
    CopyEntry,
    DateMention,
    LineNote,
    Marks,
    NameMatch,
    Published,
    Reading,
    Span,
    Story,
)

if TYPE_CHECKING:
    from geotui.library import Row

SCHEMA = 1

Json = dict[str, Any]


def published(when: Published) -> Json:
    """A date of publication."""
    return {
        "day": when.day.isoformat() if when.day else None,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "edtf": when.edtf(),
        "confidence": round(when.confidence, 3),
        "evidence": list(when.evidence),
    }


def article(reading: Reading, found: Article) -> Json:
    """One article of `inspect`."""
    draft = found.draft
    return {
        "schema": SCHEMA,
        "id": found.id,
        "page": reading.path,
        "record": reading.record,
        "title": draft.title,
        "title_from": draft.title_from.value,
        "title_line": draft.title_line,
        "lines": list(draft.lines) if draft.lines else None,
        "body_lines": list(draft.body_lines),
        "caption_lines": list(draft.caption_lines),
        "dropped": notes(draft.dropped),
        "text": draft.text,
        "source": draft.source,
        "agency": draft.agency,
        "byline": draft.byline,
        "dateline": draft.dateline,
        "url": draft.url,
        "cut_off": draft.cut_off,
        "language": draft.language,
        "published": published(found.published),
        "actors": [_actor(actor) for actor in found.actors],
        "dates": [_mention(mention) for mention in found.dates],
    }


def leftover(reading: Reading) -> Json:
    """The last object of a page in `inspect`: the lines that belong to no article."""
    return {"schema": SCHEMA, "page": reading.path, "record": reading.record, "leftover": notes(reading.leftover)}


def notes(lines: Sequence[LineNote]) -> list[Json]:
    """Lines with the reason why they are not shown."""
    return [{"line": note.line, "reason": note.reason} for note in lines]


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "mentions": [list(place) for place in actor.mentions],
        "where": list(actor.where),
        "inferred": actor.inferred,
        "role": actor.role,
        "known": actor.known,
    }


def _mention(mention: DateMention) -> Json:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "edtf": mention.span.edtf(),
        "value": mention.value,
    }


def story(row: Row, whole: Story) -> Json:
    """One story of `query`."""
    head = row.head
    return {
        "schema": SCHEMA,
        "id": head.id,
        "title": head.title,
        "published": published(head.published),
        "match": row.match.value,
        "sources": list(head.sources),
        "actors": [
            {"id": a.id, "name": a.name, "kind": a.kind.value, "count": a.count, "inferred": a.inferred}
            for a in whole.actors
        ],
        "event": {"id": whole.event.id, "title": whole.event.title} if whole.event else None,
        "copies": [_copy(copy) for copy in whole.copies],
        "related": [{"id": link.id, "relation": link.relation.value} for link in whole.related],
        "marks": marks(row.marks),
    }


def _copy(copy: CopyEntry) -> Json:
    return {
        "id": copy.id,
        "page": copy.page,
        "record": copy.record,
        "lines": list(copy.lines) if copy.lines else None,
        "title": copy.title,
        "source": copy.source,
        "url": copy.url,
        "published": published(copy.published),
        "relation": copy.relation.value,
    }


def marks(added: Marks) -> Json:
    """What the reader added to a story."""
    return {"read": added.read, "starred": added.starred, "tags": list(added.tags), "note": added.note}


def names(query: str, matches: Sequence[NameMatch]) -> Json:
    """How a typed name is resolved."""
    return {
        "schema": SCHEMA,
        "query": query,
        "matches": [
            {
                "id": m.id,
                "name": m.name,
                "kind": m.kind.value,
                "matched": m.matched,
                "how": m.how.value,
                "score": round(m.score, 3),
                "stories": m.stories,
            }
            for m in matches
        ],
    }


def phrase(text: str, span: Span, read_as: str) -> Json:
    """What a date phrase means."""
    return {
        "schema": SCHEMA,
        "phrase": text,
        "start": span.start.isoformat() if span.start else None,
        "end": span.end.isoformat() if span.end else None,
        "edtf": span.edtf(),
        "read_as": read_as,
    }


def counts(values: Mapping[str, object]) -> Json:
    """Counts by name."""
    return {"schema": SCHEMA, **values}
