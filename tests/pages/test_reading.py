from __future__ import annotations

import gzip
import io
import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.model import Fields, Page
from geotui.pages import plain as plain_module
from geotui.pages import read_file, read_stdin
from geotui.pages import reading as reading_module
from geotui.pages import records as records_module


@pytest.fixture
def read(tmp_path):
    def read_bytes(data, name="page.txt"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_file(path, name)

    return read_bytes


def only(result) -> Page:
    pages, skipped = result
    assert skipped == ()
    assert len(pages) == 1
    return pages[0]


def records(*rows):
    return "\n".join(json.dumps(row) for row in rows)


def test_a_text_file_is_one_page_named_as_shown(read):
    assert only(read("Head\n\nText.")) == Page("page.txt", None, ("Head", "", "Text."))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_at_lf_crlf_and_cr(read, end):
    assert only(read(end.join(("a", "", "b", "")))).lines == ("a", "", "b")


def test_other_separators_end_no_line_and_glue_no_words(read):
    assert only(read("one\u2028two\x0bthree\x85four")).lines == ("one two three four",)


def test_what_acts_on_a_terminal_is_cleaned_away(read):
    line = only(read("\x1b[31mred\u202e text")).lines[0]
    assert line.endswith("red text")
    assert line.isprintable()


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_encodings_are_told_apart(read, encoding):
    text = "Der Außenminister sagte „Nein“ – und fuhr nach Köln. Später fügte er hinzu, es sei ihm ernst."
    assert only(read(text.encode(encoding))).lines == (text,)


def test_utf16_without_a_mark_is_read_in_other_scripts(read):
    text = "Министр сказал, что поедет.\nОн уехал вечером."
    assert only(read(text.encode("utf-16-le"))).lines == tuple(text.split("\n"))


def test_binary_is_reported(read):
    pages, skipped = read(bytes(range(256)) * 8)
    assert pages == ()
    assert skipped[0].reason.startswith("not text")


def test_an_empty_file_is_reported(read):
    assert read(b"\n \n")[1][0].reason == "empty"


def test_a_huge_text_is_reported_with_what_to_do(read, monkeypatch):
    monkeypatch.setattr(plain_module, "TEXT_LIMIT", 10)
    assert "split it" in read("eleven bytes and more")[1][0].reason


def test_packed_text_is_read_and_broken_packing_reported(read):
    packed = gzip.compress(b"Head\n\nText.")
    assert only(read(packed, "page.txt.gz")).lines == ("Head", "", "Text.")
    assert "compression" in read(packed[:-9], "cut.txt.gz")[1][0].reason
    assert "not packed" in read(b"plain", "none.txt.gz")[1][0].reason


@pytest.mark.parametrize("name", ["many.jsonl.gz", "one.jsonl.gz"])
def test_what_unpacks_without_end_is_stopped_and_reported(read, monkeypatch, name):
    monkeypatch.setattr(reading_module, "UNPACKED_LIMIT", 1000)
    monkeypatch.setattr(records_module, "LINE_LIMIT", 300)
    row = json.dumps({"text": "Text of a page."}) + "\n"
    pages, skipped = read(gzip.compress((row * 1000 if name == "many.jsonl.gz" else row + "x" * 99_999).encode()), name)
    assert 1 <= len(pages) < 60
    assert [note.reason for note in skipped] == ["unpacks to more than 0 MB; what came before was read, split it"]


def test_a_file_that_changes_while_it_is_read_is_reported(tmp_path, monkeypatch):
    path = tmp_path / "page.txt"
    path.write_text("before", encoding="utf-8")
    decode = plain_module.decode

    def slow_decode(data):
        path.write_text("after, and longer", encoding="utf-8")
        return decode(data)

    monkeypatch.setattr(plain_module, "decode", slow_decode)
    pages, skipped = read_file(path)
    assert pages == ()
    assert skipped[0].reason.startswith("changed while it was read")


def test_what_is_no_file_is_reported(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert read_file(tmp_path / "pipe.txt")[1][0].reason == "not a file"
    assert "cannot be read" in read_file(tmp_path / "gone.txt")[1][0].reason
    assert read_file(tmp_path / "page.pdf")[1][0].reason == ".pdf files are not read"


def test_each_record_is_a_page(read):
    pages, skipped = read(records({"id": 7, "text": "One.\n\nTwo."}, {"body": "Three."}), "a.jsonl")
    assert skipped == ()
    assert [(page.record, page.lines) for page in pages] == [("7", ("One.", "", "Two.")), ("2", ("Three.",))]


def test_usual_spellings_of_keys_are_read(read):
    row = {
        "maintext": "Text.",
        "Headline": "Head",
        "date_publish": "2022-02-03 10:00:00",
        "source_domain": "post.example",
        "authors": ["Jane Doe", {"name": "Ivan Petrov"}],
        "permalink": "https://post.example/1",
        "lang": "en",
        "_id": {"$oid": "abc"},
    }
    assert only(read(records(row), "a.ndjson")).fields == Fields(
        id="abc",
        url="https://post.example/1",
        title="Head",
        date="2022-02-03 10:00:00",
        source="post.example",
        byline="Jane Doe, Ivan Petrov",
        language="en",
    )


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"source": {"id": None, "name": "The Post"}}, "source", "The Post"),
        ({"outlet": "The Post", "domain": "post.example"}, "source", "The Post"),
        ({"publishedAt": "2022-02-03T01:02:03Z"}, "date", "2022-02-03T01:02:03Z"),
        ({"timestamp": 1643846400}, "date", "2022-02-03T00:00:00+00:00"),
        ({"timestamp": 1643846400000}, "date", "2022-02-03T00:00:00+00:00"),
        ({"date": 20220203}, "date", "20220203"),
        ({"date": True}, "date", None),
        ({"title": "a\tb\n c"}, "title", "a b c"),
        ({"title": ""}, "title", None),
        ({"published": {"date": "2022-02-03"}}, "date", "2022-02-03"),
        ({"headline": {"main": "Head", "kicker": None}}, "title", "Head"),
        ({"url": "javascript:alert(1)"}, "url", None),
        ({"url": "https://user:pass@post.example:8080/1?a=b@c:d"}, "url", "https://post.example:8080/1?a=b@c:d"),
        ({"url": "//user@post.example/1"}, "url", "//post.example/1"),
        ({"url": "user:pa@ss@post.example/1"}, "url", "post.example/1"),
    ],
)
def test_values_are_read_as_printed(read, row, field, value):
    assert getattr(only(read(records({"text": "Text.", **row}), "a.jsonl")).fields, field) == value


