"""What the named events in an article tell of its day: coming, under way, over, on the eve, in their second year.

What must not be in here: finding them in the text, other reasons.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from geotui.dates.absolute import valid_day
from geotui.dates.days import Evidence, Run
from geotui.dates.finding import Found
from geotui.dates.occasions import Named
from geotui.dates.offsets import offset_reasons
from geotui.dates.passages import Article
from geotui.dates.reasons import ANY_DAY, FIRST_YEAR, FLOOR, Shares, highest, runs_around
from geotui.dates.tense import Tense
from geotui.dates.wording import days_in_words, times_in_words
from geotui.dates.words import WEEKDAY_NAMES
from geotui.knowledge.rows import Event
from geotui.model import MONTHS

# happenings: what a text says of one that comes once
_COMING: Final = ((-3, -1, 0.3), (-14, -4, 0.25), (-60, -15, 0.22), (-365, -61, 0.1), (1, 60, 0.02))
_OVER: Final = (
    *((1, 7, 0.12), (8, 60, 0.12), (61, 365, 0.14), (366, 3000, 0.12), (3001, 20000, 0.04)),
    *((-60, -1, 0.1), (-365, -61, 0.06), (-3000, -366, 0.03)),
)
_NAMED: Final = (
    *((-3, -1, 0.14), (-14, -4, 0.1), (-60, -15, 0.12), (-365, -61, 0.08), (-3000, -366, 0.06)),
    *((1, 7, 0.08), (8, 60, 0.08), (61, 730, 0.1), (731, 20000, 0.08)),
)
_NEWS: Final = (
    *((1, 1, 0.16), (2, 3, 0.1), (4, 7, 0.08), (8, 31, 0.08), (32, 365, 0.09), (366, 20000, 0.08)),
    *((-2, -1, 0.02), (-60, -3, 0.02)),
)
_IN_NEWS: Final = 0.3
"""The chance that what the top of an article tells of happened on that day, and on days around."""
_AGREES, _DIFFERS, _FRESH, _SHORT = 2.5, 0.6, 8, 3
"""How much more, and less, a day within `_FRESH` of an event of at most `_SHORT` days counts for a weekday named."""
_SOON: Final = (
    *((-3, -1, 0.2), (-14, -4, 0.12), (-60, -15, 0.08), (1, 1, 0.08), (2, 7, 0.06)),
    *((8, 365, 0.05), (366, 20000, 0.06)),
)
_AFTERMATH: Final = (
    *((1, 1, 0.11), (2, 7, 0.17), (8, 31, 0.17), (32, 365, 0.17), (366, 20000, 0.16), (-60, -1, 0.02)),
)
_YEAR_NAMED: Final = (
    *((-3000, -366, 0.3), (-365, -61, 0.2), (-60, -1, 0.12), (1, 60, 0.08), (61, 730, 0.1), (731, 20000, 0.08)),
)
_IN_AFTERMATH: Final = 0.2
"""The same for what is named by a name that it got only afterwards."""
_OF_A_DAY: Final = re.compile(
    r"\b(?:attack|assault|bombing|shooting|crash|blast|explosion|(?:earth)?quake|tsunami|killing|murder|assassination"
    r"|death|coup|strike|sinking|collapse|disaster|massacre|poisoning|siege|riot|raid|ruling|flight|derailment|fire"
    r"|landing|storming|annexation|resignation|abdication|withdrawal|declaration|vote|leak|launch|ouster|arrest)",
    re.I,
)
_UNNAMED: Final = math.log(0.06)
_MISTAKEN: Final = {1: math.log(0.25), 2: math.log(0.25), 3: math.log(0.15), 4: math.log(0.1)}
_HARDLY_MISTAKEN: Final = math.log(0.06)
_OFTEN_MISTAKEN: Final = math.log(0.35)
"""The chance that a name, and that a sign of so many words or one of several events, means another event, spread over
any day."""
_RECURS: Final = re.compile(
    r"\b(?:elections?|run-?off|summit|games|olympics|paralympics|cup|championship|congress|forum|convention|session"
    r"|conference|talks|dialogue|debate|assembly|conclave|parade)\b",
    re.I,
)
_UNKNOWN_ONE: Final = -0.3
"""How much less than any day one counts that is long before the first time that is known of what comes again."""
_LONG_BEFORE: Final = 400
_DATED_NEWS: Final = 0.15
"""How much a fresh day counts where the text names the event's day by its date: fresh news names the weekday."""
_OPENING: Final = ((-6, -2, 0.3), (-1, -1, 0.2), (0, 0, 0.2), (1, 1, 0.12), (-40, -7, 0.1))
_OPENS: Final = ((-6, -4, 0.2), (-3, -1, 0.5), (0, 0, 0.2), (1, 1, 0.1))
_OPENED: Final = ((0, 0, 0.35), (1, 1, 0.35), (2, 6, 0.3))
_BESIDE: Final = 30
# feasts: they come every year and are named all year round
_FEAST_AHEAD: Final = ((-3, 0, 0.25), (-14, -4, 0.2), (-60, -15, 0.2), (1, 60, 0.05), (-150, -61, 0.1), (61, 215, 0.1))
_FEAST_BEHIND: Final = ((0, 3, 0.2), (4, 14, 0.15), (15, 60, 0.15), (-60, -1, 0.15), (61, 215, 0.15), (-150, -61, 0.1))
_EVE: Final = ((-2, -2, 0.1), (-1, -1, 0.35), (0, 0, 0.25), (1, 3, 0.2))
_SPOKEN_OF: Final = ((0, 1, 2.2), (2, 7, 1.7), (8, 31, 1.2), (32, 182, 0.8), (183, 730, 0.4))
_COUNTS: Final = re.compile(
    r"(?:days?|weeks?|months?|years?) (?:after|since|into|from|ago)\b|nniversary"
    r"|(?:its|the|their|his) [\w-]+ (?:day|week|month|year)\b"
)
"""What only a text has that counts time from an event."""
_SURELY: Final = -6.0
_LOOSELY: Final = -2.5
"""How much less a day before a watershed counts, where a text names it in full, and where in words of older use."""


