"""Days that have a name and come every year, as data: fixed ones, those by weekday, those by Easter.

Feasts of other calendars stand in the knowledge's events; what must not be in here is grammar.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from geotui.dates.units import easter, nth_weekday, orthodox_easter

_FIXED: Final = {
    "christmas|christmas day|xmas|xmas day": (12, 25),
    "christmas eve|xmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years eve|new year eve": (12, 31),
    "new years day|new year": (1, 1),
    "epiphany": (1, 6),
    "orthodox christmas": (1, 7),
    "valentines day": (2, 14),
    "womens day|international womens day": (3, 8),
    "st patricks day|saint patricks day": (3, 17),
    "april fools day": (4, 1),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "ve day": (5, 8),
    "victory day": (5, 9),
    "juneteenth": (6, 19),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints day": (11, 1),
    "armistice day|remembrance day|veterans day": (11, 11),
}
_BY_WEEKDAY: Final = {
    "martin luther king day|mlk day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving|thanksgiving day": (11, 3, 4),
}
_BY_EASTER: Final = {
    "mardi gras|shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday|holy thursday": -3,
    "good friday": -2,
    "easter|easter sunday|easter day": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost|whit sunday": 49,
    "whit monday": 50,
    "trinity sunday": 56,
}

Yearly = Callable[[int], date]


def _fixed(month: int, day: int) -> Yearly:
    return lambda year: date(year, month, day)


def _by_weekday(month: int, weekday: int, number: int) -> Yearly:
    return lambda year: nth_weekday(year, month, weekday, number)


def _by_easter(days: int) -> Yearly:
    return lambda year: easter(year) + timedelta(days=days)


def _all() -> dict[str, Yearly]:
    rules = {names: _fixed(*rule) for names, rule in _FIXED.items()}
    rules |= {names: _by_weekday(*rule) for names, rule in _BY_WEEKDAY.items()}
    rules |= {names: _by_easter(rule) for names, rule in _BY_EASTER.items()}
    rules["black friday"] = lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=1)
    rules["orthodox easter"] = orthodox_easter
    return {name: rule for names, rule in rules.items() for name in names.split("|")}


NAMED_DAYS: Final = _all()
"""Name, folded and without apostrophes → the day of a year."""
