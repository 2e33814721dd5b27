"""What is listed: an answer, and which edition of the stories its ranks are of. No widgets.

Stories are named by id here, since a rank means another story once others are published.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geotui.library import Answer, Edition, EventReports, Library, Row
from geotui.library.highlights import Highlights, highlights
from geotui.marks import Mark
from geotui.model import Article, CopyEntry, Marks, Side, Step, Story
from geotui.query import Sort
from geotui.query.nodes import Carries, sought
from geotui.tui.row_pages import RowPages


class Listing:
    """One library's stories as the last answer lists them; calls `outdated` where it finds other ones published."""

    def __init__(self, library: Library, outdated: Callable[[], None]) -> None:
        self._library = library
        self._outdated = outdated
        self.answer: Answer | None = None
        self.edition: Edition | None = None

    def everything(self) -> tuple[Answer, Edition] | None:
        """The answer to no filter, from the index as it stands; None where nothing is indexed yet."""
        self._library.take_up()
        edition = self._library.edition
        return None if edition is None else (self._library.answer(""), edition)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is indexed yet."""
        return self._library.edition is None

    @property
    def has_events(self) -> bool:
        """Whether any two stories report one event."""
        return not self.is_empty and self._library.has_events()

    def take(self, answer: Answer, edition: Edition) -> RowPages | None:
        """Lists an answer; None where it is of other stories than are published now."""
        self._library.take_up()
        if edition != self._library.edition:
            return None
        self.answer, self.edition = answer, edition
        return RowPages(answer, self._rows)

    def _rows(self, answer: Answer, first: int, count: int) -> list[Row]:
        if self.edition == self._library.edition:
            rows = self._library.rows(answer, first, count)
            if not self._library.take_up():
                return rows
            self._outdated()
        return []

    def rank(self, story_id: str) -> int | None:
        """The rank of a story now; None where no page holds it any more."""
        return None if self.is_empty else self._library.reader.rank_of(story_id)

    def row(self, story_id: str | None) -> int | None:
        """The row of a story; None where it is not listed."""
        rank = self.rank(story_id) if story_id else None
        return None if rank is None or self.answer is None else self.answer.shown.row(rank)

    def row_near(self, story_id: str | None) -> int | None:
        """The row of a story or, where it is not listed any more, of the one that follows where it stood.

        None where no page holds the story, or the order is not that of dates.
        """
        row = self.row(story_id)
        rank = self.rank(story_id) if story_id else None
        if row is not None or rank is None or self.answer is None or not self.answer.ranks:
            return row
        older = self.answer.ranks.rank(rank)
        match self.answer.sort:
            case Sort.NEWEST:
                return self.answer.shown.row(self.answer.ranks[max(0, older - 1)])
            case Sort.OLDEST:
                return self.answer.shown.row(self.answer.ranks[min(older, len(self.answer.ranks) - 1)])
            case _:
                return None

    def marks_changed(self) -> bool:
        """Whether this or another window has committed marks since this was last asked."""
        return self._library.marks_changed()

    def story(self, story_id: str) -> tuple[Story, Article] | None:
        """A story and the article that leads it."""
        rank = self.rank(story_id)
        if rank is None:
            return None
        story = self._library.story(rank)
        return story, self._library.article(story.copies[0].article)

    def event(self, story_id: str) -> EventReports | None:
        """The event of a story, with all that report it; None where it is the only one, or is not there any more."""
        rank = self.rank(story_id)
        return None if rank is None else self._library.event(rank)

    def mark(self, story_id: str, kind: Mark, on: bool | None = None, value: str = "") -> Step | None:
        """Sets a mark or takes it off, with None the other way round; None where there is no such story any more.

        Raises StoreError where it cannot be written.
        """
        rank = self.rank(story_id)
        if rank is None:
            return None
        if on is None:
            on = not _is_on(self._library.marks_of(rank), kind, value)
        return self._library.mark(rank, kind, on, value)

    def reports(self, row: Row | None) -> list[int]:
        """The ranks of the reports that a row stands for; none where it is a story alone, or other ones are published.

        They are those that the filter finds.
        """
        if self.answer is None or row is None or row.group is None or row.group.stories < 2 or self.is_outdated:
            return []
        event = self._library.event(row.head.rank)
        return [] if event is None else [r.head.rank for r in event.rows if r.head.rank in self.answer.ranks]

    def mark_reports(self, ranks: Sequence[int], kind: Mark, value: str = "") -> Step:
        """Sets a mark on stories; where all of them have it takes it off. Raises StoreError where it cannot be."""
        step = self._library.mark_several(ranks, kind, True, value)
        return step if step.added else self._library.mark_several(ranks, kind, False, value)

    def ids(self, ranks: Sequence[int]) -> frozenset[str]:
        """The ids of stories."""
        return frozenset(self._library.reader.leading_ids(ranks).values())

    def replay(self, step: Step, back: bool) -> Step:
        """Undoes what a step changed, or does it again; raises StoreError where it cannot be written."""
        return self._library.replay(step, back)

    def split_off(self, copy: CopyEntry) -> Step:
        """Splits a copy off the story that it is in; nothing where all of that is one text, or it is gone.

        Raises StoreError where it cannot be written.
        """
        rank = self.rank(copy.id)
        return Step("") if rank is None else self._library.split_off(self._library.story(rank), copy)

    def merge(self, story_ids: Sequence[str]) -> Step:
        """Makes stories one; nothing where they are. Raises StoreError where it cannot be written."""
        return self._library.merge(story_ids)

    def leading(self, story_id: str) -> str | None:
        """The id of the story that has this one, or a copy with it, now; None where none does."""
        rank = self.rank(story_id)
        return None if rank is None else self._library.reader.leading_ids([rank])[rank]

    @property
    def is_outdated(self) -> bool:
        """Whether other stories are published than are listed."""
        return self.edition != self._library.edition

    def marks(self, story_id: str) -> Marks:
        """What the reader added to a story; nothing where there is no such story any more."""
        rank = self.rank(story_id)
        return Marks() if rank is None else self._library.marks_of(rank)

    def versions(self, story: Story) -> tuple[Side, ...]:
        """What copies of a story were when they were read, where they have changed since."""
        return self._library.versions(story)

    def was_read(self, story: Story) -> Side | None:
        """What was read of an updated story; None where that is what is shown of it, or unknown."""
        return self._library.was_read(story)

    def title(self, story_id: str) -> str:
        """The title of a story, empty where there is no such story any more."""
        rank = self.rank(story_id)
        return "" if rank is None else self._library.story(rank).head.title

    def tags(self) -> list[str]:
        """All tags in use."""
        return self._library.tags()

    def article(self, copy: CopyEntry) -> Article:
        """The article of a copy of a story."""
        return self._library.article(copy.article)

    @property
    def seeks_passage(self) -> bool:
        """Whether the filter in force looks for a passage."""
        terms = () if self.answer is None else sought(self.answer.filter.root)
        return any(isinstance(test, Carries) for term in terms for test in term.tests)

    def highlights(self, article: Article) -> Highlights:
        """What the filter in force matches in an article."""
        return highlights(article, self.answer.filter) if self.answer is not None else Highlights()


def _is_on(marks: Marks, kind: Mark, value: str) -> bool:
    match kind:
        case Mark.READ:
            return marks.read
        case Mark.STAR:
            return marks.starred
        case Mark.TAG:
            return value in marks.tags
        case Mark.NOTE:
            return marks.note == value
