"""A bare word or run of words always works: longest run first, as the first kind that it fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from little_library import (
    KNOWLEDGE,
    LIBRARY,
    Library,
    Story,
    country,
    kinds,
    meanings,
    organisation,
    president,
    reading,
    understood,
)

from geotui.errors import PhraseError
from geotui.query import evaluate, sentence
from geotui.settings import Settings


def notes(text: str) -> list[str]:
    return [term.note for term in reading(text).terms]


def test_leaders_and_a_month_are_read_each_as_what_they_are() -> None:
    assert understood("xi putin feb 2022") == [
        ("person", "Xi Jinping"), ("person", "Vladimir Putin"), ("date", "Feb 2022"),
    ]  # fmt: skip


def test_the_longest_run_is_one_term() -> None:
    assert meanings("vladimir putin") == ["Vladimir Putin"]
    assert meanings("recep tayyip erdogan ankara") == ["Recep Tayyip Erdogan", "Turkey"]
    assert meanings("south korea us") == ["South Korea", "United States"]


def test_an_alias_means_its_actor() -> None:
    assert meanings("mbs") == ["Mohammed bin Salman"]


@pytest.mark.parametrize(
    ("typed", "name"), [("bin salman", "Mohammed bin Salman"), ("al-sisi", "Abdel Fattah al-Sisi")]
)
def test_a_surname_of_several_parts_is_read_whole(typed: str, name: str) -> None:
    assert understood(typed) == [("person", name)]


def test_a_country_is_found_by_its_people_and_capital() -> None:
    assert understood("chinese moscow u.s.") == [
        ("country", "China"), ("country", "Russia"), ("country", "United States"),
    ]  # fmt: skip


def test_an_english_genitive_is_still_the_name() -> None:
    assert understood("xi's china’s") == [("person", "Xi Jinping"), ("country", "China")]


@pytest.mark.parametrize("typed", ["Сергей Лавров", "«сергей лавров»", "SERGEI LAVROV", "Sergéi Lavrov."])
def test_a_name_is_read_in_any_script_case_and_with_any_accent(typed: str) -> None:
    assert reading(f"actor:{typed}").actors == ("person:sergei-lavrov",)


def test_a_name_in_another_script_is_read_bare() -> None:
    assert understood("Сергей Лавров, xi") == [("person", "Sergei Lavrov"), ("person", "Xi Jinping")]


def test_a_full_name_wins_over_the_month_in_it() -> None:
    assert understood("theresa may") == [("person", "Theresa May")]


@pytest.mark.parametrize("typed", ["may", "march"])
def test_a_lone_may_or_march_is_the_month(typed: str) -> None:
    assert kinds(typed) == ["date"]


def test_the_person_is_offered_where_a_month_is_read() -> None:
    (term,) = reading("may").terms
    assert [offer.replacement for offer in term.offers] == ['actor:"Theresa May"']


@pytest.mark.parametrize("typed", ["sat", "mar", "sun"])
def test_short_day_and_month_names_alone_are_never_dates(typed: str) -> None:
    assert kinds(typed) == ["text"]


def test_a_weekday_before_a_date_belongs_to_it() -> None:
    assert understood("sat 5 feb 2022") == [("date", "5 Feb 2022")]


def test_a_lone_year_is_a_date_only_where_stories_are_of_it() -> None:
    assert understood("2022") == [("date", "2022")]
    assert understood("2019") == [("text", '"2019"')]
    assert kinds("feb 2019") == ["date"]


@pytest.mark.parametrize("typed", ["feb 31", "q5 2020", "2022-13-01", "putin feb 31", "feb 30 putin"])
def test_a_run_that_begins_as_a_date_and_is_none_is_refused(typed: str) -> None:
    with pytest.raises(PhraseError):
        reading(typed)


@pytest.mark.parametrize("typed", ["9/11", "3/2/2022", "xi 9/11"])
def test_day_and_month_in_digits_alone_are_refused_with_both_readings(typed: str) -> None:
    with pytest.raises(PhraseError, match=r"is .* or .*"):
        reading(typed)


def test_the_settings_or_the_calendar_can_settle_digits() -> None:
    assert reading("3/2/2022", settings=Settings(date_order="dmy")).terms[0].meaning == "3 Feb 2022"
    assert meanings("24/2/2022") == ["24 Feb 2022"]


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("2-5 feb 2022", "2-5 Feb 2022"),
        ("5-9 june", "5-9 Jun 2023"),
        ("3 feb - 5 feb 2022", "3-5 Feb 2022"),
        ("between 3 feb and 5 feb", "3-5 Feb 2023"),
        ("june 3, 2022", "3 Jun 2022"),
        ("2022-02-03", "3 Feb 2022"),
        ("early 2022", "Jan-Apr 2022"),
    ],
)
def test_hyphens_commas_and_operators_in_a_date_belong_to_it(typed: str, meaning: str) -> None:
    assert understood(typed) == [("date", meaning)]
    assert understood(f"{typed} putin") == [("date", meaning), ("person", "Vladimir Putin")]
    assert understood(f"putin {typed}") == [("person", "Vladimir Putin"), ("date", meaning)]


def test_half_of_a_pair_of_numbers_makes_no_date() -> None:
    assert "date" not in kinds("18-24 year olds")
    assert understood("pre-2022") == [("text", '"pre"'), ("date", "2022")]


def test_an_operator_in_a_full_name_belongs_to_it() -> None:
    assert understood("trinidad and tobago") == [("country", "Trinidad and Tobago")]
    assert understood("trinidad and tobago and xi") == [("country", "Trinidad and Tobago"), ("person", "Xi Jinping")]


def test_hyphenated_words_that_make_no_name_are_read_each() -> None:
    assert understood("us-china") == [("country", "United States"), ("country", "China")]
    assert understood("us-south korea") == [("country", "United States"), ("country", "South Korea")]


def test_an_outlet_is_read_with_and_without_its_article() -> None:
    assert understood("reuters") == [("outlet", "Reuters")]
    assert understood("guardian xi") == [("outlet", "The Guardian"), ("person", "Xi Jinping")]
    assert understood("the guardian") == [("outlet", "The Guardian")]
    assert understood("dawn news") == [("outlet", "Dawn News")]


def test_a_word_of_the_texts_is_text_and_no_misspelled_name() -> None:
    assert understood("tariffs paratroopers") == [("text", '"tariffs"'), ("text", '"paratroopers"')]


@pytest.mark.parametrize("typed", ["new york", "atlantic pact", "african", "development bank"])
def test_part_of_an_organisations_or_countrys_name_that_texts_have_is_text(typed: str) -> None:
    story = Story("On", "New York, an Atlantic pact, the African and the Asian development of a bank.")
    bodies = ("New York Times", "Atlantic Pact Council", "Asian Development Bank")
    knowledge = replace(
        KNOWLEDGE,
        countries=KNOWLEDGE.countries | {"country:CF": country("CF", "Central African Republic")},
        organisations={body.id: body for body in (organisation(name, name) for name in bodies)},
    )
    assert {kind for kind, _ in understood(typed, Library((story,), knowledge))} == {"text"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("president putin", "Vladimir Putin"),
        ("President Xi Jinping", "Xi Jinping"),
        ("foreign minister lavrov", "Sergei Lavrov"),
    ],
)
def test_a_title_before_a_name_says_no_more_than_the_name(typed: str, name: str) -> None:
    assert understood(typed) == [("person", name)]
    assert f'"{typed}"' in sentence(reading(typed))


def test_a_title_means_those_who_held_it_where_several_bear_the_name() -> None:
    roles = {"person:donald-trump": (president("US", date(2017, 1, 20)),)}
    people = {p.id: replace(p, roles=roles.get(p.id, p.roles)) for p in KNOWLEDGE.people.values()}
    library = Library(knowledge_=replace(KNOWLEDGE, people=people))
    assert understood("president trump", library) == [("person", "Donald Trump")]
    assert understood("foreign minister trump", library) == [("person", "Donald Trump or Donald Trump Jr.")]


def test_a_title_before_a_month_leaves_the_date_alone() -> None:
    assert ("date", "May 2022") in understood("president may 2022")


def test_a_title_before_no_name_is_text() -> None:
    assert understood("president tariffs") == [("text", '"president"'), ("text", '"tariffs"')]
    assert understood("president power") == [("text", '"president"'), ("text", '"power"')]


def test_an_outlet_that_stories_name_too_means_both_and_offers_each() -> None:
    agency = replace(organisation("R", "Reuters News Agency", "Reuters"), type="media")
    named = Story("On", "Reuters said.", actors=(agency.id,))
    library = Library((*LIBRARY.stories, named), replace(KNOWLEDGE, organisations={agency.id: agency}))
    (term,) = reading("reuters", library).terms
    assert (term.kind, term.note) == ("outlet", "from it or naming it")
    assert list(evaluate(reading("reuters", library), library).sure) == [0, 7]
    assert [offer.replacement for offer in term.offers] == ['source:"Reuters"', 'actor:"Reuters News Agency"']


def test_an_exact_name_hides_its_likes_even_where_no_story_has_it() -> None:
    assert understood("iran") == [("country", "Iran")]
    assert understood("niger") == [("country", "Niger")]
    assert not evaluate(reading("niger"), LIBRARY).possible


def test_a_run_never_matches_two_words_to_one_of_the_name() -> None:
    assert meanings("trump xi") == ["Donald Trump or Donald Trump Jr.", "Xi Jinping"]


def test_what_nothing_fits_is_text_found_nowhere() -> None:
    (term,) = reading("qwertyuiop").terms
    assert (term.kind, term.note) == ("text", "found nowhere")


@pytest.mark.parametrize("typed", ["park", "power"])
def test_a_surname_that_texts_write_small_is_text_with_the_person_offered(typed: str) -> None:
    (term,) = reading(typed).terms
    assert term.kind == "text"
    assert len(term.offers) == 1


def test_a_country_stays_one_however_texts_write_it() -> None:
    small = Library(stories=(replace(LIBRARY.stories[0], text="roast turkey, turkey and us, says us"),))
    assert understood("turkey", small) == [("country", "Turkey")]
    assert understood("us", small) == [("country", "United States")]


def test_an_ambiguous_name_means_any_says_so_and_offers_each() -> None:
    (term,) = reading("kim").terms
    assert "ambiguous" in term.note
    assert [offer.replacement for offer in term.offers] == ['actor:"Kim Jong Un"', 'actor:"Kim Yo Jong"']
    assert set(reading("kim").actors) == {"person:kim-jong-un", "person:kim-yo-jong"}


def test_an_offer_typed_in_place_of_the_word_means_that_actor_alone() -> None:
    for typed in ("kim", "park", "may", "trump"):
        for offer in reading(typed).terms[0].offers:
            assert len(reading(offer.replacement).actors) == 1


@pytest.mark.parametrize("word", ["the", "of", "in", "to", "IN", "is"])
def test_a_lone_function_word_means_nothing(word: str) -> None:
    assert list(evaluate(reading(word), LIBRARY).sure) == list(LIBRARY.everything())
    assert notes(word) == ["means nothing alone"]
    assert list(evaluate(reading(f"{word} xi"), LIBRARY).sure) == list(evaluate(reading("xi"), LIBRARY).sure)
    assert reading(f'"{word}"').words == ((word.lower(),),)


def test_country_codes_are_read_only_for_those_that_papers_use() -> None:
    assert meanings("us uk") == ["United States", "United Kingdom"]
    assert kinds("ru") == ["text"]


def test_initials_of_an_organisation_are_no_question_word_in_capitals() -> None:
    assert kinds("WHO") == ["organisation"]


def test_a_typed_role_is_country_and_words_with_its_holders_offered() -> None:
    for typed in ("russian president", "president of russia"):
        terms = reading(typed).terms
        assert {term.kind for term in terms} == {"country", "text"}
        (offer,) = next(term.offers for term in terms if term.kind == "country")
        assert (offer.replacement, offer.start, offer.end) == ('actor:"Vladimir Putin"', 0, len(typed))


def test_the_holders_of_a_role_are_those_of_the_typed_time() -> None:
    (country, *_) = reading("russian president may 2010").terms
    assert [offer.replacement for offer in country.offers] == ['actor:"Dmitry Medvedev"']


@pytest.mark.parametrize("typed", ["http://example.org/a?b=c", "10:30", "breaking:news"])
def test_a_word_with_a_colon_that_is_no_field_is_text(typed: str) -> None:
    assert kinds(typed) == ["text"]


def test_of_what_looks_like_a_field_the_fields_are_listed() -> None:
    assert "no field breaking; fields: about, actor" in notes("breaking:news")[0]
    assert notes("10:30 http://x.org") == ["found nowhere"] * 2


def test_pasted_text_is_read_word_by_word_and_never_refused() -> None:
    pasted = "On feb 31 the leaders of q5 2020 met, and Xi said or did not say what 9/11 meant to " * 3
    found = reading(pasted)
    assert {term.kind for term in found.terms} == {"text"}
    assert {term.kind for term in reading(f"{pasted} (sorce:AP) on:feb 31").terms} == {"text"}


def test_the_place_of_each_term_is_where_it_was_typed() -> None:
    text = "  xi,  PUTIN (feb 2022)"
    assert [text[t.start : t.end] for t in reading(text).terms] == ["xi", "PUTIN", "feb 2022"]
