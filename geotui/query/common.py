"""Words that are only themselves: plain English, words of offices, words that many names share."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast

from geotui.actors.lexicon import GENERIC_NAME_WORDS, common_words
from geotui.knowledge import Knowledge
from geotui.text import folded_words

_TABLE = "query.title_words"
_SHORTEST_STEM = 4

MEANINGLESS = frozenset(
    (  # noqa: SIM905
        "a about after against all also an and are as at be been before being between but by during for from had has"
        " have he her his in into is it its more no nor not of off on or our over she since so such than that the"
        " their them then there these they this those through to under until up via was we were what when where which"
        " while who whom whose why with within without you your"
    ).split()
)
"""Words that ask nothing of a story when they stand alone."""


def telling_nothing(word: str, facts: Knowledge) -> bool:
    """Whether a folded word is part of offices (`minister`) or of many names (`south`): never the beginning of one."""
    return word in GENERIC_NAME_WORDS or word in _title_words(facts)


def is_word(word: str, facts: Knowledge) -> bool:
    """Whether a folded word is known as one, so that no name is misspelled by it."""
    return telling_nothing(word, facts) or word in common_words() or _is_news_word(word)


def _is_news_word(word: str) -> bool:
    known = _news_words()
    stems = (word.removesuffix(ending) for ending in ("s", "es", "ed", "ing"))
    return word in known or any(stem in known for stem in stems if len(stem) >= _SHORTEST_STEM)


@cache
def _news_words() -> frozenset[str]:
    """Words of the news that are mostly written small, counted in public text (GUM, CoNLL-2003, TimeBank, ECB+)."""
    return frozenset(files("geotui.query").joinpath("news_words.txt").read_text("utf-8").split())


def _title_words(facts: Knowledge) -> frozenset[str]:
    """Every word of an office's titles; made once."""
    if _TABLE not in facts.cache:
        titles = (
            title
            for office in facts.offices.values()
            for listed in (office.titles, *office.local.values())
            for title in listed
        )
        facts.cache[_TABLE] = frozenset(word for title in titles for word in folded_words(title))
    return cast("frozenset[str]", facts.cache[_TABLE])
