"""Folds corrected in a real terminal: what is merged and split off is listed so at once, in another window, too."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import world
from real_terminal import REPOSITORY, leave

Open = Callable[..., Any]
GRAIN, KYIV, SHIPS, VISIT = "Grain ships to leave", "Kyiv sees grain", "Before spring, ships", "Children question"
FOUND, PARTED, MERGED = f"/{world.STORIES}", f"/{world.STORIES + 1}", f"/{world.STORIES - 1}"


def query(folder: Path) -> list[list[str]]:
    """The titles of each story's copies as the command finds them, newest first."""
    command = [sys.executable, "-m", "geotui", "query", "", "--json", "--in", str(folder)]
    environ = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    return [[copy["title"] for copy in json.loads(line)["copies"]] for line in done.stdout.splitlines()]


def test_a_copy_is_split_off_and_the_list_follows(own: tuple[Open, Path]) -> None:
    opened, folder = own
    terminal = opened()
    terminal.press("/grain ships\r", lambda text: re.search(r"3×.*Grain ships", text))
    terminal.press("X", f'Split off · {world.STORIES + 1} stories now: "Before spring, ships"')
    terminal.wait_for(lambda text: re.search(r"2×.*Grain ships", text))
    terminal.press("c", "2 copies of")
    terminal.press("\x1b", "2/2")
    terminal.settle()
    terminal.press("/\x15\r", PARTED)
    terminal.settle()
    assert [SHIPS in copies[0] for copies in query(folder) if len(copies) == 1].count(True) == 1
    terminal.press("u", FOUND)
    terminal.wait_for("Undone: split off")
    terminal.press("\x12", PARTED)
    leave(terminal)


def test_selected_stories_are_merged_and_why_says_so(own: tuple[Open, Path]) -> None:
    opened, _ = own
    terminal = opened()
    terminal.press("jV", "1 selected")
    assert "✓" in terminal.cursor_line
    terminal.press("jV", "2 selected · M merges")
    terminal.press("M", MERGED)
    terminal.wait_for("Merged 2 stories")
    assert "✓" not in terminal.text()
    told = terminal.press("w", "by your hand alone")
    assert re.search("You merged “.*” and “.*”", " ".join(told.split()))
    terminal.press("\x1b", MERGED)
    leave(terminal)


def test_corrections_are_there_at_the_next_start_though_the_index_is_gone(own: tuple[Open, Path], home: Path) -> None:
    opened, _ = own
    terminal = opened()
    terminal.press("/grain ships\r", "1/1")
    terminal.press("X", "2/2")
    leave(terminal)
    for path in (home / "cache").rglob("index.sqlite*"):
        path.unlink()
    terminal = opened()
    terminal.wait_for("2/2")
    leave(terminal)


def test_another_window_follows_and_both_may_correct(own: tuple[Open, Path]) -> None:
    opened, folder = own
    one, other = opened(), opened()
    one.press("/grain ships\r", "1/1")
    one.press("X", "2/2")
    other.wait_for(PARTED)
    other.press("gVjV", "2 selected")
    other.press("M", FOUND)
    one.press("/\x15\r", FOUND)
    one.press("u", MERGED)
    other.wait_for(MERGED)
    leave(one)
    leave(other)
    assert len(query(folder)) == world.STORIES - 1


def test_to_select_a_story_sends_its_row_alone_and_a_move_no_more_than_before(own: tuple[Open, Path]) -> None:
    opened, _ = own
    terminal = opened()
    terminal.press("j", "2/")
    terminal.press("V", "1 selected")
    assert terminal.bytes_of("j") <= 350
    assert terminal.bytes_of("V") <= 350
    leave(terminal)
