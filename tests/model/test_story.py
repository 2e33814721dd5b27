"""An event in words."""

from __future__ import annotations

from datetime import date

import pytest

from geotui.model import EventHead


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2022, 2, 4), date(2022, 2, 4), "4 Feb 2022"),
        (date(2022, 2, 3), date(2022, 2, 5), "3 to 5 Feb 2022"),
        (date(2022, 1, 28), date(2022, 2, 3), "28 Jan to 3 Feb 2022"),
        (date(2021, 12, 30), date(2022, 1, 2), "30 Dec 2021 to 2 Jan 2022"),
        (None, None, ""),
    ],
)
def test_the_days_of_an_event_are_told_in_as_few_words_as_they_need(
    first: date | None, last: date | None, words: str
) -> None:
    assert EventHead("a", "Title", first, last, 2, 2).days() == words


def test_days_that_no_page_says_look_inferred() -> None:
    event = EventHead("a", "Title", date(2022, 2, 3), date(2022, 2, 5), 2, 2, inferred=True)
    assert event.days() == "~3 to 5 Feb 2022"


@pytest.mark.parametrize(
    ("stories", "outlets", "words"),
    [
        (3, 14, "3 reports, 14 outlets"),
        (2, 1, "2 reports, 1 outlet"),
        (1200, 0, "1,200 reports"),
    ],
)
def test_an_event_counts_its_reports_and_their_outlets(stories: int, outlets: int, words: str) -> None:
    assert EventHead("a", "Title", None, None, stories, outlets).counts() == words
