"""The people of one draft while it is read: who was named in full, and whom later, shorter names mean."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from geotui.actors.roles import Role
from geotui.actors.tables import Tables
from geotui.actors.wording import name_words, skeleton
from geotui.knowledge import Person
from geotui.model.names import Mention
from geotui.text import slug

Place = tuple[int, int]
"""The number of a part of the draft, and an offset in it."""

_MOST_OF_A_NAME = 20
_MOST_OF_A_LETTER = 100
_MOST_PEOPLE = 5000
"""Figures of one draft looked at for one word, for one first letter, and in all.

No real text has more, and a hostile one costs no more.
"""


@dataclass(slots=True, eq=False)
class Figure:
    """A person named in full somewhere in the draft. `words`: all words of the name; `family`: those of the surname."""

    id: str
    name: str
    person: Person | None
    words: set[str]
    family: set[str]
    mentions: list[Mention] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    roles: list[tuple[Role, Place]] = field(default_factory=list)

    def seen(self, mention: Mention, place: Place, role: Role | None) -> None:
        """Notes one more mention; `places` stay sorted."""
        self.mentions.append(mention)
        insort(self.places, place)
        if role is not None and role.text:
            self.roles.append((role, place))

    def last_before(self, place: Place) -> Place | None:
        """The nearest mention before a place."""
        before = bisect_left(self.places, place)
        return self.places[before - 1] if before else None


class Figures:
    """All figures of a draft, found again by any word of their names."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._by_id: dict[str, Figure] = {}
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._unknown: dict[str, list[tuple[Figure, frozenset[str]]]] = defaultdict(list)

    @property
    def full(self) -> bool:
        """Whether a draft names so many that no unknown one is added."""
        return len(self._by_id) >= _MOST_PEOPLE

    def all(self) -> list[Figure]:
        """In the order in which they were added."""
        return list(self._by_id.values())

    def known(self, person: Person) -> Figure:
        """The figure of a person of the knowledge."""
        if person.id in self._by_id:
            return self._by_id[person.id]
        words, family = self._tables.words_of(person)
        return self._added(Figure(person.id, person.name, person, set(words), set(family)))

    def unknown(self, text: str, norms: Sequence[str]) -> Figure:
        """The figure of a person whom the knowledge lacks, one for all near spellings of the name."""
        name = _as_name(text)
        family = self._family(norms)
        given = [word for word in norms if word not in family] or list(norms)
        begins = sorted({word[0] for word in family})
        near = {figure.id: (figure, words) for letter in begins for figure, words in self._unknown.get(letter, ())}
        for figure, words in near.values():
            if _same_person(figure.family, words, family, given):
                figure.words.update(norms)
                self._index(figure, norms)
                return figure
        added = self._added(Figure(f"person:{slug(name)}", name, None, set(norms), family))
        if len(norms) > 1:
            for letter in begins:
                if len(self._unknown[letter]) < _MOST_OF_A_LETTER:
                    self._unknown[letter].append((added, frozenset(norms)))
        return added

    def fitting(self, norms: Sequence[str], place: Place) -> Figure | None:
        """The figure that a shorter name means: all its words are of the name, the surname among them, else the given
        name; of several the one mentioned last before the place, else the first of the draft.
        """
        bearing = self._by_word.get(norms[-1])
        if not bearing:
            return None
        words = {word for word in norms if len(word) > 1} or set(norms)
        fits = [f for f in dict.fromkeys(bearing) if words <= f.words]
        by_family = [f for f in fits if words & f.family]
        fits = by_family or [f for f in fits if len(norms) == 1 and len(f.words) > 1]
        if len(fits) < 2:
            return fits[0] if fits else None
        return max(fits, key=lambda f: (f.last_before(place) or (-1, -1), -f.places[0][0] if f.places else 0))

    def bearing(self, surname: str) -> Figure | None:
        """The one figure of that surname that was named in full; None where there is none, or more than one."""
        fits = self.of_family(surname)
        return fits[0] if len(fits) == 1 else None

    def of_family(self, surname: str) -> list[Figure]:
        """All figures of that surname that were named in full."""
        return [f for f in dict.fromkeys(self._by_word.get(surname, ())) if surname in f.family and len(f.words) > 1]

    def _added(self, figure: Figure) -> Figure:
        held = self._by_id.setdefault(figure.id, figure)
        self._index(held, figure.words)
        return held

    def _index(self, figure: Figure, words: Sequence[str] | set[str]) -> None:
        for word in sorted(words):
            if len(self._by_word[word]) < _MOST_OF_A_NAME:
                self._by_word[word].append(figure)

    def _family(self, norms: Sequence[str]) -> set[str]:
        """The surname of an unknown name: its first word where that is a surname that stands first, else the last."""
        tables = self._tables
        first = norms[0] in tables.family_first and norms[0] not in tables.given_names
        return {norms[0] if first and len(norms) > 1 else norms[-1]}


