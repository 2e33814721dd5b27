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
    # pieces of a date, and what stands beside one
    ("first week of may 2024", "2024-05-01/2024-05-07"),
    ("last week of september 2014", "2014-09-24/2014-09-30"),
    ("second week of this month", "2023-06-08/2023-06-14"),
    ("last day of october 2015", "2015-10-31"),
    ("first weekend of june", "2023-06-03/2023-06-04"),
    ("last weekend of may 2022", "2022-05-28/2022-05-29"),
    ("first 10 days of may", "2023-05-01/2023-05-10"),
    ("last 3 months of 2020", "2020-10-01/2020-12-31"),
    ("first monday of the month", "2023-06-05"),
    ("first half of the year", "2023-01-01/2023-06-30"),
    ("the week before last", "2023-05-29/2023-06-04"),
    ("year before last", "2021"),
    ("friday before last", "2023-06-02"),
    ("week after next", "2023-06-26/2023-07-02"),
    ("the day before christmas 2020", "2020-12-24"),
    ("week before christmas", "2022-12-18/2022-12-24"),
    ("the year before 2020", "2019"),
    ("month after may 2022", "2022-06"),
    ("weekend after 5 june", "2023-06-10/2023-06-11"),
    ("a fortnight before christmas 2020", "2020-12-11"),
    ("3 weeks before may 2022", "2022-04-10"),
    ("monday after easter 2021", "2021-04-05"),
    ("second tuesday after 5 june", "2023-06-13"),
    ("two weeks starting may 20th", "2023-05-20/2023-06-02"),
    ("week commencing 5 june", "2023-06-05/2023-06-11"),
    ("early this week", "2023-06-12/2023-06-14"),
    ("mid last week", "2023-06-06/2023-06-08"),
    ("late last week", "2023-06-09/2023-06-11"),
    ("late summer 2021", "2021-08"),
    ("mid q3 2020", "2020-08"),
    ("christmas week 2020", "2020-12-21/2020-12-27"),
    ("winter 2020-21", "2020-12-01/2021-02-28"),
    ("weeks 5 to 7 of 2022", "2022-01-31/2022-02-20"),
    ("between 4 and 22 this month", "2023-06-04/2023-06-22"),
    ("friday 13th", "2023-01-13"),
    # said otherwise
    ("two thursdays ago", "2023-06-01"),
    ("a week ago monday", "2023-06-05"),
    ("a year ago today", "2022-06-14"),
    ("2 years 1 month 21 days ago", "2021-04-24"),
    ("a couple of weeks ago", "2023-05-31"),
    ("half a year ago", "2022-12-14"),
    ("a decade ago", "2013"),
    ("this past weekend", "2023-06-10/2023-06-11"),
    ("this coming friday", "2023-06-16"),
    ("coming weekend", "2023-06-17/2023-06-18"),
    ("the weekend", "2023-06-10/2023-06-11"),
    ("last fortnight", "2023-06-01/2023-06-14"),
    ("so far this year", "2023-01-01/2023-06-14"),
    ("month to date", "2023-06-01/2023-06-14"),
    ("past 24h", "2023-06-14"),
    ("2 hours ago", "2023-06-14"),
    ("sometime in 2020", "2020"),
    ("last q3", "2022-07-01/2022-09-30"),
    ("3Q 2020", "2020-07-01/2020-09-30"),
    ("jun2023", "2023-06"),
    ("may/2020", "2020-05"),
    ("06 / 2023", "2023-06"),
    ("yesterday at noon", "2023-06-13"),
    # bounds, said otherwise
    ("prior to 2020", "../2019-12-31"),
    ("no later than 5 june", "../2023-06-05"),
    ("by 5 june", "../2023-06-05"),
    ("starting from 1 june", "2023-06-01/.."),
    ("not before 5 june", "2023-06-05/.."),
    ("2020 or later", "2020-01-01/.."),
    ("2020 and earlier", "../2020-12-31"),
    ("from 2020 on", "2020-01-01/.."),
    ("2020+", "2020-01-01/.."),
    ("more than 3 weeks ago", "../2023-05-23"),
    ("less than a month ago", "2023-05-14/.."),
    ("before the end of 2020", "../2020-12-30"),
    ("until the start of may", "../2023-05-01"),
    ("after the beginning of 2020", "2020-01-02/.."),
    ("around 5 june 2020 ±3d", "2020-06-02/2020-06-08"),
    ("within two weeks of christmas 2020", "2020-12-11/2021-01-08"),
    ("over 3 weeks ago", "../2023-05-23"),
    ("over the weekend", "2023-06-10/2023-06-11"),
    ("the whole of 2020", "2020"),
    ("2020 to date", "2020-01-01/2023-06-14"),
    ("2022-02-03…2022-02-10", "2022-02-03/2022-02-10"),
    ("a hundred days ago", "2023-03-06"),
    # EDTF
    ("2022-02-03~", "2022-02-03~"),
    ("2022-02-XX", "2022-02"),
    ("../2022-02-03", "../2022-02-03"),
]
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
