from __future__ import annotations

from typing import ClassVar

from geotui.articles.lines import join_lines, read_paragraphs, wrap_width


def paragraphs(text):
    return [(p.numbers, p.text) for p in read_paragraphs(text.split("\n"))]


WRAPPED = (
    "The harbour of Port Orrin was closed on Tuesday after a tanker\n"
    "struck the northern pier and spilled fuel into the strait. Two\n"
    "tugs held the ship.\n\n"
    "Fishing boats were told to stay in port until Thursday at the\n"
    "earliest, the harbour master said."
)


def test_hand_wrapped_lines_are_one_paragraph():
    assert [numbers for numbers, _ in paragraphs(WRAPPED)] == [(1, 2, 3), (5, 6)]
    assert wrap_width(WRAPPED.split("\n")) == 62


def test_long_lines_are_a_paragraph_each():
    text = "\n".join(
        f"This is paragraph {n} of an essay, and it is a good deal longer than a wrapped line is." for n in "abc"
    )
    assert len(paragraphs(text)) == 3


def test_a_list_of_short_lines_is_not_joined():
    assert len(paragraphs("Home\nworld news\nsport\nour letters page")) == 4


def test_an_indented_line_begins_a_paragraph():
    text = WRAPPED.replace("\n\n", "\n    ")
    assert [numbers for numbers, _ in paragraphs(text)] == [(1, 2, 3), (4, 5)]


def test_lines_are_joined_with_a_space_but_at_a_hyphen():
    assert join_lines(["the Asia-", "Pacific region", "- and beyond"]) == "the Asia-Pacific region - and beyond"


def test_gaps_count_blank_lines_and_header_lines_count_as_blank():
    found = read_paragraphs(["URL: x", "Head", "", "", "Text."], header=(1,))
    assert [p.gap for p in found] == [1, 2]


def test_the_end_of_a_sentence_is_seen_through_quotes_and_credits():
    ends = [
        p.ends
        for p in read_paragraphs(['He left."', "", "He left. (AFP)", "", "He left", "", "in the U.S.", "", "Why?"])
    ]
    assert ends == [".", ".", "", "", "?"]


def test_joining_looks_only_at_the_end_of_what_is_joined():
    class Watched(str):
        looked_at: ClassVar[list[int]] = []

        def __getitem__(self, key):
            part = super().__getitem__(key)
            Watched.looked_at.append(len(part))
            return part

    parts = [Watched("a line of a very long paragraph without a blank-"), *[Watched("line and wrapped")] * 50]
    assert join_lines(parts).count("blank-line") == 1
    assert max(Watched.looked_at) <= 1
