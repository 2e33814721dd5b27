"""People whom a text in another script names in full, with the endings of its grammar, and what they are called.

What must not be in here: names in Latin letters (`people`), months and weekdays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from geotui.dates.abroad import either, numbered
from geotui.dates.passages import lower
from geotui.dates.people import NamedPerson
from geotui.dates.tongues import HEAD_WORDS
from geotui.knowledge.rows import Knowledge, Person
from geotui.model import MONTHS, Term

_WORD: Final = re.compile(r"[^\W\d_]+")
_IDEOGRAPH: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_KEY, _IDEOGRAPHIC_KEY = 3, 2
_ENDING: Final = re.compile(r"[аеёийоуыьэюяіїαάηήοόςυω]{1,2}$")
_DECLINED: Final = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_LEAST_STEM: Final = 2
_BACK: Final = 45
_BREAK: Final = re.compile(r"[.!?;:,،。，、\n]")
_OFFICES: Final = (
    frozenset({"president", "acting-president", "leader"}),
    frozenset({"prime-minister", "chancellor"}),
)
_PRESIDENT, _FORMER = 0, 2
_NEXT_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Name:
    """A person's name as an expression."""

    pattern: re.Pattern[str]
    person: Person


def find_natives(text: str, knowledge: Knowledge) -> Iterator[NamedPerson]:
    """People with offices in the knowledge whom the text names in full in another script, in its order."""
    names, low = _names(knowledge), lower(text)
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end or word[0].isascii() or word[0][0].islower():
            continue
        written_on = _IDEOGRAPH.match(word[0]) is not None
        for start in range(*word.span()) if written_on else (word.start(),):
            key = low[start : start + (_IDEOGRAPHIC_KEY if written_on else _KEY)]
            found = next((hit for name in names.get(key, ()) if (hit := _at(name, low, start))), None)
            if found is not None and start >= end:
                yield found
                end = found.end


def _at(name: _Name, low: str, start: int) -> NamedPerson | None:
    match = name.pattern.match(low, start)
    return NamedPerson(start, match.end(), name.person) if match is not None else None


def office_terms(named: Sequence[NamedPerson], text: str, language: str) -> tuple[Term, ...]:
    """The times in which those called president or head of government right before their names were it."""
    if language not in HEAD_WORDS:
        return ()
    called = _called(language)
    terms: dict[str, tuple[Term, ...]] = {}
    before = 0
    for one in named:
        gap = _BREAK.split(text[max(before, one.start - _BACK) : one.start])[-1]
        before = one.end
        words = [match for match in called.finditer(gap) if match.lastgroup]
        kinds = {int((match.lastgroup or "")[1:]) for match in words}
        if len(kinds) == 1 and _FORMER not in kinds:
            terms.setdefault(one.person.id, tuple(_terms(one.person, words[-1][0], *kinds)))
    return tuple(term for several in terms.values() for term in several)


def _terms(person: Person, word: str, kind: int) -> Iterator[Term]:
    """The terms of office, one right after another as one."""
    times: list[tuple[date, date | None]] = []
    for role in sorted(person.roles, key=lambda role: role.start or date.min):
        if role.office in _OFFICES[kind] and role.start is not None:
            joins = times and times[-1][1] is not None and role.start - times[-1][1] <= _NEXT_DAY
            times.append((times.pop()[0] if joins else role.start, role.end))
    held = (f"{_month(start)} to {_month(end)}" if end else f"since {_month(start)}" for start, end in times)
    words = " or ".join(held)
    for start, end in times:
        yield Term(start, end, f"{person.name} is called {word}: {words}")


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


@cache
def _called(language: str) -> re.Pattern[str]:
    words = numbered(HEAD_WORDS[language], _PRESIDENT)
    kinds = {number: {word: n for word, n in words.items() if n == number} for number in reversed(range(_FORMER + 1))}
    edge = "" if language == "zh" else r"(?<!\w)"
    return re.compile(
        edge + "(?:" + "|".join(f"(?P<k{number}>{either(one)})" for number, one in kinds.items()) + ")", re.I
    )


def _names(knowledge: Knowledge) -> Mapping[str, Sequence[_Name]]:
    """How names begin → names that begin so, longest first; made once."""
    held = knowledge.cache.get("dates.natives")
    if held is None:
        table: dict[str, list[tuple[str, Person]]] = {}
        for person in knowledge.people.values():
            for native in person.native if person.roles else ():
                name = lower(native)
                if name[0].isascii() or (len(_WORD.findall(name)) == 1 and not _IDEOGRAPH.match(name)):
                    continue
                key = name[:_IDEOGRAPHIC_KEY] if _IDEOGRAPH.match(name) else name[:_KEY]
                table.setdefault(key, []).append((name, person))
        held = knowledge.cache["dates.natives"] = {
            key: [_Name(_declined(name), person) for name, person in sorted(several, key=_longest_first)]
            for key, several in table.items()
        }
    return held  # type: ignore[return-value]


def _longest_first(item: tuple[str, Person]) -> tuple[int, str, str]:
    return -len(item[0]), item[0], item[1].id


def _declined(name: str) -> re.Pattern[str]:
    """A name in any case, where its script is one of languages that decline names."""
    if not _DECLINED.match(name):
        return re.compile(re.escape(name))
    stems = []
    for word in name.split():
        stem = _ENDING.sub("", word)
        stems.append(re.escape(stem if len(stem) >= _LEAST_STEM else word) + r"\w{0,3}")
    return re.compile(" ".join(stems) + r"(?!\w)")
