"""Dates in words of the reader's other languages, by dateparser and its tables, held on a short rein.

Loaded only when the settings name a language besides English; sees no more than 40 characters. Its tables give names of
months and ways of saying `last week`, which our grammar then reads; itself it is asked only for whole dates that name
day, month and year: it fills gaps by guessing. What must not be in here: English, or text of pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module
from typing import Any, Final

from geotui.dates.words import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from geotui.model import Span

LONGEST: Final = 40
_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"[0-9]+")
_UNITS: Final = ("day", "week", "month", "year")
_SAID: Final = {
    "0 day ago": "today",
    "1 day ago": "yesterday",
    "2 day ago": "day before yesterday",
    "in 1 day": "tomorrow",
    "in 2 day": "day after tomorrow",
    **{f"0 {unit} ago": f"this {unit}" for unit in _UNITS[1:]},
    **{f"1 {unit} ago": f"last {unit}" for unit in _UNITS[1:]},
    **{f"in 1 {unit}": f"next {unit}" for unit in _UNITS[1:]},
}
_COUNT: Final = r"(\d++[.,]?\d*+)"
"""How dateparser's tables write a number."""


@cache
def names(languages: tuple[str, ...]) -> Mapping[str, str]:
    """Months and weekdays of the languages but English, folded, each with our own word; none of unknown languages.

    Small words that stand between the parts of a date (`de`, `le`) have none: they are left out.
    """
    known: dict[str, str] = {}
    for info in _tables(languages):
        for long, short in (*zip(MONTH_NAMES, MONTHS, strict=True), *zip(WEEKDAY_NAMES, WEEKDAYS, strict=True)):
            for name in info.get(long, ()):
                folded = _fold(name).rstrip(".")
                if len(folded) > 2 and _WORD.fullmatch(folded):
                    known.setdefault(folded, short)
        for word in (*info.get("skip", ()), *info.get("pertain", ())):
            if _WORD.fullmatch(word) and len(word) <= 3:
                known.setdefault(_fold(word), "")
    return known


def in_english(phrase: str, languages: tuple[str, ...]) -> str | None:
    """A phrase such as `la semaine dernière` or `vor drei Tagen` in the words of our grammar, None where it is none."""
    if len(phrase) > LONGEST:
        return None
    text = " ".join(_fold(phrase).replace("’", "'").split())
    said, counted, numbers = _sayings(languages)
    if text in said:
        return said[text]
    text = _WORD.sub(lambda match: numbers.get(match[0], match[0]), text)
    for pattern, english in counted:
        match = pattern.fullmatch(text)
        if match is not None:
            return english.replace(r"\1", match[1])
    return None


def read_day(phrase: str, today: date, languages: tuple[str, ...], known: Mapping[str, str]) -> Span | None:
    """The one day that the phrase names with a number and a month or weekday of the languages, else None."""
    if len(phrase) > LONGEST or not _NUMBER.search(phrase):
        return None
    if not any(known.get(word) for word in _WORD.findall(_fold(phrase))):
        return None
    day = _parse(phrase, datetime(today.year, today.month, today.day, 12), languages)  # noqa: DTZ001
    # read twice, from afar: what the phrase itself does not fix would move
    if day is None or day != _parse(phrase, datetime(1987, 5, 17, 12), languages):  # noqa: DTZ001
        return None
    numbers = {int(number) for number in _NUMBER.findall(phrase) if len(number) <= 4}
    return Span.day(day) if {day.day, day.year} <= numbers else None


Counted = tuple[tuple[re.Pattern[str], str], ...]


@cache
def _sayings(languages: tuple[str, ...]) -> tuple[Mapping[str, str], Counted, Mapping[str, str]]:
    """Whole phrases, phrases with a number, and numbers in words."""
    said: dict[str, str] = {}
    counted: list[tuple[re.Pattern[str], str]] = []
    numbers: dict[str, str] = {}
    for info in _tables(languages):
        for english, phrases in info.get("relative-type", {}).items():
            said |= {_fold(one): _SAID[english] for one in phrases if english in _SAID and len(one) > 2}
        for english, phrases in info.get("relative-type-regex", {}).items():
            if english.split()[1 if english.endswith("ago") else 2] in _UNITS:
                forms = [_fold(one.replace(_COUNT, "#")).replace("#", "([0-9]{1,4})") for one in phrases]
                counted += [(re.compile(form), english) for form in forms]
        for row in info.get("simplifications", ()):
            numbers |= {_fold(word): count for word, count in row.items() if _WORD.fullmatch(word) and count.isdigit()}
    return said, tuple(counted), numbers


def _tables(languages: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    for language in languages:
        if language != "en":
            try:
                yield import_module(f"dateparser.data.date_translation_data.{language}").info
            except ImportError:
                continue


def _parse(phrase: str, base: datetime, languages: tuple[str, ...]) -> date | None:
    import dateparser

    found = dateparser.parse(
        phrase,
        languages=[language for language in languages if language != "en"],
        settings={"RELATIVE_BASE": base, "STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False},
    )
    return found.date() if found is not None else None


def _fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
