"""Finds the dates that a text names: where they stand and what they say, not yet which days they mean.

One compiled expression goes over the text once; each kind of date is one line of its table. What must not be in here:
the article's own date, arithmetic on days, dates as typed by a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geotui.dates.patterns import FORMS, SCAN
from geotui.dates.tense import Tense, tense_at
from geotui.dates.words import CARDINALS, MONTH_NUMBER, ORDINALS, WEEKDAY_NUMBER


@dataclass(frozen=True, slots=True)
class Found:
    """A date as a text names it: its place, its kind in the table, the parts that it gives, and its tense."""

    start: int
    end: int
    text: str
    kind: str
    tense: Tense
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    weekday: int | None = None
    number: int | None = None
    unit: str = ""
    which: str = ""
    near_year: str = ""
    part: str = ""
    time: str = ""
    name: str = ""


_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|between|and|to|after|before|through|for|this|last|next|every|each)\s+$",
    re.I,
)
_COUNTED: Final = re.compile(
    r"\s(?:percent|per cent|km|kilomet\w+|miles?|feet|points?|people|troops|soldiers|dollars|euros|pounds|tons?|tonnes"
    r"|million|billion|barrels|metres|meters|jobs|votes|seats|cases|deaths|casualties|families|others|civilians)\b"
)
_NAME_BEFORE: Final = re.compile(
    r"\b(?:Bloody|Black|Super|Cyber|Ash|Palm|Good|Holy|Maundy|Shrove|Sheffield|Ruby|Fat|Giving|Resolution|resolution|No\."
    r"|Flight|flight|Route|Article|Room|Model|Highway|Apollo|number|Number)\s$"
)
_NAME_AFTER: Final = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Morning Herald|Post|Night Live|Agreement|agreement|Accords?"
    r"|Island|Rising|Club|Group)\b"
)
_PART_WORDS: Final = {"ear": "early", "sta": "early", "beg": "early", "mid": "mid", "lat": "late", "end": "late"}


def find_dates(text: str) -> Iterator[Found]:
    """The dates of a text in its order. `May`, `March`, `second` and the like only where they mean a date."""
    for scanned in SCAN.finditer(text):
        kind, pattern = FORMS[int((scanned.lastgroup or "k0")[1:])]
        match = pattern.match(text, scanned.start())
        if match is None or not _is_date(kind, match, text):
            continue
        yield _found(kind, match, text)


def agreed(found: Sequence[Found]) -> tuple[Found, ...]:
    """The same with one tense for each weekday, and each day without a year, that is named more than once.

    A text that names a Friday twice mostly means one Friday; a day that is once said to come has not come.
    """
    tally: dict[tuple[int | None, ...], int] = {}
    for one in found:
        if one.kind == "weekday" and not one.which:
            tally[one.weekday,] = tally.get((one.weekday,), 0) + one.tense
        elif one.kind == "day" and one.year is None and one.tense is Tense.FUTURE:
            tally[one.month, one.day] = 1
    return tuple(_with(one, tally) for one in found)


def _with(found: Found, tally: Mapping[tuple[int | None, ...], int]) -> Found:
    if found.kind == "weekday" and not found.which and found.tense * tally[found.weekday,] < 0:
        return replace(found, tense=Tense(-found.tense))
    if found.kind == "day" and found.year is None and (found.month, found.day) in tally:
        return replace(found, tense=Tense.FUTURE)
    return found


def _is_date(kind: str, match: re.Match[str], text: str) -> bool:
    parts = match.groupdict()
    if kind in ("weekday", "named", "year") and (
        _NAME_BEFORE.search(text, max(0, match.start() - 12), match.start()) or _NAME_AFTER.match(text, match.end())
    ):
        return False
    if kind == "month" and not parts["y"] and not parts["r"] and not parts["p"]:
        if _BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start()):
            return True
        # a month that opens a sentence or is a name: `May said`, `March for peace`, `April Ryan`
        word = parts["m"].rstrip(".")
        return word not in ("May", "March", "Mar", "June", "April", "August", "Jan", "Dec", "Sun") and len(word) > 3
    if kind == "year":
        number = int(parts["y"])
        if _COUNTED.match(text, match.end()):
            return False
        return 1900 <= number <= 2069 or bool(_BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start()))
    if kind == "season":
        return bool(parts["y"] or parts["r"])
    if kind == "quarter":
        return parts["u"] != "half" or bool(parts["y"])
    return True


def _found(kind: str, match: re.Match[str], text: str) -> Found:
    parts: Mapping[str, str | None] = match.groupdict()
    end = match.end()
    return Found(
        start=match.start(),
        end=end,
        text=text[match.start() : end],
        kind=kind,
        tense=tense_at(text, match.start(), end),
        year=_year(parts.get("y")),
        month=_month(parts),
        day=_leading_number(parts.get("d")),
        last_day=_leading_number(parts.get("e") or parts.get("f")) if kind == "day" else None,
        last_year=_last_year(parts) if kind == "year" else None,
        weekday=_weekday(parts.get("w")),
        number=_number(parts.get("n")) if kind in ("ago", "quarter") else None,
        unit=(parts.get("u") or "").lower(),
        which=(parts.get("r") or parts.get("way") or "").strip().lower(),
        near_year=(parts.get("near") or "").lower(),
        part=_part(parts.get("p")),
        time=parts.get("time") or "",
        name=(parts.get("s") or (parts.get("n") if kind == "named" else None) or "").lower().replace("’", "'"),
    )


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 1900 + int(text)


def _last_year(parts: Mapping[str, str | None]) -> int | None:
    first, last = parts.get("y"), parts.get("e")
    if not first or not last:
        return None
    year = int(last) if len(last) == 4 else int(first[:2] + last)
    return year if year > int(first) else None


def _month(parts: Mapping[str, str | None]) -> int | None:
    digits, word = parts.get("mo"), parts.get("m")
    if digits:
        return int(digits)
    return MONTH_NUMBER[word.rstrip(".").lower()] if word else None


def _weekday(word: str | None) -> int | None:
    return WEEKDAY_NUMBER[word.strip(" ,.").lower()[:3]] if word else None


def _leading_number(text: str | None) -> int | None:
    return int(text.rstrip("stndrh")) if text else None


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    word = text.strip().lower()
    if word[0].isdigit():
        return _leading_number(word)
    return 1 if word in ("a", "an", "the") else CARDINALS.get(word) or ORDINALS.get(word)


def _part(text: str | None) -> str:
    if not text:
        return ""
    word = text.strip().lower().removeprefix("the ")
    return _PART_WORDS.get(word[:3], "")
