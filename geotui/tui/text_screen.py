"""A text over the main screen, scrolled and searched as a story is: the base of why, raw page, link and output."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from geotui.tui.actions import Where, bindings
from geotui.tui.lines_view import WIDEST, LinesView
from geotui.tui.over_screen import OverScreen
from geotui.tui.search_view import SEARCH_BINDINGS, SearchView
from geotui.tui.status_line import OneLine, that_fit
from geotui.tui.wrapping import Paragraph

HINT = "j k Space scroll · / search · n N matches · Esc back"
_PLACE = 5
"""Cells of how far one is through the text."""

_SCROLLS = ("scroll_lines", "page", "first", "last", "search", "match")


class TextView(SearchView):
    """The text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *SEARCH_BINDINGS,
        *(binding for binding in bindings(Where.READER) if binding.action.partition("(")[0] in _SCROLLS),
        Binding("space", "page(2)", show=False),
    ]


class TextScreen(OverScreen[None]):
    """What it is about, the text from a place on, and the keys; they are left by the keys that lead back."""

    DEFAULT_CSS = """
    TextScreen > #about { height: 1; background: $panel; text-style: bold; }
    TextScreen > TextView { height: 1fr; overflow: hidden; }
    TextScreen > #foot { height: 1; background: $panel; color: $text-muted; }
    TextScreen #foot-words { width: 1fr; height: 1; }
    TextScreen #foot-place { width: 5; height: 1; }
    """
    view = getters.query_one(TextView)
    words = getters.query_one("#foot-words", OneLine)
    how_far = getters.query_one("#foot-place", OneLine)

    def __init__(
        self, about: str, paragraphs: Sequence[Paragraph], hint: str = HINT, place: int = 0, widest: int = WIDEST
    ) -> None:
        super().__init__()
        self._about = about
        self._paragraphs = paragraphs
        self._hint = f" {hint}"
        self._place = place
        self._widest = widest
        self._is_told = False

    def compose(self) -> ComposeResult:
        """Head, text, foot."""
        about = OneLine("about")
        about.say(f" {self._about}")
        yield about
        yield self.text_view()
        yield Horizontal(OneLine("foot-words"), OneLine("foot-place", right=True), id="foot")

    def text_view(self) -> TextView:
        """The pane of the text."""
        return TextView(self._paragraphs, widest=self._widest, place=self._place)

    def on_mount(self) -> None:
        """The text takes the keys."""
        self.words.say(self._keys)
        self.set_focus(self.view, scroll_visible=False)

    @property
    def _keys(self) -> str:
        """As many keys as there is room for; how to leave always."""
        return that_fit(self._hint, self.size.width - _PLACE, ends=1)

    def on_resize(self, _event: events.Resize) -> None:
        """There is room for more keys, or for fewer."""
        if not self._is_told:
            self.words.say(self._keys)

    def on_search_view_said(self, event: SearchView.Said) -> None:
        """Says what became of a key, in the place of the keys."""
        event.stop()
        self._is_told = bool(event.words)
        self.words.say(f" {event.words}" if event.words else self._keys)

    def on_lines_view_scrolled(self, event: LinesView.Scrolled) -> None:
        """Says how far one is through the text."""
        event.stop()
        self.how_far.say(f"{event.part:.0%} ")
