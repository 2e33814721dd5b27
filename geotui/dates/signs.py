"""Events that the top of an article tells of without naming them: all the words of a sign stand in it together.

A sign is parts with ` + ` between them, each the beginnings of words with `/` between alternatives:
`hodeidah + assault/offensive`. What must not be in here: what an event tells of the article's own
date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geotui.dates.passages import Article, plain
from geotui.knowledge.rows import Event, Knowledge

JOINT = " + "
_WORD = re.compile(r"\w+")
_WORD_END = re.compile(r"\w*")
_KEY = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """The words of an event, or of several in turn, as expressions to be found; the first is its rarest.

    `keys` are how the words of each part begin.
    """

    events: tuple[Event, ...]
    keys: tuple[frozenset[str], ...]
    parts: tuple[re.Pattern[str], ...]


def find_signs(article: Article, knowledge: Knowledge) -> Iterator[tuple[int, int, str, int, tuple[Event, ...]]]:
    """Where the rarest word of each sign stands, the words of the text in their order, how many, and the events."""
    signs = _signs(knowledge)
    top = plain(article.words[: article.lede])
    begun = {word[:_KEY] for word in _WORD.findall(top)}
    for key in sorted(signs.keys() & begun):
        for sign in signs[key]:
            for keys in sign.keys:
                if keys.isdisjoint(begun):
                    break
            else:
                yield from _found(sign, top, article)


def _found(sign: Sign, top: str, article: Article) -> Iterator[tuple[int, int, str, int, tuple[Event, ...]]]:
    """Once, where all its parts stand; those of a sign of several events, which is a loose one, in one sentence."""
    for first in sign.parts[0].finditer(top) if len(sign.events) > 1 else [sign.parts[0].search(top)]:
        if first is None:
            return
        low, high = article.sentence(first.start(), first.end()) if len(sign.events) > 1 else (0, len(top))
        places = [place for part in sign.parts[1:] if (place := part.search(top, low, high)) is not None]
        if len(places) == len(sign.parts) - 1:
            yield first.start(), first.end(), _words(article.words, [first, *places]), len(sign.parts), sign.events
            return


def _words(text: str, places: Sequence[re.Match[str]]) -> str:
    """The words in which a sign was found, whole and in quotes."""
    words = []
    for place in sorted(places, key=lambda place: place.start()):
        end = _WORD_END.match(text, place.end())
        words.append(text[place.start() : end.end() if end else place.end()])
    return ", ".join(f'"{word}"' for word in dict.fromkeys(words))


def _signs(knowledge: Knowledge) -> Mapping[str, Sequence[Sign]]:
    """Signs by the first letters of their rarest part; made once."""
    held = knowledge.cache.get("dates.signs")
    if held is None:
        by_name: dict[str, list[Event]] = {}
        for event in knowledge.events.values():
            for name in event.signs:
                by_name.setdefault(plain(name), []).append(event)
        common = Counter(key for name in by_name for part in name.split(JOINT) for key in _keys(part))
        table: dict[str, list[Sign]] = {}
        for name, events in by_name.items():
            parts = sorted(name.split(JOINT), key=lambda part: max(common[key] for key in _keys(part)))
            sign = Sign(tuple(events), tuple(map(_keys, parts)), tuple(map(_beginning, parts)))
            for key in _keys(parts[0]):
                table.setdefault(key, []).append(sign)
        held = knowledge.cache["dates.signs"] = table
    return held  # type: ignore[return-value]


def _keys(part: str) -> frozenset[str]:
    """The first letters of the first word of each alternative."""
    return frozenset(word[0][:_KEY] for text in part.split("/") if (word := _WORD.search(text)) is not None)


def _beginning(part: str) -> re.Pattern[str]:
    """Any of the alternatives at the beginning of a word; a short one, and a number, is a whole word."""
    whole = [re.escape(word) + (r"\b" if len(word) <= 3 or word[-1].isdigit() else "") for word in part.split("/")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(whole)})")