def test_a_record_in_a_wrapper_is_read(read):
    page = only(read(records({"_id": "x", "_source": {"title": "Head", "article": "Text."}}), "a.jsonl"))
    assert (page.fields.title, page.lines) == ("Head", ("Text.",))


def test_paragraphs_in_a_list_are_a_text(read):
    assert only(read(records({"text": ["One.", "Two."]}), "a.jsonl")).lines == ("One.", "", "Two.")


def test_broken_and_empty_records_are_named_and_the_rest_goes_on(read):
    data = '{"text": "One."}\n{"text": \n\n[1]\n{"title": "Head"}\n{"text": "\\ud800"}\n{"text": "Two."}'
    pages, skipped = read(data, "a.jsonl")
    assert [page.record for page in pages] == ["1", "7"]
    assert [item.record for item in skipped] == ["2", "4", "5", "6"]
    assert skipped[1].reason == "line 4 is JSON, but no record"
    assert skipped[2].reason == "line 5 has no text"


def test_deep_nesting_and_long_lines_are_named(read, monkeypatch):
    monkeypatch.setattr(records_module, "LINE_LIMIT", 300_000)
    data = "[" * 200_000 + "\n" + json.dumps({"text": "x" * 400_000}) + "\n" + json.dumps({"text": "One."})
    pages, skipped = read(data, "a.jsonl")
    assert [page.record for page in pages] == ["3"]
    assert len(skipped) == 2


def test_many_broken_records_are_counted(read):
    skipped = read('{"text": "One."}\n' + "{\n" * 150, "a.jsonl")[1]
    assert len(skipped) == 101
    assert skipped[-1].reason == "50 more records could not be read"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("chunk", [7, 1 << 16])
def test_records_are_read_in_every_encoding_with_every_line_end(read, monkeypatch, encoding, end, chunk):
    monkeypatch.setattr(records_module, "_CHUNK", chunk)
    rows = [json.dumps({"text": f"Text ਊ number {n}, Škoda."}, ensure_ascii=False) for n in range(40)]
    pages, skipped = read(end.join(["", *rows, ""]).encode(encoding), "a.jsonl")
    assert skipped == ()
    assert [page.record for page in pages] == [str(n) for n in range(2, 42)]
    assert pages[7].lines == ("Text ਊ number 7, Škoda.",)


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "a.jsonl"), (b" \n\r\n", "a.jsonl"), (gzip.compress(b""), "a.jsonl.gz"), (b"", "a.gz"), (b"", "a.txt.gz")],
)
def test_what_holds_nothing_is_reported_as_empty_in_every_format(read, data, name):
    assert [item.reason for item in read(data, name)[1]] == ["empty"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (json.dumps({"title": "Head", "text": "One."}, indent=1), "JSON, but not JSON Lines: write each record on one"),
        (json.dumps([{"text": "One."}], indent=1), "JSON, but not JSON Lines: write each record on one"),
        ("Head\n\nText of a page.\nMore of it.", "no JSON Lines: none of its 3 lines is a record"),
    ],
)
def test_a_file_that_holds_no_json_lines_is_reported_once(read, data, reason):
    pages, skipped = read(data, "a.jsonl")
    assert pages == ()
    assert len(skipped) == 1
    assert skipped[0].reason.startswith(reason)


def test_a_packed_file_that_is_cut_off_gives_the_records_before_the_cut(read):
    data = gzip.compress(records(*({"text": f"Text {n * 7919 % 1000003}."} for n in range(20_000))).encode())
    pages, skipped = read(data[: len(data) // 2], "a.jsonl.gz")
    assert len(pages) > 5_000
    assert "compression" in skipped[0].reason


def test_records_of_one_id_stay_apart(read):
    pages, _ = read(records(*({"id": name, "text": "One."} for name in ("a", "a", "4", "b"))), "a.jsonl")
    assert [page.record for page in pages] == ["a", "a#2", "4", "b"]


def test_standard_input_is_told_by_its_beginning():
    assert only(read_stdin(io.BytesIO(b"Head\n\nText."))).path == "-"
    assert only(read_stdin(io.BytesIO(b'{"text": "One."}'))).record == "1"
    assert only(read_stdin(io.BufferedReader(io.BytesIO(gzip.compress(b"Head"))))).lines == ("Head",)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=400))
def test_no_bytes_raise(data):
    read_stdin(io.BytesIO(data))
    read_stdin(io.BytesIO(b"{" + data))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_no_page_holds_a_line_end_or_an_escape(text):
    for page in read_stdin(io.BytesIO(text.encode("utf-8", "ignore")))[0]:
        assert not any(c in line for line in page.lines for c in "\n\r\x1b\u202e")
