"""Finds the dates of a text that is not in English, in the forms of its own language.

Their tense is not read: a year in news is nearly always behind, of all else nothing is known. What must not be in
here: words of a language (`tongues`), English, phrases that are typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from geotui.dates.absolute import valid_day
from geotui.dates.finding import Found
from geotui.dates.tense import Tense
from geotui.dates.tongues import MONTH_WORDS, WEEKDAY_WORDS

_EAST_ASIAN: Final = frozenset({"zh", "ja", "ko"})
_MONTH_FIRST: Final = frozenset({"hu", "lt", "tl"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2069
_LEAP_YEAR: Final = 2000
_DAY: Final = r"(?<![\d.,/:-])(?P<d>\d{1,2})"
_YEAR: Final = r"(?P<y>\d{4})(?![\d%])"
_OF_YEAR: Final = rf"(?:\.?,?\s(?:(?:de|del|din|ann|năm|سنة|عام)\s)?{_YEAR})?"
_WITH_YEAR: Final = rf"\.?\s(?:(?:de|del|din)\s)?{_YEAR}"
_UNTIL: Final = r"(?:\s?[-–]\s?(?P<e>\d{1,2}))?"
_SEPARATOR: Final = r"(?:\.|º|°|er|\.?-?(?:го|е|ro))?(?:\s(?:de|di|de\sl[’']|ta['’]))?\s?"
_BEFORE_DAY: Final = r"(?:,?\s\(?(?:(?:le|el|il|den|der|dem|o|a|la|dia|día)\s)?)"
_YEAR_BEFORE: Final = r"(?:(?<!\d)(?P<y>\d{4})\.?(?:\s(?:m\.|évi))?\s)?"
_IN_DIGITS: Final = r"(?<![\d.,/-])(?P<d>\d{1,2})([./])(?P<mo>\d{1,2})\2(?P<y>\d{4})(?!\d|[./]\d)"
_ISO: Final = r"(?<![\d-])(?P<y>\d{4})-(?P<mo>\d{2})-(?P<d>\d{2})(?!\d)"
_YEAR_ALONE: Final = r"(?<![\w.,:/$€£#-])(?P<y>(?:19|20)\d{2})(?![\d%]|[.,:/]\d|-\w)"
_EASTERN: Final = (
    ("day", r"(?:(?<!\d)(?P<y>\d{4})\s?[年년]\s?)?(?<!\d)(?P<mo>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日号號일]"),
    ("month", r"(?<!\d)(?P<y>\d{4})\s?[年년]\s?(?P<mo>\d{1,2})\s?[月월]"),
    ("year", r"(?<!\d)(?P<y>(?:19|20)\d{2})\s?[年년]"),
)
_VIETNAMESE: Final = (
    ("day", r"\bngày\s(?P<d>\d{1,2})(?:[/-]|\stháng\s)(?P<mo>\d{1,2})(?:(?:[/-]|,?\snăm\s)(?P<y>\d{4}))?(?!\d)"),
    ("month", r"\btháng\s(?P<mo>\d{1,2})(?:/|\snăm\s)(?P<y>\d{4})(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The forms of one language in their order, and its words of months and weekdays with their numbers."""

    forms: tuple[tuple[str, re.Pattern[str]], ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]


def is_known(language: str) -> bool:
    """Whether there are forms of that language, named by its code."""
    return language in MONTH_WORDS or language in _EAST_ASIAN or language == "vi"


def find_dates_in(text: str, language: str) -> list[Found]:
    """The dates of a text in its order; `language` is one that `is_known`."""
    tongue = _tongue(language)
    taken: list[Found] = []
    covered = bytearray(len(text))
    for kind, form in tongue.forms:
        for match in form.finditer(text):
            start, end = match.span()
            if 1 not in covered[start:end] and (found := _found(kind, match, tongue)) is not None:
                covered[start:end] = b"\1" * (end - start)
                taken.append(found)
    return sorted(taken, key=lambda one: one.start)


def _found(kind: str, match: re.Match[str], tongue: Tongue) -> Found | None:
    parts = match.groupdict()
    year, month, day = (_number(parts.get(name)) for name in ("y", "mo", "d"))
    if parts.get("m"):
        month = number_of(parts["m"], tongue.months)
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if month is not None and (not 1 <= month <= 12 or (day and valid_day(year or _LEAP_YEAR, month, day) is None)):
        return None
    if kind == "day" and not (month and day):
        return None
    return Found(
        start=match.start(),
        end=match.end(),
        text=match[0],
        kind=kind,
        tense=Tense.PAST if kind in ("month", "year") else Tense.UNKNOWN,
        year=year,
        month=month,
        day=day,
        last_day=_number(parts.get("e")),
        weekday=number_of(parts["w"], tongue.weekdays) if parts.get("w") else None,
    )


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


@cache
def _tongue(language: str) -> Tongue:
    months = numbered(MONTH_WORDS.get(language, ""), 1)
    weekdays = numbered(WEEKDAY_WORDS.get(language, ""), 0)
    forms = [*_forms(language, either(months)), ("day", _ISO), ("year", _YEAR_ALONE)]
    if weekdays:
        named = either(weekdays)
        edge = "" if language in _EAST_ASIAN else r"(?<!\w)"
        before = rf"(?:{edge}[בה]?(?P<w>{named}){_BEFORE_DAY})?"
        forms = [(kind, before + form if kind == "day" and "<m>" in form else form) for kind, form in forms]
        forms.append(("weekday", rf"{edge}[בה]?(?P<w>{named})"))
    return Tongue(tuple((kind, re.compile(form, re.I)) for kind, form in forms), months, weekdays)


def _forms(language: str, months: str) -> Sequence[tuple[str, str]]:
    if language in _EAST_ASIAN:
        return _EASTERN
    if not months:
        return (*_VIETNAMESE, ("day", _IN_DIGITS))
    month = rf"[בל]?(?P<m>{months})(?:/(?:{months}))?"
    forms = [("day", rf"{_DAY}{_UNTIL}{_SEPARATOR}{month}{_OF_YEAR}")]
    if language in _MONTH_FIRST:
        forms.append(("day", rf"{_YEAR_BEFORE}(?<!\w){month}\s(?P<d>\d{{1,2}})(?!\d){_UNTIL}"))
    return (*forms, ("month", rf"(?<!\w){month}{_WITH_YEAR}"), ("day", _IN_DIGITS))


def numbered(table: str, first: int) -> dict[str, int]:
    """Each word of a line of the tables with its number, longer ones first; the mark of an ending stays with it."""
    words = {
        word.replace("_", " "): number
        for number, spellings in enumerate(table.split(), first)
        for word in spellings.split("/")
        if word != "-"
    }
    return dict(sorted(words.items(), key=lambda item: (-len(item[0]), item[0])))


def number_of(word: str, words: Mapping[str, int]) -> int | None:
    """The number of a word, in whatever of its endings."""
    low = word.lower()
    return next(
        (n for stem, n in words.items() if low == stem or (stem[-1] == "~" and low.startswith(stem[:-1]))), None
    )


def either(words: Mapping[str, int]) -> str:
    """An expression for any of the words of a line of the tables."""
    return "|".join(
        re.escape(word[:-1]) + r"\w{0,6}(?!\w)"
        if word.endswith("~")
        else re.escape(word) + ("" if _is_ideographic(word) else r"(?!\w)")
        for word in words
    )


def _is_ideographic(word: str) -> bool:
    return "\u3040" <= word[0] <= "\u9fff" or "\uac00" <= word[0] <= "\ud7a3"
