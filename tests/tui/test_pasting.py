"""Pasting into the filter bar in a real terminal: a paragraph with its lines, a whole file."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from real_terminal import leave

Open = Callable[..., Any]

PARAGRAPH = (
    "(Grain ships to leave Odesa before spring)\r- President Volodymyr Zelensky told visiting ministers in Kiev on\r"
    "Friday that grain ships would leave Odessa before the spring,\rwhatever the winter brought to the docks and rail "
    "yards of the\rsouth.\r\rHe spoke after 2 days of talks with envoys from An-\rkara."
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


def test_a_paragraph_pasted_with_its_lines_finds_its_story_and_its_place_in_it(reader: Open) -> None:
    terminal = reader()
    terminal.press("/", "F1 examples")
    paste(terminal, PARAGRAPH)
    terminal.wait_for(lambda text: "a passage of 50 words" in text and "1/1" in text and "harbour" not in text)
    terminal.press("\r")
    terminal.press("\r", "Farmers in three provinces")
    terminal.press("n", "match 1/3")
    terminal.press("w", "It carries the whole passage.")
    terminal.press("\x1b", lambda text: "Why:" not in text)
    leave(terminal)


def test_a_pasted_file_is_cut_and_keys_are_heard_at_once(reader: Open) -> None:
    terminal = reader()
    terminal.press("/", "F1 examples")
    paste(terminal, MEGABYTE)
    terminal.wait_for("cut to its first 10,000 characters")
    terminal.wait_for("the first 1,000 words of a passage")
    terminal.press("\x15clocks", lambda text: "/ clocks" in text and "1/1" in text)
    terminal.press("\r", "Enter open")
    leave(terminal)
