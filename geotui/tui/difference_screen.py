"""How two texts of a story differ; `n` and `N` go from difference to difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from geotui.model import Comparison
from geotui.tui.difference_text import Shown, difference_paragraphs
from geotui.tui.search_view import SEARCH_BINDINGS
from geotui.tui.text_screen import TextScreen, TextView

HINT = "n N differences · Enter opens the same ones · / search · Esc back"


class DifferenceView(TextView):
    """The paragraphs, those that are the same folded or not."""

    MATCH = "difference"
    NO_MATCH = "Nothing differs; / searches."
    BINDINGS: ClassVar[list[BindingType]] = [*SEARCH_BINDINGS, Binding("enter", "fold", show=False)]

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._are_folded = True
        self._shown = difference_paragraphs(comparison)
        super().__init__([one.paragraph for one in self._shown])

    def action_fold(self) -> None:
        """Opens the paragraphs that are the same, or folds them again; what is at the top stays there."""
        top = self._lines.line(self.top)
        number = self._shown[top.paragraph].number if top is not None else -1
        self._are_folded = not self._are_folded
        self._shown = difference_paragraphs(self._comparison, self._are_folded)
        self.show_paragraphs([one.paragraph for one in self._shown], _place(self._shown, number) if self.top else 0)
        self.post_message(self.Said(""))

    @property
    def are_folded(self) -> bool:
        """Whether paragraphs that are the same are folded."""
        return self._are_folded


class DifferenceScreen(TextScreen):
    """Two texts compared."""

    def __init__(self, title: str, comparison: Comparison) -> None:
        super().__init__(f"Difference: {title}", (), HINT)
        self._comparison = comparison

    def text_view(self) -> TextView:
        """The pane of the comparison."""
        return DifferenceView(self._comparison)


def _place(paragraphs: Sequence[Shown], number: int) -> int:
    """The place of the last paragraph that begins with that number or one before it."""
    place = at = 0
    for one in paragraphs:
        if one.number <= number:
            place = at
        at += len(one.paragraph.text)
    return place
