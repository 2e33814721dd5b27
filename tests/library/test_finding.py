"""Words found without case and accents, and told where they stand in the text as it is written."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geotui.library.finding import Folded, joined, literal, phrases
from geotui.text import fold


def found(text: str, pattern: re.Pattern[str] | None) -> list[str]:
    assert pattern is not None
    return [text[start:end] for start, end in Folded(text).find(pattern)]


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("ERDOGAN", "Mr Erdoğan and Erdog\u0306an's aide", ["Erdoğan", "Erdog\u0306an"]),
        ("erdoğan", "ERDOGAN", ["ERDOGAN"]),
        ("strasse", "Die Straße, die STRASSE", ["Straße", "STRASSE"]),
        ("on friday", "on\nFriday, on   Friday, onFriday", ["on\nFriday", "on   Friday"]),
        ("putin", "Путин met Putin", ["Putin"]),
        ("путин", "ПУТИН met Putin", ["ПУТИН"]),
        ("(a+b)", "is (a+b) not aab", ["(a+b)"]),
        ("北京", "在北京市", ["北京"]),
        ("é", "e\u0301 é e", ["e\u0301", "é", "e"]),
        ("office", "the oﬃce", ["oﬃce"]),
    ],
)
def test_what_is_typed_is_found_letter_by_letter(typed: str, text: str, words: list[str]) -> None:
    assert found(text, literal(typed)) == words


@pytest.mark.parametrize("typed", ["", "  ", "\u0301"])
def test_nothing_typed_is_no_pattern(typed: str) -> None:
    assert literal(typed) is None


@pytest.mark.parametrize(
    ("wanted", "text", "words"),
    [
        ([("war",)], "The war, a WAR's end, warfare, postwar", ["war", "WAR"]),
        ([("grain", "deal")], "grain deal; Grain-Deal; grain of a deal", ["grain deal", "Grain-Deal"]),
        ([("li",), ("li", "keqiang")], "Li Keqiang and Li", ["Li Keqiang", "Li"]),
        ([("o'neill",)], "Mr O'Neill, Mr O’Neill", ["O'Neill", "O’Neill"]),
        ([("北京",)], "习近平在北京说", ["北京"]),
        ([("putin",)], "普京Putin说", ["Putin"]),
        ([("covid", "19")], "COVID-19 and covid", ["COVID-19"]),
    ],
)
def test_phrases_are_whole_words_side_by_side(wanted: list[tuple[str, ...]], text: str, words: list[str]) -> None:
    assert found(text, phrases(wanted)) == words


def test_no_words_make_no_pattern() -> None:
    assert phrases([()]) is None
    assert phrases([("-",)]) is None


@settings(deadline=None, max_examples=200)
@example("ßß", "s")
@example("\u0301a\u0301\u0301", "a")
@given(
    st.text(alphabet="aAäßﬁI\u0130e\u0301\u0308 나다다", max_size=30),
    st.text(alphabet="asfie다", min_size=1, max_size=3),
)
def test_every_place_found_folds_to_what_was_typed_or_holds_it(text: str, typed: str) -> None:
    places = Folded(text).find(re.compile(re.escape(fold(typed))))
    assert bool(places) == (fold(typed) in "".join(map(fold, text)))
    assert list(places) == sorted(places)
    for start, end in places:
        assert 0 <= start < end <= len(text)
        assert fold(typed)[0] in fold(text[start:end])


def test_overlapping_ranges_become_one_and_empty_ones_go() -> None:
    assert joined([(5, 7), (0, 3), (2, 4), (4, 5), (9, 9)]) == ((0, 4), (4, 5), (5, 7))
