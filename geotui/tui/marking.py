"""What the reader adds to stories: read, starred, tags, notes, for one story or all of a filter, and back again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from geotui.errors import GeotuiError
from geotui.library import Library
from geotui.marks import Mark
from geotui.model import Step
from geotui.tui.actions import Need
from geotui.tui.overview import Overview
from geotui.tui.prompt import ask
from geotui.tui.reader_pane import ReaderPane
from geotui.tui.words import count

LOOK_EVERY = 0.5
"""Seconds between two looks for marks that another window set."""

MANY = 200
"""Marks that are changed where they hold up no key."""

OTHERS_NOW = "There are other stories meanwhile; try again."
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Done:
    """A change that can be undone; `title` is that of its story, empty where it was several."""

    step: Step
    title: str


class Marking(Overview):
    """Actions on marks."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "forget_all", show=False)]

    def __init__(self, *parts: object, **more: object) -> None:
        super().__init__(*parts, **more)  # type: ignore[arg-type]
        self._done: list[Done] = []
        self._undone: list[Done] = []
        self._all_words = ""

    def on_mount(self) -> None:
        """Looks for what another window marks; the open story shows what is added to it."""
        self.set_interval(LOOK_EVERY, self._look_for_marks)
        self.reader.marks_of = self.listing.marks
        self.reader.show_marks()

    def _look_for_marks(self) -> None:
        try:
            if self.listing.marks_changed():
                self._show_marks()
        except GeotuiError as error:
            self.notice(str(error))

    def _show_marks(self) -> None:
        """Shows the marks there are now, in the list and in the story."""
        self.stories.read_anew()
        self.reader.show_marks()

    def has(self, need: Need) -> bool:
        """Whether what an action needs is there."""
        if need is Need.STEP:
            return bool(self._done)
        return bool(self._undone) if need is Need.UNDONE else super().has(need)

    # ------------------------------------------------------------------ one story

    def action_mark(self, kind: str) -> None:
        """Marks the story that one is at as read or starred, or no longer; after `A` all of the filter.

        A row that stands for an event is all its reports that the filter finds.
        """
        story_id = self.current_id()
        if self._is_for_all():
            self._mark_all(Mark(kind))
        elif reports := self.reports():
            self._mark_reports(reports, Mark(kind))
        elif story_id is not None:
            if kind == Mark.READ:
                self.reader.stay_no_longer()
            self._set_mark(story_id, Mark(kind), says=self.in_story)

    def on_reader_pane_was_read(self, event: ReaderPane.WasRead) -> None:
        """A story that one stayed with, or whose end was reached, is read."""
        self._set_mark(event.story_id, Mark.READ, on=True, says=False)

    async def action_tag(self) -> None:
        """Asks for a tag and puts it on, or takes it off where it is there; after `A` on all of the filter."""
        story_id, to_all, reports = self.current_id(), self._is_for_all(), self.reports()
        question = "tag for all" if to_all else "tag, or a tag to take off"
        if reports and not to_all:
            question = f"tag for {len(reports):,} reports"

        def take(tag: str | None) -> None:
            if tag and to_all:
                self._mark_all(Mark.TAG, tag)
            elif tag and reports:
                if reports == self.reports():
                    self._mark_reports(reports, Mark.TAG, tag)
                else:
                    self.notice(OTHERS_NOW)
            elif tag and story_id is not None:
                self._set_mark(story_id, Mark.TAG, value=tag)

        await ask(self, question, take, known=self.listing.tags())

    async def action_note(self) -> None:
        """Asks for a note, which takes the place of the one before; an empty one takes it off."""
        story_id = self.current_id()
        if story_id is None:
            return
        before = self.listing.marks(story_id).note or ""

        def take(note: str | None) -> None:
            if note is not None and note != before:
                self._set_mark(story_id, Mark.NOTE, on=bool(note), value=note)

        await ask(self, "note", take, before)

    def _set_mark(self, story_id: str, kind: Mark, on: bool | None = None, value: str = "", says: bool = True) -> None:
        """Sets a mark or takes it off, with None the other way round."""
        try:
            step = self.listing.mark(story_id, kind, on, value)
        except GeotuiError as error:
            self.notice(str(error))
            return
        if step is not None and (step.added or step.removed):
            title = self.listing.title(story_id)
            self.note_done(Done(step, title))
            if says:
                self.notice(sentence(step.words, title))
        if (row := self.listing.row(story_id)) is not None:
            self.stories.refresh_row(row)
        self.reader.show_marks()

    def reports(self) -> list[int]:
        """The ranks of the reports that the selected row stands for; none in a story, or where it is one by itself."""
        return [] if self.in_story else self.listing.reports(self.stories.selected_row)

    def _mark_reports(self, ranks: list[int], kind: Mark, value: str = "") -> None:
        try:
            step = self.listing.mark_reports(ranks, kind, value)
        except GeotuiError as error:
            self.notice(str(error))
            return
        if step.added or step.removed:
            self.note_done(Done(step, ""))
            self.notice(f"{step.words[0].upper()}{step.words[1:]} · u undoes")
        self._show_marks()

    def note_done(self, done: Done) -> None:
        """Can be undone from now on; what was undone before cannot be done again."""
        self._done.append(done)
        self._undone.clear()

    # ------------------------------------------------------------------ all of the filter

    def action_all(self) -> None:
        """The next of `m s t` is for all stories that are listed; what the last line says holds."""
        if self.listing.answer is not None:
            stories = count(len(self.listing.answer.ranks), "story", "stories")
            self._all_words = f"For all {stories}: m read · s star · t tag · Esc leaves"
            self.notice(self._all_words)

    def action_forget_all(self) -> None:
        """The next mark is for one story again."""
        self._is_for_all()

    def _is_for_all(self) -> bool:
        """Whether the next mark was to be for all stories; asked once."""
        is_for_all = bool(self._all_words) and self.status.noticed == self._all_words
        self._all_words = ""
        if is_for_all:
            self.status.clear_notice()
        return is_for_all

    @work(group="marks")
    async def _mark_all(self, kind: Mark, value: str = "") -> None:
        """Marks all stories listed; where every one is marked so, takes the marks off."""
        answer, edition = self.listing.answer, self.listing.edition

        def mark(library: Library) -> Step | None:
            if answer is None or library.edition != edition:
                return None
            step = library.mark_all(answer, kind, True, value)
            return step if step.added else library.mark_all(answer, kind, False, value)

        step = await self._changed(lambda: self.asker.call(mark))
        if step is None:
            self.notice(OTHERS_NOW)
        elif step.added or step.removed:
            self.note_done(Done(step, ""))
            self.notice(f"{step.words[0].upper()}{step.words[1:]} · u undoes")

    async def _changed(self, change: Callable[[], Awaitable[Step | None]]) -> Step | None:
        """What a change of many marks did, carried out while the screen goes on."""
        self.notice("Marking…")
        try:
            step = await change()
        except GeotuiError as error:
            self.notice(str(error))
            return Step("")
        self._show_marks()
        return step

    # ------------------------------------------------------------------ back and forth

    async def action_undo(self) -> None:
        """Takes back the last change of marks."""
        if self._done:
            last = self._done.pop()
            await self.replay(last, back=True)
            self._undone.append(last)

    async def action_redo(self) -> None:
        """Does again what was undone last."""
        if self._undone:
            last = self._undone.pop()
            await self.replay(last, back=False)
            self._done.append(last)

    async def replay(self, done: Done, back: bool) -> Step:
        """Undoes what was done, or does it again; what that really changed."""
        many = len(done.step.added) + len(done.step.removed) > MANY
        try:
            if many:
                self.notice("Marking…")
                step = await self.asker.call(lambda library: library.replay(done.step, back))
            else:
                step = self.listing.replay(done.step, back)
        except GeotuiError as error:
            self.notice(str(error))
            return Step("")
        self._show_marks()
        changed = bool(step.added or step.removed)
        words = step.words.rpartition(": ")[0] if done.title and changed else step.words
        self.notice(sentence(words, done.title if changed else ""))
        return step


def sentence(words: str, title: str) -> str:
    """`Unread again: "Title"`."""
    said = f"{words[0].upper()}{words[1:]}" if words else ""
    return f'{said}: "{title[:_LONGEST_TITLE]}"' if title else f"{said}."
