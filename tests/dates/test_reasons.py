"""What people, events and years in a text say of the day on which it was written."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dates.facts import KNOWLEDGE, D, draft, published
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.dates import date_articles, reasons
from geotui.knowledge.rows import Event, Person, Role
from geotui.model import Published, Term

BERG = Person(
    "ada-berg",
    "Ada Berg",
    ("Berg",),
    False,
    ("Ada Berg",),
    (),
    (),
    (Role("minister", "country:NO", D("2015-03-02"), D("2018-06-20")),),
)
WITH_BERG = replace(KNOWLEDGE, people={BERG.id: BERG})


def dated_with_berg(text: str) -> Published:
    return date_articles([draft(text)], [()], WITH_BERG)[0].published


def test_people_are_news_while_they_hold_office() -> None:
    found = dated_with_berg("Ada Berg said on Monday that the harvest was good.")
    assert found.day is None
    assert found.start is not None
    assert found.end is not None
    assert found.start < D("2015-03-02") < D("2018-06-20") < found.end
    assert (found.end - found.start).days < 5000
    assert "it names Ada Berg: news of their time in office, Nov 2014 to Sep 2018" in found.evidence


def test_who_is_called_former_is_out_of_office() -> None:
    found = dated_with_berg("The former minister Ada Berg said on Monday that the harvest was good.")
    assert found.start is not None
    assert found.start >= D("2018-06-01")


def test_a_change_of_office_is_found_behind_what_is_set_between_commas() -> None:
    found = dated_with_berg("Ada Berg, who had waited many years for it and told all, was sworn in on Monday.")
    assert found.day in (D("2015-03-02"), D("2015-03-03"))
    assert 'it says "sworn in" of Ada Berg, who took office on 2 Mar 2015' in found.evidence


def test_who_becomes_the_first_to_do_a_thing_takes_no_office() -> None:
    found = dated_with_berg("Ada Berg became the first minister to speak in the old church on Monday.")
    assert not any("took office" in reason for reason in found.evidence)


def test_who_would_leave_office_has_not_left() -> None:
    leaves = dated_with_berg("Ada Berg stepped down on Wednesday.")
    would = dated_with_berg("Ada Berg said on Wednesday she would resign.")
    assert leaves.day in (D("2018-06-20"), D("2018-06-21"))
    assert would.day is None or would.day < D("2018-06-20")


def test_years_are_counted_from_an_event_before_or_behind_its_name() -> None:
    raid = {"raid": Event("raid", ("Harbour raid",), "watershed", D("1944-06-06"))}
    known = replace(KNOWLEDGE, events=raid)
    for text in ("It is 70 years since the Harbour raid, she said.", "She spoke of the Harbour raid 70 years ago."):
        found = date_articles([draft(text)], [()], known)[0].published
        assert found.day is not None
        assert abs((found.day - D("2014-06-06")).days) <= 1
        assert any("counts from 6 Jun 1944" in reason for reason in found.evidence)
        assert not any("spoken of only since" in reason for reason in found.evidence)


def test_what_a_court_judges_is_not_the_news() -> None:
    crash = {"crash": Event("crash", ("Flight 77 crash",), "happening", D("2014-07-17"), D("2014-07-17"))}
    known = replace(KNOWLEDGE, events=crash)
    fresh = date_articles([draft("The Flight 77 crash on Thursday killed all on board.")], [()], known)[0].published
    late = date_articles([draft("A court on Thursday convicted two men of the Flight 77 crash.")], [()], known)[
        0
    ].published
    assert fresh.day in (D("2014-07-17"), D("2014-07-18"))
    assert late.day is None


def test_of_two_signs_that_share_words_the_fuller_one_is_meant() -> None:
    events = {
        "flood": Event(
            "flood", (), "happening", D("2019-05-06"), D("2019-05-06"), signs=("delta + dyke + breach + mill",)
        ),
        "talk": Event("talk", (), "happening", D("2021-08-03"), D("2021-08-03"), signs=("delta + dyke + minister",)),
    }
    text = "The minister said on Tuesday that a dyke in the delta was breached on Monday, and that the mill was lost."
    found = date_articles([draft(text)], [()], replace(KNOWLEDGE, events=events))[0].published
    assert found.day is not None
    assert found.day.year == 2019


def test_what_tells_of_an_event_is_shown_in_the_words_of_the_text() -> None:
    flood = Event(
        "flood", (), "happening", D("2019-05-06"), D("2019-05-06"), signs=("delta/mouth + dyke + breach/broke",)
    )
    text = "Dykes in the delta were breached on Monday, and thousands fled."
    found = date_articles([draft(text)], [()], replace(KNOWLEDGE, events={"flood": flood}))[0].published
    assert found.day == D("2019-05-06")
    assert 'words at its top, "Dykes", "delta", "breached", fit the news of 6 May 2019' in found.evidence


def test_no_day_is_named_where_two_years_fit() -> None:
    found = published(
        draft("The ship left the harbour on Friday, March 4."), terms=(Term(D("2010-01-01"), None, "a term"),)
    )
    assert found.day is None
    assert found.confidence == 0


def test_games_may_be_earlier_ones_than_are_known() -> None:
    found = published(draft("The Harbour Games ended with a feast, she said. The last war was over in 1991."))
    assert found.start is not None
    assert found.start < D("2010-01-01")


@given(st.integers(1, 12), st.sampled_from(("", "early", "mid", "late")), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_what_is_said_of_every_year_never_speaks_twice_of_one_day(month: int, part: str, weekday: int) -> None:
    for runs in (
        reasons._monthly(month, part, reasons._MONTH_BEHIND, 0.08, 2030),
        reasons._yearly(month, 15, weekday, reasons._BEFORE_DAY, 2030),
    ):
        assert all(before[1] < after[0] for before, after in pairwise(runs))
