"""The final actors of a draft whose date is known: surnames and roles without a name find their man of that day.

What must not be in here: any look for names; that was `find`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from geotui.actors.bearers import HEADS, SUPREME, Context, leading, meant
from geotui.actors.tables import Tables, tables_of
from geotui.actors.terms import sentence_around
from geotui.knowledge import Knowledge, Person
from geotui.model import Actor, ActorKind, Draft, Published
from geotui.model.names import BareName, Mention, Names, RoleName
from geotui.text import slug

_PARTS = {"title": 0, "body": 1, "caption": 2}
_Window = tuple[date | None, date | None]
"""The first and last day on which a text can have been written; None is unknown."""
_YEAR = re.compile(r"(?<!since )(?<!from )\b((?:1[5-9]|20)\d\d)(?:s\b|\b)")
_LONG_AGO = re.compile(r"\b(?:(?:years?|decades?|centur(?:y|ies)|generations?) ago|at the time|century|World War)\b")
_ELECTED = {"president-elect": "president", "prime-minister-designate": "prime-minister"}
_ELECTED_FOR = timedelta(days=180)
_STILL_CALLED = timedelta(days=7)
"""News calls one who fell or died by the office until another holds it."""
_QUEENS = frozenset(("queen", "empress"))


@dataclass(slots=True)
class _Found:
    """An actor while its mentions are gathered."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    role: str | None = None
    inferred: bool = False
    mentions: list[Mention] = field(default_factory=list)


def settle(draft: Draft, names: Names, published: Published, knowledge: Knowledge) -> tuple[Actor, ...]:
    """The actors of a draft in the order of their first mention: body before captions, the title first of all.

    A bare surname means the one bearer who fits the day and the words around it; where several do, nobody.
    """
    tables = tables_of(knowledge)
    found: dict[str, _Found] = {}
    for actor in names.actors:
        row = _Found(actor.id, actor.name, actor.kind, actor.known, actor.role, mentions=list(actor.mentions))
        found[actor.id] = row
    window = _window(published)
    around = frozenset(actor.id for actor in names.actors if actor.kind is not ActorKind.PERSON)
    for group in _by_surname(names.bare):
        _settle_surname(group, window, around, tables, found)
    named = set(found)
    for role in names.roles:
        person = _inferred(role, draft, window, tables, found)
        if person is not None and person.id not in named:
            row = found.setdefault(person.id, _Found(person.id, person.name, ActorKind.PERSON, True, inferred=True))
            row.role = row.role or role.mention.text
            row.mentions.append(role.mention)
    for row in found.values():
        row.mentions.sort(key=_order)
    return tuple(_actor(row, draft) for row in sorted(found.values(), key=lambda row: _order(row.mentions[0])))


def _window(published: Published) -> _Window:
    if published.day is not None:
        return published.day, published.day
    return published.start, published.end


def _by_surname(bare: Sequence[BareName]) -> Iterable[list[BareName]]:
    groups: dict[tuple[str, ...], list[BareName]] = defaultdict(list)
    for name in bare:
        groups[tuple(sorted(name.bearers))].append(name)
    return groups.values()


def _settle_surname(
    group: Sequence[BareName],
    window: _Window,
    around: frozenset[str],
    tables: Tables,
    found: dict[str, _Found],
) -> None:
    """Adds the mentions of one surname to the one whom all of them mean, or to an unknown person where titled."""
    people = [tables.knowledge.people[bearer] for bearer in group[0].bearers]
    context = Context(
        *window,
        offices=frozenset().union(*(name.offices for name in group)),
        before=frozenset(name.of for name in group if name.of is not None),
        around=around,
        doubtful=all(name.doubtful for name in group),
    )
    person = meant(people, context)
    role = next((name.role for name in group if name.role), None)
    titled = [name for name in group if name.titled]
    if person is not None:
        row = found.setdefault(person.id, _Found(person.id, person.name, ActorKind.PERSON, True))
    elif titled and not any(person.id in found for person in people):
        text = titled[0].mention.text
        row = found.setdefault(f"person:{slug(text)}", _Found(f"person:{slug(text)}", text, ActorKind.PERSON, False))
    else:
        return
    row.mentions += [name.mention for name in group]
    row.role = row.role or role


