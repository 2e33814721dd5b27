"""Other programs that get the story's text: by argument lists, never through a shell. No widgets."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geotui.errors import UsageError

MOST_OUTPUT = 64_000
"""Bytes of a command's output that are kept."""

_AT_ONCE = 0.3
"""Seconds within which nobody can have read anything."""

_GRACE = 2.0
"""Seconds that a command may take to end once nobody reads on."""


def arguments(line: str, meant: str) -> list[str]:
    """The argument list of a command line; raises UsageError where it cannot be parted or is empty."""
    try:
        parts = shlex.split(line)
    except ValueError:
        raise UsageError(f"{meant} cannot be read: a quote in it is not closed") from None
    if not parts:
        raise UsageError(f"{meant} is empty")
    if any("\0" in part for part in parts):
        raise UsageError(f"{meant} holds a NUL, which no argument can")
    return parts


def refusal(argv: Sequence[str], error: OSError) -> str:
    """Why a program could not be started, in words."""
    if isinstance(error, FileNotFoundError):
        return f"there is no program {argv[0]!r} here"
    return f"{argv[0]!r} cannot be run: {(error.strerror or 'it failed').lower()}"


# ---------------------------------------------------------------------- the pager


@contextlib.contextmanager
def private_file(text: str) -> Iterator[Path]:
    """The text in a file that only this user can read, gone afterwards."""
    descriptor, name = tempfile.mkstemp(prefix="geotui-", suffix=".txt")  # made with mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as handle:
            handle.write(text)
        yield Path(name)
    finally:
        Path(name).unlink()


def page_through(argv: Sequence[str], text: str) -> int:
    """Runs a pager on the terminal until it ends; its exit code. Raises OSError where it cannot be started.

    Keys that interrupt are for the pager alone: they reach this process, too, which must not end by them.
    """
    with private_file(text) as path:
        began = time.monotonic()
        process = subprocess.Popen([*argv, str(path)])
        before = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGQUIT)}
        try:
            code = process.wait()
            if time.monotonic() - began < _AT_ONCE:
                _wait_for_enter()
            return code
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _wait_for_enter() -> None:
    """What ended at once has been printed where the reader's screen comes back over it."""
    with contextlib.suppress(OSError, ValueError, UnicodeDecodeError):
        print("\n[Enter goes back to geotui]", end="", flush=True, file=sys.__stderr__)
        if sys.__stdin__ is not None:
            sys.__stdin__.readline()


# ---------------------------------------------------------------------- the pipe


@dataclass(frozen=True, slots=True)
class Output:
    """What a command gave: its exit code, negative where a signal ended it, and the beginning of what it wrote."""

    code: int
    text: str
    cut: bool


class Piped:
    """A command that reads a text; away from the terminal, in a group of its own, so that it can be ended whole.

    Raises OSError where it cannot be started.
    """

    def __init__(self, argv: Sequence[str], text: str) -> None:
        with tempfile.TemporaryFile() as given:
            given.write(text.encode("utf-8", "replace"))
            given.seek(0)
            self._process = subprocess.Popen(
                argv, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
            )

    def wait(self) -> Output:
        """Reads what it writes until it ends, or has written more than is kept."""
        assert self._process.stdout is not None
        with self._process.stdout as stdout:
            written = stdout.read(MOST_OUTPUT + 1)
        try:
            code = self._process.wait(_GRACE if len(written) > MOST_OUTPUT else None)
        except subprocess.TimeoutExpired:
            self.end()
            code = self._process.wait()
        return Output(code, written[:MOST_OUTPUT].decode("utf-8", "replace"), len(written) > MOST_OUTPUT)

    def end(self) -> None:
        """Ends it and all that it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
