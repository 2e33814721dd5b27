"""The difference of two texts of a story: which two, and the screen that shows it."""

from __future__ import annotations

from textual import work

from geotui.model import CopyEntry, Side, Story
from geotui.tui.actions import Need
from geotui.tui.copies_screen import CopiesScreen, CopyChoice, Use
from geotui.tui.difference_screen import DifferenceScreen
from geotui.tui.viewing import Viewing

COMPARING = "Comparing…"


class Comparing(Viewing):
    """Actions that compare."""

    _read_before: Side | None = None
    """What was read of the open story before it was opened, where it is another text than leads it now."""

    def has(self, need: Need) -> bool:
        """Whether what an action needs is there."""
        if need is not Need.OTHER:
            return super().has(need)
        found = self.current_story()
        return found is not None and (len(found[0].copies) > 1 or bool(self.listing.versions(found[0])))

    def open_story(self, story_id: str, copy: CopyEntry | None = None) -> None:
        """Opens a story; what was read of it before is known as long as it is open, though it is soon read anew."""
        if not self.in_story or self.reader.story_id != story_id:
            self._read_before = self._was_read(story_id)
        super().open_story(story_id, copy)

    def _was_read(self, story_id: str) -> Side | None:
        found = self.listing.story(story_id) if self.listing.marks(story_id).updated else None
        return None if found is None else self.listing.was_read(found[0])

    async def action_difference(self) -> None:
        """Shows how the leading copy differs from the one that is open, from what was read, else from a chosen one."""
        found = self.current_story()
        if found is None:
            return
        story = found[0]
        versions = self.listing.versions(story)
        others = [*(Side(copy) for copy in story.copies[1:]), *versions]
        before = self._read_before if self.in_story else self._was_read(story.head.id)
        is_open = self.reader.copy if self.in_story else None
        if is_open is not None and is_open.article != story.copies[0].article:
            self._compare(story, Side(is_open))
        elif before is not None or len(others) == 1:
            self._compare(story, before or others[0])
        else:
            await self.app.push_screen(CopiesScreen(story, Use.COMPARE, versions), self.take_copy)

    def take_copy(self, choice: CopyChoice | None) -> None:
        """Compares the copy or the version that was chosen for it."""
        found = self.current_story()
        if choice is not None and choice.use is Use.COMPARE and found is not None:
            self._compare(found[0], Side(choice.copy, choice.version))
        else:
            super().take_copy(choice)

    @work(exclusive=True, group="view")
    async def _compare(self, story: Story, side: Side) -> None:
        self.notice(COMPARING)
        compared = await self._found(lambda library: library.compared(story, side))
        if compared is not None:
            self.status.clear_notice()
            await self.app.push_screen(DifferenceScreen(story.head.title, compared))
