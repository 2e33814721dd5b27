"""What leaves the reader: link, citation, pager, pipe. Never a shell, never a browser."""

from __future__ import annotations

from geotui.tui.desk import Desk


class Outside(Desk):
    """Actions that hand the story one is at to the terminal's clipboard or to another program."""
