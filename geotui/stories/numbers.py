"""The numbers of a text, what each is worth, and which toll it gives: how many were killed, hurt, missing.

What must not be in here: comparing texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOLLS = {
    word: label
    for label, words in {
        "killed": "kill kills killed killing dead die dies died dying death deaths fatality fatalities toll lives "
        "slain perish perished bodies",
        "injured": "injure injures injured injuring injury injuries wound wounds wounded wounding hurt",
        "missing": "missing unaccounted",
        "arrested": "arrest arrests arrested arresting detain detains detained detaining",
        "displaced": "displaced displacing homeless uprooted",
        "evacuated": "evacuate evacuates evacuated evacuating evacuees",
        "rescued": "rescue rescues rescued rescuing",
        "infected": "infected infecting infections infection cases",
    }.items()
    for word in words.split()
}
TOLLS = tuple(dict.fromkeys(_TOLLS.values()))
"""What is counted, in the order in which it is told."""

_UNITS = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "  # noqa: SIM905
    "seventeen eighteen nineteen".split()
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH = {word: number for number, word in enumerate(_UNITS)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
_PERCENT = r"(?: ?%| ?per ?cent\b)?"
_SCALE = rf"(?:[ -]?(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?"
_NUMBER = re.compile(
    rf"(?P<digits>\d+(?:[.,]\d+)*)(?!\d)(?P<ordinal>(?:st|nd|rd|th)\b)?{_SCALE}{_PERCENT}"
    rf"|\b(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<more>{'|'.join(_UNITS[1:10])}))?\b{_SCALE.replace('scale', 'scale2')}"
    rf"{_PERCENT}"
    rf"|\b(?P<unit>{'|'.join(_UNITS[1:])})\b{_SCALE.replace('scale', 'scale3')}{_PERCENT}",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_CODE = re.compile(r"[/@#]|www\.|[_=&?:]$|\d-$|[^\W\d_]$")
"""In what stands before digits of an address, a clock, a date in figures, a range, a name."""

_CODE_BEHIND = re.compile(r"[/_=][^\s]|:\d|-\d")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".replace(" ", "|")
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})[a-z]*\.? $", re.IGNORECASE)
_NOT_COUNTED = re.compile(
    rf"[ -]?(?:years?\b|hours?\b|days?\b|weeks?\b|months?\b|minutes?\b|[ap]\.?m\b|gmt\b|(?:{_MONTHS})[a-z]*\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 4
"""Digits of a count that are not parted by a comma."""

_MEASURE = re.compile(
    r"[ -]?(?:(?P<km>km\b|kilomet)|(?P<mi>miles?\b|mph\b)|(?P<ft>feet\b|foot\b|ft\b)|(?P<m>met(?:re|er)s?\b|m\b)"
    r"|(?P<kg>kg\b|kilos?\b|kilogram)|(?P<lb>pounds?\b|lbs?\b)|(?P<t>tonnes?\b|tons?\b)|(?P<acre>acres?\b)|(?P<ha>hectare)"
    r"|(?P<c>°?C\b|degrees? celsius)|(?P<f>°?F\b|degrees? fahrenheit)|(?P<l>lit(?:re|er)s?\b)|(?P<gal>gallons?\b)"
    r"|(?P<eur>euros?\b)|(?P<usd>dollars?\b))",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\bfrom(?: \w+){0,2} ?[$€£¥]?$", re.IGNORECASE)
_PART = re.compile(r"(?:\bincluding|\bamong them|\bof (?:whom|them))(?: at least)? ?$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the|them|those|whom|its|his|her|their)\b", re.IGNORECASE)

SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*\s|[;:]\s")
_PIECE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()]")
_LOOKED_AT = 120
"""Code points on either side of a number within which its sentence is looked at."""

_REACH = 6
"""So many words from a number still say what it counts."""

_CROSSING = 3
"""A comma or `and` on the way counts as so many words."""

_BETWEEN = frozenset(("and", "or", "but", "while", ","))
_LEADS_TO = frozenset(
    "at least most more than up to about nearly almost some around as many over a another further estimated of "  # noqa: SIM905
    "rose rises risen climbed climbs stood stands put is was has now had been reached reaches".split()
)
"""Words that may stand between what is counted and its number."""

_LEADS_AWAY = frozenset("in on at from for with after before when who that near by since until during as to".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, and what it is worth.

    `toll` is what it counts, None where that is no toll or cannot be told; `is_sure`: it counts nothing else.
    `is_former`: another one took its place (`from 12 to 21`); `is_part`: of a toll; `measure`: what it is in, if known.
    """

    start: int
    end: int
    text: str
    worth: float
    toll: str | None
    is_sure: bool
    is_former: bool
    is_part: bool
    measure: str


