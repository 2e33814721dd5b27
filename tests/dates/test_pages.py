"""When the articles of one page were written: neighbours and briefs tell of each other."""

from __future__ import annotations

from dates.facts import KNOWLEDGE, D, draft, published

from geotui.dates import date_articles
from geotui.model import Term


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
