"""Writes an archive of scraped pages to measure geotui on: stories of made-up words, with copies whose truth is known.

    python tests/bench/generate.py DIR --stories 10000 --seed 1 [--truth FILE]

Distinct stories number exactly `--stories`; about a quarter as many copies come on top. The same arguments write the
same bytes. About one story in twenty stands in pages of text (plain, with header lines, with captions repeated,
digests), the others in files of 500 JSON lines. FILE is JSON Lines: `url` (or `page` and `title`), `story` and
`relation` of every article.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

FIRST_DAY, LAST_DAY = date(2014, 1, 1), date(2026, 6, 30)
PEOPLE, TOWNS, RECORDS = 20_000, 4_000, 500
PAGES_SHARE = 0.05
BLOCK = 4_000
KNOWLEDGE = Path(__file__).parents[2] / "geotui" / "knowledge" / "data"
VOCABULARY = json.loads(Path(__file__).with_name("vocabulary.json").read_text("utf-8"))
NAMES = {part: " ".join(lines).split() for part, lines in VOCABULARY["names"].items()}
WORDS = {symbol: " ".join(lines).split() for symbol, lines in VOCABULARY["words"].items()}
GRAMMAR: dict[str, list[str]] = WORDS | VOCABULARY["patterns"]
PRINTED_IN = ("Alder Bay", "Corvin", "Dunmore", "Eastmark", "Fairhaven", "Grenmoor", "Highfell", "Kestrel", "Larkfield")
OUTLETS = tuple(
    f"{town} {kind}" for town in PRINTED_IN for kind in ("Courier", "Dispatch", "Examiner", "Observer", "Tribune")
)
KEYS = (
    {"id": "id", "url": "url", "title": "title", "text": "text", "day": "date", "source": "source"},
    {"id": "id", "url": "url", "title": "title", "text": "maintext", "day": "date_publish", "source": "outlet"},
    {"id": "id", "url": "link", "title": "headline", "text": "content", "day": "published", "source": "publisher"},
    {"id": "id", "url": "url", "title": "title", "text": "body", "day": "date", "source": "source"},
)
BRITISH = (("cancelled", "canceled"), ("criticised", "criticized"), ("favoured", "favored"), ("harbour", "harbor"))
FALLBACK = [
    {"name": name, "roles": [{"office": "president", "of": country, "from": "2012"}]}
    for name, country in (("Ilham Aliyev", "AZ"), ("Isaias Afwerki", "ER"), ("Paul Kagame", "RW"))
]
T = TypeVar("T")
_SYMBOL = re.compile(r"\{(\w+)\}")
_GRAMMATICAL = (
    (re.compile(r"\ba (?=[aeio])"), "an "),
    (re.compile(r"(?<=[^aeiou])ys\b"), "ies"),
    (re.compile(r"(?<=rs|ms)s\b"), ""),
    (re.compile(r"(?<=ch|sh|ss)s\b"), "es"),
)
_NUMBER = re.compile(r"\b\d+\b")


@dataclass(frozen=True, slots=True)
class Article:
    """One printed article and its truth: the number of its story and what it is to the story's first version."""

    story: int
    relation: str
    title: str
    paragraphs: tuple[str, ...]
    day: date
    source: str
    captions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The body, paragraphs parted by a blank line."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class _Office:
    """A leader in an office, and when."""

    title: str
    name: str
    family: str
    country: str
    start: str
    end: str


