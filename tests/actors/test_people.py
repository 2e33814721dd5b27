"""Which people a text names: sentences written for these tests, each with what is hard in it."""

from __future__ import annotations

import pytest
from actors.texts import people, read
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.model import ActorKind

TRICKY = [
    # titles in all their orders, never part of the name
    ("Russian Foreign Minister Sergei Lavrov flew home.", {"Sergei Lavrov"}),
    ("Retired Lieutenant-General Orville Hancroft disagreed.", {"Orville Hancroft"}),
    ("Adm. Brad Toller, Commander of the Fifth Fleet, took the call.", {"Brad Toller"}),
    ("The bank's chief economist, Ingela Porsmark, expects less.", {"Ingela Porsmark"}),
    ("Quillon Vestergren, Denmark's trade minister, walked out.", {"Quillon Vestergren"}),
    (
        "Secretary of State Antony Blinken and Foreign Secretary Liz Truss met in Brussels.",
        {"Antony Blinken", "Liz Truss"},
    ),
    (
        "Russia's Vladimir Putin and Turkey's Recep Tayyip Erdogan talked by phone.",
        {"Vladimir Putin", "Recep Tayyip Erdogan"},
    ),
    ("Gen. Mark Tordoff spoke. Mr. Tordoff, 58, wore no medals.", {"Mark Tordoff"}),
    ("Minister of Trade and Industry Tungkey Arwibawo resigned.", {"Tungkey Arwibawo"}),
    (
        "Top-seeded Thomas Wexelgard lost to police chief accountant Natalya Sypronova.",
        {"Thomas Wexelgard", "Natalya Sypronova"},
    ),
    # particles, initials, hyphens, apostrophes
    ("Ursula von der Leyen praised Mohammed bin Salman.", {"Ursula von der Leyen", "Mohammed bin Salman"}),
    (
        "Analyst Pieter van der Moolen and lawyer Marie-Claire d'Aubrac doubt it.",
        {"Pieter van der Moolen", "Marie-Claire d'Aubrac"},
    ),
    ("Sean O'Hanrahan told the court that J.R. Pemberwick had lied.", {"Sean O'Hanrahan", "J.R. Pemberwick"}),
    ("Abu Omar al-Hamdani, a militia commander, was arrested.", {"Abu Omar al-Hamdani"}),
    # family name first
    ("China's foreign minister Wang Yi called the demand fair.", {"Wang Yi"}),
    ("Farmer Nguyen Van Tho and shopkeeper Park Min-seo lost everything.", {"Nguyen Van Tho", "Park Min-seo"}),
    ("Kim Jong Un watched the launch while Kim Yo Jong read out a statement.", {"Kim Jong Un", "Kim Yo Jong"}),
    ("The florist Pham Thu Ha sold orchids to a delegate, James To.", {"Pham Thu Ha", "James To"}),
    ("The head of the meeting, Sultan Al Dhaberi, opened it.", {"Sultan Al Dhaberi"}),
    # spellings of one person
    ("Volodymr Zelensky thanked them. Zelenskiy then left for Kharkiv.", {"Volodymyr Zelenskyy"}),
    ("Vladimir Vladimirovich Putin and Ayatollah Seyyed Ali Khamenei spoke.", {"Vladimir Putin", "Ali Khamenei"}),
    ("Igor Putin and Mary Trump are other people.", {"Igor Putin", "Mary Trump"}),
    (
        "Egyptian President Hosni Hubarak and Sudan's president, Omer al-Bashir, met.",
        {"Hosni Mubarak", "Omar al-Bashir"},
    ),
    ("French President Francois Macron is a slip of the pen.", {"Francois Macron"}),
    ("Bashar Hafez al-Assad left.", {"Bashar Assad"}),
    ("Tayyip Erdogan was late. Erdogan’s plane had been held up.", {"Recep Tayyip Erdogan"}),
    ("Halvard Brekkesen resigned. Mr Brekkesen gave no reason.", {"Halvard Brekkesen"}),
    # sentence starts and things
    ("Meanwhile Putin stayed in Sochi. Asked about it, Lavrov shrugged.", {"Vladimir Putin", "Sergei Lavrov"}),
    ("The Black Sea fleet left during the Winter Olympics, wrote the Global Times.", set()),
    ("On Monday the White House and the Red Cross warned of a new Cold War.", set()),
    ("A Crimean Tatar council met in the Green Park Hotel on Independence Day.", set()),
    ("The Lugansk People's Republic and the Great Patriotic War were on the agenda.", set()),
    ("In August Putin went fishing.", {"Vladimir Putin"}),
    ("Bosch, Goldman Sachs & Co and the Mercator Trade Fund fell on Wall Street.", set()),
    ("Trump Tower stood empty. The Clinton Foundation did not.", set()),
    # people and countries of one name
    ("Michael Jordan opened the hall.", {"Michael Jordan"}),
    ("Dr Farzana Bari and hospital director Riyadh al-Hilfani agreed.", {"Farzana Bari", "Riyadh al-Hilfani"}),
    ("Jordan Petersholm lectured in Chad.", {"Jordan Petersholm"}),
    ("Chad Hollister, a farmer in Ohio, sold his land.", {"Chad Hollister"}),
    # news of the day
    (
        "Sen. Lindsey Graham, R-S.C., and Rep. Alexandria Ocasio-Cortez, D-N.Y., flew in on Air Force One.",
        {"Lindsey Graham", "Alexandria Ocasio-Cortez"},
    ),
    (
        "Strikes hit Khan Younis and Deir al-Balah. David Barnea, the head of Mossad, left Ben Gurion Airport.",
        {"David Barnea"},
    ),
    (
        "Carl Thorvald, emeritus professor at the University of New South Wales, looked at Second Thomas Shoal.",
        {"Carl Thorvald"},
    ),
    (
        "Foreign policy aide Yuri Ushakov and Kirill Dmitriev, head of the Russian Direct Investment Fund, will join.",
        {"Yuri Ushakov", "Kirill Dmitriev"},
    ),
    (
        "Commerce Minister Piyush Goyal and Business Secretary Jon Rendle signed; Tata Steel rose.",
        {"Piyush Goyal", "Jon Rendle"},
    ),
    # little but two capitals
    (
        "Ilse Wabbershoe, 34, was on the bus with Corvin Tassenaar, a 91-year-old baker.",
        {"Ilse Wabbershoe", "Corvin Tassenaar"},
    ),
    ("Wexmond Amblin sold her first jar of peppers.", {"Wexmond Amblin"}),
    ("The mill will close, according to Wexmond Amblin.", {"Wexmond Amblin"}),
    ("The station quoted Wexmond Amblin as saying so.", {"Wexmond Amblin"}),
    ("His brother, Wexmond Amblin, drove.", {"Wexmond Amblin"}),
    ("The dead were Priit Ojasaar, Qorlan Vesk and Thrumo Baal.", {"Priit Ojasaar", "Qorlan Vesk", "Thrumo Baal"}),
    ("Premier Colin Wall and Air Vice Marshal RGK Pillaval spoke.", {"Colin Wall", "RGK Pillaval"}),
    ("The Catholic Bishop Pierre Clavandier said mass.", {"Pierre Clavandier"}),
    ("Rep. Lateefah Brunswold (D-Calif.) left.", {"Lateefah Brunswold"}),
    # names of other tongues
    ("Daw Khin Myo Thantar said that Wahyu Pranolo had left.", {"Khin Myo Thantar", "Wahyu Pranolo"}),
    ("A student, Abu Sayedi, met Diogo Freitas do Amarante.", {"Abu Sayedi", "Diogo Freitas do Amarante"}),
    ("Lawmaker Said al-Harouni met Guðrún Sveinbjarnardóttir.", {"Said al-Harouni", "Guðrún Sveinbjarnardóttir"}),
    ("Then Tsuboyama Sunao, a 91-year-old survivor, stood up.", {"Tsuboyama Sunao"}),
    ("Fukushima Hidetada, a professor from Nara, agreed.", {"Fukushima Hidetada"}),
    ("Activist Do Thi Minh Nhan and Lo Kin-wah were jailed.", {"Do Thi Minh Nhan", "Lo Kin-wah"}),
    ("Historian Karl-Otto von und zu Graubach lectured.", {"Karl-Otto von und zu Graubach"}),
    ("Lawyer Cesare dal Monico met Sidi Ould Tahar.", {"Cesare dal Monico", "Sidi Ould Tahar"}),
    ("Ben Carpendale said he knew. Shlomo Ben Ashur left; Ben Ashur was ill.", {"Ben Carpendale", "Shlomo Ben Ashur"}),
    (
        "Ang Tshering Lama, a farmer, and Gudlaug Th. Ingvarsdottir agreed.",
        {"Ang Tshering Lama", "Gudlaug Th. Ingvarsdottir"},
    ),
    ("Wu Zunlei of the Chinese Institute of Plants said so.", {"Wu Zunlei"}),
    ('Police held Lateef "Skoro" Bankole, 27.', {'Lateef "Skoro" Bankole'}),
    ("Meteorologist Efthymis Lekkanis blamed the wind.", {"Efthymis Lekkanis"}),
    ("Critics met Paula Burattini at Indosuez.", {"Paula Burattini"}),
    (
        "Spokesman Von Al Haqqari and peace adviser Carlito Galvanez Jr. met.",
        {"Von Al Haqqari", "Carlito Galvanez Jr."},
    ),
    ("Analyst Cheong Seong-chol and chief Harun-or-Rashed agreed.", {"Cheong Seong-chol", "Harun-or-Rashed"}),
    ("Prosecutor Per Lindqvistad asked for it.", {"Per Lindqvistad"}),
    ("Godoyez's widow, Ximena, wept.", {"Ximena"}),
    # one name
    ("Emperor Naruhito bowed. Naruhito said no more.", {"Naruhito"}),
    ("Lula met Prachanda.", {"Luiz Inacio Lula da Silva", "Pushpa Kamal Dahal"}),
    # places and firms that sound like people
    ("They went from Tal Afar by Umm Qasr, Al-Ula and Bab al-Hawa to Ain Issa and St Petersburg.", set()),
    ("Merrill Lynch, Morgan Stanley and Eli Lilly said profits rose.", set()),
    ("The John F. Kennedy International Airport shut.", set()),
    ("Ford's workers went home; Ford will cut its output.", set()),
    ("A climber of 14 Peaks Expedition promised money.", set()),
    # photographers and agencies
    ("Rain fell. (Gazette photo by Hank Stridmere)", set()),
    ("Rain fell. (Reporting by Tom Balderwick; Editing by Ann Purslow)", set()),
]


