"""Marks as steps: what really changed, undone exactly, with another window at work."""

from __future__ import annotations

from pathlib import Path

import pytest

from geotui.library import Library
from geotui.marks import Mark
from geotui.settings import Locations, Settings


@pytest.fixture
def library(archive: Path, locations: Locations) -> Library:
    library = Library([archive], locations, Settings())
    library.update(workers=1)
    return library


def count(library: Library, filter_: str) -> int:
    return len(library.answer(filter_).shown)


def test_a_step_says_what_it_did_and_its_undoing_what_that_did(library: Library) -> None:
    rank = library.answer("lavrov").shown.rank(0)
    step = library.mark(rank, Mark.READ, True)
    assert step.words == "read"
    assert library.replay(step, back=True).words == "undone: read: 1 story"
    assert library.replay(step, back=False).words == "redone: read: 1 story"
    assert library.mark(rank, Mark.TAG, True, "grain").words == "tagged grain"
    assert library.mark(rank, Mark.TAG, False, "grain").words == "tag grain taken off"
    assert library.mark(rank, Mark.NOTE, True, "ask").words == "note written"
    assert library.mark(rank, Mark.STAR, False).words == "star taken off"


def test_all_stories_of_a_filter_are_marked_and_unmarked_in_one_step(library: Library) -> None:
    library.mark(library.answer("putin").shown.rank(0), Mark.READ, True)
    step = library.mark_all(library.answer(""), Mark.READ, True)
    assert step.words == "read: 2 stories"
    assert count(library, "is:unread") == 0
    library.replay(step, back=True)
    assert [count(library, "is:read"), count(library, "putin is:read")] == [1, 1]


def test_marks_set_meanwhile_in_another_window_outlive_an_undo(library: Library) -> None:
    window = library.again()
    step = library.mark_all(library.answer(""), Mark.TAG, True, "war")
    window.mark(window.answer("park").shown.rank(0), Mark.TAG, False, "war")
    window.mark(window.answer("putin").shown.rank(0), Mark.STAR, True)
    undone = library.replay(step, back=True)
    assert undone.words == "undone: tagged war: 2 stories"
    assert count(library, "is:starred") == 1
    assert library.replay(step, back=False).words == "redone: tagged war: 3 stories"
    window.close()


def test_a_step_with_nothing_left_to_undo_says_so(library: Library) -> None:
    rank = library.answer("park").shown.rank(0)
    step = library.mark(rank, Mark.READ, True)
    library.mark(rank, Mark.READ, False)
    assert library.replay(step, back=True).words == "nothing was left to undo"


def test_what_another_window_commits_is_noticed_once(library: Library) -> None:
    window = library.again()
    library.marks_changed()
    window.mark(window.answer("park").shown.rank(0), Mark.STAR, True)
    assert library.marks_changed()
    assert not library.marks_changed()
    library.mark(library.answer("putin").shown.rank(0), Mark.STAR, True)
    assert library.marks_changed()
    window.close()


def test_tags_in_use_are_listed_by_name(library: Library) -> None:
    rank = library.answer("park").shown.rank(0)
    for tag in ("sea", "grain", "sea"):
        library.mark(rank, Mark.TAG, True, tag)
    assert library.tags() == ["grain", "sea"]


def test_a_filter_on_marks_follows_them(library: Library) -> None:
    window = library.again()
    counts = []
    for on in (True, False):
        window.mark(window.answer("park").shown.rank(0), Mark.READ, on)
        counts.append((count(library, "is:read"), count(library, "is:unread")))
    assert counts == [(1, 2), (0, 3)]
    window.close()


def test_a_story_that_a_later_copy_leads_is_updated_once_it_was_read(library: Library, archive: Path) -> None:
    rank = library.answer("lavrov").shown.rank(0)
    library.mark(rank, Mark.READ, True)
    assert count(library, "is:updated") == 0
    article = library.article(library.story(rank).copies[0].article)
    longer = (
        f"{article.draft.title}\n\n{article.draft.text}\n\nThe grain is to be shipped before the winter, he said.\n"
    )
    (archive / "later.txt").write_text(longer, encoding="utf-8")
    library.update(workers=1)
    assert count(library, "is:updated") == 1
    library.mark(library.answer("is:updated").shown.rank(0), Mark.READ, True)
    assert count(library, "is:updated") == 0


def test_many_marked_stories_are_found_as_few_are(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    step = library.mark_all(library.answer("lavrov | park"), Mark.STAR, True)
    ids = [row.article for row in step.added]
    few = library.reader.sets.ranks_of([*ids, "unknown"])
    monkeypatch.setattr("geotui.index.sets._MANY", 0)
    assert library.reader.sets.ranks_of([*ids, "unknown"]) == few == library.answer("lavrov | park").ranks