class World:
    """People, places and offices that stories are about, and the choice among them; common ones are far commoner."""

    def __init__(self, seed: int) -> None:
        """A world drawn from a seed."""
        self.random = random.Random(seed)
        self.towns = self._names(TOWNS, NAMES["place end"])
        self.people = [f"{self.pick(NAMES['given'])} {family}" for family in self._names(PEOPLE, NAMES["person end"])]
        self._people_weights = list(accumulate(1 / (10 + rank) for rank in range(PEOPLE)))
        self.countries, offices = _knowledge()
        self._names_of_countries = sorted(self.countries.values())
        self.offices = {
            year: [one for one in offices if one.start <= f"{year}-06" <= one.end] or offices
            for year in range(FIRST_DAY.year, LAST_DAY.year + 1)
        }
        self.grammar = {symbol: [_SYMBOL.split(one) for one in ways] for symbol, ways in GRAMMAR.items()}

    def pick(self, choices: Sequence[T]) -> T:
        """One of them."""
        return choices[int(self.random.random() * len(choices))]

    def person(self) -> str:
        """An unknown person, by Zipf's law with a flattened head (Mandelbrot)."""
        return self.random.choices(self.people, cum_weights=self._people_weights)[0]

    def country(self) -> str:
        """A country's name."""
        return self.pick(self._names_of_countries)

    def _names(self, count: int, ends: list[str]) -> list[str]:
        names: dict[str, None] = {}
        while len(names) < count:
            middle = self.pick(NAMES["middle"]) if self.random.random() < 0.6 else ""
            names[self.pick(NAMES["onset"]) + middle + self.pick(ends)] = None
        return list(names)


