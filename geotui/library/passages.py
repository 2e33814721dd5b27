"""Which stories carry a passage that was pasted: the index tells whom to suspect, their texts decide."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pyroaring import BitMap

from geotui.index import Reader
from geotui.library.why import copy_named
from geotui.model import Article, CopyEntry, Graded
from geotui.query.passage import LEAST_WORDS
from geotui.stories.passages import Passage

_MOST_READ = 60
"""Texts read for one passage: what more stories carry is a notice that sites repeat, and there its phrases decide."""

_COPIES_READ = 3
"""Of a story so many copies are read, unless the first has it all: copies differ little."""

_FEW_PHRASES = 0.15
"""With a smaller share of a passage's phrases than this an article has no part of it that tells."""

_UNREAD_MOST, _UNREAD_PART = 0.9, 0.5
"""The share of a passage's phrases by which a story is judged that is not read."""

_HINT_FROM = 12
"""Nobody types so many words as a filter."""

_QUOTED = 15
"""Words of a passage that are quoted."""


def carrying(reader: Reader, text: str) -> Graded:
    """The stories of which a copy carries a passage: whole, most of it (likely), a part of it (possible)."""
    passage = Passage(text)
    whole, most, part = BitMap(), BitMap(), BitMap()
    read = 0
    for rank, suspects in reader.sets.suspects(text).items():
        if suspects[0].share < _FEW_PHRASES:
            break
        if read >= _MOST_READ:
            if (share := suspects[0].share) >= _UNREAD_PART:
                (most if share >= _UNREAD_MOST else part).add(rank)
            continue
        for suspect in suspects[:_COPIES_READ]:
            carried = passage.carried_by(full_text(reader.article(suspect.article)))
            read += 1
            if carried.is_most or carried.is_part:
                (whole if carried.is_whole else most if carried.is_most else part).add(rank)
            if carried.is_whole:
                break
    return Graded(whole, whole | most, whole | most | part)


def with_hint(advice: str, text: str) -> str:
    """What a filter is told that finds nothing; many words without a field are perhaps a passage that is too short."""
    if not _HINT_FROM <= len(text.split()) < LEAST_WORDS or ":" in text:
        return advice
    return f"{advice or 'no story has all these words'}; pasted text is looked for as such from {LEAST_WORDS} words on"


def carried_sentence(text: str, copies: Sequence[tuple[CopyEntry, Article]]) -> str:
    """How much of a passage the copy that has most of it carries, and what of the passage is not in it."""
    passage = Passage(text)
    carried = [passage.carried_by(full_text(article)) for _, article in copies]
    best = max(range(len(copies)), key=lambda at: carried[at].share)
    copy, article = copies[best]
    named = "It" if best == 0 else copy_named(copy)
    told = f"{named[:1].upper()}{named[1:]} carries"
    if carried[best].share == 1:
        return f"{told} the whole passage."
    told += f" {math.floor(100 * carried[best].share)}% of the words of the passage"
    if carried[best].other_matter:
        return f"{told}, but other names or numbers stand between them: it may be of another matter."
    missing = passage.missing_from(full_text(article)).split()
    if not missing:
        return f"{told}."
    return (
        f"{told}; the longest part that it lacks is “{' '.join(missing[:_QUOTED])}{' …' * (len(missing) > _QUOTED)}”."
    )


def full_text(article: Article) -> str:
    """All of an article that a passage may be of."""
    draft = article.draft
    return "\n\n".join((draft.title, draft.text, *draft.captions))
