"""The one screen: filter bar, list, story, status line. Routes messages between them; paints and searches nothing."""

from __future__ import annotations

from typing import ClassVar

from textual import events, getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from geotui.errors import GeotuiError
from geotui.library import Answer, Row
from geotui.marks import Mark
from geotui.tui.actions import Where, bindings
from geotui.tui.asking import Asker
from geotui.tui.filter_bar import FilterBar
from geotui.tui.index_watch import IndexWatch, Updater
from geotui.tui.libraries import Edition, LiveLibrary
from geotui.tui.lines_view import LinesView
from geotui.tui.reader_pane import ReaderPane
from geotui.tui.row_pages import RowPages
from geotui.tui.status_line import StatusLine
from geotui.tui.story_list import StoryList

SIDE_BY_SIDE = 110
SMALLEST = Size(40, 8)
VISIT_EVERY = 60.0

LIST_HINT = "j k move · Enter open · / filter · ? keys · q quit"
READER_HINT = "Space on · J K other stories · h back · ? keys"
BAR_HINT = "Enter to the stories · Esc undo · Ctrl+u clear · F1 keys"
TOO_SMALL = "This window is too small for stories: widen it to 40 columns and 8 lines."
NOTHING_YET = "Reading the pages for the first time: the first stories show up here."
NO_STORY = "No page holds a story."
NO_MATCH = "No story fits this filter."


