"""Styles, forms of given names and spellings by rule."""

from __future__ import annotations

import pytest

from geotui.actors.nameforms import given_names, respelled, styles
from geotui.text import fold


@pytest.mark.parametrize(
    "style", ["sheikh", "alhaji", "hojjat", "retd", "samdech", "techo", "mwalimu", "tuanku", "kbe", "mp", "daw", "smt"]
)
def test_a_style_is_no_part_of_a_name(style: str) -> None:
    assert style in styles()


def test_styles_are_folded() -> None:
    assert {style for style in styles() if fold(style) != style} == set()


def test_a_given_name_has_forms_in_its_own_and_neighbouring_languages() -> None:
    assert "costas" in given_names("konstantinos")
    assert "vladimir" in given_names("volodymyr")
    assert given_names("zebulon") == frozenset()


def test_no_name_is_another_form_of_itself() -> None:
    assert "mohammed" not in given_names("mohammed")


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("soekarnopoetri", "sukarnoputri"),
        ("tjahjo", "cahjo"),
        ("cavusoglu", "javusoglu"),
        ("ilxam", "ilkham"),
        ("hoxha", "hoja"),
        ("milosevic", "milosevich"),
    ],
)
def test_a_word_is_respelled_by_rule(typed: str, usual: str) -> None:
    assert usual in set(respelled(typed))


def test_a_word_without_such_letters_is_respelled_as_nothing() -> None:
    assert list(respelled("putin")) == []
