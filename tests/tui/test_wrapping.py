"""Paragraphs as lines: nothing is lost, nothing is too wide, and only what is looked at is wrapped."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from geotui.tui.wrapping import Line, Lines, Paragraph, Role, shown, wrap


def made(paragraphs: list[Paragraph], width: int) -> list[Line]:
    lines = Lines(paragraphs, width)
    return [line for number in range(lines.count()) if (line := lines.line(number)) is not None]


def texts(paragraphs: list[Paragraph], width: int) -> list[str]:
    return [line.text for line in made(paragraphs, width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two  three four", 9, ["one two", "three", "four"]),
        ("one two three", 13, ["one two three"]),
        ("  one two ", 80, ["one two"]),
        ("a\tb\nc\u00a0d\u3000e", 80, ["a b c d e"]),
        ("one" + " " * 40 + "two", 10, ["one", "two"]),
        ("see https://example.org/a/long", 16, ["see https://exam", "ple.org/a/long"]),
        ("a abcdefgh b", 8, ["a", "abcdefgh", "b"]),
        ("北京冬奥会开幕式", 6, ["北京冬", "奥会开", "幕式"]),
        ("北京冬奥会", 5, ["北京", "冬奥", "会"]),
        ("e\u0301te\u0301 e\u0301te\u0301", 3, ["e\u0301te\u0301", "e\u0301te\u0301"]),
        ("abce\u0301", 4, ["abce\u0301"]),
        ("ab👨‍👩‍👧cd", 4, ["ab👨‍👩‍👧", "cd"]),
        ("❤️❤️❤️", 4, ["❤️❤️", "❤️"]),
        ("мир труд", 4, ["мир", "труд"]),
        ("السلام عليكم", 6, ["السلام", "عليكم"]),
    ],
)
def test_lines_break_at_spaces_and_only_where_a_word_is_wider_than_a_line_inside_it(
    text: str, width: int, lines: list[str]
) -> None:
    assert texts([Paragraph(text)], width) == lines


def test_further_lines_are_indented() -> None:
    assert texts([Paragraph("People: Ann, Bob, Cyd", indent=2)], 12) == ["People: Ann,", "  Bob, Cyd"]


def test_a_lead_stands_before_the_first_line_alone_and_before_no_text_too() -> None:
    paragraphs = [Paragraph("one two three", lead=" 7 ", indent=3, gap=False), Paragraph("", lead=" 8 ", gap=False)]
    assert texts(paragraphs, 10) == [" 7 one two", "   three", " 8 "]


def test_what_is_kept_is_one_line_as_it_is() -> None:
    assert texts([Paragraph("  a   b", keep=True)], 3) == ["  a   b"]


@settings(deadline=None, max_examples=200)
@example("000\x1b0", 2)
@example("\x1b]0;a b\x07", 4)
@example("ab\u0301\u0301\u0301 👨‍👩‍👧x", 2)
@given(st.text(max_size=200), st.integers(2, 40))
def test_every_letter_arrives_once_in_its_place_and_no_line_is_too_wide(text: str, width: int) -> None:
    whole = shown(text)
    lines = [line for line in made([Paragraph(text, indent=1)], width) if line.text]
    assert "".join("".join(line.text[line.before :] for line in lines).split()) == "".join(whole.split())
    for line in lines:
        assert line.text[line.before :] == whole[line.start : line.end]
        assert cell_len(line.text) <= width
    assert [line.start for line in lines] == sorted({line.start for line in lines})


def test_a_gap_parts_paragraphs_but_nothing_follows_the_last() -> None:
    assert texts([Paragraph("one"), Paragraph("two")], 10) == ["one", "", "two"]
    assert texts([Paragraph("one", gap=False), Paragraph(""), Paragraph("two")], 10) == ["one", "", "two"]


@pytest.mark.parametrize("text", ["word " * 200_000, "слово " * 170_000, "北京冬奥会" * 200_000, "x" * 1_000_000])
def test_a_megabyte_is_wrapped_only_as_far_as_it_is_seen(text: str) -> None:
    lines = Lines([Paragraph(text)], 80)
    first = lines.line(0)
    assert first is not None
    assert 75 <= cell_len(first.text) <= 80
    assert len(lines._made) == 1
    assert next(wrap(text, 80, 80)) == (first.start, first.end)


def test_a_place_is_found_again_at_another_width() -> None:
    paragraphs = [Paragraph("alpha beta gamma delta epsilon zeta eta theta", Role.BODY)]
    wide, narrow = Lines(paragraphs, 20), Lines(paragraphs, 10)
    second = wide.line(1)
    assert second is not None
    found = narrow.line(narrow.number_at(wide.offset(second.paragraph, second.start)))
    assert found is not None
    assert found.text.split()[0] == second.text.split()[0]
