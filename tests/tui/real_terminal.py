"""A terminal to run the reader in: keys in, the screen as one would see it out, every byte judged at the end."""

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
from collections.abc import Callable
from pathlib import Path

import pyte
from screen_protocol import check

import geotui

REPOSITORY = Path(geotui.__file__).parents[1]

_ASKED_FOR_SYNC = b"\x1b[?2026$p"
_SYNC_IS_KNOWN = b"\x1b[?2026;2$y"


class Terminal:
    """The reader in a terminal.

    `clipboard`: how often a test asked it to copy something; `is_judged`: whether what was sent is judged at the end.
    """

    def __init__(self, *argv: str, columns: int = 80, lines: int = 24, **environ: str) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.clipboard = 0
        self.is_judged = True
        self._widest, self._longest = columns, lines
        self.pid, self._fd = pty.fork()
        if not self.pid:
            kept = {k: v for k, v in os.environ.items() if k not in ("COLORTERM", "NO_COLOR", "COLUMNS", "LINES")}
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            environ = kept | {"TERM": "xterm-256color", "PYTHONPATH": str(REPOSITORY)} | environ
            # the very environment: readline sets LINES and COLUMNS where os.environ does not see them
            os.execve(sys.executable, [sys.executable, "-m", "geotui", *argv], environ)
        self.before = termios.tcgetattr(self._fd)

    # ------------------------------------------------------------------ what is seen

    def text(self) -> str:
        """The screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def line(self, number: int) -> str:
        """A line of the screen; -1 is the last."""
        return self.screen.display[number].rstrip()

    @property
    def cursor_line(self) -> str:
        """The line that the terminal's own cursor stands on."""
        return self.line(self.screen.cursor.y)

    def settings(self) -> list[object]:
        """What the terminal is set to now."""
        return termios.tcgetattr(self._fd)

    def illegible(self) -> list[str]:
        """Cells with a letter whose colour is that of their background."""
        cells = [(y, x, cell) for y, row in self.screen.buffer.items() for x, cell in row.items() if cell.data.strip()]
        return [f"{cell.data!r} at {y},{x}" for y, x, cell in cells if cell.fg == cell.bg != "default"]

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
        if _ASKED_FOR_SYNC in read:
            os.write(self._fd, _SYNC_IS_KNOWN)
        self.written += read
        self._stream.feed(read)
        return bool(read)

    def wait_for(self, found: str | Callable[[str], bool], seconds: float = 30) -> str:
        """The screen, once it shows the words, or what is asked of it holds."""
        holds = found if callable(found) else lambda text: found in text
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self._is_painting() and holds(self.text()):
                return self.text()
            self._read(0.1)
        raise AssertionError(f"never seen: {found}\n{self.text()}")

    def _is_painting(self) -> bool:
        """Whether a frame has begun and not ended: what is read may be a part of it."""
        return self.written.rfind(b"\x1b[?2026h") > self.written.rfind(b"\x1b[?2026l")

    def settle(self, quiet: float = 0.2) -> str:
        """Reads until nothing is written for a moment; the screen then."""
        while self._read(quiet):
            pass
        return self.text()

    # ------------------------------------------------------------------ what is done

    def press(self, keys: str, then: str | Callable[[str], bool] = "") -> str:
        """Types, and waits for what should be seen then."""
        os.write(self._fd, keys.encode())
        return self.wait_for(then) if then else ""

    def press_and_see(self, keys: str) -> str:
        """Types, and waits until something else is seen and stays; the screen then."""
        before = self.text()
        self.press(keys, lambda text: text != before)
        return self.settle()

    def resize(self, columns: int, lines: int) -> None:
        """Makes the window another size."""
        self._widest, self._longest = max(self._widest, columns), max(self._longest, lines)
        self.screen.resize(lines, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def bytes_of(self, keys: str) -> int:
        """How many bytes the answer to some keys takes, all that follows it included."""
        self.settle(0.6)
        before = len(self.written)
        self.press(keys)
        self._read(5)
        self.settle(0.6)
        return len(self.written) - before

    def signal(self, number: int) -> None:
        """Sends a signal to the reader."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Takes the terminal away, as a lost line does."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)

    # ------------------------------------------------------------------ how it ends

    def wait_for_stop(self, seconds: float = 20) -> None:
        """Waits until the reader is suspended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.05)
            if os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)[0]:
                self.settle(0.1)
                return
        raise AssertionError("never suspended")

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

    def judge(self, ended: bool = True) -> None:
        """Raises where something was sent that is neither text nor Textual's own."""
        check(self.written, self._widest, self._longest, self.clipboard, ended)

    def close(self) -> None:
        """Ends what is left, and judges what was sent."""
        still_running = bool(self.pid)
        if still_running:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        is_there = os.isatty(self._fd)
        os.close(self._fd)
        if self.is_judged:
            self.judge(ended=is_there and not still_running)


def leave(terminal: Terminal) -> None:
    """Quits, and wants the terminal back as it was."""
    terminal.press("Q")
    assert terminal.exit_code() == 0
    assert terminal.settings() == terminal.before
