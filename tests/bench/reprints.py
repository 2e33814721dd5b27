"""Makes a library of pages out of real reports, as sites reprint them: cut, retitled, respelled, dressed in furniture.

Each report is printed once as its agency has it, and by other sites in copies of every kind; pieces of opinion borrow
two paragraphs of a report, digests are made of several ledes. What a page is made of is known, so that folding can be
scored (`copies.py`). The texts come from elsewhere; only what sites add to them is written here. What must not be in
here: anything that knows how folding works.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

FIRST_DAY = date(2019, 3, 4)
SITES = 12
LATER = 2
T = TypeVar("T")

# As Britain has it, and as America does; as one agency has it, and as another does.
SPELLINGS: dict[str, str] = dict(
    re.findall(
        r"(\S+)/(\S+)",
        """
    kilometres/kilometers kilometre/kilometer metres/meters metre/meter centre/center centres/centers centred/centered
    theatre/theater litres/liters neighbour/neighbor neighbours/neighbors neighbouring/neighboring labour/labor
    colour/color colours/colors favour/favor favourite/favorite favoured/favored honour/honor honoured/honored
    harbour/harbor rumour/rumor rumours/rumors rumoured/rumored behaviour/behavior armour/armor armoured/armored
    defence/defense offence/offense licence/license organised/organized organisation/organization
    organisations/organizations recognise/recognize recognised/recognized criticised/criticized
    apologise/apologize apologised/apologized authorised/authorized realise/realize
    realised/realized analyse/analyze analysed/analyzed travelled/traveled travelling/traveling
    cancelled/canceled labelled/labeled jewellery/jewelry programme/program programmes/programs cheque/check
    tyres/tires grey/gray towards/toward amongst/among whilst/while Kiev/Kyiv Kharkov/Kharkiv Zelenskiy/Zelensky
    Hizbollah/Hezbollah Gaddafi/Gadhafi Qaeda/Qaida Moslem/Muslim US/U.S. UN/U.N. UK/U.K. EU/E.U. am/a.m. pm/p.m.
    September/Sept. December/Dec. February/Feb. August/Aug. mum/mom fulfil/fulfill enquiry/inquiry storeys/stories
    manoeuvre/maneuver paediatric/pediatric anaesthetic/anesthetic sceptical/skeptical aluminium/aluminum
    """,
    )
)
PLACES = ("BELIN", "TARNOVA", "SALVORA", "Port Orla", "LESNA", "Kestrel Bay", "NEW CORVIN", "Dunmore, Eastmark")
AGENCIES = ("Reuters", "AP", "AFP", "Xinhua", "ANSA", "dpa")
PEOPLE = ("Mira Stanic", "Pavel Dron", "Ana Velik", "Tomas Reyl", "Ines Karoly", "Jarek Holub", "Nils Orban")
NAVIGATION = (
    *("Home", "World", "Politics", "Business", "Sport", "Culture", "Weather", "Opinion", "Video", "Podcasts", "Travel"),
    *("Science", "Health", "Style", "Obituaries", "Crossword", "Archive", "Jobs", "Newsletters", "Log in", "Menu"),
)
PLEAS = (
    "{0} is read free of charge by everyone. If you can, support the work of our reporters with a small sum a month.",
    "Get the morning letter of {0} before breakfast: the day ahead in five minutes, on weekdays, in your inbox.",
    "You have read three of your free articles this month. Register with {0} to go on reading, it takes a minute.",
    "Follow {0} wherever you are, on your telephone and on your watch, and never miss what matters in your town.",
    "The journalists of {0} have been threatened, sued and jailed for what they found out. They do not stop. Help us "
    "to pay their lawyers, their travel and their insurance: become a friend of {0} today, from two crowns a week.",
    "Do you know more about this? Our investigations desk takes hints by letter, by telephone and in a sealed box at "
    "the door of {0}. We protect our sources, and have done so in court four times since the founding of the paper.",
    "This story is part of the series in which {0} looks at how decisions made far away change the lives of people in "
    "our region, their work, their schools and their rivers. Read all the parts on our page of projects.",
    "Advertisements keep {0} alive, and something in your browser hides them. Please switch it off for our pages, or "
    "take out a subscription that shows none, with a quarter off for students and for everyone above sixty.",
)
NOTICES = (
    "© {0}. All rights reserved. No part of this page may be copied or published again without leave in writing.",
    "{0} and its partners set cookies to measure how the pages are used. Change your choice at any time below.",
    "Corrections: write to the reader's editor of {0}, who answers within three days and prints what was wrong.",
    "Comments on this article are closed. {0} opens a few articles a day for comments, and moderates all of them.",
    "Views expressed by guests are their own and need not be shared by the publishers or the editors of {0}.",
)
_NUMBER = re.compile(r"\b[1-9]\d{0,3}\b(?![,.]\d)")
_BRITISH, _AMERICAN = (
    re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words))
    for words in (SPELLINGS, SPELLINGS.values())
)
_FROM_AMERICAN = {american: british for british, american in SPELLINGS.items()}
_LOWER = re.compile(r"\b[a-z]{4,}\b")


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed page. `story` is the number of its story; `made_of` the numbers of the reports that are in it.

    `kind` is `report` or a relation: what it is to that report. Paragraphs are parted by a blank line.
    """

    story: int
    kind: str
    text: str
    title: str
    source: str
    day: date
    made_of: tuple[int, ...]


