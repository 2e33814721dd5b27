"""Habits: the filters typed and saved, and how a library was left."""

from __future__ import annotations

from pathlib import Path

import pytest

from geotui.library import Library
from geotui.model import Session
from geotui.settings import Locations, Settings


@pytest.fixture
def library(archive: Path, locations: Locations) -> Library:
    return Library([archive], locations, Settings())


def test_history_lists_what_begins_as_typed_whatever_the_case(library: Library) -> None:
    for filter_ in ("Xi  2022", "xi jinping", "putin", "  ", "Xi 2022"):
        library.remember(filter_)
    assert library.history() == ("Xi 2022", "putin", "xi jinping")
    assert library.history("XI") == ("Xi 2022", "xi jinping")
    assert library.history("zz") == ()


def test_what_was_typed_is_forgotten_as_it_was_noted(library: Library) -> None:
    library.remember("xi  2022")
    library.forget(" xi 2022 ")
    assert library.history() == ()


def test_saved_filters_are_of_all_libraries(library: Library, tmp_path: Path, locations: Locations) -> None:
    library.save(" the  war ", "ukraine 2022")
    other = Library([tmp_path], locations, Settings())
    assert other.saved() == (("the war", "ukraine 2022"),)
    other.unsave("the war")
    assert library.saved() == ()


def test_a_library_is_found_again_as_it_was_left(library: Library, tmp_path: Path, locations: Locations) -> None:
    assert library.session() is None
    left = Session("xi 2022", on=False, selected="a1", open="a1", places=(("a1", 420),), share=40, zoomed=True)
    library.keep_session(left)
    assert library.again().session() == left
    assert Library([tmp_path], locations, Settings()).session() is None


def test_a_session_that_cannot_be_read_is_none(library: Library) -> None:
    library.marks.keep_session(library.key, '{"filter": 7}', 1)
    assert library.session() is None
