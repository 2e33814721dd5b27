"""Choices for the words under the cursor, each with the number of stories that the filter would list."""

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
    library.mark(library.answer("lavrov").shown.rank(0), Mark.TAG, True, "black sea")
    return library


def chosen(library: Library, text: str) -> list[tuple[str, int | None]]:
    return [(choice.label, choice.count) for choice in library.complete(text, len(text))]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lav", ("Sergei Lavrov", 1)),
        ("putin lav", ("Sergei Lavrov", 0)),
        ("putin | lav", ("Sergei Lavrov", 2)),
        ("-lav", ("Sergei Lavrov", 2)),
        ("source:", ("Example Post", 2)),
        ("2021 is:", ("is:unread", 1)),
        ("is:", ("is:read", 0)),
        ("tag:b", ("tag:black sea", 1)),
        ("sort:", ("sort:oldest", None)),
        ("sour", ("source:", None)),
        ("park", ('the word "park"', 1)),
        ("feb 31 lav", ("Sergei Lavrov", None)),
    ],
)
def test_each_choice_tells_what_the_filter_would_list(
    library: Library, typed: str, found: tuple[str, int | None]
) -> None:
    assert found in chosen(library, typed)


@pytest.mark.parametrize(
    "typed", ["la", "xi | pu", "putin ru", "-tur", "russia -ru", "may", "park", "lavrof", "2022 source:"]
)
def test_a_count_is_that_of_the_line_it_makes(library: Library, typed: str) -> None:
    for choice in library.complete(typed, len(typed)):
        if choice.count is not None:
            assert len(library.answer(choice.text).shown) == choice.count, choice


def test_no_two_choices_mean_the_same_and_none_is_what_stands_there(library: Library) -> None:
    for typed in ("zelensky", "kim", "may", "lavrof", "Sergei Lavrov"):
        texts = [choice.text.strip() for choice in library.complete(typed, len(typed))]
        assert len(texts) == len(set(texts))
        assert typed not in texts


def test_names_come_before_other_readings_and_of_each_those_that_find_nothing_last(library: Library) -> None:
    choices = library.complete("kim", 3) + library.complete("putin sal", 9) + library.complete("xin", 3)
    names = [choice.count == 0 for choice in library.complete("xi", 2) if choice.kind == "name"]
    assert any(choice.kind == "name" for choice in choices)
    assert names == sorted(names)
    kinds = [choice.kind for choice in library.complete("park", 4)]
    assert kinds == sorted(kinds, key=("name", "reading").index)
    assert set(kinds) == {"name", "reading"}


def test_those_that_may_match_are_counted_where_they_are_listed(library: Library) -> None:
    for possible in (False, True):
        for choice in library.complete("russian pres", 12, possible):
            assert len(library.answer(choice.text, possible).shown) == choice.count
