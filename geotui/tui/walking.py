"""Going through the list other than row by row: to busy days, in another order; and the paint of every move.

What must not be in here: marks, or what a story says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from textual import work

from geotui.errors import GeotuiError
from geotui.library import Answer
from geotui.model import Timeline, day_in_words
from geotui.query import Sort
from geotui.tui.desk import Desk
from geotui.tui.story_list import StoryList
from geotui.tui.words import count

BUSY, LEAST = 1.5, 2
"""A day is busy that has so many times the stories of the mean day with any, and so many stories."""

_SORT = re.compile(r'("[^"]*"?)|(?<!\S)sort:\w*\s*')
_SORT_AT_THE_END = re.compile(r"(?<!\S)sort:\w*$")
"""The order beside a passage, whose quotation marks need not be pairs."""


class Walking(Desk):
    """Actions that lead through the list."""

    _to_say = ""

    def on_story_list_moved(self, _event: StoryList.Moved) -> None:
        """Paints the move, after the handlers of the screen itself have said where one is: one write for both."""
        self.stories.paint()
        if self._to_say:
            self.notice(self._to_say)
            self._to_say = ""

    def select_saying(self, number: int, words: str) -> None:
        """Selects a row, opens it where a story is open, and says something that outlasts the move."""
        before = self.stories.selected
        self.stories.select_row(number)
        row = self.stories.selected_row
        if self.in_story and row is not None and row.head.id != self.reader.story_id:
            self.open_story(row.head.id)
        if self.stories.selected != before:
            self._to_say = words
        elif words:
            self.notice(words)

    def row_on(self, step: int) -> int:
        """The row that a step leads to. Where the open story is listed no more, what followed it is selected."""
        is_gone = self.in_story and self.stories.selected_row is not None and not self.at_open_row
        return self.stories.selected + (0 if is_gone and step > 0 else step)

    def action_sort(self) -> None:
        """The next order, by the filter's own word for it."""
        answer = self.listing.answer
        if answer is not None:
            text, sort = sorted_next(self.bar.typed.value, answer.sort)
            self.type_filter(text)
            self.notice(f"In the order of: {sort.value}.")

    def action_group(self) -> None:
        """A row an event, or a story each again."""
        self.stories.chosen = True
        self.bar.switch_events()

    async def timeline(self, answer: Answer, of_rows: bool = False) -> Timeline | None:
        """When the stories of an answer, or its rows, are.

        None where it cannot be told, or other stories are listed meanwhile.
        """
        edition = self.listing.edition
        try:
            timeline = await self.asker.call(
                lambda library: library.timeline(answer, of_rows) if library.edition == edition else None
            )
        except GeotuiError as error:
            self.notice(str(error))
            return None
        return timeline if self.listing.answer is answer else None

    @work(exclusive=True, group="busy")
    async def action_busy(self, step: int) -> None:
        """To the first story of the next busy day down the list, or up it with a `step` of -1."""
        listing = self.listing
        answer = listing.answer
        row = self.stories.selected_row
        if answer is None or row is None:
            return
        if answer.sort not in (Sort.NEWEST, Sort.OLDEST):
            self.notice("The stories are not in the order of their days; S changes that.")
            return
        timeline = await self.timeline(answer, of_rows=True)
        if timeline is None:
            return
        found = busy_day(timeline, row.published.day, answer.sort is Sort.NEWEST, step)
        if found is None:
            self.notice(f"No day further {'down' if step > 0 else 'up'} has many stories; T shows all days.")
            return
        number, day, rows = found
        what = count(rows, "story", "stories") if answer.by_event is None else count(rows, "row", "rows")
        self.select_saying(number, f"{day_in_words(day)}: {what}.")


def sorted_next(text: str, now: Sort) -> tuple[str, Sort]:
    """A filter line with the next order in the place of its own; the first of all is left unsaid."""
    orders = list(Sort)
    following = orders[(orders.index(now) + 1) % len(orders)]
    rest = _SORT_AT_THE_END.sub("", _SORT.sub(lambda found: found[1] or "", text).strip()).strip()
    return (rest if following is orders[0] else f"{rest} sort:{following.value}".strip()), following


def busy_day(timeline: Timeline, day: date | None, newest_first: bool, step: int) -> tuple[int, date, int] | None:
    """(first row, day, stories) of the nearest busy day down the list from a day, or up it; None where there is none.

    Rows are in the order of days; those without one, `day` None, stand last.
    """
    days: Sequence[tuple[date, int]] = timeline.days[::-1] if newest_first else timeline.days
    if not days:
        return None
    busy = max(LEAST, BUSY * sum(stories for _, stories in days) / len(days))
    found: list[tuple[int, date, int]] = []
    number = 0
    for there, stories in days:
        if stories >= busy and there != day:
            found.append((number, there, stories))
        number += stories

    def is_before(there: date) -> bool:
        return day is None or (there > day if newest_first else there < day)

    if step > 0:
        return next((place for place in found if not is_before(place[1])), None)
    return next((place for place in reversed(found) if is_before(place[1])), None)
