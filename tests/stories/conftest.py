"""Reports to copy, cut and mix; and folding with less to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from geotui.model import Fold, Foldable
from geotui.stories import fold, sketch
from geotui.text import content_id

DAM = """\
The river Orla broke through the old dam at Tarnova on Tuesday night and flooded four villages below it, the \
regional governor said, killing at least 12 people and driving some 3,000 from their homes.

Rescuers in boats took families from their roofs until dawn. The road to the market town of Belin was under two \
metres of water, and the railway that carries coal to the Kestrel power station was cut in seven places.

Governor Mira Stanic said inspectors had asked twice since the spring for the sluices to be repaired, and that the \
ministry in the capital had found no money. The energy minister, Pavel Dron, denied it and promised an inquiry.

“We heard a noise like a train, and then there was no street any more,” said Ana Velik, a teacher who spent the \
night in the school's attic with nineteen children.

Neighbouring Ostrava sent helicopters and two field kitchens. Meteorologists expect more rain from Thursday and \
warned that the smaller reservoir at Gorna, thirty kilometres upstream, was close to its limit.

The dam was built in 1954 by a brigade of students and was to be replaced within twenty years. A new one was begun \
in 1989 and abandoned when the company that was to build it went bankrupt."""

PORT = """\
Dockers in the harbour of Salvora voted on Wednesday to end a strike that has kept grain ships at anchor for three \
weeks, their union announced, after the owners of the terminal agreed to a night bonus.

The deal was struck in the small hours at a hotel near the airport, with a mediator from the labour ministry, Tomas \
Reyl, walking between two rooms that would not speak to one another.

Wheat prices fell in London at the news. Salvora ships a tenth of the wheat that crosses the sea, most of it to \
Egypt and Algeria, whose millers had begun to buy from France instead.

Union leader Ines Karoly told her members that the bonus was half of what they had asked for and that nobody had to \
like it. Some of them whistled. The first crane is to move on Friday morning.

The terminal belongs to Brandt Maritime, which bought it four years ago and has since cut a third of the jobs there."""

VOTE = """\
Parliament in Lesna chose a new speaker on Monday at the ninth attempt, ending a quarrel that had stopped all \
lawmaking since the election in March and delayed the first payment of a loan from the monetary fund.

Jarek Holub, a retired judge of the centrist Union of Towns, received 76 votes of 150. He had not been a candidate \
until Sunday evening, when the two larger parties gave up on their own.

The fund's envoy said a mission would return within a fortnight. Without the loan the treasury cannot pay the \
pensions of September in full, according to its own figures.

Holub said his first act would be to put the budget to the vote. The Greens, who abstained, called him the least bad \
of nine bad ideas."""

DAY = date(2021, 6, 2)


class Desk:
    """Articles as they come in, and the stories that they fold into, named as the articles were."""

    def __init__(self) -> None:
        self.items: list[Foldable] = []
        self.texts: dict[int, str] = {}
        self.names: dict[int, str] = {}

    def add(
        self, name: str, text: str, day: date | None = DAY, source: str | None = None, *, cut_off: bool = False
    ) -> None:
        key = len(self.items) * 7 + 3
        self.texts[key], self.names[key] = text, name
        self.items.append(
            Foldable(key, content_id(text), sketch(text), day, source or name, name, cut_off, (name,)),
        )

    def fold(self, items: Sequence[Foldable] | None = None) -> list[dict[str, str]]:
        """Each story as names and relations, the leading one first."""
        return [{self.names[one.key]: one.relation.value for one in story.copies} for story in self.folds(items)]

    def folds(self, items: Sequence[Foldable] | None = None) -> tuple[Fold, ...]:
        return fold(self.items if items is None else items, self.texts.__getitem__)

    def related(self, name: str) -> dict[str, str]:
        """What the story that a name leads is tied to."""
        for story in self.folds():
            if self.names[story.copies[0].key] == name:
                return {self.names[one.key]: one.relation.value for one in story.related}
        raise AssertionError(f"{name} leads no story")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def new_desk() -> Callable[[], Desk]:
    return Desk


@pytest.fixture
def dam() -> str:
    return DAM


@pytest.fixture
def port() -> str:
    return PORT


@pytest.fixture
def vote() -> str:
    return VOTE
