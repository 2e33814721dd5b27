"""Names that are begun or misspelled, and words that are no such names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from little_library import (
    KNOWLEDGE,
    LIBRARY,
    Library,
    Story,
    kinds,
    meanings,
    organisation,
    person,
    reading,
    understood,
)

from geotui.query import evaluate


def test_the_beginning_of_a_name_is_read_where_no_text_has_the_word() -> None:
    (term,) = reading("erdo").terms
    assert (term.meaning, term.note) == ("Recep Tayyip Erdogan", "beginning of a name")
    assert meanings("mohammed bin s") == ["Mohammed bin Salman"]


def test_the_beginning_of_a_name_that_no_story_has_is_text_with_the_name_offered() -> None:
    (term,) = reading("zele").terms
    assert (term.kind, term.note) == ("text", "found nowhere")
    assert [offer.replacement for offer in term.offers] == ['actor:"Volodymyr Zelenskyy"']


@pytest.mark.parametrize(("typed", "name"), [("zelenski", "Volodymyr Zelenskyy"), ("medvediev", None)])
def test_another_transliteration_is_no_misspelling(typed: str, name: str | None) -> None:
    (term,) = reading(typed).terms
    assert (term.meaning == name) == (term.note == "")


def test_a_word_of_english_is_no_other_transliteration_of_a_surname() -> None:
    people = (*KNOWLEDGE.people.values(), person("Tony Powwer", "Powwer"))
    knowledge = replace(KNOWLEDGE, people={p.id: p for p in people if p.name != "Samantha Power"})
    assert understood("power", Library(knowledge_=knowledge)) == [("text", '"power"')]


def test_words_that_are_each_a_name_are_no_misspelling_of_one_longer_name() -> None:
    offices = {"organisation:O": organisation("O", "Chinas Iran Office")}
    library = Library(knowledge_=replace(KNOWLEDGE, organisations=offices))
    assert understood("china iran", library) == [("country", "China"), ("country", "Iran")]
    assert understood("us china iran", library)[1:] == [("country", "China"), ("country", "Iran")]


def test_the_beginning_of_a_body_that_no_story_has_is_no_better_than_a_slip() -> None:
    body = organisation("C", "Chinese Commerce Office")
    library = Library(knowledge_=replace(KNOWLEDGE, organisations={body.id: body}))
    (term,) = reading("chines", library).terms
    assert (term.meaning, term.note) == ("China", "misspelled")


def test_a_short_part_of_a_hyphenated_word_is_no_misspelled_name() -> None:
    assert understood("putn-us") == [("text", '"putn"'), ("country", "United States")]
    assert kinds("putn us") == ["person", "country"]


def test_a_misspelled_name_offers_those_a_little_further_away() -> None:
    knowledge = replace(
        KNOWLEDGE,
        people={p.id: p for p in (person("Ali Khamenei", "Khamenei"), person("Ruhollah Khomeini", "Khomeini"))},
    )
    (term,) = reading("khomenei", Library(knowledge_=knowledge)).terms
    assert term.meaning == "Ali Khamenei"
    assert [offer.replacement for offer in term.offers] == ['actor:"Ali Khamenei"', 'actor:"Ruhollah Khomeini"']


@pytest.mark.parametrize(
    ("typed", "name"),
    [("zelensku", "Volodymyr Zelenskyy"), ("erdogn", "Recep Tayyip Erdogan"), ("lavrv", "Sergei Lavrov")],
)
def test_a_misspelled_leader_is_found_and_said_to_be_misspelled(typed: str, name: str) -> None:
    (term,) = reading(typed).terms
    assert (term.kind, term.meaning, term.note) == ("person", name, "misspelled")


def test_a_rare_word_one_edit_from_a_known_name_means_either_and_offers_each() -> None:
    (term,) = reading("lavrof").terms
    assert "misspelled" in term.note
    assert [offer.replacement for offer in term.offers] == ['text:"lavrof"', 'actor:"Sergei Lavrov"']
    lavrov = Story("Lavrov", "Said.", actors=("person:sergei-lavrov",))
    more = Library(stories=(*LIBRARY.stories, lavrov))
    assert list(evaluate(reading("lavrof", more), more).sure) == [5, 7]


def test_a_word_of_many_stories_is_no_misspelling() -> None:
    many = Library(stories=tuple(Story("On", "The lavrof of the day") for _ in range(3)))
    assert understood("lavrof", many) == [("text", '"lavrof"')]


def test_a_name_of_one_page_alone_means_the_known_actor_too() -> None:
    for typed in ("putln", "vladimir putln"):
        (term,) = reading(typed).terms
        assert "misspelled" in term.note
        assert set(reading(typed).actors) == {"person:vladimir-putln", "person:vladimir-putin"}


def test_nothing_of_up_to_three_letters_is_misspelled() -> None:
    assert kinds("b c d e") == ["text"] * 4
    assert kinds("xj ptn") == ["text"] * 2


def test_words_of_offices_are_no_misspelled_or_begun_names() -> None:
    assert kinds("presiden foreign minister top diplomat")[1:] == ["text"] * 4


def test_a_word_of_plain_english_is_no_misspelled_name() -> None:
    bruce = Library(stories=(Story("On", "They talk about the deal.", actors=()),))
    assert understood("deal", bruce) == [("text", '"deal"')]
    assert kinds("trunk") == ["text"]


@pytest.mark.parametrize(
    "typed",
    ["covid", "famine", "riot", "riots", "warhead", "nukes", "leopard", "bombed", "sharia", "missiles", "himars"],
)
def test_a_word_of_the_news_is_no_misspelled_name(typed: str) -> None:
    (term,) = reading(typed).terms
    assert term.kind == "text"


@pytest.mark.parametrize("typed", ["ramandan", "himarz"])
def test_a_name_two_edits_away_that_no_story_has_is_only_offered(typed: str) -> None:
    (term,) = reading(typed).terms
    assert term.kind == "text"
