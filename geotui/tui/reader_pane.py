"""The pane that shows one story, or one of its copies, and knows when it counts as read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer

from geotui.library.highlights import Highlights
from geotui.model import Article, CopyEntry, Marks, Story
from geotui.tui.actions import Where, bindings
from geotui.tui.lines_view import LinesView
from geotui.tui.search_view import SEARCH_BINDINGS, SearchView
from geotui.tui.story_text import story_paragraphs
from geotui.tui.words import added_words
from geotui.tui.wrapping import Paragraph, Role

STAY = 2.0
"""Seconds after which an open story counts as read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: a story by the article of its leading copy, or of `copy` where one was chosen."""

    story: Story
    article: Article
    highlights: Highlights
    copy: CopyEntry | None = None


class ReaderPane(SearchView):
    """One story. `story_id` is that of the open story, None where none is; `shown` what was shown last.

    `marks_of` tells what the reader added to a story.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*SEARCH_BINDINGS, *bindings(Where.READER)]

    @dataclass
    class WasRead(Message):
        """The story counts as read: one stayed with it, or reached its end; `go_on`: the next one is wanted."""

        story_id: str
        go_on: bool = False

    def __init__(self) -> None:
        super().__init__([Paragraph("Enter opens the selected story here.", Role.ASIDE)], id="reader")
        self.story_id: str | None = None
        self.shown: Shown | None = None
        self.marks_of: Callable[[str], Marks] = lambda _: Marks()
        self._added: tuple[str, ...] = ()
        self._was_updated = False
        self._dates = False
        self._staying: Timer | None = None

    # ------------------------------------------------------------------ what is shown

    def show_story(
        self, story: Story, article: Article, highlights: Highlights | None = None, place: float | int = 0
    ) -> None:
        """Shows a story, from a place that `place` told of it."""
        self._show(Shown(story, article, highlights or Highlights()), int(place))

    def show_copy(self, story: Story, copy: CopyEntry, article: Article, highlights: Highlights | None = None) -> None:
        """Shows one copy of a story from its beginning."""
        self._show(Shown(story, article, highlights or Highlights(), copy), 0)

    @property
    def copy(self) -> CopyEntry | None:
        """The copy that was chosen; None where the story is shown by its leading one."""
        return None if self.shown is None else self.shown.copy

    def show_marks(self) -> None:
        """Shows the marks that the story has now; the same words stay at the top."""
        if self.shown is not None and added_words(self._marks(self.shown)) != self._added:
            self._paint(self.place)

    def _marks(self, shown: Shown) -> Marks:
        """The marks of what is shown; that it changed since it was read is told as long as it is shown."""
        marks = self.marks_of(shown.story.head.id)
        self._was_updated = self._was_updated or marks.updated
        return replace(marks, updated=self._was_updated)

    def _show(self, shown: Shown, place: int) -> None:
        self.close_story()
        if self.shown is None or self.shown.story.head.id != shown.story.head.id:
            self._was_updated = False
        self.story_id, self.shown = shown.story.head.id, shown
        self._paint(place)
        self._staying = self.set_timer(STAY, self._was_read)

    def _paint(self, place: int) -> None:
        if (shown := self.shown) is not None:
            marks = self._marks(shown)
            self._added = added_words(marks)
            paragraphs = story_paragraphs(shown.story, shown.article, shown.highlights, shown.copy, self._dates, marks)
            self.show_paragraphs(paragraphs, place)

    def action_dates(self) -> None:
        """Says behind each date of the text which days it means, or no longer; the same words stay at the top."""
        if self.shown is None:
            return
        self._dates = not self._dates
        self._paint(self.place)
        named = len(self.shown.article.dates)
        if not self._dates:
            words = "Dates as the text has them."
        else:
            words = "The days meant stand in brackets." if named else "The text names no date."
        self.post_message(self.Said(words))

    # ------------------------------------------------------------------ whether it is read

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
        if not self.size:
            self.call_after_refresh(self.action_read_on)
        elif self.at_end:
            self._was_read(go_on=True)
        else:
            self.action_page(2)
