"""What of one text tells which happening it reports: its telling words and names, its numbers, and the days it tells.

A pure function of one article, made where it is read. What must not be in here: other articles, and how rare a word is
among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from math import log
from urllib.parse import urlsplit

from xxhash import xxh3_64_intdigest

from geotui.model import Actor, ActorKind, Article, Clues, Draft
from geotui.stories.event_numbers import numbers, score
from geotui.stories.event_voice import is_commentary
from geotui.stories.event_words import COMMON, stem
from geotui.stories.spelling import one_form
from geotui.text import fold


class Kind(IntEnum):
    """What a term is: a word, number or unknown name; a word common in all news; a known actor; a day."""

    WORD = 0
    COMMON = 1
    ACTOR = 2
    DAY = 3


TERMS = 48
"""So many telling terms are kept of a text."""

DAYS = 6
"""So many days told are kept, those named first."""

LEDE = 40
"""Words of the body that say what happened; what follows is background more often."""

UNIT = 16
"""A term's weight of 1 is kept as 16."""

RARITY = 6.0
"""What a word that the archive has once or twice weighs, beside the commonest ones that weigh nothing."""

_OF_CLASS = (0.0, 1.0, 2.0)
_OFTEN, _IN_TITLE, _IN_LEDE, _OF_NAME = 0.7, 1.0, 1.0, 1.5
_OF_NUMBER, _OF_DAY, _OF_GIVEN = 1.5, 2.0, 0.7

_OF_KNOWN, _OF_COUNTRY = 0.8, 0.5
"""Whom the knowledge lists the news names every week, and in small archives nothing else would tell it."""

_MARKED = {"@": Kind.ACTOR, "=": Kind.DAY}
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"'s?\b")
_NAME = re.compile(r"(?<=[a-z,;’'0-9] )[^\W\d_a-z][\w'’-]+")


def clues(article: Article) -> Clues:
    """The clues of an article; empty for one without words."""
    title, text = article.draft.title, article.draft.text
    counted = (*score(title), *numbers(f"{title}\n{text}"))
    days = _days(article)
    weights = _words_weighed(title, text)
    _weigh_names(weights, article.actors)
    weights.update({f"{value:g} {unit}": _OF_NUMBER for unit, value in counted})
    weights.update({f"={day}": _OF_DAY for day in days})
    chosen = _chosen(weights)
    headline = {*_words(title), *(f"@{actor.id}" for actor in article.actors if "title" in actor.where)}
    return Clues(
        tuple(_term(word) << 8 | max(1, min(255, round(weight * UNIT))) for word, weight in chosen),
        tuple((hash_of(unit), value) for unit, value in counted),
        tuple((day, day) for day in days),
        sum(1 << place for place, (word, _) in enumerate(chosen) if word in headline),
        _outlet(article.draft),
        is_commentary(title, text),
    )


def title_terms(title: str) -> tuple[int, ...]:
    """The terms that the words of a headline are, in their order."""
    return tuple(map(_term, _words(title)))


def in_title(clues: Clues) -> tuple[int, ...]:
    """The terms, without their weights, that the title has too."""
    return tuple(packed >> 8 for place, packed in enumerate(clues.terms) if clues.in_title >> place & 1)


def kind_of(term: int) -> int:
    """What a term, without its weight, is: a `Kind`."""
    return term & 3


def _weigh_names(weights: dict[str, float], actors: Iterable[Actor]) -> None:
    """Lets each name weigh once, however many words it has, and an actor of the knowledge under whatever name."""
    spelled: set[str] = set()
    given: set[str] = set()
    for actor in actors:
        names = [list(_words(name)) for name in (actor.name, *actor.spellings)]
        if actor.known:
            words = {word for name in names for word in name}
            weight = max((weights.get(word, 0.0) for word in words), default=0.0)
            weights[f"@{actor.id}"] = max(weight, 1.0) * (_OF_COUNTRY if actor.kind is ActorKind.COUNTRY else _OF_KNOWN)
            spelled |= words
        else:
            given.update(word for name in names for word in name[:-1])
    for word in spelled:
        weights.pop(word, None)
    for word in given - spelled:
        if word in weights:
            weights[word] *= _OF_GIVEN


def _words_weighed(title: str, text: str) -> dict[str, float]:
    body = list(_words(text))
    names = {word for name in _NAME.findall(text) for word in _words(name)}
    headline, lede = set(_words(title)), set(body[:LEDE])
    weights = {}
    for word, times in Counter((*body, *headline)).items():
        weight = 1 + _OFTEN * log(times) + _IN_TITLE * (word in headline) + _IN_LEDE * (word in lede)
        weights[word] = weight * (_OF_NAME if word in names else 1.0)
    return weights


def _chosen(weights: dict[str, float]) -> list[tuple[str, float]]:
    telling = {word: weight * _usual_rarity(word) for word, weight in weights.items()}
    words = sorted(filter(telling.get, telling), key=lambda word: (-telling[word], word))[:TERMS]
    return [(word, telling[word] if word in COMMON else weights[word]) for word in words]


def _usual_rarity(word: str) -> float:
    class_ = COMMON.get(word)
    return RARITY if class_ is None else _OF_CLASS[class_]


def _words(text: str) -> Iterable[str]:
    folded = _POSSESSIVE.sub("", fold(text)).replace("%", " percent ").replace("per cent", "percent")
    return filter(None, map(_stem_of, _WORD.findall(folded)))


@lru_cache(maxsize=1 << 16)
def _stem_of(word: str) -> str:
    return stem(one_form(word.replace(",", "")))


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> int:
    """24 bits, the lowest two of which say what it is."""
    kind = Kind.COMMON if word in COMMON else _MARKED.get(word[0], Kind.WORD)
    return hash_of(word) & 0xFFFFFC | kind


def hash_of(word: str) -> int:
    """32 bits."""
    return xxh3_64_intdigest(word.encode()) & 0xFFFFFFFF


def _outlet(draft: Draft) -> int:
    name = draft.source or (urlsplit(draft.url).hostname if draft.url else None)
    return hash_of(fold(name)) if name else 0


def _days(article: Article) -> Sequence[int]:
    spans = (mention.span for mention in article.dates)
    told = (span.start.toordinal() for span in spans if span.start is not None and span.start == span.end)
    return list(dict.fromkeys(told))[:DAYS]
