"""What a text counts and measures: each number with the word that says of what.

What must not be in here: comparing texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geotui.stories.event_words import stem
from geotui.text import fold

REACH, NUMBERS = 250, 8
"""Numbers are read in the first 250 words, and the first 8 of them are kept: further on they are background."""

_ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_IN_WORDS = {word: float(value) for value, word in enumerate(_ONES.split(), 1)} | {
    word: 10.0 * ten for ten, word in enumerate(_TENS.split(), 3)
}
_LITTLE_WORDS = """a about an and are at been by for from had has have in is least more nearly of on or other some than
the to was were with"""
_PASSED_OVER = frozenset(_LITTLE_WORDS.split())
_TIMES = frozenset(("am", "pm", "gmt", "edt", "est", "utc", "st", "nd", "rd", "th"))
_BEFORE = frozenset(("magnitude", "round", "day", "number", "phase", "article"))
"""Words that name what a number behind them tells."""

_OF_TOLL = "body casualty dead death fatality hurt injured killed missing people victim wounded"
TOLL = frozenset(map(stem, _OF_TOLL.split()))
"""Stems of what is counted anew while it goes on: that such a number differs says nothing."""

IDENTITY = frozenset(("magnitude", "round", "phase", "score"))
"""What names one happening among its like: where such numbers differ it is another."""

NEARLY = 0.15
"""Agencies measure the same earthquake with magnitudes that differ by so much."""

_PIECE = re.compile(r"[^\W_]+(?:[.,]\d+)*|[.;:()/]")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,3})?")
_PLAYED = re.compile(
    r"\b(?:beat|defeat|draw|drawn|drew|hold|lead|lose|lost|stun|thrash|win|victory)(?:s|ed)?\b", re.IGNORECASE
)
_SCORE = re.compile(r"\b(\d{1,2})[-–](\d{1,2})\b(?![-–/])")
_RESULT = re.compile(r"(?:[A-Z]\D* )?[A-Z][^\W\d]* (\d{1,2}),? (?:[A-Z]\D* )?[A-Z][^\W\d]* (\d{1,2})")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def numbers(text: str) -> tuple[tuple[str, float], ...]:
    """What is counted, as a stem, and how many, in the order of the text; days, years and hours are left to dates."""
    pieces = _PIECE.findall(_plain(text))[:REACH]
    return tuple(dict.fromkeys(_read(pieces)))[:NUMBERS]


def score(title: str) -> tuple[tuple[str, float], ...]:
    """The score of a match that a headline tells, `Rovers 2 City 0` or `2-0`, whichever side it names first."""
    found = _RESULT.fullmatch(title) or (_SCORE.search(title) if _PLAYED.search(title) else None)
    if found is None:
        return ()
    less, more = sorted(int(goals) for goals in found.groups())
    return (("score", more + less / 100),)


def _plain(text: str) -> str:
    return fold(text).replace("-", " ").replace("%", " percent ").replace("per cent", "percent")


def _read(pieces: Sequence[str]) -> Iterator[tuple[str, float]]:
    for at, piece in enumerate(pieces):
        value = _value(piece)
        if value is None or 1900 <= value <= 2030:
            continue
        if at and pieces[at - 1] in _BEFORE:
            yield pieces[at - 1], value
        elif at > 1 and pieces[at - 1] == "of" and pieces[at - 2] in _BEFORE:
            yield pieces[at - 2], value
        for unit in _units(pieces[at + 1 : at + 5]):
            yield unit, value


def _units(following: Sequence[str]) -> Iterator[str]:
    """Of what: the next one or two words that mean something."""
    found = 0
    for piece in following:
        if not piece[0].isalpha() or piece in _TIMES or found == 2:
            return
        if piece in _PASSED_OVER or piece in _IN_WORDS:
            if found:
                return
            continue
        found += 1
        yield stem(piece)


def _value(piece: str) -> float | None:
    if piece[0].isdigit():
        ordinal = _ORDINAL.fullmatch(piece)
        if ordinal:
            return float(ordinal[1])
        return float(piece.replace(",", "")) if _DIGITS.fullmatch(piece) else None
    return _IN_WORDS.get(piece)
