"""What was read stays to be compared with, however often its page changes, and takes no more room than it may."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geotui.marks import Mark, MarkStore
from geotui.marks import versions as module
from geotui.model import Successor, Version


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MarkStore]:
    store = MarkStore(tmp_path / "marks.sqlite")
    yield store
    store.close()


def changed(old: str, new: str) -> Successor:
    return Successor(old, new, f"Title {old}", f"Text of {old}, “quoted”.")


def kept(store: MarkStore, article: str) -> str | None:
    version = store.version_read(article)
    return None if version is None else version.id


def test_the_text_that_was_read_is_kept_with_its_title_and_when_it_was_read(store: MarkStore) -> None:
    store.add(["a"], Mark.READ, at=1)
    store.follow([changed("a", "b")], at=5)
    assert store.version_read("b") == Version("a", "Title a", "Text of a, “quoted”.", read=1, changed=5)
    assert store.version_read("a") is None


def test_a_text_without_a_mark_is_not_kept_and_one_that_was_starred_is_though_it_was_not_read(store: MarkStore) -> None:
    store.add(["c"], Mark.STAR, at=1)
    store.follow([changed("a", "b"), changed("c", "d")], at=5)
    assert store.version_read("b") is None
    found = store.version_read("d")
    assert found is not None
    assert (found.id, found.read) == ("c", None)


def test_of_a_chain_of_changes_the_version_that_was_read_last_is_kept(store: MarkStore) -> None:
    store.add(["a"], Mark.READ, at=1)
    store.follow([changed("a", "b")], at=5)
    store.follow([changed("b", "c")], at=6)
    assert kept(store, "c") == "a"
    store.add(["c"], Mark.READ, at=7)
    assert kept(store, "c") == "a"  # it can still be compared with
    store.follow([changed("c", "d")], at=8)
    assert kept(store, "d") == "c"


def test_a_page_that_goes_back_to_what_was_read_has_no_other_version(store: MarkStore) -> None:
    store.add(["a"], Mark.READ, at=1)
    store.follow([changed("a", "b")], at=5)
    store.follow([changed("b", "a")], at=6)
    assert store.version_read("a") is None


def test_where_the_text_is_not_known_any_more_none_is_kept_but_the_one_from_before(store: MarkStore) -> None:
    store.add(["a", "x"], Mark.READ, at=1)
    store.follow([changed("a", "b"), Successor("x", "y")], at=5)
    store.follow([Successor("b", "c")], at=6)
    assert (kept(store, "c"), kept(store, "y")) == ("a", None)


def test_the_texts_whose_change_was_seen_first_go_where_they_take_too_much_room(
    store: MarkStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_OF_ALL", 100)
    articles = [f"a{n}" for n in range(9)]
    store.add(articles, Mark.READ, at=1)
    for n, article in enumerate(articles):
        store.follow([changed(article, f"b{n}")], at=5 + n)
    left = [n for n in range(9) if kept(store, f"b{n}")]
    assert left
    assert left == list(range(9 - len(left), 9))
    assert len(left) < 9


def test_a_text_too_long_to_keep_is_not_kept(store: MarkStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    store.add(["a"], Mark.READ, at=1)
    store.follow([changed("a", "b")], at=5)
    assert store.version_read("b") is None
    assert store.of(["b"]).read
