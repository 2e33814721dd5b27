"""Two texts told paragraph by paragraph: nothing lost, nothing told twice, outlets' ways passed over."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.model import Compared, Difference, Standing
from geotui.stories import difference, turned

LEDE = "A landslide buried the road to the mine of Tarnow on Sunday night, and cut off some 12 hamlets."
DIGGERS = "Diggers from the army worked by the light of lorries until the morning, the district said."
SCHOOL = "The school of the largest hamlet was turned into a shelter, where the cook made soup for everyone."
FAULT = "Geologists had warned in the spring that the slope was moving by a hand a month."
OTHER = "In the capital, a committee met for the first time since the summer to speak of the budget for roads."

SAME, CHANGED, ONE, OTHERS = Standing.SAME, Standing.CHANGED, Standing.ONLY_ONE, Standing.ONLY_OTHER


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def standings(found: Difference) -> list[Standing]:
    return [paragraph.standing for paragraph in found.paragraphs]


def told(paragraph: Compared) -> str:
    """A paragraph with what differs in brackets."""
    return "".join(s.one if s.same else f"[{s.one}|{s.other}]" for s in paragraph.stretches)


def test_paragraphs_are_the_same_changed_or_in_one_text_alone_in_the_order_of_the_first() -> None:
    changed = LEDE.replace("12 hamlets", "15 hamlets")
    found = difference(text(LEDE, DIGGERS, FAULT), text(changed, SCHOOL, FAULT))
    assert standings(found) == [CHANGED, ONE, OTHERS, SAME]
    assert told(found.paragraphs[0]).endswith("some [12|15] hamlets.")
    assert (found.paragraphs[1].one, found.paragraphs[1].other) == (DIGGERS, "")
    assert (found.paragraphs[2].one, found.paragraphs[2].other) == ("", SCHOOL)


def test_what_only_the_other_begins_or_ends_with_stands_at_that_end() -> None:
    found = difference(text(LEDE), text(SCHOOL, LEDE, FAULT))
    assert standings(found) == [OTHERS, SAME, OTHERS]


def test_a_paragraph_that_was_moved_is_the_same() -> None:
    found = difference(text(LEDE, DIGGERS, SCHOOL, FAULT), text(LEDE, FAULT, DIGGERS, SCHOOL))
    assert standings(found) == [SAME] * 4
    assert (found.of_one, found.of_other) == (1.0, 1.0)


def test_a_paragraph_that_was_moved_and_changed_is_changed() -> None:
    moved = FAULT.replace("a hand a month", "a hand a week")
    found = difference(text(LEDE, DIGGERS, SCHOOL, FAULT), text(moved, LEDE, DIGGERS, SCHOOL))
    assert standings(found) == [SAME, SAME, SAME, CHANGED]
    assert told(found.paragraphs[3]).endswith("a hand a [month|week].")


def test_paragraphs_that_were_joined_or_parted_are_the_same() -> None:
    apart, joined = text(LEDE, DIGGERS, SCHOOL, FAULT), text(f"{LEDE} {DIGGERS}", f"{SCHOOL} {FAULT}")
    for one, other in ((apart, joined), (joined, apart)):
        assert standings(difference(one, other)) == [SAME] * 4
    more = text(f"{LEDE} {OTHER} {DIGGERS}", SCHOOL)
    found = difference(text(LEDE, DIGGERS, SCHOOL), more)
    assert Standing.ONLY_ONE not in standings(found)
    assert OTHER.rstrip(".") in "".join(s.other for p in found.paragraphs for s in p.stretches if not s.same)


def test_a_paragraph_written_anew_is_one_taken_out_and_one_put_in() -> None:
    found = difference(text(LEDE, DIGGERS, FAULT), text(LEDE, OTHER, FAULT))
    assert standings(found) == [SAME, ONE, OTHERS, SAME]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The programme’s labour costs rose by 5 per cent.", "The program's labor costs rose by 5%."),
        ("Zelenskiy left Kiev on Tuesday.", "Zelenskyy left Kyiv on Tuesday."),
        ("The U.S. envoy met twelve ministers.", "The US envoy met 12 ministers."),
        ("KYIV (Reuters) - The dam held.", "KYIV, Feb 4 (AFP): The dam held."),
        ("The dam held.\n\nReporting by A. Writer; Editing by B. Other", "The dam held."),
        ("Mr Stone said “no”.", 'Stone said "no"'),
    ],
)
def test_outlets_spellings_and_credits_are_the_same_and_shown_as_they_stand(one: str, other: str) -> None:
    found = difference(one, other)
    assert not found.differs
    assert "\n\n".join(paragraph.one for paragraph in found.paragraphs if paragraph.one) == one
    assert "\n\n".join(paragraph.other for paragraph in found.paragraphs if paragraph.other) == other


def test_text_without_spaces_is_compared_letter_by_letter() -> None:
    found = difference("港口新码头星期一启用，第一艘粮食船靠岸。", "港口新码头星期二启用，第一艘粮食船靠岸。")
    assert told(found.paragraphs[0]) == "港口新码头星期[一|二]启用，第一艘粮食船靠岸。"


def test_a_word_put_in_stands_between_the_words_it_was_put_between() -> None:
    found = difference(LEDE, LEDE.replace("the mine", "the old mine").replace(" on Sunday night", ""))
    assert "to the[|old] mine" in told(found.paragraphs[0])
    assert "Tarnow [on Sunday night|], and cut" in told(found.paragraphs[0])


def test_titles_are_compared_too_and_left_out_where_they_are_the_same() -> None:
    found = difference(LEDE, LEDE, ("Landslide cuts off 12 hamlets", "Landslide cuts off 15 hamlets"))
    assert [told(part) for part in found.title] == ["Landslide cuts off [12|15] hamlets"]
    assert found.differs
    assert not difference(LEDE, LEDE, ("Landslide at Tarnow", "LANDSLIDE AT TARNOW")).differs


def test_a_difference_can_be_told_from_the_other_side() -> None:
    found = difference(text(LEDE, DIGGERS), text(LEDE.replace("12", "15"), FAULT))
    back = turned(found)
    assert standings(back) == [CHANGED, OTHERS, ONE]
    assert (back.numbers[0].one, back.numbers[0].other) == ("15", "12")
    assert turned(back) == found


def test_a_long_page_with_many_changes_is_told_whole() -> None:
    chance = random.Random(5)
    words = [f"w{number}x" for number in range(3000)]
    paragraphs = [" ".join(chance.choices(words, k=50)) + "." for _ in range(600)]
    others = [f"{p[:-1]} anew." if n % 10 == 0 else p for n, p in enumerate(paragraphs)]
    others[200:210], others[400:400] = [], [" ".join(chance.choices(words, k=50)) for _ in range(10)]
    found = difference(text(*paragraphs), text(*others))
    counts = {standing: standings(found).count(standing) for standing in Standing}
    assert counts == {SAME: 531, CHANGED: 59, ONE: 10, OTHERS: 10}


PIECES = st.sampled_from(
    "a bb ccc 12 21 killed from to the Mr (AP) one “x”, - 中文 % Kyiv . 1,200 \n\n \n per cent".split(" ")  # noqa: SIM905
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=60)


def letters(text: str) -> str:
    return "".join(text.split())


@settings(deadline=None, max_examples=200)
@given(TEXTS, TEXTS)
def test_any_two_texts_are_told_whole_the_first_in_its_order(one: str, other: str) -> None:
    found = difference(one, other, (other[:20], one[:20]))
    assert letters("".join(paragraph.one for paragraph in found.paragraphs)) == letters(one)
    assert sorted(letters("".join(paragraph.other for paragraph in found.paragraphs))) == sorted(letters(other))
    for paragraph in found.paragraphs:
        assert (paragraph.standing is SAME) == all(stretch.same for stretch in paragraph.stretches)
        assert all(stretch.one or stretch.other for stretch in paragraph.stretches)
    assert 0 <= found.of_one <= 1
    assert 0 <= found.of_other <= 1


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_a_text_does_not_differ_from_itself(one: str) -> None:
    assert not difference(one, one, (one, one)).differs
