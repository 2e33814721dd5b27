"""What two texts share, word by word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.stories.overlap import RUN, Overlap, Prepared

SAID = "we shall not sign a treaty that was written in another capital by men who never saw the river"


def overlap(one: str, other: str) -> Overlap:
    short, long = sorted((Prepared(one), Prepared(other)), key=lambda text: len(text.words))
    return Overlap(short, long)


def test_only_runs_of_several_words_are_shared() -> None:
    run = [f"word{chr(97 + at)}" for at in range(RUN)]
    assert overlap(" ".join(["one", *run, "two"]), " ".join(["six", *run, "ten", "more"])).words == RUN
    assert overlap(" ".join(["one", *run[1:], "two"]), " ".join(["six", *run[1:], "ten", "more"])).words == 0


def test_quotations_do_not_count_in_whatever_marks_they_stand() -> None:
    own = "The president left the talks early and spoke to reporters at the airport before he flew home to his capital."
    other = (
        "Crowds cheered when the guest of honour reached the square, where he addressed them from a balcony at dusk."
    )
    for opening, closing in (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("``", "''")):
        found = overlap(f"{own} {opening}{SAID},{closing} he said.", f"{other} {opening}{SAID},{closing} he said.")
        assert found.words < RUN + 2, opening
        assert sum(found.in_short) >= len(SAID.split())


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = Prepared(f"“{SAID}\n\n{SAID}")
    half = len(text.words) // 2
    assert (sum(text.quoted[:half]), sum(text.quoted[half:])) == (half, 0)


def test_paragraphs_are_told_by_their_words() -> None:
    assert Prepared("One two three.\n\n—\n\nFour five six.").paragraphs == ((0, 3), (3, 6))


def test_other_days_and_numbers_in_one_place_are_counted() -> None:
    one = "The bank raised its rate to 11 percent on Monday and said that more was to come before the end of the year."
    found = overlap(one, one.replace("11", "14").replace("Monday", "Friday"))
    assert (found.recounted, found.redated, found.renamed) == (1, 1, 0)


def test_one_block_is_dense_and_pieces_are_not(dam: str) -> None:
    paragraphs = dam.split("\n\n")
    assert overlap("\n\n".join(paragraphs[1:3]), dam).density == 1.0
    assert overlap("\n\n".join([paragraphs[0], paragraphs[-1]]), dam).density < 0.5


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    found = overlap(one, other)
    assert 0 <= found.of_short <= 1
    assert 0 <= found.density <= 1
    assert found.longest <= found.words <= len(found.short.words)
    assert len(found.in_long) == len(found.long.words)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_a_text_is_all_shared_with_itself_where_it_has_words_enough(text: str) -> None:
    found = overlap(text, text)
    assert found.of_short == (1.0 if len(found.short.words) >= RUN else 0.0)
