"""What a typed date phrase means. Total: it never raises, it says what it understood or that it did not.

A grammar of our own reads all of English; dateparser (in `foreign`) only single dates in the reader's other languages.
What must not be in here: the filter language, names, the clock.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from geotui.dates import absolute, foreign, pieces, relative
from geotui.dates.compounds import read_compound
from geotui.dates.named import NAMED_DAYS
from geotui.dates.points import RefusedError, Today
from geotui.dates.sayings import in_one_form
from geotui.dates.scripts import in_latin
from geotui.dates.wording import in_words
from geotui.dates.words import CANONICAL, CARDINALS, ORDINALS
from geotui.model import Phrase
from geotui.model.edtf import read_edtf
from geotui.settings import Settings

_RULE_ROOMS = (absolute, relative, pieces)
"""Named so that the rules are in the table, absolute dates first."""

LONGEST: Final = 80
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[0-9]")
_SHAPE = re.compile(r"(?:[a-z0-9 .:/+±<>=-])+")
_TENS_AND_ONES = re.compile(
    rf"\b(twenty|thirty)[ -](?:({'|'.join(list(CARDINALS)[1:10])})|({'|'.join(list(ORDINALS)[:9])}))\b"
)
_SHORT_YEAR = re.compile(r"'([0-9])([0-9])\b(?!0?s)")
_SIGNS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "≥": ">=",
        "≤": "<=",
        ",": " ",
        "&": " and ",
        "…": "..",
    }
)
_NAMED_WORDS = {word: word for name in NAMED_DAYS for word in name.split()}
_VOCABULARY: Final[Mapping[str, str]] = _NAMED_WORDS | CANONICAL | {"century": "century"}
_WORDS_OF_TEXT: Final = (
    "sat|sun|mar|jan|now|spring|summer|autumn|fall|winter|christmas|xmas|easter|thanksgiving|halloween|epiphany|"
    "pentecost|juneteenth|new year|weekend|present|midnight|noon"
)
_ALONE_NO_DATE: Final = re.compile(
    rf"(?:the )?(?:{_WORDS_OF_TEXT})|by [12][0-9]{{3}}|(?:in|on|at|of|for) the (?:sat|sun|mar|jan)"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)|(?:first|second|[12](?:st|nd)) half"
    rf"|(?:the )?(?:[0-9]+|{'|'.join(CARDINALS)}) (?:hour|day|week|month|quarter|year|decade)s?"
)
"""In a filter these alone are names and words of the text rather than dates."""


def read_phrase(phrase: str, today: date, settings: Settings, in_filter: bool = False) -> Phrase:
    """What the phrase means on the day `today`.

    In a filter, words that mostly mean something else (`sat`, `mar`, `easter`) are no dates when they stand alone;
    otherwise the phrase is known to be meant as one.
    """
    return _read(phrase, today, settings.date_order, settings.languages, in_filter)


def forget() -> None:
    """Drops the readings that are remembered."""
    _read.cache_clear()


@lru_cache(maxsize=4096)
def _read(phrase: str, today: date, order: str, languages: tuple[str, ...], in_filter: bool) -> Phrase:
    if len(phrase) > LONGEST:
        return Phrase(phrase)
    text = _normal(in_latin(phrase))
    if in_filter and _ALONE_NO_DATE.fullmatch(text):
        return Phrase(phrase)
    names = foreign.names(languages)
    plain = _plain(text, names)
    try:
        span = read_compound(plain, Today(today, order)) if plain is not None else read_edtf(phrase.strip())
    except RefusedError as error:
        return Phrase(phrase, refusal=f"{error}.".replace(f'"{plain}"', f'"{phrase.strip()}"'))
    except (ValueError, OverflowError):
        return Phrase(phrase, refusal=f"{phrase.strip()} lies outside the calendar.")
    if span is None and names:
        english = foreign.in_english(phrase, languages)
        if english is not None:
            span = _read(english, today, order, ("en",), False).span
        else:
            span = foreign.read_day(phrase, today, languages, names)
    return Phrase(phrase, span, in_words(span)) if span is not None else Phrase(phrase)


def _normal(phrase: str) -> str:
    """Lower case, plain quotes and dashes, no accents, commas as spaces, single spaces."""
    text = phrase.lower().translate(_SIGNS)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = _TENS_AND_ONES.sub(_one_number, _SHORT_YEAR.sub(_long_year, text))
    text = " ".join(text.replace("'", "").split())
    return in_one_form(text)


def _long_year(match: re.Match[str]) -> str:
    return f"{'19' if match[1] in '6789' else '20'}{match[1]}{match[2]}"


def _one_number(match: re.Match[str]) -> str:
    tens = CARDINALS[match[1]]
    return str(tens + CARDINALS[match[2]]) if match[2] else f"{tens + ORDINALS[match[3]]}th"


def _plain(text: str, names: Mapping[str, str]) -> str | None:
    """The text in the form that the grammar reads, None where a word of it belongs to no date."""
    if text.removeprefix("the ") in ORDINALS:
        return None
    dated = False
    plain = []
    for word in _WORD.findall(text):
        known = _VOCABULARY.get(word, names.get(word))
        if known is None:
            return None
        plain.append(known)
        dated = dated or len(word) > 1
    if not dated and _DIGIT.search(text) is None:
        return None
    spoken = iter(plain)
    text = _WORD.sub(lambda _: next(spoken), text)
    text = " ".join(re.sub(r"(?<=[a-z])\.(?!\.)|(?<=[0-9])\.(?= )", "", text).split())
    return text if _SHAPE.fullmatch(text) else None