def event_reasons(named: Sequence[Named], article: Article, as_of: date) -> list[Evidence]:
    """One reason for each set of events named, by the mention that says most; then for openings and times since."""
    chosen: dict[tuple[str, ...], tuple[tuple[bool, ...], Named]] = {}
    for one in named:
        key, rank = tuple(event.id for event in one.events), _rank(one, article)
        if key not in chosen or rank > chosen[key][0]:
            chosen[key] = rank, one
    by_name = [reason for one in _meant(chosen) if (reason := _reason(one, article, as_of)) is not None]
    return [
        *by_name,
        *_openings(named, article.found, article.words),
        *_counted(named, article.words),
    ]


def _meant(chosen: Mapping[tuple[str, ...], tuple[tuple[bool, ...], Named]]) -> Iterator[Named]:
    """Without the World Cup where the 2026 World Cup is named, and without the lesser of two signs that share words."""
    words = {key: set(one.text.split(", ")) for key, (_, one) in chosen.items() if one.sign}
    for key, (_, one) in chosen.items():
        dated = any(other.year and not other.sign and set(ids) < set(key) for ids, (_, other) in chosen.items())
        lesser = one.sign and any(
            chosen[other][1].sign > one.sign and len(words[key] & shared) > 1 for other, shared in words.items()
        )
        if not dated and not lesser:
            yield one


def _counted(named: Sequence[Named], text: str) -> Iterator[Evidence]:
    events = [one for one in named if not one.sign]
    if events and _COUNTS.search(text):
        yield from offset_reasons(events, text)


def _rank(named: Named, article: Article) -> tuple[bool, ...]:
    coming = named.tense is Tense.FUTURE
    return named.eve, named.opens and coming, coming, article.is_news(named.start, named.end), not named.sign


