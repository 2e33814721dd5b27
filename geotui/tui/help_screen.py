"""The keys of where one is, then all others, and what a filter may hold; from the one table of actions."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from geotui.tui.actions import Where, bindings, table
from geotui.tui.lines_view import LinesView
from geotui.tui.status_line import OneLine
from geotui.tui.wrapping import Paragraph, Role

_FILTERS = (
    ("putn late feb 2022", "a name, however spelled, and a date, however phrased"),
    ("xi putin", "both; a space is and"),
    ("xi | putin", "either"),
    ("tariffs -china", "a word of the texts, without a country"),
    ('"grain deal"', "these words in this order"),
    ("source:reuters since 2022", "an outlet; from a year on"),
    ("is:unread has:copies", "unread or starred or new; stories with copies"),
    ("sort:oldest", "the order: newest, oldest, added, copies, outlets"),
)
_WIDTH = 26


class HelpText(LinesView):
    """The text, scrolled as a story is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            binding
            for binding in bindings(Where.READER)
            if hasattr(LinesView, f"action_{binding.action.split('(')[0]}")
        ),
        ("space", "page(2)", "a page down"),
    ]


class HelpScreen(Screen[None]):
    """The keys; any of the leaving keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,h,question_mark,f1,enter", "leave", "back"),
    ]

    def __init__(self, here: Where) -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """The text, and how to leave it."""
        yield HelpText(help_paragraphs(self._here), id="help")
        hint = OneLine("help-hint")
        hint.say("j k Space scroll · Esc back")
        yield hint

    def on_mount(self) -> None:
        """The text takes the keys."""
        self.query_one("#help").focus()

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss()


def help_paragraphs(here: Where) -> list[Paragraph]:
    """The keys of a place and of every place, then the filter language by example, then the other places."""
    order = [where for where in (here, Where.PANES, Where.ANYWHERE) if where in _heard_at(here)]
    rest = [where for where in Where if where not in order]
    return [*_keys(order), *_filters(), *_keys(rest)]


def _heard_at(here: Where) -> tuple[Where, ...]:
    return (here, Where.ANYWHERE) if here is Where.BAR else (here, Where.PANES, Where.ANYWHERE)


def _keys(wheres: list[Where]) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    for where, rows in table(wheres):
        paragraphs.append(Paragraph(where.value, Role.HEADING, gap=False))
        paragraphs += [_row(keys, words) for keys, words in rows]
        paragraphs.append(Paragraph(""))
    return paragraphs


def _filters() -> list[Paragraph]:
    heading = Paragraph("A filter, by example", Role.HEADING, gap=False)
    return [heading, *(_row(typed, words) for typed, words in _FILTERS), Paragraph("")]


def _row(left: str, right: str) -> Paragraph:
    return Paragraph(f"{left:{_WIDTH}}{right}", gap=False, keep=True)
