"""Splits and merges by hand: kept in their order, undone as other marks are, and following a changed page."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.marks import MarkStore
from geotui.model import Apart, Corrections, Marks, Step, Successor, Together


@pytest.fixture
def store(tmp_path: Path) -> MarkStore:
    return MarkStore(tmp_path / "marks.sqlite")


def test_corrections_are_told_in_the_order_in_which_they_were_made(store: MarkStore) -> None:
    store.split(["a"], ["b", "c"], at=1)
    store.merge(["c", "a"], at=2)
    store.split(["c"], ["a"], at=3)
    assert store.corrections() == (Apart(("a",), ("b", "c")), Together(("a", "c")), Apart(("c",), ("a",)))


def test_the_later_one_stays_the_later_one_where_the_clock_was_put_back(store: MarkStore) -> None:
    for at in (5, 5, 1):
        store.split(["a"], ["b"], at)
        store.merge(["a", "b"], at)
    assert store.corrections() == (Apart(("a",), ("b",)), Together(("a", "b"))) * 3


def test_a_correction_is_no_mark_of_the_story(store: MarkStore) -> None:
    store.merge(["a", "b"], at=1)
    assert store.of(["a", "b"]) == Marks()


def test_another_window_sees_it_and_it_survives_opening_again(tmp_path: Path) -> None:
    one, two = MarkStore(tmp_path / "marks.sqlite"), MarkStore(tmp_path / "marks.sqlite")
    two.changed()
    one.merge(["a", "b"], at=1)
    assert two.changed()
    assert two.corrections() == (Together(("a", "b")),)
    one.close()
    assert MarkStore(tmp_path / "marks.sqlite").corrections() == (Together(("a", "b")),)


def test_a_correction_follows_texts_that_were_changed_on_their_pages(store: MarkStore) -> None:
    store.split(["a"], ["b"], at=1)
    store.follow([Successor("a", "a2"), Successor("b", "b2")], at=2)
    assert store.corrections() == (Apart(("a", "a2"), ("b", "b2")),)
    assert store.check() == []


def test_undoing_takes_back_what_followed_too(store: MarkStore) -> None:
    step = store.split(["a"], ["b"], at=1)
    store.follow([Successor("a", "a2")], at=2)
    store.replay(step, back=True)
    assert store.corrections() == ()
    assert store.check() == []


def test_undoing_what_another_window_undid_changes_nothing(store: MarkStore) -> None:
    step = store.merge(["a", "b"], at=1)
    other = store.merge(["b", "c"], at=2)
    store.replay(step, back=True)
    assert store.replay(step, back=True) == Step("")
    assert store.corrections() == (Together(("b", "c")),)
    store.replay(other, back=True)
    store.replay(step, back=False)
    assert store.corrections() == (Together(("a", "b")),)


def test_a_correction_that_lacks_a_part_is_found_and_does_nothing(tmp_path: Path) -> None:
    path = tmp_path / "marks.sqlite"
    store = MarkStore(path)
    store.split(["a"], ["b"], at=1)
    assert store.check() == []
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM marks WHERE kind='left'")
    assert store.corrections() == ()
    assert [finding.split(": ")[1] for finding in store.check()] == ["correction 1 lacks a part"]


STEPS = st.lists(st.tuples(st.booleans(), st.permutations("abcd"), st.integers(0, 3)), max_size=8)


@settings(deadline=None, max_examples=60)
@given(STEPS)
def test_undoing_all_backwards_leads_to_the_beginning_and_again_to_the_end(
    wanted: list[tuple[bool, list[str], int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = MarkStore(Path(folder) / "marks.sqlite")
        states: list[Corrections] = [()]
        steps = []
        for is_split, articles, at in wanted:
            steps.append(store.split(articles[:1], articles[1:], at) if is_split else store.merge(articles[:2], at))
            states.append(store.corrections())
        for step, before in zip(reversed(steps), states[-2::-1], strict=True):
            store.replay(step, back=True)
            assert store.corrections() == before
        for step, after in zip(steps, states[1:], strict=True):
            store.replay(step, back=False)
            assert store.corrections() == after
        store.close()
