"""Marks follow a text that was changed, once, and what was read of it before the change is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geotui.marks import Mark, MarkStore
from geotui.model import Marks, Successor

CHANGED = [Successor("old", "new")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MarkStore]:
    store = MarkStore(tmp_path / "marks.sqlite")
    yield store
    store.close()


def test_all_marks_are_on_the_new_text_and_stay_on_the_old_one(store: MarkStore) -> None:
    store.add(["old"], Mark.READ, at=1)
    store.add(["old"], Mark.STAR, at=2)
    store.add(["old"], Mark.TAG, at=3, value="grain")
    store.add(["old"], Mark.NOTE, at=4, value="ask")
    store.follow(CHANGED, at=5)
    assert store.of(["new"]) == store.of(["old"]) == Marks(read=True, starred=True, tags=("grain",), note="ask")


def test_it_was_first_seen_when_the_old_text_was(store: MarkStore) -> None:
    store.note_seen(["old"], at=1)
    before = store.seen_version()
    store.follow(CHANGED, at=5)
    assert store.note_seen(["old", "new"], at=6) == frozenset()
    assert store.seen_at(["new"]) == {"new": 1}
    assert store.seen_version() != before


def test_marks_follow_through_several_changes(store: MarkStore) -> None:
    store.add(["old"], Mark.STAR, at=1)
    store.follow([*CHANGED, Successor("new", "newest")], at=5)
    assert store.of(["newest"]).starred


def test_to_follow_again_brings_no_mark_back_that_was_taken_off(store: MarkStore) -> None:
    store.add(["old"], Mark.STAR, at=1)
    store.follow(CHANGED, at=5)
    store.remove(["new"], Mark.STAR)
    store.follow(CHANGED, at=6)
    assert not store.of(["new"]).starred
    store.add(["old"], Mark.TAG, at=7, value="grain")
    store.follow(CHANGED, at=8)
    assert store.of(["new"]).tags == ("grain",)


def test_notes_of_both_texts_are_kept(store: MarkStore) -> None:
    store.add(["old"], Mark.NOTE, at=1, value="one")
    store.add(["new"], Mark.NOTE, at=2, value="two")
    store.follow(CHANGED, at=5)
    assert store.of(["new"]).note == "one\ntwo"


def test_a_text_that_changed_after_it_was_read_is_not_read_as_it_is_until_it_is_read_again(store: MarkStore) -> None:
    store.add(["old"], Mark.READ, at=1)
    store.follow(CHANGED, at=5)
    assert store.read_as_they_are() == ["old"]
    step = store.add(["new"], Mark.READ, at=9)
    assert sorted(store.read_as_they_are()) == ["new", "old"]
    store.follow(CHANGED, at=10)
    assert sorted(store.read_as_they_are()) == ["new", "old"]
    store.replay(step, back=True)
    assert store.read_as_they_are() == ["old"]
    assert store.of(["new"]).read


def test_a_text_that_was_never_read_did_not_change_after_it_was(store: MarkStore) -> None:
    store.follow(CHANGED, at=5)
    store.add(["new"], Mark.READ, at=4)
    assert store.read_as_they_are() == ["new"]


def test_a_page_that_goes_back_to_what_was_read_is_read_as_it_is(store: MarkStore) -> None:
    store.add(["old"], Mark.READ, at=1)
    store.follow(CHANGED, at=5)
    store.follow([Successor("new", "old")], at=6)
    assert store.read_as_they_are() == ["old"]


def test_it_tells_how_many_of_the_changed_texts_were_read(store: MarkStore) -> None:
    store.add(["old", "other"], Mark.READ, at=1)
    store.add(["starred"], Mark.STAR, at=1)
    assert store.follow([*CHANGED, Successor("other", "another"), Successor("starred", "s2")], at=5) == 2
    assert store.follow(CHANGED, at=6) == 0
    assert store.follow([], at=6) == 0
    assert store.was_read_as_it_is("old")
    assert not store.was_read_as_it_is("new")
