"""The words of a text as they are compared: without what outlets change in a report that they otherwise print as it is.

Spellings are mapped to one form that only has to be the same for all variants; it need not be a word (`exercize`).
What must not be in here: any judgement of whether two texts are the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geotui import text as plain

_ONE_FORM = {
    variant: form
    for form, variants in {
        "kyiv": "kiev",
        "kharkiv": "kharkov",
        "odesa": "odessa",
        "lviv": "lvov",
        "chornobyl": "chernobyl",
        "mykolaiv": "nikolayev nikolaev",
        "luhansk": "lugansk",
        "donbas": "donbass",
        "belarus": "byelorussia belorussia",
        "myanmar": "burma",
        "yangon": "rangoon",
        "mumbai": "bombay",
        "turkey": "turkiye",
        "beijing": "peking",
        "astana": "nursultan",
        "muslim": "moslem",
        "muslims": "moslems",
        "quran": "koran",
        "program": "programme",
        "programs": "programmes",
        "gray": "grey",
        "aluminum": "aluminium",
        "check": "cheque",
        "tire": "tyre",
        "tires": "tyres",
        "jewelry": "jewellery",
        "judgment": "judgement",
        "maneuver": "manoeuvre",
        "maneuvers": "manoeuvres",
        "skeptical": "sceptical",
        "aging": "ageing",
        "fulfill": "fulfil",
        "enroll": "enrol",
        "while": "whilst",
        "among": "amongst",
        "toward": "towards",
        "afterward": "afterwards",
        "advizer": "adviser advisor",
        "advizers": "advisers advisors",
        "okay": "ok",
        "1": "one",
        "2": "two",
        "3": "three",
        "4": "four",
        "5": "five",
        "6": "six",
        "7": "seven",
        "8": "eight",
        "9": "nine",
        "10": "ten",
        "11": "eleven",
        "12": "twelve",
        "monday": "mon",
        "tuesday": "tue tues",
        "wednesday": "wed",
        "thursday": "thu thur thurs",
        "friday": "fri",
        "january": "jan",
        "february": "feb",
        "august": "aug",
        "september": "sept sep",
        "october": "oct",
        "november": "nov",
        "december": "dec",
        "": "mr mrs ms dr",
    }.items()
    for variant in variants.split()
}
_ENDINGS = (
    (re.compile(r"is(e[drs]?|ers?|ing|ations?)$"), r"iz\1"),
    (re.compile(r"ys(e[drs]?|ing)$"), r"yz\1"),
    (re.compile(r"(?<=..)our(s|ed|ing|ite|ites|able|hood|hoods|er|ers)?$"), r"or\1"),
    (re.compile(r"(?<=..)tre(s|d)?$"), r"ter\1"),
    (re.compile(r"ence(s|d|less)?$"), r"ense\1"),
    (re.compile(r"ll(ed|ing|ers?)$"), r"l\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
    (re.compile(r"sk(?:iy|yy|yi|yj|ii|ij|i|y)$"), "sky"),
    (re.compile(r"[ao]e"), "e"),
)
_MAY_END_SO = re.compile("|".join(f"(?:{ending.pattern})" for ending, _ in _ENDINGS))
_PLAIN = (
    ("’", "'"),
    ("‘", "'"),
    ("ʼ", "'"),
    ("“", " "),
    ("”", " "),
    ("—", " "),
    ("–", " "),
    ("…", " "),
    ("\u00a0", " "),
)
_CREDIT = re.compile(r"\((?:[A-Z][A-Za-z.]*)(?:[/ &-]{1,3}[A-Z][A-Za-z.]*){0,3}\)")
_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w.'’-]*(?:[ /]|,\s))*[A-Z][\w.'’-]*"  # a place, or several
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}|,? \d{1,2} [A-Z][a-z]{2,8}\.?)?\s*"  # a day
    r"(?::|[-–—]{1,3}(?=\s)|\([^()]{2,40}\)\s*[-–—:]{1,3})\s*"
)
_DATELINE_REACH = 70
_CLOSING = re.compile(
    r"\n\W{0,3}(?:(?:additional |with )?report(?:ing|s) by|writing by|editing by|edited by|compiled by|"
    r"with (?:agency |agencies|inputs? ))[^\n]{0,160}(?=\n|$)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r",(?=\d{3}\b)(?<=\d,)")
_UNSPACED = re.compile("([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_WORD = re.compile(r"[^\W_]+")


def without_credits(text: str) -> str:
    """Text without its opening dateline, agencies in brackets, and closing lines that say who wrote and edited it."""
    start = _DATELINE.match(text[:_DATELINE_REACH])
    body = text[start.end() :] if start else text
    return _CLOSING.sub("\n", _CREDIT.sub(" ", "\n" + body))


def comparable_words(text: str) -> list[str]:
    """The words of a text in the one form in which copies are compared; scripts without spaces give one a character."""
    if not text.isascii():
        for typographic, simple in _PLAIN:
            text = text.replace(typographic, simple)
    folded = plain.fold(text)
    if not folded.isascii():
        folded = _UNSPACED.sub(r" \1 ", folded)
    folded = folded.replace("'", "").replace("%", " percent ").replace("per cent", "percent")
    if "," in folded:
        folded = _THOUSANDS.sub("", folded)
    return [form for word in _WORD.findall(folded) if (form := one_form(word))]


@lru_cache(maxsize=1 << 16)
def one_form(word: str) -> str:
    """The form that stands for all spellings of a folded word; empty for a word that outlets put or leave at will."""
    known = _ONE_FORM.get(word)
    if known is not None:
        return known
    if len(word) <= 4 or not word.isalpha():
        return word
    if _MAY_END_SO.search(word):
        for ending, form in _ENDINGS:
            word = ending.sub(form, word)
    return _ONE_FORM.get(word, word)
