"""Any string reads, or is refused in a sentence; nothing else ever happens."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from little_library import KNOWLEDGE, LIBRARY, Library, reading

from geotui.errors import PhraseError
from geotui.query import advise, evaluate, sentence

WORDS = st.sampled_from(
    (
        *("xi", "putin", "kim", "feb", "2022", "31", "or", "and", "not", "-", "-trump", "(", ")", "|", '"', "the"),
        *("us-china", "on:", "on:feb", "actor:", "is:", "sort:", "text:", "9/11", "10:30", "q5", "since:2020", ","),
        *("between", "to", "bin", "salman", "“", "–", "erdoğan", "2-5", "...", ">=", "country:us", "has:copies"),
    )
)


def reads(text: str) -> None:
    try:
        found = reading(text)
    except PhraseError as refused:
        message = str(refused)
        assert message
        assert "\n" not in message
        return
    graded = evaluate(found, LIBRARY)
    assert graded.sure <= graded.likely <= graded.possible
    assert sentence(found)
    assert isinstance(advise(found, LIBRARY, KNOWLEDGE), str)
    assert all(0 <= term.start < term.end <= len(text) for term in found.terms)
    assert [term.start for term in found.terms] == sorted(term.start for term in found.terms)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60))
@example("\x1b[31m\u202e\ud800 xi")
@example("is:\x1b[31m")
@example("on:\u2028x")
def test_any_string_reads_or_is_refused(text: str) -> None:
    reads(text)


@settings(deadline=None, max_examples=200)
@given(st.lists(WORDS, max_size=9).map(" ".join))
def test_any_string_of_the_languages_own_words_reads_or_is_refused(text: str) -> None:
    reads(text)


def test_what_is_said_holds_no_control_characters() -> None:
    for text in ("\x1b[31mxi \x07", "\u202etariffs", 'text:"\x1b]8;;x"', "tag:\x1b[1m"):
        found = reading(text)
        assert sentence(found).isprintable()
        assert all(term.typed.isprintable() for term in found.terms)


def test_six_words_ask_the_resolver_a_bounded_number_of_times() -> None:
    library = Library()
    reading("erdogn zelenski tariffs lavrof qwertyuiop truce", library)
    assert library.asked <= 60
