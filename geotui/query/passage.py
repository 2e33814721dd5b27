"""A passage in a filter: 30 words or more of prose are looked for whole, not read as names and dates.

Prose has signs that a filter has, too: a dash before a word, a colon, brackets, quotation marks. So what counts is how
many of them there are, and how many words that only join others. Fields hold before the passage and behind it, where
they are written as fields are: small, with the value right behind the colon. What must not be in here: which stories
carry the passage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geotui.model import TermReading
from geotui.query.common import MEANINGLESS
from geotui.query.context import Context
from geotui.query.lexer import FIELDS, Atom, FieldName, Mark, Sign, Token, tokens
from geotui.query.nodes import Carries, Term
from geotui.text import cut_at_word, fold, folded_words, one_line

LEAST_WORDS = 30
"""So many words are a passage: a filter of names and dates is shorter."""

MOST_WORDS = 1_000
"""Words of a passage that are looked for; the rest is cut off, and that is said."""

_JOINING = 0.15
"""The least share of words such as `the` and `of` in prose; news in English has more than twice as many."""

_SIGNS = 0.2
"""Signs to a word from which on it is a filter, unless it has joining words."""

_LONGEST_FIELD = 7
"""Tokens of a field with its value; one that goes on longer is not told from the passage."""

_MOST_FIELDS = 60
"""Tokens of all fields before a passage, or behind it."""

_FURTHEST = 300
"""Characters from the end within which fields are looked for."""

_SHOWN = 28
"""Characters of the passage by which it is named."""

_AROUND = "\"“”„«»'‘’ ()[]|-–—•"
_CHUNK = re.compile(r"\S+")
_NAMED = re.compile(rf"[-−(]*(?:{'|'.join(sorted(FIELDS))}):")
_HAS_VALUE = re.compile(rf"{_NAMED.pattern}(?=\S)")
_MAY_BEGIN = re.compile(rf"(?<!\S){_HAS_VALUE.pattern}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_TO_A_WORD = 2
"""Characters of such a script that are counted as a word."""

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-‐]\s+([^\W\d_]{2,})")

Taken = Callable[[Sequence[Token]], int]
"""How many tokens the field at the head of some takes; none where it is refused."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage in a filter, from `start` to `end`, and the tokens of the fields around it."""

    start: int
    end: int
    fields: tuple[Token, ...]


def find(text: str, taken: Taken) -> Placed | None:
    """The passage in a filter, None where there is none."""
    if _word_count(text) < LEAST_WORDS:
        return None
    found = tokens(text)
    first = _behind_fields(text, found[:_MOST_FIELDS], taken)
    if first == len(found):
        return None
    start = found[first - 1].end if first else 0
    end, after = _fields_at_the_end(text, start, taken)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    passage = text[start:end].rstrip()
    return Placed(start, start + len(passage), (*found[:first], *after)) if _is_prose(passage) else None


def is_field_begun(text: str, cursor: int) -> bool:
    """Whether a field is typed at a place, be it one that a passage takes in as long as it has no value."""
    typed = text[:cursor].rpartition(" ")[2]
    return _NAMED.match(typed) is not None


def read(place: Placed, context: Context) -> Term:
    """The term of a passage."""
    typed = context.text[place.start : place.end]
    cut = _beginning(typed)
    passage = _mended(one_line(cut), context)
    count = _word_count(passage)
    shown = cut_at_word(passage.strip(_AROUND), _SHOWN).replace('"', "'")
    named = f"the first {count:,} words of a passage" if cut != typed else f"a passage of {count:,} words"
    reading = TermReading(place.start, place.end, f'"{shown}"', "text", f'{named} ("{shown}")')
    return Term(reading, (Carries(passage),))


def _beginning(typed: str) -> str:
    """As much of a passage as is looked for."""
    count = 0
    for chunk in _CHUNK.finditer(typed):
        count += _word_count(chunk[0])
        if count >= MOST_WORDS:
            return typed[: min(chunk.end(), chunk.start() + MOST_WORDS * _TO_A_WORD)]
    return typed


def _word_count(text: str) -> int:
    spaced, unspaced = _UNSPACED.subn(" ", text)
    return len(folded_words(spaced)) + unspaced // _TO_A_WORD


def _is_prose(text: str) -> bool:
    """Whether it is long enough, and has joining words, or few signs of a filter."""
    count = _word_count(text)
    if count < LEAST_WORDS:
        return False
    joining = sum(word in MEANINGLESS and word not in ("not", "or") for word in folded_words(text))
    return joining >= _JOINING * count or sum(map(_is_sign, tokens(text))) < _SIGNS * count


def _is_sign(token: Token) -> bool:
    """Whether a filter would be told by it; brackets stand in prose as often."""
    if isinstance(token, Sign):
        return token.mark in (Mark.OR, Mark.NOT)
    return token.operator is not None if isinstance(token, Atom) else True


def _behind_fields(text: str, found: Sequence[Token], taken: Taken) -> int:
    """How many of the tokens, from the first on, are fields, with the signs and brackets around them."""
    at = depth = end = 0
    while at < len(found):
        token = found[at]
        if isinstance(token, FieldName):
            length = 0
            if _HAS_VALUE.match(text, token.start):
                own = found[at : at + _LONGEST_FIELD]
                length = _without_joining(own, taken(_own_tokens(text, own)))
            if not length:
                break
            at += length
        elif isinstance(token, Sign) or (isinstance(token, Atom) and token.operator):
            at += 1
            if not isinstance(token, Sign) or token.mark is not Mark.CLOSE:
                depth += isinstance(token, Sign) and token.mark is Mark.OPEN
                continue
            depth -= 1
        else:
            break
        if depth == 0:
            end = at
    return end


def _own_tokens(text: str, found: Sequence[Token]) -> Sequence[Token]:
    """The tokens that may be of the field at the head: what has a year in it needs no more words, and takes none."""
    chunk = _CHUNK.match(text, found[0].start)
    if chunk and _YEAR.search(chunk[0]):
        return [token for token in found if token.start < chunk.end()]
    return found


def _without_joining(found: Sequence[Token], length: int) -> int:
    """How many tokens are left of those taken without the joining words that they end with: a passage begins there."""
    while length > 1 and isinstance(last := found[length - 1], Atom) and fold(last.text) in MEANINGLESS:
        length -= 1
    return length


def _fields_at_the_end(text: str, start: int, taken: Taken) -> tuple[int, Sequence[Token]]:
    """Where the fields begin that end a text, and their tokens. Quotation marks left open before them do not matter."""
    for begin in _MAY_BEGIN.finditer(text, max(start, len(text) - _FURTHEST)):
        found = tokens(" " * begin.start() + text[begin.start() :])
        if len(found) <= _MOST_FIELDS and _behind_fields(text, found, taken) == len(found):
            return begin.start(), found
    return len(text), ()


def _mended(passage: str, context: Context) -> str:
    """A passage without the hyphens that broke words at the ends of lines, where texts have the word that they part."""

    def joined(match: re.Match[str]) -> str:
        word = match[1] + match[2]
        return word if context.vocabulary.stories_with((fold(word),)) else match[0]

    return _HYPHENATED.sub(joined, passage)
