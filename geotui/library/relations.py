"""What a copy is to the leading one, in the reader's words. Pure; contracts keep their own words."""

from __future__ import annotations

from geotui.model import CopyEntry, Relation

_RELATIONS = {
    Relation.LEADING: "shown here",
    Relation.IDENTICAL: "the same text",
    Relation.NEAR: "nearly the same text",
    Relation.EXCERPT: "an excerpt",
    Relation.UPDATE: "another version",
    Relation.QUOTES: "quotes",
    Relation.DIGEST: "digest",
}


def relation_words(entry: CopyEntry, leading: str = "shown here") -> str:
    """`nearly the same text`; `leading` is what the leading one is called."""
    if entry.by_hand:
        return "put here by you"
    return leading if entry.relation is Relation.LEADING else _RELATIONS[entry.relation]
