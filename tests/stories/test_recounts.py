"""Numbers that differ are named with what they count, and only where it is the same that is counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.stories import difference


def named(one: str, other: str, titles: tuple[str, str] = ("", "")) -> list[str]:
    found = difference(one, other, titles).numbers
    return [" ".join(filter(None, (n.before, n.one, "→", n.other, n.after))) for n in found]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The blast killed 12 people at noon.", "The blast killed 21 people at noon.", "killed 12 → 21"),
        ("At least 12 were dead, police said.", "At least 21 were dead, police said.", "killed 12 → 21"),
        ("The storm left 12 people dead.", "The storm killed at least 21 people.", "killed 12 → 21"),
        ("Twelve men were injured there.", "Twenty-one men were injured there.", "injured Twelve → Twenty-one"),
        ("The death toll rose to 12 today.", "The death toll rose from 12 to 21 today.", "killed 12 → 21"),
        ("The toll stood at 12 on Friday.", "The toll stood at 21, up from 12, on Friday.", "killed 12 → 21"),
        (
            "The bridge cost $1.2 million then.",
            "The bridge cost $1.5 million then.",
            "bridge cost $1.2 million → $1.5 million then",
        ),
        (
            "Prices rose by 3.5 percent in May.",
            "Prices rose by 4.1 percent in May.",
            "rose by 3.5 percent → 4.1 percent",
        ),
        ("A quake of magnitude 5.8 struck.", "A quake of magnitude 6.1 struck.", "magnitude 5.8 → 6.1 struck"),
        ("The town sent 40 lorries up.", "The town sent 60 lorries up.", "town sent 40 → 60 lorries up"),
    ],
)
def test_a_number_is_told_with_what_it_counts(one: str, other: str, told: str) -> None:
    assert named(one, other) == [told]


def test_each_toll_is_told_once_however_often_and_in_whatever_words_it_stands() -> None:
    one = "The fire killed 12 people and injured 30 others.\n\nOf the dead, nobody was named. The 12 dead were miners."
    other = (
        "The fire killed 21 people and injured 45 others.\n\nOf the dead, nobody was named. The 21 dead were miners."
    )
    assert named(one, other, ("Fire kills 12", "Fire kills 21")) == ["killed 12 → 21", "injured 30 → 45"]


def test_a_toll_is_found_in_paragraphs_that_were_written_anew() -> None:
    one = "Flames took the old mill on Monday night and killed at least 12 workers before the pumps came."
    other = "Officials now put the number of the dead at 21, after divers had searched the pond behind the dam."
    assert named(one, other) == ["killed 12 → 21"]


def test_a_part_of_a_toll_is_not_taken_for_it() -> None:
    one = "The blast killed 12 people."
    other = "The people who were in the hall had come to vote. Three of the dead were children, including two brothers."
    assert named(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blast killed twelve people.", "The blast killed 12 people."),
        ("It cost 1,200 crowns a year.", "It cost 1200 crowns a year."),
        ("The blast killed 12 people on Monday.", "The blast killed people on Monday."),
        ("The 1st Army took the town.", "The 2nd Army took the town."),
        ("The F16 flew over the town.", "The F35 flew over the town."),
        ("The lorry rolled 48km to the border.", "The lorry rolled 30 miles to the border."),
        ("It cost $40 a head.", "It cost €37 a head."),
        ("Posted at 10:30 on 2022-05-04", "Posted at 11:45 on 2022-05-06"),
        ("See http://post.example/fire-12-dead", "See http://post.example/fire-21-dead"),
    ],
)
def test_what_is_no_other_number_is_not_named(one: str, other: str) -> None:
    assert named(one, other) == []


def test_the_nearest_word_says_what_is_counted_but_not_over_a_comma_or_and() -> None:
    one = "The raid killed at least 12 people, injured 30 and left 4 missing."
    other = "The raid killed at least 13 people, injured 31 and left 5 missing."
    assert named(one, other) == ["killed 12 → 13", "injured 30 → 31", "missing 4 → 5"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He died on July 24 in his bed.", "Friends said that he died on 28 July."),
        ("The man, who died in hospital, was 75.", "A woman of 61 was killed by a lorry there."),
        ("She was killed in 2004 by the wave.", "She was killed in 2005 by the wave, they say now."),
        ("He spent 12 years in prison for killing a guard.", "In prison for the killing he spent 15 years."),
        ("The flu killed 3 percent of hens.", "Of the hens in the south the flu killed some 5 percent."),
    ],
)
def test_days_ages_and_shares_are_no_tolls(one: str, other: str) -> None:
    assert not [number for number in difference(one, other).numbers if number.before == "killed"]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from(["killed", "12", "21", "from", "to", "at", ",", ".", "$4", "m", "3.5%", "July", "one"]))
)
def test_any_words_and_numbers_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    assert named(text, text) == []
    assert len(named(text, " ".join(reversed(words)))) <= len(words)