def _reason(named: Named, article: Article, as_of: date) -> Evidence | None:
    times = [time for event in named.events for time in _times(event, as_of)]
    if named.year is not None:
        times = [time for time in times if named.year in (time[0].year, time[1].year)]
    if not times or (named.supposed and named.events[0].kind == "watershed"):
        return None
    feast = any(event.kind == "occasion" for event in named.events)
    if feast and not named.eve and named.tense is Tense.UNKNOWN:
        return None
    coming = named.tense is Tense.FUTURE or named.eve or named.opens
    behind = not (coming or feast or (named.year is not None and not named.sign))
    if named.sign and coming:
        return _soon(named, times, as_of)
    pointed = named.sign or named.events[0].kind == "happening" or _OF_A_DAY.search(named.text)
    judged = behind and article.is_judged(named.start, named.end, named.text)
    if behind and pointed and not judged and not named.loose and article.is_news(named.start, named.end):
        return _news(named, article, times, as_of)
    if named.events[0].kind == "watershed" or (behind and named.sign) or judged:
        start = min(times)[0]
        return _watershed(named, start, judged) if start.year >= FIRST_YEAR else None
    shares, inside, how = _of_feast(named) if feast else _of_happening(named)
    runs = [
        (low, high, weight - math.log(len(times)))
        for start, end in times
        for low, high, weight in runs_around(start, end, shares, inside, as_of)
    ]
    fixed = next((event.fixed for event in named.events if event.fixed is not None), None)
    when = f"{fixed[1]} {MONTHS[fixed[0] - 1]}" if fixed is not None else times_in_words(times)
    text = f"{_said(named)} {how} ({when})"
    return Evidence(text, _with_unknown(named, times, runs), ANY_DAY + _mistaken(named))


def _with_unknown(named: Named, times: Sequence[tuple[date, date]], runs: Sequence[Run]) -> tuple[Run, ...]:
    """With the earlier times that are not known, where the event is one that comes again and again."""
    first, known = date(FIRST_YEAR, 1, 1).toordinal(), min(times)[0].toordinal() - _LONG_BEFORE
    again = named.events[0].kind == "happening" and named.year is None and not named.sign
    if not again or first > known or not (len(times) > 1 or _RECURS.search(named.text)):
        return tuple(highest(runs))
    return tuple(highest([*runs, (first, known, ANY_DAY + _UNKNOWN_ONE)]))


def _mistaken(named: Named) -> float:
    if not named.sign:
        return _UNNAMED
    return _OFTEN_MISTAKEN if len(named.events) > 1 else _MISTAKEN.get(named.sign, _HARDLY_MISTAKEN)


def _said(named: Named) -> str:
    """The words that name it, or tell of it, as the text has them."""
    return f"its words {named.text}" if named.sign else f'"{named.text}"'


def _news(named: Named, article: Article, times: Sequence[tuple[date, date]], as_of: date) -> Evidence:
    """What is told at the top has mostly just happened, the more so where a weekday in its sentence is that day's."""
    weekdays = article.weekdays(named.start, named.end)
    dubbed = not named.sign and named.events[0].kind == "watershed"
    shares, inside = (_AFTERMATH, _IN_AFTERMATH) if dubbed else (_NEWS, _IN_NEWS)
    runs = []
    for start, end in times:
        length = (end - start).days + 1
        days = {(start.weekday() + n) % 7 for n in range(length)}
        factor = 1.0 if not weekdays or length > _SHORT else _AGREES if weekdays & days else _DIFFERS
        if length <= _SHORT and _dated(article, start):
            factor *= _DATED_NEWS
        last = end.toordinal()
        for low, high, weight in runs_around(start, end, shares, inside, as_of):
            fresh = start.toordinal() <= low < last + _FRESH
            runs.append((low, high, weight - math.log(len(times)) + (math.log(factor) if fresh else 0.0)))
    told = f"words at its top, {named.text}, fit the news" if named.sign else f'its news is "{named.text}"'
    text = f"{told} of {times_in_words(times)}"
    return Evidence(text, _with_unknown(named, times, runs), ANY_DAY + _mistaken(named))