@pytest.mark.parametrize(("body", "named"), TRICKY)
def test_the_people_of_a_sentence_are(body: str, named: set[str]) -> None:
    assert people(body) == named


def test_names_in_capitals_and_in_headline_case_are_found() -> None:
    assert people("Talks went on.", "XI JINPING AND VLADIMIR PUTIN MEET IN BEIJING") == {"Xi Jinping", "Vladimir Putin"}
    assert people("Talks went on.", "Biden Tells Putin Ukraine Must Stay Free") == {"Joe Biden", "Vladimir Putin"}
    assert people("VLADIMIR PUTIN spoke first.") == {"Vladimir Putin"}
    assert people("POLICE CHIEF JORGE QUISPELLO SAID MAYOR ANA RIVAROLA HAD LEFT. QUISPELLO WEPT.") == {
        "Jorge Quispello",
        "Ana Rivarola",
    }


HEADLINES = [
    ("Macron Urges Europe to Arm Itself", {"Emmanuel Macron"}),
    ("Britain's Truss Quits After Six Weeks in Office", {"Liz Truss"}),
    ("Merkel Ally Volker Kaudersen Ousted", {"Angela Merkel", "Volker Kaudersen"}),
    ("Will Smithers Banned From Gala", {"Will Smithers"}),
    ("Green Party Names Carla Denyers Co-Leader", {"Carla Denyers"}),
    ("Islands Premier Mark Brown Signs China Pact", {"Mark Brown"}),
    ("Xi, Kim and Putin Watch Parade in Beijing", {"Xi Jinping", "Kim Jong Un", "Vladimir Putin"}),
    ("Erik Woods Resigns Over Loan", {"Erik Woods"}),
    ("Trump Jr. Flies to Greenland", {"Donald Trump Jr."}),
    ("Young Voters Turn to Far Right in France", set()),
    ("Power Cuts Hit Kyiv; Price of Bread Doubles", set()),
    ("MAY DAY MARCH IN PARIS TURNS VIOLENT", set()),
    ("Long March Rocket Falls in Indian Ocean", set()),
]


