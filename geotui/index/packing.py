"""How articles are kept in an index: as packed bytes, whole and in brief, and as words for the full text.

Knows the model only, so that answering a filter does not load the rooms that read pages.
"""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass
from datetime import date

import msgspec

from geotui.model import ActorKind, Article, Clues, Published, Sketch
from geotui.text import fold

_IDEOGRAPH = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])")


@dataclass(frozen=True, slots=True)
class BriefActor:
    """An actor of an article, as much of it as stories need."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    inferred: bool
    count: int
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """An article without its text: what folding, ranking and posting need. `days` are the spans named in the text."""

    title: str
    published: Published
    source: str | None
    host: str | None
    agency: str | None
    url: str | None
    page: str
    record: str | None
    lines: tuple[int, int] | None
    cut_off: bool
    actors: tuple[BriefActor, ...]
    days: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article tells of the happening that it reports, with its content id and its title."""

    id: str
    title: str
    clues: Clues


@dataclass(frozen=True, slots=True)
class _Telling:
    """The same as it is kept: `terms` as four bytes each."""

    id: str
    title: str
    terms: bytes
    numbers: tuple[tuple[int, float], ...]
    days: tuple[tuple[int, int], ...]
    in_title: int
    outlet: int
    comment: bool


_whole = msgspec.msgpack.Decoder(Article)
_brief = msgspec.msgpack.Decoder(Brief)
_telling = msgspec.msgpack.Decoder(_Telling)


def pack(value: Article | Brief) -> bytes:
    """An article, whole or in brief, as bytes."""
    return zlib.compress(msgspec.msgpack.encode(value), 6)


def unpack(whole: bytes) -> Article:
    """The article that was packed."""
    return _whole.decode(zlib.decompress(whole))


def unpack_brief(brief: bytes) -> Brief:
    """The brief that was packed."""
    return _brief.decode(zlib.decompress(brief))


def pack_sketch(sketch: Sketch) -> bytes:
    """A sketch as four bytes a number, the count of words first."""
    return array("I", (sketch.words, *sketch.hashes)).tobytes()


def unpack_sketch(packed: bytes) -> Sketch:
    """The sketch that `pack_sketch` packed."""
    numbers = array("I", packed)
    return Sketch(numbers[0], tuple(numbers[1:]))


def pack_telling(told: Telling) -> bytes:
    """What an article tells of its happening as bytes."""
    clues = told.clues
    terms = array("I", clues.terms).tobytes()
    others = (clues.numbers, clues.days, clues.in_title, clues.outlet, clues.comment)
    kept = _Telling(told.id, told.title, terms, *others)
    return msgspec.msgpack.encode(kept)


def unpack_telling(packed: bytes) -> Telling:
    """What `pack_telling` packed."""
    kept = _telling.decode(packed)
    terms = tuple(array("I", kept.terms))
    clues = Clues(terms, kept.numbers, kept.days, kept.in_title, kept.outlet, kept.comment)
    return Telling(kept.id, kept.title, clues)


def searchable(text: str) -> str:
    """Text as the full-text index reads it: folded, each ideograph, kana and hangul syllable a word of its own."""
    return _IDEOGRAPH.sub(r" \1 ", fold(text))
