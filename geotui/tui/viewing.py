"""What opens over list and story: copies, event, why, raw page, actors, timeline, board; and what is chosen there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual import work

from geotui.errors import GeotuiError
from geotui.library import Library
from geotui.model import StoryActor
from geotui.tui import crash
from geotui.tui.actors_screen import ActorsScreen
from geotui.tui.copies_screen import CopiesScreen, CopyChoice, Use
from geotui.tui.desk import READER_HINT, Desk
from geotui.tui.event_screen import EventScreen
from geotui.tui.raw_screen import RawScreen
from geotui.tui.why_screen import WhyScreen

_T = TypeVar("_T")


class Viewing(Desk):
    """Actions that open a screen and take its result."""

    async def _found(self, call: Callable[[Library], _T]) -> _T | None:
        """What the library says, asked where it holds up no key; None, with the reason said, where it cannot."""
        try:
            return await self.asker.call(call)
        except GeotuiError as error:
            self.notice(str(error))
        except Exception as error:  # what cannot be shown must not end the reader
            self.notice(crash.sentence(error))
        return None

    async def action_copies(self) -> None:
        """The copies folded into the story one is at, and what they were when they were read."""
        if (found := self.current_story()) is not None:
            screen = CopiesScreen(found[0], versions=self.listing.versions(found[0]))
            await self.app.push_screen(screen, self.take_copy)

    def take_copy(self, choice: CopyChoice | None) -> None:
        """Opens the copy that was chosen for it in the story's place."""
        story_id = self.current_id()
        if choice is not None and choice.use is Use.OPEN and story_id is not None:
            self.open_story(story_id, choice.copy)

    async def action_event(self) -> None:
        """All stories that report the event of the story one is at."""
        story_id = self.current_id()
        event = self.listing.event(story_id) if story_id is not None else None
        if event is not None and story_id is not None:
            await self.app.push_screen(EventScreen(event, story_id), self._open_report)

    def _open_report(self, story_id: str | None) -> None:
        """Opens a report, which is selected in the list, too, where it is listed."""
        if story_id is not None:
            if (row := self.listing.row(story_id)) is not None:
                self.stories.select_row(row)
            self.open_story(story_id)

    @work(exclusive=True, group="view")
    async def action_why(self) -> None:
        """Why the story has its date, why its copies are one story, why it fits the filter."""
        story_id, answer = self.current_id(), self.listing.answer
        rank = self.listing.rank(story_id) if story_id else None
        if rank is None:
            return
        found = await self._found(lambda library: (library.story(rank).head, library.why(answer, rank)))
        if found is not None and found[0].id == story_id:
            await self.app.push_screen(WhyScreen(found[0].title, found[1], self._open_linked))

    @work(exclusive=True, group="view")
    async def action_raw(self) -> None:
        """The page that the story one is at, or the copy that is open, was found in."""
        found = self.current_story()
        if found is None:
            return
        copy = (self.reader.copy if self.in_story else None) or found[0].copies[0]
        self.notice("Reading the page…")
        raw = await self._found(lambda library: library.raw(copy))
        if raw is not None:
            self.status.clear_notice()
            await self.app.push_screen(RawScreen(raw))

    async def action_actors(self) -> None:
        """Who is in the story; the one chosen becomes the filter."""
        if (found := self.current_story()) is not None:
            await self.app.push_screen(ActorsScreen(found[0]), self._filter_by_actor)

    def _filter_by_actor(self, actor: StoryActor | None) -> None:
        if actor is not None:
            self.leave_story()
            self.type_filter(f'actor:"{actor.name}"')

    def action_follow(self) -> None:
        """Opens the story that the open one is linked to: what it quotes, or a full report of a brief."""
        found = self.current_story()
        if found is not None and found[0].related:
            self._open_linked(found[0].related[0].id)

    def _open_linked(self, story_id: str) -> None:
        self.open_story(story_id)
        self.status.hint(READER_HINT)
