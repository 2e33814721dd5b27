"""A text as words with what stands between them: the one pass over the characters that all reading of names rests on.

What must not be in here: anything that knows a name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from geotui.actors.lexicon import ABBREVIATIONS
from geotui.text import fold

_TOKEN = re.compile(r"([A-Z]\.(?: ?[A-Z]\.)+|[^\W_]+(?:'[^\W_]+)*)")
_QUOTES = (
    ("’", "'"),
    ("‘", "'"),
    ("“", '"'),
    ("”", '"'),
    ("–", "-"),
    ("ʼ", "'"),
    ("`", "'"),
    ("´", "'"),
    ("„", '"'),
    ("«", '"'),
    ("»", '"'),
)
_JOINTS = frozenset((" ", "-", "\n", "  "))
_DOUBTFUL = frozenset((". ", ' "', '" '))
_SENTENCE_END = re.compile(r'[.!?:;"\n(\[*•—]|--| - ')
_MOSTLY = 0.7
_FEW = 0.2
_SHORT = 3


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
        self.text = text = _plain(text)
        pieces = _TOKEN.split(text)
        self.gap, written = pieces[::2], pieces[1::2]
        self.count = len(written)
        bounds = list(accumulate(map(len, pieces)))
        self.start = bounds[:-1:2]
        self.end = bounds[1::2]
        if text.isascii():
            self.full = list(map(str.lower, written))
            self.capital = ["@" < word < "[" for word in written]
        else:
            self.full = [word.lower() if word.isascii() else fold(word) for word in written]
            self.capital = [word[0].isupper() for word in written]
        self.norm = self.full
        self._inner_signs(written)
        self.joint = list(map(_JOINTS.__contains__, self.gap))
        for at in [n for n, gap in enumerate(self.gap) if gap in _DOUBTFUL]:
            self.joint[at] = self._abbreviated(at - 1) if self.gap[at] == ". " else self._nickname(at)
        self.joint[0] = self.joint[self.count] = False
        self.shouted, self.headline = self._manner(written)
        for values in (self.full, self.norm):
            values.append("")
        self.capital.append(False)

    def __len__(self) -> int:
        return self.count

    def _inner_signs(self, written: list[str]) -> None:
        """Takes apostrophes, dots and possessive endings out of the folded words."""
        self.norm = list(self.full)
        for at in [n for n, plain in enumerate(map(str.isalnum, written)) if not plain]:
            word = self.full[at].replace(".", "").replace(" ", "")
            if word.endswith("'s"):
                self.norm[at] = word[:-2].replace("'", "")
                self.end[at] -= 2
            else:
                self.norm[at] = word.replace("'", "")
            self.full[at] = word.replace("'", "")
            self.capital[at] = self.capital[at] or (written[at][1] == "'" and written[at][2].isupper())

    def _manner(self, written: list[str]) -> tuple[bool, bool]:
        """Whether most words are all capitals, and whether most begin with one in a title."""
        capitals = self.capital.count(True)
        if self.part != "title" and capitals < _FEW * self.count:
            return False, False
        count = sum(map(_SHORT.__lt__, map(len, written)))
        title = self.part == "title" and count > 2
        if not title and capitals <= _MOSTLY * count:
            return False, False
        long = [word for word in written if len(word) > _SHORT]
        shouted = sum(map(str.isupper, long)) > _MOSTLY * count
        small = sum(word[0].islower() for word in long)
        return shouted, shouted or (title and small < (1 - _MOSTLY) * count)

    def _abbreviated(self, at: int) -> bool:
        return at >= 0 and (len(self.norm[at]) == 1 or self.norm[at] in ABBREVIATIONS)

    def _nickname(self, at: int) -> bool:
        """Whether a quote beside word `at` is one of two around a word in the midst of a name: `Ann "Kit" Lee`."""
        nick = at if self.gap[at] == ' "' else at - 1
        quoted = 0 < nick < self.count - 1 and self.gap[nick] == ' "' and self.gap[nick + 1] == '" '
        return quoted and all(self.capital[nick - 1 : nick + 2])

    def opens(self, at: int) -> bool:
        """Whether word `at` begins a sentence, a quotation or a bracket, so that its capital says nothing."""
        return at in (0, self.count) or (not self.joint[at] and _ends_sentence(self.gap[at]))

    @property
    def caseless(self) -> list[bool]:
        """For each word whether its writing has no capitals, so that any word may be a name."""
        return [not self.capital[at] and not self.text[start].islower() for at, start in enumerate(self.start)]

    def possessive(self, at: int) -> bool:
        """Whether word `at` ends in 's or, in the plural, a bare apostrophe."""
        return self.full[at] != self.norm[at] or self.gap[at + 1].startswith("' ")

    def follows(self, at: int) -> bool:
        """Whether only what joins words lies before word `at`, or the bare apostrophe of `the Maldives' king`."""
        return self.joint[at] or (self.gap[at] == "' " and self.norm[at - 1].endswith("s"))

    def end_of_name(self, after: int) -> int:
        """Where a name that ends right before word `after` ends: with the dot of `Jr.`."""
        end = self.end[after - 1]
        return end + (self.norm[after - 1] in ("jr", "sr") and self.text.startswith(".", end))

    def slice(self, first: int, after: int) -> str:
        """The text of words `first` to before `after`, without the last one's possessive ending."""
        return self.text[self.start[first] : self.end[after - 1]]


def _plain(text: str) -> str:
    """Text with straight quotes and hyphens for the typographic ones, of the same length."""
    if not text.isascii():
        for sign, plain in _QUOTES:
            text = text.replace(sign, plain)
    return text


@lru_cache(maxsize=4096)
def _ends_sentence(gap: str) -> bool:
    return _SENTENCE_END.search(gap) is not None
