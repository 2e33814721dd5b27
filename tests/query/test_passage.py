"""A pasted paragraph is a passage, whole; what is a filter stays one, however long."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_library import KNOWLEDGE, LIBRARY, Library, reading
from pyroaring import BitMap

from geotui.model import Graded
from geotui.query import Filter, Sort, advise, evaluate, sentence, sentences
from geotui.query.nodes import Carries, terms
from geotui.query.parser import MOST_WORDS

PROSE = (
    "The harbour master said on Tuesday that the ferry would not sail until the wind had dropped, and that those who "
    "had bought a ticket could stay at the inn for the night, which the town would pay for."
)


def passages(filter_: Filter) -> list[str]:
    return [test.passage for term in terms(filter_.root) for test in term.tests if isinstance(test, Carries)]


def is_whole(text: str) -> bool:
    """Whether all of a text is one passage."""
    found = reading(text)
    (term,) = found.terms
    return passages(found) == [" ".join(text.split())] and text[term.start : term.end] == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"- {PROSE}",
        f"-{PROSE}",
        f"({PROSE})",
        f"“{PROSE}”",
        f'"{PROSE}"',
        f"| {PROSE} |",
        f"Note: {PROSE}",
        f"time: 5pm. {PROSE} Source: Reuters",
        f"{PROSE}\n\n{PROSE}",
        f"{PROSE} He said: “no” - or yes – and not (never) “",
        f"{PROSE} text:",
        f"On feb 31, 9/11, q5 2020: {PROSE} sorce:AP",
        f"is:sailing {PROSE}",
        f"{PROSE} on:feb 31",
        PROSE.replace("Tuesday", "Tuesday (text: here | there)"),
        "Kai Bode (hip), Jon Aske (ankle), Ola Brenn (knee) sat out. " * 4,
        "l'homme n'a rien dit " * 8,
        "Der Hafenmeister sagte, daß die Fähre nicht fahre, solange der Wind so stark wehe wie am Abend zuvor; wer "
        "eine Karte habe, könne im Gasthof schlafen, den die Stadt bezahle, oder am Morgen mit dem Bus reisen.",
        "港长周二表示渡轮将等到风停之后才会启航已经购票的旅客可以在镇上的旅馆过夜费用由市政府承担第二天早上再乘坐公共汽车前往目的地如果天气仍然恶劣则继续等待",
    ],
)
def test_prose_is_taken_whole_whatever_signs_are_in_it(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        " ".join(PROSE.split()[:29]),
        " | ".join(f"name{n}" for n in range(40)),
        " or ".join(["xi", "putin", "kim", "erdogan", "lavrov"] * 8),
        " ".join('"grain deal"' for _ in range(20)),
        " ".join(f"-name{n}" for n in range(35)),
        " ".join(f"(name{n} | other{n})" for n in range(20)),
        "actor:xi since:2020 until:2021 -is:read " * 9,
        f'text:"{PROSE}"',
        "",
    ],
)
def test_what_is_short_or_has_the_signs_of_a_filter_is_one(text: str) -> None:
    assert passages(reading(text)) == []


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        ("is:unread since:2022 ", "", "is:unread since:2022"),
        ("since:2022 is:unread ", "", "since:2022 is:unread"),
        ("since:2022 ", "", "since:2022"),
        ("since:feb 2022 ", "", "since:feb 2022"),
        ("source:Dawn since:2022-02-03 ", "", "source:Dawn since:2022-02-03"),
        ("", " is:unread since:2022", "is:unread since:2022"),
        ("is:unread ", " since:2022", "is:unread since:2022"),
        ("since:2022   -is:read\n", "", "since:2022 -is:read"),
        ("", " (tag:truce | has:copies) source:Reuters", "(tag:truce | has:copies) source:Reuters"),
        ("", ' tag:"to do" on:feb 2022', 'tag:"to do" on:feb 2022'),
    ],
)
@pytest.mark.parametrize("passage", [PROSE, f"On Tuesday {PROSE}", f"“{PROSE}", f'He said: "{PROSE}'])
def test_fields_before_a_passage_and_behind_it_hold(before: str, after: str, asked: str, passage: str) -> None:
    found, alone = reading(before + passage + after), reading(asked)
    assert passages(found) == [passage]
    assert [(t.kind, t.meaning) for t in found.terms if t.kind != "text"] == [(t.kind, t.meaning) for t in alone.terms]


def test_the_order_asked_for_beside_a_passage_holds() -> None:
    found = reading(f"sort:oldest {PROSE} sort:copies")
    assert (found.sort, passages(found)) == (Sort.COPIES, [PROSE])


def test_a_passage_may_be_longer_than_a_filter_and_is_cut_at_a_thousand_words() -> None:
    long = " ".join(f"{PROSE} {n}" for n in range(10))
    assert len(long.split()) > MOST_WORDS
    assert passages(reading(long)) == [long]
    longer = " ".join(f"{PROSE} {n}" for n in range(60))
    (passage,) = passages(reading(longer))
    assert longer.startswith(passage)
    assert len(passage.split()) == 1000
    assert "the first 1,000 words of a passage" in sentence(reading(longer))


def test_a_passage_is_named_by_its_length_and_its_beginning() -> None:
    assert sentence(reading(PROSE)) == 'a passage of 39 words ("The harbour master said on…")'
    assert sentence(reading(f"is:unread {PROSE}")).startswith("unread and a passage of 39 words (")
    *_, shortest = sentences(reading(f"is:unread {PROSE}"), KNOWLEDGE)
    assert shortest == "unread and a passage of 39 words"


def test_words_broken_at_the_ends_of_lines_are_mended_where_the_texts_have_them() -> None:
    (passage,) = passages(reading(f"{PROSE} The para-\ntroopers and the pre- and post-war tar-\niff-\nmakers"))
    assert passage.endswith("The paratroopers and the pre- and post-war tar- iff- makers")


@dataclass
class Carrying(Library):
    """The little library, of which some stories carry any passage."""

    whole: tuple[int, ...] = ()
    part: tuple[int, ...] = ()
    asked_for: list[str] = field(default_factory=list)

    def passage(self, text: str) -> Graded:
        self.asked_for.append(text)
        whole = BitMap(self.whole)
        return Graded(whole, whole, whole | BitMap(self.part))


def test_a_passage_and_the_fields_beside_it_are_both_asked() -> None:
    library = Carrying(whole=(0, 1, 2), part=(3,))
    found = reading(f"{PROSE} is:unread", library)
    assert list(evaluate(found, library).possible) == [0]
    assert library.asked_for == [PROSE]


def test_where_no_story_carries_it_those_that_carry_a_part_are_told() -> None:
    library = Carrying(part=(0, 3))
    told = advise(reading(PROSE, library), library, KNOWLEDGE)
    assert told == "no story carries the passage; 2 carry a part of it"
    assert advise(reading(PROSE, library), Carrying(), KNOWLEDGE) == "no story carries the passage"


def test_where_only_the_fields_beside_it_do_not_fit_that_is_told() -> None:
    library = Carrying(whole=(2,))
    told = advise(reading(f"{PROSE} on:2022", library), library, KNOWLEDGE)
    assert told == "no story of 2022 carries the passage; 1 in other years"
    assert advise(reading(f"{PROSE} on:2024", library), library, KNOWLEDGE) == ""


WORDS = st.sampled_from(
    (
        *("the", "of", "and", "or", "not", "xi", "putin", "-", "(", ")", "|", '"', "“", "on:", "since:2022", "is:read"),
        *("sort:oldest", "text:x", "feb", "31", "q5", "actor:xi", "-is:read", "(tag:a", "url:", "said", "harbour"),
    )
)


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, min_size=30, max_size=80).map(" ".join))
def test_a_long_text_never_fails_for_the_words_of_a_passage(text: str) -> None:
    found = reading(f"{text} {PROSE} {PROSE} {PROSE} {text}")
    assert passages(found)
    assert sentence(found)
    assert evaluate(found, LIBRARY).possible <= LIBRARY.everything()
