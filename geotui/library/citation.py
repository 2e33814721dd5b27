"""A story in one paragraph, to be quoted: author, title, outlet, day, address; and which of its copies is quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from geotui.model import Article, CopyEntry, Published, Story
from geotui.text import one_line


def shown_copy(story: Story, article: Article) -> CopyEntry:
    """The copy whose article is given; of those with the same text the one from that outlet and address."""
    draft = article.draft
    same = [copy for copy in story.copies if copy.id == article.id]
    return max(same, key=lambda copy: (copy.url == draft.url, copy.source == draft.source), default=story.copies[0])


def quoted_copy(
    story: Story, shown: CopyEntry, has_address: Callable[[CopyEntry], bool] = lambda copy: bool(copy.url)
) -> CopyEntry:
    """The copy to be quoted: the one that is shown if it has an address, else the surest other one that has one.

    The one that is shown where none has.
    """
    if has_address(shown):
        return shown
    addressed = [copy for copy in story.copies if has_address(copy)]
    return max(addressed, key=lambda copy: (copy.published.metadata, copy.published.confidence), default=shown)


def citation(story: Story, copy: CopyEntry, article: Article) -> str:
    """The paragraph for a copy of a story, whose article is given.

    The day is the copy's own where its page gives one, else that of the story. A page without an address is named by
    its file, not by the folders of this machine.
    """
    draft = article.draft
    published = copy.published if copy.published.metadata else story.head.published
    outlet = copy.source or draft.source or draft.agency
    parts = [
        one_line(draft.byline or "").rstrip("."),
        f"“{one_line(draft.title).rstrip('.')}”",
        outlet or "",
        day_told(published),
        ", ".join(_place(copy)),
    ]
    return one_line(". ".join(filter(None, parts)))


def _place(copy: CopyEntry) -> Iterator[str]:
    yield copy.url or PurePath(copy.page).name
    if copy.record and not copy.url:
        yield f"record {copy.record}"


def day_told(published: Published) -> str:
    """A day with its certainty: `About 4 Feb 2022 (inferred from the text)`."""
    words = published.in_words()
    if not words:
        return "Undated"
    if published.metadata and published.day:
        return words
    if published.day:
        return f"About {words.removeprefix('~')} (inferred from the text)"
    return f"{words.rstrip('?').capitalize()} (inferred from the text)"
