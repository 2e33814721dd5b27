"""Which typed phrases are no dates or refused, and what else their meaning hangs on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.dates import read_phrase
from geotui.model import Span
from geotui.settings import Settings

NOW = date(2023, 6, 14)
REFUSED = [
    "june 3 20",
    "3 june 202",
    "a few days ago",
    "last few weeks",
    "20220230",
    "9/11 2001",
    "since 9/11",
    "winter 2020-2023",
    "fifth monday of june 2022",
    "12th week of may",
    "0 june",
    "week 53 2021",
    "5 june to 3 june",
    "since 2023 until 2020",
    "feb 31",
    "31 feb 2020",
    "29 feb 2023",
    "q5 2020",
    "h3 2020",
    "9/11",
    "3/2/2022",
    "2022-13-01",
    "2022-02-30",
    "31/31/2022",
    "week 54 2023",
    "monday 3 june 2023",
    "2022-02-10..2022-02-01",
    "since feb 30",
    "0d",
    "99999y",
]
NO_DATES = [
    "tariffs",
    "xi putin",
    "we",
    "paris climate",
    "banana week",
    "sat in",
    "",
    " ",
    "week",
    "within 5 days",
    "for 3 days from today",
    "second",
    "g20",
    "every monday",
    "friday 45",
    "on mondays",
    "week of 2020",
    "next next week",
    "june june",
    "early late 2020",
    "between june and",
    "in 2 parts",
    "starting",
    "by the sea",
    "2020/2021/2022",
]
NOT_ALONE = [
    "the sun",
    "in the sun",
    "the sat",
    "the mar",
    "sat",
    "mar",
    "jan",
    "sun",
    "easter",
    "fall",
    "new year",
    "second half",
    "100 days",
    "two weeks",
    "the hundred days",
    "by 2030",
    "the weekend",
]
_WORDS = "since 5 june - 2022 may q3 early .. / last week of the between and 31 feb ± h1 20s monday <= 9/11 w"


@pytest.mark.parametrize("phrase", REFUSED)
@pytest.mark.parametrize("in_filter", [True, False])
def test_what_begins_as_a_date_and_is_none_is_refused_in_words(phrase: str, in_filter: bool) -> None:
    read = read_phrase(phrase, NOW, Settings(), in_filter=in_filter)
    assert read.span is None
    assert read.refusal
    assert read.refusal.endswith(".")


@pytest.mark.parametrize("phrase", NO_DATES)
def test_other_words_are_no_dates(phrase: str) -> None:
    read = read_phrase(phrase, NOW, Settings())
    assert (read.span, read.refusal) == (None, None)


@pytest.mark.parametrize("word", NOT_ALONE)
def test_in_a_filter_words_that_mostly_mean_something_else_are_no_dates_alone(word: str) -> None:
    assert read_phrase(word, NOW, Settings(), in_filter=True).span is None
    assert read_phrase(word, NOW, Settings()).span is not None


@pytest.mark.parametrize(
    ("now", "phrase", "edtf"),
    [
        # a Sunday, and the days of its week
        ("2023-06-18", "this weekend", "2023-06-17/2023-06-18"),
        ("2023-06-18", "last weekend", "2023-06-10/2023-06-11"),
        ("2023-06-18", "sunday", "2023-06-18"),
        ("2023-06-18", "last sunday", "2023-06-11"),
        ("2023-06-18", "next monday", "2023-06-19"),
        ("2023-06-18", "next sunday", "2023-06-25"),
        ("2023-06-18", "last week", "2023-06-05/2023-06-11"),
        ("2023-06-18", "coming weekend", "2023-06-24/2023-06-25"),
        # a Monday
        ("2023-06-12", "monday", "2023-06-12"),
        ("2023-06-12", "last monday", "2023-06-05"),
        ("2023-06-12", "this week", "2023-06-12/2023-06-18"),
        ("2023-06-12", "week to date", "2023-06-12"),
        # the turn of a year
        ("2024-01-01", "today", "2024-01-01"),
        ("2024-01-01", "yesterday", "2023-12-31"),
        ("2024-01-01", "last month", "2023-12"),
        ("2024-01-01", "january", "2024-01"),
        ("2024-01-01", "last quarter", "2023-10-01/2023-12-31"),
        ("2024-01-01", "winter", "2023-12-01/2024-02-29"),
        ("2024-01-01", "this winter", "2023-12-01/2024-02-29"),
        ("2024-01-01", "new year's eve", "2023-12-31"),
        ("2024-01-01", "31 dec", "2023-12-31"),
        ("2021-01-02", "week 53", "2020-12-28/2021-01-03"),
        # leap days, and months too short
        ("2024-02-29", "1y", "2023-03-01/2024-02-29"),
        ("2024-02-29", "a year ago today", "2023-02-28"),
        ("2024-02-29", "29 feb", "2024-02-29"),
        ("2024-02-28", "29 feb", "2020-02-29"),
        ("2023-03-31", "1m", "2023-03"),
        ("2023-03-31", "a month ago", "2023-02-28"),
        ("2023-03-31", "31st", "2023-03-31"),
        ("2023-02-15", "31st", "2023-01-31"),
        ("2023-12-25", "christmas", "2023-12-25"),
        ("2023-12-24", "christmas", "2022-12-25"),
        ("2023-12-25", "last christmas", "2022-12-25"),
    ],
)
def test_a_phrase_is_read_from_its_own_day(now: str, phrase: str, edtf: str) -> None:
    span = read_phrase(phrase, date.fromisoformat(now), Settings()).span
    assert span is not None
    assert span.edtf() == edtf


@pytest.mark.parametrize(
    ("phrase", "same"),
    [
        ("LAST WEEK", "last week"),
        ("Since  1   FEB   2022", "since 1 feb 2022"),
        ("5—9 june", "5-9 june"),
        ("5 – 9 June", "5-9 june"),
        ("june 5th–9th", "5-9 june"),
        ("3rd of June, 2020", "3 june 2020"),
        ("Feb. 3, 2022", "3 feb 2022"),
        ("03jun2023", "3 june 2023"),
        ("q3’20", "q3 2020"),
        ("twenty-four hours ago", "24 hours ago"),
        ("the third of may", "3 may"),
        ("between jan & feb 2020", "jan-feb 2020"),
    ],
)
def test_case_commas_dashes_and_small_words_change_nothing(phrase: str, same: str) -> None:
    assert read_phrase(phrase, NOW, Settings()).span == read_phrase(same, NOW, Settings()).span


def test_a_refusal_quotes_what_was_typed() -> None:
    refusal = read_phrase("June 9-5", NOW, Settings()).refusal
    assert refusal == '"June 9-5" ends before it begins.'


def test_in_a_filter_may_and_march_are_months() -> None:
    for word, edtf in (("may", "2023-05"), ("march", "2023-03")):
        span = read_phrase(word, NOW, Settings(), in_filter=True).span
        assert span is not None
        assert span.edtf() == edtf


def test_the_settings_give_the_order_of_digits() -> None:
    for order, edtf in (("dmy", "2022-02-03"), ("mdy", "2022-03-02")):
        span = read_phrase("3/2/2022", NOW, Settings(date_order=order)).span
        assert span is not None
        assert span.edtf() == edtf


def test_a_refusal_of_digits_gives_both_readings() -> None:
    refusal = read_phrase("9/11", NOW, Settings()).refusal
    assert refusal is not None
    assert "9 November" in refusal
    assert "11 September" in refusal


def test_months_of_the_other_languages_in_the_settings_are_read() -> None:
    french = Settings(languages=("en", "fr"))
    for phrase, edtf in (("3 février 2022", "2022-02-03"), ("février 2022", "2022-02"), ("feb 2022", "2022-02")):
        span = read_phrase(phrase, NOW, french).span
        assert span is not None
        assert span.edtf() == edtf
    assert read_phrase("février 2022", NOW, Settings()).span is None


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("4 feb 2022", "4 Feb 2022"),
        ("1-10 feb 2022", "1-10 Feb 2022"),
        ("since 1 feb 2022", "since 1 Feb 2022"),
        ("feb 2022", "Feb 2022"),
        ("2022", "2022"),
        ("until feb 2022", "until 28 Feb 2022"),
        ("winter 2020", "Dec 2020 - Feb 2021"),
        ("q1 2020", "Jan-Mar 2020"),
    ],
)
def test_a_reading_is_said_in_plain_words(phrase: str, words: str) -> None:
    assert read_phrase(phrase, NOW, Settings()).read_as == words


@given(
    st.one_of(st.text(max_size=30), st.lists(st.sampled_from(_WORDS.split()), max_size=8).map(" ".join)),
    st.dates(),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_reader(phrase: str, today: date, in_filter: bool) -> None:
    read = read_phrase(phrase, today, Settings(), in_filter=in_filter)
    assert read.span is None or read.refusal is None
    assert read == read_phrase(phrase, today, Settings(), in_filter=in_filter)
    if read.span is not None and read.span.start is not None and read.span.end is not None:
        assert read.span.start <= read.span.end


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
@settings(max_examples=100, deadline=None)
def test_every_day_is_read_back_as_it_is_written(day: date) -> None:
    for phrase in (day.isoformat(), f"{day:%d %B %Y}"):
        assert read_phrase(phrase, NOW, Settings()).span == Span.day(day)