def _inferred(
    role: RoleName, draft: Draft, window: _Window, tables: Tables, found: Mapping[str, _Found]
) -> Person | None:
    """Who is meant by a role without a name; None where its sentence tells of another time."""
    part = {"title": draft.title, "body": draft.text}.get(role.mention.part, "")
    sentence = part[slice(*sentence_around(part, role.mention.start))]
    if _of_another_time(sentence, window):
        return None
    person = _holder(_offices(role, window, tables, found), role.of, window, tables)
    return person if person is not None and _befits(person, role.mention.text) else None


def _of_another_time(sentence: str, window: _Window) -> bool:
    """Whether a sentence looks back: to a year before that of the text, or years and centuries ago."""
    start = window[0]
    years = (int(year) for year in _YEAR.findall(sentence))
    return _LONG_AGO.search(sentence) is not None or (start is not None and any(year < start.year for year in years))


def _befits(person: Person, title: str) -> bool:
    """Whether `king` or `queen` is said of a ruler who is one: not `the Spanish queen` of a king."""
    names = {name.split()[0] for name in (person.name, *person.spellings)}
    female = not _QUEENS.isdisjoint(title.casefold().split())
    return not female or "Queen" in names or "Empress" in names


def _offices(role: RoleName, window: _Window, tables: Tables, found: Mapping[str, _Found]) -> frozenset[str]:
    """The offices of a role: its own, or those that the one whose counterpart it is holds, the highest only."""
    like = [id_ for id_ in role.like if len(role.like) == 1 or id_ in found]
    if role.offices or len(like) != 1 or like[0] not in tables.knowledge.people:
        return role.offices
    offices = tables.knowledge.offices
    held = tables.knowledge.people[like[0]].roles
    own = frozenset(r.office for r in held if r.holds(*window) and r.office in offices and offices[r.office].sole)
    return own & HEADS or own


def _holder(offices: frozenset[str], of: str | None, window: _Window, tables: Tables) -> Person | None:
    """Who alone held one of the offices of a country or body on the day, or a few days before; None without a day.

    Of all heads of a state, `HEADS`, it is the one who leads it; one elected is who takes the office next.
    """
    start, end = window
    if start is None or end is None or of is None:
        return None
    if offices == HEADS:
        supreme = _holding(SUPREME, of, window, tables)
        return _only(supreme or _holding(leading(of), of, window, tables) or _holding(HEADS, of, window, tables))
    held = _holding(offices, of, window, tables)
    for elected, office in _ELECTED.items():
        if not held and elected in offices:
            now = _holding(frozenset((office,)), of, window, tables)
            soon = _holding(frozenset((office,)), of, (end, end + _ELECTED_FOR), tables)
            held = {id_: person for id_, person in soon.items() if id_ not in now}
    return _only(held or _holding(offices, of, (start - _STILL_CALLED, end), tables))


def _holding(offices: frozenset[str], of: str, window: _Window, tables: Tables) -> dict[str, Person]:
    return {
        person.id: person
        for office in offices
        for role, person in tables.holders.get((office, of), ())
        if role.start is not None and role.holds(*window)
    }


def _only(people: Mapping[str, Person]) -> Person | None:
    return next(iter(people.values())) if len(people) == 1 else None


def _order(mention: Mention) -> tuple[int, int]:
    return _PARTS[mention.part], mention.start


def _actor(row: _Found, draft: Draft) -> Actor:
    """The actor whose mentions stand in their order."""
    mentions = dict.fromkeys((m.start, m.end) for m in row.mentions if m.part == "body")
    written = dict.fromkeys(_written(m, draft) for m in row.mentions)
    texts = dict.fromkeys(" ".join(text.split()) for text in written)
    where = dict.fromkeys(m.part for m in row.mentions)
    spellings = () if row.inferred else tuple(texts)
    role = row.role
    return Actor(row.id, row.name, row.kind, tuple(mentions), tuple(where), row.inferred, role, row.known, spellings)


def _written(mention: Mention, draft: Draft) -> str:
    """The words as the draft prints them: reading goes by plain quotes and dashes."""
    return draft.text[mention.start : mention.end] if mention.part == "body" else mention.text
