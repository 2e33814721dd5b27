"""What `five days after the attack`, `in its 18th month` or `the second anniversary` tell of an article's day.

Only lengths of time counted from an event of the knowledge that the text names. What must not be in here: finding the
events, other reasons.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from geotui.dates import units
from geotui.dates.days import Evidence
from geotui.dates.occasions import Named
from geotui.dates.wording import days_in_words
from geotui.dates.words import CARDINALS, ORDINALS

_REACH: Final = 60
_JUST_BEFORE: Final = 35
"""How far behind a length of time the event is named, and how far before `ago`."""
_MOST: Final = 50
"""Lengths of time, and events beside one, that are looked at."""
_NUMBERS: Final = "|".join((*CARDINALS, "a", "an", "[0-9]{1,3}"))
_ORDINALS: Final = "|".join((*ORDINALS, "[0-9]{1,2}(?:st|nd|rd|th)"))
_AFTER: Final = re.compile(
    rf"\b(?:(?P<short>nearly|almost|about|around|some)|(?P<long>more than|over))? ?\b(?P<n>{_NUMBERS}) "
    r"(?P<u>day|week|month|year)s? (?:after|since|into|from)\b",
    re.I,
)
_AGO: Final = re.compile(rf"\b(?P<n>{_NUMBERS}) (?P<u>day|week|month|year)s? ago\b", re.I)
_NTH: Final = re.compile(
    rf"\b(?:in|into|enter(?:s|ed|ing)?|(?:has|had|have) entered) (?:its|the|their|his) (?P<n>{_ORDINALS}) "
    r"(?P<u>day|week|month|year)\b",
    re.I,
)
_ANNIVERSARY: Final = re.compile(rf"\b(?P<n>{_ORDINALS}) anniversary of\b", re.I)
_YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SLACK: Final = {"day": (1, 1), "week": (3, 4), "month": (10, 20), "year": (20, 150)}
"""Days by which a rounded length of time misses, at most, before and after."""
_EXACT: Final = 0.6
_ELSEWHERE: Final = -5.0


def offset_reasons(named: Sequence[Named], text: str) -> Iterator[Evidence]:
    """One reason for each length of time that is counted from a named event to the writing of the text.

    `named` in the order of the text.
    """
    if not any(event.start is not None for one in named for event in one.events):
        return
    for match in islice(_AFTER.finditer(text), _MOST):
        start = _begun(named, match.end(), match.end() + _REACH) if not _of_another_time(text, match) else None
        if start is not None:
            rough = "short" if match["short"] else "long" if match["long"] else ""
            yield _counted(match[0], start, _number(match["n"]), match["u"].lower(), rough)
    for match in islice(_AGO.finditer(text), _MOST):
        start = _begun(named, match.start() - _JUST_BEFORE, match.start())
        if start is not None and not _of_another_time(text, match):
            yield _counted(match[0], start, _number(match["n"]), match["u"].lower(), "")
    for match in islice(_ANNIVERSARY.finditer(text), _MOST):
        start = _begun(named, match.end(), match.end() + _REACH)
        if start is not None:
            yield _counted(match[0], start, _number(match["n"]), "year", "")
    yield from _nth(named, text)


def _nth(named: Sequence[Named], text: str) -> Iterator[Evidence]:
    """`The war has entered its second year`; loose use of it for the year after is common."""
    match = _NTH.search(text)
    if match is None or "war" not in text[max(0, match.start() - _REACH) : match.end() + _REACH].lower():
        return
    start = _begun(named, 0, len(text))
    if start is None:
        return
    unit, number = match["u"].lower(), _number(match["n"])
    first, last = units.shift(start, number - 1, unit), units.shift(start, number, unit)
    before, after = _SLACK[unit]
    run = (first.toordinal() - before, last.toordinal() + before, 0.0)
    loosely = (last.toordinal() + before + 1, last.toordinal() + after, -2.0)
    yield Evidence(f'"{match[0]}" counts from {days_in_words(start, start)}', (run, loosely), -4.0)


def _begun(named: Sequence[Named], low: int, high: int) -> date | None:
    """When the latest-begun event that is named there began; feasts and those of several dates do not count."""
    near = named[bisect_left(named, low, key=_place) : bisect_left(named, high, key=_place)]
    sets = [{event.start for event in one.events} for one in near[:_MOST]]
    return max((start for starts in sets if len(starts) == 1 for start in starts if start is not None), default=None)


def _place(named: Named) -> int:
    return named.start


def _of_another_time(text: str, match: re.Match[str]) -> bool:
    """Whether a year stands before it in its sentence: then that year is what is told, not the article's day."""
    sentence = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start()))
    return bool(_YEAR.search(text, max(sentence, 0), match.start()))


def _number(word: str) -> int:
    word = word.lower()
    if word[0].isdigit():
        return int(word.rstrip("stndrh"))
    return 1 if word in ("a", "an") else CARDINALS.get(word) or ORDINALS[word]


def _counted(words: str, start: date, number: int, unit: str, rough: str) -> Evidence:
    """So many units after the start; `rough`: the length is said to be `short` of that number, or `long`er."""
    text = f'"{words.strip()}" counts from {days_in_words(start, start)}'
    try:
        day = units.shift(start, number, unit).toordinal()
    except (ValueError, OverflowError):
        return Evidence(text)
    before, after = _SLACK[unit]
    low = day if rough == "long" else day - before - (60 if rough == "short" and unit == "year" else 0)
    high = day + after
    level = math.log((1 - _EXACT) / (high - low + 1))
    if rough:
        return Evidence(text, ((low, high, level),), level + _ELSEWHERE)
    # round numbers are mostly named on the day itself or beside it
    exact = math.log(_EXACT / 3 + (1 - _EXACT) / (high - low + 1))
    runs = ((low, day - 2, level), (day - 1, day + 1, exact), (day + 2, high, level))
    return Evidence(text, tuple(run for run in runs if run[0] <= run[1]), level + _ELSEWHERE)
