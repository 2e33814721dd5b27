"""What the reader adds to the knowledge or corrects in it: `actors.toml`, laid over the rows that ship.

Tables `[[person]]`, `[[country]]`, `[[organisation]]`. A row whose `id`, or else `name`, is known corrects that row,
any other is new. Every refusal is a SettingsError that names file, row and what to write. What must not be in here:
the types of the knowledge, which the loader makes of the rows.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from geotui.errors import SettingsError
from geotui.text import folded_words, one_line, slug

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]

_FILES = {"person": "leaders", "country": "countries", "organisation": "organisations"}
_LISTS = {
    "person": {"spellings": "spellings", "aliases": "aliases", "native": "native", "families": "families"},
    "country": {"spellings": "names", "short": "short", "demonyms": "demonyms", "metonyms": "metonyms"},
    "organisation": {"spellings": "names", "short": "short"},
}
"""Keys that hold lists of names → those of the rows that ship."""
_TEXTS = {
    "person": ("id", "name", "family"),
    "country": ("id", "name", "capital"),
    "organisation": ("id", "name", "type", "country"),
}
_OTHERS = {"person": ("family_first", "roles", "drop"), "country": ("drop",), "organisation": ("drop",)}
_ROLE_KEYS = ("office", "of", "from", "to")
_ID = re.compile(r"[\w.-]+")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_BRACKETS = 'write [[person]], [[country]] or [[organisation]] in two brackets above each row, and name = "…" below'


def merged(tables: Mapping[str, Any], text: str, path: str) -> dict[str, Any]:
    """The raw tables of the package with the rows of an `actors.toml` laid over them; the package's are not changed.

    Raises SettingsError.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: cannot be read ({error}); mend the file or move it away") from error
    rows = {name: [dict(row) for row in tables[name]] for name in _FILES.values()}
    work = _Merge(path, rows, tables["offices"])
    for kind in given:
        if kind not in _FILES:
            raise SettingsError(f"{path}: no table is called {kind}{_nearest(kind, _FILES)}; {_BRACKETS}")
    for kind in ("country", "organisation", "person"):  # roles are of countries and organisations
        listed = given.get(kind, [])
        if not isinstance(listed, list) or not all(isinstance(row, dict) for row in listed):
            raise SettingsError(f"{path}: {kind} is no list of rows; {_BRACKETS}")
        for number, row in enumerate(listed, 1):
            work.lay(kind, row, number)
    return {**tables, **rows}


def _nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """What to write for a word that is not known: the nearest that is, else what is told otherwise."""
    near = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]}?" if near else otherwise


def _listed(known: Iterable[str]) -> str:
    return f"; known are {', '.join(known)}"


def _key(name: str) -> str:
    return " ".join(folded_words(name))


def _whole_names(row: Row) -> Iterable[str]:
    return (row["name"], *(text for key in ("spellings", "names", "native") for text in row.get(key, ())))


