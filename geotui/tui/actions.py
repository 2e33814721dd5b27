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
    OVER = "In what opens over them"
    ANYWHERE = "Everywhere"


class Need(StrEnum):
    """What must be there for an action; the value says why there is nothing to do without it."""

    STORY = "no story is selected"
    COPIES = "this story has no other copy"
    OTHER = "there is no other text of it"
    EVENT = "no other story reports it"
    EVENTS = "no two stories report one event"
    ADDRESS = "the page names no address"
    RELATED = "it is linked to no story"
    FOUND = "no story is listed"
    STEP = "there is nothing to undo"
    UNDONE = "there is nothing to redo"
    PICKED = "V selects two or more first"
    TYPED = "no filter is typed"
    TWO_PANES = "needs 110 columns"


@dataclass(frozen=True, slots=True)
class Action:
    """One row: what the keys (in Textual's names) do, in the reader's words, and the call that does it.

    An action without a call is carried out by the widget itself and stands here to be listed. Where `needs` is not
    there, the reason is said instead.
    """

    id: str
    keys: tuple[str, ...]
    words: str
    where: Where
    call: str = ""
    needs: Need | None = None


ACTIONS: tuple[Action, ...] = (
    Action("list.down", ("j", "down"), "next story", Where.LIST, "move(1)"),
    Action("list.up", ("k", "up"), "previous story", Where.LIST, "move(-1)"),
    Action("list.open", ("enter", "l", "space"), "open the story", Where.LIST, "screen.open", Need.STORY),
    Action("list.page-down", ("pagedown",), "a page down", Where.LIST, "page(2)"),
    Action("list.page-up", ("b", "pageup"), "a page up", Where.LIST, "page(-2)"),
    Action("list.half-down", ("ctrl+d",), "half a page down", Where.LIST, "page(1)"),
    Action("list.half-up", ("ctrl+u",), "half a page up", Where.LIST, "page(-1)"),
    Action("list.first", ("g", "home"), "first story", Where.LIST, "first"),
    Action("list.last", ("G", "end"), "last story", Where.LIST, "last"),
    Action("list.next-unread", ("n",), "next unread story", Where.LIST, "screen.unread(1)", Need.FOUND),
    Action("list.previous-unread", ("N",), "previous unread story", Where.LIST, "screen.unread(-1)", Need.FOUND),
    Action("list.busy-next", ("right_curly_bracket",), "next busy day", Where.LIST, "screen.busy(1)", Need.FOUND),
    Action("list.busy-previous", ("left_curly_bracket",), "busy day before", Where.LIST, "screen.busy(-1)", Need.FOUND),
    Action("list.filter", ("slash",), "filter: names, dates, words", Where.LIST, "screen.filter('enter')"),
    Action("list.timeline", ("T",), "how many stories when", Where.LIST, "screen.timeline", Need.FOUND),
    Action("list.sort", ("S",), "another order", Where.LIST, "screen.sort"),
    Action("list.group", ("E",), "rows by event", Where.LIST, "screen.group", Need.EVENTS),
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
    Action("reader.search", ("slash",), "search in the story", Where.READER, "search"),
    Action("reader.next-match", ("n",), "next match", Where.READER, "match(1)"),
    Action("reader.previous-match", ("N",), "previous match", Where.READER, "match(-1)"),
    Action("reader.dates", ("D",), "dates of the text, resolved", Where.READER, "dates"),
    Action("reader.follow", ("enter",), "go to a linked story", Where.READER, "screen.follow", Need.RELATED),
    Action("reader.back", ("h", "q", "escape"), "back", Where.READER, "screen.back"),
    Action("next", ("J",), "next story", Where.PANES, "step(1)"),
    Action("previous", ("K",), "previous story", Where.PANES, "step(-1)"),
    Action("filter", ("f",), "filter: names, dates, words", Where.PANES, "filter('enter')"),
    Action("filter.off", ("backslash",), "filter off and on", Where.PANES, "filter('switch')", Need.TYPED),
    Action("possible", ("plus",), "show the possible ones, too", Where.PANES, "filter('possible')"),
    Action("read", ("m",), "read or unread", Where.PANES, "mark('read')", Need.STORY),
    Action("star", ("s",), "star", Where.PANES, "mark('star')", Need.STORY),
    Action("tag", ("t",), "tag", Where.PANES, "tag", Need.STORY),
    Action("note", ("i",), "note", Where.PANES, "note", Need.STORY),
    Action("all", ("A",), "all of the filter: then m s t", Where.PANES, "all", Need.FOUND),
    Action("undo", ("u",), "undo a mark", Where.PANES, "undo", Need.STEP),
    Action("redo", ("ctrl+r",), "redo it", Where.PANES, "redo", Need.UNDONE),
    Action("select", ("V",), "select to merge", Where.PANES, "pick", Need.STORY),
    Action("merge", ("M",), "merge the selected", Where.PANES, "merge", Need.PICKED),
    Action("split", ("X",), "split a copy off", Where.PANES, "split", Need.COPIES),
    Action("copies", ("c",), "copies of the story", Where.PANES, "copies", Need.COPIES),
    Action("event", ("e",), "reports of its event", Where.PANES, "event", Need.EVENT),
    Action("difference", ("d",), "how copies differ", Where.PANES, "difference", Need.OTHER),
    Action("why", ("w",), "why this date, these copies", Where.PANES, "why", Need.STORY),
    Action("raw", ("v",), "the page as it was found", Where.PANES, "raw", Need.STORY),
    Action("actors", ("a",), "who is in the story", Where.PANES, "actors", Need.STORY),
    Action("link", ("o",), "show and copy the link", Where.PANES, "link", Need.ADDRESS),
    Action("citation", ("y",), "copy a citation", Where.PANES, "citation", Need.STORY),
    Action("pager", ("p",), "read it in the pager", Where.PANES, "pager", Need.STORY),
    Action("pipe", ("vertical_line",), "send it to a command", Where.PANES, "pipe", Need.STORY),
    Action("board", ("B",), "saved and earlier filters", Where.PANES, "board"),
    Action("rescan", ("R",), "look for new pages", Where.PANES, "rescan"),
    Action("zoom", ("z",), "story alone, or list and story", Where.PANES, "zoom", Need.TWO_PANES),
    Action("narrower", ("less_than_sign",), "a narrower list", Where.PANES, "share(-5)", Need.TWO_PANES),
    Action("wider", ("greater_than_sign",), "a wider list", Where.PANES, "share(5)", Need.TWO_PANES),
    Action("bar.take", ("tab",), "take the choice", Where.BAR, "take"),
    Action("bar.down", ("down",), "next choice", Where.BAR, "choose(1)"),
    Action("bar.up", ("up",), "choice before", Where.BAR, "choose(-1)"),
    Action("bar.enter", ("enter",), "go to the first story found", Where.BAR, "screen.leave_bar"),
    Action("bar.leave", ("escape", "ctrl+g"), "return to the filter before", Where.BAR, "screen.leave_bar(True)"),
    Action("bar.clear", ("ctrl+u",), "clear", Where.BAR, "clear"),
    Action("over.choose", ("enter",), "take what is selected", Where.OVER),
    Action("over.compare", ("d",), "of copies: compare the selected one", Where.OVER),
    Action("over.split", ("X",), "of copies: split the selected one off", Where.OVER),
    Action("over.back", ("escape", "q", "h"), "back", Where.OVER, "screen.leave"),
    Action("help", ("question_mark", "f1"), "the keys; in the filter bar its language", Where.ANYWHERE, "app.help"),
    Action("palette", ("colon",), "all of this by name", Where.ANYWHERE, "app.palette"),
    Action("suspend", ("ctrl+z",), "suspend; fg returns", Where.ANYWHERE, "app.suspend_process"),
    Action("redraw", ("ctrl+l",), "draw the screen anew", Where.ANYWHERE, "app.redraw"),
    Action("quit", ("Q", "ctrl+q"), "quit", Where.ANYWHERE, "app.quit"),
)

BY_ID = {action.id: action for action in ACTIONS}

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
    "tab": "Tab",
    "colon": ":",
    "vertical_line": "|",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "question_mark": "?",
    "f1": "F1",
}


def bindings(where: Where) -> list[Binding]:
    """Textual's bindings of the actions that are heard there."""
    from textual.binding import Binding

    return [
        Binding(",".join(action.keys), _bound(action), action.words, show=False, id=action.id)
        for action in ACTIONS
        if action.where is where and action.call
    ]


def _bound(action: Action) -> str:
    return f"screen.attempt('{action.id}')" if action.needs else action.call


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
