"""Dates in the words of the reader's other languages, and the short rein on which dateparser is held."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import dateparser
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

import geotui
from geotui.dates import date_articles, phrases, read_phrase
from geotui.dates.foreign import LONGEST
from geotui.knowledge import load
from geotui.model import Draft, TitleFrom
from geotui.settings import Settings

ROOT = Path(geotui.__file__).parent
NOW = date(2023, 6, 14)
_WORDS = "le 3 février 2022 dimanche à partir du 12 vers mars der"
BOTH = Settings(languages=("en", "fr", "de"))


@pytest.mark.parametrize(
    ("language", "phrase", "edtf"),
    [
        ("fr", "hier", "2023-06-13"),
        ("fr", "la semaine dernière", "2023-06-05/2023-06-11"),
        ("fr", "il y a 3 jours", "2023-06-11"),
        ("fr", "il y a deux semaines", "2023-05-31"),
        ("fr", "le 3 février 2022", "2022-02-03"),
        ("fr", "le 3 février", "2023-02-03"),
        ("fr", "lundi", "2023-06-12"),
        ("de", "gestern", "2023-06-13"),
        ("de", "letzte Woche", "2023-06-05/2023-06-11"),
        ("de", "vor drei Tagen", "2023-06-11"),
        ("de", "3. Februar 2022", "2022-02-03"),
        ("es", "la semana pasada", "2023-06-05/2023-06-11"),
        ("es", "3 de febrero de 2022", "2022-02-03"),
        ("es", "febrero de 2022", "2022-02"),
        ("ru", "на прошлой неделе", "2023-06-05/2023-06-11"),
        ("ru", "3 февраля 2022", "2022-02-03"),
    ],
)
def test_a_date_in_a_language_of_the_settings_means_what_it_says(language: str, phrase: str, edtf: str) -> None:
    span = read_phrase(phrase, NOW, Settings(languages=("en", language))).span
    assert span is not None
    assert span.edtf() == edtf
    assert read_phrase(phrase, NOW, Settings()).span is None or phrase in ("3. Februar 2022", "3 февраля 2022")


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("февраль 2022", "2022-02"),
        ("фев 2022", "2022-02"),
        ("3 февраля", "2023-02-03"),
        ("в марте 2022 года", "2022-03"),
        ("since февраль 2022", "2022-02-01/.."),
        ("3-5 лютого 2022", "2022-02-03/2022-02-05"),
        ("Φεβρουάριος 2022", "2022-02"),
        ("٣ فبراير ٢٠٢٢", "2022-02-03"),
        ("בפברואר 2022", "2022-02"),
        ("फ़रवरी 2022", "2022-02"),
        ("2022年2月3日", "2022-02-03"),
        ("2月3日", "2023-02-03"),
        ("2022년 2월", "2022-02"),
    ],
)
def test_a_month_of_another_script_is_read_whatever_the_settings(phrase: str, edtf: str) -> None:
    span = read_phrase(phrase, NOW, Settings(), in_filter=True).span
    assert span is not None
    assert span.edtf() == edtf


@pytest.mark.parametrize(
    "phrase", ["3 mars 2022", "снежный", "до марта", "с 3 февраля", "می", "ию 2022", "13月", "мир 2022"]
)
def test_words_that_are_no_month_of_another_script_are_no_dates(phrase: str) -> None:
    assert read_phrase(phrase, NOW, Settings(), in_filter=True).span is None


@pytest.mark.parametrize("phrase", ["le monde", "un avion", "der", "in Berlin am Main", "le 3", "février mars lundi"])
def test_other_words_of_those_languages_are_no_dates(phrase: str) -> None:
    assert read_phrase(phrase, NOW, BOTH).span is None


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=14))
@examples(max_examples=100, deadline=None)
def test_dateparser_never_sees_more_than_forty_characters(words: list[str]) -> None:
    seen: list[str] = []

    def parse(text: str, **_: object) -> None:
        seen.append(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dateparser, "parse", parse)
        phrases.forget()
        read_phrase(" ".join(words), NOW, BOTH)
    phrases.forget()
    assert all(len(text) <= LONGEST == 40 for text in seen)


def test_only_typed_phrases_reach_dateparser() -> None:
    callers = [
        path.name
        for path in ROOT.rglob("*.py")
        if re.search(r"import dateparser|dateparser\.(?:parse|search)", path.read_text())
    ]
    assert callers == ["foreign.py"]
    users = [path.name for path in ROOT.rglob("*.py") if re.search(r"import .*\bforeign\b", path.read_text())]
    assert users == ["phrases.py"]


@pytest.mark.parametrize(
    "room", ["pages", "articles", "actors", "dates", "reading", "stories", "knowledge", "model", "text"]
)
def test_no_room_that_reads_pages_reads_the_clock(room: str) -> None:
    files = [*ROOT.glob(f"{room}/*.py"), *ROOT.glob(f"{room}.py")]
    assert files
    for path in files:
        assert not re.search(r"\.(?:today|now|utcnow|time|localtime|gmtime)\(", path.read_text()), path.name


def test_a_page_is_dated_without_dateparser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dateparser", None)
    monkeypatch.setitem(sys.modules, "dateparser.search", None)
    text = "The ferry sank on Feb. 3, 2022, the port said. Divers went down on Friday. Le navire a coulé le 3 février."
    dated = date_articles([Draft("Ferry sinks", TitleFrom.LINE, None, text, ())], [()], load())[0]
    assert dated.mentions[0].span.edtf() == "2022-02-03"
