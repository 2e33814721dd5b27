"""Corrections of folds as an input of an index run: the same stories whenever and however they are published."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

import geotui
from geotui import index
from geotui.index import Reader, Stamp
from geotui.model import Apart, Corrections, IndexReport, Successor, Together
from geotui.settings import Settings
from geotui.text import content_id

FLOOD = (
    "The river Orla flooded four villages on Tuesday night and drove three thousand people from their homes.",
    "Rescuers in boats took families from their roofs until dawn, and the road to the market town was cut.",
    "The governor said that inspectors had asked twice for the sluices to be repaired.",
)
STRIKE = (
    "Pilots of the national airline will strike for two days next week over the hours that they must rest.",
    "The company called it reckless, and said that most passengers would be booked on other flights.",
)
MORE = "Two helicopters came from the neighbouring country on Wednesday."
STAMP = Stamp(geotui.ANALYSIS_VERSION, "facts", "settings")


def id_of(*paragraphs: str) -> str:
    return content_id("\n\n".join(paragraphs))


LONG, SHORT, OTHER = id_of(*FLOOD), id_of(*FLOOD[:2]), id_of(*STRIKE)
FOUND = [{LONG: "leading", SHORT: "near"}, {OTHER: "leading"}]
PARTED = [{LONG: "leading"}, {SHORT: "leading"}, {OTHER: "leading"}]
MERGED = [{LONG: "leading", SHORT: "near", OTHER: "near"}]
SPLIT, MERGE = Apart((SHORT,), (LONG,)), Together((LONG, OTHER))


class Pages:
    """A folder of three texts, two of them copies; its index, made with the corrections there are at the time."""

    def __init__(self, place: Path) -> None:
        self.folder, self.index = place / "pages", place / "cache" / "index.sqlite"
        self.folder.mkdir()
        self.corrections: Corrections = ()
        for name, text in (("long", FLOOD), ("short", FLOOD[:2]), ("other", STRIKE)):
            self.page(name, *text)

    def page(self, name: str, *paragraphs: str) -> None:
        path = self.folder / f"{name}.txt"
        path.write_text("\n\n".join((f"Title of {name}", *paragraphs)), encoding="utf-8")
        os.utime(path, (1_600_000_000, 1_600_000_000 + path.stat().st_size))

    def update(self, follow: bool = False) -> IndexReport:
        def take(successors: Sequence[Successor]) -> None:
            for one in successors if follow else ():
                self.corrections = tuple(_followed(correction, one) for correction in self.corrections)

        return index.update(
            self.index, [self.folder], STAMP, Settings(), 1, follow=take, corrected=lambda: self.corrections
        )

    def correct(self) -> bool:
        return index.correct(self.index, STAMP, lambda: self.corrections)

    @property
    def generation(self) -> int:
        reader = Reader(self.index)
        reader.close()
        return reader.generation

    def stories(self) -> list[dict[str, str]]:
        """Each story as ids and relations; those with most copies first, and in the order that they are named above."""
        reader = Reader(self.index)
        found = [{copy.id: copy.relation.value for copy in reader.story(rank).copies} for rank in range(reader.count())]
        reader.close()
        places = [LONG, SHORT, OTHER]
        return sorted(found, key=lambda one: (-len(one), *(places.index(id_) for id_ in one if id_ in places)))


def _followed(correction: Apart | Together, successor: Successor) -> Apart | Together:
    assert isinstance(correction, Apart)
    return Apart((*correction.off, successor.new), correction.left) if successor.old in correction.off else correction


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


@pytest.mark.parametrize(("correction", "stories"), [(SPLIT, PARTED), (MERGE, MERGED)])
def test_other_corrections_publish_the_stories_anew_and_read_no_page(
    pages: Pages, correction: Apart | Together, stories: list[dict[str, str]]
) -> None:
    pages.update()
    assert pages.stories() == FOUND
    pages.corrections = (correction,)
    assert pages.update().read == 0
    assert pages.stories() == stories
    pages.corrections = ()
    pages.update()
    assert pages.stories() == FOUND


def test_the_same_corrections_publish_nothing(pages: Pages) -> None:
    pages.corrections = (SPLIT,)
    pages.update()
    before = pages.generation
    pages.update()
    assert pages.correct()
    assert pages.generation == before


def test_corrections_survive_a_deleted_index(pages: Pages) -> None:
    pages.corrections = (SPLIT, MERGE)
    pages.update()
    before = pages.stories()
    pages.index.unlink()
    pages.update()
    assert pages.stories() == before == [{LONG: "leading", OTHER: "near"}, {SHORT: "leading"}]


def test_corrections_of_articles_of_another_library_cost_nothing(pages: Pages) -> None:
    pages.corrections = (SPLIT,)
    pages.update()
    before = pages.generation
    pages.corrections = (Together(("elsewhere", LONG)), SPLIT, Apart(("elsewhere",), (LONG,)))
    pages.update()
    assert pages.generation == before


def test_a_correction_whose_articles_come_later_holds_once_they_are_there(pages: Pages) -> None:
    (pages.folder / "short.txt").unlink()
    pages.corrections = (SPLIT,)
    pages.update()
    pages.page("short", *FLOOD[:2])
    pages.update()
    assert pages.stories() == PARTED


def test_a_correction_that_follows_a_changed_page_holds_at_the_end_of_the_same_run(pages: Pages) -> None:
    pages.corrections = (SPLIT,)
    pages.update()
    pages.page("short", *FLOOD[:2], MORE)
    pages.update(follow=True)
    assert sorted(map(len, pages.stories())) == [1, 1, 1]


def test_corrections_alone_are_published_without_a_look_at_the_pages(pages: Pages) -> None:
    pages.update()
    (pages.folder / "other.txt").unlink()
    pages.corrections = (SPLIT,)
    assert pages.correct()
    assert pages.stories() == PARTED


def test_nothing_is_waited_for_and_nothing_begun_where_corrections_cannot_be_published(pages: Pages) -> None:
    pages.corrections = (SPLIT,)
    assert not pages.correct()
    assert not pages.index.exists()
    pages.corrections = ()
    pages.update()
    pages.corrections = (SPLIT,)
    with pages.index.with_suffix(".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert not pages.correct()
    assert not index.correct(pages.index, Stamp(0, "other", "stamp"), lambda: pages.corrections)
    assert pages.stories() == FOUND


def test_corrections_made_while_a_run_is_under_way_are_in_what_it_publishes(pages: Pages) -> None:
    asked = 0

    def corrected() -> Corrections:
        nonlocal asked
        asked += 1
        return (SPLIT,) if asked > 1 else ()

    index.update(pages.index, [pages.folder], STAMP, Settings(), 1, corrected=corrected)
    assert pages.stories() == PARTED


def test_identical_copies_are_split_off_together(pages: Pages) -> None:
    records = [{"id": str(n), "title": f"Feed {n}", "text": "\n\n".join(FLOOD[:2])} for n in range(2)]
    (pages.folder / "feed.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    pages.corrections = (SPLIT,)
    pages.update()
    reader = Reader(pages.index)
    rank = reader.rank_of(SHORT)
    assert rank is not None
    assert [copy.relation.value for copy in reader.story(rank).copies] == ["leading", "identical", "identical"]
    reader.close()


def test_what_a_site_repeats_makes_no_text_the_longest(pages: Pages) -> None:
    about = (
        "The Orla Courier has been printed in the old mill by the river since the year of the great fire, and it is "
        "brought to the doors of its readers before they wake, in snow and in rain, by children on bicycles."
    )
    own = (
        "The mayor opened the swimming bath on Sunday and was the first to jump into it, in her clothes and with the "
        "chain of her office, while the band played and the baker, who had bet against it, paid for everybody's cake.",
        "A goat that had strayed from its herd was led across the bridge by two policemen and a baker, who gave it a "
        "roll for every step, and it was back with its shepherd before the first bus came down from the upper village.",
        "The choir sings songs of the sea on Friday in the hall, and the hat goes round for a new roof, since the old "
        "one, which was laid when the choir was founded, lets in more water than any of the songs has to tell about.",
        "Snow closed the pass over the hill for the first time this year, and the post came on skis, an hour late "
        "only, but without the parcels, which have to wait in the valley until the plough is mended or the sun is out.",
    )
    for n, text in enumerate(own):
        record = {"id": str(n), "title": f"Page {n}", "text": f"{text}\n\n{about}", "source": "Orla Courier"}
        (pages.folder / f"site{n}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    with_furniture = id_of(own[0], about)
    pages.corrections = (Together((with_furniture, LONG)),)
    pages.update()
    assert {LONG: "leading", SHORT: "near", with_furniture: "near"} in pages.stories()
