"""The numbers that two texts give otherwise, each with the words that say what it counts: `killed 12 → 21`.

A number is told where both texts have one in the same place, and where each names one toll only: how many were killed,
hurt, missing. In `from 12 to 21`, `21, up from 12` it is the later one that counts; a part (`three of them`, `including
three children`) is no toll. What must not be in here: aligning texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geotui.model import Compared, Recount, Standing, Stretch

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
_LABELS = tuple(dict.fromkeys(_TOLLS.values()))

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
_SCALE = rf"(?:[ -]?(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?"
_NUMBER = re.compile(
    rf"(?P<digits>\d+(?:[.,]\d+)*)(?!\d)(?P<ordinal>(?:st|nd|rd|th)\b)?{_SCALE}"
    rf"|\b(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<more>{'|'.join(_UNITS[1:10])}))?\b{_SCALE.replace('scale', 'scale2')}"
    rf"|\b(?P<unit>{'|'.join(_UNITS[1:])})\b{_SCALE.replace('scale', 'scale3')}",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()]")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*\s|[;:]\s")
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*%?")
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_BETWEEN = frozenset(("and", "or", "but", "while", ","))
_FORMER = re.compile(r"\bfrom(?: \w+){0,2} ?[$€£¥]?$", re.IGNORECASE)
_PART = re.compile(r"(?:\bincluding|\bamong them|\bof (?:whom|them))(?: at least)? ?$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the|them|those|whom|its|his|her|their)\b", re.IGNORECASE)
_SLIGHT = frozenset(
    "a an the of in on at to by for from with and or but was were is are be been has have had that which "  # noqa: SIM905
    "who whom as it its his her their than more some about least said says after when while into over".split()
)

_REACH = 6
"""So many words from a number still say what it counts."""

_CROSSING = 3
"""A comma or `and` on the way counts as so many words."""

_BEFORE, _AFTER = 2, 2
"""Words of context beside a number that is no toll."""


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    text: str
    worth: float
    toll: str | None
    is_former: bool
    is_part: bool


def recounts(paragraphs: Sequence[Compared]) -> tuple[Recount, ...]:
    """The numbers that differ, tolls first, each once, whatever the words beside it."""
    tolls: dict[tuple[str, float, float], Recount] = {}
    others: dict[tuple[str, float, float], Recount] = {}
    for paragraph in paragraphs:
        if paragraph.standing is Standing.CHANGED:
            for one, other, recount in _aligned(paragraph.stretches):
                beside = (recount.after.split() or recount.before.split()[-1:] or [""])[0].lower()
                into = tolls if recount.before in _LABELS else others
                into.setdefault((recount.before if into is tolls else beside, one.worth, other.worth), recount)
    told = {label for label, *_ in tolls}
    ours, theirs = _tolls(paragraphs, of_one=True), _tolls(paragraphs, of_one=False)
    for label in ours.keys() & theirs.keys() - told:
        (worth, text), *more = ours[label].items()
        (its_worth, its_text), *its_more = theirs[label].items()
        if worth != its_worth and not more and not its_more:
            tolls[label, worth, its_worth] = Recount(label, text, its_text, "")
    named = {key[1:] for key in tolls}
    first = sorted(tolls.items(), key=lambda item: _LABELS.index(item[0][0]))
    return (*(recount for _, recount in first), *(one for key, one in others.items() if key[1:] not in named))


def _tolls(paragraphs: Sequence[Compared], of_one: bool) -> defaultdict[str, dict[float, str]]:
    """The numbers that a text gives for each toll, by their worth."""
    tolls: defaultdict[str, dict[float, str]] = defaultdict(dict)
    for paragraph in paragraphs:
        for number in _numbers(paragraph.one if of_one else paragraph.other):
            if number.toll is not None and not number.is_former and not number.is_part:
                tolls[number.toll].setdefault(number.worth, number.text)
    return tolls


# ---------------------------------------------------------------------- numbers in the same place


def _aligned(stretches: Sequence[Stretch]) -> Iterator[tuple[_Number, _Number, Recount]]:
    one, other = ("".join(getattr(stretch, side) for stretch in stretches) for side in ("one", "other"))
    ours, theirs = _numbers(one), _numbers(other)
    at = there = 0
    for number, stretch in enumerate(stretches):
        end, behind = at + len(stretch.one), there + len(stretch.other)
        if not stretch.same and stretch.one and stretch.other:
            pairs = _pairs(_within(ours, at, end), _within(theirs, there, behind))
            before = stretches[number - 1].one if number else ""
            until = end + (len(stretches[number + 1].one) if number + 1 < len(stretches) else 0)
            for here, its in pairs:
                if here.worth != its.worth:
                    yield here, its, _recount(here, its, before, one[max(end, here.end) : until])
        at, there = end, behind


def _within(numbers: Sequence[_Number], start: int, end: int) -> list[_Number]:
    return [number for number in numbers if start <= number.start < end]


def _pairs(ours: list[_Number], theirs: list[_Number]) -> Iterator[tuple[_Number, _Number]]:
    """Which numbers stand for each other: those of one toll, then the others where there are as many of them."""
    ours, theirs = _current(ours, theirs), _current(theirs, ours)
    for toll in dict.fromkeys(number.toll for number in ours if number.toll):
        here = [number for number in ours if number.toll == toll]
        there = [number for number in theirs if number.toll == toll]
        if len(here) == len(there):
            yield from zip(here, there, strict=True)
            ours = [number for number in ours if number not in here]
            theirs = [number for number in theirs if number not in there]
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)


def _current(numbers: list[_Number], others: list[_Number]) -> list[_Number]:
    """Without those that others took the place of, where the other text has not as many of them."""
    formers = [number for number in numbers if number.is_former]
    if len(formers) in (0, len(numbers)) or len(formers) == sum(number.is_former for number in others):
        return numbers
    return [number for number in numbers if not number.is_former]


def _recount(one: _Number, other: _Number, before: str, after: str) -> Recount:
    toll = one.toll or other.toll
    if toll is not None and {one.toll, other.toll} <= {toll, None}:
        return Recount(toll, one.text, other.text, "")
    return Recount(_last_words(before), one.text, other.text, _first_words(after))


def _last_words(text: str) -> str:
    """The last words of a text that are of one clause with what follows it."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text + " ")]
    words = _WORD.findall(text[ends[-1] if ends else 0 :])[-_BEFORE:]
    while words and words[0].lower() in _SLIGHT:
        del words[0]
    return " ".join(words)


