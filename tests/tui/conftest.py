"""A small library of pages of its own, and a terminal to run the reader in."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

import geotui

REPOSITORY = Path(geotui.__file__).parents[1]

STORIES = {
    "bridge.txt": "Date: 2022-02-04\nSource: Harbour Post\n\nA bridge opens in the north\n\n"
    "The bridge over the river opened to traffic on Friday after four years of work. "
    "President Vladimir Putin sent a message of congratulation, the governor said.\n\n"
    "Drivers queued from before dawn to be among the first across the new span.\n",
    "harvest.txt": "Date: 2022-03-10\nSource: Field Gazette\n\nHarvest fails in the south\n\n"
    "Farmers in the south said on Thursday that most of the wheat was lost to drought. "
    "The ministry promised seed and loans, but no date for either.\n",
    "museum.txt": "Date: 2023-05-01\nSource: Harbour Post\n\nMuseum of clocks reopens\n\n"
    "The museum of clocks reopened on Monday with a gallery for tower clocks. "
    "Its director said that all of them would strike at noon.\n",
    "long.txt": "Date: 2021-01-05\nSource: Field Gazette\n\nA very long report on rivers\n\n"
    + "\n\n".join(f"Paragraph {n} tells how the river behaved in year {n} of the survey." for n in range(80))
    + "\n",
}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of four pages, a story each."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Directories of its own for the reader's files."""
    for kind in ("CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return tmp_path


class Terminal:
    """The reader in a terminal of 24 lines of 80 columns: keys in, the screen as one would see it out."""

    def __init__(self, *argv: str, columns: int = 80, lines: int = 24, **environ: str) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.pid, self._fd = pty.fork()
        if not self.pid:
            os.environ.update({"TERM": "xterm-256color", "PYTHONPATH": str(REPOSITORY)} | environ)
            os.execv(sys.executable, [sys.executable, "-m", "geotui", *argv])
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = termios.tcgetattr(self._fd)

    def settings(self) -> list[object]:
        """What the terminal is set to now."""
        return termios.tcgetattr(self._fd)

    def _read(self, seconds: float) -> bool:
        if not os.isatty(self._fd):
            time.sleep(seconds)
            return False
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            read = os.read(self._fd, 65536)
        except OSError:
            return False
        self.written += read
        self._stream.feed(read)
        return bool(read)

    def text(self) -> str:
        """The screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, found: str | Callable[[str], bool], seconds: float = 20) -> str:
        """The screen, once it shows the words, or what is asked of it holds."""
        holds = found if callable(found) else lambda text: found in text
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds(self.text()):
                return self.text()
            self._read(0.1)
        raise AssertionError(f"never seen: {found}\n{self.text()}")

    def settle(self, quiet: float = 0.4) -> None:
        """Reads until nothing is written for a moment."""
        while self._read(quiet):
            pass

    def press(self, keys: str) -> None:
        """Types."""
        os.write(self._fd, keys.encode())

    def bytes_of(self, keys: str) -> int:
        """How many bytes the answer to some keys takes."""
        self.settle()
        before = len(self.written)
        self.press(keys)
        self._read(5)
        self.settle()
        return len(self.written) - before

    def signal(self, number: int) -> None:
        """Sends a signal to the reader."""
        os.kill(self.pid, number)

    def wait_for_stop(self, seconds: float = 20) -> None:
        """Waits until the reader is suspended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.05)
            if os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)[0]:
                self.settle(0.1)
                return
        raise AssertionError("never suspended")

    def hang_up(self) -> None:
        """Takes the terminal away, as a lost line does."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)

    def exit_code(self, seconds: float = 20) -> int:
        """The code that the reader ended with."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                self.settle(0.1)
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"still running\n{self.text()}")

    def close(self) -> None:
        """Ends what is left."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)


@pytest.fixture
def open_terminal(home: Path) -> Iterator[Callable[..., Terminal]]:  # noqa: ARG001 - its directories are used
    """Opens terminals and closes them at the end."""
    opened: list[Terminal] = []

    def open_one(*argv: str, **options: object) -> Terminal:
        opened.append(Terminal(*argv, **options))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()
