"""Measures geotui whole: an index made and brought up to date, then the reader in a real pseudo-terminal.

    python tests/bench/whole.py ARCHIVE [--workers 2]

ARCHIVE is a folder of pages, such as `generate.py` writes. Prints a line a figure. The index is made in a scratch
directory each time. Times are wall clock in milliseconds unless said; a key is settled with the last byte it causes.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import resource
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

import pyte

QUIET = 0.35
"""Seconds without a byte after which a key counts as settled."""

LETTERS = "putin feb"

EMPTY = """
from textual.app import App
from textual.widgets import Input
class Empty(App):
    def compose(self):
        yield Input("●")
    def on_input_changed(self, event):
        pass
Empty().run(mouse=False)
"""
"""The least that Textual does: an application with one line to type in."""


class Terminal:
    """A geotui in a pseudo-terminal of 80×24, its bytes counted and its screen kept."""

    def __init__(self, argv: list[str], env: dict[str, str]) -> None:
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(argv[0], argv, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def read(self, wait: float) -> int:
        """Takes what is sent within so many seconds; the number of bytes, 0 where none came."""
        if not select.select([self.fd], [], [], wait)[0]:
            return 0
        data = os.read(self.fd, 65536)
        if b"\x1b[?2026$p" in data:
            os.write(self.fd, b"\x1b[?2026;2$y")
        self.stream.feed(data)
        return len(data)

    def shows(self, text: str) -> float:
        """Seconds from the start of the process until the screen shows the text."""
        while not any(text in line for line in self.screen.display):
            self.read(1.0)
        return time.perf_counter() - self.started

    def settle(self) -> tuple[float, int]:
        """Seconds from now to the last byte, and the bytes."""
        began = last = time.perf_counter()
        total = 0
        while count := self.read(QUIET):
            last = time.perf_counter()
            total += count
        return last - began, total

    def key(self, keys: str) -> tuple[float, int]:
        """Sends keys; seconds until they are settled, and the bytes that they caused."""
        os.write(self.fd, keys.encode())
        return self.settle()

    def memory(self) -> dict[str, int]:
        """Resident and peak memory in MiB."""
        fields = dict(line.split(":", 1) for line in Path(f"/proc/{self.pid}/status").read_text().splitlines())
        return {name: int(fields[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM")}

    def end(self) -> None:
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)


def say(name: str, value: object) -> None:
    print(f"{name:44} {value}", flush=True)


def timed(argv: list[str], env: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(argv, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def index(archive: str, workers: int, env: dict[str, str], cache: Path) -> None:
    command = [sys.executable, "-m", "geotui", "index", archive, "--workers", str(workers)]
    say("index made, s", round(timed(command, env), 1))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    say("  processor time, s", round(used.ru_utime + used.ru_stime, 1))
    say("  peak memory of the largest process, MiB", used.ru_maxrss // 1024)
    say("  size, MiB", round(sum(p.stat().st_size for p in cache.rglob("*") if p.is_file()) / 2**20, 1))
    say("index brought up to date, nothing changed, s", round(timed(command, env), 2))
    query = [sys.executable, "-m", "geotui", "query", "putin", "--limit", "10", "--in", archive]
    say("geotui query, s", round(timed(query, env), 2))


def empty(env: dict[str, str]) -> None:
    starts = []
    for _ in range(3):
        terminal = Terminal([sys.executable, "-c", EMPTY], env)
        starts.append(terminal.shows("●"))
        terminal.settle()
        letters = [terminal.key(letter) for letter in LETTERS]
        terminal.end()
    say("an empty application: start, ms", [round(seconds * 1000) for seconds in starts])
    figures("an empty application: letter", letters)


def reader(archive: str, env: dict[str, str]) -> None:
    starts = []
    for _ in range(3):
        terminal = Terminal([sys.executable, "-m", "geotui", archive], env)
        starts.append(terminal.shows("●"))
        terminal.end()
    say("start to the first stories, ms", [round(seconds * 1000) for seconds in starts])
    terminal = Terminal([sys.executable, "-m", "geotui", archive], env)
    time.sleep(5)
    say("bytes of a start", terminal.settle()[1])
    figures("move", [terminal.key(key) for key in "jjjjjjjj"])
    figures("page", [terminal.key("\x1b[6~") for _ in range(5)])
    terminal.key("/")
    figures("letter", [terminal.key(letter) for letter in LETTERS])
    terminal.key("\r")
    figures("open a story", [terminal.key("\r")])
    time.sleep(5)
    say("bytes in 5 s of nothing", terminal.settle()[1])
    say("memory, MiB", terminal.memory())
    terminal.end()


def figures(name: str, measured: list[tuple[float, int]]) -> None:
    times = sorted(round(seconds * 1000) for seconds, _ in measured)
    sizes = sorted(size for _, size in measured)
    say(f"{name}, ms (median, most)", f"{statistics.median(times):.0f}, {times[-1]}")
    say(f"{name}, bytes (median, most)", f"{statistics.median(sizes):.0f}, {sizes[-1]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        env = os.environ | {f"XDG_{kind}_HOME": f"{scratch}/{kind.lower()}" for kind in ("CONFIG", "CACHE", "STATE")}
        env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        empty(env | {"TEXTUAL_ANIMATIONS": "none"})
        index(args.archive, args.workers, env, Path(scratch) / "cache")
        reader(args.archive, env)


if __name__ == "__main__":
    main()
