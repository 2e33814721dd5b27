"""Pasting into the filter bar in a real terminal: a paragraph with its lines, a whole file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Open = Callable[..., Any]

PARAGRAPH = (
    "(Harvest fails in the south)\r- Farmers in the south said on Thursday that\rmost of the wheat was lost to "
    "drought.\r\rThe min-\ristry promised seed and loans, but no date for\reither."
)
MEGABYTE = "The harbour was closed, and the 12 ships | that lay in it waited.\r" * 16_000


def paste(terminal: Any, text: str) -> None:
    """Sends a paste in brackets, reading what the reader writes meanwhile, as a terminal does."""
    rest = f"\x1b[200~{text}\x1b[201~".encode()
    os.set_blocking(terminal._fd, False)
    while rest:
        try:
            rest = rest[os.write(terminal._fd, rest[:4096]) :]
        except BlockingIOError:
            terminal.settle(0.01)
    os.set_blocking(terminal._fd, True)


def test_a_paragraph_pasted_with_its_lines_finds_its_story_and_its_place_in_it(
    open_terminal: Open, pages: Path
) -> None:
    terminal = open_terminal(str(pages))
    terminal.wait_for("1/4")
    terminal.press("/")
    paste(terminal, PARAGRAPH)
    terminal.wait_for(lambda text: "a passage of 32 words" in text and "1/1" in text and "Museum" not in text)
    terminal.press("\r")
    terminal.press("\r", "no date for either")
    terminal.press("n", "match 1/2")
    terminal.press("w", "It carries the whole passage.")
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("qq")
    assert terminal.exit_code() == 0


def test_a_pasted_file_is_cut_and_keys_are_heard_at_once(open_terminal: Open, pages: Path) -> None:
    terminal = open_terminal(str(pages))
    terminal.wait_for("1/4")
    terminal.press("/")
    paste(terminal, MEGABYTE)
    terminal.wait_for("first 10,000 characters", 20)
    terminal.wait_for("the first 1,000 words of a passage")
    terminal.press("\x15harvest", lambda text: "/ harvest" in text and "1/1" in text)
    terminal.press("\x07qq")
    assert terminal.exit_code() == 0
