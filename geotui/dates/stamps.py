"""Full dates that stand by themselves in an article: mostly the day of its printing, left there by its page.

What must not be in here: dates inside sentences, fields of the page (`metadata`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from geotui.dates.absolute import valid_day
from geotui.dates.days import Evidence
from geotui.dates.finding import Found
from geotui.dates.reasons import FLOOR, Shares, runs_around

_PRINTED: Final = re.compile(r"\b(?:posted|published|updated|modified|filed|issued|released|dated?)\b", re.I)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_PLACE: Final = re.compile(r"(?:[A-Z][\w.'’-]*[ ,./(]+|(?:de|of|la|al) ){1,8}\(?")
_DASH: Final = re.compile(r"[\s/]*(?:\([^()\n]{2,40}\)\s*)?[,:)]?\s*(?:--|[-–—])\s?[\w“\"'‘/(]")
_TODAY_BEFORE: Final = re.compile(r"\b[Tt]oday,? \(?(?:on )?$")
_TODAY_AFTER: Final = re.compile(r",? \(?today\b")
_BESIDE: Final = 12
_MOST_WORDS: Final = 6
_MOST_PLACE: Final = 3
_MOST_STAMPS: Final = 2
"""A text with more of them is a list of days."""
_AROUND: Final[Shares] = (
    *((0, 0, 0.6), (1, 1, 0.08), (2, 3, 0.04), (4, 31, 0.08), (32, 3650, 0.1)),
    *((-1, -1, 0.03), (-31, -2, 0.03), (-366, -32, 0.03)),
)


def find_stamps(words: str, found: Sequence[Found], captions: Sequence[tuple[str, Found]]) -> tuple[Found, ...]:
    """Such dates, none where there are more than two days of them.

    `captions` are the dates of captions with all their words: a line of place and day is easily taken for one.
    """
    alone = [one for one in found if _is_full(one) and (_stands_alone(words, one) or _is_today(words, one))]
    alone += [one for caption, one in captions if _is_full(one) and _is_place_and_day(caption, one)]
    days = {_day_of(one) for one in alone}
    return tuple(alone) if None not in days and len(days) <= _MOST_STAMPS else ()


def stamp_reasons(stamps: Sequence[Found]) -> Iterator[Evidence]:
    """One for the latest of them."""
    dated = [(day, one) for one in stamps if (day := _day_of(one)) is not None]
    if dated:
        day, one = max(dated, key=lambda item: item[0])
        text = f'the date "{one.text}" stands by itself, as one of printing'
        yield Evidence(text, tuple(runs_around(day, day, _AROUND)), FLOOR)


def _day_of(one: Found) -> date | None:
    return valid_day(one.year or 0, one.month or 0, one.day or 0)


def _is_full(one: Found) -> bool:
    return one.kind in ("day", "iso") and one.year is not None and one.last_day is None


def _is_place_and_day(caption: str, one: Found) -> bool:
    """`OSLO, 3 February 2022`: capitals, and the date at the end."""
    place, rest = caption[: one.start], caption[one.end :]
    return place.isupper() and len(_WORD.findall(place)) <= _MOST_PLACE and not rest.strip(" .-–—")


def _stands_alone(words: str, one: Found) -> bool:
    """In a line of few other words, the more after `published` and the like, or before a dash as datelines have it."""
    begin = words.rfind("\n", 0, one.start) + 1
    stop = words.find("\n", one.end)
    before, after = words[begin : one.start], words[one.end : stop if stop >= 0 else len(words)]
    if _PLACE.fullmatch(before) and _DASH.match(after):
        return True
    beside = len(_WORD.findall(before)) + len(_WORD.findall(after))
    return beside <= (2 * _MOST_WORDS if _PRINTED.search(before) else _MOST_WORDS) and begin > 0


def _is_today(words: str, one: Found) -> bool:
    """`today, 3 February 2022`, `on 3 February 2022 (today)`."""
    around = _TODAY_BEFORE.search(words, max(0, one.start - _BESIDE), one.start)
    return around is not None or _TODAY_AFTER.match(words, one.end) is not None
