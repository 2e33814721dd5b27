"""Dates in words of the reader's other languages, by dateparser, held on a short rein.

It is imported only when the settings name a language besides English, sees no more than 40 characters, and must name
day, month and year itself: it fills gaps by guessing. What must not be in here: English, or text of pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module

from geotui.dates.words import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from geotui.model import Span

LONGEST = 40
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[0-9]+")


@cache
def names(languages: tuple[str, ...]) -> Mapping[str, str]:
    """Months and weekdays of the languages but English, folded, each with our own word; none of unknown languages."""
    known: dict[str, str] = {}
    for language in languages:
        if language == "en":
            continue
        try:
            info = import_module(f"dateparser.data.date_translation_data.{language}").info
        except ImportError:
            continue
        for long, short in (*zip(MONTH_NAMES, MONTHS, strict=True), *zip(WEEKDAY_NAMES, WEEKDAYS, strict=True)):
            for name in info.get(long, ()):
                folded = _fold(name).rstrip(".")
                if len(folded) > 2 and _WORD.fullmatch(folded):
                    known.setdefault(folded, short)
    return known


def read_day(phrase: str, today: date, languages: tuple[str, ...], known: Mapping[str, str]) -> Span | None:
    """The one day that the phrase names with a number and a month or weekday of the languages, else None."""
    if len(phrase) > LONGEST or not _NUMBER.search(phrase):
        return None
    if not any(word in known for word in _WORD.findall(_fold(phrase))):
        return None
    day = _parse(phrase, datetime(today.year, today.month, today.day, 12), languages)  # noqa: DTZ001
    # read twice, from afar: what the phrase itself does not fix would move
    if day is None or day != _parse(phrase, datetime(1987, 5, 17, 12), languages):  # noqa: DTZ001
        return None
    numbers = {int(number) for number in _NUMBER.findall(phrase) if len(number) <= 4}
    return Span.day(day) if {day.day, day.year} <= numbers else None


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
