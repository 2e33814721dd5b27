"""A story in one paragraph, to be quoted: title, outlet, day, address."""

from __future__ import annotations

from geotui.model import Article, Published, Story
from geotui.text import one_line


def citation(story: Story, article: Article) -> str:
    """The paragraph for the copy of a story whose article is given."""
    draft = article.draft
    copy = next((copy for copy in story.copies if copy.id == article.id), story.copies[0])
    title = one_line(draft.title).rstrip(".")
    outlet = copy.source or draft.source or draft.agency
    place = draft.url or copy.url or (f"{copy.page}, record {copy.record}" if copy.record else copy.page)
    parts = [f"“{title}”", outlet or "", day_told(story.head.published), place]
    return one_line(". ".join(filter(None, parts)))


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