class Site:
    """A site: how it spells, dates and signs a report, and what it puts on all its pages."""

    def __init__(self, number: int, chance: random.Random) -> None:
        """A site drawn by chance; one in four prints the text and nothing else."""
        self.name = f"The {('Orla', 'Belin', 'Corvin', 'Dunmore', 'Kestrel', 'Lesna')[number % 6]} " + (
            "Courier" if number < 6 else "Observer"
        )
        self.is_bare = number % 4 == 3
        self.is_british = chance.random() < 0.5
        self.has_dateline = chance.random() < 0.6
        self.has_credits = chance.random() < 0.5
        self._navigation = chance.sample(NAVIGATION, chance.randint(3, 9))
        self._pleas = [plea.format(self.name) for plea in chance.sample(PLEAS, 2)]
        self._notices = [notice.format(self.name) for notice in chance.sample(NOTICES, chance.randint(1, 2))]
        self._has_inset = chance.random() < 0.6
        self._has_related = chance.random() < 0.6

    def dressed(self, paragraphs: Sequence[str], headlines: Callable[[], str], chance: random.Random) -> list[str]:
        """The paragraphs of a text among the site's own."""
        if self.is_bare:
            return list(paragraphs)
        inside = list(paragraphs)
        if self._has_inset and len(inside) > 2:
            inside.insert(chance.randrange(1, len(inside)), self._pleas[1])
        if self._has_related and len(inside) > 3 and chance.random() < 0.5:
            inside.insert(chance.randrange(1, len(inside)), f"READ MORE: {headlines()}")
        related = ["Related stories", *(headlines() for _ in range(chance.randint(2, 4)))] if self._has_related else []
        return [*self._navigation, *inside, self._pleas[0], *related, *self._notices]

    def signed(self, paragraphs: Sequence[str], chance: random.Random) -> list[str]:
        """A report as the site dates and credits it."""
        is_titled = len(paragraphs) > 1 and not paragraphs[0].endswith((".", "”", '"', "!", "?"))
        above = [paragraphs[0]] if is_titled else []
        first, *others = paragraphs[len(above) :]
        agency = chance.choice(AGENCIES)
        if self.has_dateline:
            starts = ("{0} ({1}) - ", "{0}, March 4 ({1}) — ", "{0} — ", "{0}: ")
            first = chance.choice(starts).format(chance.choice(PLACES), agency) + first
        if self.has_credits:
            one, other = chance.sample(PEOPLE, 2)
            forms = ("(Reporting by {0}; Editing by {1})", "Additional reporting by {0} and {1}", "With {2} inputs")
            others.append(chance.choice(forms).format(one, other, agency))
        return [*above, first, *others]


