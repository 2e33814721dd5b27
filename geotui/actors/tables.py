"""What a reader of names looks up for every capital word, derived once from the knowledge.

What must not be in here: any look at a text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import cast

from geotui.actors.bearers import GREAT
from geotui.actors.lexicon import MAYBE_SURNAMES, NEVER_NAMES, TITLES_OF_ONE
from geotui.actors.wording import PARTICLES, family_core, name_words, skeleton, stem
from geotui.knowledge import Knowledge, Office, Person, Role
from geotui.text import fold

_KEY = "actors"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NO_TITLES = frozenset(("st", "saint", "don"))
_LATELY = 1990
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}$")


class Sense(IntEnum):
    """What a phrase of the knowledge is."""

    PERSON = auto()
    COUNTRY = auto()
    DEMONYM = auto()
    METONYM = auto()
    ORGANISATION = auto()
    MEDIA = auto()
    PLACE = auto()
    EVENT = auto()


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a phrase: `id` of an actor, empty for places and events; `ambiguous`: it often is a name."""

    sense: Sense
    id: str = ""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: pairs of an office and the only country or body where it means that office (None: any)."""

    offices: tuple[tuple[str, str | None], ...]

    def ids(self, of: str | None) -> frozenset[str]:
        """The offices that it can mean of a country or body; a local meaning goes before the general one."""
        local = frozenset(office for office, place in self.offices if place is not None and place == of)
        return local or frozenset(office for office, place in self.offices if place is None or of is None)

    @property
    def local_to(self) -> str | None:
        """The one country or body that it is used of, None where it is used of several."""
        places = {place for _, place in self.offices}
        return next(iter(places)) if len(places) == 1 else None


class Tables:
    """Look-up tables of one `Knowledge`. Keys are folded words joined by single spaces.

    `longest` and the like: the number of words of the longest phrase of two words and more, by its first or last two.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.phrases: dict[str, Meaning] = {}
        self.shorts: dict[str, Meaning] = {}
        self.first_words: set[str] = set()
        self.longest: dict[str, int] = defaultdict(int)
        self.titles: dict[str, Title] = {}
        self.title_first: set[str] = set()
        self.title_last: set[str] = set()
        self.longest_title: dict[str, int] = defaultdict(int)
        self.longest_ending: dict[str, int] = defaultdict(int)
        self.families: dict[str, list[Person]] = defaultdict(list)
        self.skeletons: dict[str, list[Person]] = defaultdict(list)
        self.cores: dict[str, frozenset[str]] = {}
        self.givens: dict[str, frozenset[str]] = {}
        self.holders: dict[tuple[str, str], list[tuple[Role, Person]]] = defaultdict(list)
        self.sole = frozenset(office.id for office in knowledge.offices.values() if office.sole)
        self._words_of: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self.given_names = frozenset(word for name in knowledge.given_names for word in name_words(name))
        self.family_first = frozenset(word for name in knowledge.family_first_surnames for word in name_words(name))
        self._places()
        self._organisations()
        self._countries()
        self._titles(knowledge.offices.values())
        self._people(knowledge.people.values())
        plain = NEVER_NAMES - MAYBE_SURNAMES - self.given_names - self.family_first - PARTICLES
        self.never_begin = frozenset(w for w in plain if not {w, w[:-1]} & self.title_first)
        self.inflected = _inflected(knowledge.people.values())
        self.firm_words = self._firm_words()
        self.seated = self._of_one_seat()
        natives = ((text, person.id) for person in knowledge.people.values() for text in person.native)
        self.spaceless = {text: id_ for text, id_ in natives if _SPACELESS.match(text)}
        self.short_words = frozenset(fold(short).replace(".", "").replace(" ", "") for short in self.shorts)
        names = sorted(self.spaceless, key=len, reverse=True)
        self.spaceless_names = re.compile("|".join(map(re.escape, names)) or r"(?!)")

    def words_of(self, person: Person) -> tuple[frozenset[str], frozenset[str]]:
        """All words of a person's names, and those of the surnames."""
        if person.id not in self._words_of:
            surnames = [word for family in person.families for word in family_core(name_words(family))]
            family = frozenset(surnames).union(*(core.split() for core in self.cores.get(person.id, ())))
            names = [word for text in (person.name, *person.spellings) for word in name_words(text)]
            self._words_of[person.id] = family.union(names, self.givens.get(person.id, ())), family
        return self._words_of[person.id]

    def _firm_words(self) -> frozenset[str]:
        """Words with which longer names of firms begin, and no surname of these days: `Ford` alone may be the firm."""
        firms = (row.name for row in self.knowledge.organisations.values() if row.type == "company")
        found = {words[0] for words in map(name_words, firms) if len(words) > 1}
        lately = {word for word in found for person in self.families.get(word, ()) if _is_recent(person)}
        return frozenset(found - lately)

    def _of_one_seat(self) -> dict[str, tuple[frozenset[str], str]]:
        """Titles that need no country: their offices, and whose they are."""
        found = {}
        for key in TITLES_OF_ONE & self.titles.keys():
            title = self.titles[key]
            offices = title.ids(title.local_to)
            seats = {of for office, of in self.holders if office in offices}
            found[key] = offices, title.local_to or min(seats)
        return found

    def _add(self, text: str, meaning: Meaning, *, replace: bool = True) -> None:
        words = name_words(text)
        key = " ".join(words)
        if not key or (key in self.phrases and not replace):
            return
        self.phrases[key] = meaning
        self.first_words.add(words[0])
        if len(words) > 1:
            begin = " ".join(words[:2])
            self.longest[begin] = max(self.longest[begin], len(words))

    def _places(self) -> None:
        for names in self.knowledge.places.values():
            for name in sorted(names):
                self._add(name, Meaning(Sense.PLACE))
        for event in self.knowledge.events.values():
            for name in event.names:
                if len(name_words(name)) > 1:
                    self._add(name, Meaning(Sense.EVENT))

    def _organisations(self) -> None:
        for row in self.knowledge.organisations.values():
            meaning = Meaning(Sense.MEDIA if row.type == "media" else Sense.ORGANISATION, row.id)
            for name in (row.name, *row.names):
                if len(name) > 4 or not name.isupper():
                    self._add(name, meaning)
            for short in (*row.short, *(name for name in (row.name, *row.names) if name.isupper() and len(name) <= 4)):
                self.shorts[short] = meaning

    def _countries(self) -> None:
        for row in self.knowledge.countries.values():
            old, doubtful = row.until is not None, set(map(fold, row.ambiguous))
            if row.capital:
                self._add(row.capital, Meaning(Sense.METONYM, row.id, fold(row.capital) in doubtful), replace=not old)
            for sense, names in (
                (Sense.METONYM, row.metonyms),
                (Sense.DEMONYM, row.demonyms),
                (Sense.COUNTRY, (row.name, *row.names)),
            ):
                for name in names:
                    self._add(name, Meaning(sense, row.id, fold(name) in doubtful), replace=not old)
            for short in row.short:
                self.shorts[short] = Meaning(Sense.COUNTRY, row.id)
                if len(name_words(short)) > 1:
                    self._add(short, self.shorts[short])

    def _titles(self, offices: Iterable[Office]) -> None:
        found: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        for office in offices:
            if office.id == "title-qualifier":
                continue
            for title in office.titles:
                found[" ".join(name_words(title))].append((office.id, None))
            for of, titles in office.local.items():
                for title in titles:
                    found[" ".join(name_words(title))].append((office.id, of))
        for key, pairs in found.items():
            words = key.split()
            if words[0] in _NO_TITLES:
                continue
            self.titles[key] = Title(tuple(pairs))
            self.title_first.add(words[0])
            self.title_last.add(words[-1])
            if len(words) > 1:
                begin, end = " ".join(words[:2]), " ".join(words[-2:])
                self.longest_title[begin] = max(self.longest_title[begin], len(words))
                self.longest_ending[end] = max(self.longest_ending[end], len(words))

    def _people(self, people: Iterable[Person]) -> None:
        for person in people:
            for text in (person.name, *person.spellings, *person.native, *person.aliases):
                words = name_words(text)
                short = len(words) == 1 and text.isupper() and len(text) <= 5
                if short:
                    self.shorts.setdefault(text, Meaning(Sense.PERSON, person.id))
                elif len(words) > 1 or not words[0].isascii() or text in person.aliases or text == person.name:
                    self._add(text, Meaning(Sense.PERSON, person.id), replace=len(words) > 1)
            self._surnames(person)
            for role in person.roles:
                self.holders[role.office, role.of].append((role, person))

    def _surnames(self, person: Person) -> None:
        given: set[str] = set()
        cores: set[str] = set()
        for family in person.families:
            cores.add(" ".join(family_core(name_words(family))))
        for text in (person.name, *person.spellings):
            words = name_words(text)
            if len(words) > 1:
                place = words[0] if person.family_first else words[-1]
                if any(skeleton(place) == skeleton(core) or place[:4] == core[:4] for core in cores if " " not in core):
                    cores.add(place)
                given.update(word for word in words if word not in cores)
        self.givens[person.id] = frozenset(given)
        self.cores[person.id] = frozenset(cores)
        for core in sorted(cores):
            self.families[core].append(person)
            self.skeletons[skeleton(core)].append(person)


def _is_recent(person: Person) -> bool:
    return any(role.office in GREAT and (role.end is None or role.end.year >= _LATELY) for role in person.roles)


def _inflected(people: Iterable[Person]) -> dict[tuple[str, ...], str]:
    """Given name and surname in Cyrillic, each as it is and as a stem → the person's id."""
    found: dict[tuple[str, ...], str] = {}
    for person in people:
        for text in person.native:
            words = name_words(text)
            if len(words) > 1 and _CYRILLIC.match(words[0]):
                first, last = words[0], words[-1]
                for given in (first, stem(first)):
                    for family in (last, stem(last)):
                        found[given, family] = person.id
    return found


def tables_of(knowledge: Knowledge) -> Tables:
    """The tables of a knowledge, made at the first call and kept in its cache."""
    held = knowledge.cache.get(_KEY)
    if held is None:
        held = knowledge.cache[_KEY] = Tables(knowledge)
    return cast(Tables, held)
