"""The words of dates: months, weekdays, units, numbers, and what stands around them, each with its plain form.

Tables only, shared by phrases that are typed and dates that are printed. What must not be in here: grammar, arithmetic.
"""

from __future__ import annotations

from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS: Final = ("spring", "summer", "autumn", "winter")

MONTH_NUMBER: Final = (
    {word: n for n, word in enumerate(MONTH_NAMES, 1)} | {word: n for n, word in enumerate(MONTHS, 1)} | {"sept": 9}
)
WEEKDAY_NUMBER: Final = (
    {word: n for n, word in enumerate(WEEKDAY_NAMES)}
    | {word: n for n, word in enumerate(WEEKDAYS)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
_CARDINALS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENS: Final = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
CARDINALS: Final = {word: n for n, word in enumerate(_CARDINALS.split())} | _TENS | {"couple": 2}
ORDINALS: Final = {word: n for n, word in enumerate(_ORDINALS.split(), 1)} | {"thirtieth": 30}
UNITS: Final = {
    "hour": ("h", "hr", "hrs", "hour", "hours"),
    "day": ("d", "day", "days"),
    "week": ("w", "wk", "wks", "week", "weeks"),
    "fortnight": ("fortnight", "fortnights"),
    "month": ("m", "month", "months"),
    "quarter": ("quarter", "quarters", "qtr"),
    "year": ("y", "yr", "yrs", "year", "years"),
    "decade": ("decade", "decades"),
    "weekend": ("weekend", "weekends"),
}
UNIT_OF: Final = {word: unit for unit, forms in UNITS.items() for word in forms}

_PLAIN: Final = (
    "in on at of during for within from since after until before to between and through a an ago now hence "
    "today yesterday tomorrow tonight newer older than around q s x t z st nd rd th half eve am pm ytd up last this "
    "next coming early mid late start end all rest earlier later few yeartd quartertd monthtd weektd"
)
_DECADES: Final = {"twen": 2, "thir": 3, "for": 4, "fif": 5, "six": 6, "seven": 7, "eigh": 8, "nine": 9}
_SAME: Final = {
    "the": "",
    **{f"{stem}ties": f"{digit}0s" for stem, digit in _DECADES.items()},
    "till": "until",
    "til": "until",
    "thru": "through",
    "past": "last",
    "previous": "last",
    "prior": "last",
    "throughout": "during",
    "over": "during",
    "entire": "all",
    "whole": "all",
    "prev": "last",
    "current": "this",
    "upcoming": "coming",
    "following": "next",
    "beginning": "start",
    "middle": "mid",
    "present": "today",
    "by": "until",
    "starting": "since",
    "commencing": "since",
    "noughties": "2000s",
    "several": "few",
    "noon": "daypart",
    "midnight": "daypart",
    **{f"{name}s": f"{short}days" for name, short in zip(WEEKDAY_NAMES, WEEKDAYS, strict=True)},
    "circa": "around",
    "about": "around",
    "approximately": "around",
    "roughly": "around",
    "fall": "autumn",
    "morning": "daypart",
    "afternoon": "daypart",
    "evening": "daypart",
    "night": "night",
    "onward": "onwards",
    "onwards": "onwards",
}

CANONICAL: Final[dict[str, str]] = (
    {word: word for word in (*_PLAIN.split(), *SEASONS)}
    | _SAME
    | {word: MONTHS[n - 1] for word, n in MONTH_NUMBER.items()}
    | {word: WEEKDAYS[n] for word, n in WEEKDAY_NUMBER.items()}
    | {word: str(n) for word, n in CARDINALS.items()}
    | {word: f"{n}th" for word, n in ORDINALS.items()}
    | {word: unit for word, unit in UNIT_OF.items() if len(word) > 1}
    | {letter: letter for letter in "hdwmy"}
)
"""Every English word that a date phrase can hold, folded, and the form that the grammar reads."""
