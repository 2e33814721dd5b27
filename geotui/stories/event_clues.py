"""What of one text tells which happening it reports: its telling words, names and numbers, and the dates it tells.

A pure function of one article, made where it is read. What must not be in here: other articles, and how rare a word is
among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import log

from xxhash import xxh3_64_intdigest

from geotui.model import Article, Clues
from geotui.stories.event_words import COMMON, stem
from geotui.stories.spelling import one_form
from geotui.text import fold

TERMS = 56
"""So many telling terms are kept of a text: 300 bytes."""

DAYS = 6
"""So many dates told are kept."""

LEDE = 40
"""Words of the body that say what happened; what follows is background more often."""

UNIT = 16
"""A term's weight of 1 is kept as 16."""

RARITY = 6.0
"""What a word that the archive has once or twice weighs."""

_OF_CLASS = (0.0, 0.6, 1.5)
_OFTEN, _IN_TITLE, _IN_LEDE, _OF_NAME = 0.7, 1.0, 0.5, 1.5

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"'s?\b")
_NAME = re.compile(r"(?<=[a-z,;’'0-9] )[^\W\d_a-z][\w'’-]+")


def clues(article: Article) -> Clues:
    """The clues of an article; empty for one without words."""
    title = list(_words(article.draft.title))
    body = list(_words(article.draft.text))
    return Clues(
        tuple(_terms(title, body, article.draft.text)),
        (),
        tuple(_days(article)),
    )


def is_common(term: int) -> bool:
    """Whether a term, without its weight, is a word common in all news: it counts the same in every archive."""
    return bool(term & 1)


def _terms(title: list[str], body: list[str], text: str) -> Iterator[int]:
    names = {word for name in _NAME.findall(text) for word in _words(name)}
    headline, lede = set(title), set(body[:LEDE])
    weights: dict[str, float] = {}
    for word, times in Counter((*body, *title)).items():
        weight = 1 + _OFTEN * log(times) + _IN_TITLE * (word in headline) + _IN_LEDE * (word in lede)
        weights[word] = weight * (_OF_NAME if word in names else 1)
    telling = {word: weight * _static_rarity(word) for word, weight in weights.items()}
    for word in sorted((word for word in telling if telling[word]), key=lambda word: (-telling[word], word))[:TERMS]:
        weight = telling[word] if word in COMMON else weights[word]
        yield _hash(word) << 8 | max(1, min(255, round(weight * UNIT)))


def _static_rarity(word: str) -> float:
    class_ = COMMON.get(word)
    return RARITY if class_ is None else _OF_CLASS[class_]


def _words(text: str) -> Iterator[str]:
    folded = _POSSESSIVE.sub("", fold(text)).replace("%", " percent ")
    for word in _WORD.findall(folded):
        form = _stem_of(word)
        if form:
            yield form


@lru_cache(maxsize=1 << 16)
def _stem_of(word: str) -> str:
    return stem(one_form(word.replace(",", "")))


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    """24 bits, the lowest of which says whether the word is common."""
    return xxh3_64_intdigest(word.encode()) & 0xFFFFFE | (word in COMMON)


def _days(article: Article) -> Iterable[tuple[int, int]]:
    found = dict.fromkeys(
        (mention.span.start.toordinal(), mention.span.end.toordinal())
        for mention in article.dates
        if mention.span.start is not None and mention.span.end is not None
    )
    return list(found)[:DAYS]
