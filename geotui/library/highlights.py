"""Which places of an article a filter means: its actors, words and dates. Pure; paints nothing and reads no index."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geotui.library.finding import Folded, Ranges, joined, phrases
from geotui.model import Actor, Article, Span
from geotui.query import Filter
from geotui.query.nodes import Carries, HasWords, NamesActor, SpeaksOf, Test, Where, sought
from geotui.stories.passages import Passage


@dataclass(frozen=True, slots=True)
class Highlights:
    """Half-open ranges of code points that a filter means: in the title, the body, and each caption."""

    title: Ranges = ()
    body: Ranges = ()
    captions: tuple[Ranges, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.title or self.body or any(self.captions))


def highlights(article: Article, filter_: Filter) -> Highlights:
    """What a filter means in an article. What it excludes is not among it."""
    tests = [test for term in sought(filter_.root) for test in term.tests]
    ids = {test.actor for test in tests if isinstance(test, NamesActor)}
    named = [actor for actor in article.actors if actor.id in ids]
    words = phrases(_words(tests, Where.TEXT))
    in_title = phrases([*_words(tests, Where.TEXT), *_words(tests, Where.TITLE)])
    passages = [Passage(test.passage) for test in tests if isinstance(test, Carries)]
    draft = article.draft
    return Highlights(
        title=joined([*_named(draft.title, named, in_title), *_carried(draft.title, passages)]),
        body=joined([*_mentions(article, named, tests), *_found(draft.text, words), *_carried(draft.text, passages)]),
        captions=tuple(joined([*_named(text, named, words), *_carried(text, passages)]) for text in draft.captions),
    )


def _carried(text: str, passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    for passage in passages:
        yield from passage.places_in(text)


def _words(tests: list[Test], where: Where) -> list[tuple[str, ...]]:
    return [test.words for test in tests if isinstance(test, HasWords) and test.where is where]


def _found(text: str, pattern: re.Pattern[str] | None) -> Ranges:
    return Folded(text).find(pattern) if pattern is not None else ()


def _mentions(article: Article, named: list[Actor], tests: list[Test]) -> Iterator[tuple[int, int]]:
    for actor in named:
        yield from actor.mentions
    spans = [test.span for test in tests if isinstance(test, SpeaksOf)]
    for mention in article.dates:
        if any(_lies_in(mention.span, span) for span in spans):
            yield mention.start, mention.end


def _lies_in(named: Span, wanted: Span) -> bool:
    """Whether a date named in a text is one that `about:` finds: no open end, and the whole of it inside."""
    if named.start is None or named.end is None:
        return False
    return wanted.contains(named.start) and wanted.contains(named.end)


def _named(text: str, named: list[Actor], words: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
    """Outside the body no place of a mention is kept: there what the article calls its actors is looked for."""
    spelled = phrases((spelling,) for actor in named for spelling in (actor.name, *actor.spellings))
    for pattern in (spelled, words):
        yield from _found(text, pattern)
