"""Where in an article a thing is told, and what stands in the same sentence: whether it is the news or its background.

What must not be in here: events, people, weights of evidence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from geotui.dates.finding import Found
from geotui.dates.tense import Tense

_LEDE = 250
_REACH = 400
_ACCENTS = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in map(chr, range(0xC0, 0x180))}
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘'(])|\n")
_BEHIND = re.compile(
    r"\b(?:anniversary|(?:years?|months|decades?) (?:ago|later|earlier|since|after)|last (?:year|month)"
    r"|earlier this year|in the wake of|(?:1[89]|20)[0-9]{2}|recall\w*|commemorat\w*|remember\w*)\b",
    re.I,
)
_JUDGED = re.compile(
    r"\b(?:courts?|trials?|tribunal|convict\w*|verdict|acquit\w*|appeal(?:s|ed)?|sentenced?|parole|inquiry|inquest"
    r"|plead(?:s|ed)?|lawsuit|prosecutors?|compensation|indict\w*|extradit\w*"
    r"|films?|documentary|novel|museum|memorial|exhibition)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Article:
    """Title and text in one, the dates in it, and where its lede ends: the first paragraphs that say something."""

    words: str
    found: Sequence[Found]
    lede: int

    @classmethod
    def of(cls, title: str, text: str, found: Sequence[Found]) -> Article:
        """`found` are those of title, blank line and text, as one."""
        begin = min(len(text), _LEDE)
        stop = text.find("\n", begin)
        end = stop if 0 <= stop < begin + _REACH else begin
        return cls(joined(title, text), found, len(title) + 2 + end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a place."""
        low = max(0, start - _REACH)
        # one letter more, or the end of the sentence right before is not seen
        begin = max((match.end() for match in _SENTENCE_END.finditer(self.words, low, start + 1)), default=low)
        stop = _SENTENCE_END.search(self.words, end, end + _REACH)
        return begin, stop.start() + 1 if stop else min(len(self.words), end + _REACH)

    def is_news(self, start: int, end: int) -> bool:
        """Whether it stands at the top, and its sentence does not look back."""
        if start >= self.lede:
            return False
        return _BEHIND.search(self.words, *self.sentence(start, end)) is None

    def is_judged(self, start: int, end: int, told: str) -> bool:
        """Whether its sentence tells of those who judge, examine or retell it later, in other words than `told`."""
        words = {match[0].lower() for match in _JUDGED.finditer(self.words, *self.sentence(start, end))}
        return any(word not in told.lower() for word in words)

    def weekdays(self, start: int, end: int) -> frozenset[int]:
        """The weekdays that its sentence has behind, or names without telling."""
        low, high = self.sentence(start, end)
        return frozenset(
            one.weekday
            for one in self.found
            if one.weekday is not None
            and low <= one.start < high
            and one.kind == "weekday"
            and one.which != "next"
            and one.tense is not Tense.FUTURE
        )


def joined(title: str, text: str) -> str:
    """Title and text as one, apart by a blank line."""
    return f"{title}\n\n{text}"


def lower(text: str) -> str:
    """In lower case, every letter in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join([c.lower() if len(c.lower()) == 1 else c for c in text])


def plain(text: str) -> str:
    """In lower case and without accents, every letter in its place."""
    return text.lower() if text.isascii() else lower(text.translate(_ACCENTS))
