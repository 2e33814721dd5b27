"""The reader on a terminal: list, story and filter bar over the core's one library.

Knows `library`, `marks` (the kinds of mark), the model and Textual. What must not be in here: any rule that reads,
folds, names, dates or filters; SQL; text from a page that passes through markup. This file imports no Textual: the
environment that Textual reads when it is imported is set first.
"""

from __future__ import annotations

from geotui.library import Library
from geotui.tui.actions import key_table

__all__ = ["key_table", "run"]


def run(library: Library) -> int:
    """Opens the reader on a library and returns the exit code; raises UsageError where it cannot be drawn."""
    from geotui.tui import terminal

    terminal.prepare()
    from geotui.tui.session import start

    return start(library)
