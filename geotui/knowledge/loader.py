"""Loads the data files into `Knowledge`. A row that does not fit is a defect of the package and raises KeyError."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence, Set
from datetime import date
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

import msgspec

from geotui.knowledge.rows import Country, Event, Knowledge, Office, Organisation, Person, Role

AS_OF = date(2026, 11, 1)

Row = Mapping[str, Any]

_FILES = ("leaders", "countries", "organisations", "offices", "events", "places", "given_names", "languages")

_READ_ELSEWHERE = ("markers",)
"""Loaded by the room that uses them; a change of them makes indexes anew as well."""


@cache
def load(own: str = "", path: str = "actors.toml") -> Knowledge:
    """The knowledge that ships, with the rows of the reader's `actors.toml` laid over it; made once a process.

    `own` is the text of that file, `path` is named in errors. Raises SettingsError where it says what cannot be.
    """
    folder = files("geotui.knowledge").joinpath("data")
    raw = {name: folder.joinpath(f"{name}.json").read_bytes() for name in (*_FILES, *_READ_ELSEWHERE)}
    data = {name: msgspec.json.decode(raw[name]) for name in _FILES}
    if own:
        from geotui.knowledge.additions import merged

        data = merged(data, own, path)
    codes = {row["id"] for row in data["countries"]}
    given = data["given_names"]
    return Knowledge(
        people={p.id: p for p in (_person(row, codes) for row in data["leaders"])},
        countries={c.id: c for c in map(_country, data["countries"])},
        organisations={o.id: o for o in map(_organisation, data["organisations"])},
        offices={o.id: o for o in (_office(row, codes) for row in data["offices"])},
        events={e.id: e for e in map(_event, data["events"])},
        places={f"country:{code}": frozenset(names) for code, names in data["places"].items()},
        given_names=frozenset(n for culture, names in given.items() if culture != "family-first" for n in names),
        family_first_surnames=frozenset(given["family-first"]),
        languages={code: frozenset(words) for code, words in data["languages"].items()},
        as_of=AS_OF,
        digest=blake2b(b"".join((*raw.values(), own.encode())), digest_size=8).hexdigest(),
    )


def _strings(row: Row, key: str) -> tuple[str, ...]:
    values: Sequence[str] = row.get(key, ())
    return tuple(values)


def _first_day(text: str | None) -> date | None:
    """The first day of an ISO day, month or year."""
    if text is None:
        return None
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def _last_day(text: str | None) -> date | None:
    """The last day of an ISO day, month or year."""
    if text is None:
        return None
    first = date.fromisoformat(text + "-12-01"[len(text) - 4 :])
    return first if len(text) > 7 else first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _holder(of: str, codes: Set[str]) -> str:
    return f"country:{of}" if of in codes else f"organisation:{of}"


def _role(row: Row, codes: Set[str]) -> Role:
    of: str = row["of"]
    return Role(row["office"], _holder(of, codes), _first_day(row.get("from")), _last_day(row.get("to")))


def _person(row: Row, codes: Set[str]) -> Person:
    name: str = row["name"]
    return Person(
        id=f"person:{row['id']}",
        name=name,
        families=tuple(dict.fromkeys((row["family"], *_strings(row, "families")))),
        family_first=row.get("family_first", False),
        spellings=_strings(row, "spellings"),
        aliases=_strings(row, "aliases"),
        native=_strings(row, "native"),
        roles=tuple(_role(role, codes) for role in row.get("roles", ())),
    )


def _country(row: Row) -> Country:
    return Country(
        id=f"country:{row['id']}",
        code=row["id"],
        name=row["name"],
        names=_strings(row, "names"),
        demonyms=_strings(row, "demonyms"),
        capital=row.get("capital"),
        metonyms=_strings(row, "metonyms"),
        short=_strings(row, "short"),
        ambiguous=frozenset(_strings(row, "ambiguous")),
        until=_last_day(row.get("until")),
    )


def _organisation(row: Row) -> Organisation:
    country = row.get("country")
    return Organisation(
        id=f"organisation:{row['id']}",
        name=row["name"],
        names=_strings(row, "names"),
        short=_strings(row, "short"),
        type=row["type"],
        country=f"country:{country}" if country else None,
    )


def _office(row: Row, codes: Set[str]) -> Office:
    local: Mapping[str, Sequence[str]] = row.get("local", {})
    return Office(
        id=row["id"],
        titles=_strings(row, "titles"),
        local={_holder(of, codes): tuple(titles) for of, titles in local.items()},
        sole=row.get("sole", False),
    )


def _event(row: Row) -> Event:
    month, day = map(int, row["fixed"].split("-")) if "fixed" in row else (0, 0)
    return Event(
        id=row["id"],
        names=_strings(row, "names"),
        kind=row["kind"],
        start=_first_day(row.get("from")),
        end=_last_day(row.get("to")),
        days=tuple(date.fromisoformat(d) for d in row.get("days", ())),
        fixed=(month, day) if month else None,
        opens=_strings(row, "opens"),
        signs=_strings(row, "signs"),
    )
