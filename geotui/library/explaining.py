"""What is told about stories and filters besides the stories: completions, reasons, the raw page, a citation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from geotui import query
from geotui.library import completing, matching, raw, why
from geotui.library.answer import Answer
from geotui.library.answering import Answering
from geotui.library.by_hand import by_hand_sentences
from geotui.library.citation import citation, quoted_copy, shown_copy
from geotui.library.event_reasons import LOOKED_AT, event_sentences
from geotui.library.linked import MOST_LINKS, linked
from geotui.model import Article, Choice, CopyEntry, RawPage, Story, Why
from geotui.query.passage import is_field_begun


class Explaining(Answering):
    """The part of `Library` that explains."""

    def complete(self, text: str, cursor: int, possible: bool = False) -> tuple[Choice, ...]:
        """What the words under the cursor may become, the likeliest first, each with the stories that it would list."""
        with self.reader.snapshot():
            now = completing.readable(text, self._read)
            if now is not None and now.is_passage(cursor) and not is_field_begun(text, cursor):
                return ()
            here = [term for term in now.terms if term.start <= cursor <= term.end] if now else []
            is_date = any(term.kind == "date" for term in here)
            begun = () if is_date else query.complete(text, cursor, self.vocabulary, self.marks.tags())
            others = query.other_readings(now, cursor) if now else ()
            settled = None if any(term.note for term in here) else now
            return completing.choices(text, (*begun, *others), possible, self._read, self._postings(), settled)

    def why(self, answer: Answer | None, rank: int) -> Why:
        """Why a story has its date, its copies, its event, and why it fits the filter of an answer, if one is given.

        The rank is that of the stories in use, as the answer's are.
        """
        with self.reader.snapshot():
            story = self.story(rank)
            articles = [self.article(copy.article) for copy in story.copies]
            matches: tuple[str, ...] = ()
            if answer is not None:
                added = datetime.fromtimestamp(self._first_seen.times(self.reader)[rank])  # noqa: DTZ006 - local time
                fitting = matching.Fitting(story, articles, added, self._postings())
                matches = tuple(matching.match_sentences(fitting, answer.filter.root)) or self._misfit(answer, rank)
            by_hand = by_hand_sentences(story, self.marks.corrections(), self.reader)
            event = tuple(self._event_sentences(story, articles[0]))
            links = tuple(linked(story, articles[0], self._linked(story)))
        copies = (*why.copy_sentences(story, articles), *by_hand)
        return Why(tuple(why.date_sentences(story)), copies, matches, event, links)

    def _misfit(self, answer: Answer, rank: int) -> tuple[str, ...]:
        """That a story does not fit the filter, or not any more since it was found."""
        if rank in query.evaluate(answer.filter, self._postings()).possible:
            return ()
        if rank in answer.ranks:
            return (f"“{answer.filter.text}” found it, but it was read or marked since, and does not fit any more.",)
        return ("The filter in force does not find it.",)

    def _linked(self, story: Story) -> list[tuple[Story, Article]]:
        """The stories that one is linked to, with their leading articles."""
        ranks = (self.reader.rank_of(related.id) for related in story.related[:MOST_LINKS])
        others = [self.story(rank) for rank in ranks if rank is not None]
        return [(other, self.article(other.copies[0].article)) for other in others]

    def _event_sentences(self, story: Story, article: Article) -> Iterator[str]:
        found = self.reader.events.of_rank(story.head.rank)
        if found is None:
            return
        rank = story.head.rank
        others = sorted(set(found[1]) - {rank}, key=lambda other: (abs(other - rank), other))[:LOOKED_AT]
        heads = self.reader.heads(others)
        leading = [self.article(self.story(head.rank).copies[0].article) for head in heads]
        yield from event_sentences(found[0], article, list(zip(heads, leading, strict=True)))

    def raw(self, copy: CopyEntry) -> RawPage:
        """A copy's page as it is now; raises InputError where it is gone or cannot be read."""
        return raw.raw_page(copy, self._knowledge)

    def citation(self, story: Story, article: Article) -> str:
        """A story in one paragraph, to be quoted, by the copy whose article is given, or by one that has an address."""
        shown = shown_copy(story, article)
        quoted = quoted_copy(story, shown)
        return citation(story, quoted, article if quoted == shown else self.article(quoted.article))
