"""What the reader corrects of folds: stories merged, copies split off. Lists the stories so once they are published.

Few stories are published here, in the thread that answers filters, for a process would take longer to start; many are
in a process of their own, as new pages are.
"""

from __future__ import annotations

from collections.abc import Callable

from textual import work
from textual.widget import Widget

from geotui.errors import GeotuiError
from geotui.library import Edition
from geotui.marks import Correction
from geotui.model import CopyEntry, Step
from geotui.tui.actions import Need
from geotui.tui.comparing import Comparing
from geotui.tui.copies_screen import CopiesScreen, CopyChoice, Use
from geotui.tui.desk import LIST_HINT
from geotui.tui.filter_bar import FilterBar
from geotui.tui.index_watch import IndexWatch
from geotui.tui.marking import Done, Marking, sentence
from geotui.tui.words import count

FEW = 1_000
"""So many stories are published in half a second, which keys do not notice; more would hold them up."""

ONE_TEXT = "Its copies are one text, word for word: they stay together."
ONE_STORY = "These are one story already."


class Correcting(Marking, Comparing):
    """Actions that correct folds. Stories that are selected to be merged stay so whatever the filter."""

    _words = ""
    _edition: Edition | None = None

    def has(self, need: Need) -> bool:
        """Whether what an action needs is there."""
        return len(self.stories.picked) > 1 if need is Need.PICKED else super().has(need)

    # ------------------------------------------------------------------ what is selected

    def action_pick(self) -> None:
        """Selects the story one is at, or the reports that the row stands for, to be merged, or no longer."""
        story_id = self.current_id()
        if story_id is None:
            return
        ids = self.listing.ids(self.reports()) or {story_id}
        self.stories.pick(self.stories.picked - ids if ids <= self.stories.picked else self.stories.picked | ids)
        if self.in_story:
            self.notice(f"{count(len(self.stories.picked), 'story is', 'stories are')} selected · M makes them one")
        else:
            self.status.hint(self._with_picked(LIST_HINT))

    def action_forget_all(self) -> None:
        """Nothing is selected any more; the next mark is for one story again."""
        super().action_forget_all()
        if self.stories.picked:
            self.stories.pick(frozenset())
            if not self.in_story:
                self.status.hint(LIST_HINT)

    def go_to(self, part: Widget, hint: str) -> None:
        """Gives a part the keys; in the list how many are selected is said."""
        super().go_to(part, self._with_picked(hint))

    def _with_picked(self, hint: str) -> str:
        picked = len(self.stories.picked)
        return f"{picked:,} selected · M merges · Esc drops them · {hint}" if picked and hint == LIST_HINT else hint

    # ------------------------------------------------------------------ what is corrected

    def action_merge(self) -> None:
        """Makes the selected stories one; they are selected no longer."""
        picked = sorted(self.stories.picked)
        self.action_forget_all()
        self._correct(lambda: self.listing.merge(picked), "", ONE_STORY)

    async def action_split(self) -> None:
        """Splits off the copy that is open, or the one beside the leading one; of several lets one choose."""
        found = self.current_story()
        if found is None:
            return
        copies = found[0].copies
        others = {copy.id: copy for copy in reversed(copies) if copy.id != copies[0].id}
        is_open = self.reader.copy if self.in_story else None
        if is_open is not None or len(others) < 2:
            self._split_off(is_open or next(iter(others.values()), copies[0]))
        else:
            await self.app.push_screen(CopiesScreen(found[0], Use.SPLIT), self.take_copy)

    def take_copy(self, choice: CopyChoice | None) -> None:
        """Splits off the copy that was chosen for it."""
        if choice is not None and choice.use is Use.SPLIT:
            self._split_off(choice.copy)
        else:
            super().take_copy(choice)

    def _split_off(self, copy: CopyEntry) -> None:
        self._correct(lambda: self.listing.split_off(copy), copy.title, ONE_TEXT)

    def _correct(self, change: Callable[[], Step], title: str, nothing: str) -> None:
        try:
            step = change()
        except GeotuiError as error:
            self.notice(str(error))
            return
        if step.added:
            self.note_done(Done(step, title))
            self._publish(sentence(step.words, title))
        else:
            self.notice(nothing)

    async def replay(self, done: Done, back: bool) -> Step:
        """Undoes what was done, or does it again; where that is a correction, the stories are other ones."""
        step = await super().replay(done, back)
        if any(row.kind in tuple(Correction) for row in (*step.added, *step.removed)):
            self._publish(self.status.noticed)
        return step

    # ------------------------------------------------------------------ the stories that it makes

    def _publish(self, words: str) -> None:
        """Has the stories published anew; what was done is said now, and how many there are once they are listed."""
        self._words, self._edition = words.rstrip("."), self.listing.edition
        self.stories.chosen = True
        self.notice(f"{self._words}…")
        self._publish_stories()

    @work(exclusive=True, group="corrections")
    async def _publish_stories(self) -> None:
        answer = self.listing.answer
        try:
            is_few = answer is not None and answer.total <= FEW
            is_done = is_few and await self.asker.call(lambda library: library.correct())
        except GeotuiError as error:
            self.notice(str(error))
            return
        if not is_done:
            self.index_watch.correct()
        elif not self.index_watch.look() and not self.listing.is_outdated:
            self._say_published()

    def on_index_watch_told(self, event: IndexWatch.Told) -> None:
        """Says what was done where a run brought no other stories."""
        if event.report is not None and not event.report.busy and not self.listing.is_outdated:
            self._say_published()

    def on_filter_bar_answered(self, _event: FilterBar.Answered) -> None:
        """Once other stories are listed, follows those that are selected and the one that is open, and says so."""
        if self.listing.edition == self._edition:
            return
        self._edition = self.listing.edition
        self.stories.pick(frozenset(filter(None, map(self.listing.leading, self.stories.picked))))
        if self._words and self.in_story:
            self._show_open_story()
        self._say_published()

    def _show_open_story(self) -> None:
        """Shows the story that the open text is of now, where one was in it."""
        shown, place = self.reader.shown, self.reader.place
        found = None if shown is None else self.listing.story(shown.article.id)
        if shown is None or found is None:
            return
        is_same = found[1].id == shown.article.id
        self.reader.show_story(*found, self.listing.highlights(found[1]), place if is_same else 0)
        self.say_place()

    def _say_published(self) -> None:
        if self._words and self.listing.answer is not None:
            done, mark, title = self._words.partition(': "')  # the title comes last: it may be too long for the line
            self.notice(f"{done} · {count(self.listing.answer.total, 'story', 'stories')} now{mark}{title}")
        self._words = ""
