"""Widgets and a screen that look the same whoever has the keys: taking and losing them repaints nothing."""

from __future__ import annotations

from typing import Generic, Self, TypeVar

from textual import events
from textual.geometry import Offset, Region, Size
from textual.screen import Screen
from textual.widget import Widget

_T = TypeVar("_T")


class Sized(Widget):
    """Tells being given another size, when all of it is painted anyway, from being asked to paint itself."""

    is_sized = False

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        self.is_sized = True
        try:
            return super()._size_updated(size, virtual_size, container_size, layout)
        finally:
            self.is_sized = False


class Still(Sized):
    """A pane whose focus is told by the terminal's own cursor alone."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As ever, but once for another size."""
        if not self.is_sized:
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

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


class StillScreen(Sized, Screen[_T], Generic[_T]):
    """A screen whose parts paint themselves: it is painted whole when it opens, comes back or has another size."""

    _is_covered = False

    def refresh(self, *regions: Region, repaint: bool = False, layout: bool = False, recompose: bool = False) -> Self:
        """Arranges its parts; paints all of itself only where that is asked for in so many words, as a redraw does.

        Textual asks for more, without a word, each time that a part is mounted or has the keys.
        """
        if layout or recompose:
            super().refresh(*regions, repaint=repaint and not self.is_sized, layout=layout, recompose=recompose)
        return self

    def on_screen_suspend(self) -> None:
        """Another screen lies over it."""
        self._is_covered = True

    def on_screen_resume(self) -> None:
        """It comes back into view."""
        if self._is_covered:
            self._is_covered = False
            super().refresh()

    def _update_focus_styles(self, focused: Widget | None = None, blurred: Widget | None = None) -> None:
        """No style here depends on it, and a new one for every part would repaint the screen."""
