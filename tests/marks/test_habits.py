"""Typed and saved filters, and how a library was left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geotui.marks import MarkStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MarkStore]:
    store = MarkStore(tmp_path / "marks.sqlite")
    yield store
    store.close()


def test_filters_typed_are_kept_newest_first_and_each_once(store: MarkStore) -> None:
    for filter_ in ("xi", "putin", "xi"):
        store.remember(filter_)
    assert store.typed() == ["xi", "putin"]


def test_of_the_filters_typed_the_last_200_are_kept(store: MarkStore) -> None:
    for n in range(205):
        store.remember(f"filter {n}")
    assert (len(store.typed()), store.typed()[0], store.typed()[-1]) == (200, "filter 204", "filter 5")


def test_a_filter_typed_is_forgotten_alone(store: MarkStore) -> None:
    for filter_ in ("xi", "putin"):
        store.remember(filter_)
    store.forget("xi")
    store.forget("never typed")
    assert store.typed() == ["putin"]


def test_a_saved_filter_keeps_its_place_when_it_is_changed(store: MarkStore) -> None:
    store.save("war", "ukraine")
    store.save("trade", "tariffs")
    store.save("war", "ukraine | russia")
    assert store.saved() == [("war", "ukraine | russia"), ("trade", "tariffs")]
    store.unsave("war")
    assert store.saved() == [("trade", "tariffs")]


def test_each_library_is_left_in_its_own_way(store: MarkStore) -> None:
    assert store.session("lib") is None
    store.keep_session("lib", "one", 1)
    store.keep_session("lib", "two", 2)
    assert (store.session("lib"), store.session("other")) == ("two", None)
