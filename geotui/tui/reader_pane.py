"""The pane that shows one story, and knows when it counts as read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer

from geotui.library.highlights import Highlights
from geotui.model import Article, CopyEntry, Story
from geotui.tui.actions import Where, bindings
from geotui.tui.lines_view import LinesView
from geotui.tui.story_text import story_paragraphs
from geotui.tui.wrapping import Paragraph, Role

STAY = 2.0
"""Seconds after which an open story counts as read."""


class ReaderPane(LinesView):
    """One story. `story_id` is that of the story shown, None where none is."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.READER)]

    @dataclass
    class WasRead(Message):
        """The story counts as read: one stayed with it, or reached its end; `go_on`: the next one is wanted."""

        story_id: str
        go_on: bool = False

    def __init__(self) -> None:
        super().__init__([Paragraph("Enter opens the selected story here.", Role.ASIDE)], id="reader")
        self.story_id: str | None = None
        self.copy: CopyEntry | None = None
        self._staying: Timer | None = None

    @property
    def place(self) -> int:
        """How far the story was read."""
        return 0

    def show_copy(self, story: Story, copy: CopyEntry, article: Article, highlights: Highlights) -> None:
        """Shows one of the copies of a story."""
        self.show_story(story, article, highlights)
        self.copy = copy

    def show_story(self, story: Story, article: Article, highlights: Highlights, place: int = 0) -> None:
        """Shows a story from where it was left."""
        self.close_story()
        self.copy = None
        self.story_id = story.head.id
        self.show_paragraphs(story_paragraphs(story, article))
        self._staying = self.set_timer(STAY, self._was_read)

    def close_story(self) -> None:
        """Ends the stay with the story; what is shown stays."""
        self.stay_no_longer()
        self.story_id = None

    def stay_no_longer(self) -> None:
        """Staying on does not make it read."""
        if self._staying is not None:
            self._staying.stop()
            self._staying = None

    def _was_read(self, go_on: bool = False) -> None:
        if self.story_id is not None:
            self.post_message(self.WasRead(self.story_id, go_on))

    def on_lines_view_scrolled(self, event: LinesView.Scrolled) -> None:
        """The end, once reached by a key, makes it read; a short story seen whole has to be stayed with."""
        if event.by_key and self.at_end:
            self._was_read()

    def action_read_on(self) -> None:
        """A page on; from the end, to the next story."""
        if self.at_end:
            self._was_read(go_on=True)
        else:
            self.action_page(2)
