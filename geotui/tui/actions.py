"""The one table of what keys do. Bindings, the help screen and the README's key table are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding


class Where(StrEnum):
    """Where a key is heard; the value is the heading in the help."""

    LIST = "In the list"
    READER = "In a story"
    PANES = "In both"
    BAR = "In the filter bar"
    ANYWHERE = "Everywhere"


@dataclass(frozen=True, slots=True)
class Action:
    """One row: what the keys (in Textual's names) do, in the reader's words, and the call that does it.

    An action without a call is carried out by the widget itself and stands here to be listed.
    """

    id: str
    keys: tuple[str, ...]
    words: str
    where: Where
    call: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("list.down", ("j", "down"), "next story", Where.LIST, "move(1)"),
    Action("list.up", ("k", "up"), "previous story", Where.LIST, "move(-1)"),
    Action("list.open", ("enter", "l", "space"), "open the story", Where.LIST, "screen.open"),
    Action("list.page-down", ("pagedown",), "a page down", Where.LIST, "page(2)"),
    Action("list.page-up", ("b", "pageup"), "a page up", Where.LIST, "page(-2)"),
    Action("list.half-down", ("ctrl+d",), "half a page down", Where.LIST, "page(1)"),
    Action("list.half-up", ("ctrl+u",), "half a page up", Where.LIST, "page(-1)"),
    Action("list.first", ("g", "home"), "first story", Where.LIST, "first"),
    Action("list.last", ("G", "end"), "last story", Where.LIST, "last"),
    Action("list.next-unread", ("n",), "next unread story", Where.LIST, "screen.unread(1)"),
    Action("list.previous-unread", ("N",), "previous unread story", Where.LIST, "screen.unread(-1)"),
    Action("list.quit", ("q",), "quit", Where.LIST, "app.quit"),
    Action("reader.down", ("j", "down"), "a line down", Where.READER, "scroll_lines(1)"),
    Action("reader.up", ("k", "up"), "a line up", Where.READER, "scroll_lines(-1)"),
    Action("reader.on", ("space",), "a page; at the end the next unread story", Where.READER, "read_on"),
    Action("reader.page-down", ("pagedown",), "a page down", Where.READER, "page(2)"),
    Action("reader.page-up", ("b", "pageup"), "a page up", Where.READER, "page(-2)"),
    Action("reader.half-down", ("ctrl+d",), "half a page down", Where.READER, "page(1)"),
    Action("reader.half-up", ("ctrl+u",), "half a page up", Where.READER, "page(-1)"),
    Action("reader.first", ("g", "home"), "beginning", Where.READER, "first"),
    Action("reader.last", ("G", "end"), "end", Where.READER, "last"),
    Action("reader.back", ("h", "q", "escape"), "back to the list", Where.READER, "screen.back"),
    Action("next", ("J",), "next story", Where.PANES, "step(1)"),
    Action("previous", ("K",), "previous story", Where.PANES, "step(-1)"),
    Action("filter", ("slash", "f"), "filter: names, dates, words", Where.PANES, "filter('enter')"),
    Action("filter.off", ("backslash",), "filter off and on", Where.PANES, "filter('switch')"),
    Action("possible", ("plus",), "show the possible ones, too", Where.PANES, "filter('possible')"),
    Action("read", ("m",), "read or unread", Where.PANES, "mark('read')"),
    Action("star", ("s",), "star", Where.PANES, "mark('star')"),
    Action("bar.take", ("enter", "down"), "go to the first story found", Where.BAR, "screen.leave_bar"),
    Action("bar.leave", ("escape", "ctrl+g"), "return to the filter before", Where.BAR, "screen.leave_bar(True)"),
    Action("bar.clear", ("ctrl+u",), "clear", Where.BAR, "clear"),
    Action("help", ("question_mark", "f1"), "these keys (? also in an empty bar)", Where.ANYWHERE, "app.help"),
    Action("suspend", ("ctrl+z",), "suspend; fg returns", Where.ANYWHERE, "app.suspend_process"),
    Action("redraw", ("ctrl+l",), "draw the screen anew", Where.ANYWHERE, "app.redraw"),
    Action("quit", ("Q", "ctrl+q"), "quit", Where.ANYWHERE, "app.quit"),
)

_SHOWN = {
    "down": "↓",
    "up": "↑",
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "slash": "/",
    "backslash": "\\",
    "plus": "+",
    "question_mark": "?",
    "f1": "F1",
}


def bindings(where: Where) -> list[Binding]:
    """Textual's bindings of the actions that are heard there."""
    from textual.binding import Binding

    return [
        Binding(",".join(action.keys), action.call, action.words, show=False, id=action.id)
        for action in ACTIONS
        if action.where is where and action.call
    ]


def shown_keys(action: Action) -> str:
    """The keys as they are written for people: `j ↓`."""
    return " ".join(_SHOWN.get(key) or key.replace("ctrl+", "Ctrl+") for key in action.keys)


def table(wheres: Iterable[Where] = Where) -> Iterator[tuple[Where, list[tuple[str, str]]]]:
    """(keys, what they do) by place."""
    for where in wheres:
        yield where, [(shown_keys(action), action.words) for action in ACTIONS if action.where is where]


def key_table() -> str:
    """All keys as plain text, for the README."""
    width = max(len(shown_keys(action)) for action in ACTIONS)
    lines: list[str] = []
    for where, rows in table():
        lines += [where.value, *(f"  {keys:{width}}  {words}" for keys, words in rows), ""]
    return "\n".join(lines[:-1])
