"""What happens again and again: the form of headlines that come regularly, and words for happenings that return.

A market's close, a warning of storms and a briefing on a war are each a happening of their own, however alike they are
told. What must not be in here: texts, and how much a form weighs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geotui.stories.event_clues import title_terms

SAME_FORM = 0.5
"""Headlines of one form share so many of their words."""

_REGULAR = re.compile(
    r"\b(?:briefing|bulletin|daily|diary|digest|fixtures|forecast|horoscope|lottery|monthly|newsletter|quarterly|recap|"
    r"round-?up|standings|weekly|what happened on|wrap|at a glance|in brief)\b"
    r"|(?P<trading>\b(?:shares?|stocks?|markets?|index|bourse|futures)\b.{0,60}"
    r"\b(?:close|end|finish|open|settle|trade)(?:s|d|ed)? (?:\w+ )?(?:down|firmer|flat|higher|lower|mixed|up|weaker)\b)"
    r"|(?P<day>\bday (?:\d{3,4}|\d,\d{3})\b)",
    re.IGNORECASE,
)
_RETURNING = """
election elections electoral vote votes voters ballot poll polls runoff referendum round
summit talks meeting visit negotiations conference council
quake earthquake tremor aftershock magnitude eruption storm cyclone hurricane typhoon flood floods wildfire
match goal goals cup league final semifinal tournament season coach game playoff
rate rates shares stocks index inflation interest bank quarter profit
strike strikes walkout protest protests rally
missile missiles drone drones shelling airstrike raid ceasefire sanctions
"""
RETURNING = frozenset(title_terms(_RETURNING))
"""Terms of happenings of which there is soon another, of the same people at the same place."""

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april june july august september october november december"
_OF_CALENDAR = frozenset(title_terms(f"{_DAYS} {_MONTHS}"))
_OF_SEVERAL = re.compile(
    r"^(?:[\w'’]+ ){0,2}(?:briefing|bulletin|digest|newsletter|recap|round-?up|wrap)(?:[:,|]| [–—-] |$)"
    r"|\bin brief\b|\bat a glance\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d.,]*")


def series(title: str) -> frozenset[str]:
    """What a headline says comes regularly."""
    return frozenset(found.lastgroup or found[0].lower() for found in _REGULAR.finditer(title))


def is_of_several(title: str) -> bool:
    """Whether a headline is that of a page which tells of several happenings."""
    return _OF_SEVERAL.search(title) is not None


def have_one_form(one: str, other: str) -> bool:
    """Whether two headlines tell the same, each of another day or with other numbers."""
    ours, theirs = _form(one), _form(other)
    common = len(ours & theirs)
    return common > 1 and common >= SAME_FORM * len(ours | theirs)


@lru_cache(maxsize=1 << 14)
def _form(title: str) -> frozenset[int]:
    return frozenset(title_terms(_NUMBER.sub(" ", title))) - _OF_CALENDAR
