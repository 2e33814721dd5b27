"""What was understood, in words: at full length, and in shorter forms for a line of a screen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_library import KNOWLEDGE, reading

from geotui.errors import PhraseError
from geotui.model import TermReading
from geotui.query import Filter, sentence, sentences
from geotui.query.nodes import NamesActor, Term


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "everything"),
        ("zelensku and feb 2022", 'Volodymyr Zelenskyy (person, "zelensku", misspelled) and Feb 2022 (date)'),
        ("tariffs -iran", '"tariffs" (text) and not Iran (country)'),
        ("xi or putin 2022", '(Xi Jinping (person, "xi") or Vladimir Putin (person, "putin")) and 2022 (date)'),
        ("kim", 'Kim Jong Un or Kim Yo Jong (person, "kim", ambiguous)'),
        ("qwertyuiop", '"qwertyuiop" (text, found nowhere)'),
        ("is:unread sort:oldest", "unread, oldest first"),
        ("is:new", "new since the last visit"),
        ("is:updated", "changed since it was read"),
        ("-is:undated", "not without a date"),
        ("has:copies has:note", "with copies and with a note"),
        ('tag:"black sea"', 'tagged "black sea"'),
        ("note:editor", '"editor" in the note'),
        ("title:xi", '"xi" in the title'),
        ("url:guardian", '"guardian" in the address'),
        ("about:2015", "naming the date 2015"),
        ("added:12h", "added in the last 12 hours"),
        ("added:5m", "added in the last 5 months"),
        ("added:1 day", "added in the last day"),
        ("added:yesterday", "added yesterday"),
        ("since:5 mar 2022", "since 5 Mar 2022 (date)"),
        ("country:cn", 'China (country, "cn")'),
        ("the", 'everything ("the" means nothing alone)'),
        ("source:dawn", "Dawn (outlet)"),
        ("tag:", "everything (tag: nothing yet)"),
        ('xi actor: ""', 'Xi Jinping (person, "xi"); actor: (nothing yet)'),
    ],
)
def test_each_word_is_said_with_its_kind_where_it_does_not_say_it_itself(typed: str, said: str) -> None:
    assert sentence(reading(typed)) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "zelensku and feb 2022",
            [
                'Volodymyr Zelenskyy (person, "zelensku", misspelled) and Feb 2022',
                'Zelenskyy (person, "zelensku", misspelled) and Feb 2022',
                'Zelenskyy (person, "zelensku") and Feb 2022',
                'Zelenskyy ("zelensku") and Feb 2022',
                "Zelenskyy and Feb 2022",
            ],
        ),
        (
            "xi tariffs",
            ['Xi Jinping (person, "xi") and "tariffs" (text)', 'Xi (person) and "tariffs" (text)', 'Xi and "tariffs"'],
        ),
        ("feb 2022", ["Feb 2022"]),
        ("niger", ["Niger (country)", "Niger"]),
    ],
)
def test_a_short_line_gives_up_kinds_after_given_names(typed: str, said: list[str]) -> None:
    assert list(sentences(reading(typed), KNOWLEDGE)) == said


def test_a_surname_that_two_of_the_filter_bear_stands_for_neither() -> None:
    assert sentences(reading('actor:"Kim Jong Un" actor:"Kim Yo Jong"'), KNOWLEDGE)[-1] == "Kim Jong Un and Kim Yo Jong"
    assert "Donald Trump Jr." in sentences(reading("trump jr xi trump"), KNOWLEDGE)[-1]


def test_people_whom_the_knowledge_lacks_are_shortened_too() -> None:
    assert sentences(reading("jane doe"), KNOWLEDGE)[-1] == "Doe"


def test_what_is_doubtful_is_said_in_the_shortest_form_too() -> None:
    assert sentences(reading("kim 2022"), KNOWLEDGE)[-1] == "Kim Jong Un or Kim Yo Jong (ambiguous) and 2022"
    assert sentences(reading("qwertyuiop"), KNOWLEDGE)[-1] == '"qwertyuiop" (found nowhere)'
    assert "rare or misspelled" in sentences(reading("lavrof"), KNOWLEDGE)[-1]


def test_of_many_with_one_name_a_short_line_tells_the_first_and_counts_the_others() -> None:
    for meant in ("Xi Jinping, Vladimir Putin or Kim Jong Un", "any of 3: Xi Jinping, Vladimir Putin, Kim Jong Un …"):
        tests = tuple(NamesActor(f"person:{n}") for n in range(3))
        filter_ = Filter("x", Term(TermReading(0, 1, "x", "person", meant, "ambiguous"), tests), ())
        assert sentences(filter_, KNOWLEDGE)[0] == f'{meant} (person, "x", ambiguous)'
        assert sentences(filter_, KNOWLEDGE)[-1] == "Xi Jinping or 2 more (ambiguous)"


def test_two_names_and_a_date_fit_80_columns_beside_the_counts() -> None:
    counts = " · 3 stories of 412 · 5 copies folded · +2 possible"
    assert len(sentences(reading("putin zelensku feb 2022"), KNOWLEDGE)[-1] + counts) <= 80


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from("abkimtruzel :\"()|-,'2022"), max_size=30))
def test_shorter_forms_are_no_longer_than_those_before(text: str) -> None:
    try:
        found = reading(text)
    except PhraseError:
        return
    lengths = [len(said) for said in sentences(found, KNOWLEDGE)]
    assert lengths == sorted(lengths, reverse=True)
