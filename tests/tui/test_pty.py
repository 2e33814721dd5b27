"""The reader in a real terminal: what only a terminal shows."""

from __future__ import annotations

import contextlib
import os
import pty
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import geotui

REPOSITORY = Path(geotui.__file__).parents[1]
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
    terminal.settle(0.6)
    assert terminal.bytes_of("j") <= 350
    assert terminal.bytes_of("\x1b[6~") <= 3500
    terminal.press("/")
    assert terminal.bytes_of("h") <= 4500
    before = len(terminal.written)
    terminal.settle(1.5)
    assert len(terminal.written) == before


BREAKS = """
import geotui.tui.list_row as list_row
whole = list_row.row_text
def row_text(row, width, by_event):
    if "clocks" in row.head.title and row.marks.starred:
        raise RuntimeError("broken inside")
    return whole(row, width, by_event)
list_row.row_text = row_text
"""


def test_a_crash_leaves_one_sentence_a_private_log_and_a_sane_terminal(
    open_terminal: Open, pages: Path, home: Path
) -> None:
    (home / "sitecustomize.py").write_text(BREAKS)
    terminal = open_terminal(str(pages), PYTHONPATH=f"{home}:{REPOSITORY}")
    terminal.wait_for("1/4")
    terminal.press("s")
    assert terminal.exit_code() == 1
    assert terminal.settings() == terminal.before
    after = terminal.written[terminal.written.rindex(b"\x1b[?1049l") :].decode()
    assert "something went wrong inside" in after
    assert "Traceback" not in after
    log = home / "state" / "geotui" / "crash.log"
    assert "broken inside" in log.read_text()
    assert log.stat().st_mode & 0o077 == 0


def test_it_is_suspended_and_comes_back(open_terminal: Open, pages: Path) -> None:
    terminal = open_terminal(str(pages))
    terminal.wait_for("1/4")
    terminal.press("\x1a")
    terminal.wait_for_stop()
    assert terminal.settings() == terminal.before
    terminal.screen.reset()
    terminal.signal(signal.SIGCONT)
    terminal.wait_for("Museum of clocks")
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_a_terminal_that_is_gone_ends_it(open_terminal: Open, pages: Path) -> None:
    terminal = open_terminal(str(pages))
    terminal.wait_for("1/4")
    terminal.hang_up()
    assert terminal.exit_code() == 129


def test_where_the_screen_would_go_to_a_file_it_says_so(pages: Path, home: Path) -> None:
    command = f"{sys.executable} -m geotui {pages} 2>{home}/errors"
    pid, fd = pty.fork()
    if not pid:
        os.chdir(REPOSITORY)
        os.execv("/bin/sh", ["sh", "-c", command])
    with contextlib.suppress(OSError):
        while os.read(fd, 1024):
            pass
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 2
    os.close(fd)
    assert (home / "errors").read_text().startswith("geotui: the reader draws on standard error")
