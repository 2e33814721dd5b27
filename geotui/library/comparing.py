"""Two texts of a story compared: the leading copy with another, or with what it was when it was read."""

from __future__ import annotations

from geotui import stories
from geotui.library.answering import Answering
from geotui.model import Comparison, CopyEntry, Side, Story


class Comparing(Answering):
    """The part of `Library` that compares."""

    def compared(self, story: Story, with_: Side) -> Comparison:
        """How the leading copy of a story, and another copy or an earlier version of one, differ."""
        leading = Side(story.copies[0])
        (title, text), (its_title, its_text) = self._text(leading), self._text(with_)
        found = stories.difference(text, its_text, (title, its_title))
        if with_.version is None and _is_later(with_.copy, leading.copy):
            return Comparison(leading, with_, found)
        return Comparison(with_, leading, stories.turned(found))

    def _text(self, side: Side) -> tuple[str, str]:
        if side.version is not None:
            return side.version.title, side.version.text
        draft = self.article(side.copy.article).draft
        return draft.title, draft.text

    def versions(self, story: Story) -> tuple[Side, ...]:
        """What copies of a story were when they were read, or marked otherwise, where they have changed since."""
        of = {copy.id: copy for copy in reversed(story.copies)}
        found = ((copy, self.marks.version_read(id_)) for id_, copy in reversed(of.items()))
        return tuple(Side(copy, version) for copy, version in found if version is not None)

    def was_read(self, story: Story) -> Side | None:
        """What was read of an updated story: a version of its leading copy, or another copy; None where unknown."""
        leading = story.copies[0]
        if self.marks.was_read_as_it_is(leading.id):
            return None
        version = self.marks.version_read(leading.id)
        if version is not None and version.read is not None:
            return Side(leading, version)
        return next((Side(copy) for copy in story.copies if self.marks.was_read_as_it_is(copy.id)), None)


def _is_later(copy: CopyEntry, other: CopyEntry) -> bool:
    """Whether a copy is of a later day."""
    day, its_day = copy.published.day, other.published.day
    return day is not None and its_day is not None and day > its_day
