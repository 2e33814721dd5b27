"""Every expression of time in a text of known day, as annotators of news mark them.

Beside the dates it tells what names no day of the calendar: lengths of time, sets, `now`, so that our reading can be
measured on annotated news. What must not be in here: rules of reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from geotui.dates.finding import NO_DATES, Found, agreed, find_times
from geotui.dates.resolving import spans_from
from geotui.dates.timex import timex_value

_KIND: Final = {"length": "DURATION", "set": "SET", "clock": "TIME"}


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3: its place in the text (half-open), its type (`DATE`, `TIME`, `DURATION`, `SET`) and its value."""

    start: int
    end: int
    kind: str
    value: str


def annotate(text: str, day: date) -> tuple[Timex, ...]:
    """The expressions of time of a text that was written on the day, in its order."""
    found = agreed(tuple(find_times(text)))
    named, marked = day, []
    for one, span in zip(found, spans_from(found, day), strict=True):
        value = one.value
        if one.kind == "clock":
            value = named.isoformat() + value
        elif one.kind not in NO_DATES:
            value = timex_value(one, span) if span is not None else _vague(one)
            if span is not None and span.start is not None and span.start == span.end:
                named = span.start
        if value:
            marked.append(Timex(one.start, one.end, _type(one, value), value))
    return tuple(marked)


def _vague(found: Found) -> str:
    """`A few days ago` is no known day."""
    if found.kind != "ago" or found.number is not None:
        return ""
    return "PAST_REF" if found.which == "ago" else f"PX{found.unit[0].upper()}"


def _type(found: Found, value: str) -> str:
    return _KIND.get(found.kind, "TIME" if value[10:11] == "T" else "DATE")
