"""How names are compared: as words without case, accents, hyphens, apostrophes and dots.

What must not be in here: anything that knows who bears a name.
"""

from __future__ import annotations

import re

from geotui.actors.lexicon import words
from geotui.text import fold

_WORD = re.compile("(?:[^\\W_]|[\u0900-\u109f\u1780-\u17ff])+")
"""Letters and digits; in the scripts of South and South-East Asia their vowel signs, too, which `\\w` leaves out."""
_LETTERS = str.maketrans("jywq", "iivk")
_PAIRS = (("kh", "h"), ("gh", "h"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"))
_HARD_C = re.compile(r"c(?=[aou])")
_SILENT_H = re.compile(r"(?<=[bdfgklmnprtz])h")
_SOUNDS = (
    *(("tsch", "s"), ("dsch", "j"), ("tch", "s"), ("sch", "s"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("sh", "s")),
    *(("ch", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "s"), ("tz", "s")),
    *(("cz", "s"), ("ck", "k"), ("x", "ks")),
)
_CONSONANTS = str.maketrans("qcgwvz", "kkkffs", "aeiouy")
_GLIDES = re.compile("(?<=[aeiouy])j|(?<=[ao])w(?=[^aeiouy])")
_CASE_ENDINGS = ("ыми", "ими", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ой", "ей", "ах", "ях")
_SOFT = "аеиоуыьюяії"
_DOUBLED = re.compile(r"(.)\1+")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.[ -]?)+(?!\w)")

_SYLLABLES = re.compile("[\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff]")
"""East Asian writing, but for Hangul, whose syllables `fold` parts into letters."""

PARTICLES = words("""
    al el ul ad an ar as at bin ibn bint ben de da di do du dos das del della der den la le van von ter ten zu y e
    af av abu wa st
""")


ARTICLES = frozenset(("al", "el", "ul", "ad", "as", "an", "ar", "at", "az", "ash"))
"""The Arabic article in its spellings, written or left out."""


def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name. Neighbouring single letters are one word: `J.D. Vance`, `J. D. Vance`: jd, vance."""
    parts = _WORD.findall(fold(text).replace("'", ""))
    if min(map(len, parts), default=2) > 1:
        return tuple(parts)
    merged: list[str] = []
    open_initials = False
    for part in parts:
        single = len(part) == 1 and part.isascii() and part.isalpha()
        if single and open_initials:
            merged[-1] += part
        else:
            merged.append(part)
        open_initials = single
    return tuple(merged)


def without_initials(text: str) -> str:
    """A name as typed, without what is given by one letter and a dot."""
    return _INITIALS.sub(" ", text)


def skeleton(word: str) -> str:
    """A word with the choices of transliteration taken out of it: kh/h, q/k, w/v, j/y, iy/yy/y, doubled letters."""
    word = word.translate(_LETTERS)
    for pair, plain in _PAIRS:
        if pair in word:
            word = word.replace(pair, plain)
    if "h" in word:
        word = _SILENT_H.sub("", word)
    if "c" in word:
        word = _HARD_C.sub("k", word)
    return _DOUBLED.sub(r"\1", word)


def sound(word: str) -> str:
    """What is left of a word when vowels and the choices of transliteration are taken out of it: its consonants."""
    for written, plain in _SOUNDS:
        if written in word:
            word = word.replace(written, plain)
    word = word[:1] + _GLIDES.sub("", word[1:].replace("h", ""))
    return _DOUBLED.sub(r"\1", word.translate(_CONSONANTS))


def stem(word: str) -> str:
    """A folded Cyrillic word without the ending of its case; at least three letters stay."""
    for ending in _CASE_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            break
    bare = word.rstrip(_SOFT)
    return bare if len(bare) > 2 else word


def family_core(family: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a surname without the particles before it: (al, assad) → (assad,); never empty for a surname."""
    for at, word in enumerate(family):
        if word not in PARTICLES or at == len(family) - 1:
            return family[at:]
    return ()


def least_letters(word: str) -> int:
    """How many letters a beginning must have; signs that stand for syllables or words say more than letters."""
    return 2 if _SYLLABLES.match(word) else 3


def allowed_edits(word: str) -> int:
    """How many misspelled letters a typed word may have: none up to three letters, one to five, two above."""
    return 0 if len(word) <= 3 else 1 if len(word) <= 5 else 2
