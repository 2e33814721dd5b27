from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.model import Fields
from geotui.pages.header import FRONT_MATTER_LIMIT, read_header


def header(text):
    found = read_header(text.split("\n"))
    return found.fields, found.lines


def test_front_matter_is_read_and_dates_stay_as_printed():
    text = '---\ntitle: "Head: a story"\ndate: 2022-02-03\nsource:\n  name: The Post\n---\n\nText.'
    assert header(text) == (Fields(title="Head: a story", date="2022-02-03", source="The Post"), (1, 2, 3, 4, 5, 6))


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [broken\n---\nText.",
        "---\njust a rule above a text\n---\nText.",
        "---\ntitle: never closed\n\nText.",
        "---\ncolour: blue\n---\nText.",
        "---\ntitle: x\npad: " + "x" * FRONT_MATTER_LIMIT + "\n---\nText.",
        "---\na: " + "[" * 3000 + "\n---\nText.",
        "---\ntitle: !!python/object/apply:os.getcwd []\nx: *unknown\n---\nText.",
    ],
)
def test_front_matter_that_is_broken_or_none_stays_text(text):
    assert header(text) == (Fields(), ())


def test_aliases_that_double_and_double_are_harmless():
    levels = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12))
    fields, _ = header(f"---\na0: &a0 [x]\n{levels}\ntitle: *a11\nsource: The Post\n---\n")
    assert fields.source == "The Post"


def test_two_header_lines_are_a_header():
    text = "URL: https://post.example/1\nPublished: 3 February 2022\nHead\n\nText."
    assert header(text) == (Fields(url="https://post.example/1", date="3 February 2022"), (1, 2))


def test_one_header_line_needs_a_blank_line_after_it():
    assert header("Source: The Post\n\nHead")[0].source == "The Post"
    assert header("Source: The Post\nHead") == (Fields(), ())


def test_all_kinds_of_header_lines_are_read():
    text = (
        "Headline: Head\nAuthor: Jane Doe\nUpdated: today\nSource: The Post\nDate: 3/2/2022\nLink: post.example/1\n\nA"
    )
    fields, lines = header(text)
    assert fields == Fields(title="Head", byline="Jane Doe", source="The Post", date="3/2/2022", url="post.example/1")
    assert lines == (1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "Head\n\nDate: 2022-02-03\nSource: The Post",
        "Date: with destiny\n\nText.",
        "URL: no address here\n\nText.",
        "Washington: The president left on Friday.\n\nText.",
        "By: the sea\nText.",
    ],
)
def test_header_lines_further_down_and_sentences_stay_text(text):
    assert header(text) == (Fields(), ())


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=st.sampled_from("---\n:abURL Date[]{}&*!\"'|>2"), max_size=120))
def test_nothing_at_the_top_of_a_text_raises(text):
    lines = text.split("\n")
    assert all(lines[number - 1].strip() for number in read_header(lines).lines)
    read_header(["---", *lines, "---"])
