"""A little knowledge of its own, and articles dated by it."""

from __future__ import annotations

from datetime import date

from geotui.dates import date_articles
from geotui.knowledge.rows import Event, Knowledge
from geotui.model import Draft, Published, Term, TitleFrom

D = date.fromisoformat
EVENTS = (
    Event("games-18", ("Harbour Games",), "happening", D("2018-02-09"), D("2018-02-25"), opens=("opening ceremony",)),
    Event("games-22", ("Harbour Games",), "happening", D("2022-02-04"), D("2022-02-20"), opens=("opening ceremony",)),
    Event("feast", ("Lantern New Year",), "occasion", days=tuple(map(D, ("2022-02-01", "2023-01-22", "2024-02-10")))),
    Event("plague", ("Grey Fever",), "watershed", D("2020-02-11")),
    Event("raid", ("Sept. 11 attacks",), "watershed", D("2001-09-11")),
)
KNOWLEDGE = Knowledge(
    people={},
    countries={},
    organisations={},
    offices={},
    events={event.id: event for event in EVENTS},
    places={},
    given_names=frozenset(),
    family_first_surnames=frozenset(),
    languages={},
    as_of=date(2026, 11, 1),
    digest="",
)


def draft(text: str, title: str = "", **fields: object) -> Draft:
    return Draft(title, TitleFrom.LINE, None, text, (), **fields)  # type: ignore[arg-type]


def published(*drafts: Draft, terms: tuple[Term, ...] = ()) -> Published:
    """That of the first, the terms being its own."""
    given_terms = [terms, *(() for _ in drafts[1:])]
    return date_articles(drafts, given_terms, KNOWLEDGE)[0].published
