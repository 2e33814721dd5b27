"""The last point before the terminal, alone: nothing that a widget paints can act on it."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from geotui.tui import guard

CONSOLE = Console(color_system="truecolor", force_terminal=True)


@pytest.fixture(autouse=True)
def _in_place() -> None:
    guard.install()


@pytest.mark.parametrize(
    "text",
    ["\x1b]52;c;aGk=\x07", "\x1b[2J", "\x9b2J", "a\nb\tc", "\u202eabc", "\x00\x7f", "\ud800x"],
)
@pytest.mark.parametrize("style", [None, Style(bold=True)])
def test_no_foreign_control_character_is_sent(text: str, style: Style | None) -> None:
    sent = Strip([Segment(text, style), Segment("kept")]).render(CONSOLE)
    own = sent.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert own.endswith("kept")
    assert all(char.isprintable() for char in own)


def test_the_cells_stay_where_they_were() -> None:
    strip = Strip([Segment("ab\x1b[2Jcd"), Segment("|")])
    width = strip.cell_length
    assert strip.render(CONSOLE).index("|") == width - 1


def test_no_link_is_sent() -> None:
    link = Style(link="https://example.org/\x1b\\\x1b]0;x\x07", bold=True)
    sent = Strip([Segment("words", link)]).render(CONSOLE)
    assert sent == "\x1b[1mwords\x1b[0m"


def test_harmless_text_is_sent_as_it_is() -> None:
    assert Strip([Segment("Привет, мир — 你好")]).render(CONSOLE) == "Привет, мир — 你好"
