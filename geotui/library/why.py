"""Why a story has its date, and why its copies are one story: in sentences, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from geotui import stories
from geotui.model import Article, CopyEntry, Published, Relation, Story, day_in_words

_A_DAY = timedelta(days=1)
_QUOTED = 15
_SHORTEST_PASSAGE = 4
_RELATIONS = {
    Relation.NEAR: "is nearly the same text",
    Relation.EXCERPT: "is a part of the leading text",
    Relation.UPDATE: "is an earlier or later version of the leading text",
}


def date_sentences(story: Story) -> Iterator[str]:
    """What the date of a story rests on; nothing where nothing tells it."""
    published = story.head.published
    if not published.evidence:
        return
    yield _told(published)
    dated = next((copy for copy in story.copies if copy.published == published), story.copies[0])
    if dated != story.copies[0]:
        yield f"That is the date of {copy_named(dated)}, the surest of its {len(story.copies)} copies."
    for evidence in published.evidence:
        yield f"{evidence[:1].upper()}{evidence[1:].rstrip('.')}{'' if evidence.endswith('…') else '.'}"


def _told(published: Published) -> str:
    start, end = published.start, published.end
    if published.day is not None and published.metadata:
        return f"It is of {day_in_words(published.day)}."
    if published.day is not None:
        return f"Its day was inferred: {_inferred(published)}."
    if start is None and end is None:
        return "No day or year is likely enough to be named."
    return f"No one day is likely enough to be named; four times in five it would be {days(start, end)}."


def _inferred(published: Published) -> str:
    """`likely 4 Feb 2022, give or take a day`, with the interval where that says more."""
    day, start, end = published.day, published.start, published.end
    assert day is not None
    sureness = published.sureness()
    beside = f"{day_in_words(day)}, give or take a day"
    if start is not None and end is not None and day - _A_DAY <= start and end <= day + _A_DAY:
        return f"{sureness or 'perhaps'} {beside}"
    within = f"four times in five it is {days(start, end)}"
    return f"{sureness} {beside}; {within}" if sureness else f"the best guess is {day_in_words(day)}, and {within}"


def days(start: date | None, end: date | None) -> str:
    """`of 4 Feb 2022`, `between 4 and 9 Feb 2022`, `of 4 Feb 2022 or later`."""
    if start is not None and end is not None:
        return f"of {day_in_words(start)}" if start == end else f"between {day_in_words(start)} and {day_in_words(end)}"
    if start is not None:
        return f"of {day_in_words(start)} or later"
    return f"of {day_in_words(end)} or earlier" if end is not None else "of any day"


def copy_named(copy: CopyEntry) -> str:
    """`the copy from Dawn of 4 Feb 2022`."""
    when = copy.published.in_words().removeprefix("~")
    outlet = f" from {copy.source}" if copy.source else ""
    return f"the copy{outlet}{f' of {when}' if when else ''}"


def copy_sentences(story: Story, articles: Sequence[Article]) -> Iterator[str]:
    """What each copy shares with the leading one; `articles` are those of the story's copies, in their order."""
    leading = articles[0]
    for copy, article in zip(story.copies[1:], articles[1:], strict=True):
        named = copy_named(copy)
        named = f"{named[:1].upper()}{named[1:]}"
        if copy.relation is Relation.IDENTICAL:
            yield f"{named} has the same text, word for word."
        elif copy.by_hand:
            yield f"{named} is here by your hand alone: {_shared(article, leading)}."
        else:
            yield f"{named} {_RELATIONS.get(copy.relation, 'shares its text')}: {_shared(article, leading)}."


def _shared(article: Article, leading: Article) -> str:
    """The shares are those that the difference of the two tells; the passage is looked for whatever its place."""
    texts = article.draft.text, leading.draft.text
    found, differ = stories.shared(*texts), stories.difference(*texts)
    ours, theirs = f"{differ.of_one:.0%}", f"{differ.of_other:.0%}"
    told = f"{ours} of its words stand in the leading text, too, and {theirs} of the words of that one in it"
    if found.words < _SHORTEST_PASSAGE:
        return told
    words = found.passage.split()
    if len(words) <= _QUOTED:
        return f"{told}; the longest passage that both have is “{found.passage}”"
    return f"{told}; the longest passage that both have is of {found.words} words, “{' '.join(words[:_QUOTED])} …”"
