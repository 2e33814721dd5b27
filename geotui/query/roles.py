"""A typed role (`turkish president`, `president of turkey`) is its country and words; its holders are offered.

What must not be in here: roles in the texts of stories.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from geotui.knowledge import Knowledge, Office, Person, Role
from geotui.model import Offer
from geotui.query.bare import Placed
from geotui.query.context import Context
from geotui.query.lexer import Atom
from geotui.query.nodes import NamesActor, PublishedIn, Term
from geotui.text import fold

_LONGEST_TITLE = 5
_MOST_OFFERS = 5
_TABLE = "query.titles"
_BETWEEN = frozenset(("of", "the"))


def with_holders(atoms: Sequence[Atom], placed: Sequence[Placed], context: Context) -> list[Placed]:
    """The terms as they are, those of countries with an office beside them with its holders among their offers.

    Holders are those of the dates typed beside it, else today's, the latest first.
    """
    texts = [fold(atom.text.strip(".,;:!?")) for atom in atoms]
    free = [True] * len(atoms)
    for run in placed:
        if run.term and run.term.reading.kind != "text":
            free[run.first : run.last + 1] = [False] * (run.last - run.first + 1)
    start, end = _time(placed, context)
    out = []
    for run in placed:
        country = _country(run.term, context)
        if run.term and country:
            for offices, first, last in _titles(texts, free, run, country, context.vocabulary.knowledge()):
                place = (atoms[min(first, run.first)].start, atoms[max(last, run.last)].end)
                offers = tuple(_offers(offices, country, (start, end), place, context.vocabulary.knowledge()))
                reading = replace(run.term.reading, offers=(*run.term.reading.offers, *offers))
                run = replace(run, term=replace(run.term, reading=reading))  # noqa: PLW2901
                break
        out.append(run)
    return out


def _country(term: Term | None, context: Context) -> str | None:
    """The country that a term means without doubt."""
    if term and len(term.tests) == 1 and isinstance(term.tests[0], NamesActor):
        actor = term.tests[0].actor
        return actor if actor in context.vocabulary.knowledge().countries else None
    return None


def _time(placed: Sequence[Placed], context: Context) -> tuple[date | None, date | None]:
    for run in placed:
        for test in run.term.tests if run.term else ():
            if isinstance(test, PublishedIn):
                return test.span.start, test.span.end
    return context.dates.today, context.dates.today


def _titles(
    texts: Sequence[str], free: Sequence[bool], run: Placed, country: str, facts: Knowledge
) -> Iterator[tuple[list[Office], int, int]]:
    """Offices named beside the country, with the first and last atom of the title; the longest title first."""
    before = run.first - 1
    while before >= 0 and texts[before] in _BETWEEN:
        before -= 1
    for length in range(_LONGEST_TITLE, 0, -1):
        after = range(run.last + 1, run.last + 1 + length)
        ahead = range(before - length + 1, before + 1) if before < run.first - 1 else range(0)
        for place in (after, ahead):
            if place and place[0] >= 0 and place[-1] < len(texts) and all(free[i] for i in place):
                title = " ".join(texts[i] for i in place)
                offices = _titled(facts).get(("", title), []) + _titled(facts).get((country, title), [])
                if offices:
                    yield offices, place[0], place[-1]


def _titled(facts: Knowledge) -> Mapping[tuple[str, str], list[Office]]:
    """Offices by the country that calls them so (empty for all) and folded title; made once."""
    if _TABLE not in facts.cache:
        table: dict[tuple[str, str], list[Office]] = {}
        for office in facts.offices.values():
            for country, titles in (("", office.titles), *office.local.items()):
                for title in titles:
                    table.setdefault((country, fold(title)), []).append(office)
        facts.cache[_TABLE] = table
    return cast("Mapping[tuple[str, str], list[Office]]", facts.cache[_TABLE])


def _offers(
    offices: Sequence[Office],
    country: str,
    when: tuple[date | None, date | None],
    place: tuple[int, int],
    facts: Knowledge,
) -> Iterator[Offer]:
    ids = {office.id for office in offices}
    held: list[tuple[date, Person, Role]] = [
        (role.start or date.min, person, role)
        for person in facts.people.values()
        for role in person.roles
        if role.of == country and role.office in ids and role.holds(*when)
    ]
    held.sort(key=lambda holder: (-holder[0].toordinal(), holder[1].name))
    for _, person, role in held[:_MOST_OFFERS]:
        years = f"{role.start.year if role.start else ''}–{role.end.year if role.end else ''}"
        label = f"{person.name} ({facts.offices[role.office].titles[0]}, {years})"
        yield Offer(label, f'actor:"{person.name}"', *place)
