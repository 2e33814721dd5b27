"""The stories that are kept are those of folding all articles from nothing, whatever came, went and in what order."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from geotui import stories
from geotui.index import folds as folding
from geotui.index import repeated, schema
from geotui.index.folds import folds
from geotui.index.packing import Brief, pack, pack_sketch
from geotui.model import Article, Draft, Published, TitleFrom
from geotui.stories import postings
from geotui.text import content_id

DAY = date(2021, 6, 2)
NAMES = ("Orla", "Tarnova", "Belin", "Salvora", "Lesna", "Karsk", "Duvan", "Merin")
VERBS = ("closed", "opened", "sold", "flooded", "rebuilt", "inspected", "guarded", "painted", "left", "reached")
THINGS = ("the dam", "a bridge", "the port", "two schools", "its harbour", "the old mill", "a tunnel", "the railway")
PLEA = "Stay ahead of the day: our morning letter brings what matters before breakfast, free of charge."
TERMS = "All prices in crowns. What readers write is theirs alone."


def paragraph(chosen: random.Random) -> str:
    """A paragraph of a few sentences that no other one has."""
    said = (
        f"{chosen.choice(NAMES)} {chosen.choice(VERBS)} {chosen.choice(THINGS)} near {chosen.choice(NAMES)} after "
        f"{chosen.randrange(2, 999)} days of {chosen.choice(('rain', 'talks', 'frost', 'work', 'doubt'))}"
        for _ in range(3)
    )
    return ". ".join(said) + "."


def written(chosen: random.Random, number: int) -> list[tuple[str, str, date]]:
    """A report and what is printed of it: text, source and day."""
    parts = [paragraph(chosen) for _ in range(chosen.randrange(2, 7))]
    printed = [("\n\n".join(parts), f"Paper {number % 4}", DAY)]
    for _ in range(chosen.choice((0, 0, 1, 3))):
        kept = parts[: chosen.randrange(1, len(parts) + 1)]
        if chosen.random() < 0.3:
            kept = [one.replace("days", "weeks") for one in kept]
        source, day = chosen.choice(("Paper 1", "Paper 2", "Wire")), DAY + timedelta(days=chosen.randrange(4))
        printed.append(("\n\n".join(kept), source, day))
    if chosen.random() < 0.3:
        printed.append(("\n\n".join([paragraph(chosen), parts[0], paragraph(chosen)]), "Column", DAY))
    return [
        (chosen.choice(("{}", f"{{}}\n\n{PLEA}", f"{{}}\n\n{TERMS}")).format(text), *rest) for text, *rest in printed
    ]


class Desk:
    """An index file to which articles come and from which they go."""

    def __init__(self, path: Path) -> None:
        self.db = schema.open_for_writing(path, schema.Stamp(1, "", ""))

    def add(self, printed: Iterable[tuple[str, str, date]]) -> None:
        for text, source, day in printed:
            row = (content_id(text), source, *rows(text, source, day))
            self.db.execute("INSERT INTO articles(id, path, live, brief, whole, sketch) VALUES(?, ?, 1, ?, ?, ?)", row)

    def remove(self, numbers: Sequence[int]) -> None:
        self.db.executemany("DELETE FROM articles WHERE n=?", ((n,) for n in numbers))

    def stories(self) -> set[tuple[tuple[tuple[str, str], ...], ...]]:
        """The stories by ids and sources, since numbers tell when an article came."""
        ids = dict(self.db.execute("SELECT n, id || path FROM articles"))
        return {
            tuple(tuple((ids[one.key], str(one.relation)) for one in part) for part in (fold.copies, fold.related))
            for fold in folds(self.db)
        }

    def numbers(self) -> list[int]:
        return [n for (n,) in self.db.execute("SELECT n FROM articles")]


def rows(text: str, source: str, day: date) -> tuple[bytes, bytes, bytes]:
    published = Published(day, day, day, 1.0, (), True)
    brief = Brief("Title", published, source, None, None, None, "page", None, None, False, (), ())
    article = Article(content_id(text), Draft("Title", TitleFrom.LINE, 1, text, ()), published, (), ())
    return pack(brief), pack(article), pack_sketch(stories.sketch(text))


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shingles are common soon, few articles are listed, and changes are followed however many there are."""
    monkeypatch.setattr(postings, "MOST_COMMON", 6)
    monkeypatch.setattr(repeated, "JUDGED", 5)
    monkeypatch.setattr(repeated, "LISTED", 8)
    monkeypatch.setattr(folding, "MUCH", 0)


@pytest.mark.parametrize("seed", range(6))
def test_articles_that_come_and_go_leave_the_stories_of_those_that_stay(seed: int, tmp_path: Path) -> None:
    chosen = random.Random(seed)
    printed = [one for number in range(40) for one in written(chosen, number)]
    chosen.shuffle(printed)
    desk = Desk(tmp_path / "kept.sqlite")
    while printed:
        batch, printed = printed[: chosen.choice((1, 2, 9, 30))], printed[30:]
        desk.add(batch)
        numbers = desk.numbers()
        desk.remove(chosen.sample(numbers, chosen.randrange(len(numbers)) // 4))
        assert desk.stories() == anew(desk, tmp_path)


def test_a_copy_is_found_once_its_site_is_known_to_repeat_what_stands_below_it(tmp_path: Path) -> None:
    chosen = random.Random(3)
    desk = Desk(tmp_path / "index.sqlite")
    plea = [paragraph(chosen) for _ in range(3)]
    reports = [[paragraph(chosen) for _ in range(8)] for _ in range(4)]
    desk.add([("\n\n".join(reports[0]), "Wire", DAY), ("\n\n".join(reports[0][:3] + plea), "Paper", DAY)])
    assert len(desk.stories()) == 2
    desk.add([("\n\n".join(report + plea), "Paper", DAY) for report in reports[1:]])
    assert sorted(len(copies) for copies, _ in desk.stories()) == [1, 1, 1, 2]
    desk.remove(desk.numbers()[2:])
    assert len(desk.stories()) == 2


def test_ten_orders_of_arrival_give_the_same_stories(tmp_path: Path) -> None:
    chosen = random.Random(7)
    printed = [one for number in range(25) for one in written(chosen, number)]
    found = []
    for number in range(10):
        chosen.shuffle(printed)
        desk = Desk(tmp_path / f"{number}.sqlite")
        for one in printed:
            desk.add([one])
            desk.stories()
        found.append(desk.stories())
    assert all(one == found[0] for one in found)


def anew(desk: Desk, folder: Path) -> set[tuple[tuple[tuple[str, str], ...], ...]]:
    """The stories of the same articles, in another order, in an index of their own."""
    path = folder / "anew.sqlite"
    schema.remove(path)
    other = Desk(path)
    query = "SELECT id, path, live, brief, whole, sketch FROM articles ORDER BY id DESC, n DESC"
    rows = desk.db.execute(query).fetchall()
    other.db.executemany("INSERT INTO articles(id, path, live, brief, whole, sketch) VALUES(?, ?, ?, ?, ?, ?)", rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "MUCH", len(rows) + 2)
        found = other.stories()
    other.db.close()
    return found
