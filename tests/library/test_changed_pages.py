"""Pages that change after they were read: also where the index is made anew from nothing between the two forms."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from geotui.library import Library
from geotui.marks import Mark
from geotui.model import Recount, Side, Standing, Story
from geotui.settings import Locations, Settings

NIGHT = (
    "The ferry from the island ran aground on the sandbank before the harbour on Sunday night, with 12 people hurt.",
    "Lifeboats took the passengers ashore until four in the morning, the coast guard said.",
    "The captain had sailed the route for thirty years, and said that the light on the mole was out.",
)
MORNING = (NIGHT[0].replace("12 people", "21 people"), *NIGHT[1:], "The light was lit again on Monday.")
OTHER = (
    "The council of the town spoke for five hours about a bridge that nobody had asked it for, and then went home.",
)


class Desk:
    """A folder of pages, and a library of it, brought up to date whenever it is asked for."""

    def __init__(self, folder: Path, locations: Locations) -> None:
        self.folder, self._locations = folder, locations
        self._opened: list[Library] = []
        self._clock = 1_000.0

    def _now(self) -> float:
        self._clock += 1
        return self._clock

    def page(self, name: str, *paragraphs: str) -> None:
        (self.folder / name).write_text(json.dumps({"id": "r", "text": "\n\n".join(paragraphs)}), encoding="utf-8")

    def library(self) -> Library:
        library = Library([self.folder], self._locations, Settings(), clock=self._now)
        library.update(workers=1)
        self._opened.append(library)
        return library

    def lose_index(self) -> None:
        self.close()
        shutil.rmtree(self._locations.cache)

    def close(self) -> None:
        for library in self._opened:
            library.close()
        self._opened.clear()


@pytest.fixture
def desk(tmp_path: Path, locations: Locations) -> Iterator[Desk]:
    folder = tmp_path / "pages"
    folder.mkdir()
    desk = Desk(folder, locations)
    desk.page("ferry.jsonl", *NIGHT)
    desk.page("council.jsonl", *OTHER)
    yield desk
    desk.close()


def count(library: Library, filter_: str) -> int:
    return len(library.answer(filter_).shown)


def test_marks_find_a_changed_text_again_where_the_index_was_deleted_meanwhile(desk: Desk) -> None:
    library = desk.library()
    rank = library.answer("ferry").shown.rank(0)
    library.mark(rank, Mark.READ, True)
    library.mark(rank, Mark.NOTE, True, "ask the coast guard")
    library.end_visit()
    desk.lose_index()
    desk.page("ferry.jsonl", *MORNING)
    library = desk.library()
    assert count(library, "ferry is:read note:guard") == 1
    assert count(library, "is:updated") == 1
    assert count(library, "is:unread") == 1


def test_where_the_page_holds_another_text_now_marks_stay_with_the_old_one(desk: Desk) -> None:
    library = desk.library()
    library.mark(library.answer("ferry").shown.rank(0), Mark.STAR, True)
    desk.library()  # an index run notes where it stands, too
    desk.lose_index()
    desk.page("ferry.jsonl", "Tulips were cheaper than ever on the market this week, growers said, and blamed the sun.")
    assert count(desk.library(), "is:starred") == 0
    desk.lose_index()
    desk.page("ferry.jsonl", *NIGHT)
    assert count(desk.library(), "is:starred") == 1


def test_a_page_that_changed_before_and_after_the_index_was_lost_keeps_the_version_that_was_read(desk: Desk) -> None:
    library = desk.library()
    library.mark(library.answer("ferry").shown.rank(0), Mark.READ, True)
    desk.page("ferry.jsonl", *MORNING)
    library = desk.library()
    desk.lose_index()
    desk.page("ferry.jsonl", *MORNING, "The ferry was towed to the yard at noon, and the inquiry was opened.")
    library = desk.library()
    version = library.marks.version_read(library.story(library.answer("ferry").shown.rank(0)).head.id)
    assert version is not None
    assert version.text == "\n\n".join(NIGHT)


# ---------------------------------------------------------------------- what was read compared with what stands there


def story_of(library: Library, filter_: str) -> Story:
    return library.story(library.answer(filter_).shown.rank(0))


def test_a_changed_page_is_compared_with_what_was_read_of_it_the_earlier_first(desk: Desk) -> None:
    library = desk.library()
    library.mark(library.answer("ferry").shown.rank(0), Mark.READ, True)
    desk.page("ferry.jsonl", *MORNING)
    library = desk.library()
    story = story_of(library, "ferry")
    assert library.marks_of(story.head.rank).updated
    side = library.was_read(story)
    assert side is not None
    found = library.compared(story, side)
    assert (found.one, found.other) == (side, Side(story.copies[0]))
    assert found.difference.numbers == (Recount("injured", "12", "21", ""),)
    assert [p.standing for p in found.difference.paragraphs][-1] is Standing.ONLY_OTHER
    library.mark(story.head.rank, Mark.READ, True)
    assert not library.marks_of(story.head.rank).updated
    assert library.was_read(story) is None
    assert library.versions(story) == (side,)


def test_where_another_copy_leads_now_it_is_compared_with_the_one_that_was_read(desk: Desk) -> None:
    library = desk.library()
    library.mark(library.answer("ferry").shown.rank(0), Mark.READ, True)
    desk.page("longer.jsonl", *MORNING, "The inquiry is to report in the spring, the ministry said.")
    library = desk.library()
    story = story_of(library, "ferry")
    assert len(story.copies) == 2
    assert library.marks_of(story.head.rank).updated
    side = library.was_read(story)
    assert side == Side(story.copies[1])
    assert library.compared(story, side).difference.of_one > 0.9


def test_of_two_copies_the_one_of_the_later_day_comes_last_whichever_leads(desk: Desk) -> None:
    lines = [
        {"id": day, "date": f"2022-02-0{day}", "text": "\n\n".join(text), "source": f"Paper {day}"}
        for day, text in (("5", NIGHT), ("4", MORNING))
    ]
    (desk.folder / "ferry.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    library = desk.library()
    story = story_of(library, "ferry")
    assert story.copies[0].source == "Paper 4"
    found = library.compared(story, Side(story.copies[1]))
    assert (found.one.copy.source, found.other.copy.source) == ("Paper 4", "Paper 5")
    assert found.difference.numbers == (Recount("injured", "21", "12", ""),)


def test_a_story_that_was_not_read_is_not_updated(desk: Desk) -> None:
    library = desk.library()
    library.mark(library.answer("ferry").shown.rank(0), Mark.STAR, True)
    desk.page("ferry.jsonl", *MORNING)
    library = desk.library()
    story = story_of(library, "ferry")
    assert not library.marks_of(story.head.rank).updated
    assert [side.version.read for side in library.versions(story) if side.version] == [None]
