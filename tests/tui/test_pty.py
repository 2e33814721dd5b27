"""The reader in a real terminal: what only a terminal shows."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Open = Callable[..., Any]


def test_one_filters_opens_a_story_and_leaves_the_terminal_as_it_was(open_terminal: Open, pages: Path) -> None:
    terminal = open_terminal(str(pages))
    before = terminal.before
    terminal.wait_for("Harvest fails")
    terminal.wait_for("1/4")
    terminal.press("/bridge")
    terminal.wait_for(lambda text: "1/1" in text and "Harvest" not in text)
    terminal.press("\r")
    terminal.press("\r")
    terminal.wait_for("Drivers queued from before dawn")
    terminal.press("q")
    terminal.wait_for("1/1")
    terminal.press("q")
    assert terminal.exit_code() == 0
    assert terminal.settings() == before
    assert terminal.written.rindex(b"\x1b[?1049l") > terminal.written.rindex(b"\x1b[?1049h")
    assert b"\x1b[?25h" in terminal.written[terminal.written.rindex(b"\x1b[?1049l") :]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_in_order(open_terminal: Open, pages: Path, number: int, code: int) -> None:
    terminal = open_terminal(str(pages))
    terminal.wait_for("1/4")
    terminal.signal(number)
    assert terminal.exit_code() == code
    assert terminal.settings() == terminal.before
    assert b"\x1b[?1049l" in terminal.written


def test_few_bytes_go_over_the_line(open_terminal: Open, pages: Path) -> None:
    for n in range(60):
        words = " ".join(f"quay{n * 40 + word} took ship{n * 40 + word} from the north" for word in range(40))
        head = f"Date: 2020-01-{n % 28 + 1:02d}\nSource: Post\n\nThe harbour board reports on its quays, part {n}"
        (pages / f"more{n}.txt").write_text(f"{head}\n\nThe harbour board said on Monday that {words}.\n")
    terminal = open_terminal(str(pages), COLORTERM="truecolor")
    terminal.wait_for("/64")
    terminal.settle(1.5)
    assert terminal.bytes_of("j") <= 350
    assert terminal.bytes_of("\x1b[6~") <= 3500
    terminal.press("/")
    assert terminal.bytes_of("h") <= 4500
    before = len(terminal.written)
    terminal.settle(2.5)
    assert len(terminal.written) == before
