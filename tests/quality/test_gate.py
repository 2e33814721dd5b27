"""The quality gate: pages read against gold readings, with floors. A floor is never lowered in silence.

`python -m pytest tests/quality -s` prints the figures; misses stand in the failure's message.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from quality.scoring import Counts, Figures, Place, score

from geotui import knowledge, pages
from geotui.library import Library
from geotui.model import Reading
from geotui.reading import read_page
from geotui.settings import Locations, Settings
from geotui.text import fold

CORPUS = Path(__file__).parents[2] / "corpus"
GOLD = json.loads((Path(__file__).parent / "corpus.json").read_text(encoding="utf-8"))
SHARED = Path(__file__).parents[3] / "shared"


def read_folder(root: Path) -> Mapping[Place, Reading]:
    """Every page below a folder, read, by its path relative to it and its record."""
    files, _ = pages.walk([root])
    readings = {}
    for path in files:
        for page in pages.read_file(path)[0]:
            readings[path.relative_to(root.resolve()).as_posix(), page.record] = read_page(page, knowledge.load())
    return readings


@cache
def known_spellings() -> Mapping[str, str]:
    people = knowledge.load().people.values()
    return {fold(text): person.id for person in people for text in (person.name, *person.spellings)}


def same_person(name: str) -> str:
    """What counts as the same name: a gold reading may use any known spelling of a person."""
    return known_spellings().get(fold(name), fold(name))


@pytest.fixture(scope="module")
def corpus() -> Figures:
    return score(GOLD["articles"], read_folder(CORPUS), same_person)


def check(figures: Figures, floors: Mapping[str, float]) -> None:
    reached = {
        "articles": figures.articles.f1,
        "body": figures.body.f1,
        "titles": figures.share(figures.titles),
        "captions": figures.captions.f1,
        "persons": figures.persons.f1,
        "days": figures.share(figures.days),
        "held": figures.share(figures.held),
    }
    print({name: round(value, 4) for name, value in reached.items()}, "wrong and sure:", figures.wrong_and_sure)
    below = {name: value for name, value in reached.items() if value < floors[name]}
    assert not below, "\n".join([f"below the floor: {below}", *figures.misses])
    assert figures.wrong_and_sure <= floors["wrong_and_sure"], "\n".join(figures.misses)


def test_the_corpus_is_read_as_a_careful_person_reads_it(corpus: Figures) -> None:
    check(
        corpus,
        {"articles": 0.99, "body": 0.99, "titles": 0.99, "captions": 0.98, "persons": 0.95, "days": 0.72, "held": 0.93,
         "wrong_and_sure": 0},
    )  # fmt: skip


@pytest.mark.skipif(
    not (SHARED / "quality" / "pages.json").exists(), reason="the shared pages are not beside the project"
)
def test_the_shared_pages_are_read_as_a_careful_person_reads_them() -> None:
    gold = [{**wanted, "record": None} for wanted in json.loads((SHARED / "quality" / "pages.json").read_text())]
    check(
        score(gold, read_folder(SHARED / "pages"), same_person),
        {"articles": 1, "body": 1, "titles": 1, "captions": 1, "persons": 0.95, "days": 0.91, "held": 1,
         "wrong_and_sure": 0},
    )  # fmt: skip


def test_copies_fold_and_independent_reports_do_not(tmp_path: Path) -> None:
    library = Library([CORPUS], Locations(tmp_path / "c", tmp_path / "k", tmp_path / "s"), Settings())
    library.update(workers=1)
    story_of: dict[str, int] = {}
    for rank in range(library.reader.count()):
        for copy in library.story(rank).copies:
            page = Path(copy.page).relative_to(CORPUS.resolve()).as_posix()
            line = library.article(copy.article).draft.title_line
            story_of[f"{page}#{copy.record or ''}#{line or ''}"] = rank
    library.close()
    gold = {frozenset(pair) for group in GOLD["stories"] for pair in combinations(group, 2)}
    by_rank: dict[int, list[str]] = {}
    for ref, rank in story_of.items():
        by_rank.setdefault(rank, []).append(ref)
    found = {frozenset(pair) for group in by_rank.values() for pair in combinations(group, 2)}
    counts = Counts()
    counts.add(found, gold)
    print(f"copies: precision {counts.precision:.3f}, recall {counts.recall:.3f}")
    wrong = [sorted(pair) for pair in found - gold]
    missed = [sorted(pair) for pair in gold - found]
    assert not wrong, wrong
    assert counts.recall >= 0.9, missed
