"""List and story: side by side where there is room for two, else the one that is looked at."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from geotui.tui.reader_pane import ReaderPane
from geotui.tui.story_list import StoryList

SIDE_BY_SIDE = 110
"""Columns from which both are shown."""


class Panes(Horizontal):
    """The two panes."""

    def __init__(self) -> None:
        super().__init__(id="panes")
        self._stories, self._reader = StoryList(), ReaderPane()
        self._reading = False

    def compose(self) -> ComposeResult:
        """List, then story."""
        yield self._stories
        yield self._reader

    def on_resize(self, _event: events.Resize) -> None:
        """There is room for two, or no longer."""
        self.show_reader(self._reading)

    @property
    def wide(self) -> bool:
        """Whether there is room for both."""
        return self.size.width >= SIDE_BY_SIDE

    def show_reader(self, reading: bool) -> None:
        """The story is looked at, or the list."""
        self._reading = reading
        both = self.wide
        self._stories.display = both or not reading
        self._reader.display = both or reading
