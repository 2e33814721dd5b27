"""When an article was written, told by the page or by its own words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import geotui.dates
from geotui.dates import date_articles, reasons
from geotui.knowledge.rows import Event, Knowledge, Person, Role
from geotui.model import Draft, Published, Term, TitleFrom

D = date.fromisoformat
EVENTS = (
    Event("games-18", ("Harbour Games",), "happening", D("2018-02-09"), D("2018-02-25"), opens=("opening ceremony",)),
    Event("games-22", ("Harbour Games",), "happening", D("2022-02-04"), D("2022-02-20"), opens=("opening ceremony",)),
    Event("feast", ("Lantern New Year",), "occasion", days=tuple(map(D, ("2022-02-01", "2023-01-22", "2024-02-10")))),
    Event("plague", ("Grey Fever",), "watershed", D("2020-02-11")),
    Event("raid", ("Sept. 11 attacks",), "watershed", D("2001-09-11")),
)
KNOWLEDGE = Knowledge(
    people={},
    countries={},
    organisations={},
    offices={},
    events={event.id: event for event in EVENTS},
    places={},
    given_names=frozenset(),
    family_first_surnames=frozenset(),
    languages={},
    as_of=date(2026, 11, 1),
    digest="",
)


def draft(text: str, title: str = "", **fields: object) -> Draft:
    return Draft(title, TitleFrom.LINE, None, text, (), **fields)  # type: ignore[arg-type]


def published(*drafts: Draft, terms: tuple[Term, ...] = ()) -> Published:
    """That of the first, the terms being its own."""
    given_terms = [terms, *(() for _ in drafts[1:])]
    return date_articles(drafts, given_terms, KNOWLEDGE)[0].published


def test_the_date_of_the_page_stands_before_all_else() -> None:
    found = published(
        draft("It rained on Monday, Feb. 7.", date="2021-05-06T23:30:00-08:00", url="https://a.example/2020/01/02/x")
    )
    assert (found.day, found.start, found.end) == (D("2021-05-06"), D("2021-05-06"), D("2021-05-06"))
    assert found.metadata
    assert found.confidence >= 0.95
    assert found.edtf() == "2021-05-06"


def test_a_day_in_the_address_or_the_dateline_is_metadata() -> None:
    assert published(draft("It rained.", url="https://a.example/2020/01/02/rain")).day == D("2020-01-02")
    assert published(draft("It rained.", dateline="OSLO, March 5, 2021")).day == D("2021-03-05")


def test_a_dateline_without_a_year_takes_it_from_the_words() -> None:
    terms = (Term(D("2021-06-01"), D("2022-05-31"), "a minister's term"),)
    found = published(
        draft("The minister said on Thursday it was over.", dateline="OSLO, Feb. 3 (Agency)"), terms=terms
    )
    assert found.day == D("2022-02-03")
    assert not found.metadata
    assert found.edtf() == "2022-02-03~"


def test_a_weekday_beside_a_day_tells_the_year() -> None:
    text = "The minister resigned on Thursday, Feb. 3, and left for Oslo. Her deputy said on Thursday he would follow."
    found = published(draft(text), terms=(Term(D("2019-01-01"), None, "a term"),))
    assert found.day is not None
    assert (found.day.year, found.day.month) == (2022, 2)


def test_a_coming_event_with_a_weekday_tells_the_day() -> None:
    text = "She arrived on Wednesday. She will attend the opening ceremony of the Harbour Games on Friday."
    found = published(draft(text), terms=(Term(D("2020-01-01"), None, "a term"),))
    assert found.day in (D("2022-02-02"), D("2022-02-03"))
    assert any("Harbour Games" in reason for reason in found.evidence)


def test_the_eve_of_a_feast_tells_the_day() -> None:
    text = "The leaders spoke on Thursday by telephone. The call came on the eve of the Lantern New Year."
    found = published(draft(text), terms=(Term(D("2023-06-01"), None, "a term"),))
    assert found.day in (D("2024-02-08"), D("2024-02-09"), D("2024-02-10"))


def test_a_caption_only_says_that_the_article_is_not_older() -> None:
    text = "The minister said on Monday that talks would go on. Nothing was signed."
    found = published(draft(text, captions=("The minister in Oslo, November 13, 2019. Agency",)))
    assert found.day is None
    assert found.start is not None
    assert found.start >= D("2019-11-13")


def test_offices_bound_the_time_and_tell_no_day() -> None:
    terms = (Term(D("2018-03-01"), D("2021-05-31"), "one"), Term(D("2020-09-01"), D("2023-01-31"), "other"))
    found = published(draft("They met on Tuesday."), terms=terms)
    assert found.day is None
    assert found.start is not None
    assert found.end is not None
    assert D("2020-08-25") <= found.start <= found.end <= D("2021-06-05")


def test_terms_of_one_wording_are_alternatives() -> None:
    twice = (Term(D("2016-11-09"), D("2017-01-20"), "elect"), Term(D("2024-11-06"), D("2025-01-20"), "elect"))
    text = "She said on Thursday that the truce of 2022 was weak. He will travel in early January."
    found = published(draft(text), terms=twice)
    assert found.start is not None
    assert found.end is not None
    assert D("2024-11-01") <= found.start <= found.end <= D("2025-01-25")


def test_what_is_called_so_only_later_is_a_lower_bound() -> None:
    found = published(draft("The Grey Fever had killed thousands by then, in 1995 as today."))
    assert found.start is not None
    assert found.start >= D("2020-02-11")


def test_a_day_in_the_name_of_an_event_is_not_of_this_year() -> None:
    dating = date_articles([draft("He wrote of the Sept. 11 attacks.", date="2015-06-01")], [()], KNOWLEDGE)[0]
    assert [m.value for m in dating.mentions] == ["2001-09-11"]


def test_a_full_date_in_a_line_of_its_own_is_taken_for_the_day_of_printing() -> None:
    line = draft(
        "The port was closed after a storm.\n\nUpdated Feb. 3, 2022, 5:04 p.m. EST\n\nBread became dear in 2014."
    )
    caption = draft("The port was closed after a storm.", captions=("OSLO, Feb. 3, 2022",))
    for one in (line, caption):
        found = published(one)
        assert found.day == D("2022-02-03")
        assert found.confidence < 0.8


def test_a_full_date_called_today_or_before_the_dash_of_a_dateline_is_the_day() -> None:
    for text in (
        "The port opens again today, February 3, 2022, the harbour office announced.",
        "The pier is whole.\n\nOSLO, Norway, Feb. 3, 2022 (Newswire) -- The harbour office announced a new pier.",
    ):
        assert published(draft(text)).day == D("2022-02-03")


def test_a_full_date_inside_a_sentence_or_a_picture_is_none_of_printing() -> None:
    told = draft("The port, which was closed on Feb. 3, 2022, after a storm that broke its pier, will be opened.")
    picture = draft(
        "The port was closed after a storm.", captions=("A man walks in Oslo, Feb. 3, 2022. Agency/A. Berg",)
    )
    apposed = draft(
        "He was Mayor Anton Berg, Feb. 3, 2022, the day on which the port was closed for repairs by the town."
    )
    assert [published(one).day for one in (told, picture, apposed)] == [None, None, None]


def test_neighbours_on_a_page_help_each_other() -> None:
    first = draft("The minister spoke on Friday of the harvest.")
    second = draft("She arrived on Wednesday. She will attend the opening ceremony of the Harbour Games on Friday.")
    third = draft("The Harbour Games will begin on Feb. 4, 2022, in the port.")
    alone, beside = published(first), published(first, second, third)
    assert alone.day is None
    assert beside.day is not None
    assert abs((beside.day - D("2022-02-04")).days) <= 3


def test_an_article_that_speaks_against_its_neighbours_stands_alone() -> None:
    old = draft("She will attend the opening ceremony of the Harbour Games on Friday.")
    new = draft(
        "The accord of March 9, 2025, was signed a day ago. The minister said on Monday she was glad of March 9, 2025."
    )
    found = published(new, old, terms=(Term(D("2025-01-20"), None, "a term"),))
    assert found.start is not None
    assert found.start >= D("2025-01-01")


def test_nothing_known_is_said_to_be_nothing() -> None:
    assert published(draft("Ice is cold.")) == Published()


def test_a_year_alone_gives_an_interval_and_no_day() -> None:
    found = published(draft("The treaty of 2014 was praised by all."))
    assert found.day is None
    assert found.start is not None
    assert found.confidence == 0


def test_no_module_of_the_room_reads_the_clock() -> None:
    for module in Path(geotui.dates.__file__).parent.glob("*.py"):
        source = module.read_text(encoding="utf-8")
        assert not re.search(r"\.(?:today|now|utcnow|time|monotonic)\(", source), module.name


_PIECES = "on Feb. 3|in 2014|said on Monday|will meet on Friday|by May|Harbour Games|Grey Fever|in May 2020|last week"


@given(st.lists(st.lists(st.sampled_from(_PIECES.split("|")), max_size=8).map(" ".join), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_intervals_hold_their_day_and_never_pass_the_knowledge(texts: list[str]) -> None:
    drafts = [draft(text) for text in texts]
    for dating in date_articles(drafts, [()] * len(drafts), KNOWLEDGE):
        found = dating.published
        assert 0 <= found.confidence <= 1
        assert (found.day is None) == (found.confidence == 0)
        if found.day is not None and found.start is not None and found.end is not None:
            assert found.start <= found.day <= found.end <= KNOWLEDGE.as_of


def test_a_printed_date_of_two_readings_leaves_both_days_open() -> None:
    found = published(draft("It rained all day, and no ship left the harbour.", date="05/03/2022"))
    assert (found.day, found.start, found.end) == (None, D("2022-03-05"), D("2022-05-03"))
    assert found.confidence == 0
    assert found.evidence[0] == 'the page\'s date "05/03/2022" can be read as 5 March or 3 May 2022'


def test_other_reasons_choose_between_two_readings_of_a_printed_date() -> None:
    found = published(draft("The ship left the harbour on Friday, March 4.", date="05/03/2022"))
    assert found.day == D("2022-03-05")
    assert not found.metadata
    by_address = published(draft("It rained.", date="05/03/2022", url="https://a.example/2022/05/03/x"))
    assert by_address.day == D("2022-05-03")


def test_a_printed_date_that_is_none_is_told_and_the_text_decides() -> None:
    found = published(
        draft("The ship left the harbour last Friday, March 4, 2022, and will return on March 8.", date="2022-02-30")
    )
    assert found.evidence[0] == 'the page\'s date "2022-02-30" is no day of the calendar'
    assert found.day is not None
    assert D("2022-03-04") <= found.day <= D("2022-03-09")
    assert published(draft("It rained.", date="2022-13-45")).evidence == (
        'the page\'s date "2022-13-45" is no day of the calendar',
    )
    assert published(draft("It rained.", date="05/03/2099")).day is None


def test_this_weekday_is_read_where_the_day_is_known() -> None:
    text = "He leaves this Monday and is back on Tuesday."
    mentions = date_articles([draft(text, date="2022-02-03")], [()], KNOWLEDGE)[0].mentions
    assert (mentions[0].text, mentions[0].value) == ("this Monday", "2022-02-07")


def test_a_brief_that_names_no_day_has_that_of_its_digest() -> None:
    briefs = [
        draft("The minister arrived in Oslo on Thursday, Feb. 3. He will see the Harbour Games open on Friday."),
        draft("The port was closed on Friday after a storm."),
        draft("Bread has become dear, and nobody knows why."),
        draft("The opening ceremony of the Harbour Games is on Friday. The treaty will be signed on Feb. 8."),
    ]
    found = [dating.published for dating in date_articles(briefs, [()] * 4, KNOWLEDGE)]
    assert found[2].day is not None
    assert abs((found[2].day - D("2022-02-04")).days) <= 1
    assert found[2].confidence < found[0].confidence
    assert found[2].evidence[-1].startswith("articles beside it on the page are of about")


def test_a_brief_out_of_step_with_its_digest_keeps_its_own_time() -> None:
    briefs = [
        draft("The minister arrived in Oslo on Thursday, Feb. 3. He will see the Harbour Games open on Friday."),
        draft("The port was closed on Friday, Feb. 4, after a storm."),
        draft("The accord was signed on Thursday, the minister said."),
        draft("The opening ceremony of the Harbour Games is on Friday. The treaty will be signed on Feb. 8."),
    ]
    ministers = [Term(D("2019-05-01"), D("2019-05-31"), name) for name in ("one", "another", "a third")]
    terms = [[], [], ministers, []]
    found = [dating.published for dating in date_articles(briefs, terms, KNOWLEDGE)]
    assert [one.day.year if one.day else None for one in found[:2]] == [2022, 2022]
    assert found[2].start is not None
    assert found[2].start.year == 2019


def test_a_digest_that_looks_back_on_a_fortnight_leaves_the_week_of_its_briefs_open() -> None:
    pinned = (draft("Snow fell.", date="2022-02-01"), draft("Ice broke.", date="2022-02-10"))
    briefs = [*pinned, draft("The port was closed on Wednesday after a storm, and reopened on Thursday.")]
    found = date_articles(briefs, [()] * 3, KNOWLEDGE)[2].published
    assert found.start is not None
    assert found.end is not None
    assert found.start <= D("2022-02-03") <= D("2022-02-10") <= found.end
    assert found.confidence < 0.6


def test_a_digest_of_two_days_tells_the_day_of_its_briefs() -> None:
    pinned = (draft("Snow fell.", date="2022-02-09"), draft("Ice broke.", date="2022-02-10"))
    briefs = [*pinned, draft("The port was closed on Wednesday after a storm, and reopened on Thursday.")]
    found = date_articles(briefs, [()] * 3, KNOWLEDGE)[2].published
    assert found.day == D("2022-02-10")
    assert found.start is not None
    assert found.start > D("2022-02-03")


def test_short_articles_of_several_years_are_no_digest() -> None:
    dates = ("2013-06-03", "2018-02-07", "2022-02-02")
    found = published(draft("It rained on Monday."), *(draft("It snowed.", date=one) for one in dates))
    assert found.day is None
    assert found.start is None or found.end is None or (found.end - found.start).days > 365


def test_briefs_of_no_common_weeks_tell_each_other_of_years() -> None:
    terms = [[Term(D("2019-01-01"), D("2021-12-31"), "one")], [Term(D("2020-06-01"), None, "two")], [], []]
    briefs = [draft(text) for text in ("He spoke on Monday.", "She spoke on Tuesday.", "It rained.", "It snowed.")]
    found = date_articles(briefs, terms, KNOWLEDGE)[2].published
    assert found.day is None
    assert found.start is not None
    assert found.end is not None
    assert D("2018-12-01") <= found.start <= found.end <= D("2022-06-30")


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
WITH_BERG = replace(KNOWLEDGE, people={BERG.id: BERG}, cache={})


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
    known = replace(KNOWLEDGE, events=raid, cache={})
    for text in ("It is 70 years since the Harbour raid, she said.", "She spoke of the Harbour raid 70 years ago."):
        found = date_articles([draft(text)], [()], known)[0].published
        assert found.day is not None
        assert abs((found.day - D("2014-06-06")).days) <= 1
        assert any("counts from 6 Jun 1944" in reason for reason in found.evidence)
        assert not any("spoken of only since" in reason for reason in found.evidence)


def test_what_a_court_judges_is_not_the_news() -> None:
    crash = {"crash": Event("crash", ("Flight 77 crash",), "happening", D("2014-07-17"), D("2014-07-17"))}
    known = replace(KNOWLEDGE, events=crash, cache={})
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
    found = date_articles([draft(text)], [()], replace(KNOWLEDGE, events=events, cache={}))[0].published
    assert found.day is not None
    assert found.day.year == 2019


def test_what_tells_of_an_event_is_shown_in_the_words_of_the_text() -> None:
    flood = Event(
        "flood", (), "happening", D("2019-05-06"), D("2019-05-06"), signs=("delta/mouth + dyke + breach/broke",)
    )
    text = "Dykes in the delta were breached on Monday, and thousands fled."
    found = date_articles([draft(text)], [()], replace(KNOWLEDGE, events={"flood": flood}, cache={}))[0].published
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
