"""What typed date phrases mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.dates import read_phrase
from geotui.model import Span
from geotui.settings import Settings

NOW = date(2023, 6, 14)
MEANINGS = [
    # the latest such day
    ("monday", "2023-06-12"),
    ("on wednesday", "2023-06-14"),
    ("last wednesday", "2023-06-07"),
    ("next friday", "2023-06-23"),
    ("this friday", "2023-06-16"),
    ("coming friday", "2023-06-16"),
    ("friday afternoon", "2023-06-09"),
    ("monday last week", "2023-06-05"),
    ("sat", "2023-06-10"),
    # calendar units
    ("this week", "2023-06-12/2023-06-18"),
    ("last month", "2023-05"),
    ("next quarter", "2023-07-01/2023-09-30"),
    ("last weekend", "2023-06-10/2023-06-11"),
    ("week of 5 june", "2023-06-05/2023-06-11"),
    ("last year", "2022"),
    ("last decade", "201X"),
    ("21st century", "2001-01-01/2100-12-31"),
    ("last century", "1901-01-01/2000-12-31"),
    # back from today
    ("the past week", "2023-06-08/2023-06-14"),
    ("past month", "2023-05-15/2023-06-14"),
    ("past yr", "2022-06-15/2023-06-14"),
    ("year to date", "2023-01-01/2023-06-14"),
    # both bounds
    ("since 1 june until 5 june", "2023-06-01/2023-06-05"),
    ("since 2022 until 2022", "2022"),
    ("after 2021 until march 2022", "2022-01-01/2022-03-31"),
    ("since 1 june and before 5 june", "2023-06-01/2023-06-04"),
    ("since 2 until 5 june", "2023-06-02/2023-06-05"),
    ("since 3 days before 5 june", "2023-06-02/.."),
    (">=2020 <2022", "2020-01-01/2021-12-31"),
    ("20 nov to 5 jan", "2022-11-20/2023-01-05"),
    ("jul-jun", "2022-07-01/2023-06-30"),
    # months
    ("march", "2023-03"),
    ("mar", "2023-03"),
    ("in november", "2022-11"),
    ("november 2020", "2020-11"),
    ("june", "2023-06"),
    ("last june", "2022-06"),
    ("next march", "2024-03"),
    ("may last year", "2022-05"),
    ("earlier this month", "2023-06-01/2023-06-14"),
    ("the seventies", "197X"),
    ("between 4-22 january 1995", "1995-01-04/1995-01-22"),
    # so long back
    ("2w", "2023-06-01/2023-06-14"),
    ("10d", "2023-06-05/2023-06-14"),
    ("3m", "2023-03-15/2023-06-14"),
    ("1y", "2022-06-15/2023-06-14"),
    ("last 10 days", "2023-06-05/2023-06-14"),
    ("past 3 weeks", "2023-05-25/2023-06-14"),
    ("72h", "2023-06-12/2023-06-14"),
    ("12h", "2023-06-14"),
    ("past two months", "2023-04-15/2023-06-14"),
    # one day away
    ("5 days ago", "2023-06-09"),
    ("two weeks ago", "2023-05-31"),
    ("a month ago", "2023-05-14"),
    ("2 years ago", "2021"),
    ("in 3 days", "2023-06-17"),
    # parts
    ("early 2020", "2020-01-01/2020-04-30"),
    ("mid-2020", "2020-05-01/2020-08-31"),
    ("late 2020", "2020-09-01/2020-12-31"),
    ("early may", "2023-05-01/2023-05-10"),
    ("mid may", "2023-05-11/2023-05-20"),
    ("late may", "2023-05-21/2023-05-31"),
    ("end of feb 2020", "2020-02-21/2020-02-29"),
    ("end of the year", "2023-09-01/2023-12-31"),
    ("beginning of 2019", "2019-01-01/2019-04-30"),
    ("early 1990s", "1990-01-01/1993-12-31"),
    # seasons
    ("spring 2020", "2020-03-01/2020-05-31"),
    ("last summer", "2022-06-01/2022-08-31"),
    ("winter 2020", "2020-12-01/2021-02-28"),
    ("fall 2021", "2021-09-01/2021-11-30"),
    # quarters, halves, decades, weeks
    ("q3 2020", "2020-07-01/2020-09-30"),
    ("2020Q3", "2020-07-01/2020-09-30"),
    ("H1 2020", "2020-01-01/2020-06-30"),
    ("second half of 2020", "2020-07-01/2020-12-31"),
    ("first quarter of 2021", "2021-01-01/2021-03-31"),
    ("2000s", "200X"),
    ("202X", "202X"),
    ("in the 1990s", "199X"),
    ("2023-W20", "2023-05-15/2023-05-21"),
    ("week 20 2023", "2023-05-15/2023-05-21"),
    # open ends
    ("since 1 feb 2022", "2022-02-01/.."),
    ("from march 2022", "2022-03-01/.."),
    ("2022-02-03..", "2022-02-03/.."),
    (">=2022-02-03", "2022-02-03/.."),
    ("after feb 2022", "2022-03-01/.."),
    (">2022-02-03", "2022-02-04/.."),
    ("until 2020", "../2020-12-31"),
    ("up to 3 june", "../2023-06-03"),
    ("..2022-02-03", "../2022-02-03"),
    ("<=2022-02", "../2022-02-28"),
    ("before monday", "../2023-06-11"),
    ("<2022-02-03", "../2022-02-02"),
    ("since last week", "2023-06-05/.."),
    ("since monday", "2023-06-12/.."),
    ("newer than 4 days", "2023-06-10/.."),
    ("older than 3 weeks", "../2023-05-23"),
    # from one to another
    ("between 5 june and 9 june", "2023-06-05/2023-06-09"),
    ("between 5 and 9 june 2020", "2020-06-05/2020-06-09"),
    ("from may to july 2020", "2020-05-01/2020-07-31"),
    ("2022-02-01..2022-02-10", "2022-02-01/2022-02-10"),
    ("2022-02-01/2022-02-10", "2022-02-01/2022-02-10"),
    ("3 june 2020 - 4 july 2020", "2020-06-03/2020-07-04"),
    ("5-9 june", "2023-06-05/2023-06-09"),
    ("feb 1-10, 2022", "2022-02-01/2022-02-10"),
    ("2019-2020", "2019-01-01/2020-12-31"),
    ("nov - feb 2022", "2021-11-01/2022-02-28"),
    ("nov to feb", "2022-11-01/2023-02-28"),
    ("2018 to 2020", "2018-01-01/2020-12-31"),
    ("monday to wednesday", "2023-06-12/2023-06-14"),
    ("from july 13-15", "2022-07-13/2022-07-15"),
    ("from the 13th to the 15th of july", "2022-07-13/2022-07-15"),
    # around
    ("around feb 2022", "2022-01-01/2022-03-31"),
    ("around 3 june 2020", "2020-06-02/2020-06-04"),
    ("2022-02-10 ±3d", "2022-02-07/2022-02-13"),
    ("2022-02-10 +/- 1 week", "2022-02-03/2022-02-17"),
    # days
    ("today", "2023-06-14"),
    ("yesterday", "2023-06-13"),
    ("day before yesterday", "2023-06-12"),
    ("2023-06-03", "2023-06-03"),
    ("20230603", "2023-06-03"),
    ("3 june", "2023-06-03"),
    ("20 june", "2022-06-20"),
    ("June 3rd, 2023", "2023-06-03"),
    ("the third of june 2021", "2021-06-03"),
    ("sat 3 june", "2023-06-03"),
    ("sat 17 june", "2023-06-17"),
    ("the 3rd", "2023-06-03"),
    ("may twenty-first", "2023-05-21"),
    ("16. Nov. 2016", "2016-11-16"),
    ("two days before yesterday", "2023-06-11"),
    ("3 days after christmas 2020", "2020-12-28"),
    ("first friday of next month", "2023-07-07"),
    ("20th of last month", "2023-05-20"),
    ("first monday of may 2022", "2022-05-02"),
    ("31/10/74", "1974-10-31"),
    ("06/2023", "2023-06"),
    ("13/2/2022", "2022-02-13"),
    ("29 feb", "2020-02-29"),
    ("2022", "2022"),
    # named days
    ("christmas 2020", "2020-12-25"),
    ("new year's eve", "2022-12-31"),
    ("new year’s eve", "2022-12-31"),
    ("easter 2021", "2021-04-04"),
    ("good friday 2022", "2022-04-15"),
    ("thanksgiving 2021", "2021-11-25"),
]
REFUSED = [
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
]
_WORDS = "since 5 june - 2022 may q3 early .. / last week of the between and 31 feb ± h1 20s monday <= 9/11 w"


@pytest.mark.parametrize(("phrase", "edtf"), MEANINGS)
def test_a_phrase_means_these_days(phrase: str, edtf: str) -> None:
    read = read_phrase(phrase, NOW, Settings())
    assert read.refusal is None
    assert read.span is not None
    assert read.span.edtf() == edtf
    assert read.read_as


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
