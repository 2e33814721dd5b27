"""The forms in which news prints dates and lengths of time, one line a form, and the words that each can begin with.

`<MON>` and the like stand for parts. What must not be in here: what a form means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from geotui.dates.words import CARDINALS, ORDINALS

_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_COUNTS: Final = "|".join(sorted((*CARDINALS, "few", "several", "dozen", "many", "another"), key=len, reverse=True))
_PARTS: Final = {
    "<TO>": r"(?: ?[-–] ?(?P<e><DAY>)| (?:to|and|through) (?P<f><DAY>)"
    r"(?! (?!(?:in|at|on|with|for|as|when|where|by|but|after|before)\b)[a-z]| <MON>))?",
    "<OFYEAR>": r"(?:,? (?:of )?(?P<y><YEAR>)|<NEAR>)?",
    "<NEAR>": r"(?: of)? (?P<near>last|this|next) year(?!['’])",
    "<MON>": r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])",
    "<WD>": r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "<WDS>": r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?\.?,? )",
    "<AT>": r"(?P<clock><CLOCK>),? (?:on )?(?:[Ee]arly |[Ll]ate )?",
    "<CLOCK>": r"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])? ?[AaPp]\.?[Mm](?![a-z])\.?|[Nn]oon|[Mm]idnight"
    r"|(?:[01]?[0-9]|2[0-3]):?[0-5][0-9](?= (?:GMT|EST|EDT|hours|local)\b)"
    r"|(?<=at )[0-2]?[0-9]:[0-5][0-9](?![0-9:]))(?: (?:[A-Z]{3,4}|local time)\b)?",
    "<DAY>": r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9%]|:[0-9]|,[0-9]|\.[0-9])",
    "<YEAR>": r"(?:1[5-9]|20)[0-9]{2}(?![0-9]|,[0-9]{3}|\.[0-9]|%)",
    "<PART>": r"(?:(?:[Ee]arl(?:y|ier)|[Mm]id(?:dle)?|[Ll]ater?|[Ss]tart|[Bb]eginning|[Ee]nd)(?: of|-| in)?"
    r" |[Mm]id-)",
    "<NUM>": r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}\.[0-9]|[0-9]{1,3}|(?i:an? (?:few|couple|dozen|hundred)(?: of)?|"
    rf"(?:{_TENS})[- ](?:{_ONES})|(?:{_COUNTS})(?: of)?|an?)\b)",
    "<UNIT>": r"(?P<u>second(?=s)|minute|hour|day|week|weekend|month|quarter|year|decade|century)(?:s(?![a-z]))?",
    "<UNITS>": r"hours|days|weeks|months|years|decades|centuries",
    "<TIME>": r"(?: (?P<time>morning|afternoon|evening|night)\b)?",
    "<NTH>": r"(?P<n>(?i:first|second|third|fourth)|1st|2nd|3rd|4th)",
}  # fmt: skip
_OPENERS: Final = {
    "MONTH": "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct "
    "october nov november dec december",
    "WEEKDAY": "mondays tuesdays wednesdays thursdays fridays saturdays sundays "
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday",
    "PART": "early earlier mid middle late later start beginning end",
    "WHICH": "last next this past previous coming following same that current",
    "COUNT": " ".join((*CARDINALS, "a", "an", "few", "several", "dozen", "many", "another")),
    "NTH": "first second third fourth",
    "CLOCK": "# noon midnight",
}
"""Names of sets of words, small; `#` is anything that begins with a digit."""
_FORMS: Final = (
    ("iso", "#", r"(?P<y><YEAR>)([-/])(?P<mo>[01][0-9])\2(?P<d>[0-3][0-9])(?![0-9/-])"),
    ("iso", "#", r"(?P<first>[0-3]?[0-9])([/.])(?P<second>[0-3]?[0-9])\2(?P<y><YEAR>)(?![/-])"),
    ("day", "MONTH WEEKDAY", r"(?P<w><WDS>)?(?P<m><MON>) (?P<d><DAY>)<TO><OFYEAR>"),
    ("day", "# WEEKDAY", r"(?P<w><WDS>)?(?P<d><DAY>)<TO> (?:of )?(?P<m><MON>)<OFYEAR>"),
    ("day", "CLOCK", r"<AT>(?P<w><WDS>)?(?P<m><MON>) (?P<d><DAY>)<OFYEAR>"),
    ("month", "MONTH PART WHICH",
     r"(?:(?P<p><PART>)|(?P<r>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast) )?(?P<m><MON>)<OFYEAR>"),
    ("set", "WEEKDAY", r"(?P<w><WD>)(?:s(?![a-z])| (?P<time>morning|afternoon|evening|night)s\b)"),
    ("weekday", "CLOCK", r"<AT>(?P<w><WD>)(?![a-z])"),
    ("weekday", "WEEKDAY WHICH PART",
     r"(?:(?P<r>(?i:last|next|this|coming|past|previous|following)) |[Ee]arly (?:on )?|[Ll]ate (?:on )?)?"
     r"(?P<w><WD>)<TIME>(?: at (?P<clock><CLOCK>))?"
     r"(?:,? (?:of )?(?P<near_week>last|this|next) week(?!['’a-z]))?(?![a-z])"),
    ("decade", "# PART", r"(?P<p><PART>)?(?:the )?(?P<y>(?:1[5-9]|20)[0-9]0)['’]?s(?![a-z])"),
    ("decade", "#", r"(?:(?<=['’])|(?<=[Tt]he ))(?P<y>[2-9]0)s(?![a-z])"),
    ("decade", "twenties thirties forties fifties sixties seventies eighties nineties",
     r"(?:(?<=[Tt]he )|(?<=early )|(?<=late )|(?<=mid-)|(?<=nineteen ))(?P<tens>[a-z]+ties)\b"),
    ("century", "# NTH " + " ".join(ORDINALS), r"(?P<n>[0-9]{1,2}(?:st|nd|rd|th)|[A-Za-z]+)[- ][Cc]entury\b"),
    ("quarter", "NTH # WHICH", r"(?:(?P<near>[Ll]ast|[Tt]his|[Nn]ext) year['’]s |(?P<before><YEAR>) )?<NTH>[ -]"
     r"(?P<u>quarter|half)(?:(?: of)? (?P<y><YEAR>))?(?![a-z-])"),
    ("quarter", "q1 q2 q3 q4 h1 h2", r"(?P<u>Q|H)(?P<n>[1-4])(?: (?P<y><YEAR>))?(?![0-9A-Za-z])"),
    ("season", "PART WHICH spring summer autumn fall winter",
     r"(?P<p><PART>)?(?P<r>(?i:last|next|this) )?(?:past |the )?(?P<s>(?i:spring|summer|autumn|fall|winter))"
     r"(?:(?: of)? (?P<y><YEAR>))?(?![a-z])"),
    ("ago", "# COUNT",
     r"(?P<n><NUM>)[- ](?P<u>day|week|month|year|decade)s?[- ](?P<way>ago|earlier|later|from now)(?! than|[a-z])"),
    ("ago", "days weeks months years decades",
     r"(?P<n>)(?P<u>day|week|month|year|decade)s (?P<way>ago|earlier|later)(?![a-z])"),
    ("ago", "day week month year", r"(?<=[Tt]he )(?P<u>day|week|month|year) (?P<way>before|after)"
     r"(?=[.,;:)]|$| (?:in|at|on|and|but|said|when|by|with|as|from)\b)"),
    ("ago", "year", r"(?P<u>year)-(?P<way>ago|earlier)(?![a-z])"),
    ("unit", "PART WHICH",
     r"(?P<p><PART>)?(?:this (?=past))?(?P<r>(?i:last|previous|next|this|coming|following|same|that|current"
     r"|past(?= weekend))) (?:fiscal |calendar )?"
     r"(?P<u>week|weekend|month|quarter|year|decade|day)(?![a-z-])"),
    ("unit", "next following previous same that",
     r"(?P<r>(?i:next|following|previous|same|that)) (?P<time>morning|afternoon|evening|night)(?![a-z])"),
    ("unit", "PART", r"(?P<p><PART>)(?P<r>the) (?P<u>day|week|month|year)(?![a-z-])"),
    ("unit", "end", r"(?P<p>end of) (?P<u>year)(?! [0-9]|[a-z-])"),
    ("unit", "weekend", r"(?<=[Tt]he )(?P<u>weekend)(?![a-z-])"),
    ("length", "year", r"(?:(?<=[Tt]he )|(?<=fiscal ))(?P<u>year)(?= end(?:ed|ing|s))"),
    ("unit", "week month quarter year latest full fiscal", r"(?:(?<=[Tt]he )(?:full |fiscal )?|(?P<r>latest ))"
     r"(?P<u>week|month|quarter|year)(?! (?:of|end|to|before|after|that|when|two|[0-9])|[a-z-])"),
    ("unit", "year", r"(?P<u>year)(?:['’]s)?[- ](?P<p>end)(?![a-z-])"),
    ("near", "CLOCK", r"<AT>(?P<n>today|yesterday|tomorrow)(?![a-z])"),
    ("near", "today yesterday tomorrow tonight", r"(?P<n>[Tt](?:oday|onight)|[Yy]esterday|[Tt]omorrow)<TIME>(?![a-z])"),
    ("near", "last this day", r"(?P<n>[Ll]ast night|[Tt]his (?:morning|afternoon|evening)|[Dd]ay before yesterday"
     r"|[Dd]ay after tomorrow)(?![A-Za-z])"),
    ("named", "christmas new good easter thanksgiving halloween boxing valentine",
     r"(?P<n>Christmas(?: Eve| Day)?|New Year['’]s (?:Eve|Day)|Good Friday|Easter(?: Sunday| Monday)?"
     r"|Thanksgiving|Halloween|Boxing Day|Valentine['’]s Day)(?: (?P<y><YEAR>))?(?![a-z])"),
    ("year", "# PART fiscal financial", r"(?P<p><PART>)?(?:(?:fiscal|financial)(?: year)? )?(?P<y><YEAR>)"
     r"(?:[-–/](?P<e>(?:1[5-9]|20)?[0-9]{2})(?![0-9]))?(?![0-9A-Za-z-])"),
    ("year", "nineteen", rf"[Nn]ineteen[ -](?P<tens>{_TENS})(?:[ -](?P<ones>{_ONES}))?(?![a-z-])"),
    ("set", "every each", r"(?i:every|each) (?:(?P<w><WD>)|(?P<m><MON>)|<UNIT>"
     r"|(?P<time>morning|afternoon|evening|night))(?![a-z-])"),
    ("length", "# COUNT WHICH NTH", r"(?P<r>(?i:last|next|past|first|previous|coming) )?(?P<n><NUM>)"
     r"(?P<half> and a half| 1/2)?[- ]"
     r"(?:(?:more|full|consecutive|straight|trading|working|business) )?<UNIT>(?P<half_after> and a half)?"
     r"(?![a-z])(?!-old|s? old\b)"),
    ("length", "hour day week month year decade daylong weeklong monthlong yearlong",
     r"(?P<u>hour|day|week|month|year|decade)-?long\b"),
    ("length", "past", r"(?i:past) (?P<u>day|week|month|year|decade|century)(?![a-z])"),
    ("length", "last next past coming recent first",
     r"(?i:last|next|past|coming|recent|first) (?P<several><UNITS>)(?![a-z])"),
    ("length", "minutes hours days weeks months years", r"(?P<several>minutes|<UNITS>)(?= (?:before|after)\b)"),
    ("length", "hours days weeks months years decades centuries",
     r"(?:(?<=[Ff]or )|(?<=[Ii]n )|(?<=within )|(?<=after )|(?<=of ))(?P<several><UNITS>)(?![a-z])"),
    ("clock", "CLOCK", r"<CLOCK>"),
    ("ref", "now currently recently soon",
     r"(?<!\bas )(?P<n>(?i:now|currently|recently|soon))(?! (?:as|after)\b|[a-z-])"),
    ("ref", "current", r"(?P<n>(?i:current))(?= [a-z])(?! (?:week|month|quarter|year)\b)"),
    ("ref", "past future present", r"(?<=[Tt]he )(?P<n>past|future|present)(?! [a-z0-9]|[a-z-])"
     r"|(?:(?<=in the )|(?<=to the )|(?<=about the ))(?P<m>past|future)(?= (?:is|was|if|and|or|but|as|that|when)\b)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One line of the table: the kind of date, and its expression."""

    kind: str
    pattern: re.Pattern[str]


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern)


def _by_opener() -> Mapping[str, tuple[Form, ...]]:
    table: dict[str, list[Form]] = {}
    for kind, openers, pattern in _FORMS:
        form = Form(kind, _compiled(pattern))
        for word in dict.fromkeys(" ".join(_OPENERS.get(name, name) for name in openers.split()).split()):
            for spelled in {word, word.capitalize()}:
                table.setdefault(spelled, []).append(form)
    return {word: tuple(forms) for word, forms in table.items()}


OPENING: Final = _by_opener()
"""The forms that can begin with a word, in their order; with anything that begins with a digit, under `#`."""
