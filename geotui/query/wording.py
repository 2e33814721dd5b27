"""A filter in words: what was understood, each word with its kind, at full length and in shorter forms for a screen.

What must not be in here: what would match where nothing does; see `advice`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geotui.knowledge import Knowledge
from geotui.model import TermReading
from geotui.query.context import NOTHING_YET, same
from geotui.query.nodes import And, Carries, Filter, NamesActor, Node, Not, Or, Term, terms

_NAMES = ("person", "country", "organisation", "outlet")
_SAYS_ITSELF = {
    ("is", "new"): "new since the last visit",
    ("is", "updated"): "changed since it was read",
    ("is", "undated"): "without a date",
    ("has", "copies"): "with copies",
    ("has", "note"): "with a note",
    ("has", "event"): "with an event",
}
_IN_WORDS = {
    "is": "{}",
    "tag": 'tagged "{}"',
    "title": "{} in the title",
    "note": "{} in the note",
    "url": '"{}" in the address',
    "about": "naming the date {}",
    "added": "added {}",
}
_LENGTH_OF_TIME = re.compile(r"(\d+) ?([a-z]+)")
_UNITS = {"h": "hour", "d": "day", "w": "week", "m": "month", "y": "year"}
_FURTHER = re.compile(r", | or ")
_LIGHT = frozenset(("misspelled", "beginning of a name"))
"""Notes that the typed words beside the name show just as well."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How much is said. `families`: actor id → the name that is enough for it."""

    dates: bool = True
    kinds: bool = True
    light: bool = True
    typed: bool = True
    brief: bool = False
    families: Mapping[str, str] = field(default_factory=dict)


def sentence(filter_: Filter) -> str:
    """What was understood: `Volodymyr Zelenskyy (person, "zelensku", misspelled) and Feb 2022 (date)`."""
    return _sentence(filter_, _Style())


def sentences(filter_: Filter, facts: Knowledge) -> tuple[str, ...]:
    """The same for a line that may be too short for it, the longest first: `Zelenskyy ("zelensku") and Feb 2022`.

    A date says itself that it is one. People are shortened to surnames that no one else in the filter bears; what is
    ambiguous or found nowhere is said in all of them.
    """
    full = _Style(dates=False)
    named = replace(full, families=surnames(filter_, facts))
    plain = replace(named, light=False)
    bare = replace(plain, kinds=False, brief=True)
    styles = (full, named, plain, bare, replace(bare, typed=False))
    return tuple(dict.fromkeys(_sentence(filter_, style) for style in styles))


def _sentence(filter_: Filter, style: _Style) -> str:
    said = _said(filter_.root, style)
    if filter_.root == And(()):
        silent = [f"{term.meaning} {term.note}" for term in filter_.terms if term.note]
        said = f"everything ({', '.join(silent)})" if silent else "everything"
    else:
        said = "; ".join([said, *(f"{term.meaning} ({NOTHING_YET})" for term in filter_.terms if _waits(term))])
    orders = [term.meaning for term in filter_.terms if term.kind == "sort" and not _waits(term)]
    return f"{said}, {orders[-1]}" if orders else said


def _waits(term: TermReading) -> bool:
    return term.note == NOTHING_YET


def _said(node: Node, style: _Style, inside: bool = False) -> str:
    if isinstance(node, Term):
        return _term(node, style)
    if isinstance(node, Not):
        return f"not {_said(node.part, style, inside=True)}"
    parts = [_said(part, style, inside=True) for part in node.parts]
    joined = (" or " if isinstance(node, Or) else " and ").join(parts)
    if isinstance(node, And) and len(parts) > 2 and not style.kinds:
        joined = f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"({joined})" if inside else joined