def _dated(article: Article, day: date) -> bool:
    """Whether the text names that day by its date alone."""
    return any(
        (one.kind, one.month, one.day, one.weekday, one.year) == ("day", day.month, day.day, None, None)
        for one in article.found
    )


def _soon(named: Named, times: Sequence[tuple[date, date]], as_of: date) -> Evidence:
    """What seems to be ahead by its words, which may as well tell of what comes after it."""
    runs = [
        (low, high, weight - math.log(len(times)))
        for start, end in times
        for low, high, weight in runs_around(start, end, _SOON, 0.2, as_of)
    ]
    text = f"{_said(named)} tell of what is at hand ({times_in_words(times)})"
    return Evidence(text, tuple(highest(runs)), ANY_DAY + _mistaken(named))


def _openings(named: Sequence[Named], found: Sequence[Found], text: str) -> Iterator[Evidence]:
    """`the opening ceremony on Friday`: the event's first day is a Friday within a week."""
    events = {event.id: event for one in named for event in one.events if event.opens and event.start}
    beside: dict[tuple[int, Tense], str] = {}
    for one in found:
        near = text[max(0, one.start - _BESIDE) : one.end + _BESIDE].lower()
        for word in {word for event in events.values() for word in event.opens if word in near}:
            if one.weekday is not None and one.kind == "weekday":
                beside[one.weekday, one.tense] = word
    for (weekday, tense), word in beside.items():
        shares = _OPENED if tense is Tense.PAST else _OPENS
        starts = [event.start for event in events.values() if event.start and event.start.weekday() == weekday]
        runs = [run for start in starts for run in runs_around(start, start, shares)]
        if runs:
            days = ", ".join(days_in_words(start, start) for start in sorted(set(starts)))
            text = f'it has the "{word}" on a {WEEKDAY_NAMES[weekday].title()} (as on {days})'
            yield Evidence(text, tuple(highest(runs)), FLOOR + 4)


def _of_feast(named: Named) -> tuple[Shares, float, str]:
    if named.eve:
        return _EVE, 0.0, "is a day away, by its words"
    return (
        (_FEAST_AHEAD, 0.0, "is ahead, by its words")
        if named.tense is Tense.FUTURE
        else (_FEAST_BEHIND, 0.0, "is not far")
    )


def _of_happening(named: Named) -> tuple[Shares, float, str]:
    if named.eve:
        return _EVE, 0.0, "is a day away, by its words"
    if named.year is not None:
        return _YEAR_NAMED, 0.12, "is named with its year"
    if named.opens:
        return _OPENING, 0.08, "is about to open, by its words"
    if named.tense is Tense.FUTURE:
        return _COMING, 0.11, "is ahead or under way, by its words"
    return (_OVER if named.tense is Tense.PAST else _NAMED), 0.25, "is named"


def _times(event: Event, as_of: date) -> Iterator[tuple[date, date]]:
    if event.start is not None and event.kind != "occasion":
        yield event.start, event.end or event.start
    for day in event.days:
        yield day, day
    if event.fixed is not None:
        for year in range(FIRST_YEAR, as_of.year + 2):
            fixed = valid_day(year, *event.fixed)
            if fixed is not None:
                yield fixed, fixed


def _watershed(named: Named, start: date, judged: bool) -> Evidence:
    first, day = date(FIRST_YEAR, 1, 1).toordinal(), start.toordinal()
    if named.loose or named.sign:
        runs: tuple[Run, ...] = ((first, day - 1, _LOOSELY),)
    else:
        fresh = () if judged else _SPOKEN_OF
        runs = ((first, day - 1, _SURELY), *((day + low, day + high, weight) for low, high, weight in fresh))
    told = f"{_said(named)} tell of" if named.sign else f'it says "{named.text}", which is spoken of only since'
    return Evidence(f"{told} {days_in_words(start, start)}", runs)
