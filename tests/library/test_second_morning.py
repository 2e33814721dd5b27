"""What is new on the second morning: with the index gone, while a visit lasts, in libraries that share pages."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from geotui.library import Library
from geotui.marks import Mark, MarkStore
from geotui.model import IndexReport
from geotui.settings import Locations, Settings

EVENING = datetime(2026, 3, 1, 20).timestamp()  # noqa: DTZ001 - the reader's own time
MORNING = datetime(2026, 3, 2, 7).timestamp()  # noqa: DTZ001
HOUR = 3600.0


class Days:
    """A reader at a desk whose clock is set by hand."""

    def __init__(self, locations: Locations) -> None:
        self.now = EVENING
        self._locations = locations
        self._opened: list[Library] = []

    def open(self, *roots: Path) -> Library:
        """The library of these roots, not brought up to date."""
        self._opened.append(Library(roots, self._locations, Settings(), clock=lambda: self.now))
        return self._opened[-1]

    def index(self, *roots: Path) -> IndexReport:
        """As `geotui index` does."""
        return self.open(*roots).update(workers=1)

    def visit(self, *roots: Path, hours: float = 1) -> None:
        """Opens the reader and closes it after some hours, with an index run at its beginning."""
        library = self.open(*roots)
        library.update(workers=1)
        library.begin_visit()
        self.now += hours * HOUR
        library.end_visit()
        library.close()

    def close(self) -> None:
        for library in self._opened:
            library.close()


@pytest.fixture
def days(locations: Locations) -> Iterator[Days]:
    days = Days(locations)
    yield days
    days.close()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in (1, 2, 3):
        add(folder, n)
    return folder


def add(folder: Path, n: int, more: str = "") -> None:
    text = (
        f"Ship {n} leaves\n\nThe ship with number {n} left berth {n} of the harbour with {n + 7} men on Sunday.{more}\n"
    )
    (folder / f"ship{n}.jsonl").write_text(json.dumps({"id": f"ship{n}", "text": text}), encoding="utf-8")


def found(library: Library, filter_: str) -> list[str]:
    library.take_up()
    rows = library.rows(library.answer(filter_), 0, 99)
    return sorted(row.head.title.split()[1] for row in rows)


def test_a_first_index_makes_nothing_new(days: Days, pages: Path) -> None:
    assert days.index(pages).new == 0
    library = days.open(pages)
    library.begin_visit()
    assert found(library, "is:new") == []
    assert found(library, "added:12h") == ["1", "2", "3"]


def test_what_arrived_over_night_is_new_in_the_morning(days: Days, pages: Path) -> None:
    days.visit(pages)
    days.now = MORNING
    add(pages, 4)
    library = days.open(pages)
    library.begin_visit()
    assert library.update(workers=1).new == 1
    assert found(library, "is:new") == ["4"]
    assert found(library, "added:2h") == ["4"]
    assert found(library, "-is:new") == ["1", "2", "3"]


def test_what_is_new_stays_so_while_the_visit_lasts(days: Days, pages: Path) -> None:
    days.visit(pages)
    days.now = MORNING
    add(pages, 4)
    library = days.open(pages)
    library.begin_visit()
    library.update(workers=1)
    days.now += 3 * HOUR
    library.end_visit()
    add(pages, 5)
    assert days.index(pages).new == 1
    assert found(library, "is:new") == ["4", "5"]
    assert len(library.new_stories()) == 2
    assert library.hidden_new(library.answer("title:4")) == 1


def test_an_index_made_anew_makes_nothing_new(days: Days, pages: Path, locations: Locations) -> None:
    days.visit(pages)
    days.now = MORNING
    shutil.rmtree(locations.cache)
    add(pages, 4)
    (pages / "ship1.jsonl").rename(pages / "renamed.jsonl")
    assert days.index(pages).new == 1
    library = days.open(pages)
    library.begin_visit()
    assert found(library, "is:new") == ["4"]


def test_a_further_copy_of_a_known_story_is_not_a_new_story(days: Days, pages: Path) -> None:
    days.visit(pages)
    days.now = MORNING
    first = json.loads((pages / "ship1.jsonl").read_text(encoding="utf-8"))
    copy = first | {"id": "copy", "source": "Other Daily"}
    (pages / "copy.jsonl").write_text(json.dumps(copy), encoding="utf-8")
    assert days.index(pages).new == 0
    assert found(days.open(pages), "is:new") == []


def test_in_a_first_visit_a_second_index_run_brings_what_is_new(days: Days, pages: Path) -> None:
    library = days.open(pages)
    library.begin_visit()
    library.update(workers=1)
    assert found(library, "is:new") == []
    days.now += HOUR
    add(pages, 4)
    assert days.index(pages).new == 1
    assert found(library, "is:new") == ["4"]


def test_before_the_reader_was_ever_opened_nothing_is_new(days: Days, pages: Path) -> None:
    days.index(pages)
    days.now = MORNING
    add(pages, 4)
    days.index(pages)
    assert found(days.open(pages), "is:new") == []


def test_a_visit_that_ended_takes_what_it_brought_with_it(days: Days, pages: Path) -> None:
    days.visit(pages)
    days.now = MORNING
    add(pages, 4)
    days.visit(pages)
    days.now += HOUR
    library = days.open(pages)
    assert found(library, "is:new") == []
    library.begin_visit()
    assert found(library, "is:new") == []


def test_pages_that_another_library_showed_before_are_no_news(days: Days, pages: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    add(other, 9)
    days.visit(pages)
    days.visit(other)
    days.now = MORNING
    add(pages, 4)
    assert days.index(pages, other).new == 0  # the first index of a library of both
    library = days.open(pages)
    library.begin_visit()
    library.update(workers=1)
    assert found(library, "is:new") == ["4"]
    assert found(days.open(other), "is:new") == []


def test_what_an_index_run_has_published_and_not_noted_yet_counts_as_just_come(
    days: Days, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days.visit(pages)
    days.now = MORNING
    add(pages, 4)
    library = days.open(pages)
    library.begin_visit()
    monkeypatch.setattr(library, "_note_seen", list)
    library.update(workers=1)
    assert found(library, "is:new") == ["4"]
    assert found(library, "sort:added") == ["1", "2", "3", "4"]


def test_a_page_that_grew_keeps_its_marks_and_is_updated_until_it_is_read_again(days: Days, pages: Path) -> None:
    days.visit(pages)
    library = days.open(pages)
    rank = library.answer("title:2").shown.rank(0)
    library.mark(rank, Mark.READ, True)
    library.mark(rank, Mark.STAR, True)
    library.mark(rank, Mark.NOTE, True, "ask the port")
    days.now = MORNING
    add(pages, 2, " It is to come back in May, the port said.")
    assert days.index(pages).new == 0
    library.begin_visit()
    assert found(library, "is:starred is:read note:port") == ["2"]
    assert found(library, "is:new") == []
    assert found(library, "is:updated") == ["2"]
    days.now += HOUR
    step = library.mark(library.answer("is:updated").shown.rank(0), Mark.READ, True)
    assert found(library, "is:updated") == []
    library.replay(step, back=True)
    assert found(library, "is:updated is:read") == ["2"]


def test_marks_that_a_run_could_not_hand_on_follow_in_the_next_one(
    days: Days, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days.index(pages)
    library = days.open(pages)
    library.mark(library.answer("title:2").shown.rank(0), Mark.STAR, True)
    add(pages, 2, " It is to come back in May, the port said.")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(MarkStore, "follow", fail)
        with pytest.raises(KeyboardInterrupt):
            days.index(pages)
    assert found(library, "is:starred") == []
    days.index(pages)
    assert found(library, "is:starred") == ["2"]


def test_a_star_taken_off_a_changed_page_does_not_come_back_with_another_library(days: Days, pages: Path) -> None:
    days.index(pages)
    days.index(pages / "ship2.jsonl")
    library = days.open(pages)
    library.mark(library.answer("title:2").shown.rank(0), Mark.STAR, True)
    add(pages, 2, " It is to come back in May, the port said.")
    days.now = MORNING
    days.index(pages)
    library.take_up()
    library.mark(library.answer("title:2").shown.rank(0), Mark.STAR, False)
    days.index(pages / "ship2.jsonl")
    assert found(library, "is:starred") == []