def numbers(text: str) -> list[Number]:
    """The numbers of a text in their order; ordinals, and digits of names, addresses, clocks and ranges are none."""
    found = [match for match in _NUMBER.finditer(text) if not match["ordinal"] and not _is_code(text, match)]
    told = []
    for at, match in enumerate(found):
        low = max(found[at - 1].end() if at else 0, match.start() - _LOOKED_AT)
        high = min(found[at + 1].start() if at + 1 < len(found) else len(text), match.end() + _LOOKED_AT)
        told.append(_number(text, match, low, high))
    return told


def _number(text: str, match: re.Match[str], low: int, high: int) -> Number:
    start, end = match.span()
    currency = text[start - 1] if start and text[start - 1] in "$€£¥" else ""
    measured = _MEASURE.match(text, end)
    measure = currency or ("m" if (match["scale"] or "").lower() == "m" else _name(measured))
    toll, is_sure = None, False
    if not measure and match[0][-1] not in "%t" and not _is_uncounted(text, match):
        toll, is_sure = _toll(text[low:start], text[end:high])
    ahead = max(0, start - 40)
    return Number(
        start=start,
        end=end,
        text=" ".join(f"{currency}{match[0]}".split()),
        worth=_worth(match),
        toll=toll,
        is_sure=is_sure,
        is_former=_FORMER.search(text[ahead:start]) is not None,
        is_part=_PART.search(text[ahead:start]) is not None or _OF.match(text, end) is not None,
        measure=measure,
    )


def _is_code(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    if not match["digits"]:
        return False
    space = text.rfind(" ", max(0, start - _LOOKED_AT), start)
    before = text[space + 1 if space >= 0 else max(0, start - _LOOKED_AT) : start]
    return bool(before and _CODE.search(before)) or _CODE_BEHIND.match(text, match.end("digits")) is not None


def _name(measured: re.Match[str] | None) -> str:
    return measured.lastgroup or "" if measured is not None else ""


def _is_uncounted(text: str, match: re.Match[str]) -> bool:
    """Whether a number is a day, a year, an age, a length of time, or too long to be more than a code."""
    if _MONTH_BEFORE.search(text[max(0, match.start() - 12) : match.start()]) or _NOT_COUNTED.match(text, match.end()):
        return True
    return _YEAR.fullmatch(match[0]) is not None or (match[0].isdigit() and len(match[0]) > _LONGEST)


def _worth(match: re.Match[str]) -> float:
    scale = next((match[name] for name in ("scale", "scale2", "scale3") if match[name]), "")
    if match["digits"]:
        whole, *parts = _THOUSANDS.sub("", match["digits"]).replace(",", ".").split(".")
        number = float(f"{whole}.{''.join(parts)}")
    elif match["tens"]:
        number = _WORTH[match["tens"].lower()] + _WORTH[(match["more"] or "zero").lower()]
    else:
        number = _WORTH[match["unit"].lower()]
    return number * _SCALES.get(scale.lower(), 1.0)


def _toll(before: str, after: str) -> tuple[str | None, bool]:
    """What is counted, told by the nearest word that says so, on either side; and whether nothing else can be."""
    ends = [found.end() for found in SENTENCE_END.finditer(before)]
    ahead = _nearest(reversed(_PIECE.findall(before[ends[-1] if ends else 0 :])))
    end = SENTENCE_END.search(after)
    behind = _nearest(iter(_PIECE.findall(after[: end.start()] if end else after)))
    if behind[0] <= ahead[0]:
        return behind[1], not _LEADS_AWAY.intersection(behind[2]) and "," not in behind[2]
    return ahead[1], _LEADS_TO.issuperset(ahead[2])


def _nearest(pieces: Iterator[str]) -> tuple[int, str | None, list[str]]:
    distance = 0
    between: list[str] = []
    for piece in pieces:
        word = piece.lower()
        distance += _CROSSING if word in _BETWEEN else 1
        if distance > _REACH:
            break
        if word in _TOLLS:
            return distance, _TOLLS[word], between
        between.append(word)
    return _REACH + 1, None, between
