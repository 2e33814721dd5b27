"""Why a story is a report of its event: what it has in common with the other reports, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from geotui import stories
from geotui.model import Actor, ActorKind, Article, EventHead, StoryHead
from geotui.stories.event_clues import Kind, kind_of, title_terms
from geotui.text import fold

LOOKED_AT = 12
"""So many other reports, the nearest in time, are compared with a story."""

_TOLD, _NAMES, _WORDS, _NUMBERS = 3, 4, 5, 3
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_KINDS = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COUNTRY)


@dataclass(frozen=True, slots=True)
class Common:
    """What two reports both tell: names, words that tell most of what happened, numbers; the most telling first."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    numbers: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.names) + len(self.words) + len(self.numbers)

    def in_words(self) -> str:
        """`the name Jorun Halvik, the words Mirelda and Osk, and the number 41`; empty where there is nothing."""
        parts = (
            ("name", self.names[:_NAMES]),
            ("word", self.words[:_WORDS]),
            ("number", self.numbers[:_NUMBERS]),
        )
        said = [f"the {what}{'s' * (len(told) > 1)} {_listed(told)}" for what, told in parts if told]
        return _listed(said, ", and " if len(said) > 2 else " and ")


def event_sentences(event: EventHead, article: Article, others: Sequence[tuple[StoryHead, Article]]) -> Iterator[str]:
    """Which event an article reports, and what it has in common with those other reports that are most like it."""
    days = event.days()
    of_days = f" of {days}" if days else ""
    yield f"It is one of {event.stories:,} reports{of_days} on one event: “{event.title}”."
    found = [(head, common(article, other)) for head, other in others]
    found.sort(key=lambda pair: -len(pair[1]))
    for head, shared in found[:_TOLD]:
        if told := shared.in_words():
            outlet = f" from {head.sources[0]}" if head.sources else ""
            yield f"With “{head.title}”{outlet} it has in common {told}."


def common(one: Article, other: Article) -> Common:
    """What two articles both tell of what happened."""
    mine, theirs = stories.clues(one), stories.clues(other)
    in_theirs = {packed >> 8 for packed in theirs.terms}
    shared = [term for packed in mine.terms if (term := packed >> 8) in in_theirs and kind_of(term) == Kind.WORD]
    names = [*_names(one, other)]
    in_names = {term for name in names for term in title_terms(name)}
    printed = _printed(one)
    words = [printed[term] for term in shared if term in printed and term not in in_names]
    numbers = dict.fromkeys(value for counted in mine.numbers if counted in theirs.numbers for value in counted[1:])
    return Common(tuple(names), tuple(dict.fromkeys(words)), tuple(f"{value:,.10g}" for value in numbers))


def _names(one: Article, other: Article) -> Iterator[str]:
    """Those that both name, not by role alone: whom few know first, countries last."""
    theirs = {actor.id for actor in other.actors if not actor.inferred}

    def place(actor: Actor) -> tuple[bool, int]:
        return actor.known, _KINDS.index(actor.kind)

    shared = [actor for actor in one.actors if actor.id in theirs and not actor.inferred]
    return map(attrgetter("name"), sorted(shared, key=place))


def _printed(article: Article) -> dict[int, str]:
    """How an article prints the words that are terms: small letters where it uses them anywhere."""
    found: dict[int, str] = {}
    for word in _WORD.findall(f"{article.draft.title}\n{article.draft.text}"):
        for term in title_terms(word):
            if term not in found or (word.islower() and fold(found[term]) == word):
                found[term] = word
    return found


def _listed(items: Sequence[str], last: str = " and ") -> str:
    return last.join(filter(None, (", ".join(items[:-1]), *items[-1:])))
