"""Which articles may carry a passage: those that have several of its rarest phrases, asked of the full text.

No text is read here. The phrases are short and lie all over the passage, so that some of them survive what an outlet
changes; words that most articles have cost the most to look up and tell the least, so phrases of these are left out.
What must not be in here: how much of the passage an article really carries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from geotui.index.database import ReadOnly
from geotui.index.packing import searchable

_PHRASES = 24
"""Phrases asked for: of a paragraph one for every few words, of a page enough to meet most of its paragraphs."""

_APART = 4
"""Words from one phrase to the next, at least."""

_WORDS = 3
"""Words in a phrase: two are common, of four one is often changed."""

_LOOKED_AT = 14
"""Words of each part of the passage among which its phrase is chosen."""

_COMMON = 1_000
"""A word of so many articles is common: they are not counted further."""

_FEWEST = 6
"""With fewer phrases that have a word that is not common, longer ones of common words are asked for, too."""

_LONGER = 6
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Suspect:
    """An article that may carry a passage, by its number, and the share of the phrases asked for that it has."""

    article: int
    share: float


def suspects(db: ReadOnly, passage: str) -> list[Suspect]:
    """The articles with some of the telling phrases of a passage, those with most of them first."""
    phrases = list(dict.fromkeys(_Choosing(db).phrases(_WORD.findall(searchable(passage)))))
    found: Counter[int] = Counter()
    for phrase in phrases:
        rows = db.rows("SELECT rowid FROM words WHERE words MATCH ?", (f'"{" ".join(phrase)}"',))
        found.update(n for (n,) in rows)
    ordered = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    return [Suspect(n, count / len(phrases)) for n, count in ordered]


class _Choosing:
    """Chooses the phrases of one passage."""

    def __init__(self, db: ReadOnly) -> None:
        self._db = db
        self._counts: dict[str, int] = {}

    def phrases(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        size = max(_APART, -(-len(words) // _PHRASES))
        parts = (words[at : at + min(max(size, _WORDS), _LOOKED_AT)] for at in range(0, len(words), size))
        rare = [phrase for part in parts if (phrase := self._rarest(part))]
        yield from rare
        if len(rare) < _FEWEST:
            starts = range(0, len(words) - _LONGER + 1, max(_LONGER, len(words) // _FEWEST))
            yield from islice((tuple(words[at : at + _LONGER]) for at in starts), _FEWEST)

    def _rarest(self, part: Sequence[str]) -> tuple[str, ...] | None:
        """The phrase with the rarest word, then the next rarest; None where all have only common, or unknown words."""
        phrases = (tuple(part[at : at + _WORDS]) for at in range(len(part) - _WORDS + 1))
        counted = ((sorted(map(self._count, phrase)), phrase) for phrase in phrases)
        return min(((c, phrase) for c, phrase in counted if 0 < c[0] < _COMMON), default=(None, None))[1]

    def _count(self, word: str) -> int:
        """How many articles have a word, `_COMMON` at most: to count no further keeps common words cheap."""
        if word not in self._counts:
            query = f"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT {_COMMON})"
            self._counts[word] = int(self._db.one(query, (f'"{word}"',))[0])
        return self._counts[word]
