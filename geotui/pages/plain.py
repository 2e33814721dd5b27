"""A text file is one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from geotui.model import Page, Skipped
from geotui.pages.encoding import decode
from geotui.pages.header import read_header
from geotui.text import clean, split_lines

TEXT_LIMIT = 64 << 20
_INVISIBLE_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def read_plain(stream: BinaryIO, shown: str) -> Iterator[Page | Skipped]:
    """The page, or why there is none."""
    data = stream.read(TEXT_LIMIT + 1)
    if len(data) > TEXT_LIMIT:
        limit = TEXT_LIMIT >> 20
        yield Skipped(shown, f"larger than {limit} MB of text; split it, or write its pages as JSON Lines")
        return
    text = decode(data)
    if text is None:
        yield Skipped(shown, "not text: its bytes are binary or of an encoding that is not read; convert it to UTF-8")
        return
    lines = clean_lines(text)
    if not any(lines):
        yield Skipped(shown, "empty")
        return
    header = read_header(lines)
    yield Page(path=shown, record=None, lines=lines, fields=header.fields, header=header.lines)


def clean_lines(text: str) -> tuple[str, ...]:
    """The cleaned lines of a text. Only LF, CRLF and CR end one; other separators are a space, lest words run on."""
    return tuple(clean(_INVISIBLE_BREAKS.sub(" ", line)).rstrip() for line in split_lines(text))
