"""What the top of an article tells of its day: events told by their words, and changes of office."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dates.facts import KNOWLEDGE, D, draft

from geotui.dates import date_articles
from geotui.knowledge.rows import Event, Person, Role
from geotui.model import Published

EVENTS = (
    Event("dam", (), "happening", D("2021-06-17"), D("2021-06-17"), signs=("lake/reservoir + dam + burst/collapse",)),
    Event("vote-17", (), "happening", D("2017-05-07"), D("2017-05-07"), signs=("ruritan + election + win/won",)),
    Event("vote-22", (), "happening", D("2022-04-24"), D("2022-04-24"), signs=("ruritan + election + win/won",)),
    *(
        Event(f"cup-{year}", ("Reed Cup", f"{year} Reed Cup"), "happening", D(f"{year}-06-11"), D(f"{year}-07-19"))
        for year in (2018, 2022, 2026)
    ),
)
BELO = Person(
    "ana-belo", "Ana Belo", ("Belo",), False, (), (), (), (Role("president", "RU", D("2018-06-02"), D("2023-11-20")),)
)


def published(title: str, text: str, **fields: object) -> Published:
    knowledge = replace(KNOWLEDGE, people={BELO.id: BELO}, events={event.id: event for event in EVENTS})
    return date_articles([draft(text, title, **fields)], [()], knowledge)[0].published


def test_an_event_told_in_its_words_with_its_weekday_tells_the_day() -> None:
    found = published("Hundreds missing below the lake", "The dam collapsed before dawn on Thursday, police said.")
    assert found.day in (D("2021-06-17"), D("2021-06-18"))
    assert any("lake" in reason for reason in found.evidence)


def test_the_same_words_far_down_or_looking_back_do_not() -> None:
    before = "The council spoke of roads and schools for a long time, and then of the price of bread. " * 6
    below = published("Council meets", before + "\n\nThe lake dam burst.")
    looking_back = published("Village remembers", "Two years after the dam at the lake burst, the church is new.")
    assert below.day is None
    assert looking_back.day is None


def test_of_events_told_in_the_same_words_the_weekday_does_not_choose_alone() -> None:
    found = published("Ruritanian election", "The party won the election on Sunday, officials said.")
    assert found.confidence < 0.8


def test_the_weekday_of_another_day_makes_an_event_less_fresh() -> None:
    same = published("Flood below the lake", "The dam burst on Thursday, police said.")
    other = published("Flood below the lake", "The dam had burst, police said on Monday.")
    assert other.confidence < same.confidence


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ana Belo was sworn in on Saturday as president.", ("2018-06-02", "2018-06-03")),
        ("President Ana Belo resigned on Monday after weeks of protest.", ("2023-11-20", "2023-11-21")),
        ("Ten days in office, President Ana Belo spoke on Tuesday of reform.", ("2018-06-12", "2018-06-13")),
        ("Ten days in office, President Ána Belo spoke on Tuesday of reform.", ("2018-06-12", "2018-06-13")),
    ],
)
def test_a_change_of_office_tells_the_day(text: str, days: tuple[str, ...]) -> None:
    assert published("News from the capital", text).day in [D(day) for day in days]


def test_whom_a_leader_dismisses_is_another() -> None:
    found = published("Cabinet changes", "President Ana Belo dismissed her finance minister on Monday.")
    assert found.day is None


def test_a_cup_named_with_its_year_may_be_years_ahead() -> None:
    found = published("Three neighbours bid", "The congress chose the hosts of the 2026 Reed Cup on Wednesday.")
    assert found.day is None
    assert found.start is not None
    assert found.start < D("2024-01-01")


def test_a_date_with_by_is_ahead() -> None:
    text = "Inspectors said on Tuesday that they want answers by December 15. The lake dam burst, they said."
    found = published("Inspectors wait", text)
    assert found.day is None or not D("2021-12-15") <= found.day <= D("2021-12-31")


def test_years_named_long_ago_leave_the_time_open() -> None:
    found = published("A look at the port", "The port was built in 1998, and is full of ships.")
    assert found.day is None
    assert found.end is None or found.end >= D("2012-01-01")
