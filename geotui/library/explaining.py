"""What is told about stories and filters besides the stories: completions, reasons, the raw page, a citation."""

from __future__ import annotations

from geotui import query
from geotui.library import completing, raw, why
from geotui.library.answer import Answer
from geotui.library.answering import Answering
from geotui.library.citation import citation
from geotui.model import Article, Choice, CopyEntry, RawPage, Story, Why


class Explaining(Answering):
    """The part of `Library` that explains."""

    def complete(self, text: str, cursor: int, possible: bool = False) -> tuple[Choice, ...]:
        """What the words under the cursor may become, the likeliest first, each with the stories that it would list."""
        with self.reader.snapshot():
            begun = query.complete(text, cursor, self.vocabulary, self.marks.tags())
            now = completing.readable(text, self._read)
            others = query.other_readings(now, cursor) if now else ()
            return completing.choices(text, (*begun, *others), possible, self._read, self._postings())

    def why(self, answer: Answer | None, rank: int) -> Why:
        """Why a story has its date, why its copies are one story, why it fits the filter of an answer."""
        story = self.story(rank)
        return Why(why.date_sentences(story.head.published), (), ())

    def raw(self, copy: CopyEntry) -> RawPage:
        """A copy's page as it is now; raises InputError where it is gone or cannot be read."""
        return raw.raw_page(copy, self._knowledge)

    def citation(self, story: Story, article: Article) -> str:
        """A story in one paragraph, to be quoted, for the copy whose article is given."""
        return citation(story, article)
