"""What the reader adds to stories: read, starred, tags, notes, for one story or all of a filter, and back again."""

from __future__ import annotations

from geotui.errors import GeotuiError
from geotui.marks import Mark
from geotui.tui.desk import Desk
from geotui.tui.reader_pane import ReaderPane


class Marking(Desk):
    """Actions on marks."""

    def action_mark(self, kind: str) -> None:
        """Marks the story that one is at as read or starred, or no longer."""
        story_id = self.current_id()
        if story_id is not None:
            if kind == Mark.READ:
                self.reader.stay_no_longer()
            self.set_mark(story_id, Mark(kind))

    def set_mark(self, story_id: str, kind: Mark, on: bool | None = None) -> None:
        """Sets a mark or takes it off, with None the other way round."""
        try:
            marks = self.listing.mark(story_id, kind, on)
        except GeotuiError as error:
            self.notice(str(error))
            return
        row = self.listing.row(story_id)
        if row is not None:
            self.stories.refresh_row(row)
        if marks is not None and on is None and self.in_story:
            words = ("read" if marks.read else "unread") + (", starred" if marks.starred else "")
            self.notice(f"This story is {words}.")

    def on_reader_pane_was_read(self, event: ReaderPane.WasRead) -> None:
        """A story that one stayed with, or whose end was reached, is read."""
        self.set_mark(event.story_id, Mark.READ, True)
