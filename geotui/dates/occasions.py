"""Named events of the knowledge in a text: where they stand, and whether the text has them ahead, begun or over.

What must not be in here: what they tell of the article's own date, which is `reasons`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from geotui.dates.passages import Article, lower
from geotui.dates.signs import find_signs
from geotui.dates.tense import Tense, tense_at
from geotui.dates.words import MONTH_NAMES, MONTH_NUMBER
from geotui.knowledge.rows import Event, Knowledge

_WORD = re.compile(r"[^\W_][\w'’-]*")
_EVE = re.compile(r"\beve of (?:[\w'’-]+ ){0,2}$", re.I)
_AHEAD = re.compile(r"\b(?:ahead of|before|upcoming|forthcoming|coming|run-up to|looming)\b[^.\n]{0,30}$", re.I)
_SUPPOSED = re.compile(
    r"\b(?:possible|potential|feared?|imminent|threat(?:en(?:ed|ing|s)?)?|prospect|risk|warn(?:ed|ing|s)?|any|planned|if)\b",
    re.I,
)
_WOULD = re.compile(r"\s(?:would|could|might|may|is imminent|were to)\b")
_INVASION = re.compile(r"\binvasion of [A-Z]\w+")
_MONTH = re.compile(rf"\b({'|'.join(sorted(MONTH_NUMBER, key=len, reverse=True))})\.? (?=[0-9])")
_YEAR_BESIDE = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b")

Names = Mapping[str, Sequence[tuple[str | None, str, tuple[Event, ...]]]]


@dataclass(frozen=True, slots=True)
class Named:
    """An event's name in a text, all events of that name, and how the text has it.

    `eve`: on the eve of it; `opens`: its first day is spoken of; `supposed`: as a thing that may yet come; `loose`: by
    a shorter name that older texts can have too; `year`: the one that stands beside the name; `sign`: of how many words
    the sign is that tells of it without its name, 0 where it is named.
    """

    start: int
    end: int
    text: str
    events: tuple[Event, ...]
    tense: Tense
    eve: bool = False
    opens: bool = False
    supposed: bool = False
    loose: bool = False
    year: int | None = None
    sign: int = 0


def find_events(article: Article, knowledge: Knowledge) -> Iterator[Named]:
    """Each event that an article names, in its order, the longest name where several begin at one place; then signs."""
    yield from _find_names(article.words, knowledge)
    for start, end, words, count, events in find_signs(article, knowledge):
        yield replace(_named(article.words, start, end, events), text=words, loose=False, sign=count)


def _find_names(text: str, knowledge: Knowledge) -> Iterator[Named]:
    names, low = _names(knowledge), lower(text)
    words = set(_WORD.findall(low))
    places: dict[int, tuple[int, tuple[Event, ...]]] = {}
    for first in names.keys() & words:
        for second, name, events in names[first]:
            if second is None or second in words:
                for place in _places(low, name):
                    places.setdefault(place, (place + len(name), events))
    end = 0
    for place in sorted(places):
        stop, events = places[place]
        if place >= end:
            end = stop
            yield _named(text, place, stop, events)


def _places(text: str, name: str) -> Iterator[int]:
    """Where it stands as whole words."""
    place = text.find(name)
    while place >= 0:
        stop = place + len(name)
        before = text[place - 1 : place]
        if not text[stop : stop + 1].isalnum() and not (before.isalnum() or (before and before in "_'’-")):
            yield place
        place = text.find(name, stop)


def _names(knowledge: Knowledge) -> Names:
    """First word → second word, if any, and whole of names that begin with it, longest first; made once."""
    held = knowledge.cache.get("dates.names")
    if held is None:
        by_name: dict[str, list[Event]] = {}
        for event in knowledge.events.values():
            for name in {variant for known in (*event.names, *_shorter(event)) for variant in _month_variants(known)}:
                by_name.setdefault(name, []).append(event)
        table: dict[str, list[tuple[str | None, str, tuple[Event, ...]]]] = {}
        for name in sorted(by_name, key=lambda n: (-len(n), n)):
            words = _WORD.findall(name)
            if words:
                second = words[1] if len(words) > 1 else None
                table.setdefault(words[0], []).append((second, name, tuple(by_name[name])))
        held = knowledge.cache["dates.names"] = table
    return held  # type: ignore[return-value]


def _shorter(event: Event) -> set[str]:
    """What a watershed's long names (`since Russia's invasion of Ukraine`) are shortened to."""
    if event.kind != "watershed":
        return set()
    return {match[0] for name in event.names if (match := _INVASION.search(name))} - set(event.names)


@lru_cache(maxsize=5000)
def _month_variants(name: str) -> frozenset[str]:
    """The name in lower case, a month in it (`Oct. 7 attack`) as news shortens it and in full."""
    low = name.lower()
    month = _MONTH.search(low)
    if month is None:
        return frozenset({low})
    whole = MONTH_NAMES[MONTH_NUMBER[month[1]] - 1]
    forms = {whole, f"{whole[:3]}.", whole[:3], *({"sept.", "sept"} if whole == "september" else ())}
    return frozenset(f"{low[: month.start()]}{form} {low[month.end() :]}" for form in forms)


def _named(text: str, start: int, end: int, events: tuple[Event, ...]) -> Named:
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    year = _YEAR_BESIDE.search(before[-6:] + text[start:end]) or _YEAR_BESIDE.match(after[1:6])
    tense = Tense.FUTURE if _AHEAD.search(before) else tense_at(text, start, end)
    beside = f"{before} {after}".lower()
    full = {variant for event in events for name in event.names for variant in _month_variants(name)}
    return Named(
        start,
        end,
        text[start:end],
        events,
        tense,
        eve=bool(_EVE.search(before)),
        opens=any(word in beside for event in events for word in event.opens),
        supposed=bool(_SUPPOSED.search(before) or _WOULD.match(after)),
        loose=text[start:end].lower() not in full,
        year=int(year[0]) if year else None,
    )
