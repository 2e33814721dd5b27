"""The words of a text as they are compared: without what outlets change in a report that they otherwise print as it is.

Spellings are mapped to one form that only has to be the same for all variants; it need not be a word (`exercize`).
What must not be in here: any judgement of whether two texts are the same.
"""

from __future__ import annotations

import re

from geotui import text as plain

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
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
        "macau": "macao",
        "kabul": "cabul",
        "bosphorus": "bosporus",
        "muslim": "moslem",
        "muslims": "moslems",
        "quran": "koran",
        "shiite": "shia",
        "shiites": "shias",
        "sheikh": "sheik shaikh",
        "taliban": "taleban",
        "hezbollah": "hizbollah hizbullah hizballah",
        "qeda": "qaida",
        "houthi": "huthi",
        "houthis": "huthis",
        "gaddafi": "gadhafi kadhafi qaddafi qadhafi",
        "mohammed": "muhammad mohammad mohamed muhammed",
        "hussein": "hussain husain",
        "sergei": "sergey",
        "alexei": "aleksei alexey aleksey",
        "alexander": "aleksandr alexandr oleksandr",
        "dmitri": "dmitry dmitriy",
        "nikolai": "nikolay",
        "andrei": "andrey",
        "yevgeny": "yevgeni evgeny evgeni",
        "lukashenko": "lukashenka",
        "yanukovych": "yanukovich",
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
        "protester": "protestor",
        "protesters": "protestors",
        "practice": "practise practize",
        "inquiry": "enquiry",
        "mom": "mum",
        "plow": "plough",
        "mold": "mould",
        "sulfur": "sulphur",
        "artifact": "artefact",
        "artifacts": "artefacts",
        "mustache": "moustache",
        "installment": "instalment",
        "installments": "instalments",
        "skillful": "skilful",
        "enrollment": "enrolment",
        "fulfillment": "fulfilment",
        "story": "storey",
        "stories": "storeys",
        "focused": "focussed",
        "airplane": "aeroplane",
        "airplanes": "aeroplanes",
        "learned": "learnt",
        "burned": "burnt",
        "percent": "pct",
        "kilometers": "km kms",
        "kilograms": "kg kgs kilos",
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
        "13": "thirteen",
        "14": "fourteen",
        "15": "fifteen",
        "16": "sixteen",
        "17": "seventeen",
        "18": "eighteen",
        "19": "nineteen",
        **dict(zip(map(str, range(20, 100, 10)), _TENS, strict=True)),
        "m": "million mn mln",
        "bn": "billion",
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
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?\s*"  # a day
    r"(?::|[-–—]{1,3}(?=\s)|\([^()]{2,40}\)\s*[-–—:]{1,3})\s*"
)
_DATELINE_REACH = 70
_CLOSING = re.compile(
    r"\n\W{0,3}(?:(?:additional |with )?report(?:ing|s) by|writing by|editing by|edited by|compiled by|"
    r"with (?:agency |agencies|inputs? ))[^\n]{0,160}(?=\n|$)",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"\n\s*\n")
_SENTENCE_ENDS = frozenset(".!?…。！？؟।")
_CLOSERS = " \n\t)]}\"'”’»」』）》"
_LONGEST_HEADING = 16
_LEAST_PROSE = 0.35
_ELSEWHERE = re.compile(
    r"\W{0,3}(?:(?:read|see|watch|view|hear) (?:more|also|next|now|too|here)|(?:also|further|more) (?:read|on|from)|"
    r"(?:read|see|watch|listen|related|recommended|advertisement|in pictures|photos|video|editor's note)"
    r"(?: stories| articles| coverage| news| links)?\W{0,3}[:|»>])",
    re.IGNORECASE,
)
_ELSEWHERE_WORDS = 40
_HAS_INITIALS = re.compile(r"\.[a-z]\.")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_AFTER_NUMBER = re.compile(r"(?<=\d)(?:,(?=\d{3}\b)|(?:st|nd|rd|th)\b|(?=(?:[ap]m|m|mn|mln|bn|km|kg)\b))")
_FORMS_KEPT = 1 << 16
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TWO_WORDS = re.compile(rf"\b({'|'.join(_TENS)})[- ]({'|'.join(_UNITS)})\b")
_UNSPACED = re.compile("([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_WORD = re.compile(r"[^\W_]+")


def without_credits(text: str) -> str:
    """Text without what is no part of a report's prose: its opening dateline, agencies in brackets, closing lines that
    say who wrote and edited it, headings, lists of headlines, and lines that lead to other pages.
    """
    prose = _prose(text)
    start = _DATELINE.match(prose[:_DATELINE_REACH])
    body = prose[start.end() :] if start else prose
    return _CLOSING.sub("\n", _CREDIT.sub(" ", "\n" + body))


def _prose(text: str) -> str:
    """The paragraphs that are sentences, where these are much of the text; else all of it, a list or a table."""
    paragraphs = _PARAGRAPHS.split(text)
    kept = [one for one in paragraphs if _is_prose(one)]
    if len(kept) == len(paragraphs):
        return text
    prose = "\n\n".join(kept)
    return prose if len(prose) >= _LEAST_PROSE * len(text) else text


def _is_prose(paragraph: str) -> bool:
    end = paragraph.rstrip(_CLOSERS)[-1:]
    if end not in _SENTENCE_ENDS and len(paragraph.split(None, _LONGEST_HEADING)) <= _LONGEST_HEADING:
        return False
    return not _ELSEWHERE.match(paragraph) or len(paragraph.split(None, _ELSEWHERE_WORDS)) > _ELSEWHERE_WORDS


def comparable_words(text: str) -> list[str]:
    """The words of a text in the one form in which copies are compared; scripts without spaces give one a character."""
    return words_of(levelled(text))


def levelled(text: str) -> str:
    """A text as `words_of` takes it: without case, accents and what outlets write differently between the words."""
    if not text.isascii():
        for typographic, simple in _PLAIN:
            text = text.replace(typographic, simple)
    folded = plain.fold(text)
    if not folded.isascii():
        folded = _UNSPACED.sub(r" \1 ", folded)
    folded = folded.replace("'", "").replace("%", " percent ").replace("per cent", "percent")
    if _HAS_INITIALS.search(folded):
        folded = _INITIALS.sub(_joined, folded)
    return _TWO_WORDS.sub(_counted, _AFTER_NUMBER.sub(_parted, folded))


def words_of(text: str) -> list[str]:
    """The words of a levelled text, or of a part of it, each in its one form."""
    return list(filter(None, map(_FORMS.__getitem__, _WORD.findall(text))))


def _joined(initials: re.Match[str]) -> str:
    return initials[0].replace(".", "") + " "


def _counted(words: re.Match[str]) -> str:
    return str(10 * _TENS.index(words[1]) + _UNITS.index(words[2]) + 21)


def _parted(after: re.Match[str]) -> str:
    return "" if after[0] else " "


def one_form(word: str) -> str:
    """The form that stands for all spellings of a folded word; empty for a word that outlets put or leave at will."""
    return _FORMS[word]


class _Forms(dict[str, str]):
    """The forms of words that were asked for: half of the time that a cache around a function takes."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _FORMS_KEPT:
            self.clear()
        form = self[word] = _form(word)
        return form


_FORMS = _Forms()


def _form(word: str) -> str:
    known = _ONE_FORM.get(word)
    if known is not None:
        return known
    if len(word) <= 4 or not word.isalpha():
        return word
    if _MAY_END_SO.search(word):
        for ending, form in _ENDINGS:
            word = ending.sub(form, word)
    return _ONE_FORM.get(word, word)