def _term(term: Term, style: _Style) -> str:
    reading = term.reading
    shown = _named(term, style.families, style.brief)
    aside = []
    if (
        style.kinds
        and reading.kind not in _IN_WORDS
        and reading.kind != "has"
        and not is_passage(term)
        and (style.dates or reading.kind != "date")
    ):
        aside.append(reading.kind)
    typed = value_typed(reading)
    if style.typed and reading.kind in _NAMES and not same(typed, shown.strip('"')):
        aside.append(f'"{typed}"')
    aside += [note for note in reading.note.split(", ") if note and (style.light or note not in _LIGHT)]
    return f"{shown} ({', '.join(aside)})" if aside else shown


def is_passage(node: Node) -> bool:
    """Whether a part of a filter is a pasted passage."""
    return isinstance(node, Term) and any(isinstance(test, Carries) for test in node.tests)


def value_typed(reading: TermReading) -> str:
    """What was typed, without the field's name and quotes."""
    typed = reading.typed.partition(":")[2] if ":" in reading.typed and reading.kind != "text" else reading.typed
    return typed.strip(' "“”')


def _named(term: Term, families: Mapping[str, str], brief: bool) -> str:
    """What a term means; of many actors with one name, in brief, the first."""
    actors = [test.actor for test in term.tests if isinstance(test, NamesActor)]
    if len(actors) == len(term.tests) == 1:
        return families.get(actors[0]) or meaning(term.reading)
    if brief and is_passage(term):
        return term.reading.meaning.partition(" (")[0]
    if brief and len(actors) == len(term.tests) > 2:
        first = _FURTHER.split(meaning(term.reading).partition(": ")[2] or meaning(term.reading))[0]
        return f"{first} or {len(actors) - 1} more"
    return meaning(term.reading)


def meaning(reading: TermReading) -> str:
    """What a term means; of fields of the reader's own in words that say so themselves: `tagged "grain"`."""
    kind, means = reading.kind, reading.meaning
    if (kind, means) in _SAYS_ITSELF:
        return _SAYS_ITSELF[kind, means]
    if kind == "added" and (length := _LENGTH_OF_TIME.fullmatch(means)):
        number, unit = length.groups()
        named = _UNITS.get(unit, unit) + ("s" if unit in _UNITS and number != "1" else "")
        return f"added in the last {number} {named}" if number != "1" else f"added in the last {named}"
    return _IN_WORDS[kind].format(means) if kind in _IN_WORDS else means


def surnames(filter_: Filter, facts: Knowledge) -> dict[str, str]:
    """Actor id → surname of the people in a filter, where only one of its actors bears it."""
    ids = {test.actor for term in terms(filter_.root) for test in term.tests if isinstance(test, NamesActor)}
    named = {
        test.actor: _family(test.actor, term.reading.meaning, facts)
        for term in terms(filter_.root)
        if term.reading.kind == "person" and len(term.tests) == 1
        for test in term.tests
        if isinstance(test, NamesActor)
    }
    borne = Counter(
        family for actor in ids if (person := facts.people.get(actor)) for family in set(person.families)
    ) + Counter(family for actor, family in named.items() if actor not in facts.people)
    return {actor: family for actor, family in named.items() if borne[family] == 1}


def _family(actor: str, name: str, facts: Knowledge) -> str:
    """The surname by which papers shorten the name, where the name has it."""
    person = facts.people.get(actor)
    if person is not None:
        return next((family for family in person.families if family in name), name)
    parts = name.split()
    first = parts[0] in facts.family_first_surnames and len(parts) <= 3
    return parts[0] if first else parts[-1]


def short(node: Node, families: Mapping[str, str]) -> str:
    """A part of a filter in few words: what it means, without kinds and notes; what is excluded, as typed."""
    if isinstance(node, Term):
        return _named(node, families, brief=True)
    if isinstance(node, Not):
        return f"-{typed(node.part)}"
    return (" or " if isinstance(node, Or) else " and ").join(short(part, families) for part in node.parts)


def typed(node: Node) -> str:
    """A part of a filter as it was typed."""
    if isinstance(node, Term):
        return node.reading.typed
    if isinstance(node, Not):
        return f"-{typed(node.part)}"
    return f"({(' or ' if isinstance(node, Or) else ' ').join(map(typed, node.parts))})"
