"""The final actors of a draft whose date is known: surnames and roles without a name find their man of that day.

What must not be in here: any look for names; that was `find`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from geotui.actors.bearers import HEADS, SUPREME, Context, meant
from geotui.actors.tables import Tables, tables_of
from geotui.knowledge import Knowledge, Person
from geotui.model import Actor, ActorKind, Draft, Published
from geotui.model.names import BareName, Mention, Names, RoleName
from geotui.text import slug

_PARTS = ("title", "body", "caption")


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
    around = frozenset(actor.id for actor in names.actors if actor.kind is ActorKind.COUNTRY)
    for group in _by_surname(names.bare):
        _settle_surname(group, window, around, tables, found)
    named = set(found)
    for role in names.roles:
        person = _holder(_offices(role, window, tables), role.of, window, tables)
        if person is not None and person.id not in named:
            row = found.setdefault(person.id, _Found(person.id, person.name, ActorKind.PERSON, True, inferred=True))
            row.role = row.role or role.mention.text
            row.mentions.append(role.mention)
    order = sorted(found.values(), key=lambda row: min(_order(mention) for mention in row.mentions))
    return tuple(_actor(row, draft) for row in order)


def _window(published: Published) -> tuple[date | None, date | None]:
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
    window: tuple[date | None, date | None],
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


def _offices(role: RoleName, window: tuple[date | None, date | None], tables: Tables) -> frozenset[str]:
    """The offices of a role: its own, or those that the one whose counterpart it is holds, the highest only."""
    if len(role.like) != 1 or role.like[0] not in tables.knowledge.people:
        return role.offices
    offices = tables.knowledge.offices
    held = tables.knowledge.people[role.like[0]].roles
    own = frozenset(r.office for r in held if r.holds(*window) and r.office in offices and offices[r.office].sole)
    return own & HEADS or own


def _holder(
    offices: frozenset[str], of: str | None, window: tuple[date | None, date | None], tables: Tables
) -> Person | None:
    """Who alone held one of the offices on the day, of anything where `of` is None; None without a day.

    Who leads a state supremely does so alone, whoever else heads it.
    """
    start, end = window
    if start is None or end is None:
        return None
    if (
        offices >= SUPREME
        and len(offices) > len(SUPREME)
        and (supreme := _holder(SUPREME, of, window, tables)) is not None
    ):
        return supreme
    holders = {
        person.id: person
        for place in ([of] if of is not None else sorted(tables.seats))
        for office in sorted(offices)
        for role, person in tables.holders.get((office, place), ())
        if role.start is not None and role.holds(start, end)
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


def _order(mention: Mention) -> tuple[int, int]:
    return _PARTS.index(mention.part), mention.start


def _actor(row: _Found, draft: Draft) -> Actor:
    mentions = sorted({(m.start, m.end) for m in row.mentions if m.part == "body"})
    texts = dict.fromkeys(" ".join(_written(m, draft).split()) for m in sorted(row.mentions, key=_order))
    where = tuple(part for part in _PARTS if any(m.part == part for m in row.mentions))
    spellings = () if row.inferred else tuple(texts)
    return Actor(row.id, row.name, row.kind, tuple(mentions), where, row.inferred, row.role, row.known, spellings)


def _written(mention: Mention, draft: Draft) -> str:
    """The words as the draft prints them: reading goes by plain quotes and dashes."""
    return draft.text[mention.start : mention.end] if mention.part == "body" else mention.text
