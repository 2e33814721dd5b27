"""Widgets and a screen that look the same whoever has the keys: taking and losing them repaints nothing."""

from __future__ import annotations

from typing import Self

from textual import events
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget


class Still(Widget):
    """A pane whose focus is told by the terminal's own cursor alone."""

    @property
    def own_cursor(self) -> Offset:
        """Where the terminal's own cursor stands, within the pane, for what follows it to find the place."""
        return Offset(0, 0)

    def on_focus(self, event: events.Focus) -> None:
        """Takes the keys; Textual's own way would repaint the pane."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Loses the keys."""
        event.prevent_default()
        self.has_focus = False

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style depends on it."""


class StillScreen(Screen[None]):
    """A screen that paints its parts alone."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """The screen itself shows nothing: another part that has the keys is no reason to paint all of it."""
        if layout or recompose:
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _update_focus_styles(self, focused: Widget | None = None, blurred: Widget | None = None) -> None:
        """No style here depends on it, and a new one for every part would repaint the screen."""
