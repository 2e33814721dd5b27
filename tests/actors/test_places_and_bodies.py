"""Which countries and organisations a text names, and where such a name is a person's."""

from __future__ import annotations

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
