"""The rows that the resolver searches: each spelling as words, and on demand the part of it that is the surname."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from geotui.actors.lexicon import FUNCTION_WORDS, GENERIC_NAME_WORDS
from geotui.actors.wording import PARTICLES, family_core, name_words, skeleton
from geotui.model import ActorKind, Spelling, VocabularyActor

_LEAST_INITIALS = 3


class Entries:
    """Spellings as parallel lists, one row each; an actor is its place in `actors`, `of_actor` its rows.

    Every actor's canonical name comes before all other spellings; spellings of unlisted actors are left out.
    """

    def __init__(self, actors: Sequence[VocabularyActor], spellings: Iterable[Spelling]) -> None:
        self.actors = actors
        self._names = [name_words(actor.name) for actor in actors]
        self.words = list(self._names)
        self.actor = list(range(len(actors)))
        self.text = [actor.name for actor in actors]
        self.alias = [False] * len(actors)
        self.of_actor = [[at] for at in range(len(actors))]
        self._cores: dict[int, tuple[str, ...]] = {}
        place = {actor.id: at for at, actor in enumerate(actors)}
        for spelling in spellings:
            at = place.get(spelling.actor)
            words = name_words(spelling.text)
            if at is not None and words and words != self._names[at]:
                self.of_actor[at].append(len(self.words))
                self.words.append(words)
                self.actor.append(at)
                self.text.append(spelling.text)
                self.alias.append(spelling.alias)

    def __len__(self) -> int:
        return len(self.words)

    def kind(self, row: int) -> ActorKind:
        """What the actor of a row is."""
        return self.actors[self.actor[row]].kind

    def core(self, row: int) -> tuple[str, ...]:
        """The words of a person's surname in a spelling, without particles; empty where it has none."""
        if row not in self._cores:
            actor = self.actors[self.actor[row]]
            person = actor.kind is ActorKind.PERSON and not self.alias[row]
            family = name_words(actor.family) if actor.family else ()
            self._cores[row] = _surname(self.words[row], family, self._names[self.actor[row]]) if person else ()
        return self._cores[row]

    def surname_only(self, row: int) -> bool:
        """Whether a spelling is no more than the surname, so that it names all who bear it."""
        actor, core = self.actors[self.actor[row]], self.core(row)
        if not core or (actor.known and row < len(self.actors)):
            return False
        return all(word in core or word in PARTICLES for word in self.words[row])

    def is_token(self, row: int, words: tuple[str, ...]) -> bool:
        """Whether whole words of a spelling name its bearer: the surname, or what tells a country from others."""
        kind = self.kind(row)
        if kind is ActorKind.PERSON:
            core = self.core(row)
            if words[0] in PARTICLES and not _side_by_side(words, self.words[row]):
                return False
            return bool(core) and all(word in words for word in core)
        if self.alias[row]:
            return False
        telling = any(word not in GENERIC_NAME_WORDS for word in words)
        return telling and (kind is ActorKind.COUNTRY or len(words) > 1)

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