class Press:
    """Prints a library from reports, each a sequence of paragraphs; the same seed prints the same."""

    def __init__(self, reports: Sequence[Sequence[str]], own: Sequence[Sequence[str]], seed: int) -> None:
        """`own` are texts of which pieces of opinion are made, each used once, and what is new in a later version."""
        self._chance = random.Random(seed)
        self._reports = [list(report) for report in reports]
        self._own = [list(text[:-LATER]) for text in own]
        self._later = [one for text in own for one in text[-LATER:]]
        self._sites = [Site(number, self._chance) for number in range(SITES)]
        self._days = [FIRST_DAY + timedelta(days=self._chance.randrange(400)) for _ in reports]
        self._stories = len(reports)

    def library(self) -> list[Printed]:
        """All pages: each report, on average two copies of it, and opinion pieces and digests, in mixed order."""
        pages = [self._printed(number, "report", report) for number, report in enumerate(self._reports)]
        for number in range(len(self._reports)):
            for _ in range(self._chance.choice((0, 1, 2, 3, 4))):
                pages.append(self._copy(number))
        pages += [self._opinion(text) for text in self._own]
        pages += [self._digest() for _ in range(len(self._reports) // 8)]
        self._chance.shuffle(pages)
        return pages

    def _copy(self, number: int) -> Printed:
        report = self._reports[number]
        makers: tuple[tuple[str, Callable[[list[str]], list[str]]], ...] = (
            ("identical", list),
            ("near", self._truncated),
            ("near", self._retitled),
            ("near", self._thinned),
            ("near", self._reworded),
            ("near", self._mixed),
            ("excerpt", self._head),
            ("excerpt", self._passage),
            ("update", self._recounted),
            ("update", self._written_through),
        )
        kind, maker = self._chance.choice(makers)
        made = maker(list(report))
        if kind == "excerpt" and 2 * _words(made) > _words(report):
            kind, made = "near", self._truncated(list(report))
        page = self._printed(number, kind, made)
        if kind == "update":
            return replace(page, day=page.day + timedelta(days=self._chance.choice((1, 1, 2))))
        return page

    def _printed(self, number: int, kind: str, paragraphs: list[str]) -> Printed:
        site = self._chance.choice(self._sites)
        inside = paragraphs
        if kind not in ("report", "identical"):
            inside = [_spelled(one, british=site.is_british) for one in site.signed(paragraphs, self._chance)]
        if kind == "identical":
            site = self._chance.choice([one for one in self._sites if one.is_bare])
        return self._page(number, kind, site, inside, (number,) if kind != "report" else ())

    def _page(self, story: int, kind: str, site: Site, inside: list[str], made_of: tuple[int, ...]) -> Printed:
        text = "\n\n".join(site.dressed(inside, self._headline, self._chance))
        day = self._days[made_of[0] if made_of else story]
        return Printed(story, kind, text, self._headline(), site.name, day, made_of)

    def _headline(self) -> str:
        """The beginning of some report's lede: what a list of related stories has."""
        return " ".join(self._chance.choice(self._reports)[0].split()[: self._chance.randint(6, 11)])

    def _truncated(self, paragraphs: list[str]) -> list[str]:
        """Without its end: what is left is at least two thirds of it, or the whole."""
        made = _cut(paragraphs, self._chance.uniform(0.7, 0.95))
        return made if 3 * _words(made) >= 2 * _words(paragraphs) else paragraphs

    def _retitled(self, paragraphs: list[str]) -> list[str]:
        return [self._headline(), *paragraphs]

    def _thinned(self, paragraphs: list[str]) -> list[str]:
        kept = [one for one in paragraphs if self._chance.random() > 0.15]
        return kept if 3 * _words(kept) >= 2 * _words(paragraphs) else paragraphs

    def _reworded(self, paragraphs: list[str]) -> list[str]:
        """A word in thirty another one of the text, as subeditors do."""
        words = _LOWER.findall(" ".join(paragraphs))
        part = self._chance.uniform(0.01, 0.05)
        return [
            _LOWER.sub(lambda found: self._chance.choice(words) if self._chance.random() < part else found[0], one)
            for one in paragraphs
        ]

    def _mixed(self, paragraphs: list[str]) -> list[str]:
        return self._retitled(self._reworded(self._thinned(paragraphs)))

    def _head(self, paragraphs: list[str]) -> list[str]:
        """The lede and what follows it."""
        least = self._chance.randint(25, 60)
        count = next(at for at in range(1, len(paragraphs) + 1) if _words(paragraphs[:at]) >= least)
        return paragraphs[:count]

    def _passage(self, paragraphs: list[str]) -> list[str]:
        """Two or three paragraphs from the middle, of 40 words at least."""
        starts = [at for at in range(1, len(paragraphs) - 1) if _words(paragraphs[at : at + 3]) >= 40]
        if not starts:
            return self._head(paragraphs)
        at = self._chance.choice(starts)
        return paragraphs[at : at + (2 if _words(paragraphs[at : at + 2]) >= 40 else 3)]

    def _recounted(self, paragraphs: list[str]) -> list[str]:
        """One to three numbers are other ones; where there are none, a new top."""
        places = [(at, found.start()) for at, one in enumerate(paragraphs) for found in _NUMBER.finditer(one)]
        if not places:
            return self._written_through(paragraphs)
        for at, start in sorted(
            self._chance.sample(places, min(len(places), self._chance.randint(1, 3))), reverse=True
        ):
            one = paragraphs[at]
            found = _NUMBER.match(one, start)
            if found:
                paragraphs[at] = one[:start] + str(int(found[0]) + self._chance.randint(1, 20)) + one[found.end() :]
        return paragraphs

    def _written_through(self, paragraphs: list[str]) -> list[str]:
        """A new top, and the end goes."""
        one, place = self._chance.choice(PEOPLE), self._chance.choice(PLACES).title()
        new = (
            f"Late at night {one} told reporters in {place} that nothing more would be said before the inquiry was over"
        )
        new = self._later.pop() if self._later else new
        return [" ".join(new.split()[:45]) + ".", *self._truncated(paragraphs)]

    def _opinion(self, own: list[str]) -> Printed:
        """A piece of its own that borrows two paragraphs, 40 words of them outside quotation marks."""
        places = [
            (number, at)
            for number, report in enumerate(self._reports)
            for at in range(len(report) - 1)
            if 40 <= _words(map(_unquoted, report[at : at + 2])) <= _words(report) / 2
        ]
        number, at = self._chance.choice(places)
        report = self._reports[number]
        where = self._chance.randrange(1, len(own))
        site = self._chance.choice(self._sites)
        self._stories += 1
        inside = [*own[:where], *report[at : at + 2], *own[where:]]
        return self._page(self._stories - 1, "quotes", site, inside, (number,))

    def _digest(self) -> Printed:
        """Three to six ledes, each under a headline or under none; now and then the first report has two paragraphs."""
        long = [number for number, one in enumerate(self._reports) if len(one[0].split()) >= 18]
        numbers = self._chance.sample(long, self._chance.randint(3, 6))
        has_titles = self._chance.random() < 0.5
        inside: list[str] = []
        for place, number in enumerate(numbers):
            inside += [self._headline()] if has_titles else []
            inside += self._reports[number][: 2 if place == 0 and self._chance.random() < 0.3 else 1]
        self._stories += 1
        return self._page(self._stories - 1, "digest", self._chance.choice(self._sites), inside, tuple(numbers))


def _cut(paragraphs: list[str], part: float) -> list[str]:
    """Whole paragraphs from the top, about this part of the words, at least one."""
    count = 1
    while count < len(paragraphs) and _words(paragraphs[: count + 1]) <= part * _words(paragraphs):
        count += 1
    return paragraphs[:count]


def _unquoted(paragraph: str) -> str:
    return re.sub('[“"][^”"]*[”"]', "", paragraph)


def _words(paragraphs: Iterable[str]) -> int:
    return sum(len(one.split()) for one in paragraphs)


def _spelled(text: str, *, british: bool) -> str:
    if british:
        text = _AMERICAN.sub(lambda found: _FROM_AMERICAN[found[0]], text)
        return text.replace("percent", "per cent")
    return _BRITISH.sub(lambda found: SPELLINGS[found[0]], text).replace("per cent", "percent")
