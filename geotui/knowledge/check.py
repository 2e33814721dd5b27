"""Checks the knowledge files against each other: `python -m geotui.knowledge.check` prints findings, one a line.

It reads the JSON plainly, so that it can name what is wrong in rows that the loader would refuse. It judges whether the
files agree, not whether the facts are true, and nothing here may change a file.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

DATA = Path(__file__).parent / "data"
ROW_FILES = ("leaders", "countries", "organisations", "offices", "events")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def read_rows(folder: Path) -> dict[str, list[Row]]:
    """The rows of each row file in `folder`; a file that does not exist is left out."""
    paths = {name: folder / f"{name}.json" for name in ROW_FILES}
    return {name: json.loads(path.read_text("utf-8")) for name, path in paths.items() if path.exists()}


def findings(rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Every finding in the files of `rows` (name without suffix: its rows), a line each."""
    for name, table in rows.items():
        yield from _ids(name, table)
    for name in ("leaders", "events"):
        for row in rows.get(name, ()):
            yield from _dates(f"{name}: {row['id']}", row, *row.get("roles", ()))
    yield from _references(rows)
    yield from _families(rows.get("leaders", ()))
    yield from _shared_spellings(rows)
    yield from _overlaps(rows)


def _ids(name: str, table: Sequence[Row]) -> Iterator[str]:
    ids = [str(row["id"]) for row in table]
    for before, after in itertools.pairwise(ids):
        if before == after:
            yield f"{name}: {after}: duplicate id"
        elif before > after:
            yield f"{name}: {after}: stands after {before}, rows are sorted by id"


def _dates(where: str, *spans: Row) -> Iterator[str]:
    for span in spans:
        what = span.get("office", "term")
        days = [span[key] for key in ("from", "to") if key in span]
        bad = [day for day in days if not _is_date(day)]
        yield from (f"{where}: {what}: {day!r} is no date" for day in bad)
        if "office" in span and "from" not in span:
            yield f"{where}: {what}: has no first day"
        if len(days) == 2 and not bad and _before(days[1], days[0]):
            yield f"{where}: {what}: ends {days[1]}, before it begins {days[0]}"


def _is_date(text: object) -> bool:
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _before(one: str, other: str) -> bool:
    """Whether `one` surely lies before `other`; of a day and its month neither does."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _references(rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    known: dict[str, Collection[str]] = {name: {row["id"] for row in table} for name, table in rows.items()}
    for row, role in _roles(rows.get("leaders", ())):
        where = f"leaders: {row['id']}: {role['office']}"
        if "offices" in known and role["office"] not in known["offices"]:
            yield f"{where}: unknown office"
        if {"countries", "organisations"} <= known.keys():
            homes = (role["of"] in known["countries"]) + (role["of"] in known["organisations"])
            if homes != 1:
                yield f"{where}: {role['of']} is {'both a country and' if homes else 'no country and no'} organisation"
    if "countries" in known:
        for row in rows.get("organisations", ()):
            if row.get("country", "") not in ("", *known["countries"]):
                yield f"organisations: {row['id']}: unknown country {row['country']}"


def _roles(people: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    return ((row, role) for row in people for role in row.get("roles", ()))


def _families(people: Iterable[Row]) -> Iterator[str]:
    """A surname must be words of some spelling of the whole name, or no text can be shortened to it."""
    for row in people:
        wholes = [f" {_fold(name)} " for name in _wholes(row)]
        for family in dict.fromkeys((row["family"], *row.get("families", ()))):
            if not any(f" {_fold(family)} " in whole for whole in wholes):
                yield f"leaders: {row['id']}: surname {family} is in no spelling of the name"


def _wholes(row: Row) -> Iterator[str]:
    yield row["name"]
    for key in ("spellings", "aliases", "native", "names", "short"):
        yield from row.get(key, ())


def _shared_spellings(rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Spellings of two actors, of whatever kind; a surname is shared by all who bear it."""
    owners: dict[str, set[str]] = defaultdict(set)
    surnames: set[str] = set()
    for kind in ("leaders", "countries", "organisations"):
        for row in rows.get(kind, ()):
            surnames.update(map(_fold, (row.get("family", ""), *row.get("families", ()))))
            for spelling in _wholes(row):
                owners[_fold(spelling)].add(f"{kind}: {row['id']}")
    for spelling, ids in sorted(owners.items()):
        if len(ids) > 1 and spelling not in surnames:
            yield f"{', '.join(sorted(ids))}: share the spelling {spelling}"


def _fold(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return " ".join("".join(" " if c == "-" else c for c in letters if not unicodedata.combining(c)).split())


def _overlaps(rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Terms of a sole office that surely overlap; the day of a handover belongs to both."""
    sole = {row["id"] for row in rows.get("offices", ()) if row.get("sole")}
    terms: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for row, role in _roles(rows.get("leaders", ())):
        if role["office"] in sole and _is_date(role.get("from")):
            terms[role["of"], role["office"]].append((role["from"], role.get("to", "9999"), row["id"]))
    for (of, office), held in sorted(terms.items()):
        for (start, end, one), (later, until, other) in itertools.combinations(sorted(held), 2):
            if _before(start, until) and _before(later, end):
                yield f"leaders: {one}, {other}: both {office} of {of} from {later} to {min(end, until)}"


def main() -> int:
    """Prints the findings; 1 where there are any."""
    found = list(findings(read_rows(DATA)))
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
