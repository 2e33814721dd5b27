"""The forms in which news prints dates, one line a form, and the one expression made of them all.

`<MON>` and the like stand for parts. What must not be in here: what a form means.
"""

from __future__ import annotations

import re
from typing import Final

_PARTS: Final = {
    "<TO>": r"(?: ?[-–] ?(?P<e><DAY>)| (?:to|and|through) (?P<f><DAY>)(?! [a-z]))?",
    "<OFYEAR>": r"(?:,? (?:of )?(?P<y><YEAR>)|<NEAR>)?",
    "<NEAR>": r"(?: of)? (?P<near>last|this|next) year(?!['’])",
    "<MON>": r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])",
    "<WD>": r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "<WDS>": r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?\.?,? )",
    "<DAY>": r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9%]|:[0-9]|,[0-9]|\.[0-9])",
    "<YEAR>": r"(?:1[5-9]|20)[0-9]{2}(?![0-9]|,[0-9]{3}|\.[0-9]|%)",
    "<PART>": r"(?:(?:[Tt]he )?(?:[Ee]arl(?:y|ier)|[Mm]id(?:dle)?|[Ll]ater?|[Ss]tart|[Bb]eginning|[Ee]nd)(?: of|-| in)?"
    r" |[Mm]id-)",
    "<NUM>": r"(?:[0-9]{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
    r"|eleven|twelve|fifteen|twenty|thirty)",
    "<TIME>": r"(?: (?P<time>morning|afternoon|evening|night)\b)?",
    "<NTH>": r"(?P<n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)",
}  # fmt: skip
_FORMS: Final = (
    ("iso", r"(?P<y><YEAR>)-(?P<mo>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9-])"),
    ("day", r"(?P<w><WDS>)?(?P<m><MON>) (?P<d><DAY>)<TO><OFYEAR>"),
    ("day", r"(?P<w><WDS>)?(?P<d><DAY>)<TO> (?:of )?(?P<m><MON>)<OFYEAR>"),
    ("month", r"(?:(?P<p><PART>)|(?P<r>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast) )?(?P<m><MON>)<OFYEAR>"),
    ("weekday", r"(?:(?P<r>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast) )?(?P<w><WD>)<TIME>(?![a-z])"),
    ("decade", r"(?P<p><PART>)?(?P<y>(?:1[5-9]|20)[0-9]0)['’]?s(?![a-z])"),
    ("decade", r"['’](?P<y>[1-9]0)s(?![a-z])"),
    ("quarter", r"(?:[Tt]he |(?P<near>[Ll]ast|[Tt]his|[Nn]ext) year['’]s )?<NTH>[ -](?P<u>quarter|half)"
     r"(?:(?: of)? (?P<y><YEAR>))?(?![a-z-])"),
    ("quarter", r"(?P<u>Q|H)(?P<n>[1-4])(?: (?P<y><YEAR>))?(?![0-9A-Za-z])"),
    ("season", r"(?P<r>[Ll]ast |[Nn]ext |[Tt]his )?(?:past |the )?(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all"
     r"|[Ww]inter)(?: of)?(?: (?P<y><YEAR>))?(?![a-z])"),
    ("ago", r"(?P<n><NUM>) (?P<u>day|week|month|year|decade)s? (?P<way>ago|earlier|later|from now)(?![a-z])"),
    ("unit", r"(?:<PART>|[Tt]he )?(?P<r>[Ll]ast|[Pp]revious|[Nn]ext|[Tt]his|[Cc]oming|[Ff]ollowing|[Ss]ame) "
     r"(?P<u>week|weekend|month|quarter|year|decade|day)(?![a-z-])"),
    ("unit", r"[Tt]he (?P<u>weekend)(?![a-z-])"),
    ("ago", r"(?P<n>[Aa] |[Tt]he )?(?P<u>year)-(?P<way>ago|earlier)(?![a-z])"),
    ("near", r"(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))"
     r"(?![A-Za-z])"),
    ("named", r"(?P<n>Christmas(?: Eve| Day)?|New Year['’]s (?:Eve|Day)|Good Friday|Easter(?: Sunday| Monday)?"
     r"|Thanksgiving|Halloween|Boxing Day|Valentine['’]s Day)(?: (?P<y><YEAR>))?(?![a-z])"),
    ("year", r"(?P<p><PART>)?(?:(?:fiscal|financial)(?: year)? )?(?P<y><YEAR>)"
     r"(?:[-–/](?P<e>(?:1[5-9]|20)?[0-9]{2})(?![0-9]))?(?![0-9A-Za-z-])"),
)  # fmt: skip


def _fill(pattern: str) -> str:
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return pattern


FORMS: Final = tuple((kind, re.compile(_fill(pattern))) for kind, pattern in _FORMS)
"""Kind and expression of each form; the groups are y m mo d e f w p r n u s time near way."""

_FIRST: Final = "0-9'’A-EFHJL-QSTVWY" + "a-fhlmnopstwy"
SCAN: Final = re.compile(
    rf"(?<![\w$£€#])(?=[{_FIRST}])(?:"
    + "|".join(f"(?P<k{n}>{re.sub('[(][?]P<[a-z]+>', '(?:', form.pattern)})" for n, (_, form) in enumerate(FORMS))
    + ")"
)
"""Any form; the last group to close is `k` and the form's number."""
