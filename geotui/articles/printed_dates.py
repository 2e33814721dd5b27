"""Lines that hold the day of printing, alone or behind a name, place or section. What day that is, `dates` reads."""

from __future__ import annotations

import re
from itertools import islice

from geotui.articles.markers import Markers, load_markers, plain
from geotui.text import fold

LONGEST = 90  # characters
_NUMERIC_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}\s*[年년]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d[.:h]\d\d|\d ?[ap]\.?m\b")
_DIGIT = re.compile(r"\d")
_LETTERS_OR_DIGITS = re.compile(r"[^\W\d_]+|\d+")
_STRANGE_WORDS = 4  # before a date
_WRITERS = 14  # words of a byline
_MAY_BEGIN = re.compile(r"(?<=[\w.,)|:])[\s|,:·•-]+(?=[A-Za-zÀ-ÿ]|\d)")
_AGAIN = re.compile(r"\s+[-–|/(]\s*(?=[^\W\d])|,?\s+(?=(?:last )?(?:updated|modified)\b)", re.I)


def date_line(text: str, markers: Markers) -> str | None:
    """The date of a line that holds nothing else, as printed without its label; None where it is no such line."""
    if len(text) > LONGEST or not _DIGIT.search(text):
        return None
    folded = plain(text)
    label = markers.date_label.match(folded)
    rest = folded[label.end() :] if label else folded
    tokens = _LETTERS_OR_DIGITS.findall(rest)
    named = any(token in markers.months for token in tokens)
    strange = [
        t
        for t in tokens
        if not t.isdigit()
        and t not in markers.months
        and t not in markers.date_words
        and not markers.date_label.fullmatch(t)
    ]
    numeric = _NUMERIC_DATE.search(rest) is not None
    by_weekday = not strange and _CLOCK.search(rest) and markers.weekdays.intersection(tokens)
    dated = numeric or (named and any(t.isdigit() for t in tokens)) or by_weekday
    full = _YEAR.search(rest) and (label or _CLOCK.search(rest))
    if not dated or (strange and not (full and len(strange) <= 2)) or (strange and text.endswith((".", "?", "!"))):
        return None
    printed = text[label.end() :] if label and len(folded) == len(text) else text
    first, *others = _AGAIN.split(printed, maxsplit=1)
    return (first if others and markers.update_label.match(fold(others[0])) else printed).strip()


def dated_tail(text: str, markers: Markers) -> tuple[str, str] | None:
    """What stands before the date that a line ends in, and that date; None where it is no line of such a kind.

    The date must have a year and a clock, a weekday or a label, or a label and a clock: headlines end in less.
    """
    if len(text) > LONGEST + 30 or not (_YEAR.search(text) or _NUMERIC_DATE.search(text)):
        return None
    most = _WRITERS if markers.byline_start.match(plain(text)) else _STRANGE_WORDS
    for gap in islice(_MAY_BEGIN.finditer(text), most):
        head, tail = text[: gap.start()], text[gap.end() :]
        day = date_line(tail, markers) if _begins_date(tail, markers) else None
        if day is None:
            continue
        return (head, day) if _full(tail, markers) and (most == _WRITERS or _heads(head)) else None
    return None


def _begins_date(tail: str, markers: Markers) -> bool:
    """Whether a text begins with a number, a label or a word of dates."""
    folded = plain(tail)
    first = _LETTERS_OR_DIGITS.search(folded)
    word = first[0] if first else ""
    return (
        word.isdigit()
        or word in markers.months
        or word in markers.date_words
        or markers.date_label.match(folded) is not None
    )


def _full(tail: str, markers: Markers) -> bool:
    """Whether a date is so full that only a line about the printing has it."""
    folded = plain(tail)
    signs = [_YEAR.search(folded), _CLOCK.search(folded), markers.date_label.match(folded)]
    weekday = markers.weekdays & set(_LETTERS_OR_DIGITS.findall(folded))
    return sum(map(bool, (*signs, weekday))) >= 2 or _NUMERIC_DATE.match(folded) is not None


def _heads(head: str) -> bool:
    """Whether words may stand before the date of a line: each with a capital but one, no sentence."""
    small = sum(token[:1].islower() for token in head.split())
    return small <= 1 and not head.rstrip().endswith((".", "?", "!"))


def is_update(text: str) -> bool:
    """Whether a date line tells of a change rather than of the first printing."""
    return load_markers().update_label.match(fold(text).strip()) is not None


def is_labelled(text: str) -> bool:
    """Whether a date line says what its date is of: `Published: …`."""
    return load_markers().date_label.match(plain(text)) is not None
