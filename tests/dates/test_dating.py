"""When an article was written, told by the page or by its own words."""

from __future__ import annotations

import re
from pathlib import Path

from dates.facts import KNOWLEDGE, D, draft, published
from hypothesis import given, settings
from hypothesis import strategies as st

import geotui.dates
from geotui.dates import date_articles
from geotui.model import Published, Term


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