class Story:
    """One happening: its people and places, and sentences about it."""

    def __init__(self, world: World, number: int) -> None:
        """A happening of a random day, with two leaders of its time."""
        self.world = world
        self.number = number
        pick = world.pick
        self.day = FIRST_DAY + timedelta(days=int(world.random.random() * ((LAST_DAY - FIRST_DAY).days + 1)))
        one, two = pick(world.offices[self.day.year]), pick(world.offices[self.day.year])
        people = [world.person() for _ in range(4)]
        towns = [pick(world.towns) for _ in range(3)]
        self._symbols: dict[str, Callable[[], str]] = {
            "LEADER": lambda: f"{one.title} {one.name}",
            "LATER": lambda: one.family,
            "OTHER": lambda: f"{two.title} {two.name}",
            "SECOND": lambda: two.family,
            "COUNTRY": lambda: one.country,
            "NEIGHBOUR": lambda: two.country,
            "PERSON": lambda: f"{pick(people)}, a {self._expand('trade')}",
            "SURNAME": lambda: pick(people).split()[-1],
            "TOWN": lambda: pick(towns),
            "NUMBER": lambda: str(2 + int(900 * world.random.random() ** 3)),
            "DAY": lambda: pick(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")),
            "MONTH": lambda: pick(("January", "February", "April", "June", "July", "August", "October", "December")),
        }

    def report(self, quotation: str = "") -> Article:
        """A report of 80 to 400 words, with a quotation in it that other reports have too."""
        target = 80 + int(320 * self.world.random.random())
        paragraphs = [self.sentence("lede")]
        words = len(paragraphs[0].split())
        while words < target:
            paragraph = " ".join(self.sentence("body") for _ in range(self.world.pick((1, 2, 2, 3))))
            paragraphs.append(paragraph)
            words += len(paragraph.split())
        if quotation:
            paragraphs.insert(2, quotation)
        captions = tuple(self.sentence("caption") for _ in range(self.world.pick((0, 1, 2))))
        source = self.world.pick(OUTLETS)
        return Article(self.number, "leading", self.sentence("headline"), tuple(paragraphs), self.day, source, captions)

    def sentence(self, symbol: str) -> str:
        """A sentence of a kind, with a capital where it begins."""
        text = self._expand(symbol)
        for pattern, form in _GRAMMATICAL:
            text = pattern.sub(form, text)
        at = 1 if text[0] == "“" else 0
        return text[:at] + text[at].upper() + text[at + 1 :]

    def _expand(self, symbol: str) -> str:
        own = self._symbols.get(symbol)
        if own is not None:
            return own()
        parts = self.world.pick(self.world.grammar[symbol])
        if len(parts) == 1:
            return parts[0]
        return "".join(self._expand(part) if at % 2 else part for at, part in enumerate(parts))


def articles(stories: int, seed: int) -> Iterator[Article]:
    """Articles of so many distinct stories, and their copies after them, in an order that mixes neighbours."""
    world = World(seed)
    number = 0
    while number < stories:
        block: list[Article] = []
        while number < stories and len(block) < BLOCK:
            new = _happening(world, number, stories - number, block)
            number += sum(one.relation == "leading" for one in new)
            block += new
        world.random.shuffle(block)
        yield from block


def _happening(world: World, number: int, most: int, earlier: list[Article]) -> list[Article]:
    """One story, now and then with an independent report, an opinion piece or a digest beside it, and its copies."""
    chance = world.random.random()
    story = Story(world, number)
    quotation = " ".join(f"“{story.sentence('claim')}.”" for _ in range(3)) if chance < 0.06 else ""
    first = story.report(quotation)
    new = [first]
    if chance < 0.06 and most > 1:
        other = story.report(quotation)
        new.append(replace(other, story=number + 1))
    elif chance < 0.08 and most > 1 and len(first.paragraphs) > 3:
        new.append(replace(_opinion(world, story, first), story=number + 1))
    elif chance < 0.085 and most > 1 and len(earlier) > 5:
        ledes = tuple(world.pick(earlier).paragraphs[0] for _ in range(5))
        new.append(replace(first, story=number + 1, title="The day in brief", paragraphs=ledes, captions=()))
    copies = (0, 0, 0, 0, 1, 1) if chance < 0.99 else (2, 3, 4, 6)
    return new + [_copy(world, story, first) for _ in range(world.pick(copies))]


def _opinion(world: World, story: Story, first: Article) -> Article:
    """A piece of its own that borrows two paragraphs."""
    own = [" ".join(story.sentence("opinion") for _ in range(3)) for _ in range(8)]
    paragraphs = (*own[:4], *first.paragraphs[1:3], *own[4:])
    return replace(first, title=story.sentence("opinion"), paragraphs=paragraphs, source=world.pick(OUTLETS))


def _copy(world: World, story: Story, first: Article) -> Article:
    """The report again, as another outlet or another day has it."""
    copy = replace(first, source=world.pick(OUTLETS), captions=())
    kind = world.pick(("identical", "near", "near", "excerpt", "update", "mixed"))
    paragraphs = list(first.paragraphs)
    if kind == "identical":
        return replace(copy, relation=kind, title=story.sentence("headline"))
    if kind == "excerpt":
        kept = paragraphs[: 1 + len(paragraphs) // 3]
        long_enough = sum(len(one.split()) for one in kept) > 24
        return replace(copy, relation=kind, paragraphs=tuple(kept if long_enough else paragraphs[:-1]))
    if kind == "update":
        at = int(world.random.random() * len(paragraphs))
        paragraphs = [_recounted(one, world) if at == place else one for place, one in enumerate(paragraphs)]
        paragraphs[1:1] = [f"{story.sentence('body')} {story.sentence('body')}"]
        return replace(
            copy,
            relation=kind,
            paragraphs=tuple(paragraphs[:-1]),
            day=first.day + timedelta(days=1),
            source=first.source,
        )
    paragraphs = [_edited(one, world) for one in paragraphs]
    if kind == "mixed":
        paragraphs = paragraphs[: max(2, len(paragraphs) * 3 // 4)]
        paragraphs.append(f"Read more of our {copy.source} reports from around the world, every morning, in your mail.")
    return replace(copy, relation="near", title=story.sentence("headline"), paragraphs=tuple(paragraphs))


def _edited(paragraph: str, world: World) -> str:
    """A paragraph with a word in twenty changed and American spelling."""
    for british, american in BRITISH:
        paragraph = paragraph.replace(british, american)
    words = paragraph.split(" ")
    for at, word in enumerate(words):
        if word.islower() and word.isalpha() and world.random.random() < 0.05:
            words[at] = world.pick(GRAMMAR["adv"])
    return " ".join(words)


def _recounted(paragraph: str, world: World) -> str:
    return _NUMBER.sub(lambda found: str(int(found[0]) + 1 + int(world.random.random() * 9)), paragraph)


def _knowledge() -> tuple[dict[str, str], list[_Office]]:
    """Countries by code, and leaders in office, from the knowledge that ships with the package."""
    countries: dict[str, str] = {}
    leaders = FALLBACK
    if (KNOWLEDGE / "countries.json").exists():
        rows = json.loads((KNOWLEDGE / "countries.json").read_text("utf-8"))
        countries = {row["id"]: row["name"] for row in rows}
    if (KNOWLEDGE / "leaders.json").exists():
        leaders = json.loads((KNOWLEDGE / "leaders.json").read_text("utf-8"))
    countries = countries or {"AZ": "Azerbaijan", "ER": "Eritrea", "RW": "Rwanda"}
    offices = [
        _Office(
            title=" ".join(word.capitalize() for word in role["office"].split("-")),
            name=leader["name"],
            family=leader.get("family") or leader["name"].split()[-1],
            country=countries.get(role.get("of"), role.get("of", "")),
            start=role.get("from") or "",
            end=role.get("to") or "9999",
        )
        for leader in leaders
        for role in leader.get("roles", ())
    ]
    return countries, sorted(offices, key=lambda one: (one.name, one.title, one.start))


class Writer:
    """Puts articles into files: records of several spellings by the 500, and pages of text by one to five."""

    def __init__(self, folder: Path, seed: int, truth: Path | None) -> None:
        """Writes into a folder, which is made."""
        self._random = random.Random(f"{seed} pages")
        self._folder = folder
        self._records: list[str] = []
        self._page: list[Article] = []
        self._files = 0
        self._written = 0
        self._truth = truth.open("w", encoding="utf-8", newline="\n") if truth else None
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, article: Article) -> None:
        """Takes one article."""
        self._written += 1
        if self._random.random() < PAGES_SHARE:
            self._page.append(article)
            if len(self._page) > self._random.random() * 5:
                self._write_page()
            return
        keys = KEYS[self._files % len(KEYS)]
        host = article.source.lower().replace(" ", "-") + ".example"
        values = {
            "id": f"r{self._written:07d}",
            "url": f"https://www.{host}/{article.day:%Y/%m/%d}/{self._written}",
            "title": article.title,
            "text": article.text,
            "day": article.day.isoformat(),
            "source": article.source,
        }
        self._records.append(json.dumps({keys[one]: value for one, value in values.items()}, ensure_ascii=False))
        self._tell(article, {"url": values["url"]})
        if len(self._records) == RECORDS:
            self._write_records()

    def close(self) -> None:
        """Writes what is left."""
        self._write_page()
        self._write_records()
        if self._truth:
            self._truth.close()

    def _write_records(self) -> None:
        if self._records:
            self._put(f"records-{self._files:05d}.jsonl", "\n".join(self._records) + "\n")
            self._records = []

    def _write_page(self) -> None:
        if not self._page:
            return
        name = f"page-{self._files:05d}.txt"
        for article in self._page:
            self._tell(article, {"page": name, "title": article.title})
        first = self._page[0]
        if len(self._page) > 2:
            body = "\n\n".join(_as_brief(one) for one in self._page)
        elif len(self._page) == 2 or self._random.random() < 0.4:
            body = "\n\n".join(_with_captions(one) for one in self._page)
        elif self._random.random() < 0.5:
            url = f"https://www.{first.source.lower().replace(' ', '-')}.example/{first.day:%Y/%m/%d}/p{self._written}"
            body = f"URL: {url}\nDate: {first.day}\nSource: {first.source}\n\n{_as_brief(first)}"
        else:
            body = f"{first.title}\n\n{first.paragraphs[0].split(' ', 1)[0]} " + first.text.split(" ", 1)[1]
        self._put(name, body + "\n")
        self._page = []

    def _put(self, name: str, content: str) -> None:
        folder = self._folder / f"{self._files // 100:03d}"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
        self._files += 1

    def _tell(self, article: Article, place: dict[str, str]) -> None:
        if self._truth:
            self._truth.write(json.dumps({**place, "story": article.story, "relation": article.relation}) + "\n")


def _as_brief(article: Article) -> str:
    return f"{article.title}\n\n{article.text}"


def _with_captions(article: Article) -> str:
    """As a scraper leaves a page with a gallery: captions over and over, a widget's line, the headline again."""
    captions = [caption for caption in article.captions for _ in range(3)]
    parts = [article.title, *captions, *(["TT"] if captions else []), article.title, article.text]
    return "\n\n".join(parts)


def main() -> None:
    """Reads the arguments and writes."""
    parser = argparse.ArgumentParser(description="Write an archive of made-up pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--truth", type=Path)
    chosen = parser.parse_args()
    writer = Writer(chosen.folder, chosen.seed, chosen.truth)
    for article in articles(chosen.stories, chosen.seed):
        writer.write(article)
    writer.close()


if __name__ == "__main__":
    main()