@pytest.mark.parametrize(("title", "named"), HEADLINES)
def test_the_people_of_a_headline_are(title: str, named: set[str]) -> None:
    assert people("Talks went on.", title, day="2022-09-01") == named


def test_a_hyphen_between_two_surnames_parts_two_people() -> None:
    assert people("The Putin-Xi summit ended.") == {"Vladimir Putin", "Xi Jinping"}


def test_the_credit_of_a_picture_names_nobody() -> None:
    caption = "Sergei Lavrov arrives in Tehran on Tuesday. Olga Pentova/Pool via REUTERS"
    assert people("He said nothing.", captions=(caption,)) == {"Sergei Lavrov"}


@pytest.mark.parametrize(
    "credit",
    [
        "Olga Pentova/Pool via REUTERS",
        "AFP/Marek Dolzhan",
        "(Photo: Marek Dolzhan/AP)",
        "Photo by Marek Dolzhan",
        "© Marek Dolzhan, AFP",
        "(Reporting by Olga Pentova in Riga; editing by Marek Dolzhan)",
        "Additional reporting by Marek Dolzhan",
    ],
)
def test_who_only_made_or_sent_it_is_nobody(credit: str) -> None:
    assert people(f"Sergei Lavrov arrived in Tehran.\n\n{credit}") == {"Sergei Lavrov"}