class _Merge:
    """The rows as they stand so far. `_where` is said before what is wrong with the row that is laid."""

    def __init__(self, path: str, rows: Tables, offices: list[Row]) -> None:
        self._path = path
        self._where = path
        self._rows = rows
        self._offices: dict[str, Row] = {row["id"]: row for row in offices}
        self._own: set[int] = set()

    def lay(self, kind: str, given: Row, number: int) -> None:
        """Corrects the row that is meant, or adds a new one."""
        label = given.get("name", given.get("id", ""))
        self._where = f"{self._path}: {kind} {number}" + (f' ("{one_line(str(label))}")' if label else "")
        self._check_keys(kind, given)
        row = self._known(kind, given) or self._new(kind, given)
        if "name" in given and _key(given["name"]) not in map(_key, _whole_names(row)):
            self._add(row, _LISTS[kind]["spellings"], [row["name"]])
            row["name"] = self._text(given, "name")
        for key, own in _LISTS[kind].items():
            if key in given:
                self._add(row, own, self._names(given, key))
        for key in ("family", "capital", "type"):
            if key in given:
                row[key] = self._text(given, key)
        if "country" in given:
            row["country"] = self._code(self._text(given, "country"), ("country",))
        if kind == "person":
            self._lay_person(row, given)
        if "drop" in given:
            self._drop(row, self._names(given, "drop"))

    def _refuse(self, said: str) -> SettingsError:
        return SettingsError(f"{self._where}: {said}")

    def _check_keys(self, kind: str, given: Row) -> None:
        known = (*_TEXTS[kind], *_LISTS[kind], *_OTHERS[kind])
        for key in given:
            if key not in known:
                raise self._refuse(f"no key is called {key}{_nearest(key, known, _listed(known))}")
        if "id" not in given and "name" not in given:
            raise self._refuse('has no name; write name = "…"')

    # ------------------------------------------------------------------ which row

    def _known(self, kind: str, given: Row) -> Row | None:
        """The row that is corrected; None for a new one. A new `id` with a name that is known is a namesake."""
        rows = self._rows[_FILES[kind]]
        if "id" in given:
            wanted = self._text(given, "id").removeprefix(f"{kind}:")
            found = next((row for row in rows if row["id"] == wanted), None)
            if found is None and "name" not in given:
                near = _nearest(wanted, (row["id"] for row in rows), "; give the name, too, to add a new one")
                raise self._refuse(f'no {kind} has the id "{wanted}"{near}')
            return found
        name = self._text(given, "name")
        bearers = [row for row in rows if _key(row["name"]) == _key(name)]
        bearers = bearers or [row for row in rows if _key(name) in map(_key, _whole_names(row))]
        if len(bearers) > 1:
            ids = " or ".join(f'"{row["id"]}"' for row in bearers)
            raise self._refuse(f"several bear this name; write which is meant, id = {ids}")
        return bearers[0] if bearers else None

    def _new(self, kind: str, given: Row) -> Row:
        name = self._text(given, "name")
        made = self._text(given, "id").removeprefix(f"{kind}:") if "id" in given else slug(name)
        if not _ID.fullmatch(made):
            raise self._refuse(f'id "{made}" has signs that no id has; write letters, digits and hyphens')
        taken = {row["id"] for table in self._rows.values() for row in table}
        if made in taken:
            raise self._refuse(f'another actor has the id "{made}"; write another, id = "{made}-2"')
        row: Row = {"id": made, "name": name}
        if kind == "person":
            row["family"] = name.split()[0 if given.get("family_first") is True else -1]
        if kind == "organisation":
            row["type"] = "body"
        self._rows[_FILES[kind]].append(row)
        self._own.add(id(row))
        return row

    # ------------------------------------------------------------------ values

    def _text(self, given: Row, key: str) -> str:
        value = given[key]
        if not isinstance(value, str) or not _key(value):
            raise self._refuse(f'{key} is a text; write {key} = "…"')
        return one_line(value)

    def _names(self, given: Row, key: str) -> list[str]:
        values = given[key]
        if not isinstance(values, list) or not all(isinstance(value, str) and _key(value) for value in values):
            raise self._refuse(f'{key} is a list of names; write {key} = ["…", "…"]')
        return [one_line(value) for value in values]

    @staticmethod
    def _add(row: Row, key: str, texts: Collection[str]) -> None:
        row[key] = list(dict.fromkeys((*row.get(key, ()), *texts)))

    def _drop(self, row: Row, texts: Collection[str]) -> None:
        """Takes names away from whichever list has them."""
        lists = [key for key, value in row.items() if isinstance(value, list) and key != "roles"]
        for text in texts:
            if _key(text) == _key(row["name"]):
                raise self._refuse(f'drop: "{text}" is the name itself; write id = "{row["id"]}" and another name')
            if not any(_key(text) in map(_key, row[key]) for key in lists):
                near = _nearest(text, (known for key in lists for known in row[key]), "; leave it out")
                raise self._refuse(f'drop: "{text}" is no spelling of it{near}')
            for key in lists:
                row[key] = [known for known in row[key] if _key(known) != _key(text)]

    # ------------------------------------------------------------------ people

    def _lay_person(self, row: Row, given: Row) -> None:
        if "family_first" in given:
            if not isinstance(given["family_first"], bool):
                raise self._refuse("family_first is true or false")
            row["family_first"] = given["family_first"]
        wholes = [f" {_key(name)} " for name in (*_whole_names(row), *row.get("aliases", ()))]
        for family in (row["family"], *row.get("families", ())):
            if not any(f" {_key(family)} " in whole for whole in wholes):
                raise self._refuse(f'family "{family}" is in no spelling of the name; write it as the name has it')
        if "roles" in given:
            self._lay_roles(row, given["roles"])

    def _lay_roles(self, row: Row, listed: object) -> None:
        """Given roles take the place of the known ones in the same office of the same country or body."""
        if not isinstance(listed, list) or not all(isinstance(role, dict) for role in listed):
            raise self._refuse(
                'roles is a list; write roles = [{office = "president", of = "Kenya", from = 2022-09-13}]'
            )
        roles = [self._role(role) for role in listed]
        taken = {(role["office"], role["of"]) for role in roles}
        row["roles"] = [r for r in row.get("roles", ()) if (r["office"], r["of"]) not in taken] + roles
        for role in roles:
            if "from" in role and self._offices[role["office"]].get("sole"):
                self._succeed(row, role)

    def _role(self, given: Row) -> Row:
        for key in given:
            if key not in _ROLE_KEYS:
                raise self._refuse(f"roles: no key is called {key}{_nearest(key, _ROLE_KEYS, _listed(_ROLE_KEYS))}")
        for key in ("office", "of"):
            if key not in given:
                raise self._refuse(f'roles: a role has no {key}; write {{office = "president", of = "Kenya"}}')
        of = self._code(self._text(given, "of"), ("country", "organisation"))
        role = {"office": self._office(self._text(given, "office"), of), "of": of}
        role |= {key: self._day(given[key], key) for key in ("from", "to") if key in given}
        if {"from", "to"} <= role.keys() and role["to"][: len(role["from"])] < role["from"][: len(role["to"])]:
            raise self._refuse(
                f"roles: ends {role['to']}, before it begins {role['from']}; write the earlier day first"
            )
        return role

    def _code(self, said: str, kinds: Collection[str]) -> str:
        """The id of a country or body that is given by id or by name."""
        for kind in kinds:
            for row in self._rows[_FILES[kind]]:
                if said.removeprefix(f"{kind}:") == row["id"] or _key(said) in map(_key, _whole_names(row)):
                    return str(row["id"])
        names = [row["name"] for kind in kinds for row in self._rows[_FILES[kind]]]
        raise self._refuse(f'no {" or ".join(kinds)} is called "{said}"{_nearest(said, names, "; add it as a row")}')

    def _office(self, said: str, of: str) -> str:
        """An office by its id or by a title of it; a title of that country or body comes first."""
        if said in self._offices:
            return said
        title = _key(said)
        rows = self._offices.values()
        for listed in ([row.get("local", {}).get(of, ()) for row in rows], [row["titles"] for row in rows]):
            for office, titles in zip(self._offices, listed, strict=True):
                if title in map(_key, titles):
                    return office
        near = _nearest(said, self._offices, _listed(self._offices))
        raise self._refuse(f'roles: no office is called "{said}"{near}')

    def _day(self, value: object, key: str) -> str:
        text = value.isoformat()[:10] if isinstance(value, date) else str(value)
        try:
            if not isinstance(value, date | str | int) or not _DAY.fullmatch(text):
                raise ValueError
            date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            raise self._refuse(f'roles: {key} is no day, month or year; write 2024-05-31, "2024-05" or 2024') from None
        return text

    def _succeed(self, row: Row, role: Row) -> None:
        """Ends the open terms of those who ship with the same sole office, held from an earlier day."""
        for other in self._rows["leaders"]:
            if other is row or id(other) in self._own:
                continue
            if any(_is_open_before(held, role) for held in other.get("roles", ())):
                ended = [{**r, "to": role["from"]} if _is_open_before(r, role) else r for r in other["roles"]]
                other["roles"] = ended


def _is_open_before(held: Row, role: Row) -> bool:
    same = (held["office"], held["of"]) == (role["office"], role["of"])
    return same and "to" not in held and held.get("from", "") < str(role["from"])
