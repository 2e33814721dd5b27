"""A text as words with what stands between them: the one pass over the characters that all reading of names rests on.

What must not be in here: anything that knows a name.
"""

from __future__ import annotations

import re

from geotui.actors.lexicon import ABBREVIATIONS
from geotui.text import fold

_TOKEN = re.compile(r"[A-Z]\.(?: ?[A-Z]\.)+|[^\W_]+(?:'[^\W_]+)*")
_PLAIN = str.maketrans("’‘ʼ`´“”„«»–", "'''''\"\"\"\"\"-")
_JOINTS = frozenset((" ", "-", "\n", "  "))
_SENTENCE_END = re.compile(r'[.!?:;"\n(\[*•—]|--| - ')
_MOSTLY = 0.7


class Words:
    """The words of one part of a draft, as parallel lists.

    `full` is a word folded, without apostrophes; `norm` the same without a possessive ending; `end` lies before that
    ending. `gap[i]` stands before word i. `joint[i]`: nothing but a space, a hyphen or the dot of an abbreviation lies
    between word i-1 and i. All but `start` and `end` have one more entry than words, for the end of the text.
    `headline`: most words of a title begin with a capital, so that it says little; `shouted`: most are all capitals.
    """

    __slots__ = (
        "capital",
        "count",
        "end",
        "full",
        "gap",
        "headline",
        "joint",
        "norm",
        "part",
        "shouted",
        "start",
        "text",
    )

    def __init__(self, text: str, part: str = "body") -> None:
        self.part = part
        self.text = text = text if text.isascii() else text.translate(_PLAIN)
        spans = [match.span() for match in _TOKEN.finditer(text)]
        written = [text[start:end] for start, end in spans]
        self.count = len(spans)
        self.start = [start for start, _ in spans]
        self.end = ends = [end for _, end in spans]
        self.gap = [text[end:start] for end, start in zip((0, *ends), (*self.start, len(text)), strict=True)]
        self.full = list(map(str.lower, written)) if text.isascii() else list(map(fold, written))
        self.norm = self.full
        self.capital = [word[0].isupper() for word in written]
        self._inner_signs(written)
        self.joint = [gap in _JOINTS or (gap == ". " and self._abbreviated(at - 1)) for at, gap in enumerate(self.gap)]
        if self.count:
            self.joint[0] = False
        self.joint[self.count] = False
        for values in (self.full, self.norm):
            values.append("")
        self.capital.append(False)
        long = [word for word in written if len(word) > 3]
        self.shouted = bool(long) and sum(map(str.isupper, long)) > _MOSTLY * len(long)
        small = sum(word[0].islower() for word in long)
        self.headline = self.shouted or (part == "title" and len(long) > 2 and small < (1 - _MOSTLY) * len(long))

    def __len__(self) -> int:
        return self.count

    def _inner_signs(self, written: list[str]) -> None:
        """Takes apostrophes, dots and possessive endings out of the folded words."""
        self.norm = list(self.full)
        for at in [n for n, word in enumerate(written) if not word.isalnum()]:
            word = self.full[at].replace(".", "").replace(" ", "")
            if word.endswith("'s"):
                self.norm[at] = word[:-2].replace("'", "")
                self.end[at] -= 2
            else:
                self.norm[at] = word.replace("'", "")
            self.full[at] = word.replace("'", "")
            self.capital[at] = self.capital[at] or (written[at][1] == "'" and written[at][2].isupper())

    def _abbreviated(self, at: int) -> bool:
        return at >= 0 and (len(self.norm[at]) == 1 or self.norm[at] in ABBREVIATIONS)

    def opens(self, at: int) -> bool:
        """Whether word `at` begins a sentence, a quotation or a bracket, so that its capital says nothing."""
        return at in (0, self.count) or (not self.joint[at] and _SENTENCE_END.search(self.gap[at]) is not None)

    @property
    def caseless(self) -> list[bool]:
        """For each word whether its writing has no capitals, so that any word may be a name."""
        return [not self.capital[at] and not self.text[start].islower() for at, start in enumerate(self.start)]

    def possessive(self, at: int) -> bool:
        """Whether word `at` ends in 's or, in the plural, a bare apostrophe."""
        return self.full[at] != self.norm[at] or self.gap[at + 1].startswith("' ")

    def slice(self, first: int, after: int) -> str:
        """The text of words `first` to before `after`, without the last one's possessive ending."""
        return self.text[self.start[first] : self.end[after - 1]]
