"""The entry point: arguments → command → exit code. Errors become one sentence here, signals their exit codes."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from geotui.cli import arguments
from geotui.cli.output import say
from geotui.errors import GeotuiError

INTERRUPTED = 130
CANNOT_WRITE = 3


def run() -> NoReturn:
    """Runs the command line of this process and ends it with the exit code of the contract."""
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started it
        sys.exit(CANNOT_WRITE)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        code = _give_up_output(0)
    except OSError as error:
        print(f"geotui: the output cannot be written ({error.strerror or error})", file=sys.stderr)
        code = _give_up_output(CANNOT_WRITE)
    sys.exit(code)


def _give_up_output(code: int) -> int:
    """Lets what is still to be written go, or the flush at the end would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def main(argv: Sequence[str]) -> int:
    """The exit code of a command line."""
    try:
        args = arguments.parse(argv)
        return _command(args.command)(args)
    except GeotuiError as error:
        say(f"geotui: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """The function of a command; only what it needs is loaded."""
    if name == "reader":
        from geotui.cli.reader import open_reader

        return open_reader
    if name == "inspect":
        from geotui.cli.reading import inspect

        return inspect
    if name == "when":
        from geotui.cli.phrases import when

        return when
    if name == "export":
        from geotui.cli.export import export

        return export
    if name == "read":
        from geotui.cli.spoken import read

        return read
    from geotui.cli import library

    return {
        "index": library.index,
        "query": library.query,
        "show": library.show,
        "actors": library.actors,
        "stats": library.stats,
        "locate": library.locate,
        "doctor": library.doctor,
    }[name]


if __name__ == "__main__":
    run()
