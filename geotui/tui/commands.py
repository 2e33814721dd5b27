"""What can be done, as rows to choose from: the keys of a place with why one is disabled now, filters by example. Pure.

Made from the one table of actions; help and palette show it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from geotui.text import fold
from geotui.tui.actions import ACTIONS, Action, Where, shown_keys
from geotui.tui.list_row import GLYPHS, UNREAD

_EXAMPLES = (
    ("putn late feb 2022", "a name however spelled, a date however phrased"),
    ("xi putin", "both; a space is and"),
    ("xi | putin", "either"),
    ("tariffs -china", "a word of the texts, without a country"),
    ('"grain deal"', "these words in this order"),
    ("(xi | modi) trade", "parentheses group"),
    ("since last week", "also: 2w, early may, q3 2020, 5-9 june, 2019..2021"),
    ("about:2014", "a date that the text names"),
    ("source:reuters since 2022", "an outlet; from a year on"),
    ("title:truce", "a word of the title; also text: url: tag: note:"),
    ("is:unread", "also read starred new undated; has:copies has:note"),
    ("added:12h", "what reached you in the last twelve hours"),
    ("sort:oldest", "the order: newest, oldest, added, copies, outlets"),
)

_SIGNS = (GLYPHS[0], (f"no {UNREAD}", "read: it was open for 2 s, or its end was reached"), *GLYPHS[1:])

_HEARD_WITH = {
    Where.LIST: (Where.LIST, Where.PANES, Where.ANYWHERE),
    Where.READER: (Where.READER, Where.PANES, Where.ANYWHERE),
    Where.BAR: (Where.BAR, Where.ANYWHERE),
}


@dataclass(frozen=True, slots=True)
class Command:
    """A row. `result` is what choosing it gives: an action to carry out, a filter to type, None for a row to be read.

    `why_not` says why the action cannot be carried out now.
    """

    left: str
    right: str
    result: Action | str | None = None
    why_not: str = ""
    heading: bool = False


WhyNot = Callable[[Action], str]


def help_rows(here: Where, why_not: WhyNot) -> list[Command]:
    """The keys of a place, then what the list's signs mean, filters by example, and the keys of the other places."""
    rest = [where for where in Where if where not in _HEARD_WITH[here]]
    rows = [row for where in _HEARD_WITH[here] for row in _keys(where, why_not)]
    if here is Where.BAR:
        rows = [*_examples(), *rows]
    else:
        rows += [*_read_only("What the signs of a story mean", _SIGNS), *_examples()]
    return rows + [row for where in rest for row in _keys(where, None)]


def palette_rows(here: Where, why_not: WhyNot) -> list[Command]:
    """All that can be done from a place."""
    return [row for where in _HEARD_WITH[here] for row in _keys(where, why_not) if not row.heading]


def matching(rows: Sequence[Command], typed: str) -> list[Command]:
    """The rows that hold every word typed, and the headings above them; without headings the best named first."""
    words = fold(typed).split()
    if not words:
        return list(rows)
    found: list[Command] = []
    heading: Command | None = None
    for row in rows:
        if row.heading:
            heading = row
        elif all(word in fold(f"{row.left} {row.right}") for word in words):
            found += [row] if heading is None else [heading, row]
            heading = None
    if any(row.heading for row in found):
        return found
    return sorted(found, key=lambda row: not fold(row.right).startswith(fold(typed)))


def _keys(where: Where, why_not: WhyNot | None) -> list[Command]:
    """The rows of a place; those of another place than one is at are there to be read."""
    rows = [
        Command(shown_keys(action), action.words, action if why_not else None, why_not(action) if why_not else "")
        for action in ACTIONS
        if action.where is where
    ]
    return [Command(where.value, "", heading=True), *rows]


def _examples() -> list[Command]:
    return [
        Command("A filter, by example", "", heading=True),
        *(Command(typed, words, typed) for typed, words in _EXAMPLES),
        Command("a pasted paragraph", "of 30 words or more: the stories that carry it"),
    ]


def _read_only(heading: str, rows: Iterable[tuple[str, str]]) -> list[Command]:
    return [Command(heading, "", heading=True), *(Command(left, right) for left, right in rows)]
