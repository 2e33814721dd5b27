"""Coming back: the library as it was left, the index run, and what is new since. Says it; moves no selection."""

from __future__ import annotations

from collections import Counter

from textual import work
from textual.timer import Timer

from geotui.errors import GeotuiError
from geotui.model import IndexReport, Session
from geotui.tui.desk import Desk
from geotui.tui.index_watch import IndexWatch
from geotui.tui.words import count

KEEP_AFTER = 2.0
"""Seconds after which a changed filter, selection or place is kept: so much is lost to a kill at most."""

MOST_PLACES = 100
NO_NEW = "No new stories."
NO_STORY = "No page holds a story."
FIRST_TIME = "New here? ? lists the keys · / filters: try putn late feb 2022"


def new_words(new: int, changed: int, fewer: int = 0) -> str:
    """What a run brought: `2 new stories · is:new shows them`, `1 changed since you read it · is:updated shows it`.

    `fewer`: how many stories there are less than before.
    """
    told = [f"{count(new, 'new story', 'new stories')} · is:new shows {_them(new)}"] if new else []
    if changed:
        told.append(f"{changed:,} changed since you read {_them(changed)} · is:updated shows {_them(changed)}")
    if fewer > 0:
        told.append(f"{count(fewer, 'story', 'stories')} fewer than before")
    return " · ".join(told) or NO_NEW


def why_no_story(report: IndexReport) -> str:
    """That no page holds a story, and how many files are not pages that are read, by the reason most of them have."""
    reasons = Counter(skipped.reason for skipped in report.skipped)
    if not reasons:
        return NO_STORY
    reason, files = reasons.most_common(1)[0]
    return f"{NO_STORY} {count(files, 'file', 'files')} skipped: {reason}. geotui index lists them."


def _them(number: int) -> str:
    return "it" if number == 1 else "them"


class Returning(Desk):
    """What is kept of a visit, and what the pages brought since. `no_story` says why there is none."""

    _keeping: Timer | None = None
    _hidden_told = False
    _stories_before = 0
    no_story = NO_STORY

    # ------------------------------------------------------------------ as it was left

    def restore(self, session: Session | None) -> None:
        """Puts filter, selection, open story and panes back; where nothing was kept, greets."""
        if session is None:
            self.status.hint(FIRST_TIME)
            return
        self.bar.restore(session.filter, session.on, session.possible, session.by_event)
        self.selected_id, self.stories.chosen = session.selected, session.selected is not None
        self.panes.divide(session.share, session.zoomed)
        self.places.update(session.places)
        self.to_open = session.open

    def session(self) -> Session:
        """How things stand now."""
        self.keep_place()
        return Session(
            filter=self.bar.typed.value,
            on=self.bar.on,
            possible=self.bar.possible,
            by_event=self.bar.by_event,
            selected=self.selected_id,
            open=self.reader.story_id if self.in_story else None,
            places=tuple(self.places.items())[-MOST_PLACES:],
            share=self.panes.share,
            zoomed=self.panes.zoomed,
        )

    def keep_soon(self) -> None:
        """Keeps how things stand, once for all that changes in the next moments."""
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    @work(exclusive=True, group="keep")
    async def _keep(self) -> None:
        self._keeping = None
        session = self.session()
        try:
            await self.asker.call(lambda library: library.keep_session(session))
        except GeotuiError as error:
            self.notice(str(error))

    # ------------------------------------------------------------------ what is new

    def action_rescan(self) -> None:
        """Looks for new and changed pages."""
        self.stories.chosen = True
        answer = self.listing.answer
        if self.index_watch.rescan():
            self._stories_before = 0 if answer is None else answer.total
        else:
            self.notice("Already looking for new pages.")

    def on_index_watch_told(self, event: IndexWatch.Told) -> None:
        """Says how far the index run is, what it brought, and what went wrong."""
        self.status.progress(event.progress)
        if event.progress is None:
            self.say_read()
        if event.failure:
            self.notice(event.failure)
        elif event.report is not None and (event.report.new or event.report.changed or event.asked):
            before = self._stories_before if event.asked else 0
            self.notice(new_words(event.report.new, event.report.changed, before - event.report.stories))
        if event.report is not None:
            self.no_story = why_no_story(event.report)
        if event.progress is None and (self.listing.is_empty or (not self.stories.count and not self.bar.text)):
            self.stories.say_empty(event.failure or self.no_story)

    @work(exclusive=True, group="hidden")
    async def tell_hidden(self) -> None:
        """Says once how many new stories a filter that came back from the last visit does not show."""
        answer = self.listing.answer
        if self._hidden_told or answer is None or not self.bar.text:
            return
        self._hidden_told = True
        hidden = await self.asker.call(lambda library: library.hidden_new(answer))
        if hidden:
            self.notice(f"This filter hides {count(hidden, 'new story', 'new stories')}; \\ switches it off.")
