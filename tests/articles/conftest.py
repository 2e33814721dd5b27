"""A small knowledge, so that these tests hold whatever the data grows to, and a way to read a text as a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from geotui.articles import split
from geotui.knowledge import Country, Knowledge
from geotui.model import Fields, Page, Split
from geotui.pages.header import read_header
from geotui.pages.plain import clean_lines

_ENGLISH = "the of and to in a is that for on was with as at by it from he his are were has have an be but said who not"
_FRENCH = "le la les de des et en un une du est que pour dans qui sur au par il a ce se son ne pas plus avec"
_GERMAN = "der die und in den von zu das mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat"
_RUSSIAN = "и в на с по что не из за от для он как к его но было после"


def _country(code: str, name: str, capital: str) -> Country:
    return Country(f"country:{code}", code, name, (), (), capital, (), (), frozenset(), None)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    countries = [_country("US", "United States", "Washington"), _country("UA", "Ukraine", "Kyiv")]
    return Knowledge(
        people={},
        countries={c.id: c for c in countries},
        organisations={},
        offices={},
        events={},
        places={"country:IN": frozenset({"New Delhi", "Mumbai"})},
        given_names=frozenset({"Jane", "Martha", "Ivan"}),
        family_first_surnames=frozenset(),
        languages={
            "en": frozenset(_ENGLISH.split()),
            "fr": frozenset(_FRENCH.split()),
            "de": frozenset(_GERMAN.split()),
            "ru": frozenset(_RUSSIAN.split()),
        },
        as_of=date(2026, 11, 1),
        digest="test",
    )


@pytest.fixture(scope="session")
def read(knowledge: Knowledge, accounted: Callable[[Split], list[int]]) -> Callable[..., Split]:
    """Reads a text as one page; checks that every line of it is accounted for once."""

    def read_text(text: str, **fields: str) -> Split:
        lines = clean_lines(text)
        header = read_header(lines)
        page = Page("page.txt", None, lines, Fields(**fields) if fields else header.fields, header.lines)
        found = split(page, knowledge)
        assert accounted(found) == [n for n, line in enumerate(lines, 1) if line.strip()]
        return found

    return read_text


@pytest.fixture(scope="session")
def accounted() -> Callable[[Split], list[int]]:
    """All lines that a split places, sorted."""

    def placed_lines(found: Split) -> list[int]:
        placed = [note.line for note in found.leftover]
        for draft in found.drafts:
            placed += [*draft.body_lines, *draft.caption_lines, *(note.line for note in draft.dropped)]
            placed += [draft.title_line] if draft.title_line is not None else []
        return sorted(placed)

    return placed_lines
