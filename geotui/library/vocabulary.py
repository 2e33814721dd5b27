"""The words that a library and the knowledge give a meaning to, for the filter language."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, lru_cache

from geotui import actors
from geotui.actors import Resolver
from geotui.actors.vocabulary import surnames
from geotui.index import Reader
from geotui.knowledge import Knowledge
from geotui.model import ActorKind, How, NameMatch, Spelling, VocabularyActor
from geotui.query.titles import holders, title_length
from geotui.text import fold, words

_MANY = 20_000
_SAMPLE = 40
"""Stories read to learn whether a word is written with a small letter: enough to tell `park` from `Park`."""


@contextmanager
def _uncollected(actors: int) -> Iterator[None]:
    """Puts off the collection of garbage: it would run ten times over names that all stay, for half of the time.

    It is made up for where they are many, so that it does not come in the midst of a key.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
            if actors > _MANY:
                gc.collect()


class LibraryVocabulary:
    """`query.Vocabulary` over one generation of an index; dropped with it."""

    def __init__(self, reader: Reader, knowledge: Knowledge) -> None:
        self._reader = reader
        self.generation = reader.generation
        self._facts = knowledge
        self.stories_with = lru_cache(maxsize=2048)(self._stories_with)
        self.mostly_small = lru_cache(maxsize=2048)(self._mostly_small)

    @cached_property
    def resolver(self) -> Resolver:
        """All names of the knowledge and of the library; built when a name is first typed."""
        known, spellings = actors.vocabulary(self._facts)
        indexed = {actor.id: actor for actor in self._reader.actors()}
        everyone = [replace(a, stories=indexed[a.id].stories) if a.id in indexed else a for a in known]
        ids = {actor.id for actor in known}
        everyone += [
            VocabularyActor(a.id, a.name, a.kind, False, self._family(a.name, a.kind), a.stories)
            for a in indexed.values()
            if a.id not in ids
        ]
        written = [
            Spelling(text, actor)
            for actor, text in self._reader.spellings()
            if (" " in text and indexed[actor].kind is ActorKind.PERSON) or actor not in ids
        ]
        with _uncollected(len(everyone)):
            return Resolver(everyone, (*spellings, *written), surnames(self._facts))

    def _family(self, name: str, kind: ActorKind) -> str | None:
        parts = name.split()
        if kind is not ActorKind.PERSON or len(parts) < 2:
            return None
        return parts[0] if parts[0] in self._facts.family_first_surnames and len(parts) <= 3 else parts[-1]

    def knowledge(self) -> Knowledge:
        return self._facts

    def resolve(self, typed: str, tiers: frozenset[How] | None = None) -> tuple[NameMatch, ...]:
        found = self.resolver.resolve(typed, tiers)
        if tiers is not None or (found and found[0].how not in (How.PREFIX, How.FUZZY)):
            return found
        words = typed.split()
        length = title_length(words, self._facts)
        named = self.resolver.resolve(" ".join(words[length:])) if length else ()
        people = tuple(match for match in named if match.kind is ActorKind.PERSON)
        return holders(people, words[:length], self._facts) or people or found

    def resolve_whole(self, typed: str) -> tuple[NameMatch, ...]:
        return self.resolve(typed) or self.resolver.resolve_whole(typed)

    def complete(self, typed: str) -> tuple[NameMatch, ...]:
        return self.resolver.complete(typed)

    def outlets(self) -> Mapping[str, str]:
        return self._reader.sets.outlets()

    def has_year(self, year: int) -> bool:
        return self._reader.sets.has_year(year)

    def _stories_with(self, phrase: tuple[str, ...]) -> int:
        """A common single word is counted by articles, which serves the rules that ask and reads no list of them."""
        if len(phrase) == 1 and (count := self._reader.sets.word_count(phrase[0])) > _SAMPLE:
            return count
        return len(self._reader.sets.text(phrase))

    def _mostly_small(self, word: str) -> bool:
        ranks = self._reader.sets.text((word,))
        small = capital = 0
        for at in range(min(_SAMPLE, len(ranks))):
            copy = self._reader.story(ranks[len(ranks) - 1 - at]).copies[0]
            for written in words(self._reader.article(copy.article).draft.text):
                if fold(written).removesuffix("'s") == word:
                    small += written[0].islower()
                    capital += not written[0].islower()
        return small > capital
