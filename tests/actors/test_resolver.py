"""Typed names and whom they mean."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geotui.actors import Resolver
from geotui.model import ActorKind, How, Spelling, VocabularyActor

PEOPLE = {
    "Vladimir Putin": ("Putin", ["Vladimir Vladimirovich Putin", "Владимир Путин"], []),
    "Xi Jinping": ("Xi", ["Xi Jin-ping", "习近平"], []),
    "Recep Tayyip Erdogan": ("Erdogan", ["Tayyip Erdogan", "Recep Tayyip Erdoğan"], []),
    "Volodymyr Zelenskyy": ("Zelenskyy", ["Volodymyr Zelensky", "Volodymyr Zelenskiy"], []),
    "Sergei Lavrov": ("Lavrov", ["Sergey Lavrov"], []),
    "Benjamin Netanyahu": ("Netanyahu", [], ["Bibi"]),
    "Mohammed bin Salman": ("bin Salman", [], ["MBS"]),
    "King Salman": ("Salman", ["Salman bin Abdulaziz"], []),
    "Theresa May": ("May", [], []),
    "Mohammed bin Zayed": ("bin Zayed", [], ["MBZ"]),
    "George W. Bush": ("Bush", ["George Walker Bush", "George Bush"], []),
    "George H.W. Bush": ("Bush", [], []),
    "Kim Jong Un": ("Kim", ["Kim Jong-un"], []),
    "Kim Yo Jong": ("Kim", [], []),
    "Kemal Kilicdaroglu": ("Kilicdaroglu", [], []),
    "Bashar al-Assad": ("al-Assad", ["Bashar Assad"], []),
    "Abdel Fattah al-Sisi": ("al-Sisi", ["Abdel-Fattah el-Sissi"], []),
    "Donald Trump": ("Trump", ["Donald J. Trump"], []),
    "JD Vance": ("Vance", ["J.D. Vance", "J. D. Vance", "James David Vance"], []),
    "Donald Trump Jr.": ("Trump", [], []),
    "Luiz Inacio Lula da Silva": ("Lula", [], ["Lula"]),
    "Ursula von der Leyen": ("von der Leyen", [], []),
    "Cristina Fernandez de Kirchner": ("Fernandez", [], []),
}
COUNTRIES = {
    "Iran": ["Iranian", "Tehran"],
    "Iraq": ["Iraqi", "Baghdad"],
    "Niger": ["Niamey"],
    "Nigeria": ["Nigerian", "Abuja"],
    "Mexico": ["Mexican", "Mexico City"],
    "Russia": ["Russian", "Russians", "Moscow", "Kremlin"],
    "United States": ["US", "U.S.", "American", "Washington", "White House"],
    "North Korea": ["North Korean", "Pyongyang"],
    "South Korea": ["South Korean", "Seoul"],
    "Republic of the Congo": ["Brazzaville"],
    "Democratic Republic of the Congo": ["Kinshasa"],
    "Sudan": ["Khartoum"],
    "South Sudan": ["Juba"],
}
CODES = {"Iran": "IR", "Iraq": "IQ", "United States": "US", "Niger": "NE"}


def vocabulary() -> tuple[list[VocabularyActor], list[Spelling]]:
    actors = [VocabularyActor(f"person:{n}", n, ActorKind.PERSON, True, row[0]) for n, row in PEOPLE.items()]
    actors += [VocabularyActor(f"country:{CODES.get(n, n)}", n, ActorKind.COUNTRY, True) for n in COUNTRIES]
    actors += [
        VocabularyActor("organisation:UN", "United Nations", ActorKind.ORGANISATION, True),
        VocabularyActor("organisation:WHO", "World Health Organization", ActorKind.ORGANISATION, True),
        VocabularyActor("organisation:IAEA", "International Atomic Energy Agency", ActorKind.ORGANISATION, True),
        VocabularyActor("person:lena-putikova", "Lena Putikova", ActorKind.PERSON, False, None, 40),
    ]
    spellings = [Spelling(text, f"person:{n}") for n, row in PEOPLE.items() for text in row[1]]
    spellings += [Spelling(text, f"person:{n}", alias=True) for n, row in PEOPLE.items() for text in row[2]]
    spellings += [
        Spelling(text, f"country:{CODES.get(n, n)}", alias=True) for n, texts in COUNTRIES.items() for text in texts
    ]
    spellings += [Spelling("UN", "organisation:UN", alias=True), Spelling("WHO", "organisation:WHO", alias=True)]
    spellings += [Spelling("Zelenskiy", "person:Volodymyr Zelenskyy"), Spelling("Putin", "person:Vladimir Putin")]
    spellings += [Spelling("Congo", "country:Democratic Republic of the Congo")]
    return actors, spellings


SURNAMES = [Spelling("Kirchner", "person:Cristina Fernandez de Kirchner")]
RESOLVER = Resolver(*vocabulary(), SURNAMES)


def names(typed: str) -> set[str]:
    return {match.name for match in RESOLVER.resolve(typed)}


def how(typed: str) -> How | None:
    matches = RESOLVER.resolve(typed)
    return matches[0].how if matches else None


@pytest.mark.parametrize(
    ("typed", "meant", "tier"),
    [
        ("vladimir putin", {"Vladimir Putin"}, How.EXACT),
        ("VLADIMIR  PUTIN", {"Vladimir Putin"}, How.EXACT),
        ("xi jinping", {"Xi Jinping"}, How.EXACT),
        ("recep tayyip erdoğan", {"Recep Tayyip Erdogan"}, How.EXACT),
        ("kılıçdaroğlu", {"Kemal Kilicdaroglu"}, How.TOKEN),
        ("j. d. vance", {"JD Vance"}, How.EXACT),
        ("j.d. vance", {"JD Vance"}, How.EXACT),
        ("习近平", {"Xi Jinping"}, How.EXACT),
        ("владимир путин", {"Vladimir Putin"}, How.EXACT),
        ("путин", {"Vladimir Putin"}, How.TOKEN),
        ("mbs", {"Mohammed bin Salman"}, How.ALIAS),
        ("bibi", {"Benjamin Netanyahu"}, How.ALIAS),
        ("iaea", {"International Atomic Energy Agency"}, How.INITIALS),
        ("rte", {"Recep Tayyip Erdogan"}, How.INITIALS),
        ("xi", {"Xi Jinping"}, How.TOKEN),
        ("putin", {"Vladimir Putin"}, How.TOKEN),
        ("zelensky", {"Volodymyr Zelenskyy"}, How.TOKEN),
        ("zelenskiy", {"Volodymyr Zelenskyy"}, How.TOKEN),
        ("bin salman", {"Mohammed bin Salman"}, How.TOKEN),
        ("salman", {"Mohammed bin Salman", "King Salman"}, How.TOKEN),
        ("may", {"Theresa May"}, How.TOKEN),
        ("assad", {"Bashar al-Assad"}, How.TOKEN),
        ("al-assad", {"Bashar al-Assad"}, How.TOKEN),
        ("sissi", {"Abdel Fattah al-Sisi"}, How.TOKEN),
        ("leyen", {"Ursula von der Leyen"}, How.TOKEN),
        ("recep erdogan", {"Recep Tayyip Erdogan"}, How.TOKEN),
        ("jinping xi", {"Xi Jinping"}, How.TOKEN),
        ("bush", {"George W. Bush", "George H.W. Bush"}, How.TOKEN),
        ("kim", {"Kim Jong Un", "Kim Yo Jong"}, How.TOKEN),
        ("korea", {"North Korea", "South Korea"}, How.TOKEN),
        ("kim j", {"Kim Jong Un", "Kim Yo Jong"}, How.PREFIX),
        ("kim jong u", {"Kim Jong Un"}, How.PREFIX),
        ("bin", {"Mohammed bin Salman", "Mohammed bin Zayed"}, How.PREFIX),
        ("bin s", {"Mohammed bin Salman"}, How.PREFIX),
        ("vladimir", {"Vladimir Putin"}, How.TOKEN),
        ("vladi", {"Vladimir Putin"}, How.PREFIX),
        ("atomic energy", {"International Atomic Energy Agency"}, How.TOKEN),
        ("who", {"World Health Organization"}, How.ALIAS),
        ("kirchner", {"Cristina Fernandez de Kirchner"}, How.TOKEN),
        ("cristina kirchner", {"Cristina Fernandez de Kirchner"}, How.TOKEN),
        ("george bush", {"George W. Bush", "George H.W. Bush"}, How.EXACT),
        ("congo", {"Republic of the Congo", "Democratic Republic of the Congo"}, How.EXACT),
        ("sudan", {"Sudan"}, How.EXACT),
        ("asad", {"Bashar al-Assad"}, How.TOKEN),
        ("bashar asad", {"Bashar al-Assad"}, How.TOKEN),
        ("xijinping", {"Xi Jinping"}, How.EXACT),
        ("kim jongun", {"Kim Jong Un"}, How.EXACT),
        ("vonderleyen", {"Ursula von der Leyen"}, How.TOKEN),
        ("binsalman", {"Mohammed bin Salman"}, How.TOKEN),
        ("zelens", {"Volodymyr Zelenskyy"}, How.PREFIX),
        ("zelenski", {"Volodymyr Zelenskyy"}, How.TOKEN),
        ("erdogn", {"Recep Tayyip Erdogan"}, How.FUZZY),
        ("lavrof", {"Sergei Lavrov"}, How.FUZZY),
        ("putn", {"Vladimir Putin"}, How.FUZZY),
        ("netanyhu", {"Benjamin Netanyahu"}, How.FUZZY),
        ("netanahyu", {"Benjamin Netanyahu"}, How.FUZZY),
        ("tayip erdogn", {"Recep Tayyip Erdogan"}, How.FUZZY),
        ("iran", {"Iran"}, How.EXACT),
        ("niger", {"Niger"}, How.EXACT),
        ("moscow", {"Russia"}, How.ALIAS),
        ("russians", {"Russia"}, How.ALIAS),
        ("us", {"United States"}, How.ALIAS),
        ("WHO", {"World Health Organization"}, How.ALIAS),
    ],
)
def test_a_typed_name_means(typed: str, meant: set[str], tier: How) -> None:
    assert names(typed) == meant
    assert how(typed) is tier


@pytest.mark.parametrize("typed", ["x", "vl", "zz", "ir", "trump xi", "aabb", "", " -- ", "putin ukraine", "un de"])
def test_nothing_is_meant_by(typed: str) -> None:
    assert names(typed) == set()


BY_ONE_WORD = frozenset({How.EXACT, How.ALIAS, How.INITIALS, How.TOKEN})


@pytest.mark.parametrize("typed", ["who", "vladimir", "korea", "atomic energy", "united arab"])
def test_among_other_words_no_name_is_meant_by(typed: str) -> None:
    assert not RESOLVER.resolve(typed, BY_ONE_WORD)


@pytest.mark.parametrize("typed", ["washing", "krem", "bib"])
def test_nobody_is_meant_by_the_beginning_of_an_alias(typed: str) -> None:
    assert not RESOLVER.resolve(typed, frozenset({How.PREFIX}))


@pytest.mark.parametrize(
    ("typed", "name"), [("krem", "Russia"), ("bib", "Benjamin Netanyahu"), ("seou", "South Korea")]
)
def test_the_beginning_of_an_alias_is_offered(typed: str, name: str) -> None:
    assert name in {match.name for match in RESOLVER.complete(typed)}
    assert name in names(typed)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Vladimir Vladimirovich Poutine", "Vladimir Putin"),
        ("Sergueï Viktorovitch Lavrov", "Sergei Lavrov"),
        ("Wladimir Putin", "Vladimir Putin"),
        ("Muhammad bin Salman bin Abdulaziz Al Saud", "Mohammed bin Salman"),
        ("Abdelfattah Said Hussein El-Sisi", "Abdel Fattah al-Sisi"),
        ("Abd al-Fattah as-Sisi", "Abdel Fattah al-Sisi"),
        ("Dr. Bachar Hafez el-Assad", "Bashar al-Assad"),
        ("Hojatoleslam Bashar Assad", "Bashar al-Assad"),
        ("Abd al-Fattah Saeed Hussein as-Sisi", "Abdel Fattah al-Sisi"),
        ("Hsi Chin-p'ing", "Xi Jinping"),
        ("Kim Chŏng-ŭn", "Kim Jong Un"),
        ("Kim Yo-chong", "Kim Yo Jong"),
        ("George Herbert Walker Bush", "George W. Bush"),
        ("His Excellency Field Marshal Alhaji Dr. Bashar A.J. Assad KBE", "Bashar al-Assad"),
        ("General (retd) Sergey Lawrow", "Sergei Lavrov"),
        ("Vice President J.D. Vance", "JD Vance"),
        ("Abdulfattah Elsisi", "Abdel Fattah al-Sisi"),
        ("Benyamin Netanyahou", "Benjamin Netanyahu"),
        ("Rejep Tayyip Erdoghan", "Recep Tayyip Erdogan"),
        ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy"),
    ],
)
def test_a_whole_name_is_found_with_more_words_and_in_other_transliterations(typed: str, name: str) -> None:
    assert RESOLVER.resolve_whole(typed)[0].name == name


@pytest.mark.parametrize(
    "typed",
    [
        "Hassan Mohammed bin Salman bin Turki of the House of Saud and others",
        "Turki bin Mohammed bin Salman",
        "Igor Vladimir Putin",
        "Putin Feb 2022",
        "Vladimir Ivanov",
        "Xi Zhongxun",
        "Salman Rushdie",
        "Kim",
    ],
)
def test_a_stranger_is_not_taken_for_one_whose_names_are_among_the_typed(typed: str) -> None:
    assert not [match for match in RESOLVER.resolve_whole(typed) if match.how is How.FUZZY]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("лавров", "Sergei Lavrov"),
        ("Лавр", "Sergei Lavrov"),
        ("нетаньяху", "Benjamin Netanyahu"),
        ("Λαβρόφ", "Sergei Lavrov"),
        ("بشار الأسد", "Bashar al-Assad"),
        ("נתניהו בנימין", None),
        ("лампа", None),
    ],
)
def test_a_name_in_a_script_that_is_not_listed_for_it_is_found_by_rule(typed: str, name: str | None) -> None:
    assert names(typed) == ({name} if name else set())


def test_the_english_article_is_no_part_of_a_name() -> None:
    assert names("the kremlin") == {"Russia"}
    assert names("the putn") == {"Vladimir Putin"}


def test_the_arabic_article_can_be_another_or_none() -> None:
    assert names("el assad") == names("as-assad") == names("assad") == {"Bashar al-Assad"}


def test_a_surname_is_meant_before_a_short_form_in_capitals() -> None:
    actors, spellings = vocabulary()
    sahrawi = VocabularyActor("organisation:SADR", "Sahrawi Republic", ActorKind.ORGANISATION, True)
    sadr = VocabularyActor("person:sadr", "Muqtada al-Sadr", ActorKind.PERSON, True, "al-Sadr")
    resolver = Resolver([*actors, sahrawi, sadr], [*spellings, Spelling("SADR", sahrawi.id, alias=True)])
    assert [match.id for match in resolver.resolve("sadr")] == [sadr.id]
    assert [match.id for match in resolver.resolve("SADR")] == [sahrawi.id]


def test_a_surname_typed_with_its_sign_is_meant_before_an_alias_without_it() -> None:
    actors, spellings = vocabulary()
    turk = VocabularyActor("person:turk", "Volker Turk", ActorKind.PERSON, True, "Turk")
    resolver = Resolver([*actors, turk], [*spellings, Spelling("Turk", "country:IR", alias=True)])
    assert [match.id for match in resolver.resolve("Türk")] == [turk.id]
    assert [match.id for match in resolver.resolve("turk")] == ["country:IR"]


def test_longer_names_are_offered_however_many_bear_the_typed_one() -> None:
    actors, spellings = vocabulary()
    many = [VocabularyActor(f"person:p{n}", f"{chr(97 + n)}da Put", ActorKind.PERSON, True, "Put") for n in range(20)]
    offered = Resolver([*actors, *many], spellings).complete("put")
    assert len(offered) == 8
    assert {match.how for match in offered} == {How.TOKEN, How.PREFIX}
    assert "Vladimir Putin" in {match.name for match in offered}


def test_a_misspelled_organisation_is_typed_whole() -> None:
    assert names("world helth organisation") == {"World Health Organization"}
    assert not names("world helth")


def test_a_misspelled_beginning_has_one_edit_at_most() -> None:
    assert names("kilicdr") == {"Kemal Kilicdaroglu"}
    assert not names("killadr")


def test_an_exact_name_hides_the_misspelled_ones() -> None:
    assert names("iraq") == {"Iraq"}
    assert "Mexico" not in names("xi")


def test_a_country_code_is_read_only_where_asked_for() -> None:
    assert not RESOLVER.resolve("ir")
    assert [match.name for match in RESOLVER.resolve("ir", codes=True)] == ["Iran"]
    assert [match.name for match in RESOLVER.resolve("iran", codes=True)] == ["Iran"]


def test_a_tier_not_asked_for_does_not_answer() -> None:
    assert not RESOLVER.resolve("putn", frozenset({How.EXACT, How.TOKEN}))
    assert RESOLVER.resolve("putin", frozenset({How.PREFIX}))[0].how is How.PREFIX


def test_who_is_in_more_stories_comes_first_then_who_is_known() -> None:
    found = [match.name for match in RESOLVER.resolve("put")]
    assert found == ["Lena Putikova", "Vladimir Putin"]


def test_a_word_that_is_both_surname_and_given_name_means_all_who_bear_it() -> None:
    actors, spellings = vocabulary()
    resolver = Resolver([*actors, VocabularyActor("person:k", "Bush Kim", ActorKind.PERSON, True, "Kim")], spellings)
    assert {match.name for match in resolver.resolve("bush")} == {"George W. Bush", "George H.W. Bush", "Bush Kim"}
    assert "Bush Kim" not in {match.name for match in resolver.resolve("bush", BY_ONE_WORD)}


def test_who_is_listed_first_leads_of_those_in_no_story() -> None:
    assert [match.name for match in RESOLVER.resolve("bush")] == ["George W. Bush", "George H.W. Bush"]


def test_a_surname_on_one_page_hides_nobody_who_bears_it() -> None:
    actors, spellings = vocabulary()
    lone = VocabularyActor("person:kim", "Kim", ActorKind.PERSON, False, None, 3)
    found = {match.id for match in Resolver([*actors, lone], spellings).resolve("kim")}
    assert found == {"person:kim", "person:Kim Jong Un", "person:Kim Yo Jong"}


def test_completions_offer_the_longer_name_after_the_one_typed() -> None:
    assert [match.name for match in RESOLVER.complete("niger")] == ["Niger", "Nigeria"]
    assert RESOLVER.complete("trump")[0].name == "Donald Trump"
    assert [match.name for match in RESOLVER.complete("erdogn")] == ["Recep Tayyip Erdogan"]
    assert len(RESOLVER.complete("m", limit=2)) <= 2


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(PEOPLE)), st.data())
def test_a_further_right_letter_never_loses_the_actor(name: str, data: st.DataObject) -> None:
    typed = name[: data.draw(st.integers(3, len(name)))]
    assume(len(typed.replace(" ", "")) > 2)
    offered = {match.name for match in RESOLVER.complete(typed, limit=50)}
    found = names(typed)
    assert name in found | offered
    if name not in found:
        assert how(typed) in {How.EXACT, How.ALIAS, How.TOKEN}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30))
def test_anything_can_be_typed(typed: str) -> None:
    for match in (*RESOLVER.resolve(typed), *RESOLVER.complete(typed)):
        assert 0 <= match.score <= 1
