"""`geotui read`: the conversation with lines from standard input and to standard output, in a pipe as on a terminal."""

from __future__ import annotations

import argparse
import select
import shutil
import sys
import textwrap
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from geotui.cli.conversation import Conversation
from geotui.cli.opening import opened
from geotui.cli.output import counted, put
from geotui.cli.progress import Listener
from geotui.errors import InputError
from geotui.model import Progress

_TELL_EVERY = 5.0
"""Seconds between two words of progress: each is a line that is read aloud."""

_PASTED = 5
"""Words of a line that may be the first of a passage: a command has two at most."""

_BETWEEN_LINES = 0.05
"""Seconds within which the lines of a paste follow one another: nobody types as fast."""


def read(args: argparse.Namespace) -> int:
    """`geotui read`: 0 when the reader quits or the input ends, 3 where no path exists."""
    if args.paths and not any(path.exists() for path in args.paths):
        raise InputError(f"{', '.join(map(str, args.paths))}: no such folder or file; name a folder of pages")
    with opened(args.paths, args.now, _progress()) as library:
        library.begin_visit()
        try:
            _talk(Conversation(library))
        finally:
            library.end_visit()
    return 0


def _talk(conversation: Conversation) -> None:
    _say(conversation.greeting())
    while not conversation.is_over:
        if sys.stdin.isatty():
            print("> ", end="", flush=True)
        line = _heard()
        if not line:
            return
        _say(conversation.hear(line.decode("utf-8", "replace")))


def _heard() -> bytes:
    """The next line; lines that a terminal is pasted into are one, ended by the first that comes by itself.

    The last line of a paste mostly has no end, so that `Enter` sends it, or an empty one.
    """
    lines = [sys.stdin.buffer.readline()]
    if not sys.stdin.isatty() or len(lines[0].split()) < _PASTED:
        return lines[0]
    while _is_waiting():
        lines.append(sys.stdin.buffer.readline())
    if len(lines) > 1 and lines[-1]:
        _say([f"{counted(len(lines), 'line')} pasted; Enter looks for them."])
        lines.append(sys.stdin.buffer.readline())
    return b" ".join(lines)


def _is_waiting() -> bool:
    return bool(select.select([sys.stdin.buffer], [], [], _BETWEEN_LINES)[0])


def _say(lines: Iterable[str]) -> None:
    width = shutil.get_terminal_size().columns - 1 if sys.stdout.isatty() else 0
    for line in lines:
        for part in textwrap.wrap(line, width) if len(line) > width > 0 else [line]:
            put(part)
    sys.stdout.flush()


@contextmanager
def _progress() -> Iterator[Listener]:
    """Says now and then how far the reading of pages is; nothing where it is soon done."""
    told = time.monotonic()

    def tell(progress: Progress) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELL_EVERY:
            told = time.monotonic()
            far = f", {progress.done * 100 // progress.total} percent" if progress.total else ""
            _say([f"{progress.stage}{far}"])

    yield tell
