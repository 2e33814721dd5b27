from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.model import Fields
from geotui.pages.front_matter import FRONT_MATTER_LIMIT, FRONT_MATTER_LINES
from geotui.pages.header import read_header


def header(text):
    found = read_header(text.split("\n"))
    return found.fields, found.lines


def test_front_matter_is_read_and_dates_stay_as_printed():
    text = '---\ntitle: "Head: a story"\ndate: 2022-02-03\nsource:\n  name: The Post\n---\n\nText.'
    assert header(text) == (Fields(title="Head: a story", date="2022-02-03", source="The Post"), (1, 2, 3, 4, 5, 6))


@pytest.mark.parametrize(
    "text",
    [
        "---\njust a rule above a text\n---\nText.",
        "---\nnever closed, no keys\n\nText.",
        "---\ncolour: blue\n---\nText.",
        "---\ntitle: x\npad: " + "x" * FRONT_MATTER_LIMIT + "\n---\nText.",
        "---\ntitle: x\n" + "a: b\n" * FRONT_MATTER_LINES + "---\nText.",
        "---\ntitle: x\n" + "a: b\n" * FRONT_MATTER_LINES + "\nText.",
        "---\na: " + "[" * 3000 + "\n---\nText.",
        "---\nTitle: [one\nA sentence between the keys.\n---\nText.",
    ],
)
def test_what_is_too_long_or_no_front_matter_stays_text(text):
    assert header(text) == (Fields(), ())


def test_front_matter_of_broken_yaml_is_read_line_by_line():
    text = "---\ntitle: Minister: we will not stop: never\ntags:\n  - [a\ndate: '2022-02-03'\nsource: [x\n---\n\nText."
    assert header(text) == (Fields(title="Minister: we will not stop: never", date="2022-02-03"), (1, 2, 3, 4, 5, 6, 7))
    assert header("---\ntitle: !!python/object/apply:os.getcwd []\nx: *unknown\n---\nText.") == (Fields(), (1, 2, 3, 4))


@pytest.mark.parametrize("text", ["---\ntitle: Head\ndate: 2022-02-03\n\nText.", "---\ntitle: Head\ndate: 2022-02-03"])
def test_front_matter_that_is_never_closed_ends_at_the_first_blank_line(text):
    assert header(text) == (Fields(title="Head", date="2022-02-03"), (1, 2, 3))


@pytest.mark.parametrize("nothing", ["null", "~", "", "None"])
def test_no_value_is_no_outlet(nothing):
    assert header(f"---\ntitle: Head\nsource: {nothing}\n---\nText.")[0] == Fields(title="Head")


def test_aliases_that_double_and_double_are_harmless():
    levels = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12))
    fields, _ = header(f"---\na0: &a0 [x]\n{levels}\ntitle: *a11\nsource: The Post\n---\n")
    assert fields.source == "The Post"


def test_two_header_lines_are_a_header():
    text = "URL: https://post.example/1\nPublished: 3 February 2022\nHead\n\nText."
    assert header(text) == (Fields(url="https://post.example/1", date="3 February 2022"), (1, 2))


def test_one_header_line_needs_a_blank_line_after_it_unless_it_is_plain():
    assert header("Author: Jane Doe\n\nHead")[0].byline == "Jane Doe"
    assert header("Author: Jane Doe\nHead") == (Fields(), ())
    assert header("Source: The Post\nHead")[0].source == "The Post"


PARAGRAPHS = "\n\n".join(f"The minister said on day {n} that the harbour would stay open." for n in range(9))
ADDRESS = "https://post.example/1"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"URL: {ADDRESS}\n\nDate: 2022-02-03\n\nSource: The Post\n\nHead\n\n{PARAGRAPHS}", (1, 3, 5)),
        (f"Head\nURL: {ADDRESS}\nDate: 2022-02-03\nSource: The Post\n\n{PARAGRAPHS}", (2, 3, 4)),
        (f"Head\n\nSource: The Post\n\nURL: {ADDRESS}\n\nDate: 2022-02-03\n\n{PARAGRAPHS}", (3, 5, 7)),
        (f"Head\n\n{PARAGRAPHS}\n\nSource: The Post\nURL: {ADDRESS}\nDate: 2022-02-03", (21, 22, 23)),
        (f"Date: 2022-02-03\n\nHead\n\n{PARAGRAPHS}\nSource: The Post\nURL: {ADDRESS}", (1, 22, 23)),
    ],
)
def test_header_lines_are_read_at_the_top_below_the_headline_and_at_the_end(text, lines):
    assert header(text) == (Fields(url=ADDRESS, date="2022-02-03", source="The Post"), lines)


def test_of_two_lines_for_one_field_the_upper_is_read():
    text = f"URL: {ADDRESS}\nURL: https://other.example\nDate: 2022-02-03\nDate: 2023-02-03\n\nHead"
    assert header(text) == (Fields(url=ADDRESS, date="2022-02-03"), (1, 2, 3, 4))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html;base64,AA", "file:///etc/passwd"])
def test_an_address_that_must_not_be_followed_is_refused_but_is_no_text(address):
    assert header(f"Date: 2022-02-03\nURL: {address}\n\nHead") == (Fields(date="2022-02-03"), (1, 2))
    assert header(f"URL: {address}\nHead\n\nText.") == (Fields(), (1,))


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
        f"Head\n\n{PARAGRAPHS}\n\nSource: The Post\n\n{PARAGRAPHS}",
        f"Head\n\n{PARAGRAPHS}\n\nSource: The Post\n\n{PARAGRAPHS}\n\nSource: The Post",
        f"Head\n\nA picture of a ship in the harbour.\nSource: Somebody\n\n{PARAGRAPHS}",
        f"Head\n\nDate: 2022-02-03\nVenue: the town hall\n\n{PARAGRAPHS}",
        "Source: the men who saw it said so.\nText.",
        "Date: with destiny\n\nText.",
        "URL: no address here\n\nText.",
        "Washington: The president left on Friday.\n\nText.",
        "By: the sea\nText.",
        "Time: 10 am\nText.",
    ],
)
def test_labels_amid_the_text_and_sentences_stay_text(text):
    assert header(text) == (Fields(), ())


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=st.sampled_from("---\n:abURL Date[]{}&*!\"'|>2"), max_size=120))
def test_nothing_at_the_top_of_a_text_raises(text):
    lines = text.split("\n")
    assert all(lines[number - 1].strip() for number in read_header(lines).lines)
    read_header(["---", *lines, "---"])
