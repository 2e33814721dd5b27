"""Cleaning, folding, ids."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui import text


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Kılıçdaroğlu", "kilicdaroglu"), ("Əliyev", "aliyev"), ("Łukasz", "lukasz"), ("Strauß", "strauss"),
     ("Søren", "soren"), ("İstanbul", "istanbul"), ("Élysée", "elysee"), ("O’Brien", "o'brien"), ("Лавров", "лавров")],
)  # fmt: skip
def test_folding_takes_case_accents_and_letters_that_do_not_decompose(written: str, folded: str) -> None:
    assert text.fold(written) == folded


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(written: str) -> None:
    assert text.fold(text.fold(written)) == text.fold(written)


@settings(deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_clean_text_has_no_character_that_acts_on_a_terminal(written: str) -> None:
    cleaned = text.clean(written)
    for character in cleaned:
        assert character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs")
        assert character not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u061c\ufeff"
    assert text.clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\x1b]0;title\x07Bridge", "Bridge"),
        ("a \x1b[31;1mred\x1b[0m word", "a red word"),
        ("\x9b31mred", "red"),
        ("\x1b]52;c;aGk=\x1b\\text", "text"),
        ("\x1bPq#0\x9ctext", "text"),
        ("\x1b]unended line\nnext", "unended line\nnext"),
        ("\x1b", ""),
    ],
)
def test_an_escape_sequence_goes_whole(raw: str, cleaned: str) -> None:
    assert text.clean(raw) == cleaned


@pytest.mark.parametrize("separator", "\x0b\x0c\x85\u2028\u2029")
def test_a_separator_of_lines_or_pages_parts_words_still(separator: str) -> None:
    assert text.clean(f"one{separator}two") == "one two"


def test_a_pile_of_combining_marks_is_cut() -> None:
    assert len(text.clean("a" + "\u0301" * 50)) == 5


@pytest.mark.parametrize(
    ("raw", "lines"),
    [("a\r\nb\rc\nd", ("a", "b", "c", "d")), ("a\n\nb\n", ("a", "", "b")),
     ("a\x0bb\u2028c\x85d", ("a\x0bb\u2028c\x85d",)),
     ("", ())],
)  # fmt: skip
def test_only_lf_crlf_and_cr_end_a_line(raw: str, lines: tuple[str, ...]) -> None:
    assert text.split_lines(raw) == lines


def test_an_id_is_of_letters_and_digits_alone() -> None:
    assert text.content_id("The talks, on 3 May — ended.") == text.content_id("the TALKS on 3 May\n\nended")
    assert text.content_id("The talks on 3 May ended") != text.content_id("The talks on 4 May ended")
    assert len(text.content_id("")) == 16


@pytest.mark.parametrize(
    ("whole", "cut"), [("short", "short"), ("one two three four", "one two…"), ("x" * 30, "x" * 11 + "…")]
)
def test_a_text_is_cut_at_a_word(whole: str, cut: str) -> None:
    assert text.cut_at_word(whole, 12) == cut
