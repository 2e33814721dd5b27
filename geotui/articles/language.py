"""The language of a text: by its script where that tells, else by the function words that it has most of."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from geotui.knowledge import Knowledge
from geotui.text import words

_SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "TAMIL": "ta",
    "TELUGU": "te",
    "BENGALI": "bn",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "TIBETAN": "bo",
    "ETHIOPIC": "am",
}
_DEFAULTS = {"CJK": "zh", "CYRILLIC": "ru", "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "DEVANAGARI": "hi"}
_SAMPLE = 6_000  # characters
_CODE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,8})*$", re.IGNORECASE)


def language_of(text: str, declared: str | None, knowledge: Knowledge) -> str:
    """The code of the text's language: read from the text, as declared where that is too short, `en` where unknown."""
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    read = _by_function_words(sample, script, knowledge)
    if read is not None:
        return read
    if script in _DEFAULTS:
        return _DEFAULTS[script]
    match = _CODE.match(declared.strip()) if declared else None
    return match[1].lower() if match else "en"


def _script(text: str) -> str:
    """The script of most letters, named as Unicode names them; Japanese where kana stand among ideographs."""
    letters = [c for c in text if c.isalpha()]
    step = max(1, len(letters) // 400)
    count = Counter(unicodedata.name(c, "?").split()[0] for c in letters[::step])
    if not count:
        return "LATIN"
    kana = count["HIRAGANA"] + count["KATAKANA"]
    if count["CJK"] and kana * 12 >= count["CJK"]:
        return "HIRAGANA"
    return count.most_common(1)[0][0]


def _by_function_words(text: str, script: str, knowledge: Knowledge) -> str | None:
    count = Counter(word.casefold().replace("’", "'") for word in words(text))
    total = sum(count.values())
    scores: dict[str, float] = {}
    for code, known in knowledge.languages.items():
        in_script = [word for word in known if _is_of(word, script)]
        if in_script:
            scores[code] = sum(count[word] for word in in_script) / total if total else 0.0
    if not scores:
        return None
    best = max(sorted(scores), key=lambda code: scores[code])
    return best if scores[best] >= 0.08 and total >= 8 else None


def _is_of(word: str, script: str) -> bool:
    return unicodedata.name(word[0], "?").split()[0] == script
