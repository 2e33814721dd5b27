"""A library of a dozen stories, held in memory, with knowledge of its own: what filters are tried on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from pyroaring import BitMap

from geotui.actors import Resolver, vocabulary
from geotui.actors.vocabulary import surnames
from geotui.knowledge import Country, Knowledge, Office, Organisation, Person, Role
from geotui.model import ActorKind, Graded, How, NameMatch, Span, Spelling, VocabularyActor
from geotui.query import Filter, read
from geotui.settings import Settings
from geotui.text import fold, folded_words

NOW = datetime(2023, 6, 14, 9, 30)  # noqa: DTZ001 - local time, as the reader's clock


def person(
    name: str, family: str, *roles: Role, spellings: tuple[str, ...] = (), aliases: tuple[str, ...] = ()
) -> Person:
    slug = fold(name).replace(" ", "-")
    first = name.startswith(family)
    return Person(f"person:{slug}", name, (family,), first, spellings, aliases, (), roles)


def country(code: str, name: str, *demonyms: str, capital: str | None = None, short: tuple[str, ...] = ()) -> Country:
    return Country(f"country:{code}", code, name, (), demonyms, capital, (), short, frozenset(), None)


def organisation(code: str, name: str, *short: str) -> Organisation:
    return Organisation(f"organisation:{code}", name, (), short, "body", None)


def president(code: str, start: date, end: date | None = None) -> Role:
    return Role("president", f"country:{code}", start, end)


PEOPLE = (
    person("Xi Jinping", "Xi", president("CN", date(2013, 3, 14))),
    person("Vladimir Putin", "Putin", president("RU", date(2012, 5, 7)), spellings=("Vladimir Vladimirovich Putin",)),
    person("Dmitry Medvedev", "Medvedev", president("RU", date(2008, 5, 7), date(2012, 5, 7))),
    person("Volodymyr Zelenskyy", "Zelenskyy", spellings=("Volodymyr Zelensky",)),
    person("Sergei Lavrov", "Lavrov", spellings=("Сергей Лавров",)),
    person("Recep Tayyip Erdogan", "Erdogan"),
    person("Mohammed bin Salman", "bin Salman", aliases=("MBS",)),
    person("Kim Jong Un", "Kim"),
    person("Kim Yo Jong", "Kim"),
    person("Donald Trump", "Trump"),
    person("Donald Trump Jr.", "Trump"),
    person("Theresa May", "May"),
    person("Park Geun-hye", "Park"),
    person("Samantha Power", "Power"),
    person("Abdel Fattah al-Sisi", "al-Sisi"),
)
COUNTRIES = (
    country("CN", "China", "Chinese", capital="Beijing"),
    country("RU", "Russia", "Russian", capital="Moscow"),
    country("US", "United States", "American", capital="Washington", short=("US", "U.S.")),
    country("GB", "United Kingdom", "British", capital="London", short=("UK",)),
    country("UA", "Ukraine", "Ukrainian"),
    country("TR", "Turkey", "Turkish", capital="Ankara"),
    country("IR", "Iran", "Iranian"),
    country("IQ", "Iraq", "Iraqi"),
    country("NE", "Niger"),
    country("NG", "Nigeria", "Nigerian"),
    country("MX", "Mexico", "Mexican"),
    country("IN", "India", "Indian"),
    country("KR", "South Korea", "South Korean"),
    country("TT", "Trinidad and Tobago"),
)
ORGANISATIONS = (organisation("NATO", "NATO"), organisation("WHO", "World Health Organization", "WHO"))

KNOWLEDGE = Knowledge(
    people={p.id: p for p in PEOPLE},
    countries={c.id: c for c in COUNTRIES},
    organisations={o.id: o for o in ORGANISATIONS},
    offices={
        "president": Office("president", ("president",), {}, True),
        "foreign-minister": Office("foreign-minister", ("foreign minister", "top diplomat"), {}, True),
    },
    events={},
    places={},
    given_names=frozenset(),
    family_first_surnames=frozenset(),
    languages={},
    as_of=date(2026, 11, 1),
    digest="",
)


@dataclass(frozen=True)
class Story:
    """A story of the little library; `day` is sure where `start` is None, else the best of the interval."""

    title: str
    text: str
    day: date | None = None
    start: date | None = None
    end: date | None = None
    actors: tuple[str, ...] = ()
    by_role: tuple[str, ...] = ()
    outlet: str = "Dawn"
    url: str = ""
    flags: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    note: str = ""
    about: tuple[date, ...] = ()
    added: datetime = NOW - timedelta(days=30)


XI, PUTIN, ERDOGAN = "person:xi-jinping", "person:vladimir-putin", "person:recep-tayyip-erdogan"

STORIES = (
    Story("Xi and Putin meet", "Xi Jinping of China and Vladimir Putin of Russia met in the park with great power.",
          date(2022, 2, 4), actors=(XI, PUTIN, "country:CN", "country:RU"), outlet="Reuters",
          flags=frozenset({"unread"})),
    Story("Putin speaks", "The weak truce and the truce talks, said Putin on tariffs.", date(2022, 2, 20),
          date(2022, 2, 18), date(2022, 3, 2), actors=(PUTIN, "country:RU"), tags=frozenset({"truce"})),
    Story("Xi at home", "Xi spoke of power and of tariffs in a park.", date(2024, 5, 16), actors=(XI, "country:CN")),
    Story("Erdogan travels", "Erdogan flew over the park, a show of power, with 31 paratroopers.", date(2023, 1, 5),
          actors=(ERDOGAN, "country:TR"), outlet="The Guardian", url="https://theguardian.com/erdogan"),
    Story("A president travels", "The Turkish president travels.", date(2023, 1, 6), actors=("country:TR",),
          by_role=(ERDOGAN,)),
    Story("No date at all", "Paratroopers train, lavrof, lavrof alone in may and march and sat by the sea.",
          flags=frozenset({"unread", "undated"}), note="ask the editor"),
    Story("Iran and the world", "Iran, the US and China on trade, and Trump.", date(2020, 7, 1),
          actors=("country:IR", "country:US", "country:CN", "person:donald-trump"), about=(date(2015, 7, 14),),
          added=NOW),
)  # fmt: skip

UNKNOWN = (
    VocabularyActor("person:jane-doe", "Jane Doe", ActorKind.PERSON, False, "Doe", 3),
    VocabularyActor("person:vladimir-putln", "Vladimir Putln", ActorKind.PERSON, False, "Putln", 1),
)


@dataclass
class Library:
    """The vocabulary and the postings of a few stories; `asked` counts what the resolver was asked."""

    stories: tuple[Story, ...] = STORIES
    knowledge_: Knowledge = KNOWLEDGE
    asked: int = 0
    outlets_: Mapping[str, str] = field(
        default_factory=lambda: {
            "dawn": "Dawn",
            "reuters": "Reuters",
            "the guardian": "The Guardian",
            "dawn news": "Dawn News",
        }
    )

    @cached_property
    def resolver(self) -> Resolver:
        actors, spellings = vocabulary(self.knowledge_)
        counted = [VocabularyActor(a.id, a.name, a.kind, a.known, a.family, len(self.actor(a.id).sure)) for a in actors]
        own = [Spelling(a.name, a.id) for a in UNKNOWN]
        return Resolver([*counted, *UNKNOWN], [*spellings, *own], surnames(self.knowledge_))

    def resolve(self, typed: str, tiers: frozenset[How] | None = None) -> tuple[NameMatch, ...]:
        self.asked += 1
        return self.resolver.resolve(typed, tiers)

    def resolve_whole(self, typed: str) -> tuple[NameMatch, ...]:
        return self.resolver.resolve_whole(typed)

    def complete(self, typed: str) -> tuple[NameMatch, ...]:
        return self.resolver.complete(typed)

    def knowledge(self) -> Knowledge:
        return self.knowledge_

    def outlets(self) -> Mapping[str, str]:
        return self.outlets_

    def stories_with(self, words: tuple[str, ...]) -> int:
        return len(self.text(words))

    def mostly_small(self, word: str) -> bool:
        written: list[str] = re.findall(
            rf"\b{re.escape(word)}\b", " ".join(s.text for s in self.stories), re.IGNORECASE
        )
        return sum(w.islower() for w in written) * 2 > len(written)

    def has_year(self, year: int) -> bool:
        return any(s.day is not None and s.day.year == year for s in self.stories)

    def everything(self) -> BitMap:
        return BitMap(range(len(self.stories)))

    def actor(self, actor: str) -> Graded:
        sure = self._where(lambda s: actor in s.actors)
        return Graded(sure, sure, sure | self._where(lambda s: actor in s.by_role))

    def published(self, span: Span) -> Graded:
        first, last = span.start or date.min, span.end or date.max
        inside = self._where(lambda s: s.day is not None and first <= (s.start or s.day) and (s.end or s.day) <= last)
        likely = inside | self._where(lambda s: s.day is not None and first <= s.day <= last)
        touching = self._where(
            lambda s: (s.start or s.day or date.min) <= last and first <= (s.end or s.day or date.max)
        )
        return Graded(inside, likely, touching | likely)

    def about(self, span: Span) -> BitMap:
        return self._where(lambda s: any(span.contains(day) for day in s.about))

    def added(self, start: datetime | None, end: datetime | None) -> BitMap:
        return self._where(lambda s: (start is None or start <= s.added) and (end is None or s.added <= end))

    def outlet(self, name: str) -> BitMap:
        return self._where(lambda s: s.outlet == name)

    def text(self, words: tuple[str, ...]) -> BitMap:
        return self._where(lambda s: _holds(f"{s.title} {s.text}", words))

    def title(self, words: tuple[str, ...]) -> BitMap:
        return self._where(lambda s: _holds(s.title, words))

    def passage(self, text: str) -> Graded:
        return Graded.certain(self.text(tuple(folded_words(text))))

    def url(self, part: str) -> BitMap:
        return self._where(lambda s: part in fold(s.url))

    def tag(self, name: str) -> BitMap:
        return self._where(lambda s: name in s.tags)

    def note(self, words: tuple[str, ...]) -> BitMap:
        return self._where(lambda s: _holds(s.note, words))

    def flag(self, name: str) -> BitMap:
        return self._where(lambda s: name in s.flags)

    def _where(self, fits) -> BitMap:  # type: ignore[no-untyped-def]
        return BitMap(rank for rank, story in enumerate(self.stories) if fits(story))


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(folded_words(text))} "


LIBRARY = Library()
DEFAULTS = Settings()


def reading(text: str, library: Library = LIBRARY, settings: Settings = DEFAULTS) -> Filter:
    """The filter as it is read on 14 June 2023."""
    return read(text, library, NOW, settings)


def understood(text: str, library: Library = LIBRARY) -> list[tuple[str, str]]:
    """Kind and meaning of each term."""
    return [(term.kind, term.meaning) for term in reading(text, library).terms]


def kinds(text: str) -> list[str]:
    """How each run of a filter is understood."""
    return [kind for kind, _ in understood(text)]


def meanings(text: str) -> list[str]:
    """What each run of a filter is taken to mean."""
    return [meaning for _, meaning in understood(text)]
