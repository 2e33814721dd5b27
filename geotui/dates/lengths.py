"""TIMEX3 values of what names time but no day: lengths, repeated times, `now` and `recently`, times of day.

What must not be in here: finding them, dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from geotui.dates.words import CARDINALS, MONTH_NUMBER, WEEKDAY_NUMBER

Parts = Mapping[str, str | None]
_LETTER: Final = {
    "second": ("PT", "S", 1),
    "minute": ("PT", "M", 1),
    "hour": ("PT", "H", 1),
    "day": ("P", "D", 1),
    "week": ("P", "W", 1),
    "weekend": ("P", "WE", 1),
    "month": ("P", "M", 1),
    "quarter": ("P", "Q", 1),
    "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10),
    "century": ("P", "Y", 100),
}
_REFERENCE: Final = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "present": "PRESENT_REF",
    "recently": "PAST_REF",
    "past": "PAST_REF",
    "soon": "FUTURE_REF",
    "future": "FUTURE_REF",
}
DAY_PART: Final = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_CLOCK: Final = re.compile(r"(?P<hour>[0-9]{1,2}?)[:.]?(?P<minute>[0-9]{2})? ?(?P<half>[ap]\.?m)?\b", re.I)


def number_of(text: str) -> int | None:
    """A count in digits or words, None for `few` and the like."""
    words = text.lower().replace("-", " ").removesuffix(" of").split()
    if words[0][0].isdigit():
        digits = words[0].rstrip("stndrh").replace(",", "")
        return int(digits) if digits.isdigit() else None
    if len(words) == 2 and words[0] in CARDINALS:
        return CARDINALS[words[0]] + CARDINALS[words[1]]
    if words[-1] in ("a", "an", "another"):
        return 1
    return {"dozen": 12, "hundred": 100}.get(words[-1]) or CARDINALS.get(words[-1])


def length_value(count: float | None, unit: str) -> str:
    """`P2W`, `PT36H`; of an unknown number `PXD`."""
    before, letter, times = _LETTER[unit]
    return f"{before}{'X' if count is None else f'{count * times:g}'}{letter}"


def clock_value(text: str) -> str:
    """`T15:00`; empty where it is no time of day."""
    word = text.split(maxsplit=1)[0].lower()
    if word in ("noon", "midnight"):
        return "T12:00" if word == "noon" else "T24:00"
    match = _CLOCK.match(text)
    if match is None:
        return ""
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    return f"T{hour:02d}:{match['minute'] or '00'}"


def value_of(kind: str, text: str, parts: Parts) -> str:
    """The value of a length, a set, a reference or a time of day with the parts that its form gives."""
    if kind == "clock":
        return clock_value(text)
    unit, several = (parts.get("u") or "").lower(), (parts.get("several") or "").lower()
    if kind == "length":
        if text.lower().startswith(("recent", "past")) and several:
            return "PAST_REF"
        if text.lower().startswith("coming") and several:
            return "FUTURE_REF"
        count = None if several else number_of(parts.get("n") or "one")
        if (parts.get("half") or parts.get("half_after")) and count is not None:
            return f"P{count}Y6M" if unit == "year" else length_value(count + 0.5, unit)
        return length_value(count, several.replace("ies", "y").rstrip("s") or unit)
    if kind == "ref":
        return _REFERENCE[(parts.get("n") or parts.get("m") or "").lower()]
    part = DAY_PART.get(parts.get("time") or "", "")
    if part and not parts.get("w"):
        return f"XXXX-XX-XX{part}"
    if parts.get("w"):
        return f"XXXX-WXX-{WEEKDAY_NUMBER[(parts['w'] or '').lower()] + 1}{part}"
    if parts.get("m"):
        return f"XXXX-{MONTH_NUMBER[(parts['m'] or '').lower().rstrip('.')]:02d}"
    return length_value(1, unit)
