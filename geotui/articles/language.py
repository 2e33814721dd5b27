"""The language of a text: by its script where that tells, else by the function words that it has most of."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from geotui.knowledge import Knowledge

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
_SAMPLE = 3_000  # characters
_LETTERS = 250  # looked at for their script
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
    if text.isascii():
        return "LATIN"
    count = Counter(_script_of(c) for c in text[:: max(1, len(text) // _LETTERS)] if c.isalpha())
    if not count:
        return "LATIN"
    kana = count["HIRAGANA"] + count["KATAKANA"]
    if count["CJK"] and kana * 12 >= count["CJK"]:
        return "HIRAGANA"
    return count.most_common(1)[0][0]


@lru_cache(maxsize=4096)  # a text has few letters, many times each
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def _by_function_words(text: str, script: str, knowledge: Knowledge) -> str | None:
    table = _table(knowledge)
    found = text.casefold().replace("’", "'").split()
    count: Counter[str] = Counter()
    for word, times in Counter(found).items():
        for code in table.get((script, word), ()):
            count[code] += times
    if len(found) < 8 or not count:
        return None
    best = min(count, key=lambda code: (-count[code], code))
    return best if count[best] >= 0.08 * len(found) else None


def _table(knowledge: Knowledge) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Script and function word → the languages that have it."""
    kept = knowledge.cache.get("articles.function_words")
    if isinstance(kept, dict):
        return kept
    table: dict[tuple[str, str], tuple[str, ...]] = {}
    for code, known in sorted(knowledge.languages.items()):
        for word in known:
            script = unicodedata.name(word[0], "?").split()[0]
            table[script, word] = (*table.get((script, word), ()), code)
    knowledge.cache["articles.function_words"] = table
    return table
