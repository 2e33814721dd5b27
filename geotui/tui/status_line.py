"""The last line: what goes on or what the keys are, and where one is.

The place is a widget of its own, since every move repaints it.
"""

from __future__ import annotations

from rich.segment import Segment
from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from geotui.model import Progress
from geotui.tui.paint import fit, safe, width_of

PLACE_WIDTH = 11
"""Cells of the place at first; a longer one takes more, and keeps them."""


class OneLine(Widget):
    """Some words on one line; painted only where they change."""

    DEFAULT_CLASSES = "line"

    def __init__(self, id: str, right: bool = False) -> None:
        super().__init__(id=id)
        self._words = ""
        self._right = right

    def say(self, words: str) -> None:
        """Other words; what follows the last sign that changes is not painted."""
        before, self._words = self._line(), safe(words)
        after = self._line()
        changed = [at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new]
        if len(before) != len(after) or not (before + after).isascii():
            if before != after:
                self.refresh()
        elif changed:
            self.refresh(Region(0, 0, changed[-1] + 1, 1))

    def _line(self) -> str:
        width = self.size.width
        return fit(self._words.rjust(width) if self._right else self._words, width)

    def render_line(self, _y: int) -> Strip:
        """The line."""
        return Strip([Segment(self._line(), self.rich_style)], self.size.width)


class StatusLine(Horizontal):
    """What a key has done, before what goes on, before a hint at the keys."""

    saying = getters.query_one("#saying", OneLine)
    place = getters.query_one("#place", OneLine)

    def __init__(self) -> None:
        super().__init__(id="status")
        self._progress = self._notice = self._hint = ""
        self._place_width = PLACE_WIDTH
        self.notices = 0

    def compose(self) -> ComposeResult:
        """What is said, and the place."""
        yield OneLine("saying")
        yield OneLine("place", right=True)

    def hint(self, words: str) -> None:
        """What the keys do here, the most needed first, parted by ` · `; ends a notice."""
        self._hint, self._notice = words, ""
        self._say()

    def say_place(self, at: str, of: str, more: str = "") -> None:
        """Says which of how many, and what more there is to say of it. What a move leaves alone stands behind."""
        words = f"{at:>{len(of)}}/{of}{more}"
        if len(words) > self._place_width:
            self._place_width = len(words)
            self.place.styles.width = len(words)
            self._say()
        self.place.say(words)

    def on_resize(self, _event: events.Resize) -> None:
        """There is room for more keys, or for fewer."""
        self._say()

    def notice(self, words: str) -> None:
        """Something that happened, shown until the next key; `notices` counts them."""
        self.notices += 1
        self._notice = words
        self._say()

    @property
    def noticed(self) -> str:
        """The notice in force, empty where there is none."""
        return self._notice

    def clear_notice(self) -> None:
        """Back to the hint."""
        if self._notice:
            self._notice = ""
            self._say()

    def progress(self, progress: Progress | None) -> None:
        """How far the index run is; None when it is over."""
        self._progress = "" if progress is None else progress_words(progress)
        self._say()

    def _say(self) -> None:
        hint = that_fit(self._hint, self.size.width - self._place_width)
        self.saying.say(self._notice or self._progress or hint)


def that_fit(hint: str, width: int, ends: int = 0) -> str:
    """As many of the keys, from the first on, as a width has room for; before any of these the last `ends` of them."""
    keys = hint.split(" · ")
    while len(keys) > max(1, ends) and width_of(" · ".join(keys)) > width:
        del keys[len(keys) - 1 - ends]
    return " · ".join(keys)


def progress_words(progress: Progress) -> str:
    """`reading pages… 12 % · 340 articles`; what comes before the reading is told alone."""
    if not progress.total:
        return f"{progress.stage}…"
    if progress.stage != "reading":
        return f"{progress.stage}… · {progress.articles:,} articles"
    return f"reading pages… {progress.done * 100 // max(1, progress.total)} % · {progress.articles:,} articles"
