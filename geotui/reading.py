"""One page → its articles: the order of the stages, and nothing else.

A pure function of one page, so that it can run anywhere and give the same answer. What must not be in here: files,
other pages, the clock, any rule of a stage.
"""

from __future__ import annotations

from geotui import actors, articles, dates
from geotui.knowledge import Knowledge
from geotui.model import Actor, Article, Dating, Draft, Page, Reading
from geotui.text import content_id


def read_page(page: Page, knowledge: Knowledge) -> Reading:
    """Split → names and roles → dates in the text and the article's own → roles and bare surnames by that date."""
    split = articles.split(page, knowledge)
    names = [actors.find_names(draft, knowledge) for draft in split.drafts]
    datings = dates.date_articles(split.drafts, [found.terms for found in names], knowledge)
    people = [
        actors.settle(draft, found, dating.published, knowledge)
        for draft, found, dating in zip(split.drafts, names, datings, strict=True)
    ]
    return Reading(page.path, page.record, tuple(map(_article, split.drafts, datings, people)), split.leftover)


def _article(draft: Draft, dating: Dating, people: tuple[Actor, ...]) -> Article:
    return Article(
        content_id(draft.text) if draft.body_lines else content_id(draft.title),
        draft,
        dating.published,
        people,
        dating.mentions,
    )
