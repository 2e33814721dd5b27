"""Dates and people in texts of other languages than English."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.dates import date_articles
from geotui.dates.abroad import find_dates_in, is_known
from geotui.dates.tongues import HEAD_WORDS, MONTH_WORDS, WEEKDAY_WORDS
from geotui.knowledge import load
from geotui.knowledge.rows import Knowledge, Person, Role
from geotui.model import Draft, Published, TitleFrom

D = date.fromisoformat
KNOWLEDGE = Knowledge(
    people={
        "berg": Person(
            "berg",
            "Anton Berg",
            ("Berg",),
            family_first=False,
            spellings=(),
            aliases=(),
            native=("Антон Берг", "安东·贝格"),
            roles=(
                Role("prime-minister", "country:XX", D("2003-03-01"), D("2014-06-30")),
                Role("president", "country:XX", D("2014-07-01"), D("2021-05-31")),
            ),
        )
    },
    countries={},
    organisations={},
    offices={},
    events={},
    places={},
    given_names=frozenset(),
    family_first_surnames=frozenset(),
    languages={},
    as_of=date(2026, 11, 1),
    digest="",
)


def read(text: str, language: str) -> list[tuple[object, ...]]:
    return [(one.kind, one.year, one.month, one.day, one.weekday) for one in find_dates_in(text, language)]


def published(text: str, language: str) -> Published:
    draft = Draft("", TitleFrom.MADE, None, text, (), language=language)
    return date_articles([draft], [()], KNOWLEDGE)[0].published


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Порт закрыли во вторник, 3 марта 2020 года."),
        ("fr", "Le port a fermé mardi 3 mars 2020."),
        ("es", "El puerto cerró el martes 3 de marzo de 2020."),
        ("pt", "O porto fechou na terça-feira, 3 de março de 2020."),
        ("de", "Der Hafen wurde am Dienstag, dem 3. März 2020, geschlossen."),
        ("pl", "Port zamknięto we wtorek, 3 marca 2020 roku."),
        ("uk", "Порт закрили у вівторок, 3 березня 2020 року."),
        ("ar", "أغلق الميناء يوم الثلاثاء 3 آذار/مارس 2020"),
        ("fa", "بندر روز سه‌شنبه ۳ مارس ۲۰۲۰ بسته شد"),
        ("he", "הנמל נסגר ביום שלישי, 3 במרץ 2020"),
        ("fi", "Satama suljettiin tiistaina 3. maaliskuuta 2020."),
    ],
)
def test_a_full_date_is_read_in_its_language(language: str, text: str) -> None:
    assert read(text, language) == [("day", 2020, 3, 3, 1)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "港口于2020年3月3日关闭"),
        ("ja", "港は2020年3月3日に閉鎖された"),
        ("ko", "항구는 2020년 3월 3일 폐쇄됐다"),
        ("hi", "बंदरगाह 3 मार्च 2020 को बंद हुआ"),
        ("vi", "Cảng đóng cửa ngày 3 tháng 3 năm 2020"),
        ("hu", "A kikötőt 2020. március 3-án lezárták."),
        ("tr", "Liman 3 Mart 2020'de kapatıldı."),
        ("ro", "Portul a fost închis pe 03.03.2020."),
    ],
)
def test_a_date_without_a_weekday_is_read_in_its_language(language: str, text: str) -> None:
    assert read(text, language) == [("day", 2020, 3, 3, None)]


def test_days_without_a_year_months_and_years_are_read_too() -> None:
    assert read("С 9 октября, как и в марте 2014 года и в 1998 году", "ru") == [
        ("day", None, 10, 9, None),
        ("month", 2014, 3, None, None),
        ("year", 1998, None, None, None),
    ]


def test_numbers_and_words_that_only_look_like_dates_are_none() -> None:
    assert read("Les 3 mariages, 2 000 euros, 1.998 francs, 45 mars, 1998-2", "fr") == []
    assert read("средства, 3 мартышки и 20 000 рублей", "ru") == []


def test_every_table_is_whole() -> None:
    assert {len(words.split()) for words in MONTH_WORDS.values()} == {12}
    assert {len(words.split()) for words in WEEKDAY_WORDS.values()} == {7}
    assert {len(words.split()) for words in HEAD_WORDS.values()} == {3}
    assert set(WEEKDAY_WORDS) | set(HEAD_WORDS) <= {*filter(is_known, {*WEEKDAY_WORDS, *HEAD_WORDS})}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from([*MONTH_WORDS, "zh", "vi"]))
def test_any_text_is_read_in_order_and_nothing_twice(text: str, language: str) -> None:
    places = [place for one in find_dates_in(f"3 {text} 2020 5 {text}", language) for place in (one.start, one.end)]
    assert places == sorted(places)


def test_a_day_with_its_weekday_and_an_office_tell_the_year() -> None:
    found = published("Президент Антон Берг сказал во вторник, 3 марта, что порт закрыт.", "ru")
    assert found.start is not None
    assert found.end is not None
    assert found.start <= D("2020-03-03") <= found.end
    assert found.start.year >= 2014
    assert any(reason.startswith("Anton Berg is called Президент: Jul 2014 to May 2021") for reason in found.evidence)


def test_names_are_known_in_their_cases_and_between_ideographs() -> None:
    for text, language in (("Порт посетили с Антоном Бергом.", "ru"), ("港口由总统安东·贝格关闭", "zh")):
        assert any("Anton Berg" in reason for reason in published(text, language).evidence)


def test_an_office_is_read_before_a_name_in_latin_letters_too() -> None:
    found = published("Le président Anton Berg a fermé le port mardi.", "fr")
    assert "Anton Berg is called président: Jul 2014 to May 2021" in found.evidence
    told = published("L’ancien président Anton Berg a fermé le port mardi. Le président, Anton Berg.", "fr")
    assert not any("is called" in reason for reason in told.evidence)


def test_who_was_president_before_is_not_called_so() -> None:
    found = published("Бывший президент Антон Берг сказал во вторник, что порт закрыт.", "ru")
    assert not any("is called" in reason for reason in found.evidence)


def test_an_old_year_alone_leaves_the_time_after_it_open_for_long() -> None:
    found = published("Стороны вспомнили о соглашении о порте, которое подписали в 1998 году.", "ru")
    assert found.day is None
    assert found.start is not None
    assert found.end is None or found.end.year - found.start.year >= 20


def test_the_shipped_people_are_known_by_their_own_script() -> None:
    draft = Draft("", TitleFrom.MADE, None, "Канцлер Ангела Меркель прибыла в порт.", (), language="ru")
    evidence = date_articles([draft], [()], load())[0].published.evidence
    assert any("Angela Merkel" in reason for reason in evidence)
