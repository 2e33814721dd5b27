from __future__ import annotations

import pytest

from geotui.articles.agencies import agency_said, tail_agency
from geotui.articles.credits import byline, is_person_line
from geotui.articles.datelines import dateline
from geotui.articles.markers import load_markers
from geotui.articles.printed_dates import date_line

MARKERS = load_markers()


@pytest.mark.parametrize(
    ("text", "words", "agency"),
    [
        ("KYIV, Feb 3 (Reuters) - The president left.", "KYIV, Feb 3 (Reuters)", "Reuters"),
        ("LONDON (AP) — The queen spoke.", "LONDON (AP)", "AP"),
        ("BEIJING — The foreign ministry spoke.", "BEIJING", None),
        ("Washington: The president left.", "Washington", None),
        ("New Delhi, Feb 3 (IANS) The minister left.", "New Delhi, Feb 3 (IANS)", "IANS"),
        ("New Delhi [India], February 3 (ANI): The minister left.", "New Delhi [India], February 3 (ANI)", "ANI"),
        ("MOSCOW, February 3. /TASS/. The minister left.", "MOSCOW, February 3. /TASS/", "TASS"),
        ("OSLO, Feb. 3 (Xinhua) -- The minister left.", "OSLO, Feb. 3 (Xinhua)", "Xinhua"),
        ("Feb 3 (Reuters) - The minister left.", "Feb 3 (Reuters)", "Reuters"),
        ("(Reuters) - The minister left.", "(Reuters)", "Reuters"),
        ("MOSCOW/KYIV, Feb 3 (Reuters) - They spoke.", "MOSCOW/KYIV, Feb 3 (Reuters)", "Reuters"),
        ("HANOI, March 1 (LPS) -- They spoke.", "HANOI, March 1 (LPS)", "LPS"),
        ("WASHINGTON, D.C. – They spoke.", "WASHINGTON, D.C.", None),
        ("LE BOURGET – Un marteau vert a clos la nuit.", "LE BOURGET", None),
        ("Madrid, Feb 3 (EFE).- They spoke.", "Madrid, Feb 3 (EFE)", "EFE"),
    ],
)
def test_datelines_are_read_as_printed(knowledge, text, words, agency):
    found = dateline(text, knowledge, MARKERS)
    assert found is not None
    assert found.certain
    assert (found.words, found.agency) == (words, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov: Russia's relations with the islands are strategic",
        "Analysis: What the vote means for the islands and their neighbours",
        "BREAKING: The president has left the building, his office says",
        "The president – who had been ill – left on Friday.",
        "He said (on Friday) - and nobody listened - that it was over.",
        "I - for one - do not believe it.",
    ],
)
def test_other_openings_are_no_certain_datelines(knowledge, text):
    found = dateline(text, knowledge, MARKERS)
    assert found is None or not found.certain


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND IVAN PETROV", "JANE DOE AND IVAN PETROV"),
        ("By Jane Doe, Trade Correspondent", "Jane Doe, Trade Correspondent"),
        ("By JANE DOE Associated Press", "JANE DOE Associated Press"),
        ("Written by Jane van der Doe", "Jane van der Doe"),
        ("By our Web Desk", "our Web Desk"),
        ("Par Jeanne Dupont", "Jeanne Dupont"),
    ],
)
def test_bylines_are_read(text, names):
    assert byline(text, MARKERS) == names


@pytest.mark.parametrize(
    "text",
    [
        "By the time the ship was found it was too late",
        "By Monday the water had risen",
        "By sea and by land",
        "By George, did he really say that?",
        "Von allen Seiten kam die Flut und riss die Stadt mit sich",
    ],
)
def test_sentences_with_by_are_no_bylines(text):
    assert byline(text, MARKERS) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published: 3 February 2022, 10:21", "3 February 2022, 10:21"),
        ("Feb 03, 2022 | 18:30 IST", "Feb 03, 2022 | 18:30 IST"),
        ("Updated Feb. 3, 2022 at 6:30 p.m. EST", "Feb. 3, 2022 at 6:30 p.m. EST"),
        ("First published on Thu 3 Feb 2022 07.00 GMT", "Thu 3 Feb 2022 07.00 GMT"),
        ("2022-02-03 10:21:00", "2022-02-03 10:21:00"),
        ("3.2.2022", "3.2.2022"),
        ("Thursday, February 3, 2022", "Thursday, February 3, 2022"),
        ("Publié le 3 février 2022 à 10h21", "3 février 2022 à 10h21"),
        ("Опубликовано: 3 февраля 2022", "3 февраля 2022"),
    ],
)
def test_date_lines_are_read_as_printed(text, day):
    assert date_line(text, MARKERS) == day


@pytest.mark.parametrize(
    "text", ["2022", "March 2022 was cold", "Hundreds march in 12 cities", "May 68 revisited", "3 killed", "At 10:21"]
)
def test_headlines_with_numbers_are_no_date_lines(text):
    assert date_line(text, MARKERS) is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Jane Doe", True),
        ("Jane Doe, Kyiv", True),
        ("Jane Doe in Kyiv and Ivan Petrov", True),
        ("Olu Adeyemi, Staff Writer", True),
        ("World News", False),
        ("The Quay Post", False),
        ("Troops leave Kyiv", False),
        ("Jane said no.", False),
    ],
)
def test_names_alone_are_told_from_other_short_lines(knowledge, text, person):
    assert is_person_line(text, knowledge, MARKERS) is person


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("They left on Friday. (IANS)", "IANS"),
        ("They left on Friday. — AFP", "AFP"),
        ("They left on Friday. (Associated Press)", "AP"),
        ("They joined the alliance (NATO)", None),
        ("They left on Friday - a day too late", None),
    ],
)
def test_agencies_at_the_end_of_a_text_are_read(text, agency):
    assert tail_agency(text, MARKERS, None) == agency


def test_an_agency_that_said_so_is_read():
    assert agency_said("The virus was first found there, AFP said.", MARKERS) == "AFP"
    assert agency_said("An official told Reuters that he would go.", MARKERS) == "Reuters"
    assert agency_said("Reuters journalists saw smoke.", MARKERS) is None
