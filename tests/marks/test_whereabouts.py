"""Where marked texts stood is known as long as they are marked and were not followed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geotui.marks import Mark, MarkStore
from geotui.model import Successor, Whereabouts

HERE = Whereabouts("a", "/pages/a.txt", None, "A title", (1, 2, 0xFFFFFFFF))
THERE = Whereabouts("b", "/pages/feed.jsonl", "7", "", ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MarkStore]:
    store = MarkStore(tmp_path / "marks.sqlite")
    yield store
    store.close()


def test_what_is_noted_comes_back_for_articles_with_marks(store: MarkStore) -> None:
    store.add(["a", "b"], Mark.STAR, at=1)
    assert store.without_whereabouts() == ["a", "b"]
    store.note_whereabouts([HERE, THERE])
    assert store.without_whereabouts() == []
    assert list(store.whereabouts()) == [HERE, THERE]
    store.remove(["b"], Mark.STAR)
    assert list(store.whereabouts()) == [HERE]


def test_what_was_starred_or_noted_comes_before_what_was_no_more_than_read(store: MarkStore) -> None:
    store.add(["a", "b"], Mark.READ, at=1)
    store.add(["b"], Mark.NOTE, at=2, value="ask")
    assert store.without_whereabouts() == ["b", "a"]


def test_a_text_that_another_one_followed_is_not_looked_for_any_more(store: MarkStore) -> None:
    store.add(["a"], Mark.STAR, at=1)
    store.note_whereabouts([HERE])
    store.follow([Successor("a", "c")], at=2)
    assert list(store.whereabouts()) == []
    assert store.without_whereabouts() == ["a", "c"]
