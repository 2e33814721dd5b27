"""Finds the dates that a text names: where they stand and what they say, not yet which days they mean.

One compiled expression goes over the text once; each kind of date is one line of its table. What must not be in here:
the article's own date, arithmetic on days, dates as typed by a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from geotui.dates.named import NAMED_DAYS
from geotui.dates.tense import Tense, tense_at
from geotui.dates.words import CARDINALS, MONTH_NUMBER, ORDINALS, WEEKDAY_NUMBER

_PARTS: Final = {
    "<MON>": r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])",
    "<WD>": r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "<WDS>": r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?\.?,? )",
    "<DAY>": r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9%:]|,[0-9]|\.[0-9])",
    "<YEAR>": r"(?:1[5-9]|20)[0-9]{2}(?![0-9]|,[0-9]{3}|\.[0-9]|%)",
    "<PART>": r"(?:(?:[Tt]he )?(?:[Ee]arl(?:y|ier)|[Mm]id(?:dle)?|[Ll]ate(?:r)?|[Ss]tart|[Bb]eginning|[Ee]nd)(?: of|-| in)? )|[Mm]id-",
    "<NUM>": r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)",
    "<UNIT>": r"(?:day|week|month|year|decade)",
    "<TIME>": r"(?: (?P<time>morning|afternoon|evening|night)\b)?",
}
_TABLE: Final = (
    ("iso", r"(?P<y><YEAR>)-(?P<mo>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9-])"),
    ("day", r"(?P<w><WDS>)?(?P<m><MON>) (?P<d><DAY>)(?: ?[-–] ?(?P<e><DAY>)| (?:to|and) (?P<f><DAY>)(?! [a-z]))?(?:,? (?P<y><YEAR>))?"),
    ("day", r"(?P<w><WDS>)?(?P<d><DAY>)(?: ?[-–] ?(?P<e><DAY>)| (?:to|and) (?P<f><DAY>))? (?:of )?(?P<m><MON>)(?:,? (?P<y><YEAR>))?"),
    ("month", r"(?:(?P<p><PART>)|(?P<r>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast) )?(?P<m><MON>)(?:,? (?:of )?(?P<y><YEAR>))?"),
    ("weekday", r"(?:(?P<r>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast) )?(?P<w><WD>)<TIME>(?![a-z])"),
    ("decade", r"(?P<p><PART>)?(?P<y>(?:1[5-9]|20)[0-9]0)['’]?s(?![a-z])"),
    ("decade", r"['’](?P<y>[1-9]0)s(?![a-z])"),
    ("quarter", r"(?:[Tt]he )?(?P<n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -](?P<u>quarter|half)(?:(?: of)? (?P<y><YEAR>))?(?![a-z-])"),
    ("quarter", r"(?P<u>Q|H)(?P<n>[1-4])(?: (?P<y><YEAR>))?(?![0-9A-Za-z])"),
    ("season", r"(?P<r>[Ll]ast |[Nn]ext |[Tt]his )?(?:the )?(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)?(?: (?P<y><YEAR>))?(?![a-z])"),
    ("ago", r"(?P<n>[Aa]|<NUM>) (?P<u><UNIT>)s? (?P<way>ago|earlier|later|from now)(?![a-z])"),
    ("unit", r"(?:[Tt]he )?(?P<r>[Ll]ast|[Pp]revious|[Nn]ext|[Tt]his|[Cc]oming|[Ff]ollowing|[Ss]ame) (?P<u>week|weekend|month|quarter|year|decade|day)(?![a-z-])"),
    ("near", r"(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))(?![A-Za-z])"),
    ("named", r"(?P<n>Christmas(?: Eve| Day)?|New Year['’]s (?:Eve|Day)|Good Friday|Easter(?: Sunday| Monday)?|Thanksgiving|Halloween|Boxing Day|Valentine['’]s Day)(?: (?P<y><YEAR>))?(?![a-z])"),
    ("year", r"(?P<p><PART>)?(?:(?:fiscal|financial)(?: year)? )?(?P<y><YEAR>)(?:[-–/](?P<e>(?:1[5-9]|20)?[0-9]{2})(?![0-9]))?(?![0-9A-Za-z-])"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A date as a text names it: its place, its kind in the table, the parts that it gives, and its tense."""

    start: int
    end: int
    text: str
    kind: str
    tense: Tense
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    weekday: int | None = None
    number: int | None = None
    unit: str = ""
    which: str = ""
    part: str = ""
    time: str = ""
    name: str = ""


def _fill(pattern: str) -> str:
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return pattern