@lru_cache(maxsize=20_000)
def identified(tables: Tables, norms: tuple[str, ...]) -> Sequence[Person]:
    """People of the knowledge whom a name of two words or more can mean though it is none of their spellings.

    The surname must be theirs, or be another transliteration of it; the given name theirs, its initial, or within one
    misspelled letter.
    """
    if len(norms) < 2:
        return ()
    found: dict[str, Person] = {}
    for core, rest in ((norms[-1], norms[:-1]), (" ".join(norms[-2:]), norms[:-2])):
        if rest:
            for person in _bearers(tables, core):
                if not person.family_first and _given_fits(rest[0], person, tables):
                    found[person.id] = person
    for person in _bearers(tables, norms[0]):
        if person.family_first and all(word in tables.givens[person.id] for word in norms[1:]):
            found[person.id] = person
    return tuple(found.values())


def in_office(tables: Tables, norms: Sequence[str], role: Role | None) -> list[Person]:
    """The one of the knowledge whose office the text gives to a name that nearly is theirs: `Egyptian President Hosni
    Mubarek`.
    """
    if role is None or role.of is None or not role.offices or len(norms) < 2:
        return []
    found = {
        person.id: person
        for office in role.offices
        for _, person in tables.holders.get((office, role.of), ())
        if any(_nearly(norms[-1], core) for core in tables.cores[person.id])
        and any(_nearly(norms[0], name) for name in tables.givens[person.id])
    }
    return list(found.values()) if len(found) == 1 else []


def _nearly(one: str, other: str) -> bool:
    """Whether two words can be one, misspelled in a letter, or two where they are long."""
    if one == other or min(len(one), len(other)) < 4:
        return one == other
    most = 1 if min(len(one), len(other)) < 7 else 2
    return OSA.distance(one, other, score_cutoff=most) <= most or skeleton(one) == skeleton(other)


def _bearers(tables: Tables, core: str) -> list[Person]:
    exact = tables.families.get(core, [])
    return exact if exact or len(core) < 5 else tables.skeletons.get(skeleton(core), [])


def _given_fits(word: str, person: Person, tables: Tables) -> bool:
    """Whether it is one of the given names, the initial of one, or nearly the first."""
    given = tables.givens[person.id]
    if word in given or (len(word) <= 2 and any(name.startswith(word[0]) for name in given)):
        return True
    return any(_alike(word, name_words(text)[0]) for text in (person.name, *person.spellings))


def _alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one: a letter apart or transliterated otherwise, not `-a` against none."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or one[0] != other[0] or one + "a" == other or other + "a" == one:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1 or skeleton(one) == skeleton(other)


def _same_person(family: set[str], words: frozenset[str], other: set[str], given: list[str]) -> bool:
    """Whether an unknown name is another spelling of one with these words; near to near is not enough for a chain."""
    if not any(_alike(mine, theirs) for mine in family for theirs in other):
        return False
    theirs = words - family
    return any(_alike(given[0], word) or (len(given[0]) == 1 and word.startswith(given[0])) for word in theirs)


def _as_name(text: str) -> str:
    """A name as it is shown: one line, and not in capitals throughout."""
    plain = " ".join(text.split())
    if plain.isupper() and len(plain) > 4:
        return " ".join(part.capitalize() for part in plain.split(" "))
    return plain
