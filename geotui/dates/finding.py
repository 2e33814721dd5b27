"""Finds the dates that a text names: where they stand and what they say, not yet which days they mean.

Its words are gone over once; where one can begin a date, the forms of the table that it can begin are tried. What must
not be in here: the article's own date, arithmetic on days, dates as typed by a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geotui.dates.lengths import clock_value, number_of, value_of
from geotui.dates.patterns import OPENING
from geotui.dates.tense import Tense, tense_at
from geotui.dates.words import CARDINALS, MONTH_NUMBER, ORDINALS, WEEKDAY_NUMBER


@dataclass(frozen=True, slots=True)
class Found:
    """A date as a text names it: its place, its kind in the table, the parts that it gives, and its tense.

    `which` is `last`, `ago` and the like; `near_year` and `near_week` the same of a year or week that stands with it;
    `part` is `early`, `mid` or `late`; `value` the time of day in TIMEX3, or see `NO_DATES`; `range_end`: it ends what
    the date before it began.
    """

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
    near_week: str = ""
    part: str = ""
    time: str = ""
    name: str = ""
    value: str = ""
    range_end: bool = False


NO_DATES: Final = frozenset({"length", "set", "ref", "clock"})
"""Kinds of time that name no day of the calendar; `value` is their TIMEX3 value, of a `clock` the time alone."""
_WORD: Final = re.compile(r"\w+")
_NUMBERED: Final = OPENING["#"]
_INSIDE_NUMBER: Final = re.compile(r"[0-9][,.:/]$")
_JOINED: Final = re.compile(r" and | or |(?P<range> ?[-–] ?| to | through | until )")
"""What may stand between two dates that are told together, or between the ends of a range."""
_ARTICLE: Final = re.compile(r"\b(?:[Aa]n?|[Tt]he|his|her|its|their|our)\s$")
_WALK: Final = re.compile(r"\s(?:for|on|to|of|in|through|against|by|[A-Z])")
_BEFORE_LENGTH: Final = re.compile(
    r"\b(?:in|within|for|after|over|about|nearly|almost|than|least|most|under|through|during|before|just|only|barely|by"
    r"|until|every|last|spent|took|takes?)\s$",
    re.I,
)
_BEFORE_SEASON: Final = re.compile(r"\b(?:in|this|by|since|over|during|into|of|until) (?:the )?$", re.I)
_WITH_THE: Final = frozenset({"unit", "quarter", "season", "century", "length", "ref"})
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|between|and|to|after|before|through|for|this|last|next|every|each|year)\s+$",
    re.I,
)
_COUNTED: Final = re.compile(
    r"\s(?:percent|per cent|km|kilomet\w+|miles?|feet|points?|people|troops|soldiers|dollars|euros|pounds|tons?|tonnes"
    r"|million|billion|barrels|metres|meters|jobs|votes|seats|cases|deaths|casualties|families|others|civilians)\b"
)
_NAME_BEFORE: Final = {
    "weekday": re.compile(
        r"\b(?:Bloody|Black|Super|Cyber|Ash|Palm|Good|Holy|Maundy|Shrove|Sheffield|Ruby|Fat|Giving)\s$"
    ),
    "year": re.compile(
        r"\b(?:Resolution|resolution|No\.|Flight|flight|Route|Article|Room|Model|Highway|Apollo|number|Number)\s$"
    ),
}
_NAME_AFTER: Final = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Morning Herald|Post|Night Live|Agreement|agreement|Accords?"
    r"|Island|Rising|Club|Group)\b"
)
_WAYS: Final = {"before": "earlier", "after": "later"}
_PART_WORDS: Final = {"ear": "early", "sta": "early", "beg": "early", "mid": "mid", "lat": "late", "end": "late"}


def find_dates(text: str) -> Iterator[Found]:
    """The dates of a text in its order. `May`, `March`, `second` and the like only where they mean a date."""
    return (found for found in find_times(text) if found.kind not in NO_DATES)


def find_times(text: str) -> Iterator[Found]:
    """The same with what names time but no day: lengths of time, `every year`, `now`, a time of day alone."""
    end, before = 0, None
    for word in _WORD.finditer(text):
        opener = word[0]
        forms = OPENING.get(opener) or (_NUMBERED if opener[0] in "0123456789" else None)
        start = word.start()
        if forms is None or start < end:
            continue
        if start and (text[start - 1] in "$£€#" or _INSIDE_NUMBER.search(text, max(0, start - 2), start)):
            continue
        for form in forms:
            match = form.pattern.match(text, start)
            if match is not None and _is_date(form.kind, match, text):
                found = _joined(_found(form.kind, match, text), before, text)
                before, end = found, match.end()
                yield found
                break


def _joined(found: Found, before: Found | None, text: str) -> Found:
    """With the tense of the date before it that it is told together with: `Monday and Tuesday`."""
    if before is None or found.kind != before.kind or found.kind not in ("day", "weekday", "month"):
        return found
    joint = _JOINED.fullmatch(text, before.end, found.start)
    if joint is None:
        return found
    return replace(found, tense=before.tense, range_end=joint["range"] is not None)


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
    name = _NAME_BEFORE.get(kind)
    if name is not None and name.search(text, max(0, match.start() - 12), match.start()):
        return False
    if kind in ("weekday", "named", "year") and _NAME_AFTER.match(text, match.end()):
        return False
    if kind == "month" and not parts["y"] and not parts["r"] and not parts["p"]:
        if _BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start()):
            return True
        if _ARTICLE.search(text, max(0, match.start() - 8), match.start()) and not _WALK.match(text, match.end()):
            return True
        # a month that opens a sentence or is a name: `May said`, `March for peace`, `April Ryan`
        word = parts["m"].rstrip(".")
        return word not in ("May", "March", "Mar", "June", "April", "August", "Jan", "Dec", "Sun") and len(word) > 3
    if kind == "year":
        number = _year_of(parts) or 0
        if _COUNTED.match(text, match.end()):
            return False
        return 1900 <= number <= 2069 or bool(_BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start()))
    if kind == "season":
        if parts["y"] or parts["r"]:
            return True
        before = _BEFORE_SEASON.search(text, max(0, match.start() - 12), match.start())
        return before is not None and not text.startswith(" of", match.end())  # nor `the fall of` somebody
    if kind == "quarter":
        return parts["u"] != "half" or bool(parts["y"])
    if kind == "century":
        return _number(parts["n"]) is not None
    if kind == "iso" and parts.get("first"):
        return _in_digits(parts["first"], parts["second"]) is not None
    return kind != "length" or _is_length(match, text)


def _is_length(match: re.Match[str], text: str) -> bool:
    """Not a rate (`twice a week`), a share (`a quarter of it`) or some day to come (`one day`)."""
    parts = match.groupdict("")
    unit, count = parts.get("u", ""), parts.get("n", "").lower()
    if unit == "quarter" and count in ("a", "one", "three") and text.startswith(" of", match.end()):
        return False
    if count not in ("a", "an", "one") or parts["r"] or "-" in match[0] or (count == "one" and unit != "day"):
        return True
    if parts.get("half_after"):
        return True
    beside = text.startswith((" before", " after", " earlier", " later"), match.end())
    return beside or _BEFORE_LENGTH.search(text, max(0, match.start() - 10), match.start()) is not None


def _found(kind: str, match: re.Match[str], text: str) -> Found:
    parts: Mapping[str, str | None] = match.groupdict()
    start, end = match.span()
    if kind in _WITH_THE and text[start - 4 : start] in ("the ", "The "):
        start -= 4
    words = text[start:end]
    if kind in NO_DATES:
        return Found(start, end, words, kind, Tense.UNKNOWN, value=value_of(kind, match[0], parts))
    clock, last = parts.get("clock"), parts.get("e") or parts.get("f")
    digits = _in_digits(parts.get("first"), parts.get("second"))
    way = parts.get("way") or ""
    return Found(
        start=start,
        end=end,
        text=words,
        kind=kind,
        tense=tense_at(text, start, end),
        year=_year_of(parts),
        month=digits[1] if digits else _month(parts),
        day=digits[0] if digits else _leading_number(parts.get("d")),
        last_day=_leading_number(last) if kind == "day" else None,
        last_year=_last_year(parts) if kind == "year" else None,
        weekday=_weekday(parts.get("w")),
        number=_number(parts.get("n")) if kind in ("ago", "quarter", "century") else None,
        unit=(parts.get("u") or ("day" if kind == "unit" else "")).lower(),
        which=(parts.get("r") or _WAYS.get(way, way)).strip().lower(),
        near_year=(parts.get("near") or "").lower(),
        near_week=parts.get("near_week") or "",
        part=_part(parts.get("p")),
        time=parts.get("time") or "",
        name=(parts.get("s") or (parts.get("n") if kind in ("named", "near") else None) or "")
        .lower()
        .replace("’", "'"),
        value=clock_value(clock) if clock else "",
    )


def _in_digits(first: str | None, second: str | None) -> tuple[int, int] | None:
    """Day and month where only one order of them makes a date."""
    if first is None or second is None:
        return None
    low, high = sorted((int(first), int(second)))
    return (high, low) if 1 <= low <= 12 and (low == high or 12 < high <= 31) else None


def _year_of(parts: Mapping[str, str | None]) -> int | None:
    """A year in digits, two of them for those of the last century, or in words: `nineteen ninety-six`."""
    tens, text = parts.get("tens"), parts.get("y") or parts.get("before")
    if tens:
        ten = CARDINALS[tens.removesuffix("ies") + "y" if tens.endswith("ies") else tens]
        return 1900 + ten + CARDINALS[parts.get("ones") or "zero"]
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
    """The number of a count or of a place in a row; one where none is given."""
    if not text:
        return 1 if text is None else None
    return ORDINALS.get(text.lower()) or number_of(text)


def _part(text: str | None) -> str:
    """`earlier this year` is not its early part."""
    word = (text or "").strip().lower()
    return "" if word.startswith(("earlier", "later")) else _PART_WORDS.get(word[:3], "")
