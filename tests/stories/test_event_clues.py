from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from stories.happenings import ALL, SUMMITS, article

from geotui.model import Article, Draft, Published, TitleFrom
from geotui.stories import clues
from geotui.stories.event_clues import TERMS, Kind, kind_of, title_terms
from geotui.stories.event_numbers import numbers
from geotui.stories.event_words import COMMON, stem


def of(title: str, text: str) -> Article:
    return Article("0", Draft(title, TitleFrom.LINE, 1, text, (2,)), Published(), (), ())


def test_clues_are_small() -> None:
    sizes = sorted(len(msgspec.msgpack.encode(clues(article(told)))) for told in ALL)
    assert sizes[len(sizes) // 2] <= 400


def test_a_text_without_words_has_no_clues() -> None:
    assert clues(of("", "")).terms == ()


def test_words_that_all_news_has_are_known_as_such() -> None:
    kinds = [kind_of(term) for term in title_terms("Officials said Zubrowka will vote")]
    assert kinds.count(Kind.WORD) == 1
    assert kinds.count(Kind.COMMON) == 4


def test_an_actor_of_the_knowledge_is_one_term_under_whatever_name() -> None:
    first, second = (clues(article(told)) for told in SUMMITS[:2])
    shared = {packed >> 8 for packed in first.terms} & {packed >> 8 for packed in second.terms}
    assert sum(kind_of(term) == Kind.ACTOR for term in shared) >= 3


def test_forms_of_a_word_have_one_stem() -> None:
    assert {stem(word) for word in ("announce", "announced", "announces", "announcing")} == {"announc"}
    assert stem("party") == stem("parties")
    assert stem("crisis") == "crisis"


def test_little_words_are_common() -> None:
    assert COMMON[stem("the")] == 0


def test_numbers_are_read_with_what_they_count() -> None:
    found = dict(
        numbers("A magnitude 6.1 quake killed twelve miners and hurt 1,200 people in the second round of 2019.")
    )
    assert found["magnitude"] == 6.1
    assert found["miner"] == 12
    assert found[stem("people")] == 1200
    assert 2019 not in found.values()


def test_a_percentage_is_one_whether_spelled_or_signed() -> None:
    assert numbers("45% of the cost") == numbers("45 percent of the cost") == numbers("45 per cent of the cost")


@given(st.text(max_size=300), st.text(max_size=600))
@settings(max_examples=150, deadline=None)
def test_any_text_has_clues_within_their_bounds(title: str, text: str) -> None:
    found = clues(of(title, text))
    assert len(found.terms) <= TERMS
    assert all(packed & 255 > 0 and packed >> 32 == 0 for packed in found.terms)
    assert len({packed >> 8 for packed in found.terms}) <= len(found.terms)
