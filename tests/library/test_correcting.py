"""Stories corrected by hand, as the command line and the screen find them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from geotui.library import Library
from geotui.marks import Mark
from geotui.model import Step
from geotui.settings import Locations, Settings

FLOOD = (
    "The river Orla flooded four villages on Tuesday night and drove three thousand people from their homes.",
    "Rescuers in boats took families from their roofs until dawn, and the road to the market town was cut.",
    "The governor said that inspectors had asked twice for the sluices to be repaired.",
)
STRIKE = "Pilots of the national airline will strike for two days next week over the hours that they must rest."
FAIR = "The book fair opened with a reading of sea stories, and its halls were full before noon on the first day."
PAGES = {
    "Orla floods villages": ("Post", "\n\n".join(FLOOD)),
    "Villages under water": ("Echo", "\n\n".join(FLOOD[:2])),
    "Flood on the Orla": ("Herald", "\n\n".join(FLOOD[1:])),
    "Pilots to strike": ("Post", STRIKE),
    "Book fair opens": ("Post", FAIR),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    records = [
        {"title": title, "source": source, "text": text, "date": f"2022-05-0{n}"}
        for n, (title, (source, text)) in enumerate(PAGES.items(), 1)
    ]
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return folder


@pytest.fixture
def open_library(folder: Path, locations: Locations) -> Callable[[], Library]:
    def opened() -> Library:
        library = Library([folder], locations, Settings())
        library.update(workers=1)
        return library

    return opened


@pytest.fixture
def library(open_library: Callable[[], Library]) -> Library:
    return open_library()


def stories(library: Library) -> list[list[str]]:
    """The titles of each story's copies, the leading one first; newest story first."""
    library.take_up()
    answer = library.answer("")
    found = [library.story(answer.shown.rank(row)) for row in range(len(answer.shown))]
    return [[copy.title for copy in story.copies] for story in found]


def rank(library: Library, title: str) -> int:
    library.take_up()
    return next(
        n for n in range(library.reader.count()) if any(copy.title == title for copy in library.story(n).copies)
    )


def split_off(library: Library, title: str) -> Step:
    story = library.story(rank(library, title))
    return library.split_off(story, next(copy for copy in story.copies if copy.title == title))


def merge(library: Library, *titles: str) -> Step:
    return library.merge([library.story(rank(library, title)).head.id for title in titles])


ORLA = ["Orla floods villages", "Villages under water", "Flood on the Orla"]
FOUND = [["Book fair opens"], ["Pilots to strike"], ORLA]


def test_a_copy_is_split_off_and_the_step_undone(library: Library) -> None:
    assert stories(library) == FOUND
    step = split_off(library, "Villages under water")
    assert step.words == "split off"
    assert library.correct()
    assert stories(library) == [*FOUND[:2], ["Villages under water"], ["Orla floods villages", "Flood on the Orla"]]
    assert library.replay(step, back=True).words == "undone: split off: 1 copy"
    assert library.correct()
    assert stories(library) == FOUND
    assert library.replay(step, back=False).words == "redone: split off: 1 copy"


def test_stories_are_merged_and_the_story_has_what_all_of_them_have(library: Library) -> None:
    library.mark(rank(library, "Pilots to strike"), Mark.STAR, True)
    step = merge(library, "Pilots to strike", "Flood on the Orla")
    assert step.words == "merged 2 stories"
    library.correct()
    assert stories(library) == [["Book fair opens"], [*ORLA, "Pilots to strike"]]
    merged = library.story(rank(library, "Pilots to strike"))
    assert merged.head.sources == ("Post", "Echo", "Herald")
    assert merged.head.published.day == date(2022, 5, 1)
    assert library.marks_of(merged.head.rank).starred
    assert [copy.by_hand for copy in merged.copies] == [False, False, False, True]


def test_what_is_one_story_already_is_not_merged_and_what_has_one_text_not_split(library: Library) -> None:
    assert merge(library, *ORLA) == Step("")
    assert library.merge(["nowhere", "elsewhere"]) == Step("")
    assert split_off(library, "Book fair opens") == Step("")
    assert library.marks.corrections() == ()


def test_a_command_and_another_window_find_the_corrected_stories(
    library: Library, open_library: Callable[[], Library]
) -> None:
    split_off(library, "Flood on the Orla")
    expected = [*FOUND[:2], ["Flood on the Orla"], ORLA[:2]]
    assert stories(open_library()) == expected
    assert stories(library) == expected


def test_corrections_survive_a_deleted_index(library: Library, open_library: Callable[[], Library]) -> None:
    split_off(library, "Flood on the Orla")
    merge(library, "Pilots to strike", "Book fair opens")
    library.correct()
    before = stories(library)
    library.close()
    library.index_path.unlink()
    assert before == [["Book fair opens", "Pilots to strike"], ["Flood on the Orla"], ORLA[:2]]
    assert stories(open_library()) == before


def test_a_correction_holds_when_a_longer_copy_takes_the_lead(library: Library, folder: Path) -> None:
    split_off(library, "Flood on the Orla")
    longer = "\n\n".join((*FLOOD, "Two helicopters came from the neighbouring country on Wednesday."))
    (folder / "longer.txt").write_text(f"Date: 2022-05-06\n\nMore on the flood\n\n{longer}\n", encoding="utf-8")
    library.update(workers=1)
    assert ["Flood on the Orla"] in stories(library)


def test_why_tells_what_was_done_by_hand(library: Library) -> None:
    split_off(library, "Flood on the Orla")
    merge(library, "Pilots to strike", "Book fair opens")
    library.correct()
    told = {title: library.why(None, rank(library, title)).copies for title in PAGES}
    assert told["Flood on the Orla"] == ("You split “Flood on the Orla” off the story “Orla floods villages”.",)
    assert told["Orla floods villages"][-1] == "You split “Flood on the Orla” off this story."
    assert told["Book fair opens"][-1] == "You merged “Book fair opens” and “Pilots to strike”."
    assert told["Book fair opens"][0].startswith("The copy from Post of 4 May 2022 is here by your hand alone: ")
    merge(library, *PAGES)
    library.correct()
    assert not any("split" in sentence for sentence in library.why(None, 0).copies)


def test_the_check_looks_at_corrections_too(library: Library) -> None:
    split_off(library, "Flood on the Orla")
    assert library.check() == []
    library.marks._db.execute("DELETE FROM marks WHERE kind='apart'")
    assert any("lacks a part" in finding for finding in library.check())
