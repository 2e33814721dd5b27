"""How much of a passage a text carries, edited as outlets edit, and where in the text it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.stories.passages import MOST, Passage

PASSAGE = (
    "The defence minister of Kyiv told the committee on Tuesday that seven of the ten brigades had been resupplied. "
    "He organised the convoys with per cent figures in hand, and travelled to the centre of the province twice. "
    "The opposition called for an inquiry into the fuel contracts before the end of September."
)
BEFORE = "Rain fell on the capital for a third day, and the river rose by a hand.\n\n"
BEHIND = "\n\nThe football season opens on Saturday with two matches in the south of the country."


def carried(passage: str, text: str) -> float:
    return Passage(passage).carried_by(text).share


def test_a_text_with_the_passage_in_it_carries_all_of_it() -> None:
    found = Passage(PASSAGE).carried_by(BEFORE + PASSAGE + BEHIND)
    assert found.share == 1
    assert found.is_whole
    assert found.is_most


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("defence", "defense"),
        ("Kyiv", "Kiev"),
        ("seven of the ten", "7 of the 10"),
        ("organised", "organized"),
        ("per cent", "percent"),
        ("travelled", "traveled"),
        ("centre", "center"),
        ("September", "Sept."),
        ("The defence minister", "KYIV, March 3 (AP) — The defence minister"),
        ("brigades had", "brigades (Reuters) had"),
        ("the ", "the\n"),
        ("fi", "ﬁ"),
        ("Tuesday", "TUESDAY,"),
    ],
)
def test_what_outlets_spell_otherwise_counts_as_the_same(old: str, new: str) -> None:
    assert carried(PASSAGE.replace(old, new), PASSAGE) == 1
    assert carried(PASSAGE, PASSAGE.replace(old, new)) == 1


def test_a_passage_with_a_sentence_that_the_text_lacks_is_carried_for_the_most_part() -> None:
    first, second, third = PASSAGE.split(". ")
    found = Passage(PASSAGE).carried_by(f"{first}. {BEHIND} {third}")
    assert found.is_most
    assert not found.is_whole
    assert Passage(PASSAGE).missing_from(f"{first}. {third}").startswith("He organised the convoys")
    assert Passage(f"{first}. {third}").carried_by(PASSAGE).is_whole
    assert second not in Passage(PASSAGE).longest_in(f"{first}. {BEHIND} {third}")


def test_a_passage_joined_of_two_paragraphs_is_carried() -> None:
    first, second, third = PASSAGE.split(". ")
    assert Passage(f"{first}. {third}").carried_by(f"{first}.\n\n{BEHIND}\n\n{second}.\n\n{third}").is_whole


def test_a_text_with_one_sentence_of_it_carries_a_part() -> None:
    found = Passage(PASSAGE).carried_by(BEFORE + PASSAGE.partition(". ")[0] + BEHIND)
    assert found.is_part
    assert not found.is_most


@pytest.mark.parametrize("text", ["", "?!", BEHIND, "the the the", "It was said on Tuesday that the end was near."])
def test_a_text_of_other_matter_carries_nothing(text: str) -> None:
    found = Passage(PASSAGE).carried_by(text)
    assert not found.is_part
    assert not found.is_most
    assert Passage(PASSAGE).places_in(text) == ()


def test_a_report_on_the_same_pattern_carries_a_part_at_most() -> None:
    quake = (
        "An earthquake of magnitude 5.4 struck near the town of Velmar on Monday, the geological survey said. No "
        "damage was seen at first and nobody known to be hurt. It was 10 km deep, and people ran into the streets."
    )
    other = quake.replace("Velmar", "Ostrana").replace("5.4", "6.1").replace("10 km", "35 km")
    found = Passage(quake).carried_by(other)
    assert found.other_matter
    assert not found.is_most
    assert Passage(quake).carried_by(quake.replace("5.4", "5.5")).is_most


def test_a_text_with_no_more_of_it_than_what_somebody_said_carries_a_part() -> None:
    said = (
        "“We have waited for these trains for eleven winters, and we will not wait for a twelfth one on this platform "
        "while the trains of others go by twice in every hour of the day”"
    )
    passage = f"The mayor of Grenn met the drivers at noon in the hall by the old station. {said}, she told them then."
    found = Passage(passage).carried_by(f"A crowd cheered. {said}, said the mayor of Grenn.")
    assert found.share >= MOST
    assert found.is_part
    assert not found.is_most
    assert Passage(f"{said} {said.upper()}, she told them.").carried_by(f"A crowd cheered. {said}.").is_most


def test_places_are_those_of_the_passage_with_the_words_changed_in_it() -> None:
    changed = PASSAGE.replace("called for an inquiry", "demanded inquiries")
    text = BEFORE + changed + BEHIND
    ((start, end),) = Passage(PASSAGE).places_in(text)
    assert text[start:end] == changed


def test_a_passage_that_runs_over_two_parts_of_a_text_stands_in_two_places() -> None:
    first, _, third = PASSAGE.split(". ")
    middle = f" {BEHIND} {BEFORE} ".replace("\n", " ")
    text = f"{first}. {middle}{third}"
    assert [text[start:end] for start, end in Passage(PASSAGE).places_in(text)] == [f"{first}.", third]


def test_a_short_title_that_the_passage_begins_with_is_a_place_of_it() -> None:
    title = "River rises by a hand"
    assert Passage(f"{title} {PASSAGE}").places_in(title) == ((0, len(title)),)
    assert Passage(PASSAGE).places_in("The defence minister") == ()


TEXTS = st.lists(st.sampled_from("the a of Kyiv said 7 seven (AP) — per cent. \n\n “ 港 ﬁ Mr".split(" ")), max_size=40)  # noqa: SIM905


@settings(deadline=None, max_examples=200)
@given(TEXTS.map(" ".join), TEXTS.map(" ".join))
def test_shares_and_places_lie_within_bounds_whatever_the_texts(passage: str, text: str) -> None:
    found = Passage(passage)
    told = found.carried_by(text)
    assert 0 <= told.share <= 1
    assert 0 <= told.own <= 1
    places = found.places_in(text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert isinstance(found.missing_from(text), str)
    if len(found.words) >= 4 and "(AP)" not in passage and "—" not in passage:
        assert found.carried_by(passage).share == 1
