"""Dates as sites and records print them outside the text: fields, header lines, feeds, addresses.

Only what can mean one day is read; the outlet's own day stands, whatever the time zone. What must not be in here:
dates of running text, any notion of today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from geotui.dates.absolute import valid_day
from geotui.dates.words import MONTH_NAMES, MONTH_NUMBER
from geotui.model import Span
from geotui.text import cut_at_word

LONGEST: Final = 200
_SHOWN: Final = 60
_CLOCK_ZERO: Final = date(1970, 1, 1)
"""What computers print where no date was set."""
_MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<y>(?:19|20)[0-9]{2})(?![0-9])"
_FORMS = (
    re.compile(r"(?<![0-9])" + _YEAR + r"([-/.])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})(?![0-9])"),
    re.compile(rf"\b{_MONTH} ?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}"),
    re.compile(rf"(?<![0-9])(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_MONTH},?[ -]{_YEAR}"),
    re.compile(
        rf"\b(?:mon|tue|wed|thu|fri|sat|sun) {_MONTH} (?P<d>[0-9]{{1,2}}) [0-9:]{{5,8}} (?:[a-z]{{3,4}} )?{_YEAR}"
    ),
    re.compile(r"(?P<y>[12][0-9]{3}) ?年 ?(?P<m>[0-9]{1,2}) ?月 ?(?P<d>[0-9]{1,2}) ?日"),
)
_COMPACT = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?:[t ]?[0-9]{4,6}z?)?")
_EPOCH = re.compile(r"[0-9]{9,10}(?:\.[0-9]+)?|[0-9]{12,13}")
_DIGITS = re.compile(r"(?<![0-9/.-])(?P<a>[0-9]{1,2})([-/.])(?P<b>[0-9]{1,2})\2" + _YEAR)
_MONTH_ALONE = re.compile(rf"{_YEAR}[-/](?P<n>[0-9]{{2}})|{_MONTH},? (?P<year>(?:19|20)[0-9]{{2}})")
_LABEL = re.compile(r"(?P<first>publish|post|creat|first|issued)|(?P<later>updat|modif|edit|revis)")
_URL_DAY = re.compile(
    r"(?:^|[/_.=-])(?P<y>(?:19|20)[0-9]{2})(?P<s>[/_-]?)(?P<m>[0-9]{2}|[a-z]{3})(?P=s)(?P<d>[0-9]{2})(?=[/_.?&#-]|$)"
)
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)[0-9]{2})[/-]?(?P<m>[0-9]{2})/")


def metadata_day(text: str) -> date | None:
    """The day that a printed date means; None where there is none, or more than one is possible.

    Of several labelled dates, the one that says when the text was first published.
    """
    text = " ".join(text.lower().split())
    if len(text) > LONGEST:
        return None
    if _EPOCH.fullmatch(text):
        return _of_epoch(float(text))
    compact = _COMPACT.fullmatch(text)
    if compact is not None:
        return _valid(compact)
    found = sorted(_days(text))
    first = [day for at, day in found if _label(text[:at]) == "first"]
    chosen = first or [day for at, day in found if _label(text[:at]) != "later"] or [day for _, day in found]
    return chosen[0] if len(set(chosen)) == 1 else None


def unsettled(printed: str) -> tuple[str, tuple[Span, ...]]:
    """Why a printed date means no one day, in words, and the days or the month that it can mean.

    For what `metadata_day` does not read; a day and month in digits alone are taken in either order.
    """
    text = " ".join(printed.lower().split())[:LONGEST]
    said = f'the page\'s date "{cut_at_word(" ".join(printed.split()), _SHOWN)}"'
    found = [match for match in _DIGITS.finditer(text) if len(_readings(match)) == 2]
    chosen = next((match for match in found if _label(text[: match.start()]) != "later"), found[0] if found else None)
    if chosen is not None:
        first, second = _readings(chosen)
        names = f"{first.day} {_month_name(first)} or {second.day} {_month_name(second)} {first.year}"
        return f"{said} can be read as {names}", tuple(map(Span.day, sorted((first, second))))
    month = _MONTH_ALONE.fullmatch(text)
    if month is not None:
        number = int(month["n"]) if month["n"] else MONTH_NUMBER[month["m"]]
        if 1 <= number <= 12:
            return f"{said} gives the month alone", (Span.month(int(month["y"] or month["year"]), number),)
    written = [match for form in (*_FORMS, _DIGITS, _COMPACT) for match in form.finditer(text)]
    days = {day for _, day in _days(text)}
    if written and not days and _CLOCK_ZERO.isoformat() not in text:
        return f"{said} is no day of the calendar", ()
    return f"{said} {'names more than one day' if len(days) > 1 else 'names no day that can be read'}", ()


def url_day(url: str) -> date | None:
    """The day in an address such as `/2022/02/03/`, `/2022/feb/03/` or `-20220203`; None where there is none."""
    for match in _URL_DAY.finditer(url.lower()):
        day = _valid(match)
        if day is not None and 1990 <= day.year <= 2099:
            return day
    return None


def url_month(url: str) -> Span | None:
    """The month in an address such as `/2022/02/`; None where there is none."""
    match = _URL_MONTH.search(url)
    if match is None or not 1 <= int(match["m"]) <= 12:
        return None
    return Span.month(int(match["y"]), int(match["m"]))


def _days(text: str) -> Iterator[tuple[int, date]]:
    for form in _FORMS:
        for match in form.finditer(text):
            day = _valid(match)
            if day is not None:
                yield match.start(), day
    for match in _DIGITS.finditer(text):
        readings = _readings(match)
        if len(readings) == 1:
            yield match.start(), readings[0]


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    """The days that two numbers and a year can mean, the one with its day first before the other."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    both = (valid_day(year, second, first), valid_day(year, first, second))
    return tuple(dict.fromkeys(day for day in both if day is not None))


def _month_name(day: date) -> str:
    return MONTH_NAMES[day.month - 1].title()


def _label(before: str) -> str | None:
    found = None
    for match in _LABEL.finditer(before):
        found = match.lastgroup
    return found


def _valid(match: re.Match[str]) -> date | None:
    word = match["m"]
    month = int(word) if word.isdecimal() else MONTH_NUMBER.get(word)
    day = valid_day(int(match["y"]), month, int(match["d"])) if month else None
    return day if day != _CLOCK_ZERO else None


def _of_epoch(number: float) -> date | None:
    seconds = number / 1000 if number >= 1e11 else number
    day = datetime.fromtimestamp(seconds, UTC).date()
    return day if 1990 <= day.year <= 2099 else None
