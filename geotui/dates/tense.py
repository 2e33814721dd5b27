"""Whether a date in a text lies behind or ahead of the writer, by the verbs beside it.

What must not be in here: dates. A cue is looked for in the date's own clause, the nearest one first.
"""

from __future__ import annotations

import re
from enum import IntEnum

_REACH = 140


class Tense(IntEnum):
    """Where the date lies as seen by the writer."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


_FUTURE = (
    r"will|would|shall|won['’]t|going to|set to|set for|due|scheduled|expected|expects?|plans?|planned"
    r"|planning|poised|slated|ahead of|upcoming|forthcoming|is to|are to|be held|prepar(?:es?|ing)|hopes?|intends?"
    r"|wants? to|readying|looking forward|(?:is|are) (?:visiting|meeting|hosting|travelling|traveling|heading|holding)"
    r"|takes? (?:office|effect|place)|(?:comes?|goes?) into (?:force|effect)|starts|begins|opens|kicks off|hosts"
)
_PAST = (
    r"said|told|was|were|had|has|have|did|went|came|made|took|(?<!be )held|began|left|sent|won|lost|wrote|spoke|gave"
    r"|saw|struck|fell|rose|met|says|hit|shot|fought|broke|brought|became|put|ran|led|kept|knew|thought|found|paid"
    r"|sought|fled|flew|taken|given|seen|shown|written|born|done|gone|been|[a-z]{2,}ed"
)
_LAST_CUE = re.compile(rf"(?s:.*)\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b")
_NEXT_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST})|to)\b")
_SINCE = re.compile(r"\b(?:since|ever since)\s+(?:late |early |mid-)?$")
_NOT_YET = re.compile(r"\b(?:ahead of|before|until|run-up to) (?:the |an? )?$")
_BY = re.compile(r"\b[a-z]+ (?<!had )(?<!were )(?<!was )(?:by|until|through) (?:the end of )?$")
_HAD_DONE = re.compile(r"\bhad (?!to\b)[a-z]+")
_TO_COME = re.compile(
    r"\s(?:[a-z]+ )?(?:votes?|elections?|polls?|referendum|summit|run-?off|ballot|deadline|inauguration)\b"
)
_CLAUSE_END = re.compile(r"[.!?;]\s|\n|[”\"]\s")
_CLAUSE_ENDS = (". ", "! ", "? ", "; ", "\n", "” ", '" ')


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the clause around a place in a text, UNKNOWN where no verb tells."""
    low = max(0, start - _REACH)
    if _SINCE.search(text, max(0, start - 12), start):
        return Tense.PAST
    if _NOT_YET.search(text, max(0, start - 16), start) and _TO_COME.match(text, end):
        return Tense.FUTURE
    boundary = low
    for mark in _CLAUSE_ENDS:
        place = text.rfind(mark, low, start)
        if place >= 0:
            boundary = max(boundary, place + len(mark))
    if _BY.search(text, max(0, start - 22), start):
        return Tense.PAST if _HAD_DONE.search(text, boundary, start) else Tense.FUTURE
    cue = _LAST_CUE.match(text, boundary, start)
    if cue is None:
        stop = _CLAUSE_END.search(text, end, min(len(text), end + _REACH))
        cue = _NEXT_CUE.search(text, end, stop.start() if stop else min(len(text), end + _REACH))
    if cue is None or cue.lastgroup is None:
        return Tense.UNKNOWN
    return Tense.FUTURE if cue.lastgroup == "future" else Tense.PAST
