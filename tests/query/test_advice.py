"""Where nothing matches, what would; and what is left out because it was read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_library import KNOWLEDGE, LIBRARY, reading

from geotui.errors import PhraseError
from geotui.query import advise, evaluate, hidden


def advice(typed: str) -> str:
    return advise(reading(typed), LIBRARY, KNOWLEDGE)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("erdogan feb 2022", "no story of February 2022 names Erdogan; 1 in other months"),
        ("erdogan since 5 mar 2024", "no story since 5 Mar 2024 names Erdogan; 1 at other times"),
        ("erdogan 4 feb 2022", "no story of 4 Feb 2022 names Erdogan; 1 on other days"),
        ("tag:truce 2024", 'no story of 2024 is tagged "truce"; 1 in other years'),
        ("erdogan xi", "no story names both Erdogan and Xi; 1 names Erdogan, 2 name Xi"),
        ("reuters erdogan", "no story from Reuters names Erdogan; 1 is from Reuters, 1 names Erdogan"),
        ("tag:truce erdogan", 'no story names Erdogan and is tagged "truce"; 1 is tagged "truce", 1 names Erdogan'),
        (
            "erdogan about:2015",
            "no story names Erdogan and names the date 2015; 1 names Erdogan, 1 names the date 2015",
        ),
        ("2022 xi added:1h", "no story of 2022 names Xi and was added in the last hour"),
        ("erdogan is:unread", "no story names Erdogan and is unread; 1 more is hidden by is:unread"),
        ("erdogan -travels", "no story names Erdogan and fits -travels; 1 more is hidden by -travels"),
        ("(xi | putin) erdogan 2022", "no story of 2022 names Xi or Putin and names Erdogan; 2 without Erdogan"),
        ("niger", "no story names Niger"),
        ("niger xi", "no story names Niger; 2 without that"),
        ("qwertyuiop", 'no story has "qwertyuiop"'),
        ("tariffing", 'no story has "tariffing"; 2 have "tariffs"'),
        ("title:qwertyuiop", 'no story has "qwertyuiop" in the title'),
        ("source:nowhere xi", 'no story is from "nowhere"; 2 without that'),
        ("source:rueters xi", 'no story is from "rueters", perhaps Reuters is meant; 2 without that'),
        ("actor:nobodyhere", 'no story names "nobodyhere"'),
        ("has:copies", "no story has copies"),
        ("added:yesterday", "no story was added yesterday"),
        ("xi feb 2022", ""),
        ("", ""),
        ("mar 2021", ""),
    ],
)
def test_it_says_what_would_match(typed: str, said: str) -> None:
    assert advice(typed).startswith(said)
    assert bool(advice(typed)) == bool(said)


def test_of_three_parts_each_that_is_to_blame_is_named() -> None:
    said = advice("xi -putin feb 2022")
    assert said.startswith("no story of February 2022 names Xi and does not name Putin; ")
    assert "1 more is hidden by -putin" in said
    assert "1 in other months" in said


def test_where_no_one_part_is_to_blame_each_alone_is_counted() -> None:
    said = advice("erdogan xi reuters tariffs")
    assert said.endswith('of each alone, 1 names Erdogan, 2 name Xi, 1 is from Reuters, 2 have "tariffs"')


PARTS = ["xi", "-putin", "2022", "is:unread", "tariffs", "reuters", "(xi|iran)", "has:copies", "about:2015", "niger"]


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(PARTS), max_size=5))
def test_there_is_advice_where_nothing_may_match_and_nowhere_else(words: list[str]) -> None:
    try:
        found = reading(" ".join(words))
    except PhraseError:
        return
    nothing = not evaluate(found, LIBRARY).possible
    assert bool(advise(found, LIBRARY, KNOWLEDGE)) == nothing


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("is:unread", "5 more are hidden by is:unread"),
        ("xi is:unread", "1 more is hidden by is:unread"),
        ("xi is:unread 2022", ""),
        ("xi", ""),
        ("xi | is:unread", ""),
    ],
)
def test_what_was_read_and_fits_is_counted(typed: str, said: str) -> None:
    assert hidden(reading(typed), LIBRARY, {}) == said
