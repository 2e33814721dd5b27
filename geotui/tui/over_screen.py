"""A screen over the main one, left by the keys that lead back."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import BindingType

from geotui.tui.actions import Where, bindings
from geotui.tui.still import StillScreen

_T = TypeVar("_T")


class OverScreen(StillScreen[_T], Generic[_T]):
    """Its parts paint themselves; it gives nothing where it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.OVER)]

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss()
