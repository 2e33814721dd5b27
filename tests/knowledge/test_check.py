from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geotui.knowledge.check import DATA, findings, read_rows

OFFICES = [
    {"id": "president", "titles": ["president"], "sole": True},
    {"id": "senator", "titles": ["senator"], "sole": False},
]
COUNTRIES = [{"id": "AQ", "name": "Aquaria"}, {"id": "BQ", "name": "Borealia"}]
ORGANISATIONS = [{"id": "league", "name": "The League", "type": "alliance"}]


def person(name: str, *roles: dict[str, str], **more: Any) -> dict[str, Any]:
    ident = name.lower().replace(" ", "-")
    return {"id": ident, "name": name, "family": name.rsplit(maxsplit=1)[-1], "roles": list(roles), **more}


def role(start: str, end: str | None = None, office: str = "president", of: str = "AQ") -> dict[str, str]:
    return {"office": office, "of": of, "from": start} | ({"to": end} if end else {})


def found(*people: dict[str, Any], **tables: list[dict[str, Any]]) -> list[str]:
    rows = {"leaders": list(people), "countries": COUNTRIES, "organisations": ORGANISATIONS, "offices": OFFICES}
    return list(findings(rows | tables))


def test_rows_that_agree_have_no_findings() -> None:
    one = person("Ada Bell", role("2001-01-20", "2005-03"), role("2006", of="league"))
    other = person("Bo Carr", role("2005-03-09"), role("1999-01-01", "2005-03-09", office="senator"))
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("term", "finding"),
    [
        (role("2001", office="emperor"), "emperor: unknown office"),
        (role("2001", of="ZQ"), "president: ZQ is no country and no organisation"),
        (role("2005-01-02", "2005-01-01"), "president: ends 2005-01-01, before it begins 2005-01-02"),
        (role("2005-02-30"), "president: '2005-02-30' is no date"),
        (role("2005-2-3"), "president: '2005-2-3' is no date"),
        ({"office": "president", "of": "AQ", "to": "2005"}, "president: has no first day"),
    ],
)
def test_a_role_that_cannot_be_is_named(term: dict[str, str], finding: str) -> None:
    assert found(person("Ada Bell", term)) == [f"leaders: ada-bell: {finding}"]


def test_an_id_that_is_both_country_and_organisation_is_named() -> None:
    both = [*ORGANISATIONS, {"id": "AQ", "name": "Aquarian Quorum"}]
    lines = found(person("Ada Bell", role("2001")), organisations=sorted(both, key=lambda row: row["id"]))
    assert lines == ["leaders: ada-bell: president: AQ is both a country and organisation"]


def test_two_holders_of_a_sole_office_at_one_time_are_named() -> None:
    lines = found(person("Ada Bell", role("2001-01-20", "2005-03-09")), person("Bo Carr", role("2005-02-01")))
    assert lines == ["leaders: ada-bell, bo-carr: both president of AQ from 2005-02-01 to 2005-03-09"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (role("2001", "2005-03-09"), role("2005-03-09")),
        (role("2001", "2005-03"), role("2005-03-09")),
        (role("2001", "2005-03-09"), role("2005")),
        (role("2001"), role("2002", of="BQ")),
        (role("2001", office="senator"), role("2002", office="senator")),
    ],
)
def test_a_handover_another_country_or_a_shared_office_is_no_overlap(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert found(person("Ada Bell", one), person("Bo Carr", other)) == []


def test_a_whole_name_of_two_people_is_named_but_a_bare_surname_is_not() -> None:
    one = person("Ada Bell", spellings=["Ada Maria Bell"], aliases=["Bell"])
    other = person("Eda Bell", spellings=["Ada María-Bell"], aliases=["Bell"])
    assert found(one, other) == ["leaders: ada-bell, leaders: eda-bell: share the spelling ada maria bell"]


def test_a_name_of_a_person_and_of_a_body_or_country_is_named() -> None:
    body = {"id": "bell", "name": "Ada Bell", "type": "company"}
    country = {"id": "CQ", "name": "Caldera", "names": ["The League"]}
    lines = found(person("Ada Bell"), organisations=[ORGANISATIONS[0], body][::-1], countries=[*COUNTRIES, country])
    assert lines == [
        "leaders: ada-bell, organisations: bell: share the spelling ada bell",
        "countries: CQ, organisations: league: share the spelling the league",
    ]


def test_a_surname_that_no_spelling_has_is_named() -> None:
    assert found(person("Ada Bell", families=["Belle"])) == [
        "leaders: ada-bell: surname Belle is in no spelling of the name"
    ]


def test_rows_out_of_order_and_ids_used_twice_are_named() -> None:
    assert found(offices=[*OFFICES, OFFICES[1], OFFICES[0]]) == [
        "offices: senator: duplicate id",
        "offices: president: stands after senator, rows are sorted by id",
    ]


def test_events_and_countries_of_organisations_are_checked() -> None:
    event = {"id": "games", "names": ["Games"], "kind": "happening", "from": "2022-02-20", "to": "2022-02-04"}
    guard = {"id": "guard", "name": "Guard", "type": "armed-group", "country": "ZQ"}
    assert found(events=[event], organisations=[guard]) == [
        "events: games: term: ends 2022-02-04, before it begins 2022-02-20",
        "organisations: guard: unknown country ZQ",
    ]


def test_files_that_do_not_exist_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "leaders.json").write_text(json.dumps([person("Ada Bell", role("2001", of="ZQ"))]), "utf-8")
    rows = read_rows(tmp_path)
    assert list(rows) == ["leaders"]
    assert list(findings(rows)) == []


def test_the_knowledge_that_ships_has_no_findings() -> None:
    rows = read_rows(DATA)
    assert len(rows["leaders"]) > 1000
    assert list(findings(rows)) == []