class MainScreen(Screen[None]):
    """What one sees of a library."""

    AUTO_FOCUS = "#stories"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.PANES)]

    bar = getters.query_one(FilterBar)
    stories = getters.query_one(StoryList)
    reader = getters.query_one(ReaderPane)
    status = getters.query_one(StatusLine)

    def __init__(self, library: LiveLibrary, asker: Asker, updater: Updater) -> None:
        super().__init__()
        self._library = library
        self._asker = asker
        self._watch = IndexWatch(library, updater)
        self._answer: Answer | None = None
        self._edition: Edition | None = None
        self._selected_id: str | None = None
        self._id_before_filter: str | None = None

    def compose(self) -> ComposeResult:
        """The parts."""
        self._take_size(self.app.size)
        yield FilterBar(self._asker)
        yield Horizontal(StoryList(), ReaderPane(), id="panes")
        yield StatusLine()
        yield Static(TOO_SMALL, markup=False, id="too-small")
        yield self._watch

    def on_mount(self) -> None:
        """Shows at once what is indexed."""
        self.status.hint(LIST_HINT)
        self._note_visit(begins=True)
        self.set_interval(VISIT_EVERY, self._note_visit)
        self._library.take_up()
        if self._library.edition is None:
            self.stories.say_empty(NOTHING_YET)
        else:
            self._show(self._library.answer(""), self._library.edition, fresh=True)

    @work(group="visit")
    async def _note_visit(self, begins: bool = False) -> None:
        await self._asker.note_visit(begins)

    def on_resize(self, event: events.Resize) -> None:
        """Panes side by side where there is room for two."""
        self._take_size(event.size)

    def _take_size(self, size: Size) -> None:
        self.set_class(size.width < SMALLEST.width or size.height < SMALLEST.height, "-small")
        self.set_class(size.width < SIDE_BY_SIDE, "-one")

    # ------------------------------------------------------------------ the list

    def on_filter_bar_answered(self, event: FilterBar.Answered) -> None:
        """Lists an answer, unless other stories were published meanwhile: then it is asked again."""
        self._library.take_up()
        if event.outcome.edition is None or event.outcome.edition != self._library.edition:
            self.bar.ask(fresh=event.fresh)
            return
        with self.app.batch_update():
            self._show(event.answer, event.outcome.edition, event.fresh)

    def _show(self, answer: Answer, edition: Edition, fresh: bool) -> None:
        """Lists an answer from its first story, or with the one selected before on the line where it stood."""
        self._answer, self._edition = answer, edition
        row = None if fresh else self._row_of(self._selected_id)
        line = None if row is None else self.stories.line
        selected = 0 if fresh else self.stories.selected if row is None else row
        self.stories.show_pages(RowPages(answer, self._rows), selected, line)
        self.stories.say_empty(NO_MATCH if answer.filter.text else NO_STORY)
        self.bar.say(answer)
        self._say_place()

    def _rows(self, answer: Answer, first: int, count: int) -> list[Row]:
        """Rows to paint; none once other stories are published, whose ranks mean others."""
        if self._edition == self._library.edition:
            rows = self._library.rows(answer, first, count)
            if not self._library.take_up():
                return rows
            self._watch.post_message(IndexWatch.Published())
        return []

    def _row_of(self, story_id: str | None) -> int | None:
        rank = self._library.reader.rank_of(story_id) if story_id else None
        return None if rank is None or self._answer is None else self._answer.shown.row(rank)

    def on_story_list_moved(self, _event: StoryList.Moved) -> None:
        """Says where one is."""
        if (row := self.stories.selected_row) is not None:
            self._selected_id = row.head.id
        self.status.clear_notice()
        self._say_place()

    def _say_place(self) -> None:
        place = f"{min(self.stories.selected + 1, self.stories.count):,}/{self.stories.count:,}"
        self.status.place.say(f"{place} {self.reader.part:3.0%}" if self.reader.has_focus else place)

    def on_filter_bar_left(self, event: FilterBar.Left) -> None:
        """From the bar to the list; with the filter before, to the story before."""
        if event.back:
            self._selected_id = self._id_before_filter
        self.action_back()

    # ------------------------------------------------------------------ a story

    def on_story_list_opened(self, event: StoryList.Opened) -> None:
        """Opens a story."""
        rank = self._library.reader.rank_of(event.story_id)
        if rank is None:
            self.status.notice("This story is no longer in the pages.")
            return
        story = self._library.story(rank)
        with self.app.batch_update():
            self.reader.show_story(story, self._library.article(story.copies[0].article))
            self.set_class(True, "-reading")
            self.reader.focus()
            self._say_place()

    def on_lines_view_scrolled(self, _event: LinesView.Scrolled) -> None:
        """Says how far one has read."""
        self._say_place()

    def on_reader_pane_was_read(self, event: ReaderPane.WasRead) -> None:
        """Marks a story as read, where it was not."""
        self._set_mark(event.story_id, Mark.READ, True)

    def on_reader_pane_finished(self, _event: ReaderPane.Finished) -> None:
        """On to the next unread story."""
        self.action_unread(1)

    def _set_mark(self, story_id: str, kind: Mark, on: bool | None = None) -> bool | None:
        """Sets a mark, takes it off, or with None the other way round; what it is now, None where it cannot be set."""
        rank = self._library.reader.rank_of(story_id)
        if rank is None:
            return None
        marks = self._library.marks_of(rank)
        before = marks.read if kind is Mark.READ else marks.starred
        after = not before if on is None else on
        if after != before:
            try:
                self._library.mark(rank, kind, after)
            except GeotuiError as error:
                self.status.notice(str(error))
                return None
            if (row := self._row_of(story_id)) is not None:
                self.stories.refresh_row(row)
        return after

    # ------------------------------------------------------------------ the index

    def on_index_watch_progressed(self, event: IndexWatch.Progressed) -> None:
        """Says how far the index run is."""
        self.status.progress(event.progress)

    def on_index_watch_published(self, _event: IndexWatch.Published) -> None:
        """Asks the filter anew over the stories there are now."""
        self.bar.ask()

    def on_index_watch_ended(self, event: IndexWatch.Ended) -> None:
        """Says what went wrong, if anything."""
        self.status.progress(None)
        if event.failure:
            self.status.notice(event.failure)
        if self._library.edition is None:
            self.stories.say_empty(event.failure or NO_STORY)

    # ------------------------------------------------------------------ actions

    def action_filter(self) -> None:
        """Into the filter bar."""
        self._id_before_filter = self._selected_id
        self.bar.enter()

    def action_switch_filter(self) -> None:
        """The filter off and on."""
        self.bar.switch()

    def action_possible(self) -> None:
        """The possible stories listed, or no longer."""
        self.bar.switch_possible()

    def action_back(self) -> None:
        """From the story, or the bar, to the list."""
        self.reader.close_story()
        self.set_class(False, "-reading")
        self.stories.focus()

    def action_step(self, step: int) -> None:
        """The next or previous story; opened where one is open."""
        before = self.stories.selected
        self.stories.action_move(step)
        if self.reader.has_focus and self.stories.selected != before:
            self.stories.action_open()

    @work(exclusive=True, group="unread")
    async def action_unread(self, step: int) -> None:
        """The next or previous unread story of the filter, from the other end where need be."""
        if self._answer is None or self._edition is None:
            return
        row = await self._asker.unread_row(self._answer, self._edition, self.stories.selected + step, step)
        if row is None:
            self.status.notice("Every story of this filter is read.")
            return
        self.stories.select_row(row)
        if self.reader.has_focus:
            self.stories.action_open()

    def action_mark(self, kind: str) -> None:
        """Marks the story that one is at as read or starred, or no longer."""
        story_id = self.reader.story_id if self.reader.has_focus else self._selected_id
        if story_id is None:
            return
        self.reader.stay_no_longer()
        on = self._set_mark(story_id, Mark(kind))
        if on is not None and self.reader.has_focus:
            names = {Mark.READ: ("unread", "read"), Mark.STAR: ("not starred", "starred")}
            self.status.notice(f"This story is {names[Mark(kind)][on]} now.")
