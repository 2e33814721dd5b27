"""Why a story fits a filter: for each part of it what in the story it is that fits, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from geotui.dates.wording import in_words
from geotui.library.finding import phrases
from geotui.library.passages import carried_sentence
from geotui.library.why import copy_named, days
from geotui.model import Actor, Article, CopyEntry, Published, Span, Story, TermReading, day_in_words
from geotui.query import Postings, evaluate_node
from geotui.query.nodes import (
    AddedIn,
    And,
    Carries,
    FromOutlet,
    HasFlag,
    HasTag,
    HasUrl,
    HasWords,
    NamesActor,
    Node,
    Not,
    PublishedIn,
    SpeaksOf,
    Term,
    Test,
    Where,
)
from geotui.query.wording import typed, value_typed
from geotui.text import fold

_MOST_SPELLINGS = 3
_FLAGS = {
    "unread": "You have not read it.",
    "read": "You have read it.",
    "starred": "You starred it.",
    "new": "It reached you after your last visit.",
    "updated": "Its text changed after you read it.",
    "undated": "No day could be named for it.",
    "copies": "It has copies.",
    "note": "You wrote a note on it.",
    "event": "It is one of several stories about an event.",
}


@dataclass(frozen=True, slots=True)
class Fitting:
    """One story against a filter. `articles` are those of its copies, in order; `added` when it first was seen."""

    story: Story
    articles: Sequence[Article]
    added: datetime
    postings: Postings

    def sentences(self, node: Node) -> Iterator[str]:
        """What fits each part that the story fits; nothing for a part of an *or* that it does not fit."""
        if isinstance(node, Not):
            if self._is_possible(node):
                yield self._excluded(node)
        elif not isinstance(node, Term):
            for part in node.parts:
                yield from self.sentences(part)
        else:
            fitting = [test for test in node.tests if self._is_possible(Term(node.reading, (test,)))]
            if fitting and "misspelled" in node.reading.note:
                meant = node.reading.meaning
                yield f"“{value_typed(node.reading)}”, as you typed it, was taken for a misspelling of {meant}."
            for test in fitting:
                yield from self._fits(test, node.reading)

    def _is_possible(self, node: Node) -> bool:
        return self.story.head.rank in evaluate_node(node, self.postings, {}).possible

    def _excluded(self, node: Not) -> str:
        if self.story.head.rank in evaluate_node(node, self.postings, {}).likely:
            return f"It does not fit “{typed(node.part)}”, which the filter leaves out."
        return f"It may fit “{typed(node.part)}”, which the filter leaves out, but not surely."

    def _fits(self, test: Test, reading: TermReading) -> Iterator[str]:
        match test:
            case NamesActor(actor):
                yield from self._named(actor)
            case PublishedIn(span):
                yield _published(self.story.head.published, span, reading.meaning)
            case SpeaksOf(span):
                yield from self._dates(span, reading.meaning)
            case AddedIn():
                yield f"It first reached you on {day_in_words(self.added.date())} at {self.added:%H:%M}."
            case FromOutlet(name):
                yield self._printed(name)
            case HasWords(words, Where.NOTE):
                yield f"Your note has “{' '.join(words)}”."
            case HasWords(words):
                yield self._words(words)
            case Carries(passage):
                yield carried_sentence(passage, list(self._copies()))
            case HasUrl(part):
                address = next((copy.url for copy in self.story.copies if part in fold(copy.url or "")), "")
                yield f"Its address is {address}."
            case HasTag(name):
                yield f"You tagged it “{name}”."
            case HasFlag(name):
                yield _FLAGS[name]

    def _named(self, id_: str) -> Iterator[str]:
        """The spellings that name the actor in the first copy that does, else the role that stands for it."""
        found = [(copy, actor) for copy, article in self._copies() for actor in article.actors if actor.id == id_]
        named = next(((copy, actor) for copy, actor in found if not actor.inferred), None)
        if named is not None:
            copy, actor = named
            place, others = self._place(copy, actor), [s for s in dict.fromkeys(actor.spellings) if s != actor.name]
            if others and actor.name not in actor.spellings:
                yield f"{_spelt(others)} in {place} {'is' if len(others) == 1 else 'are'} {actor.name}."
            else:
                also = f", also as {_spelt(others)}" if others else ""
                yield f"{place[:1].upper()}{place[1:]} names {actor.name}{also}."
        elif found:
            copy, actor = found[0]
            role = f"“{actor.spellings[0]}”" if actor.spellings else f"“{actor.role}”" if actor.role else "an office"
            yield f"{role[:1].upper()}{role[1:]} in {self._place(copy, actor)} may be {actor.name}, who is not named."

    def _copies(self) -> Iterator[tuple[CopyEntry, Article]]:
        return zip(self.story.copies, self.articles, strict=True)

    def _place(self, copy: CopyEntry, actor: Actor) -> str:
        parts = {"title": "the title", "body": "the text", "caption": "a caption"}
        part = parts["body" if "body" in actor.where or not actor.where else actor.where[0]]
        return part if copy == self.story.copies[0] else f"{part} of {copy_named(copy)}"

    def _dates(self, span: Span, meaning: str) -> Iterator[str]:
        for copy, article in self._copies():
            for mention in article.dates:
                if mention.span.start and mention.span.end and _holds(span, mention.span):
                    where = "The text" if copy == self.story.copies[0] else f"The text of {copy_named(copy)}"
                    yield f"{where} names “{mention.text}”, which is {in_words(mention.span)} and lies in {meaning}."
                    return

    def _printed(self, name: str) -> str:
        copies = [copy for copy in self.story.copies if copy.source is not None and fold(copy.source) == fold(name)]
        if copies:
            which = "It" if copies[0] == self.story.copies[0] else "A copy of it"
            return f"{which} was printed by {name}."
        return f"It is credited to {name}."

    def _words(self, words: tuple[str, ...]) -> str:
        wanted, pattern = " ".join(words), phrases([words])
        for copy, article in self._copies():
            draft = article.draft
            places = (("the title", draft.title), ("the text", draft.text), ("a caption", "\n".join(draft.captions)))
            for place, text in places:
                if pattern is not None and pattern.search(fold(text)):
                    of = "" if copy == self.story.copies[0] else f" of {copy_named(copy)}"
                    return f"“{wanted}” stands in {place}{of}."
        return f"“{wanted}” stands in it."


def _published(published: Published, span: Span, meaning: str) -> str:
    start, end = published.start, published.end
    if published.day is not None and start == end == published.day:
        return f"{day_in_words(published.day)} lies in {meaning}."
    interval = days(start, end)
    if start is not None and end is not None and span.contains(start) and span.contains(end):
        return f"It is {interval}, and all of that lies in {meaning}."
    if published.day is not None and span.contains(published.day):
        return f"Its likeliest day, {day_in_words(published.day)}, lies in {meaning}, though it may be {interval}."
    return f"It may lie in {meaning}, no more: it is {interval}."


def _holds(span: Span, named: Span) -> bool:
    return named.start is not None and named.end is not None and span.contains(named.start) and span.contains(named.end)


def _spelt(spellings: Sequence[str]) -> str:
    shown = _listed([f"“{spelling}”" for spelling in spellings[:_MOST_SPELLINGS]])
    more = len(spellings) - _MOST_SPELLINGS
    return f"{shown} and {more} other {'spelling' if more == 1 else 'spellings'}" if more > 0 else shown


def _listed(items: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def match_sentences(fitting: Fitting, root: Node) -> Iterator[str]:
    """Why a story fits a filter, each sentence once; nothing for a filter that asks nothing."""
    return iter(dict.fromkeys(fitting.sentences(root) if root != And(()) else ()))
