"""Months typed in another script than Latin: such a word is unmistakable, whatever the languages of the settings.

The phrase is turned into the words that the grammar reads. What must not be in here: months in Latin letters, which
can be words of another language (`mars`), and what a phrase means.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from geotui.dates.abroad import numbered
from geotui.dates.tongues import MONTH_WORDS
from geotui.dates.words import MONTHS

_WORD: Final = re.compile(r"[^\s\d.,;:/()…–—+<>=±-]+")
_DIGIT: Final = re.compile(r"[0-9]")
_LATIN_ENDS: Final = 0x24F
_LEAST: Final = 3
"""Shorter words mean something else in one language or another, unless a number stands beside them."""
_LONGEST_ENDING: Final = 3
_SMALL: Final = frozenset({"в", "у", "г", "г.", "год", "года", "году", "р", "р.", "рік", "року", "سنة", "عام", "साल"})
"""Say nothing more of a date that has a month."""
_PREFIXED: Final = re.compile(r"[בל](?=..)")
_EASTERN: Final = (
    (re.compile(r"([0-9]{4}) ?[年년] ?([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日号號일]"), r"\3 @\2 \1"),
    (re.compile(r"([0-9]{4}) ?[年년] ?([0-9]{1,2}) ?[月월]"), r"@\2 \1"),
    (re.compile(r"(?<![0-9])([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日号號일]"), r"\2 @\1"),
    (re.compile(r"(?<![0-9])([0-9]{1,2}) ?[月월]"), r"@\1"),
    (re.compile(r"([0-9]{4}) ?[年년]"), r"\1"),
)
_NUMBERED_MONTH: Final = re.compile(r"@0?(1[0-2]|[1-9])(?![0-9])")


def in_latin(phrase: str) -> str:
    """The phrase with months of other scripts, and digits, as English writes them; as it is where it has no month."""
    if phrase.isascii():
        return phrase
    text = "".join(str(unicodedata.decimal(c, c)) for c in unicodedata.normalize("NFC", phrase.lower()))
    for form, plain in _EASTERN:
        text = form.sub(plain, text)
    text = _NUMBERED_MONTH.sub(lambda match: MONTHS[int(match[1]) - 1], text)
    numbered_too = _DIGIT.search(text) is not None
    months = {word: month for word in _WORD.findall(text) if (month := _named(word, numbered_too)) is not None}
    if months:
        text = _WORD.sub(lambda match: months.get(match[0], "" if match[0] in _SMALL else match[0]), text)
    return text


def _named(word: str, beside_number: bool) -> str | None:
    return _month(word, beside_number) or _month(_PREFIXED.sub("", word, count=1), beside_number)


def _month(word: str, beside_number: bool) -> str | None:
    """The month of a whole word, or beside a number of its beginning."""
    if ord(word[0]) <= _LATIN_ENDS or (len(word) < _LEAST and not beside_number):
        return None
    words, beginnings = _words()
    for end in range(len(word), max(len(word) - _LONGEST_ENDING, 1) - 1, -1):
        number = words.get(word[:end] + "~" if end < len(word) else word, words.get(word + "~"))
        if number:
            return MONTHS[number - 1]
    number = beginnings.get(word.rstrip(".")) if beside_number else None
    return MONTHS[number - 1] if number else None


@cache
def _words() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Words of the tables, and their beginnings of three letters and more, that mean one month in all languages."""
    words: dict[str, int] = {}
    beginnings: dict[str, int] = {}
    for table in MONTH_WORDS.values():
        for word, number in numbered(table, 1).items():
            if ord(word[0]) > _LATIN_ENDS:
                _put(words, word, number)
                plain = word.removesuffix("~")
                for end in range(_LEAST, len(plain) + 1):
                    _put(beginnings, plain[:end], number)
    return words, beginnings


def _put(table: dict[str, int], word: str, number: int) -> None:
    """0 where it means several months."""
    table[word] = number if table.get(word, number) == number else 0
