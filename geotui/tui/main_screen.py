"""The one screen: filter bar, list, story, status line. Routes messages between them; paints and searches nothing."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from geotui.library import Answer, Edition, Library
from geotui.model import Session
from geotui.tui.actions import Where, bindings
from geotui.tui.asking import Asker
from geotui.tui.correcting import Correcting
from geotui.tui.desk import BAR_HINT, LIST_HINT
from geotui.tui.filter_bar import FilterBar, FilterInput
from geotui.tui.index_watch import IndexWatch, Updater
from geotui.tui.lines_view import LinesView
from geotui.tui.outside import Outside
from geotui.tui.panes import Panes
from geotui.tui.reader_pane import ReaderPane
from geotui.tui.returning import Returning
from geotui.tui.search_view import SearchView
from geotui.tui.status_line import StatusLine
from geotui.tui.story_list import StoryList

SMALLEST = Size(40, 8)

PREVIEW_AFTER = 0.3
"""Seconds of rest on a story before it is shown beside the list: moving on costs two lines, not a page."""

TOO_SMALL = "This window is too small for stories: widen it to 40 columns and 8 lines."
NOTHING_YET = "Reading the pages: the first stories show up here."
ANEW = "Reading the pages anew: the stories show up here."
ASKING = "Asking the filter of the last visit…"
NO_MATCH = "No story fits this filter."


def _nothing(answer: Answer, no_story: str) -> str:
    """What an empty list says: what would find something, or why the stories that there are cannot be shown."""
    if answer.shown:
        return ANEW
    if not answer.filter.text:
        return no_story
    told = f"{answer.advice[0].upper()}{answer.advice[1:]}." if answer.advice else NO_MATCH
    return f"{told} + lists {answer.hidden:,} that may." if answer.hidden else told


class MainScreen(Correcting, Outside, Returning):
    """What one sees of a library."""

    AUTO_FOCUS = "#stories"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.PANES),
        Binding("tab,shift+tab", "stay", show=False),  # Textual's own would send the next keys into the filter bar
    ]

    class Shown(Message):
        """It is painted for the first time."""

    def __init__(self, library: Library, asker: Asker, updater: Updater, session: Session | None = None) -> None:
        super().__init__(library, asker, updater)
        self._session = session
        self._id_before_filter: str | None = None

    def compose(self) -> ComposeResult:
        """The parts."""
        yield FilterBar(self.asker)
        yield Panes(self.centre)
        yield StatusLine()
        yield Static(TOO_SMALL, markup=False, id="too-small")
        yield self.index_watch

    def on_mount(self) -> None:
        """Shows at once what is indexed."""
        self.status.hint(LIST_HINT)
        self.restore(self._session)
        found = self.listing.everything()
        if found is None:
            self.stories.say_empty(NOTHING_YET)
        elif self.bar.text or self.bar.possible or self.bar.by_event:
            self.stories.say_empty(ASKING)
            self.bar.ask()
        else:
            self._show(*found, fresh=False)
        self.call_after_refresh(self.post_message, self.Shown())

    def on_resize(self, event: events.Resize) -> None:
        """Says so where there is no room for anything."""
        self.set_class(event.size.width < SMALLEST.width or event.size.height < SMALLEST.height, "-small")

    # ------------------------------------------------------------------ the list

    def on_filter_bar_answered(self, event: FilterBar.Answered) -> None:
        """Lists an answer; where other stories were published meanwhile it is asked again."""
        self.keep_soon()
        with self.app.batch_update():
            if event.outcome.edition is None or not self._show(event.answer, event.outcome.edition, event.fresh):
                self.bar.ask(fresh=event.fresh)

    def _show(self, answer: Answer, edition: Edition, fresh: bool) -> bool:
        """Lists an answer from its first story, or with the one that was chosen before on the line where it stood."""
        pages = self.listing.take(answer, edition)
        if pages is None:
            return False
        chosen = not fresh and (self.stories.chosen or self.in_story)
        row = self.listing.row_near(self.selected_id) if chosen else None
        line = None if row is None else self.stories.line
        selected = row if row is not None else self.stories.selected if chosen else 0
        self.stories.chosen = chosen
        self.stories.show_pages(pages, selected, line)
        self.stories.say_empty(_nothing(answer, self.no_story))
        self.bar.say(answer)
        self.say_read()
        self.say_place()
        self.tell_hidden()
        if self.panes.both and not self.in_story:
            self.preview()
        if self.to_open is not None:
            story_id, self.to_open = self.to_open, None
            self.open_story(story_id)
        return True

    def on_story_list_moved(self, event: StoryList.Moved) -> None:
        """Says where one is."""
        if (row := self.stories.selected_row) is not None:
            self.selected_id = row.head.id
        if event.by_key and self.panes.both and not self.in_story:
            self.preview()
        self.say_place()
        self.keep_soon()

    def on_search_view_said(self, event: SearchView.Said) -> None:
        """Says what became of a search."""
        self.notice(event.words)

    def on_filter_input_cut(self, event: FilterInput.Cut) -> None:
        """Says that not all of a paste was taken."""
        self.notice(f"The paste was cut to its first {event.kept:,} characters.")

    @on(LinesView.Scrolled)
    def _on_scrolled(self) -> None:
        self.say_place()

    def on_index_watch_published(self, _event: IndexWatch.Published) -> None:
        """Asks the filter anew over the stories there are now."""
        self.bar.ask()

    # ------------------------------------------------------------------ actions, in the order keys come

    def action_filter(self, what: str) -> None:
        """Into the filter bar (`enter`), the filter off and on (`switch`), the `possible` ones listed or not."""
        if what == "switch":
            self.bar.switch()
        elif what == "possible":
            self.bar.switch_possible()
        else:
            self._id_before_filter = self.selected_id
            self.bar.enter()
            self.go_to(self.bar.typed, BAR_HINT)

    def action_stay(self) -> None:
        """Nothing."""

    async def action_leave_bar(self, undo: bool = False) -> None:
        """From the bar to the list; undone, with the filter and the story before. The next key is for what it finds."""
        if undo:
            self.selected_id, self.stories.chosen = self._id_before_filter, True
            self.bar.undo()
        self.leave_story()
        await self.bar.settle()

    def action_back(self) -> None:
        """From a copy to the story, from the story to the list."""
        if self.reader.copy is not None and self.reader.story_id is not None:
            self.open_story(self.reader.story_id)
        else:
            self.leave_story()

    def action_open(self) -> None:
        """Opens the selected story."""
        if (row := self.stories.selected_row) is not None:
            self.open_story(row.head.id)

    def action_step(self, step: int) -> None:
        """The next or previous story; opened where one is open."""
        self.stories.select_row(self.row_on(step))
        if self.in_story and not self.at_open_row:
            self.action_open()

    def action_zoom(self) -> None:
        """The list or the story alone, or both."""
        self.panes.divide(self.panes.share, not self.panes.zoomed)
        self.keep_soon()

    def action_share(self, more: int) -> None:
        """A wider list, or a narrower one."""
        self.panes.divide(self.panes.share + more, zoomed=False)
        self.keep_soon()

    @work(exclusive=True, group="preview")
    async def preview(self) -> None:
        """Where both panes are shown, shows the selected story beside the list once one rests on it: not as read."""
        await asyncio.sleep(PREVIEW_AFTER)
        row = self.stories.selected_row
        if self.in_story:
            return
        found = self.listing.story(row.head.id) if row is not None else None
        if found is not None:
            self.reader.show_story(*found, self.listing.highlights(found[1]))
            self.reader.close_story()
        else:
            self.reader.show_paragraphs(())

    @work(exclusive=True, group="unread")
    async def action_unread(self, step: int) -> None:
        """The next or previous unread story of the filter, from the other end where need be."""
        listing = self.listing
        if listing.answer is None or listing.edition is None:
            return
        before = self.stories.selected
        row = await self.asker.unread_row(listing.answer, listing.edition, self.row_on(step), step)
        if row is None:
            self.status.notice("Every story of this filter is read.")
            return
        around = (row - before) * step < 0
        self.select_saying(row, ("From the top." if step > 0 else "From the end.") if around else "")

    def on_reader_pane_was_read(self, event: ReaderPane.WasRead) -> None:
        """Goes on where that is wanted."""
        if event.go_on:
            self.action_unread(1)
