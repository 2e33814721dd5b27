"""Who headed which state when: no member of the United Nations is without a head on any day since 2010."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from geotui import knowledge
from geotui.knowledge import Role

MEMBERS = re.findall(
    r"\w+",
    """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR
    CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL
    IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN
    MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI
    SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
    """,
)
HEADS = frozenset(
    ("president", "monarch", "supreme-leader", "leader", "acting-president", "prime-minister", "chancellor", "chair")
)
OF_PAIRS = {"SM"}
"""States headed by two captains for half a year each, whom news does not name."""
INDEPENDENT = {"SS": date(2011, 7, 9)}
FIRST, LAST = date(2010, 1, 1), date(2026, 11, 1)
VACANT = timedelta(days=45)
"""So long may a state be without a head: an election, a coup, the formation of a government."""


def test_there_are_as_many_members_as_the_united_nations_have() -> None:
    assert len(set(MEMBERS)) == 193
    assert {f"country:{code}" for code in MEMBERS} <= knowledge.load().countries.keys()


@pytest.mark.parametrize("code", [code for code in MEMBERS if code not in OF_PAIRS])
def test_a_state_has_a_head_on_any_day(code: str) -> None:
    terms = (role for person in knowledge.load().people.values() for role in person.roles)
    held = sorted(
        filter(None, (_days(role) for role in terms if role.of == f"country:{code}" and role.office in HEADS))
    )
    covered = INDEPENDENT.get(code, FIRST)
    for start, end in held:
        assert start <= covered + VACANT or start > LAST, f"nobody heads {code} from {covered} to {start}"
        covered = max(covered, end)
    assert covered >= LAST - VACANT


def _days(role: Role) -> tuple[date, date] | None:
    return (role.start, role.end or LAST) if role.start is not None else None
