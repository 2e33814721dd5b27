"""Why stories are linked that are not one: a digest and what it is made of, a passage that one borrows from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geotui import stories
from geotui.model import Article, Linked, Relation, Story

MOST_LINKS = 9
"""So many links are told, a digit each."""

_QUOTED = 15


def linked(story: Story, article: Article, others: Sequence[tuple[Story, Article]]) -> Iterator[Linked]:
    """What links a story, whose leading article is given, to each of the others."""
    of = {related.id: related.relation for related in story.related}
    for other, its_article in others:
        relation = of.get(other.head.id)
        words = _digest(story, other) if relation is Relation.DIGEST else _borrowed(story, other)
        yield Linked(other.head.id, f"{words}{_passage(article, its_article)}.")


def _named(story: Story) -> str:
    """`“Dam breaks” (Dawn, 4 Feb 2022)`."""
    origin = ", ".join(filter(None, (story.copies[0].source, story.head.published.in_words())))
    return f"“{story.head.title}”" + (f" ({origin})" if origin else "")


def _digest(story: Story, other: Story) -> str:
    """Which of the two is the digest: it is made of several."""
    ours, theirs = _digest_links(story), _digest_links(other)
    if ours > theirs:
        return f"It is a digest, and has a part of {_named(other)}"
    return f"It is one of those that {_named(other)} is made of" if theirs > ours else _common(other)


def _digest_links(story: Story) -> int:
    return sum(related.relation is Relation.DIGEST for related in story.related)


def _borrowed(story: Story, other: Story) -> str:
    """Which of the two borrows: the later one."""
    day, its_day = story.head.published.day, other.head.published.day
    if day is None or its_day is None or day == its_day:
        return _common(other)
    if day > its_day:
        return f"It borrows a passage from {_named(other)}"
    return f"{_named(other)} borrows a passage from it"


def _common(other: Story) -> str:
    return f"It has a passage in common with {_named(other)}"


def _passage(article: Article, other: Article) -> str:
    found = stories.shared(article.draft.text, other.draft.text)
    words = found.passage.split()
    if not words:
        return ""
    quoted = " ".join(words[:_QUOTED])
    return f": “{quoted} …”, {found.words} words" if len(words) > _QUOTED else f": “{quoted}”"
