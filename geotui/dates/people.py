"""People of the knowledge whom an article names in full, and what that tells: news names people while they hold office.

What must not be in here: titles that a text gives (those are the terms of `actors`), changes of office (`handovers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from geotui.dates.days import Evidence, Run
from geotui.dates.passages import plain
from geotui.dates.reasons import highest
from geotui.knowledge.rows import Knowledge, Person
from geotui.model import MONTHS, Span

_CAPITAL: Final = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-Þ][\w'’-]*")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_FORMER: Final = re.compile(
    r"\b(?:former|ex|then|one-time|ousted|deposed|predecessors?|jailed|exiled)\b[\s-]+(?:[\w’'-]+\s+){0,5}$", re.I
)
_BACK: Final = 60
_MOST: Final = 8
# measured on dated news: how much less a day counts for a person named, log weights, by days from the time in office
_SOON, _JUST = 120, 90
_YEAR, _LONG = 400, 1500
_BEFORE, _LONG_BEFORE, _NEVER_YET = -1.2, -2.4, -2.8
_AFTER, _LONG_AFTER = -0.9, -1.5
_STILL: Final = -3.0
"""The weight of a day on which who is called former still held, or had not yet held, an office."""
_NEAR_BEST: Final = 0.8
_SHOWN: Final = 2
_CROWD: Final = 0.85
"""Of several people each tells in part the same: n of them count as n to the power of this."""
_FOREVER: Final = date.max.toordinal() - 1

Names = Mapping[str, Sequence[tuple[str, Person]]]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person, and where the name stands."""

    start: int
    end: int
    person: Person


def find_people(text: str, knowledge: Knowledge) -> Iterator[NamedPerson]:
    """People named in full, in the order of the text."""
    names, low = _names(knowledge), plain(text)
    get = names.get
    for word in _CAPITAL.finditer(text):
        start = word.start()
        for name, person in get(low[start : word.end()], ()):
            stop = start + len(name)
            if low.startswith(name, start) and not low[stop : stop + 1].isalnum():
                yield NamedPerson(start, stop, person)
                break


def people_reasons(named: Sequence[NamedPerson], text: str, as_of: date) -> Iterator[Evidence]:
    """One reason for all of them together."""
    first: dict[str, NamedPerson] = {}
    for one in named:
        if any(role.start is not None for role in one.person.roles):
            first.setdefault(one.person.id, one)
    chosen = list(first.values())[:_MOST]
    if not chosen:
        return
    former = [_FORMER.search(text, max(0, one.start - _BACK), one.start) is not None for one in chosen]
    share = len(chosen) ** (_CROWD - 1)
    changes: dict[int, float] = {}
    base = 0.0
    for one, before in zip(chosen, former, strict=True):
        runs, rest = _formerly(one.person) if before else _in_office(one.person)
        base += rest * share
        for low, high, weight in runs:
            changes[low] = changes.get(low, 0.0) + (weight - rest) * share
            changes[high + 1] = changes.get(high + 1, 0.0) - (weight - rest) * share
    summed = list(_levels(changes, base))
    yield Evidence(_in_words(chosen, summed, as_of), tuple(summed), base)


def _levels(changes: Mapping[int, float], base: float) -> Iterator[Run]:
    points, level = sorted(changes), base
    for start, following in pairwise(points):
        level += changes[start]
        yield start, following - 1, level


def _in_words(chosen: Sequence[NamedPerson], runs: Sequence[Run], as_of: date) -> str:
    names = ", ".join(one.person.name for one in chosen)
    times: list[tuple[int, int]] = []
    least = max((weight for _, _, weight in runs), default=0.0) - _NEAR_BEST
    for low, high, _ in (run for run in runs if run[2] > least):
        first = times.pop()[0] if times and times[-1][1] + 1 == low else low
        times.append((first, high))
    spans = [
        Span(date.fromordinal(low), date.fromordinal(high) if high < as_of.toordinal() else None) for low, high in times
    ]
    return f"it names {names}: news of their time in office, {' or '.join(map(_months, spans[-_SHOWN:]))}"


def _months(span: Span) -> str:
    start, end = span.start, span.end
    assert start is not None
    since = f"{MONTHS[start.month - 1]} {start.year}"
    return f"{since} to {MONTHS[end.month - 1]} {end.year}" if end is not None else f"since {since}"


def _in_office(person: Person) -> tuple[Sequence[Run], float]:
    runs: list[Run] = []
    for role in person.roles:
        if role.start is None:
            continue
        start, end = role.start.toordinal(), role.end.toordinal() if role.end else _FOREVER - _YEAR - 1
        runs.append((start - _SOON, min(end + _JUST, _FOREVER), 0.0))
        runs.append((start - _YEAR, start - _SOON - 1, _BEFORE))
        runs.append((start - _LONG, start - _YEAR - 1, _LONG_BEFORE))
        if role.end:
            runs.append((end + _JUST + 1, end + _YEAR, _AFTER))
            runs.append((end + _YEAR + 1, _FOREVER, _LONG_AFTER))
    return tuple(highest(runs)), _NEVER_YET


def _formerly(person: Person) -> tuple[Sequence[Run], float]:
    ends = [role.end for role in person.roles if role.end is not None]
    if not ends:
        return (), 0.0
    return ((min(ends).toordinal() - 7, _FOREVER, 0.0),), _STILL


def _names(knowledge: Knowledge) -> Names:
    """First word → names in full that begin with it, longest first; made once."""
    held = knowledge.cache.get("dates.people")
    if held is None:
        table: dict[str, list[tuple[str, Person]]] = {}
        for person in knowledge.people.values():
            for name in {plain(name) for name in (person.name, *person.spellings)}:
                first = _WORD.match(name)
                if first is not None and " " in name and person.roles:
                    table.setdefault(first[0], []).append((name, person))
        for several in table.values():
            several.sort(key=lambda item: (-len(item[0]), item[0], item[1].id))
        held = knowledge.cache["dates.people"] = table
    return held  # type: ignore[return-value]
