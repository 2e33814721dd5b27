"""A text as words with what stands between them: the one pass over the characters that all reading of names rests on.

What must not be in here: anything that knows a name.
"""

from __future__ import annotations

import re

from geotui.actors.lexicon import ABBREVIATIONS
from geotui.text import fold

_TOKEN = re.compile(r"[A-Z]\.(?: ?[A-Z]\.)+|[^\W_]+(?:'[^\W_]+)*")
_QUOTES = str.maketrans("’‘ʼ`´“”„«»–—", "'''''\"\"\"\"\"--")
_JOINTS = frozenset((" ", "-", "\n", "  "))
_SENTENCE_END = re.compile(r'[.!?:;"\n(\[*•]|--| - ')
_SPACED_HYPHEN = " - "


class Words:
    """The words of one part of a draft, as parallel lists.

    `full` is a word folded, without apostrophes; `norm` the same without a possessive ending; `end` lies before that
    ending. `joint[i]`: nothing but a space, a hyphen or the dot of an abbreviation lies between word i-1 and i.
    `opens[i]`: word i begins a sentence, so that its capital says nothing. All have one more entry than words, an end.
    """

    __slots__ = (
        "capital",
        "end",
        "full",
        "gap",
        "headline",
        "joint",
        "norm",
        "opens",
        "part",
        "shouted",
        "start",
        "text",
    )

    def __init__(self, text: str, part: str = "body") -> None:
        self.part = part
        self.text = text if text.isascii() else text.translate(_QUOTES)
        self.start: list[int] = []
        self.end: list[int] = []
        self.full: list[str] = []
        self.norm: list[str] = []
        self.capital: list[bool] = []
        self.gap: list[str] = []
        self.joint: list[bool] = []
        self.opens: list[bool] = []
        self._read()
        cased = [self.text[s:e] for s, e in zip(self.start, self.end, strict=True) if e - s > 3]
        self.shouted = bool(cased) and sum(map(str.isupper, cased)) > 0.7 * len(cased)
        self.headline = self.shouted or (
            len(cased) > 2 and sum(not word[0].islower() for word in cased) > 0.7 * len(cased)
        )
        for values, last in ((self.norm, ""), (self.full, "")):
            values.append(last)
        self.capital.append(False)
        self.joint.append(False)
        self.opens.append(True)
        self.gap.append(self.text[self.end[-1] :] if self.end else "")

    def __len__(self) -> int:
        return len(self.start)

    def _read(self) -> None:
        text, last, word = self.text, 0, ""
        for found in _TOKEN.finditer(text):
            start, end = found.span()
            gap = text[last:start]
            joint = gap in _JOINTS or (gap == ". " and (len(word) == 1 or word in ABBREVIATIONS))
            word = found.group()
            capital = word[0].isupper() or (word[1:2] == "'" and word[2:3].isupper())
            full = word = word.lower() if word.isascii() else fold(word)
            last = end
            if not word.isalnum():
                full = word = word.replace(".", "").replace(" ", "") if "." in word else word
                if word.endswith("'s"):
                    word, end = word[:-2], end - 2
                if "'" in full:
                    full, word = full.replace("'", ""), word.replace("'", "")
            self.start.append(start)
            self.end.append(end)
            self.full.append(full)
            self.norm.append(word)
            self.capital.append(capital)
            self.gap.append(gap)
            self.joint.append(joint)
            self.opens.append(
                not joint and (start == 0 or not self.capital[:-1] or _SENTENCE_END.search(gap) is not None)
            )

    @property
    def caseless(self) -> list[bool]:
        """For each word whether its writing has no capitals, so that any word may be a name."""
        return [not self.capital[at] and not self.text[self.start[at]].islower() for at in range(len(self))]

    def possessive(self, at: int) -> bool:
        """Whether word `at` ends in 's or, in the plural, a bare apostrophe."""
        return self.full[at] != self.norm[at] or self.gap[at + 1].startswith("' ")

    def slice(self, first: int, after: int) -> str:
        """The text of words `first` to before `after`, without the last one's possessive ending."""
        return self.text[self.start[first] : self.end[after - 1]]
