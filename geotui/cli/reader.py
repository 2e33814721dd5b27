"""Opens the reader: the one place where the command line starts the screen."""

from __future__ import annotations

import argparse
import os
import sys

from geotui import settings
from geotui.errors import InputError, UsageError
from geotui.library import Library, default_roots
from geotui.settings import Locations


def open_reader(args: argparse.Namespace) -> int:
    """`geotui [PATH …]`: exit 3 where no path exists, 2 where there is no terminal to read on."""
    if args.paths and not any(path.exists() for path in args.paths):
        raise InputError(f"{', '.join(map(str, args.paths))}: no such folder or file, nor a command; see geotui --help")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the reader needs a terminal; geotui read and geotui query do without one")
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        raise UsageError("this terminal (TERM=dumb) cannot show the reader; geotui read needs no more than lines")
    locations = Locations.of_user()
    library = Library(args.paths or default_roots(locations), locations, settings.load(locations.config), args.now)
    from geotui.tui import run

    return run(library)
