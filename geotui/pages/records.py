"""JSON Lines: a page a record, read line by line so that a large file never lies in memory as text."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from geotui.model import Page, Skipped
from geotui.pages.encoding import decode, wide_encoding
from geotui.pages.fields import fields_of, text_of, unwrapped
from geotui.pages.plain import clean_lines

LINE_LIMIT = 16 << 20
_NO_TEXT = "has no text"
_CHUNK = 1 << 16
_HEAD = 1 << 8
_LINE_END = re.compile(b"\r\n|\r|\n")
_BLANK = b" \t\r\n\0\x1e"
_REPORTS = 100  # of one file; what lies beyond is counted


def read_records(stream: BinaryIO, shown: str) -> Iterator[Page | Skipped]:
    """The pages of the records, and the lines that hold none, by their 1-based number.

    A file without one record is reported as a whole.
    """
    taken: set[str] = set()
    failed: list[Skipped] = []
    lines = unread = 0
    opening: bytes | None = b""
    records = False
    for number, line in _lines(stream):
        found = _record(line, number, shown, taken)
        if found is None:
            continue
        opening = line if not lines else opening
        lines += 1
        records = records or isinstance(found, Page) or found.reason.endswith(_NO_TEXT)
        if isinstance(found, Page):
            yield found
            continue
        unread += 1
        if len(failed) < _REPORTS:
            failed.append(found)
    if not lines:
        yield Skipped(shown, "empty")
    elif lines > 1 and not records:
        yield Skipped(shown, _no_json_lines(opening, lines))
    else:
        yield from failed
        if unread > len(failed):
            yield Skipped(shown, f"{unread - len(failed)} more records could not be read")


def _no_json_lines(opening: bytes | None, lines: int) -> str:
    if opening is not None and opening.lstrip(_BLANK)[:1] in (b"{", b"["):
        return "JSON, but not JSON Lines: write each record on one line of its own"
    return f"no JSON Lines: none of its {lines} lines is a record"


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines, which end at LF, CRLF and CR; None stands for one that is longer than the limit."""
    number, line, too_long, held = 0, bytearray(), False, b""
    for chunk in _chunks(stream):
        whole = held + chunk
        # a CR at the end of a chunk may be the first half of a CRLF
        held = b"\r" if whole.endswith(b"\r") else b""
        first, *others = _LINE_END.split(whole.removesuffix(b"\r"))
        line += first
        for other in others:
            number += 1
            yield number, None if too_long or len(line) > LINE_LIMIT else bytes(line)
            line, too_long = bytearray(other), False
        if len(line) > LINE_LIMIT:
            line, too_long = bytearray(), True
    if line or too_long:
        yield number + 1, None if too_long else bytes(line)


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream piece by piece, as UTF-8 where it is in UTF-16 or UTF-32: their line ends are no single bytes."""
    # what can be had at once, so that all that comes before a broken place is read; a second piece for a short start
    head = stream.read1(_CHUNK)  # type: ignore[attr-defined]  # all readers of bytes have it
    while len(head) < _HEAD and (more := stream.read1(_CHUNK)):  # type: ignore[attr-defined]
        head += more
    wide = wide_encoding(head[:_HEAD])
    if wide is None:
        yield head.removeprefix(codecs.BOM_UTF8)
        while chunk := stream.read1(_CHUNK):  # type: ignore[attr-defined]
            yield chunk
        return
    encoding, mark = wide
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    chunk = head[mark:]
    while chunk:
        yield decoder.decode(chunk).encode("utf-8", "replace")
        chunk = stream.read1(_CHUNK)  # type: ignore[attr-defined]
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def _record(line: bytes | None, number: int, shown: str, taken: set[str]) -> Page | Skipped | None:
    at = str(number)
    if line is None:
        return Skipped(shown, f"line {number} is longer than {LINE_LIMIT >> 20} MB", at)
    if not line.strip(_BLANK):
        return None
    text = decode(line.strip(b"\x1e"))
    if text is None:
        return Skipped(shown, f"line {number} is not text", at)
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep or numbers too long"
        return Skipped(shown, f"line {number} is no JSON ({said})", at)
    if not isinstance(raw, dict):
        return Skipped(shown, f"line {number} is JSON, but no record", at)
    record = unwrapped(raw)
    fields, body = fields_of(record), text_of(record)
    lines = clean_lines(body) if body else ()
    if not any(lines):
        return Skipped(shown, f"line {number} {_NO_TEXT}", fields.id or at)
    return Page(path=shown, record=_own_id(fields.id, at, taken), lines=lines, fields=fields)


def _own_id(printed: str | None, at: str, taken: set[str]) -> str:
    """The record's own id, its line number where it has none; a second bearer of an id gets its line behind it."""
    name = printed or at
    while name in taken:
        name = f"{name}#{at}"
    taken.add(name)
    return name
