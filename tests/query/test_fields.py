"""Fields and what they take."""

from __future__ import annotations

from datetime import datetime

import pytest
from little_library import LIBRARY, NOW, reading, understood

from geotui.errors import PhraseError
from geotui.query import Sort, evaluate
from geotui.query.nodes import AddedIn, Term


def found(text: str) -> list[int]:
    return list(evaluate(reading(text), LIBRARY).likely)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("on:early feb 2022 putin", [("date", "1-10 Feb 2022"), ("person", "Vladimir Putin")]),
        ("on: feb 2022", [("date", "Feb 2022")]),
        ("actor:vladimir putin feb 2022", [("person", "Vladimir Putin"), ("date", "Feb 2022")]),
        ("country:south korea xi", [("country", "South Korea"), ("person", "Xi Jinping")]),
        ("source:the guardian xi", [("outlet", "The Guardian"), ("person", "Xi Jinping")]),
        ("since:3 feb 2022 xi", [("date", "since 3 Feb 2022"), ("person", "Xi Jinping")]),
        ("ACTOR:xi", [("person", "Xi Jinping")]),
    ],
)
def test_a_field_takes_the_longest_run_that_its_kind_can_read(typed: str, terms: list[tuple[str, str]]) -> None:
    assert understood(typed) == terms


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ('text:"weak truce" xi', [("text", '"weak truce"'), ("person", "Xi Jinping")]),
        ('actor:"kim jong un"', [("person", "Kim Jong Un")]),
        ('on:"feb 2022"', [("date", "Feb 2022")]),
        ('title: "xi and putin"', [("title", '"xi and putin"')]),
    ],
)
def test_quotes_after_a_field_are_its_whole_value(typed: str, terms: list[tuple[str, str]]) -> None:
    assert understood(typed) == terms


def test_fields_of_words_take_one_word() -> None:
    assert understood("text:xi putin") == [("text", '"xi"'), ("person", "Vladimir Putin")]
    assert understood("tag:truce xi") == [("tag", "truce"), ("person", "Xi Jinping")]
    assert understood("text:us-china xi")[0] == ("text", '"us-china"')
    assert understood("text: us-china xi")[0] == ("text", '"us-china"')


@pytest.mark.parametrize(
    ("typed", "ranks"),
    [
        ("title:xi", [0, 2]), ("text:xi", [0, 2]), ("tag:truce", [1]), ("note:editor", [5]),
        ("url:guardian.com/e", [3]), ("-added:12h is:unread", [0, 5]),
        ("source:reuters", [0]), ("is:unread", [0, 5]), ("is:undated", [5]), ("has:copies", []),
        ("about:2015", [6]), ("about:july 2015", [6]), ("added:today", [6]), ("added:12h", [6]),
        ("since:2023", [2, 3, 4]), ("until:2020", [6]), ("on:2022", [0, 1]), ("since:may 2023 until:june 2023", []),
        ("country:cn", [0, 2, 6]), ("actor:xi -country:ru", [2]),
    ],
)  # fmt: skip
def test_each_field_asks_for_what_it_says(typed: str, ranks: list[int]) -> None:
    assert found(typed) == ranks


def test_any_country_code_is_read_after_country() -> None:
    assert understood("country:in country:tr country:us country:uk") == [
        ("country", "India"), ("country", "Turkey"), ("country", "United States"), ("country", "United Kingdom"),
    ]  # fmt: skip


def test_country_means_no_person() -> None:
    assert understood("country:turkish") == [("country", "Turkey")]
    assert understood("country:putin")[0] == ("country", '"putin"')


def test_short_day_names_and_years_are_dates_after_a_field() -> None:
    assert understood("on:sat") == [("date", "10 Jun 2023")]
    assert understood("on:2019") == [("date", "2019")]


def test_the_beginning_of_an_outlet_is_enough_after_source() -> None:
    (term,) = reading("source:daw").terms
    assert (term.meaning, term.note) == ("Dawn or Dawn News", "ambiguous")


@pytest.mark.parametrize("typed", ["actor:qwertyuiop", "country:qwertyuiop", "source:qwertyuiop"])
def test_a_name_that_nobody_bears_finds_nothing_and_says_so(typed: str) -> None:
    assert reading(typed).terms[0].note == "found nowhere"
    assert not evaluate(reading(typed), LIBRARY).possible


def test_an_outlet_that_is_none_offers_the_nearest() -> None:
    assert [offer.replacement for offer in reading("source:rueters").terms[0].offers] == ['source:"Reuters"']


def test_a_name_after_actor_is_one_of_any_whole_words() -> None:
    assert understood("actor:who") == [("organisation", "World Health Organization")]
    assert [(t.meaning, t.note) for t in reading("actor:sergei").terms] == [("Sergei Lavrov", "")]


@pytest.mark.parametrize("typed", ["on:banana", "since:putin", "about:xi", "added:never", 'on:"feb 2022 putin"'])
def test_a_field_of_dates_refuses_what_is_none(typed: str) -> None:
    with pytest.raises(PhraseError, match="takes a date"):
        reading(typed)


@pytest.mark.parametrize("typed", ["on:feb 31", "since:9/11", "added:feb 31 xi", "on:q5 2020 putin"])
def test_a_field_does_not_cut_a_refused_date_short(typed: str) -> None:
    with pytest.raises(PhraseError):
        reading(typed)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("sorce:dawn", "source:"), ('sorce:"dawn"', "source:"), ("titel:xi", "title:"), ("date:2022", "on:"),
     ("is:unred", "unread"), ("sort:old", "oldest"), ("has:copy", "copies"), ("is:qq", "starred")],
)  # fmt: skip
def test_a_misspelled_field_or_value_is_refused_with_the_nearest(typed: str, hint: str) -> None:
    with pytest.raises(PhraseError, match=hint):
        reading(typed)


def test_a_field_before_parentheses_is_refused_rather_than_dropped() -> None:
    with pytest.raises(PhraseError, match="parentheses"):
        reading("source:(dawn or reuters)")


@pytest.mark.parametrize(
    ("typed", "sort"),
    [("xi", Sort.NEWEST), ("sort:oldest xi", Sort.OLDEST), ("xi sort:copies", Sort.COPIES),
     ("sort:added sort:outlets", Sort.OUTLETS)],
)  # fmt: skip
def test_sort_orders_and_asks_nothing_of_a_story(typed: str, sort: Sort) -> None:
    assert reading(typed).sort is sort
    assert found(typed) == found("xi" if "xi" in typed else "")


def test_added_keeps_the_hours() -> None:
    root = reading("added:12h").root
    assert isinstance(root, Term)
    assert root.tests == (AddedIn(datetime(2023, 6, 13, 21, 30), NOW),)  # noqa: DTZ001
