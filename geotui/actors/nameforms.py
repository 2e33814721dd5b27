"""What else a word of a typed name may be by custom: a style that is no part of it, another form, another spelling.

The tables are `knowledge/data/name_forms.json`. What must not be in here: who bears a name.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

_RESPELLINGS = (
    (("oe", "u"), ("tj", "c"), ("dj", "j"), ("sj", "sy"), ("nj", "ny")),  # Dutch spelling of Indonesian
    (("tj", "c"), ("dj", "j")),
    (("dj", "d"),),  # South Slavic without its signs
    (("j", "y"),),
    (("c", "j"),),  # Turkish and Azeri
    (("x", "kh"),),  # Azeri, Uzbek
    (("x", "h"),),  # Somali
    (("xh", "j"), ("q", "ch")),  # Albanian
    (("hs", "s"),),  # Burmese
)
_ENDINGS = (("ic", "ich"), ("ich", "ic"))


@cache
def styles() -> frozenset[str]:
    """Folded words of honorifics, ranks, religious and royal styles of many cultures."""
    groups: Mapping[str, str] = _tables()["styles"]
    return frozenset(word for group in groups.values() for word in group.split())


def given_names(name: str) -> frozenset[str]:
    """Other forms of a folded given name: short ones, those of neighbouring languages, other transliterations."""
    return _given().get(name, frozenset())


def respelled(word: str) -> Iterator[str]:
    """A folded word by the rules of other spellings, each where it changes the word."""
    for rules in _RESPELLINGS:
        other = word
        for written, plain in rules:
            other = other.replace(written, plain)
        if other != word:
            yield other
    for written, plain in _ENDINGS:
        if word.endswith(written) and len(word) > len(written) + 2:
            yield word.removesuffix(written) + plain


@cache
def _given() -> dict[str, frozenset[str]]:
    groups: Mapping[str, Sequence[str]] = _tables()["given"]
    found: dict[str, set[str]] = defaultdict(set)
    for group in (set(names.split()) for culture in groups.values() for names in culture):
        for name in group:
            found[name] |= group - {name}
    return {name: frozenset(others) for name, others in found.items()}


@cache
def _tables() -> Any:
    text = files("geotui.knowledge").joinpath("data/name_forms.json").read_text(encoding="utf-8")
    return json.loads(text)
