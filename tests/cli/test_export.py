"""`geotui export`: stories with their citations, and text of pages that stays text in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from geotui.cli.export import COLUMNS, cell, markdown
from geotui.cli.main import main

Output = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("locations")

MARKUP = "[click](javascript:alert(1)) <b>*bold*</b> _x_ `code` # 1. &amp; | ~~no~~ ![i](x) https://a.example/b_c_d"


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_json_lines_have_the_story_its_text_and_its_citation(archive: Path, capsys: Output) -> None:
    assert main(["export", "lavrov", "--format", "jsonl", "--in", str(archive)]) == 0
    captured = capsys.readouterr()
    (story,) = (json.loads(line) for line in captured.out.splitlines())
    assert (story["schema"], story["title"]) == (1, "Lavrov flies to Ankara for talks on grain")
    assert "https://post.example/lavrov" in story["citation"]
    assert "arrived in Ankara" in story["text"]
    assert len(story["copies"]) == 2
    assert "1 story of 3" in captured.err


def test_markdown_has_a_heading_a_citation_and_the_text_as_a_quotation(archive: Path, capsys: Output) -> None:
    assert main(["export", "lavrov", "--format", "md", "--in", str(archive)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("## Lavrov flies to Ankara for talks on grain\n\n")
    assert "https://post.example/lavrov" in out
    assert "> The two ministers were to meet again" in out
    assert "copies: Other Daily" in out


def test_the_table_has_a_row_a_story(archive: Path, capsys: Output) -> None:
    assert main(["export", "--format", "csv", "--in", str(archive)]) == 0
    rows = table(capsys.readouterr().out)
    assert [tuple(row) for row in rows] == [COLUMNS] * 3
    assert rows[0]["date"] == "2022-06-07"
    assert "Sergei Lavrov" in rows[0]["names"]
    assert (rows[0]["copies"], rows[0]["outlets"]) == ("2", "Example Post, Other Daily")


def test_limits_codes_and_wrong_usage_are_those_of_query(archive: Path, capsys: Output) -> None:
    where = ["--in", str(archive)]
    assert main(["export", "--format", "jsonl", "--limit", "1", *where]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["export", "lavrov 1999", "--format", "md", *where]) == 1
    assert main(["export", "-putin", "-lavrov", "--format", "csv", *where]) == 0
    capsys.readouterr()
    assert main(["export", "feb 31", "--format", "csv", *where]) == 2
    assert main(["export", "lavrov", *where]) == 2
    assert main(["export", "lavrov", "--format", "xml", *where]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 3


@pytest.mark.parametrize("form", ["md", "jsonl", "csv"])
def test_control_characters_of_a_page_are_not_written(tmp_path: Path, capsys: Output, form: str) -> None:
    page = tmp_path / "evil.txt"
    page.write_text("\x1b]0;owned\x07Bridge \u202eopens\n\nThe \x9b31mbridge\x1b[31m opened on Monday, they said.\n")
    assert main(["export", "--format", form, "--in", str(page)]) == 0
    assert not set(capsys.readouterr().out) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "＝", "\t=", " ="])
def test_no_cell_is_a_formula(first: str) -> None:
    assert cell(f"{first}HYPERLINK(1)").startswith("'")


def test_a_headline_that_is_a_formula_stays_a_headline(tmp_path: Path, capsys: Output) -> None:
    record = {"title": '=cmd|"/c calc"!A1', "text": "The bridge opened on Monday, they said.", "date": "2022-02-04"}
    (tmp_path / "one.jsonl").write_text(json.dumps(record))
    assert main(["export", "--format", "csv", "--in", str(tmp_path)]) == 0
    (row,) = table(capsys.readouterr().out)
    assert row["title"] == '\'=cmd|"/c calc"!A1'


def plain(source: str) -> str:
    """The text that a Markdown reader shows of one paragraph; everything that is no text shows as a sign."""
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(source)
    assert [token.type for token in parsed] == ["paragraph_open", "inline", "paragraph_close"]
    children: list[Any] = parsed[1].children or []
    return "".join(child.content if child.type in ("text", "text_special") else f"({child.type})" for child in children)


@pytest.mark.parametrize(
    "text",
    [
        MARKUP,
        "# no heading",
        "1. no list",
        "12) no list",
        "- no list",
        "+ x",
        "--- x",
        "> x",
        "[Reuters] story",
        "a\\b",
    ],
)
def test_text_is_no_markup(text: str) -> None:
    assert plain(markdown(text)) == text


@settings(deadline=None, max_examples=200)
@given(st.text("ab1 .)(#+-=*_[]<>`~|&;!\\:/", min_size=1, max_size=20).filter(lambda text: text.split()))
def test_any_text_is_no_markup(text: str) -> None:
    assert plain(markdown(text)) == " ".join(text.split())


def test_snake_case_and_addresses_stay_readable() -> None:
    assert markdown("see some_long_name at https://a.example/b_c") == "see some_long_name at https://a.example/b_c"
