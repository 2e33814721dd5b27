"""JSON Lines: a page a record, read line by line so that a large file never lies in memory as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from geotui.model import Page, Skipped
from geotui.pages.encoding import decode
from geotui.pages.fields import fields_of, text_of, unwrapped
from geotui.pages.plain import clean_lines

LINE_LIMIT = 16 << 20
_REPORTS = 100  # of one file; what lies beyond is counted


def read_records(stream: BinaryIO, shown: str) -> Iterator[Page | Skipped]:
    """The pages of the records, and the lines that hold none, by their 1-based number."""
    taken: set[str] = set()
    found = unreported = 0
    for number, line in _lines(stream):
        page = _record(line, number, shown, taken)
        if page is None:
            continue
        if isinstance(page, Page) or found < _REPORTS:
            yield page
        else:
            unreported += 1
        found += isinstance(page, Skipped)
    if unreported:
        yield Skipped(shown, f"{unreported} more records could not be read")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None stands for one that is longer than the limit."""
    number = 0
    while line := stream.readline(LINE_LIMIT + 1):
        number += 1
        if len(line) <= LINE_LIMIT or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LINE_LIMIT)
        yield number, None


def _record(line: bytes | None, number: int, shown: str, taken: set[str]) -> Page | Skipped | None:
    at = str(number)
    if line is None:
        return Skipped(shown, f"line {number} is longer than {LINE_LIMIT >> 20} MB", at)
    if not line.strip(b" \t\r\n\0\x1e"):
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
        return Skipped(shown, f"line {number} has no text", fields.id or at)
    return Page(path=shown, record=_own_id(fields.id, at, taken), lines=lines, fields=fields)


def _own_id(printed: str | None, at: str, taken: set[str]) -> str:
    """The record's own id, its line number where it has none; a second bearer of an id gets its line behind it."""
    name = printed or at
    while name in taken:
        name = f"{name}#{at}"
    taken.add(name)
    return name
