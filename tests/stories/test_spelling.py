"""The words by which reports are compared: prose only, and one form for all spellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.stories.spelling import comparable_words, without_credits

REPORT = (
    "Dockers in the harbour of Salvora voted on Wednesday to end a strike that kept grain ships at anchor.\n\n"
    "The deal was struck in the small hours at a hotel near the airport, their union announced."
)


def compared(text: str) -> list[str]:
    return comparable_words(without_credits(text))


@pytest.mark.parametrize(
    "page",
    [
        "Strike ends in Salvora\n\n" + REPORT,
        "Home\n\nWorld\n\nSport\n\n" + REPORT,
        REPORT + "\n\nRelated stories\n\nNine dead as dam breaks in the north\n\nParliament finds a speaker at last",
        REPORT.replace(
            "\n\n", "\n\nREAD MORE: The nine lives of the harbour of Salvora, told by those who work in it.\n\n"
        ),
        REPORT.replace("\n\n", "\n\nAdvertisement\n\n"),
        "By Mira Stanic\n\n4 March 2021\n\n" + REPORT,
        "SALVORA, March 4, 2021 (Reuters) - " + REPORT,
        "Strike ends in Salvora\n\nSALVORA (AFP) — " + REPORT,
        REPORT + "\n\nReporting by Pavel Dron; Editing by Ana Velik",
    ],
)
def test_what_a_site_puts_around_a_report_is_not_compared(page: str) -> None:
    assert compared(page) == compared(REPORT)


def test_a_table_is_compared_whole() -> None:
    table = "Results of the second round\n\nBelin 2-1 Lesna\n\nCorvin 0-0 Dunmore\n\nKestrel 3-2 Orla"
    assert compared(table) == comparable_words(table)


def test_sentences_of_any_script_are_prose_and_its_headings_are_not() -> None:
    text = "两国领导人在北京会谈\n\n两国领导人星期五在北京举行会谈，讨论了贸易和能源问题。\n\n「我们会继续谈下去。」"
    assert compared(text) == comparable_words(text.split("\n\n", 1)[1])


def test_a_long_paragraph_is_prose_whatever_its_end() -> None:
    long = " ".join(["and the river rose"] * 6)
    assert compared(f"{REPORT}\n\n{long}")[-1] == "rose"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.S. army and the U.N. envoy", "the US army and the UN envoy"),
        ("at 10 a.m. on September 4th", "at 10am on Sept 4"),
        ("al-Qaida and Hizbollah", "al-Qaeda and Hezbollah"),
        ("Moammar Gadhafi", "Moammar Gaddafi"),
        ("a rise of 5 pct in fifteen days", "a rise of 5 percent in 15 days"),
        ("40 km of mould and sulphur", "40 kilometres of mold and sulfur"),
        ("the protestor's mum learnt to practise", "the protester's mom learned to practice"),
        ("1,200 tyres cost $3,000", "1200 tires cost $3000"),
    ],
)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert comparable_words(one) == comparable_words(other)


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("12 dead", "21 dead"), ("the lead", "the led")])
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert comparable_words(one) != comparable_words(other)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_comparable_words(text: str) -> None:
    assert all(word and " " not in word for word in compared(text))
