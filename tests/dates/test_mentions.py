"""The dates that a text names, seen from its own day (Thursday 10 March 2022)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.dates.annotating import annotate
from geotui.dates.finding import agreed, find_dates
from geotui.dates.resolving import resolve
from geotui.model import DateMention

DAY = date(2022, 3, 10)


def read(text: str, day: date | None = DAY) -> tuple[DateMention, ...]:
    return resolve(agreed(tuple(find_dates(text))), day, day)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoy arrived on Feb. 3, 2022, by train.", "Feb. 3, 2022", "2022-02-03"),
        ("Both sides signed on 3 February 2021 in Oslo.", "3 February 2021", "2021-02-03"),
        ("It was filed on 2021-11-30 at the court.", "2021-11-30", "2021-11-30"),
        ("The minister said on Feb. 28 that talks failed.", "Feb. 28", "2022-02-28"),
        ("Voters will choose a parliament on April 3.", "April 3", "2022-04-03"),
        ("A court ruled on December 20 against them.", "December 20", "2021-12-20"),
        ("He said on Thursday that it was over.", "Thursday", "2022-03-10"),
        ("She told reporters on Tuesday evening.", "Tuesday evening", "2022-03-08TEV"),
        ("The two will meet on Friday in Geneva.", "Friday", "2022-03-11"),
        ("She is set to visit Baku on Monday.", "Monday", "2022-03-14"),
        ("Troops left last Friday.", "last Friday", "2022-03-04"),
        ("Ministers gather next Monday.", "next Monday", "2022-03-14"),
        ("They spoke yesterday.", "yesterday", "2022-03-09"),
        ("The bank raised rates last month.", "last month", "2022-02"),
        ("It happened last week.", "last week", "2022-W09"),
        ("Exports fell in January.", "January", "2022-01"),
        ("A vote will be held in June.", "June", "2022-06"),
        ("It was founded in June 1994.", "June 1994", "1994-06"),
        ("He will travel in early April.", "early April", "2022-04"),
        ("The wall fell in 1989.", "1989", "1989"),
        ("Ties froze in the 1990s.", "1990s", "199"),
        ("It grew in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
        ("He resigned two years ago.", "two years ago", "2020"),
        ("It sank three days ago.", "three days ago", "2022-03-07"),
        ("She wrote on Saturday, March 5: it is over.", "Saturday, March 5", "2022-03-05"),
        ("The curbs taken since September 20 will end.", "September 20", "2021-09-20"),
        ("The fair runs March 12-15.", "March 12-15", "2022-03-12/2022-03-15"),
        ("They met in July last year.", "July last year", "2021-07"),
        ("The judge put the hearing off until Tuesday.", "Tuesday", "2022-03-15"),
        ("It was the worst flood of the 18th Century.", "the 18th Century", "17"),
        ("The shop was robbed Tuesday at 9:30 p.m. by two men.", "Tuesday at 9:30 p.m.", "2022-03-08T21:30"),
        ("They were told early this week.", "early this week", "2022-W10"),
        ("It was agreed late last month.", "late last month", "2022-02"),
        ("The deed is of 25/12/2021 or so.", "25/12/2021", "2021-12-25"),
        ("They held a June vote.", "June", "2021-06"),
        ("Two of the ships had left port by Tuesday.", "Tuesday", "2022-03-08"),
        ("They want the ships to leave port by Tuesday.", "Tuesday", "2022-03-15"),
        ("It was sold in nineteen ninety-six, she recalled.", "nineteen ninety-six", "1996"),
        ("Rents rose all through the nineties.", "nineties", "199"),
        ("The fair was held on March 5 and 6 in Bergen.", "March 5 and 6", "2022-03-05/2022-03-06"),
        ("It was settled Tuesday of last week.", "Tuesday of last week", "2022-03-01"),
        ("She will fly there Thursday next week.", "Thursday next week", "2022-03-17"),
        ("It snowed this past weekend.", "this past weekend", "2022-W09-WE"),
        ("He said that he would speak to them on Saturday.", "Saturday", "2022-03-12"),
        ("The house passed a resolution Tuesday calling for calm.", "Tuesday", "2022-03-08"),
        ("The abbey was built in the year 1503.", "1503", "1503"),
        ("The shop was robbed at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2022-03-09T22:00"),
        ("Polls close at noon on April 3.", "noon on April 3", "2022-04-03T12:00"),
        ("She called yesterday afternoon.", "yesterday afternoon", "2022-03-09TAF"),
        ("He left late Tuesday.", "late Tuesday", "2022-03-08"),
        ("They hope to finish by the end of the year.", "the end of the year", "2022"),
        ("A ruling is due later this month.", "later this month", "2022-03"),
        ("It was the worst flood of the 20th century.", "the 20th century", "19"),
        ("Prices rose over the summer of 2021.", "the summer of 2021", "2021-SU"),
        ("Wages rose in the summer.", "the summer", "2021-SU"),
        ("The 2021 second quarter was better.", "The 2021 second quarter", "2021-Q2"),
        ("The old wing was added in the early 1990s.", "early 1990s", "199"),
    ],
)
def test_a_date_in_a_text_is_resolved_against_the_texts_own_day(text: str, words: str, value: str) -> None:
    found = read(text)
    assert [(m.text, m.value) for m in found] == [(words, value)]
    assert text[found[0].start : found[0].end] == words


@pytest.mark.parametrize(
    "text",
    [
        "Talks may resume, and troops march home.",
        "May said the party would decide for itself.",
        "He came second and sat down in the sun.",
        "Some 2000 troops and 1950 soldiers crossed.",
        "They paid $2022 and 1,998 euros.",
        "The talks took two weeks and 10 days more.",
        "A 20-year war and a 3-month truce followed.",
        "He scored 2.5 points.",
        "The Good Friday Agreement and Bloody Sunday were spoken of in the Sunday Times.",
        "The council passed Resolution 1973.",
        "It was signed on 3/11/2020, and has helped the 24/7 service.",
        "Two days later the port closed.",
        "Prices have doubled since the fall of the old order.",
        "The council sits every Monday and each July.",
        "Three-quarters of the 25-year-old fleet is rusty now.",
        "It exports 1,999 tons a year and 10,995 a decade.",
    ],
)
def test_ordinary_words_and_lengths_of_time_are_no_dates(text: str) -> None:
    assert read(text) == ()


def test_days_earlier_count_from_the_date_named_before() -> None:
    found = read("The bridge was hit on Feb. 20, 2022. Two days earlier the ferry had sunk.")
    assert [m.value for m in found] == ["2022-02-20", "2022-02-18"]


def test_the_day_before_and_that_night_count_from_the_date_named_before() -> None:
    found = read("The ferry sank on Feb. 20, 2022. A storm had come up the day before. That night all were found.")
    assert [m.value for m in found] == ["2022-02-20", "2022-02-19", "2022-02-19TNI"]


def test_the_end_of_a_range_lies_behind_its_beginning() -> None:
    found = read("The fair opens Sept. 30-Oct. 2. The shop was open Monday through Friday, and from Dec. 30 to Jan. 3.")
    values = ["2022-09-30", "2022-10-02", "2022-03-07", "2022-03-11", "2021-12-30", "2022-01-03"]
    assert [m.value for m in found] == values


def test_a_month_or_a_year_that_follows_counts_from_the_date_named_before() -> None:
    found = read("It was sold in April 2019. The following month it closed. A year earlier it had been full.")
    assert [m.value for m in found] == ["2019-04", "2019-05", "2018"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Talks took two weeks.", [("two weeks", "DURATION", "P2W")]),
        (
            "A 20-year war and several months of truce followed.",
            [("20-year", "DURATION", "P20Y"), ("several months", "DURATION", "PXM")],
        ),
        ("He ruled for a couple of decades.", [("a couple of decades", "DURATION", "P20Y")]),
        ("It fell in the past three years.", [("the past three years", "DURATION", "P3Y")]),
        ("They waited for 36 hours.", [("36 hours", "DURATION", "PT36H")]),
        ("It was closed for centuries.", [("centuries", "DURATION", "PXY")]),
        ("The council sits every Monday.", [("every Monday", "SET", "XXXX-WXX-1")]),
        ("The ferry now runs each year.", [("now", "DATE", "PRESENT_REF"), ("each year", "SET", "P1Y")]),
        ("She has now taken over as soon as she could.", [("now", "DATE", "PRESENT_REF")]),
        ("Doors open at 7:30 a.m. at the port.", [("7:30 a.m.", "TIME", "2022-03-10T07:30")]),
        ("The ferry leaves on Tuesday nights.", [("Tuesday nights", "SET", "XXXX-WXX-2TNI")]),
        ("They rested on Sundays.", [("Sundays", "SET", "XXXX-WXX-7")]),
        ("It stood for a hundred years.", [("a hundred years", "DURATION", "P100Y")]),
        ("It closed months ago.", [("months ago", "DATE", "PAST_REF")]),
        ("The tomb is 1,500 years old, the dig was a decade-long one.", [("decade-long", "DURATION", "P10Y")]),
        ("It was buried for 1,500 years.", [("1,500 years", "DURATION", "P1500Y")]),
        ("It began a month earlier than usual.", [("a month", "DURATION", "P1M")]),
        ("She checks it every morning.", [("every morning", "SET", "XXXX-XX-XXTMO")]),
        ("They left minutes before the storm.", [("minutes", "DURATION", "PTXM")]),
        (
            "It took two and a half years and an hour and a half.",
            [("two and a half years", "DURATION", "P2Y6M"), ("an hour and a half", "DURATION", "PT1.5H")],
        ),
        ("One day it will rain twice a week, as soon as that.", []),
        ("It broke a few years ago.", [("a few years ago", "DATE", "PAST_REF")]),
    ],
)
def test_lengths_of_time_and_repeated_days_are_told_apart_from_dates(
    text: str, marked: list[tuple[str, str, str]]
) -> None:
    assert [(text[one.start : one.end], one.kind, one.value) for one in annotate(text, DAY)] == marked


def test_without_a_day_of_its_own_only_full_dates_are_resolved() -> None:
    found = read("On Monday they recalled June 1994 and Feb. 3.", None)
    assert [m.value for m in found] == ["1994-06"]


def test_what_holds_on_every_day_of_an_interval_is_resolved() -> None:
    found = tuple(find_dates("The minister said on Feb. 3 and last year that she would not run."))
    values = [m.value for m in resolve(found, date(2022, 3, 1), date(2022, 3, 20))]
    assert values == ["2022-02-03", "2021"]


_PIECES = (
    "the|noon|past|few|to|quarter|every|nineteen|ninety|5 p.m.|on|Feb.|3|May|2022|Monday|last|week|two|years|ago|early"
    "|in|1990s|said|will|Q1|2022-02-30|31|,|-|’s"
)


@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES.split("|")), max_size=12).map(" ".join)),
    st.dates(),
)
@settings(max_examples=200, deadline=None)
def test_mentions_lie_in_the_text_in_order_and_do_not_overlap(text: str, day: date) -> None:
    end = 0
    for mention in read(text, day):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        end = mention.end
    marked = annotate(text, day)
    assert all(one.end <= other.start for one, other in pairwise(marked))
    assert {(one.start, one.value) for one in read(text, day)} <= {(one.start, one.value) for one in marked}
