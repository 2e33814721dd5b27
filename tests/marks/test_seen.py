"""When articles were first seen: noted once, in portions that keep no mark waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from geotui.marks import Mark, MarkStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MarkStore]:
    store = MarkStore(tmp_path / "marks.sqlite")
    yield store
    store.close()


def test_what_was_seen_first_keeps_its_time(store: MarkStore) -> None:
    assert store.note_seen(["a"], at=10) == {"a"}
    assert store.note_seen(["a", "b", "b"], at=20) == {"b"}
    assert store.note_seen(["a", "b"], at=30) == frozenset()
    assert store.seen_at(["a", "b", "c"]) == {"a": 10, "b": 20}


def test_the_version_changes_only_where_something_was_noted(store: MarkStore) -> None:
    before = store.seen_version()
    store.note_seen(["a"], at=1)
    after = store.seen_version()
    store.note_seen(["a"], at=2)
    assert before != after == store.seen_version()


def test_a_mark_is_set_while_a_first_index_is_noted(store: MarkStore, tmp_path: Path) -> None:
    articles = [f"{n:06}" for n in range(30_000)]
    noting = threading.Thread(target=store.note_seen, args=(articles, 1.0))
    window = MarkStore(tmp_path / "marks.sqlite")
    before = window.seen_version()
    noting.start()
    while window.seen_version() == before:
        pass
    window.add(["a"], Mark.READ, at=2)
    noted = len(window.seen_at(articles))
    noting.join()
    assert noted < len(articles)
    assert len(window.seen_at(articles)) == len(articles)
    window.close()
