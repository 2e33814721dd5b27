"""Which of several people a bare surname means, by the day and the countries that the text speaks of.

News shortens to a surname whoever its readers know: first those who head a state now, then who did so or hold another
great office, then who held one. Where two are alike in that, nobody is meant: never the first that comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geotui.actors.lexicon import words
from geotui.knowledge import Person, Role

SUPREME = frozenset(("supreme-leader", "leader"))
HEADS = SUPREME | frozenset(("president", "prime-minister", "chancellor", "monarch", "pope"))
_LED_BY = {
    "president": words("""
        AE AF AZ BI BY CD CF CG CI CM CN DZ EG FR GA GN GW GY HT KG KR KZ LK MD MG ML MR MZ NA NE PE PS RO RU RW SN SO
        SR SY TD TG TN TW TZ UA UG UZ YE ZW
    """),
    "monarch": words("BH BN JO KW LI MA MC OM QA SZ VA"),
    "prime-minister": words("""
        AG AL AU BB BD BE BS BZ CA CV DK DM EE ES ET FJ GB GD GR HU IE IL IN IQ IS IT JM JP KH KN LC LS LU LV MK MT MU
        MY NL NO NP NZ PG PK SB SE SG SI TH TO TT TV VC VU WS XK
    """),
    "chancellor": words("AT DE"),
}
"""Countries of several heads at once → whom news calls the leader, by the office."""
_LEADING = {f"country:{code}": frozenset((office,)) for office, codes in _LED_BY.items() for code in codes}
GREAT = HEADS | words("""
    president-elect prime-minister-designate acting-president vice-president deputy-prime-minister crown-prince
    foreign-minister defence-minister finance-minister interior-minister national-security-adviser party-leader
    opposition-leader secretary-general director-general commission-president council-president high-representative
    managing-director parliament-speaker leader
""")
_REMEMBERED = timedelta(days=20 * 365)
_RISING = timedelta(days=8 * 365)
_LATELY = timedelta(days=2 * 365)
_WORLD = ("secretary-general", "organisation:UN")
_SUPREME_NOW, _HEAD_NOW, _GREAT_LATELY, _GREAT_ONCE, _OTHER = 5, 4, 3, 2, 1
"""How well known: who once headed a state ranks with those who held another great office lately."""


def leading(of: str) -> frozenset[str]:
    """The offices of which one leads a country, where it has several heads at once."""
    return _LEADING.get(of, HEADS)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a surname: the day as an interval (None: open), countries named right before it and
    anywhere in the text, offices of a title before it; `doubtful`: the word is also a common word or a given name.
    """

    start: date | None
    end: date | None
    offices: frozenset[str]
    before: frozenset[str]
    around: frozenset[str]
    doubtful: bool

    @property
    def dated(self) -> bool:
        """Whether anything at all is known of the day."""
        return self.start is not None or self.end is not None


def meant(people: Sequence[Person], context: Context) -> Person | None:
    """The one of several bearers who is meant; None where that cannot be told."""
    if context.before:
        people = [p for p in people if any(role.of in context.before for role in p.roles)]
    if context.offices:
        people = [p for p in people if any(role.office in context.offices for role in p.roles)]
        holding = [p for p in people if any(r.office in context.offices and _held(r, context) for r in p.roles)]
        if context.dated and len(holding) == 1:
            return holding[0]
    people = [p for p in people if not _is_of_the_future(p, context)]
    near = [p for p in people if any(role.of in context.around for role in p.roles)]
    rated = sorted(((_rating(p, context), n) for n, p in enumerate(near or people)), reverse=True)
    if not rated:
        return None
    best, place = rated[0]
    told = bool(context.before or context.offices)
    if context.doubtful and not told and best < _HEAD_NOW:
        return None
    alone = not near and not told
    if not context.dated and not told and best <= _OTHER:
        return None
    if len(rated) == 1:
        strange = alone and context.dated and people[place].family_first and best < _GREAT_LATELY
        return None if strange else (near or people)[place]
    second = rated[1][0]
    foreign = alone and len({role.of for p in people for role in p.roles if _of_state(role)}) > 1
    if not context.dated and (foreign or second > _OTHER):
        return None
    if foreign and second >= _GREAT_LATELY and best < _SUPREME_NOW:
        return None
    least = _HEAD_NOW if foreign and second else _GREAT_ONCE
    return (near or people)[place] if best >= least and second < best else None


def _is_of_the_future(person: Person, context: Context) -> bool:
    """Whether all offices of a person lie so far ahead that nobody had heard of them on the day."""
    starts = [role.start for role in person.roles if role.start is not None]
    return bool(starts) and context.end is not None and min(starts) - _RISING > context.end


def _rating(person: Person, context: Context) -> int:
    """How well readers know a person at the time; 0 for one who was not yet heard of."""
    rating = 0
    for role in person.roles:
        if role.start is not None and context.end is not None and role.start > context.end:
            continue
        if _heads(role) and context.dated and _held(role, context):
            rating = max(rating, _SUPREME_NOW if role.office in SUPREME else _HEAD_NOW)
            continue
        recent = role.end is None or context.start is None or role.end > context.start - _REMEMBERED
        if role.office not in GREAT or not recent:
            rating = max(rating, _OTHER)
        elif _heads(role) or (context.start is not None and role.holds(context.start - _LATELY, context.end)):
            rating = max(rating, _GREAT_LATELY)
        else:
            rating = max(rating, _GREAT_ONCE)
    return rating


def _heads(role: Role) -> bool:
    """Whether it is the head of a state, or of the United Nations."""
    return (role.office in HEADS and _of_state(role)) or (role.office, role.of) == _WORLD


def _of_state(role: Role) -> bool:
    return role.of.startswith("country:")


def _held(role: Role, context: Context) -> bool:
    return role.holds(context.start, context.end)
