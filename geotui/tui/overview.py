"""Opens what looks over all stories, the timeline and the board of filters, and filters by what is chosen there."""

from __future__ import annotations

from textual import work

from geotui.errors import GeotuiError
from geotui.tui.board_screen import BoardScreen
from geotui.tui.timeline_screen import TimelineScreen
from geotui.tui.walking import Walking


class Overview(Walking):
    """Actions that open them."""

    @work(exclusive=True, group="view")
    async def action_timeline(self) -> None:
        """How many stories of the filter are of which month or day."""
        answer, row = self.listing.answer, self.stories.selected_row
        timeline = None if answer is None else await self.timeline(answer)
        if timeline is not None:
            at = row.published.day if row is not None else None
            await self.app.push_screen(TimelineScreen(timeline, at), self._narrow)

    def _narrow(self, phrase: str | None) -> None:
        if phrase:
            self.leave_story()
            self.type_filter(f"{self.bar.text} {phrase}".strip())

    @work(exclusive=True, group="view")
    async def action_board(self) -> None:
        """Saved filters, and those typed before."""
        try:
            saved, history = await self.asker.call(lambda library: (library.saved(), library.history()))
        except GeotuiError as error:
            self.notice(str(error))
            return
        await self.app.push_screen(BoardScreen(saved, history, self.bar.text, self.asker), self._filter_by)

    def _filter_by(self, text: str | None) -> None:
        if text is not None:
            self.leave_story()
            self.type_filter(text)
