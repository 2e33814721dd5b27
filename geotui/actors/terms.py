"""The offices that a text gives to people, as times within which it was written: news calls people by what they are.

A text that tells of the past does so too; so a sentence that names a year or says `then` gives no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from geotui.actors.figures import Figure
from geotui.actors.lexicon import PAST_CUES
from geotui.actors.scan import Scan
from geotui.actors.tables import Tables
from geotui.knowledge import Person
from geotui.knowledge import Role as Held
from geotui.model import MONTHS, Term
from geotui.model.names import BareName

_GRACE = timedelta(days=7)
"""News gives the office a few days early, and still when it reports the fall or the death of its holder."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[a-z]+")
_LONGEST_SENTENCE = 400
"""Characters looked back and ahead for where a sentence begins and ends."""
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s+(?=[A-Z\"'(])|\n")


def terms_of(
    figures: Sequence[Figure], bare: Sequence[BareName], scans: Sequence[Scan], tables: Tables
) -> tuple[Term, ...]:
    """One term for each time that a person held the office which title or body gives the person.

    Terms of one text are alternatives: an office held twice. Each is a week longer at both ends than it was held.
    """
    found: dict[Term, None] = {}
    for figure in figures:
        for role, (number, offset) in figure.roles:
            scan = scans[number]
            if figure.person is None or scan.words.part == "caption" or role.past or _tells_the_past(scan, offset):
                continue
            for term in _term(figure.person, _held(figure.person, role.offices, role.of), role.text):
                found[term] = None
    for name in bare:
        if name.mention.part == "caption" or not name.offices or name.role is None:
            continue
        people = [tables.knowledge.people[bearer] for bearer in name.bearers]
        fitting = [(person, held) for person in people if (held := _held(person, name.offices, name.of))]
        number = 0 if name.mention.part == "title" else 1
        if len(fitting) == 1 and not _tells_the_past(scans[number], name.mention.start):
            for term in _term(*fitting[0], name.role):
                found[term] = None
    return tuple(found)


def _held(person: Person, offices: frozenset[str], of: str | None) -> list[Held]:
    fitting = [role for role in person.roles if role.office in offices]
    return [role for role in fitting if of is None or role.of == of] or (fitting if of is None else [])


def _term(person: Person, held: Sequence[Held], title: str) -> Iterator[Term]:
    times = " or ".join(dict.fromkeys(_months(role.start, role.end) for role in held))
    for role in held:
        start = role.start - _GRACE if role.start is not None else None
        end = role.end + _GRACE if role.end is not None else None
        yield Term(start, end, f"{person.name} is called {title}: {times}")


def _months(start: date | None, end: date | None) -> str:
    first, last = (f"{MONTHS[day.month - 1]} {day.year}" if day else "" for day in (start, end))
    if first and last:
        return f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else "at any time"


def sentence_around(text: str, offset: int) -> tuple[int, int]:
    """Where the sentence around an offset begins and ends."""
    start = max(0, offset - _LONGEST_SENTENCE)
    for match in _SENTENCE_END.finditer(text, start, offset):
        start = match.end()
    end = _SENTENCE_END.search(text, offset, offset + _LONGEST_SENTENCE)
    return start, end.start() if end else offset + _LONGEST_SENTENCE


def _tells_the_past(scan: Scan, offset: int) -> bool:
    """Whether the sentence around an offset names a year or has a word that looks back."""
    text = scan.words.text
    sentence = text[slice(*sentence_around(text, offset))]
    return _YEAR.search(sentence) is not None or not PAST_CUES.isdisjoint(_WORD.findall(sentence))