def test_mentions_are_the_name_without_title_and_possessive() -> None:
    body = "Turkish President Recep Tayyip Erdogan’s guests left. Erdogan stayed."
    actor = next(a for a in read(body) if a.name == "Recep Tayyip Erdogan")
    assert [body[start:end] for start, end in actor.mentions] == ["Recep Tayyip Erdogan", "Erdogan"]
    assert actor.role == "Turkish President"
    assert actor.where == ("body",)
    assert actor.known
    assert actor.spellings == ("Recep Tayyip Erdogan", "Erdogan")


def test_a_surname_that_is_a_common_word_needs_more_than_a_capital() -> None:
    assert people("Park rangers and Moon watchers gathered. Brown bears slept. Price rises went on.") == set()
    assert people("President Moon said little.", day="2018-06-01") == {"Moon Jae-in"}


def test_unknown_people_of_one_name_are_one() -> None:
    found = [a for a in read("Vasyl Hrytsenkiv spoke. Later Vasil Hrytsenkiv left.") if a.kind is ActorKind.PERSON]
    assert [(a.id, a.known) for a in found] == [("person:vasyl-hrytsenkiv", False)]


def test_everyone_in_a_long_list_of_one_surname_is_found() -> None:
    given = "Ann Bob Carl Dora Emil Fay Hans Ida John Karl Leo Mary Nora Otto Paul Ruth Sven Tom Vera Walter Yves Zoe"
    guests = {f"{name} Quistgaarden" for name in given.split()}
    assert people("; ".join(f"{name}, 34" for name in sorted(guests))) == guests


def test_an_empty_draft_names_nobody() -> None:
    assert read("", "") == ()


PIECES = """
    the President Russian Russia's Putin Xi Jinping al - -led Kim Jong un Mr. , . " ( ) said of and Minister US U.S. for
    counterpart his former Georgia Jordan O’Hara’s MARCH ÇELİK ibn 习近平 12 von der Leyen's St. & / • — Ж. J.D. ’ 's
"""


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from([*PIECES.split(), "\n\n"]), max_size=40).map(" ".join), st.sampled_from(["en", "fr", "zh"])
)
def test_whatever_a_text_is_its_mentions_lie_in_it(body: str, language: str) -> None:
    for actor in read(body, title=body[:60], captions=(body[-50:],), language=language):
        assert all(0 <= start < end <= len(body) and body[start:end].strip() for start, end in actor.mentions)
        assert len(set(actor.mentions)) == len(actor.mentions)
        assert ("body" in actor.where) == bool(actor.mentions)
