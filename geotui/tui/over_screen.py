"""A screen over the main one that is painted once when it opens, and left by the keys that lead back."""

from __future__ import annotations

from typing import ClassVar, Generic, Self, TypeVar

from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.widget import Widget

from geotui.tui.actions import Where, bindings

_T = TypeVar("_T")


class OverScreen(Screen[_T], Generic[_T]):
    """Its parts paint themselves; it gives nothing where it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.OVER)]

    _is_sized = False

    def refresh(self, *regions: Region, repaint: bool = False, layout: bool = False, recompose: bool = False) -> Self:
        """Arranges its parts; paints all of itself only where that is asked for in so many words, as a redraw does.

        Textual asks for more, without a word, each time that a part is mounted or has the keys.
        """
        if layout or recompose:
            super().refresh(*regions, repaint=repaint and not self._is_sized, layout=layout, recompose=recompose)
        return self

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """At another size all is painted anyway, and need not be asked for once more."""
        self._is_sized = True
        try:
            return super()._size_updated(size, virtual_size, container_size, layout)
        finally:
            self._is_sized = False

    def _update_focus_styles(self, focused: Widget | None = None, blurred: Widget | None = None) -> None:
        """No style here depends on what has the keys."""

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss()
