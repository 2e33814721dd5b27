"""What a change of office tells of an article's day: elected, sworn in, ousted, so many days in office.

Only for people of the knowledge, whose offices it dates. What must not be in here: titles that a text gives (those are
the terms of `actors`), other events.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from geotui.dates import units
from geotui.dates.absolute import valid_day
from geotui.dates.days import Evidence
from geotui.dates.passages import Article
from geotui.dates.people import NamedPerson
from geotui.dates.reasons import ANY_DAY, Shares, highest, runs_around
from geotui.dates.wording import times_in_words
from geotui.dates.words import CARDINALS
from geotui.knowledge.rows import Person

_REACH: Final = 60
_ENTERS: Final = re.compile(
    r"\b(?:sworn in|swore in|inaugurated|(?:takes?|took|assumes?|assumed) (?:office|power|over)"
    r"|(?:becomes?|became) (?!(?:the )?first (?:\w+ ){1,3}(?:to|who|since)\b)(?:[\w'’-]+ ){0,4}"
    r"(?:president|premier|minister|chancellor|leader|king|queen|pope|governor|chief|head|secretary|speaker|monarch)"
    r"|takes? the oath|took the oath|crowned|(?:was|is|been|be) (?:\w+ )?(?:named|appointed))\b",
    re.I,
)
_WINS: Final = re.compile(r"\b(?:elected|wins?|won|victory|claims? victory|declared (?:the )?winner)\b", re.I)
_LEAVES: Final = re.compile(
    r"\b(?:resign(?:s|ed|ation)?|steps? down|stepped down|quits?|voted out|ousted|toppled|concedes?|conceded|dies|died"
    r"|(?:loses?|lost) (?:\w+ ){0,2}(?:power|office|election|vote|confidence)|leaves office|flees|fled"
    r"|(?:was|is|been|be) (?:\w+ )?(?:dismissed|removed|sacked|fired|deposed|impeached|killed|assassinated|shot))\b",
    re.I,
)
_OBJECT: Final = r"(?: (?!(?:after|in|by|with|against|over|from|to|for|and|but|who)\b)[\w'’.-]+){0,5} $"
_MADE: Final = re.compile(
    rf"\b(?:elects?|elected|names?|named|appoints?|appointed|swears in|inauguration of){_OBJECT}", re.I
)
_UNMADE: Final = re.compile(
    # who is `the ousted leader` fell before, and one whom they want `to oust` has not fallen
    r"\b(?<!\bthe )(?<!\ban )(?<!\bto )(?<!\bof )(?:ousts?|ousted|removes?|removed|impeach(?:es|ed)?"
    r"|dismiss(?:es|ed)?|sacks?|sacked|topple[sd]?|overthrows?"
    rf"|overthrew|kills?|killed|death of|assassination of|resignation of){_OBJECT}",
    re.I,
)
_BURIED: Final = re.compile(r"\b(?:laid to rest|(?:was|is|be|being|been) buried|funeral|burial)\b", re.I)
_BURIES: Final = re.compile(rf"\b(?:buries|buried|funeral of|burial of|farewell to){_OBJECT}", re.I)
_APPOSITION: Final = re.compile(r",(?: [^\s,]+){1,30},")
"""What is set between commas behind a name, before the verb that belongs to it."""
_AGAIN: Final = re.compile(
    r"\b(?:re-?elect\w*|again|(?:second|third|fourth|fifth|sixth|seventh|new) (?:\w+ )?(?:time|term|mandate))\b", re.I
)
_IN_OFFICE: Final = re.compile(
    rf"\b(?P<n>{'|'.join(CARDINALS)}|an?|[0-9]{{1,3}}) (?P<u>day|week|month|year)s?"
    r" (?:since [^.\n]{0,60}\b(?:elected|took office|sworn in|inaugurated|became)|after taking office"
    r"|in(?:to)? (?:office|power|(?:his|her) (?:presidency|premiership|term))|after (?:he|she) took office)\b",
    re.I,
)
_AHEAD: Final = re.compile(r"\b(?:would|will|to|may|might|could|shall) (?:\w+ ){0,2}$", re.I)
_AT_ENTRY: Final[Shares] = ((-60, -8, 0.08), (-7, -1, 0.09), (0, 0, 0.2), (1, 1, 0.1), (2, 7, 0.06))
_BEFORE_ENTRY: Final[Shares] = ((-120, -31, 0.12), (-30, -8, 0.2), (-7, -2, 0.16), (-1, -1, 0.1), (0, 0, 0.05))
_AT_VICTORY: Final[Shares] = (
    (-170, -111, 0.05),
    (-110, -31, 0.17),
    (-30, -8, 0.12),
    (-7, -1, 0.08),
    (0, 0, 0.07),
    (1, 2, 0.06),
    (3, 10, 0.05),
)
_AT_EXIT: Final[Shares] = (
    *((-120, -15, 0.1), (-14, -2, 0.08), (-1, -1, 0.08), (0, 0, 0.15), (1, 1, 0.09), (2, 7, 0.06), (8, 14, 0.03)),
)
_AT_BURIAL: Final[Shares] = ((1, 3, 0.15), (4, 7, 0.2), (8, 14, 0.25), (15, 25, 0.07))
_BEFORE_EXIT: Final[Shares] = ((-250, -121, 0.1), (-120, -31, 0.22), (-30, -8, 0.16), (-7, -1, 0.09), (0, 0, 0.03))
_SLACK: Final = {"day": (1, 2), "week": (4, 5), "month": (12, 18), "year": (45, 120)}


def handover_reasons(article: Article, people: Sequence[NamedPerson], as_of: date) -> Iterator[Evidence]:
    """One reason for each person, of those named in full, whose coming or going is the news."""
    top = article.words[: article.lede]
    told: set[str] = set()
    for one in people:
        start, end, person = one.start, one.end, one.person
        if end > article.lede:
            break
        low, high = article.sentence(start, end)
        clause = _APPOSITION.match(top, end, high)
        said = clause.end() if clause is not None else end
        before, after = top[max(low, start - _REACH) : start], top[end : min(high, said + _REACH)]
        counted = _IN_OFFICE.search(top, low, high)
        if person.id in told:
            continue
        if counted is not None:
            told.add(person.id)
            yield from _counted(person, counted, as_of)
        elif article.is_news(start, end):
            for evidence in _changes(person, before, after, article.weekdays(start, end), as_of):
                told.add(person.id)
                yield evidence


def _changes(person: Person, before: str, after: str, weekdays: frozenset[int], as_of: date) -> Iterator[Evidence]:
    starts = [role.start for role in person.roles if role.start is not None]
    ends = [role.end for role in person.roles if role.end is not None]
    for said, done, days, at_once, ahead, how in (
        (_ENTERS, None, starts, _AT_ENTRY, _BEFORE_ENTRY, "took office"),
        (_WINS, _MADE, starts, _AT_VICTORY, _AT_VICTORY, "took office"),
        (_BURIED, _BURIES, ends, _AT_BURIAL, _AT_BURIAL, "left office"),
        (_LEAVES, _UNMADE, ends, _AT_EXIT, _BEFORE_EXIT, "left office"),
    ):
        match = said.search(after) or (done.search(before) if done is not None else None)
        to_come = match is not None and match.re is said and _AHEAD.search(after[: match.start()])
        shares = ahead if to_come else at_once
        # what January 1 dates is mostly a year only
        known = [day for day in days if (day.month, day.day) != (1, 1) and day <= as_of]
        if match is None or not known or (said is _WINS and _AGAIN.search(before + after)):
            continue
        runs = [
            (low, high, weight - math.log(len(known)))
            for day in known
            for low, high, weight in runs_around(day, day, shares)
        ]
        spread = 1 - sum(share for *_, share in shares)
        times = times_in_words((day, day) for day in known)
        text = f'it says "{match[0].strip()}" of {person.name}, who {how} on {times}'
        runs = [(low, high, weight + math.log(_agreement(low, weekdays))) for low, high, weight in runs]
        yield Evidence(text, tuple(highest(runs)), ANY_DAY + math.log(spread))
        return


def _agreement(day: int, weekdays: frozenset[int]) -> float:
    """How much more a day counts where the sentence names its weekday."""
    return 1.0 if not weekdays or (day - 1) % 7 not in weekdays else 1.8


def _counted(person: Person, match: re.Match[str], as_of: date) -> Iterator[Evidence]:
    word, unit = match["n"].lower(), match["u"].lower()
    number = int(word) if word.isdigit() else 1 if word in ("a", "an") else CARDINALS[word]
    before, after = _SLACK[unit]
    runs = []
    for role in person.roles:
        if role.start is None or (role.start.month, role.start.day) == (1, 1):
            continue
        day = units.shift(role.start, number, unit)
        if day <= as_of and valid_day(day.year, day.month, day.day):
            low, high = day.toordinal() - before, day.toordinal() + after
            runs.append((low, high, math.log(0.8 / (high - low + 1) / len(person.roles))))
    if runs:
        yield Evidence(f'it says "{match[0]}" of {person.name}', tuple(highest(runs)), ANY_DAY + math.log(0.2))
