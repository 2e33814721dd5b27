"""The TIMEX3 value of a date in a text: `2022-02-04`, `2022-W05`, `2022-Q1`, `2022-SU`, `199`, `2022-02-04TEV`.

What must not be in here: finding dates, arithmetic on days.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from geotui.dates import units
from geotui.dates.finding import Found
from geotui.dates.lengths import DAY_PART
from geotui.model import Granularity, Span

_SEASON: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def timex_value(found: Found, span: Span) -> str:
    """The value of a date that means the span; an early or late part is that of the whole, as TIMEX3 has it."""
    assert span.start is not None
    if found.part and found.kind == "unit":
        span = units.unit_span(found.unit, span.start)
    start, end = span.start, span.end
    assert start is not None
    assert end is not None
    if found.kind == "quarter":
        half = found.unit in ("half", "h")
        return f"{start.year:04d}-H{(start.month + 5) // 6}" if half else _quarter(start)
    if found.kind == "season":
        return f"{start.year:04d}-{_SEASON[found.name]}"
    if found.kind == "century":
        return f"{start.year // 100:02d}"
    if span.granularity is Granularity.QUARTER:
        return _quarter(start)
    if found.part and found.kind != "unit":
        return _whole(found, start)
    if span.granularity is Granularity.WEEK or found.unit == "weekend":
        year, week, _ = start.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if found.unit == "weekend" else "")
    if span.granularity is Granularity.DAY:
        return start.isoformat() + (found.value or _part_of_day(found))
    if span.granularity is Granularity.DECADE:
        return f"{start.year // 10:03d}"
    if span.granularity in (Granularity.MONTH, Granularity.YEAR):
        return span.edtf()
    return f"{start.isoformat()}/{end.isoformat()}"


def _quarter(start: date) -> str:
    return f"{start.year:04d}-Q{(start.month + 2) // 3}"


def _whole(found: Found, start: date) -> str:
    if found.kind == "decade":
        return f"{start.year // 10:03d}"
    return f"{start.year:04d}" if found.month is None else f"{start.year:04d}-{found.month:02d}"


def _part_of_day(found: Found) -> str:
    word = "night" if found.name in ("tonight", "last night") else found.time or found.name.removeprefix("this ")
    return DAY_PART.get(word, "")
