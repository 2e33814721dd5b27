"""Letters of other scripts in Latin ones, so that a name that nobody listed in its own script is found by rule.

Folded text in, folded text out. Cyrillic and Greek become what English papers would write or nearly; Arabic, Persian
and Hebrew write few vowels, and are good for comparing consonants only. What must not be in here: names.
"""

from __future__ import annotations

import re


def _table(letters: str, latin: str) -> dict[str, str]:
    return dict(zip(letters, latin.split(" "), strict=True))


_CYRILLIC = _table(
    "абвгґдеєжзиіклмнопрстуфхцчшщъыьэюя",
    "a b v g g d e ye zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya",
) | _table("јљњћђќѓџәғқңөұүһ", "j lj nj c dj kj gj dz a gh k ng o u u h")
_GREEK = _table(
    "αβγδεζηθικλμνξοπρσςτυφχψω",
    "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
)
_ARABIC = _table(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤپچژگکی",
    "a b t th j h kh d dh r z s sh s d t z  gh f q k l m n h u i a     p ch zh g k i",
)
_HEBREW = _table(
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "a b g d h u z h t i k k l m m n n s  p f ts ts k r sh t",
)
_LATIN = str.maketrans(_CYRILLIC | _GREEK | _ARABIC | _HEBREW)
_GREEK_PAIRS = (("μπ", "b"), ("γκ", "g"), ("ντ", "d"), ("τζ", "j"), ("ου", "ou"))
_ARTICLE = re.compile("^(?:ال|ה)(?=..)")
_WITHOUT_VOWELS = re.compile("[\u0590-\u06ff]")


def romanised(word: str) -> str:
    """A folded word with the letters known here in Latin ones, an Arabic or Hebrew article left out."""
    word = _ARTICLE.sub("", word)
    for pair, latin in _GREEK_PAIRS:
        word = word.replace(pair, latin)
    return word.translate(_LATIN)


def writes_vowels(word: str) -> bool:
    """Whether the script of a word writes its vowels."""
    return _WITHOUT_VOWELS.search(word) is None