_PATTERNS: Final = tuple((kind, re.compile(_fill(pattern))) for kind, pattern in _TABLE)
_FIRST: Final = "0-9'’ABCDEFGHJLMNOPQSTVWY" + "abcdefhlmnpstwyo"
_SCAN: Final = re.compile(
    rf"(?<![\w$£€#])(?=[{_FIRST}])(?:"
    + "|".join(f"(?P<k{n}>{re.sub('[(][?]P<[a-z]+>', '(?:', p.pattern)})" for n, (_, p) in enumerate(_PATTERNS))
    + ")"
)
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|between|and|to|after|before|through|for|this|last|next|every|each)\s+$",
    re.I,
)
_COUNTED: Final = re.compile(
    r"\s(?:percent|per cent|km|kilomet\w+|miles?|feet|points?|people|troops|soldiers|dollars|euros|pounds|tons?|tonnes"
    r"|million|billion|barrels|metres|meters|jobs|votes|seats|cases|deaths|casualties|families|others|civilians)\b"
)
_PART_WORDS: Final = {"ear": "early", "sta": "early", "beg": "early", "mid": "mid", "lat": "late", "end": "late"}


def find_dates(text: str) -> Iterator[Found]:
    """The dates of a text in its order. `May`, `March`, `second` and the like only where they mean a date."""
    for scanned in _SCAN.finditer(text):
        kind, pattern = _PATTERNS[int((scanned.lastgroup or "k0")[1:])]
        match = pattern.match(text, scanned.start())
        if match is None or not _is_date(kind, match, text):
            continue
        yield _found(kind, match, text)


def _is_date(kind: str, match: re.Match[str], text: str) -> bool:
    parts = match.groupdict()
    if kind == "month" and not parts["y"] and not parts["r"] and not parts["p"]:
        if _BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start()):
            return True
        # a month that opens a sentence or is a name: `May said`, `March for peace`, `April Ryan`
        word = parts["m"].rstrip(".")
        return word not in ("May", "March", "Mar", "June", "April", "August", "Jan", "Dec", "Sun") and len(word) > 3
    if kind == "year":
        number = int(parts["y"])
        if _COUNTED.match(text, match.end()):
            return False
        return 1900 <= number <= 2069 or bool(_BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start()))
    if kind == "season":
        return bool(parts["y"] or parts["r"])
    if kind == "quarter":
        return parts["u"] != "half" or bool(parts["y"])
    return True


def _found(kind: str, match: re.Match[str], text: str) -> Found:
    parts: Mapping[str, str | None] = match.groupdict()
    end = match.end()
    return Found(
        start=match.start(),
        end=end,
        text=text[match.start() : end],
        kind=kind,
        tense=tense_at(text, match.start(), end),
        year=_year(parts.get("y")),
        month=_month(parts),
        day=_leading_number(parts.get("d")),
        last_day=_leading_number(parts.get("e") or parts.get("f")) if kind == "day" else None,
        last_year=_last_year(parts) if kind == "year" else None,
        weekday=_weekday(parts.get("w")),
        number=_number(parts.get("n")) if kind in ("ago", "quarter") else None,
        unit=(parts.get("u") or "").lower(),
        which=(parts.get("r") or parts.get("way") or "").strip().lower(),
        part=_part(parts.get("p")),
        time=parts.get("time") or "",
        name=(parts.get("s") or (parts.get("n") if kind == "named" else None) or "").lower().replace("’", "'"),
    )


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 1900 + int(text)


def _last_year(parts: Mapping[str, str | None]) -> int | None:
    first, last = parts.get("y"), parts.get("e")
    if not first or not last:
        return None
    year = int(last) if len(last) == 4 else int(first[:2] + last)
    return year if year > int(first) else None


def _month(parts: Mapping[str, str | None]) -> int | None:
    digits, word = parts.get("mo"), parts.get("m")
    if digits:
        return int(digits)
    return MONTH_NUMBER[word.rstrip(".").lower()] if word else None


def _weekday(word: str | None) -> int | None:
    return WEEKDAY_NUMBER[word.strip(" ,.").lower()[:3]] if word else None


def _leading_number(text: str | None) -> int | None:
    return int(text.rstrip("stndrh")) if text else None


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    word = text.lower()
    if word[0].isdigit():
        return _leading_number(word)
    return 1 if word in ("a", "an") else CARDINALS.get(word) or ORDINALS.get(word)


def _part(text: str | None) -> str:
    if not text:
        return ""
    word = text.strip().lower().removeprefix("the ")
    return _PART_WORDS.get(word[:3], "")


NAMED: Final = {name: rule for name, rule in NAMED_DAYS.items()}
