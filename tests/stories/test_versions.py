"""A text that is changed on its page is told from another one in its place."""

from __future__ import annotations

import random

import pytest

from geotui.stories import imprint, is_changed, share, share_of_imprint, sketch


def made_text(words: int, seed: int = 1) -> str:
    chosen = random.Random(seed)
    return " ".join("".join(chosen.choices("abdegiklmnoprstu", k=6)) for _ in range(words))


@pytest.mark.parametrize("words", [20, 300, 5000])
def test_a_text_with_a_sentence_more_is_the_same_one_changed(words: int) -> None:
    text = made_text(words)
    found = share(sketch(text), sketch(f"{text} {made_text(15, seed=2)}"))
    assert found > 0.9
    assert is_changed(found, "One title", "Another title")


def test_another_text_in_the_same_place_is_not() -> None:
    found = share(sketch(made_text(300)), sketch(made_text(300, seed=2)))
    assert not is_changed(found, "One title", "Another title")


def test_a_column_that_is_filled_anew_under_its_title_is_another_text() -> None:
    found = share(sketch(made_text(300)), sketch(made_text(300, seed=2)))
    assert not is_changed(found, "The day in brief", "The day in brief")


def test_under_its_title_a_report_that_was_mostly_rewritten_is_still_the_same() -> None:
    kept = made_text(90)
    found = share(sketch(f"{kept} {made_text(210, seed=2)}"), sketch(f"{kept} {made_text(210, seed=3)}"))
    assert is_changed(found, "Dam breaks", "DAM breaks ")
    assert not is_changed(found, "Dam breaks", "Rain goes on")


def test_texts_without_words_share_nothing() -> None:
    assert share(sketch(""), sketch("")) == 0
    assert not is_changed(0.0, "", "")


@pytest.mark.parametrize("words", [20, 300, 5000])
def test_an_imprint_tells_a_text_again_that_has_grown_or_was_cut_but_no_other_one(words: int) -> None:
    text = made_text(words)
    small = imprint(text)
    assert len(small) <= 32
    assert share_of_imprint(small, text) == 1.0
    assert share_of_imprint(small, f"{text} {made_text(words, seed=2)}") == 1.0
    assert share_of_imprint(small, text[: len(text) * 2 // 3]) > 0.5
    assert share_of_imprint(small, made_text(words, seed=2)) == 0.0


def test_a_phrase_in_common_is_no_text_in_common() -> None:
    small = imprint(made_text(300))
    assert share_of_imprint(small, " ".join(made_text(300).split()[:4])) < 0.5


def test_texts_without_words_have_no_imprint_in_common() -> None:
    assert share_of_imprint(imprint("…"), "…") == 0.0
