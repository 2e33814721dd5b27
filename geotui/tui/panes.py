"""List and story: side by side where there is room for two, else the one that is looked at."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from geotui.tui.lines_view import MARGIN, WIDEST
from geotui.tui.reader_pane import ReaderPane
from geotui.tui.story_list import StoryList

SIDE_BY_SIDE = 110
"""Columns from which both are shown."""

HALF, NARROWEST = 50, 25
"""Per cent of the width that the list takes at first, more where the story needs less; and that either pane keeps."""


class Panes(Horizontal):
    """The two panes; `centre`: the story stands in the middle of its own.

    `share`: per cent of the width that the list takes; `zoomed`: one at a time even where there is room for both.
    """

    def __init__(self, centre: bool) -> None:
        super().__init__(id="panes")
        self._stories, self._reader = StoryList(), ReaderPane()
        self._reader.centre = centre
        self._reading = False
        self.share = HALF
        self.zoomed = False

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

    @property
    def both(self) -> bool:
        """Whether both are shown."""
        return self.wide and not self.zoomed

    def divide(self, share: int, zoomed: bool) -> None:
        """Another width of the list, and whether one is shown alone."""
        self.share = max(NARROWEST, min(share, 100 - NARROWEST))
        self.zoomed = zoomed
        self.show_reader(self._reading)

    def show_reader(self, reading: bool) -> None:
        """The story is looked at, or the list."""
        self._reading = reading
        enough = WIDEST + 2 * MARGIN
        if self.both and not self._reader.centre and self.share == HALF and self.size.width > 2 * enough:
            self._stories.styles.width, self._reader.styles.width = "1fr", enough
        else:
            self._stories.styles.width, self._reader.styles.width = f"{self.share}fr", f"{100 - self.share}fr"
        self._stories.display = self.both or not reading
        self._reader.display = self.both or reading
