"""The library: filters answered over index and marks, and what arrived since the last visit."""

from __future__ import annotations

import json
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from geotui.errors import InputError, PhraseError, UsageError
from geotui.library import Answer, Library, UnknownStoryError, default_roots
from geotui.marks import Mark
from geotui.model import Match
from geotui.settings import Locations, Settings


def opened(archive: Path, locations: Locations) -> Library:
    library = Library([archive], locations, Settings())
    library.update(workers=1)
    return library


@pytest.fixture
def library(archive: Path, locations: Locations) -> Library:
    return opened(archive, locations)


def titles(library: Library, filter_: str, possible: bool = False) -> list[str]:
    answer = library.answer(filter_, possible)
    return [row.head.title.split()[0] for row in library.rows(answer, 0, 100)]


def test_an_empty_filter_lists_everything_newest_first(library: Library) -> None:
    assert titles(library, "") == ["Lavrov", "Putin", "A"]


@pytest.mark.parametrize(
    ("filter_", "found"),
    [
        ("lavrof", ["Lavrov"]),
        ("putn feb 2022", ["Putin"]),
        ("putin since mar 2022", []),
        ("xi | lavrov", ["Lavrov", "Putin"]),
        ("-putin", ["Lavrov", "A"]),
        ("park", ["A"]),
        ("source:post", ["Lavrov", "Putin"]),
        ('source:"example post"', ["Lavrov", "Putin"]),
        ("other daily", ["Lavrov"]),
        ("title:harbour", ["A"]),
        ('"old harbour"', ["A"]),
        ("has:copies", ["Lavrov"]),
        ("url:post.example", ["Lavrov"]),
        ("sort:oldest", ["A", "Putin", "Lavrov"]),
        ("sort:copies", ["Lavrov", "Putin", "A"]),
        ("russia 2022", ["Lavrov", "Putin"]),
        ("is:unread", ["Lavrov", "Putin", "A"]),
        ("is:read", []),
        ("is:new", []),
        ("added:1d", ["Lavrov", "Putin", "A"]),
        ("added:yesterday", []),
    ],
)
def test_a_filter_finds_its_stories(library: Library, filter_: str, found: list[str]) -> None:
    assert titles(library, filter_) == found


def test_copies_are_one_story_and_are_all_listed(library: Library) -> None:
    story = library.story(library.answer("lavrov").shown.rank(0))
    assert {copy.record for copy in story.copies} == {"r1", "r2"}
    assert story.head.copies == 2
    assert story.head.sources == ("Example Post", "Other Daily")
    assert library.answer("lavrov").folded == 1


def test_an_answer_says_how_it_read_the_words_and_what_would_match(library: Library) -> None:
    assert library.answer("lavrof").summary().startswith('Sergei Lavrov (person, "lavrof", misspelled) · 1 story of 3')
    assert library.answer("lavrov mar 2019").advice == "no story of March 2019 names Lavrov; 1 in other months"
    with pytest.raises(PhraseError):
        library.answer("feb 31")


def test_a_story_is_found_by_the_beginning_of_any_copy_s_id(library: Library) -> None:
    answer = library.answer("putin")
    id_ = library.rows(answer, 0, 1)[0].head.id
    assert library.find_story(id_[:6]) == answer.shown.rank(0)
    with pytest.raises(UnknownStoryError):
        library.find_story("zz")
    with pytest.raises(UnknownStoryError):
        library.find_story(" ")


def test_a_beginning_that_fits_several_is_refused(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(library.reader), "ranks_beginning", lambda *_: [0, 1])
    with pytest.raises(UsageError, match="give more of it"):
        library.find_story("a")


def test_a_mark_on_a_story_is_on_all_its_copies_and_outlives_the_index(
    library: Library, archive: Path, locations: Locations
) -> None:
    library.mark(library.answer("lavrov").shown.rank(0), Mark.STAR, True)
    library.close()
    shutil.rmtree(locations.cache)
    (archive / "feed.jsonl").rename(archive / "renamed.jsonl")
    again = opened(archive, locations)
    assert titles(again, "is:starred") == ["Lavrov"]
    assert again.rows(again.answer("is:starred"), 0, 1)[0].marks.starred
    again.mark(again.answer("lavrov").shown.rank(0), Mark.STAR, False)
    assert titles(again, "is:starred") == []


def test_new_is_what_came_after_the_last_visit_even_when_the_index_was_deleted(
    library: Library, archive: Path, locations: Locations
) -> None:
    library.begin_visit()
    assert titles(library, "is:new") == []
    library.end_visit()
    library.close()
    time.sleep(0.01)
    shutil.rmtree(locations.cache)
    fresh = {"id": "r9", "text": "A ship leaves\n\nThe last ship left the harbour on Sunday with a load of salt.\n"}
    (archive / "more.jsonl").write_text(json.dumps(fresh), encoding="utf-8")
    again = opened(archive, locations)
    again.begin_visit()
    assert titles(again, "is:new") == ["A"]
    assert default_roots(locations) == [archive.resolve()]


def test_a_library_that_is_not_there_is_a_sentence(tmp_path: Path, locations: Locations) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        Library([tmp_path / "nowhere"], locations, Settings())


def test_the_corpus_is_read_where_nothing_was_read_yet(locations: Locations) -> None:
    (corpus,) = default_roots(locations)
    assert (corpus / "README.md").exists()


def test_match_says_how_surely(library: Library) -> None:
    answer: Answer = library.answer("putin feb 2022")
    assert answer.match(answer.shown.rank(0)) is Match.SURE


def test_a_title_before_a_name_is_left_out_of_it(library: Library) -> None:
    assert [match.name for match in library.resolve("president putin")] == ["Vladimir Putin"]
    assert library.resolve("foreign minister lavrov")[0].name == "Sergei Lavrov"


def test_the_timeline_counts_the_stories_listed_by_day(library: Library, archive: Path) -> None:
    timeline = library.timeline(library.answer(""))
    days = [(date(2021, 5, 3), 1), (date(2022, 2, 4), 1), (date(2022, 6, 7), 1)]
    assert (list(timeline.days), timeline.undated) == (days, 0)
    assert library.timeline(library.answer("2022")).days == tuple(days[1:])
    (archive / "undated.txt").write_text(
        "A pot of soup\n\nTake two onions and a pot, and cook them with salt and oil.\n"
    )
    library.update(workers=1)
    assert library.timeline(library.answer("onions")).undated == 1


def test_an_answer_counts_what_it_lists_folds_and_hides(library: Library) -> None:
    answer = library.answer("lavrov is:unread")
    assert answer.counts() == "1 story of 3 · 1 copy folded"
    assert answer.summary() == f"{answer.sentence} · {answer.counts()}"
    assert answer.sentences[-1] == "Lavrov and unread"
    library.mark(library.answer("putin").shown.rank(0), Mark.READ, True)
    assert library.answer("2022 is:unread").counts().endswith(" · 1 more is hidden by is:unread")
    nothing = library.answer("putin is:unread")
    assert nothing.advice == "no story names Putin and is unread; 1 more is hidden by is:unread"
    assert nothing.hidden_by == ""
