"""The rows that the resolver searches: each spelling as words, and on demand the part of it that is the surname."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from geotui.actors.lexicon import FUNCTION_WORDS, GENERIC_NAME_WORDS
from geotui.actors.wording import PARTICLES, family_core, least_letters, name_words, skeleton
from geotui.model import ActorKind, Spelling, VocabularyActor

SPELLING_COST = 0.1
ALIAS_COST = 0.3
"""What the beginning of a less usual spelling costs, and that of a nickname or short form."""

_LEAST_INITIALS = 3
_LEAST_JOINED = 6


class Entries:
    """Spellings as parallel lists, one row each; an actor is its place in `actors`.

    Every actor's canonical name comes before all other spellings; spellings of unlisted actors are left out.
    """

    def __init__(
        self, actors: Sequence[VocabularyActor], spellings: Iterable[Spelling], surnames: Iterable[Spelling]
    ) -> None:
        self.actors = actors
        self._names = [name_words(actor.name) for actor in actors]
        self.words = list(self._names)
        self.actor = list(range(len(actors)))
        self.text = [actor.name for actor in actors]
        self.alias = [False] * len(actors)
        self._cores: dict[int, tuple[tuple[str, ...], ...]] = {}
        place = {actor.id: at for at, actor in enumerate(actors)}
        read = cache(name_words)
        self.surnames: list[tuple[tuple[str, ...], ...]] = [
            (read(actor.family),) if actor.family else () for actor in actors
        ]
        for surname in surnames:
            at = place.get(surname.actor)
            if at is not None:
                self.surnames[at] += (read(surname.text),)
        for spelling in spellings:
            at = place.get(spelling.actor)
            if at is None or spelling.text == self.text[at]:
                continue
            words = name_words(spelling.text)
            if words and words != self._names[at]:
                self.words.append(words)
                self.actor.append(at)
                self.text.append(spelling.text)
                self.alias.append(spelling.alias)

    def __len__(self) -> int:
        return len(self.words)

    def kind(self, row: int) -> ActorKind:
        """What the actor of a row is."""
        return self.actors[self.actor[row]].kind

    def cores(self, row: int) -> tuple[tuple[str, ...], ...]:
        """The surnames of a person that stand in a spelling, without particles; empty where it has none."""
        if row not in self._cores:
            at = self.actor[row]
            found: list[tuple[str, ...]] = []
            if self.actors[at].kind is ActorKind.PERSON and not self.alias[row]:
                words = self.words[row]
                others = (family_core(surname) for surname in self.surnames[at])
                usual = _surname(words, self.surnames[at][0] if self.surnames[at] else (), self._names[at])
                found = [usual, *(core for core in others if set(core).issubset(words))]
            self._cores[row] = tuple(dict.fromkeys(filter(None, found)))
        return self._cores[row]

    def surname_only(self, row: int) -> bool:
        """Whether a spelling is no more than the surname, so that it names all who bear it."""
        if self.actors[self.actor[row]].known and row < len(self.actors):
            return False
        rest = {word for word in self.words[row] if word not in PARTICLES}
        return any(rest.issubset(core) for core in self.cores(row))

    def is_surname(self, row: int, words: tuple[str, ...]) -> bool:
        """Whether whole words of a person's spelling have a surname among them."""
        if words[0] in PARTICLES and not _side_by_side(words, self.words[row]):
            return False
        return any(set(core).issubset(words) for core in self.cores(row))

    def is_part(self, row: int, words: tuple[str, ...]) -> bool:
        """Whether whole words of a name tell its bearer from some others; an initial alone does not."""
        telling = [word for word in words if word not in PARTICLES and word not in GENERIC_NAME_WORDS]
        return bool(telling) and not self.alias[row] and (len(words) > 1 or len(words[0]) >= least_letters(words[0]))

    def beginning_cost(self, row: int, word: str) -> float | None:
        """What it costs to take the beginning of a word for the actor; None where it may not be.

        Nothing for a word of the usual name or of a surname; more for the first of another spelling, a given name.
        """
        if row < len(self.actors) or any(word in core for core in self.cores(row)):
            return 0.0
        if self.words[row][0] == word or self.kind(row) is not ActorKind.PERSON:
            return ALIAS_COST if self.alias[row] else SPELLING_COST
        return None

    def is_covered(self, row: int, typed: int) -> bool:
        """Whether so many typed words can be all that tells an organisation; others need not be typed whole."""
        telling = [word for word in self.words[row] if word not in FUNCTION_WORDS]
        return self.kind(row) is not ActorKind.ORGANISATION or len(telling) <= typed

    def shortens(self, row: int, words: tuple[str, ...]) -> bool:
        """Whether words are what is left of an actor's usual name without its middle, or without `Republic of`."""
        if row >= len(self.actors) or self.kind(row) is ActorKind.ORGANISATION:
            return False
        name = self.words[row]
        if self.kind(row) is ActorKind.PERSON:
            return len(words) > 1 and (name[0], name[-1]) == (words[0], words[-1])
        return tuple(word for word in name if word not in GENERIC_NAME_WORDS) == words

    def joined(self) -> Iterator[tuple[int, str]]:
        """Rows of several words, with these written as one."""
        for row, words in enumerate(self.words):
            if len(words) > 1 and len(joined := "".join(words)) >= _LEAST_JOINED:
                yield row, joined

    def initials(self) -> Iterator[tuple[int, str]]:
        """Rows of known persons and of organisations and countries, with initials made of three words or more."""
        for row, words in enumerate(self.words):
            if len(words) >= _LEAST_INITIALS and not self.alias[row] and self.actors[self.actor[row]].known:
                telling = [word[0] for word in words if word not in FUNCTION_WORDS]
                if len(telling) >= _LEAST_INITIALS:
                    yield row, "".join(telling)


def _side_by_side(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(name[at : at + len(words)] == words for at in range(len(name)))


def _surname(words: tuple[str, ...], family: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    """The surname in one spelling: the family as it is, else the word that stands in its place and is like it."""
    core = family_core(family)
    if core and all(word in words for word in core):
        return core
    if not core:
        return words[-1:] if words[-1] not in PARTICLES else ()
    first = name[: len(family)] == family and len(name) > len(family)
    place = words[: len(core)] if first else words[-len(core) :]
    if not place[0].isascii():
        return place if len(words) > 1 else ()
    alike = OSA.distance(" ".join(place), " ".join(core)) <= max(1, len(core[0]) // 3)
    return place if alike or skeleton(place[-1]) == skeleton(core[-1]) else ()
