"""Phrases that may keep the time of day, for `added:`: `12h` is twelve hours back to now.

What must not be in here: the clock.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from geotui.dates.phrases import read_phrase
from geotui.settings import Settings

_HOURS = re.compile(
    r"(?:(?P<open>since|newer than|older than|before) )?(?:last |past )?(?P<n>[0-9]{1,5}|an?) ?"
    r"(?P<u>h|hrs?|hours?|min|mins|minutes?)(?P<ago> ago)?"
)
Moments = tuple[datetime | None, datetime | None]


def read_moments(phrase: str, now: datetime, settings: Settings) -> Moments | None:
    """First and last moment meant, both included, None at an open end; None where it is no date phrase.

    Hours and minutes are counted from `now`; all else is whole days, from midnight to the last microsecond.
    """
    text = " ".join(phrase.lower().split())
    match = _HOURS.fullmatch(text)
    if match is not None:
        return _of_hours(match, now)
    span = read_phrase(phrase, now.date(), settings).span
    if span is None:
        return None
    first = datetime.combine(span.start, time.min, now.tzinfo) if span.start else None
    last = datetime.combine(span.end, time.max, now.tzinfo) if span.end else None
    return first, last


def _of_hours(match: re.Match[str], now: datetime) -> Moments | None:
    count = 1 if match["n"].startswith("a") else int(match["n"])
    step = timedelta(hours=1) if match["u"].startswith("h") else timedelta(minutes=1)
    try:
        then = now - count * step
        if match["open"] in ("older than", "before"):
            return None, then - timedelta(microseconds=1)
        if match["ago"] and not match["open"]:
            return then, then + step
    except OverflowError:
        return None
    return then, (None if match["open"] else now)
