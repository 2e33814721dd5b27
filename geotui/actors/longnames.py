"""Whole names in spellings that nobody listed: with middle names, other transliterations, parts written as one word.

For text that is known to be a name. What must not be in here: surnames alone, beginnings, what stands in a filter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import OSA

from geotui.actors import eastasian, nameforms
from geotui.actors.entries import Entries
from geotui.actors.wordindex import WordIndex
from geotui.actors.wording import ARTICLES, PARTICLES, sound
from geotui.model import ActorKind

_SOUND_COST = 1.0
_VOWEL_COST = 0.25
_LEFT_OVER_COST = 0.3
_LAST_LEFT_OVER_COST = 1.0
_LEAST_SOUND = 3
_LEAST_WHOLE_SOUND = 4
_FURTHEST = 4
_MOST_LEFT_OVER = 4


_FOREMOST = "md"
"""How `Muhammad` sounds, which goes before the name that many men are called by."""
_SON_OF = frozenset(("bin", "ibn", "ben", "bint"))
_RESPECT = re.compile("(?:bhai|ji|jee|jan|jon|khan|uddin|ullah)$")
_LEAST_WITHOUT = 6
_SERVANT = re.compile("(abd[aeiou]l)(.{3,})")
_COMPOUND = re.compile("(.{4,})[ou][ls].{4,}")
"""A Persian surname made of two with an article between them; papers often keep the first alone."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A typed word; `child`: someone's child goes before, so that it is the father's name; `article` goes before."""

    text: str
    child: bool
    article: bool


@dataclass(frozen=True, slots=True)
class _Token:
    """One typed word, or two beside each other as one: its places among the typed words, and words it may be → cost."""

    places: frozenset[int]
    near: dict[int, float]


