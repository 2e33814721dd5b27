"""What the groups of actions of the main screen stand on: its parts, the story one is at, going from part to part.

What must not be in here: an action of the reader's own; those are in `marking`, `viewing`, `outside`, `main_screen`.
"""

from __future__ import annotations

from textual import getters
from textual.widget import Widget

from geotui.library import Library
from geotui.model import Article, CopyEntry, Story
from geotui.tui.actions import BY_ID, Action, Need, Where
from geotui.tui.asking import Asker
from geotui.tui.filter_bar import FilterBar
from geotui.tui.index_watch import IndexWatch, Updater
from geotui.tui.listing import Listing
from geotui.tui.panes import Panes
from geotui.tui.reader_pane import ReaderPane
from geotui.tui.status_line import StatusLine
from geotui.tui.still import StillScreen
from geotui.tui.story_list import StoryList

LIST_HINT = "? keys · j k move · Enter open · / filter · q quit"
READER_HINT = "? keys · Space on · h back · J K other stories"
STILL_READING = "The stories are still being read; they show up by themselves."
BAR_HINT = "F1 examples · Enter to the stories · Tab takes · Esc undo"


class Desk(StillScreen[None]):
    """The main screen's parts.

    `selected_id` is the story selected in the list, or last selected where it is empty; `places` how far stories were
    read, by id; `to_open` a story to open once stories are listed.
    """

    panes = getters.query_one(Panes)
    bar = getters.query_one(FilterBar)
    stories = getters.query_one(StoryList)
    reader = getters.query_one(ReaderPane)
    status = getters.query_one(StatusLine)

    def __init__(self, library: Library, asker: Asker, updater: Updater) -> None:
        super().__init__()
        self.asker = asker
        self.centre = library.settings.centre
        self.index_watch = IndexWatch(library, updater)
        self.listing = Listing(library, self.index_watch.tell_published)
        self.selected_id: str | None = None
        self.places: dict[str, int] = {}
        self.to_open: str | None = None

    # ------------------------------------------------------------------ where one is

    @property
    def in_story(self) -> bool:
        """Whether a story has the keys."""
        return self.focused is not None and self.reader in self.focused.ancestors_with_self

    @property
    def where(self) -> Where:
        """The part that has the keys."""
        if self.focused is self.bar.typed:
            return Where.BAR
        return Where.READER if self.in_story else Where.LIST

    def current_id(self) -> str | None:
        """The story one is at: the open one, else the selected one; None where there is none."""
        if self.in_story:
            return self.reader.story_id
        row = self.stories.selected_row
        return row.head.id if row is not None else self.selected_id if self.stories.count else None

    def current_story(self) -> tuple[Story, Article] | None:
        """That story, with the article that is shown of it."""
        story_id = self.current_id()
        return None if story_id is None else self.listing.story(story_id)

    def go_to(self, part: Widget, hint: str) -> None:
        """Gives a part the keys at once, so that none typed ahead goes astray."""
        self.set_focus(part, scroll_visible=False)
        self.status.hint(hint)
        self.say_place()

    @property
    def at_open_row(self) -> bool:
        """Whether the open story is the selected one, or a report of the event that is selected."""
        row, story_id = self.stories.selected_row, self.reader.story_id
        return row is not None and (row.head.id == story_id or self.listing.row(story_id) == self.stories.selected)

    # ------------------------------------------------------------------ the open story

    def open_story(self, story_id: str, copy: CopyEntry | None = None) -> None:
        """Opens a story, or one of its copies in its place, where it was left."""
        found = self.listing.story(story_id)
        if found is None:
            return
        self.keep_place()
        with self.app.batch_update():
            self.panes.show_reader(True)
            if copy is None:
                self.reader.show_story(*found, self.listing.highlights(found[1]), self.places.get(story_id, 0))
            else:
                article = self.listing.article(copy)
                self.reader.show_copy(found[0], copy, article, self.listing.highlights(article))
            self.go_to(self.reader, READER_HINT)
            if self.listing.seeks_passage and not self.reader.top:
                self.reader.show_first_match()

    def leave_story(self) -> None:
        """To the list."""
        self.keep_place()
        self.reader.close_story()
        self.panes.show_reader(False)
        self.go_to(self.stories, LIST_HINT)

    def keep_place(self) -> None:
        """Notes how far the open story was read."""
        if (story_id := self.reader.story_id) is not None and self.reader.copy is None:
            self.places.pop(story_id, None)
            if self.reader.place and not self.reader.at_end:
                self.places[story_id] = self.reader.place

    # ------------------------------------------------------------------ what is said

    def notice(self, words: str) -> None:
        """Something that happened, in the last line until the next key that moves."""
        self.status.notice(words)

    def say_place(self) -> None:
        """Says where one is: which of how many stories, and how far through the open one."""
        at, of = self.stories.selected + 1, self.stories.count
        listed = at <= of and (not self.in_story or self.at_open_row)
        part = f" {self.reader.part:4.0%}" if self.in_story else ""
        self.status.say_place(f"{at:,}" if listed else "–", f"{of:,}", part)

    def say_read(self) -> None:
        """Says no longer that stories are still being read."""
        if self.status.noticed == STILL_READING:
            self.status.clear_notice()

    # ------------------------------------------------------------------ what can be done now

    @property
    def is_to_come(self) -> bool:
        """Whether no answer is listed yet, or one of no stories at all."""
        return self.listing.answer is None or not self.listing.answer.total

    def has(self, need: Need) -> bool:
        """Whether what an action needs is there."""
        if need is Need.FOUND:
            return self.stories.count > 0
        if need is Need.TYPED:
            return bool(self.bar.typed.value)
        if need is Need.TWO_PANES:
            return self.panes.wide
        if need is Need.EVENTS:
            return self.listing.has_events
        if need is Need.STORY:
            return self.current_id() is not None
        found = self.current_story()
        if found is None:
            return False
        story, article = found
        if need is Need.COPIES:
            return len(story.copies) > 1
        if need is Need.EVENT:
            return story.event is not None
        if need is Need.ADDRESS:
            return article.draft.url is not None
        return need is not Need.RELATED or bool(story.related)

    def why_not(self, action: Action) -> str:
        """Why an action cannot be done now; empty where it can."""
        if action.needs is None or self.has(action.needs):
            return ""
        if self.index_watch.is_running and (action.needs is Need.EVENTS or self.is_to_come):
            return STILL_READING
        of_story = (Need.COPIES, Need.OTHER, Need.EVENT, Need.ADDRESS, Need.RELATED)
        return str(Need.STORY if action.needs in of_story and self.current_id() is None else action.needs)

    async def action_attempt(self, id_: str) -> None:
        """Carries out an action of the table, or says what it lacks."""
        await self.carry_out(BY_ID[id_])

    async def carry_out(self, chosen: Action | str | None) -> None:
        """What was chosen: an action where it is heard, a filter to type, or nothing."""
        if isinstance(chosen, str):
            self.type_filter(chosen)
        elif chosen is not None and (reason := self.why_not(chosen)):
            self.notice(f"{reason[0].upper()}{reason[1:]}{'' if reason.endswith('.') else '.'}")
        elif chosen is not None:
            heard_by = {Where.LIST: self.stories, Where.READER: self.reader, Where.BAR: self.bar.typed}
            await self.app.run_action(chosen.call, heard_by.get(chosen.where, self))

    def type_filter(self, text: str) -> None:
        """Asks another filter, as if it had been typed."""
        self.bar.on = True
        self.bar.typed.value = text
        self.bar.typed.cursor_position = len(text)
