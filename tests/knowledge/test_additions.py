"""What a reader may write in `actors.toml`, what it changes, and what is said of the rest."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from geotui import knowledge, settings
from geotui.actors import Resolver, vocabulary
from geotui.actors.vocabulary import surnames
from geotui.errors import SettingsError
from geotui.knowledge import Knowledge, Role
from geotui.library import Library
from geotui.settings import Locations

NEW = """
[[person]]
name = "Ada Quillfeather"
spellings = ["Ada Maria Quillfeather"]
aliases = ["Zibbo"]
native = ["Ада Квиллфезер"]
roles = [
    {office = "prime minister", of = "Kenya", from = 2031-02-03, to = "2033-05"},
    {office = "secretary of state", of = "United States", from = 2034},
    {office = "chair", of = "Lantern League", from = 2035-01-01},
]

[[organisation]]
name = "Lantern League"
short = ["LL7"]
type = "alliance"
country = "Kenya"

[[country]]
name = "Quillania"
demonyms = ["Quillanian"]
capital = "Port Feather"
"""


def with_rows(text: str) -> Knowledge:
    return knowledge.load(text, "config/actors.toml")


def resolved(text: str, typed: str) -> set[str]:
    facts = with_rows(text)
    return {match.name for match in Resolver(*vocabulary(facts), surnames(facts)).resolve(typed)}


def refused(text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        with_rows(text)
    said = str(caught.value)
    assert said.startswith("config/actors.toml: ")
    return said


def test_new_rows_stand_beside_those_that_ship() -> None:
    facts = with_rows(NEW)
    ada = facts.people["person:ada-quillfeather"]
    assert (ada.families, ada.aliases, ada.native) == (("Quillfeather",), ("Zibbo",), ("Ада Квиллфезер",))
    assert ada.roles == (
        Role("prime-minister", "country:KE", date(2031, 2, 3), date(2033, 5, 31)),
        Role("foreign-minister", "country:US", date(2034, 1, 1), None),
        Role("chair", "organisation:lantern-league", date(2035, 1, 1), None),
    )
    assert facts.organisations["organisation:lantern-league"].country == "country:KE"
    assert facts.countries["country:quillania"].capital == "Port Feather"
    assert len(facts.people) == len(knowledge.load().people) + 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("quillfeather", "Ada Quillfeather"),
        ("quilfether", "Ada Quillfeather"),
        ("zibbo", "Ada Quillfeather"),
        ("квиллфезер", "Ada Quillfeather"),
        ("ll7", "Lantern League"),
        ("quillanian", "Quillania"),
        ("port feather", "Quillania"),
    ],
)
def test_a_new_row_is_found_as_those_that_ship(typed: str, name: str) -> None:
    assert resolved(NEW, typed) == {name}


def test_a_known_row_is_corrected_by_a_spelling_of_its_name() -> None:
    facts = with_rows('[[person]]\nname = "Vladimir Zelensky"\naliases = ["Ze"]')
    before = knowledge.load().people["person:volodymyr-zelenskyy"]
    after = facts.people["person:volodymyr-zelenskyy"]
    assert (after.name, after.spellings, after.roles) == (before.name, before.spellings, before.roles)
    assert "Ze" in after.aliases
    assert len(facts.people) == len(knowledge.load().people)


def test_a_known_row_takes_another_name_by_its_id_and_keeps_the_old_one() -> None:
    facts = with_rows('[[country]]\nid = "TR"\nname = "Turkland"')
    assert facts.countries["country:TR"].name == "Turkland"
    assert "Turkey" in facts.countries["country:TR"].names


def test_a_new_id_with_a_known_name_is_a_namesake() -> None:
    facts = with_rows('[[person]]\nid = "theresa-may-2"\nname = "Theresa May"')
    assert facts.people["person:theresa-may-2"].name == facts.people["person:theresa-may"].name


def test_given_roles_take_the_place_of_those_in_the_same_office() -> None:
    role = '{office = "president", of = "US", from = 2021-01-20, to = 2025-01-19}'
    row = f'[[person]]\nname = "Joe Biden"\nroles = [{role}]'
    before, after = (facts.people["person:joe-biden"].roles for facts in (knowledge.load(), with_rows(row)))
    assert Role("president", "country:US", date(2021, 1, 20), date(2025, 1, 19)) in after
    assert [r for r in after if r.office != "president"] == [r for r in before if r.office != "president"]
    assert sum(role.office == "president" for role in after) == 1


def test_a_later_holder_of_a_sole_office_ends_the_open_term_of_the_one_before() -> None:
    row = '[[person]]\nname = "Ada Quill"\nroles = [{office = "president", of = "Russia", from = 2041-05-07}]'
    before, after = (facts.people["person:vladimir-putin"].roles for facts in (knowledge.load(), with_rows(row)))
    assert [role for role in before if role.end is None and role.office == "president"]
    assert not [role for role in after if role.end is None and role.office == "president"]
    assert max(role.end for role in after if role.end) == date(2041, 5, 7)


def test_a_spelling_can_be_dropped() -> None:
    row = '[[person]]\nname = "Benjamin Netanyahu"\ndrop = ["BIBI"]'
    assert "Bibi" in knowledge.load().people["person:benjamin-netanyahu"].aliases
    assert "Bibi" not in with_rows(row).people["person:benjamin-netanyahu"].aliases


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[person]]\nname = ", "cannot be read"),
        ('[[persons]]\nname = "A B"', "no table is called persons; did you mean person?"),
        ('[person]\nname = "A B"', "person is no list of rows; write [[person]]"),
        ('name = "A B"', "no table is called name"),
        ('[[person]]\nfamily = "B"', 'person 1: has no name; write name = "…"'),
        ('[[person]]\nname = "A B"\nspelling = ["A C"]', 'person 1 ("A B"): no key is called spelling; did you mean s'),
        ('[[person]]\nname = "A B"\ncapital = "C"', "no key is called capital"),
        ("[[person]]\nname = 3", 'person 1 ("3"): name is a text; write name = "…"'),
        ('[[person]]\nname = "--"', 'name is a text; write name = "…"'),
        ('[[person]]\nname = "A B"\nspellings = "A C"', 'spellings is a list of names; write spellings = ["…", "…"]'),
        ('[[person]]\nname = "A B"\nspellings = [""]', "spellings is a list of names"),
        ('[[person]]\nname = "A B"\nfamily = "C"', 'family "C" is in no spelling of the name'),
        ('[[person]]\nname = "A B"\nfamily_first = "yes"', "family_first is true or false"),
        ('[[person]]\nid = "vladimir-putn"', 'no person has the id "vladimir-putn"; did you mean vladimir-putin?'),
        ('[[person]]\nid = "zz q"\nname = "A B"', 'id "zz q" has signs that no id has'),
        ('[[person]]\nid = "RU"\nname = "A B"', 'another actor has the id "RU"; write another, id = "RU-2"'),
        ('[[person]]\nname = "A B"\nroles = 3', "roles is a list; write roles = [{office"),
        ('[[person]]\nname = "A B"\nroles = [{office = "president"}]', "a role has no of"),
        (
            '[[person]]\nname = "A B"\nroles = [{office = "presidnt", of = "Kenya"}]',
            'no office is called "presidnt"; did you mean president?',
        ),
        (
            '[[person]]\nname = "A B"\nroles = [{office = "president", of = "Kenia"}]',
            'no country or organisation is called "Kenia"; did you mean Kenya?',
        ),
        (
            '[[person]]\nname = "A B"\nroles = [{office = "president", of = "Kenya", since = 2020}]',
            "roles: no key is called since; known are office, of, from, to",
        ),
        (
            '[[person]]\nname = "A B"\nroles = [{office = "president", of = "Kenya", from = "2020-02-30"}]',
            "from is no day, month or year; write 2024-05-31",
        ),
        (
            '[[person]]\nname = "A B"\nroles = [{office = "president", of = "Kenya", from = 2021, to = 2020-05-01}]',
            "ends 2020-05-01, before it begins 2021",
        ),
        ('[[person]]\nname = "Joe Biden"\ndrop = ["Zed"]', 'drop: "Zed" is no spelling of it; leave it out'),
        ('[[person]]\nname = "Joe Biden"\ndrop = ["joe biden"]', "is the name itself"),
        ('[[organisation]]\nname = "A B"\ncountry = "Keny"', 'no country is called "Keny"; did you mean Kenya?'),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_write(text: str, said: str) -> None:
    assert said in refused(text)


def test_a_name_that_several_bear_asks_for_the_id() -> None:
    twins = '[[person]]\nname = "Ada Bell"\n[[person]]\nid = "ada-bell-2"\nname = "Ada Bell"\n'
    assert 'write which is meant, id = "ada-bell" or "ada-bell-2"' in refused(twins + '[[person]]\nname = "Ada Bell"')


@examples(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.text(max_size=8) | st.integers() | st.booleans(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["office", "of"]), inner),
        max_leaves=5,
    ),
    st.sampled_from(["id", "name", "family", "spellings", "roles", "drop", "family_first"]),
)
def test_any_value_is_read_or_refused_in_words(value: object, key: str) -> None:
    text = f'[[person]]\nname = "A B"\n{key if key != "name" else "native"} = {_toml(value)}'
    try:
        facts = with_rows(text)
    except SettingsError as error:
        told = str(error)
    else:
        told = "config/actors.toml: " if len(facts.people) == len(knowledge.load().people) + 1 else ""
    assert told.startswith("config/actors.toml: ")


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value)


def test_a_changed_file_makes_the_index_anew_and_is_read_in_texts_as_well(archive: Path, locations: Locations) -> None:
    text = "Harbour master Ada Quillfeather opened the quay on Monday.\n\nQuillfeather said more ships would come.\n"
    (archive / "quay.txt").write_text(f"Ships return to the quay\n\n{text}", encoding="utf-8")
    assert _library(archive, locations).resolve("zibbo") == ()
    locations.config.mkdir(parents=True)
    (locations.config / "actors.toml").write_text(NEW, encoding="utf-8")
    found = _library(archive, locations).resolve("zibbo")
    assert [(match.name, match.stories) for match in found] == [("Ada Quillfeather", 1)]


def _library(archive: Path, locations: Locations) -> Library:
    library = Library([archive], locations, settings.load(locations.config))
    assert library.update(workers=1).read == 2
    return library
