"""What opens over list and story: copies, why, the raw page, actors, timeline, board; and what is chosen there."""

from __future__ import annotations

from geotui.tui.desk import Desk


class Viewing(Desk):
    """Actions that open a screen and take its result."""
