"""Events walked through in a real terminal: their reports, the list by event, and coming back to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from real_terminal import leave

Open = Callable[..., Any]


@pytest.fixture
def opened(open_terminal: Open, eventful: Path) -> Open:
    def open_reader(**options: Any) -> Any:
        terminal = open_terminal(str(eventful), **options)
        terminal.wait_for(lambda _: re.search(r"(New here|keys ·).* \d/[47]$", terminal.line(-1)), seconds=20)
        terminal.settle()
        return terminal

    return open_reader


def test_the_reports_of_an_event_are_listed_opened_and_explained(opened: Open) -> None:
    terminal = opened(columns=100)
    terminal.press("G", "7/7")
    listed = terminal.press("e", "Enter opens the story")
    assert "3 reports, 3 outlets, 11 to 12 Mar 2022: " in listed
    assert re.search("12 Mar 2022 +Inland Echo +Rudder of grounded", listed)
    terminal.press_and_see("G")
    terminal.press("\r", "was to be mended next month")
    assert "one of 3 reports (e: all)" in terminal.text()
    told = terminal.press("w", "Why: ")
    terminal.press_and_see("G")
    told = " ".join((told + terminal.text()).split())
    assert "It is one of 3 reports" in told
    assert re.search("has in common the name Jorun Halvik", told)
    terminal.press("\x1b", "? keys")
    terminal.press("h", "/7")
    leave(terminal)


def test_the_list_goes_by_event_stays_so_and_goes_back(opened: Open) -> None:
    terminal = opened()
    listed = terminal.press("E", "1/4")
    assert "7 stories · 2 events" in listed
    assert re.search(r"20 Mar 2022 2 reports, 2 outlets", listed)
    assert re.search(r"12 Mar 2022 3 reports, 3 outlets", listed)
    terminal.press("j", "2/4")
    leave(terminal)
    again = opened()
    assert "2/4" in again.line(-1)
    assert "7 stories · 2 events" in again.text()
    again.press("E", "/7")
    leave(again)


def test_a_move_in_a_list_by_event_sends_two_rows(opened: Open) -> None:
    terminal = opened()
    terminal.press("E", "1/4")
    terminal.press("j", "2/4")
    assert terminal.bytes_of("j") <= 350
    assert terminal.bytes_of("k") <= 350
    leave(terminal)
