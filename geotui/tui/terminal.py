"""The terminal: what Textual must find in the environment before it is imported, and whether it is still there.

What must not be in here: an import of Textual.
"""

from __future__ import annotations

import os
import sys
import termios
import threading
from collections.abc import Mapping
from typing import Any

from geotui.errors import UsageError

ANSI_THEME = "ansi-dark"
"""Names colours by their number and leaves the background alone: the only theme that 16 colours can show."""

GRACE = 2.0
"""Seconds that an orderly end may take."""

_MANY_COLOURS = ("256color", "kitty", "direct")


def prepare() -> None:
    """Sets the environment of this process; raises UsageError where the screen would go to a file."""
    if not sys.__stderr__ or not sys.__stderr__.isatty():
        raise UsageError("the reader draws on standard error, which is not a terminal here; leave out the redirection")
    os.environ.update(wanted(os.environ))


def wanted(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables to set; a theme or a frame rate that the reader chose stays."""
    found = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_FPS": environ.get("TEXTUAL_FPS", "60")}
    if "TEXTUAL_THEME" not in environ and (environ.get("NO_COLOR") is not None or not _has_many_colours(environ)):
        found["TEXTUAL_THEME"] = ANSI_THEME
    return found


def _has_many_colours(environ: Mapping[str, str]) -> bool:
    forced = environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if forced != "auto":
        return forced in ("256", "truecolor")
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return True
    return environ.get("TERM", "").strip().lower().rpartition("-")[2] in _MANY_COLOURS


class Lifeline:
    """The terminal as it was before the reader: whether it still is there, and its settings, to be put back."""

    def __init__(self) -> None:
        self._settings = self._read()
        self._was_there = self._settings is not None

    @staticmethod
    def _read() -> list[Any] | None:
        try:
            return termios.tcgetattr(0)
        except (termios.error, OSError):
            return None

    def holds(self) -> bool:
        """Whether the terminal is there, as far as it ever was."""
        return not self._was_there or self._read() is not None

    def cut_after_grace(self, code: int) -> None:
        """Ends the process with this exit code if it has not ended soon: a dead terminal takes no farewell."""
        timer = threading.Timer(GRACE, self._cut, (code,))
        timer.daemon = True
        timer.start()

    def _cut(self, code: int) -> None:
        if self._settings is not None and self._read() is not None:
            termios.tcsetattr(0, termios.TCSANOW, self._settings)
        os._exit(code)
