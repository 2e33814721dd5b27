"""Which countries and organisations a text names, and where such a name is a person's."""

from __future__ import annotations

import pytest
from actors.texts import bodies, countries, read


def test_a_dateline_names_no_country() -> None:
    assert countries("MADRID (Reuters) - The talks in Rome failed.") == {"Italy"}
    assert countries("Vienna: Talks failed.") == set()


def test_countries_are_found_by_name_people_capital_and_seat_of_power() -> None:
    assert countries("Russians, the Kremlin and Ankara waited.") == {"Russia", "Turkey"}
    assert countries("US-China trade and a Sino-Russian pact.") >= {"United States", "China"}
    assert countries("They let us in.") == set()
    assert countries("She cooked a turkey in a china bowl.") == set()
    assert countries("Voters in Atlanta and the rest of Georgia waited.") == set()
    assert countries("Tbilisi says Georgia is ready.") == {"Georgia"}
    assert countries("Jordan said King Abdullah would travel.") == {"Jordan"}


def test_a_surname_that_is_a_country_is_the_person_named_in_full() -> None:
    body = "Film maker Neil Jordan arrived. Jordan was tired."
    found = read(body)
    assert [(a.name, len(a.mentions)) for a in found] == [("Neil Jordan", 2)]
    assert countries("Neil Jordan flew to Amman. Jordan is hot.") == {"Jordan"}


def test_organisations_are_found_by_name_and_initials() -> None:
    assert bodies("NATO and the European Union asked the UN to act. They were united.") >= {
        "NATO",
        "European Union",
        "United Nations",
    }


def test_a_body_is_not_found_inside_the_longer_name_of_another() -> None:
    assert bodies("The leader of the Free Democratic Party resigned.") == set()
    assert bodies("The leader of the Democratic Party resigned.") == {"Democratic Party"}
    assert bodies("Japan's Liberal Democratic Party lost.") == {"Liberal Democratic Party of Japan"}


@pytest.mark.parametrize(
    "body",
    [
        "Paris, Texas, and Lebanon, New Hampshire, and Cairo, Ill., and Moscow, Idaho, are small.",
        "Georgia Gov. Ann Kempler signed it. The state of Georgia appealed. Georgia voters agreed.",
        "South Georgia is an island. Wild Turkey is a drink. Washington state flooded.",
        "Male voters prefer him. Stanley won the cup; Hamilton and Douglas lost in Victoria.",
        "Barclay Jordan, 40, a welder, left the Jordan River.",
    ],
)
def test_a_name_that_a_country_shares_with_a_town_a_state_or_a_man_is_not_the_country(body: str) -> None:
    assert countries(body) == set()


def test_a_capital_that_is_mostly_a_name_counts_where_its_country_is_named() -> None:
    assert countries("The Maldives voted; Male was calm.") == {"Maldives"}
    assert countries("N. Korea urges S. Korea to talk.") == {"North Korea", "South Korea"}
    assert countries("Georgia's president met Jordan's king in Washington. Chad and Turkey sent envoys.") == {
        "Georgia",
        "Jordan",
        "United States",
        "Chad",
        "Turkey",
    }


def test_a_body_that_begins_with_a_small_article_is_found() -> None:
    assert bodies("Fighters of al-Qaida met al-Shabab.") == {"al-Qaeda", "al-Shabab"}
