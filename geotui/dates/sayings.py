"""Ways of saying what the grammar of phrases reads in one form: `so far this year`, `no later than`, `a couple of`.

Each is one line of the table, applied in its order to a phrase that is already in small letters. What must not be in
here: what a phrase means.
"""

from __future__ import annotations

import re
from typing import Final

from geotui.dates.words import UNITS

_ONE = [word for unit in UNITS if unit != "weekend" for word in UNITS[unit] if len(word) > 1 and word[-1] != "s"]
_UNITS = "year|quarter|month|week"
_LONG: Final = {"y": "year", "m": "month", "w": "week", "q": "quarter"}
_SAYINGS: Final = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (rf"\b(?:this )?({_UNITS}) (?:to date|so far)\b|\bso far this ({_UNITS})\b", r"\1\2td"),
        (r"(?<=[0-9]) to date$", " to today"),
        (r"\.{3,}", ".."),
        (r"^within (?:an?|one) (day|week|month|year) of (.+)$", r"\2 ±1 \1"),
        (r"^within (\w+) ?(days?|weeks?|months?|years?) of (.+)$", r"\3 ±\1 \2"),
        (r"\b([ymwq])td\b", lambda match: f"{_LONG[match[1]]}td"),
        (r"\bthis (?=(?:past|last|coming|next) )", ""),
        # the past week is the last seven days, last week a week of the calendar
        (rf"\bpast (?=(?:{'|'.join(_ONE)})\b)", "past 1 "),
        (r"\b(?:no|not) (?:later|newer) than\b|\bnot after\b", "until"),
        (
            r"\b(?:no|not) (?:earlier|sooner) than\b|\bnot before\b|\b(?:as of|as from|starting(?: from| on| in)?)\b",
            "since",
        ),
        (r"\b(?:no|not) older than\b", "newer than"),
        (r"\bprior to\b", "before"),
        (rf"\b(of|in) (?:the )?({_UNITS})$", r"\1 this \2"),
        (r"\b(last|next|coming) fortnight\b", r"\1 2 weeks"),
        (r"^(?:more than|over) (.+) ago$", r"older than \1"),
        (r"^(?:less than|under) (.+) ago$|^(?:no|not) more than (.+) ago$", r"newer than \1\2"),
        (r" (?:or|and) (?:later|after|newer|since|on|onwards?)$|(?<=[0-9]) on$", " onwards"),
        (r"^(.+) (?:or|and) (?:earlier|before|older)$", r"until \1"),
        (r"^from (.+) onwards$", r"since \1"),
        (r"\b(?:a )?half (?:a )?year\b", "6 months"),
        (r"\ba year and a half\b", "18 months"),
        (r"\b(?:a )?couple(?: of)?(?= )", "2"),
        (r"\b(?:a )?dozen(?= )", "12"),
        (r"\b(?:an? |one )?hundred(?= )", "100"),
        (r"\b(days?|weeks?|months?|years?) back$", r"\1 ago"),
        (r"\b(?:some ?time|any ?time|some point)s? (?:in |on |during )?", ""),
        (r"(?<=[0-9]) ?/ ?(?=[0-9])", "/"),
    )
)


def in_one_form(text: str) -> str:
    """The phrase with each such way of saying turned into the one that the grammar reads."""
    for pattern, said in _SAYINGS:
        text = pattern.sub(said, text)
    return text
