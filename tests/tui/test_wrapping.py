"""Paragraphs as lines: nothing is lost, nothing is too wide, and only what is looked at is wrapped."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from geotui.tui.paint import safe
from geotui.tui.wrapping import Lines, Paragraph, Role, wrap


def texts(paragraphs: list[Paragraph], width: int) -> list[str]:
    lines = Lines(paragraphs, width)
    return [line.text for number in range(lines.count()) if (line := lines.line(number)) is not None]


def test_lines_break_at_spaces() -> None:
    assert [line for line, _ in wrap("one two  three four", 9)] == ["one two", "three", "four"]


def test_a_word_wider_than_a_line_fills_it_and_goes_on() -> None:
    lines = [line for line, _ in wrap("see https://example.org/a/very/long/address now", 16)]
    assert "".join(lines).replace(" ", "") == "seehttps://example.org/a/very/long/addressnow"
    assert all(len(line) <= 16 for line in lines)
    assert lines[0].startswith("see https")


def test_writing_without_spaces_is_wrapped_too() -> None:
    lines = [line for line, _ in wrap("北京冬奥会开幕式在国家体育场举行" * 3, 20)]
    assert "".join(lines) == "北京冬奥会开幕式在国家体育场举行" * 3
    assert all(cell_len(line) <= 20 for line in lines)


def test_further_lines_are_indented() -> None:
    assert [line for line, _ in wrap("People: Ann, Bob, Cyd", 12, indent=2)] == ["People: Ann,", "  Bob, Cyd"]


@settings(deadline=None, max_examples=200)
@example("000\x1b0", 2)
@example("\x1b]0;a b\x07", 4)
@given(st.text(max_size=200), st.integers(2, 40))
def test_every_word_arrives_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = [line for line, _ in wrap(text, width)]
    assert "".join("".join(lines).split()) == "".join(safe(text).split())
    assert all(cell_len(line) <= width for line in lines)


def test_a_gap_parts_paragraphs_but_nothing_follows_the_last() -> None:
    assert texts([Paragraph("one"), Paragraph("two")], 10) == ["one", "", "two"]
    assert texts([Paragraph("one", gap=False), Paragraph(""), Paragraph("two")], 10) == ["one", "", "two"]


def test_a_megabyte_is_wrapped_only_as_far_as_it_is_seen() -> None:
    class Watched(Lines):
        made: int = 0

    words = "word " * 200_000
    lines = Lines([Paragraph(words)], 80)
    first = lines.line(0)
    assert first is not None
    assert first.text == ("word " * 16).strip()
    assert len(lines._made) == 1


def test_a_place_is_found_again_at_another_width() -> None:
    paragraphs = [Paragraph("alpha beta gamma delta epsilon zeta eta theta", Role.BODY)]
    wide, narrow = Lines(paragraphs, 20), Lines(paragraphs, 10)
    assert wide.count() == 3
    above = wide.line(0)
    assert above is not None
    found = narrow.line(narrow.number_at(above.offset))
    assert found is not None
    assert found.text.split()[0] == wide.line(1).text.split()[0]  # type: ignore[union-attr]
