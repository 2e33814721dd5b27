"""The furniture markers of `knowledge/data/markers.json`, folded and compiled. No rule of how they weigh."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geotui.text import fold, words

_QUOTES = str.maketrans("“”„«»‘’", '"""""\'\'')
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Markers:
    """Word lists hold keys (`key_of`), patterns are matched against folded text; `agencies`: folded spelling → name."""

    widgets: frozenset[str]
    widget_patterns: Pattern
    pointers: frozenset[str]
    open_pointers: tuple[str, ...]
    pointer_patterns: Pattern
    tag_heads: frozenset[str]
    menu: frozenset[str]
    joiners: frozenset[str]
    empty_lists: Pattern
    appeals: Pattern
    appeal_hints: tuple[Pattern, ...]
    address: frozenset[str]
    imperative: Pattern
    paywall: Pattern
    offers: Pattern
    truncation: Pattern
    consent: tuple[Pattern, ...]
    any_consent: Pattern
    errors: Pattern
    legal: Pattern
    bios: Pattern
    credit_lines: Pattern
    sections: frozenset[str]
    outlet_words: frozenset[str]
    weekdays: frozenset[str]
    articles: frozenset[str]
    subhead_starts: frozenset[str]
    photo_words: tuple[str, ...]
    weak_photo_words: tuple[str, ...]
    labels: frozenset[str]
    byline_start: Pattern
    byline_roles: frozenset[str]
    role_words: frozenset[str]
    date_label: Pattern
    update_label: Pattern
    months: frozenset[str]
    date_words: frozenset[str]
    agencies: Mapping[str, str]
    agency: Pattern
    agency_words: frozenset[str]


def key_of(text: str) -> str:
    """Text as its folded words alone: what two sightings of one line have in common."""
    return " ".join(words(plain(text)))


def plain(text: str) -> str:
    """Text folded for matching, typographic quotes as plain ones."""
    return fold(text if text.isascii() else text.translate(_QUOTES))


@cache
def load_markers() -> Markers:
    """The markers that ship with the package, read once a process."""
    data = json.loads(files("geotui.knowledge").joinpath("data/markers.json").read_text(encoding="utf-8"))

    def keys(name: str) -> frozenset[str]:
        return frozenset(key_of(entry) for entry in data[name])

    agencies = {fold(s): name for name, spellings in data["agencies"].items() for s in spellings}
    printed = [s for spellings in data["agencies"].values() for s in spellings]
    return Markers(
        widgets=keys("widgets"),
        widget_patterns=_any_of(data["widget_patterns"]),
        pointers=keys("pointers"),
        open_pointers=tuple(f"{key_of(entry)} " for entry in data["open_pointers"]),
        pointer_patterns=_any_of(data["pointer_patterns"]),
        tag_heads=keys("tag_heads"),
        menu=keys("menu"),
        joiners=keys("joiners"),
        empty_lists=_any_of(data["empty_lists"]),
        appeals=_any_of(data["appeals"]),
        appeal_hints=tuple(re.compile(fold(entry)) for entry in data["appeal_hints"]),
        address=keys("address"),
        imperative=re.compile(fold(data["imperative"])),
        paywall=_any_of(data["paywall"]),
        offers=_any_of(data["offers"]),
        truncation=_any_of(data["truncation"]),
        consent=tuple(re.compile(fold(entry)) for entry in data["consent"]),
        any_consent=_any_of(data["consent"]),
        errors=_any_of(data["errors"]),
        legal=_any_of(data["legal"]),
        bios=_any_of(data["bios"]),
        credit_lines=_any_of(data["credit_lines"]),
        sections=keys("sections"),
        outlet_words=keys("outlet_words"),
        weekdays=keys("weekdays"),
        articles=keys("articles"),
        subhead_starts=keys("subhead_starts"),
        photo_words=tuple(fold(entry) for entry in data["photo_words"]),
        weak_photo_words=tuple(fold(entry) for entry in data["weak_photo_words"]),
        labels=keys("labels"),
        byline_start=re.compile(rf"(?:{_longest(map(fold, data['byline_starts']))})(?:\s*:\s*|\s+)(?=\S)"),
        byline_roles=keys("byline_roles"),
        role_words=keys("role_words"),
        date_label=re.compile(
            rf"\s*(?:{_longest(map(fold, data['date_labels']))})\b\s*(?:on|at|le|am|:|-)?\s*[:-]?\s*"
        ),
        update_label=re.compile(rf"(?:{_longest(map(fold, data['update_labels']))})\b"),
        months=keys("months"),
        date_words=keys("date_words"),
        agencies=agencies,
        agency_words=frozenset(words(spelling)[-1] for spelling in agencies),
        agency=re.compile(rf"(?<![\w-])(?:{_longest(printed)})(?![\w-])"),
    )


def _any_of(patterns: Sequence[str]) -> Pattern:
    """One pattern of many. Folding keeps them: they use no escape that a small letter would change.

    Those that begin with the same anchor stand together behind it, so that most places of a text fail at one glance.
    """
    groups: dict[str, list[str]] = {"^": [], r"\b": [], "": []}
    for pattern in map(fold, patterns):
        anchor = next(a for a in groups if pattern.startswith(a))
        groups[anchor].append(f"(?:{pattern[len(anchor) :]})")
    return re.compile("|".join(f"{anchor}(?:{'|'.join(found)})" for anchor, found in groups.items() if found))


def _longest(spellings: object) -> str:
    return "|".join(re.escape(s) for s in sorted(spellings, key=len, reverse=True))  # type: ignore[call-overload]
