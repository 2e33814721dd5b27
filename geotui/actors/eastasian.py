"""Chinese and Korean names across systems of romanisation: pinyin and Wade-Giles, Revised and McCune-Reischauer.

Names that begin with the surname, compared by consonants in classes that no system tells apart. What must not be in
here: the scripts themselves, other languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SURNAMES = {
    word: group.split()[0]
    for group in (
        "lee yi rhee ri li i",
        "park pak bak",
        "roh no noh",
        "choi choe",
        "chung jung jeong cheong chong",
        "yoo yu ryu you",
        "im lim rim",
        "suh seo so",
    )
    for word in group.split()
}
"""Korean surnames in the spellings that their bearers choose, to the first of each."""
_CLASSES = (
    *(("hs", "S"), ("sh", "S"), ("x", "S"), ("zh", "C"), ("ch", "C"), ("q", "C"), ("j", "C"), ("ts", "Z"), ("tz", "Z")),
    *(("c", "Z"), ("z", "Z"), ("s", "S"), ("b", "P"), ("p", "P"), ("d", "T"), ("t", "T"), ("g", "K"), ("k", "K")),
    *(("l", "L"), ("m", "M"), ("f", "F")),
)
_NASAL = re.compile("n(?:g(?![aeiouwy]))?")
_HELD = re.compile("[rh](?![aeiouwy])")
_MOST_WORDS = 3
_LEAST_GIVEN = 2


def key(words: Sequence[str]) -> str:
    """What a name with the surname first has in common with its other romanisations; empty where that is too little."""
    if not 2 <= len(words) <= _MOST_WORDS or not all(word.isascii() and word.isalpha() for word in words):
        return ""
    given = _consonants("".join(words[1:]))
    surname = _SURNAMES.get(words[0]) or _consonants(words[0])
    return f"{surname} {given}" if len(given) >= _LEAST_GIVEN else ""


def _consonants(word: str) -> str:
    """`N` for both nasals; an `r` that opens a syllable is written `j` in Wade-Giles."""
    word = _NASAL.sub("N", _HELD.sub("", word))
    for written, plain in (*_CLASSES, ("r", "C")):
        word = word.replace(written, plain)
    return re.sub("[aeiouwyv]", "", word)
