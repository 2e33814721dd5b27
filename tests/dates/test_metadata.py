"""Dates as sites print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.dates import metadata_day
from geotui.dates.metadata import unsettled, url_day, url_month
from geotui.model import Span


@pytest.mark.parametrize(
    "printed",
    [
        "2022-02-03",
        "2022-02-03T19:35:00Z",
        "2022-02-03T23:35:00.000+05:30",
        "2022-02-03 07:35",
        "2022/02/03",
        "20220203",
        "20220203T193500Z",
        "Thu, 03 Feb 2022 19:35:00 +0000",
        "Thu Feb  3 19:35:00 UTC 2022",
        "February 3, 2022 7:35 PM",
        "Feb. 3, 2022",
        "3 Feb 2022",
        "3rd February 2022, 10:00 am IST",
        "Published: 3 February 2022",
        "PUBLISHED ON FEBRUARY 3, 2022 | UPDATED ON FEBRUARY 5, 2022",
        "Updated Feb 5, 2022; first published Feb 3, 2022",
        "Updated 3 Feb 2022",
        "1643902500",
        "1643902500000",
        "2022年2月3日",
    ],
)
def test_a_printed_date_is_read_as_its_own_day(printed: str) -> None:
    assert metadata_day(printed) == date(2022, 2, 3)


def test_digits_are_read_where_only_one_order_is_a_date() -> None:
    assert metadata_day("13/02/2022") == date(2022, 2, 13)
    assert metadata_day("02/13/2022") == date(2022, 2, 13)
    assert metadata_day("02/02/2022") == date(2022, 2, 2)
    assert metadata_day("03/02/2022") is None


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "2 hours ago",
        "1970-01-01T00:00:00Z",
        "Thursday",
        "February 2022",
        "30 Feb 2022",
        "2022-13-40",
        "12345",
        "Feb 3 - Feb 9, 2022 to 9 Mar 2022",
    ],
)
def test_what_does_not_mean_one_day_is_none(printed: str) -> None:
    assert metadata_day(printed) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://paper.example/world/2022/02/03/summit-opens/", date(2022, 2, 3)),
        ("https://paper.example/world/2022/feb/03/summit-opens", date(2022, 2, 3)),
        ("https://paper.example/a/summit-opens-2022-02-03", date(2022, 2, 3)),
        ("https://paper.example/a/20220203.html", date(2022, 2, 3)),
        ("https://paper.example/news/2022/02/summit", None),
        ("https://paper.example/id/20229903", None),
    ],
)
def test_a_day_in_an_address_is_read(url: str, day: date | None) -> None:
    assert url_day(url) == day


def test_a_month_in_an_address_is_read() -> None:
    assert url_month("https://paper.example/2022/02/summit") == Span.month(2022, 2)
    assert url_month("https://paper.example/summit") is None


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_metadata_breaks_the_reader(printed: str) -> None:
    day = metadata_day(printed)
    assert day is None or 1900 <= day.year <= 2099
    assert day == metadata_day(printed)


@pytest.mark.parametrize(
    ("printed", "words", "spans"),
    [
        (
            "05/03/2022",
            'the page\'s date "05/03/2022" can be read as 5 March or 3 May 2022',
            (Span.day(date(2022, 3, 5)), Span.day(date(2022, 5, 3))),
        ),
        (
            "Updated 7/8/2022, posted 5-3-2022",
            'the page\'s date "Updated 7/8/2022, posted 5-3-2022" can be read as 5 March or 3 May 2022',
            (Span.day(date(2022, 3, 5)), Span.day(date(2022, 5, 3))),
        ),
        ("2022-02-30", 'the page\'s date "2022-02-30" is no day of the calendar', ()),
        ("2022-13-45", 'the page\'s date "2022-13-45" is no day of the calendar', ()),
        ("20221345", 'the page\'s date "20221345" is no day of the calendar', ()),
        ("2022-02", 'the page\'s date "2022-02" gives the month alone', (Span.month(2022, 2),)),
        ("Feb. 2022", 'the page\'s date "Feb. 2022" gives the month alone', (Span.month(2022, 2),)),
        ("2 hours ago", 'the page\'s date "2 hours ago" names no day that can be read', ()),
        ("1970-01-01", 'the page\'s date "1970-01-01" names no day that can be read', ()),
        ("3 Feb 2022 or 9 Mar 2022", 'the page\'s date "3 Feb 2022 or 9 Mar 2022" names more than one day', ()),
    ],
)
def test_a_printed_date_that_means_no_one_day_says_why(printed: str, words: str, spans: tuple[Span, ...]) -> None:
    assert metadata_day(printed) is None
    assert unsettled(printed) == (words, spans)


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=st.sampled_from("0123456789/-. FebJanMarch年月日:TZ"), max_size=30))
def test_no_printed_date_raises(printed: str) -> None:
    words, spans = unsettled(printed)
    assert words
    assert len(spans) <= 2