class LongNames:
    """Finds persons' spellings all of whose words are among the typed ones."""

    def __init__(self, rows: Entries, index: WordIndex, postings: Sequence[Sequence[int]]) -> None:
        self._rows = rows
        self._index = index
        self._postings = postings

    def find(self, typed: Sequence[str]) -> Iterator[tuple[int, float]]:
        """Spellings and what it costs to take the typed words for them; words that a spelling lacks cost a little.

        Given name and surname must be among the typed words, and no stranger's given name before them.
        """
        words = _apart(typed)
        if len(words) < 2:
            return
        whole = _joined(typed)
        for row in self._romanised.get(eastasian.key(typed), ()):
            yield row, 0.0
        for row in self._whole.get(sound(whole), ()):
            if OSA.distance(whole, _joined(self._rows.words[row]), score_cutoff=_FURTHEST) <= _FURTHEST:
                yield row, _SOUND_COST
        tokens = list(self._tokens(words))
        met: dict[int, set[int]] = defaultdict(set)
        for number, token in enumerate(tokens):
            for near in token.near:
                for row in self._postings[near]:
                    met[row].add(number)
        for row, numbers in met.items():
            if len(numbers) > 1 and (cost := self._cost(row, [tokens[n] for n in numbers], words)) is not None:
                yield row, cost

    def heard(self, words: Sequence[str]) -> Iterator[int]:
        """Spellings that have a surname and all these consonants, each in a word of its own; a lone word has many."""
        keys = [sound(word) for word in words]
        if len(keys) == 1 and len(keys[0]) <= _LEAST_SOUND:
            return
        rows = (
            {row for at in self._sounds.get(key, ()) for row in self._postings[at] if not self._rows.alias[row]}
            for key in keys
        )
        for row in set.intersection(*rows):
            sounds = [sound(word) for word in self._rows.words[row]]
            cores = (word for core in self._rows.cores(row) for word in core)
            if all(sounds.count(key) >= keys.count(key) for key in keys) and any(sound(word) in keys for word in cores):
                yield row

    def _tokens(self, words: Sequence[_Word]) -> Iterator[_Token]:
        for at, word in enumerate(words):
            near = self._near(word.text)
            for other in _less_and_more(word):
                for number, cost in self._near(other).items():
                    near.setdefault(number, cost + _VOWEL_COST)
            yield _Token(frozenset((at,)), near)
        for at, (one, following) in enumerate(pairwise(words)):
            yield _Token(frozenset((at, at + 1)), self._index.near(one.text + following.text, beginning=False))

    def _near(self, word: str) -> dict[int, float]:
        found = self._index.near(word, beginning=False)
        key = sound(word)
        for at in self._sounds.get(key, ()) if len(key) >= _LEAST_SOUND else ():
            distance = OSA.distance(word, self._index.words[at], score_cutoff=_FURTHEST)
            if distance <= _FURTHEST:
                found.setdefault(at, _SOUND_COST + _VOWEL_COST * distance)
        return found

    def _cost(self, row: int, tokens: Sequence[_Token], typed: Sequence[_Word]) -> float | None:
        if self._rows.kind(row) is not ActorKind.PERSON or self._rows.alias[row]:
            return None
        wanted = _telling(self._rows.words[row])
        if len(wanted) < 2 or not self._rows.cores(row):
            return None
        taken: set[int] = set()
        cost = 0.0
        for word in wanted:
            number = self._index.number[word]
            fits = [
                (t.near[number], len(t.places), t) for t in tokens if number in t.near and taken.isdisjoint(t.places)
            ]
            if not fits:
                return None
            least, _, token = min(fits, key=lambda fit: fit[:2])
            cost += least
            taken |= token.places
        first = min(taken)
        left = [at for at in range(len(typed)) if at not in taken and typed[at].text not in nameforms.styles()]
        before = [typed[at].text for at in left if at < first]
        stranger = len(wanted) < 3 and any(sound(word) != _FOREMOST for word in before)
        if len(left) > _MOST_LEFT_OVER or stranger or (before and typed[first].child):
            return None
        return cost + _LEFT_OVER_COST * len(left) + _LAST_LEFT_OVER_COST * (len(typed) - 1 in left)

    @cached_property
    def _romanised(self) -> dict[str, tuple[int, ...]]:
        """Names that begin with the surname by what romanisations have in common."""
        found: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for row, words in enumerate(self._rows.words):
            if any(words[:1] == core for core in self._rows.cores(row)) and (key := eastasian.key(words)):
                found[key] += (row,)
        return found

    @cached_property
    def _sounds(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for at, word in enumerate(self._index.words):
            if word.isascii() and len(word) > 3:
                found[sound(word)] += (at,)
        return found

    @cached_property
    def _whole(self) -> dict[str, tuple[int, ...]]:
        """The sound of whole names."""
        found: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for row, words in enumerate(self._rows.words):
            if len(words) > 1 and self._rows.kind(row) is ActorKind.PERSON and not self._rows.alias[row]:
                key = sound(_joined(words))
                if len(key) >= _LEAST_WHOLE_SOUND:
                    found[key] += (row,)
        return found


def _telling(words: Sequence[str]) -> list[str]:
    """The words that must be typed: styles need not, but for the last word and where there is but one other."""
    whole = [word for word in words if word not in PARTICLES and len(word) > 1]
    plain = [word for word in whole[:-1] if word not in nameforms.styles()] + whole[-1:]
    return plain if len(plain) > 1 else whole


def _joined(words: Sequence[str]) -> str:
    """The words as one, without particles but for the article of `Abd al-Aziz`."""
    return "".join(word for before, word in pairwise(("", *words)) if word not in PARTICLES or before == "abd")


def _apart(typed: Sequence[str]) -> list[_Word]:
    """The typed words but for particles and initials; `Abdelfattah` and `Abd al-Fattah` as the two that they are."""
    found = []
    for at, word in enumerate(typed):
        if word in PARTICLES or len(word) == 1:
            continue
        before = typed[at - 1] if at else ""
        parts = _SERVANT.fullmatch(word)
        texts = parts.groups() if parts else ("abdal",) if word == "abd" else (word,)
        found += [_Word(text, before in _SON_OF and text == texts[0], before in ARTICLES) for text in texts]
    return found


def _less_and_more(word: _Word) -> Iterator[str]:
    """A typed word with its article, without one written into it or an ending of respect, in other forms by rule."""
    if word.article:
        yield f"el{word.text}"
    if word.text[:2] in ARTICLES and len(word.text) >= _LEAST_WITHOUT:
        yield word.text[2:]
    if _SERVANT.match(word.text + "...") or word.text == "abdal":
        yield "abd"
    if len(word.text) > _LEAST_WITHOUT + 2:
        yield _RESPECT.sub("", word.text)
    if compound := _COMPOUND.fullmatch(word.text):
        yield compound[1]
    yield from nameforms.given_names(word.text)
    yield from nameforms.respelled(word.text)
