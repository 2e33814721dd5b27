"""Filters answered, and the stories that they find."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby

from pyroaring import BitMap

from geotui import query
from geotui.errors import GeotuiError, UsageError
from geotui.library.answer import Answer, ByDate, ByKey, Order
from geotui.library.grouping import ByEvent, groups
from geotui.library.opened import Opened
from geotui.library.passages import with_hint
from geotui.library.postings import LibraryPostings
from geotui.library.rows import Group, Row
from geotui.marks import Mark
from geotui.model import Article, Marks, NameMatch, Story, Timeline
from geotui.query import Filter, Sort


class UnknownStoryError(GeotuiError):
    """No story of the library has the id that was asked for."""


class Answering(Opened):
    """The part of `Library` that answers filters."""

    def answer(self, text: str, possible: bool = False, by_event: bool = False) -> Answer:
        """The stories of a filter, with the possible ones where asked for, in a row each or each event in one.

        Raises PhraseError.
        """
        with self.reader.snapshot():
            return self._answer(text, possible, by_event)

    def _read(self, text: str) -> Filter:
        return query.read(text, self.vocabulary, self.now, self._settings)

    def _postings(self) -> LibraryPostings:
        return LibraryPostings(self.reader, self.marks, self._marked, self._first_seen, self._new_since())

    def _new_since(self) -> float | None:
        return self.marks.new_since(self.key, self._visit)

    def _answer(self, text: str, possible: bool, by_event: bool) -> Answer:
        found = self._read(text)
        postings = self._postings()
        looked_up: query.Found = {}
        graded = query.evaluate(found, postings, looked_up)
        ranks = graded.possible if possible else graded.likely
        copies = self.reader.copies()
        several = ranks & self.reader.sets.posting("flag", "copies")
        order = partial(self._order, found.sort)
        told = self.reader.sets.posting("flag", "event")
        grouped = ByEvent(ranks, told, self.reader.events, order) if by_event else None
        return Answer(
            filter=found,
            graded=graded,
            shown=order(ranks) if grouped is None else grouped,
            ranks=ranks,
            by_event=grouped,
            unsure=len(ranks) - len(graded.likely),
            hidden=len(graded.possible) - len(ranks),
            folded=sum(copies[rank] - 1 for rank in several),
            total=self.reader.count(),
            sentence=query.sentence(found),
            sentences=query.sentences(found, self._knowledge),
            advice="" if ranks else with_hint(query.advise(found, postings, self._knowledge, looked_up), text),
            hidden_by=query.hidden(found, postings, looked_up) if ranks else "",
            generation=self.reader.generation,
            sort=found.sort,
        )

    def _order(self, sort: Sort, ranks: BitMap) -> Order:
        dated = self.reader.dated()
        if sort in (Sort.NEWEST, Sort.OLDEST):
            return ByDate(ranks, dated, sort is Sort.NEWEST)
        if sort is Sort.ADDED:
            return ByKey(ranks, dated, self._first_seen.times(self.reader).__getitem__)
        counts = self.reader.copies() if sort is Sort.COPIES else self.reader.outlet_counts()
        return ByKey(ranks, dated, counts.__getitem__)

    def rows(self, answer: Answer, first: int, count: int) -> list[Row]:
        """Rows of an answer, from one on."""
        numbers = range(first, min(first + count, len(answer.shown)))
        heads = self.reader.heads([answer.shown.rank(row) for row in numbers])
        grouped: dict[int, Group] = {}
        if answer.by_event is not None:
            grouped = groups(answer.by_event, numbers, self.reader, self._marked.ranks(self.reader, Mark.READ))
        return [Row(head, self.marks_of(head.rank), answer.match(head.rank), grouped.get(head.rank)) for head in heads]

    def timeline(self, answer: Answer, of_rows: bool = False) -> Timeline:
        """How many of the stories listed are of each day; of the rows, where an event has its place by one day."""
        days, listed = self.reader.days(), answer.places if of_rows else answer.ranks
        dated = [days[rank] for rank in listed if rank < len(days)]
        counts = tuple((date.fromordinal(day), len(list(same))) for day, same in groupby(dated))
        return Timeline(counts, len(listed) - len(dated))

    # ------------------------------------------------------------------ what is new

    def new_stories(self) -> BitMap:
        """The ranks of stories first seen after the last visit ended."""
        return self._postings().flag("new")

    def hidden_new(self, answer: Answer) -> int:
        """How many new stories an answer does not list."""
        return len(self.new_stories() - answer.ranks)

    # ------------------------------------------------------------------ one story

    def story(self, rank: int) -> Story:
        """One story whole, by its rank."""
        return self.reader.story(rank)

    def article(self, number: int) -> Article:
        """One copy's article, by its number in the index."""
        return self.reader.article(number)

    def find_story(self, id_: str) -> int:
        """The rank of the story with this id, or a copy's, or a unique beginning of one.

        Raises UnknownStoryError where there is none, UsageError where the beginning fits several.
        """
        ranks = self.reader.ranks_beginning(id_.strip().lower()) if id_.strip() else []
        if not ranks:
            raise UnknownStoryError(f"no story has an id that begins with {id_!r}; geotui query lists them")
        if len(ranks) == 1:
            return ranks[0]
        exact = self.reader.rank_of(id_)
        if exact is None:
            raise UsageError(f"several stories have an id that begins with {id_!r}; give more of it")
        return exact

    def marks_of(self, rank: int) -> Marks:
        """What the reader added to a story: the union of what its copies carry."""
        marks = self.marks.of(self.reader.copy_ids(rank))
        leading = self.reader.leading_ids([rank]).get(rank) if marks.read else None
        return marks if leading is None else replace(marks, updated=not self.marks.was_read_as_it_is(leading))

    def resolve(self, name: str) -> tuple[NameMatch, ...]:
        """Actors that a typed name may mean, best first."""
        return self.vocabulary.resolve_whole(name)
