"""Pages that hold no article: consent walls, error pages, paywalls without a text, lists of links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geotui.articles.headlines import headline_like
from geotui.articles.lines import Paragraph
from geotui.articles.markers import load_markers
from geotui.articles.marks import Kind, Marks

_WALLS = (
    (Kind.CONSENT, "consent wall"),
    (Kind.ERROR, "error page"),
    (Kind.PAYWALL, "paywall notice without a text"),
)
_FEW_WORDS = 60
_BRIEF_WORDS = 15


def no_article(paragraphs: Sequence[Paragraph], marks: Marks) -> str | None:
    """Why the page holds no article, None where it may hold one."""
    address = load_markers().address
    text = [p for at, p in enumerate(paragraphs) if at not in marks and p.prose]
    count = Counter(mark.kind for mark in marks.values())
    running = sum(p.size for p in text)
    # what a wall says beside its notice is said to the reader; a paragraph that is not stands under a banner
    told = any(p.size >= _BRIEF_WORDS and not address & p.vocabulary for p in text)
    for kind, reason in _WALLS:
        at_top = kind is Kind.ERROR and any(marks[at].kind is kind for at in (0, 1) if at in marks)
        walled = sum(paragraphs[at].size for at, mark in marks.items() if mark.kind is kind)
        at_wall = at_top or (running <= 2 * walled and not (kind is Kind.CONSENT and told))
        little = kind is not Kind.PAYWALL and running < _FEW_WORDS and at_wall
        if count[kind] and (little or not text):
            return reason
    if text:
        return None
    unread = [p for at, p in enumerate(paragraphs) if at not in marks]
    if sum(headline_like(p) for p in unread) >= 3:
        return "list of links"
    return "no running text"