def _first_words(text: str) -> str:
    """The first words of a text that are of one clause with what stands before it."""
    end = re.search(r"[.,;:!?()](?:\s|$)", text)
    words = _WORD.findall(text[: end.start()] if end else text)[:_AFTER]
    while words and words[-1].lower() in _SLIGHT:
        del words[-1]
    return " ".join(words) if words and words[0].lower() not in _SLIGHT else ""


# ---------------------------------------------------------------------- numbers of a text


def _numbers(text: str) -> list[_Number]:
    """The numbers of a text in their order; ordinals are none."""
    found = [match for match in _NUMBER.finditer(text) if not match["ordinal"] and not _is_inside(text, match)]
    numbers = []
    for at, match in enumerate(found):
        start, end = match.span()
        low = found[at - 1].end() if at else 0
        high = found[at + 1].start() if at + 1 < len(found) else len(text)
        currency = start > 0 and text[start - 1] in "$€£¥"
        numbers.append(
            _Number(
                start,
                end,
                " ".join(text[start - currency : end].split()),
                _worth(match),
                _toll(text[max(low, start - 120) : start], text[end : min(high, end + 120)]),
                is_former=_FORMER.search(text, max(0, start - 40), start) is not None,
                is_part=_PART.search(text, max(0, start - 40), start) is not None or _OF.match(text, end) is not None,
            )
        )
    return numbers


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Whether digits are a part of a name or a code (`F16`)."""
    return match.start() > 0 and text[match.start() - 1].isalpha()


def _worth(match: re.Match[str]) -> float:
    scale = next((match[name] for name in ("scale", "scale2", "scale3") if match[name]), "")
    if match["digits"]:
        digits = _THOUSANDS.sub("", match["digits"]).replace(",", ".")
        whole, *parts = digits.split(".")
        number = float(f"{whole}.{''.join(parts)}") if len(digits) < 40 else float("inf")
    elif match["tens"]:
        number = _WORTH[match["tens"].lower()] + _WORTH[(match["more"] or "zero").lower()]
    else:
        number = _WORTH[match["unit"].lower()]
    return number * _SCALES.get(scale.lower(), 1.0)


def _toll(before: str, after: str) -> str | None:
    """What is counted, told by the nearest word that says so, on either side."""
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    ahead = _nearest(reversed(_PIECE.findall(before[ends[-1] if ends else 0 :])))
    end = _SENTENCE_END.search(after)
    behind = _nearest(iter(_PIECE.findall(after[: end.start()] if end else after)))
    return min((behind, ahead), key=lambda found: found[0])[1]


def _nearest(pieces: Iterator[str]) -> tuple[int, str | None]:
    distance = 0
    for piece in pieces:
        word = piece.lower()
        distance += _CROSSING if word in _BETWEEN else 1
        if distance > _REACH:
            break
        if word in _TOLLS:
            return distance, _TOLLS[word]
    return _REACH + 1, None
