"""One file → its pages, by the reader of its format; guards against what changes, hangs or swells while it is read."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from geotui.model import Page, Skipped
from geotui.pages.plain import read_plain
from geotui.pages.records import read_records

Reader = Callable[[BinaryIO, str], Iterator[Page | Skipped]]
"""Reads the bytes of one file, named as shown, into its pages and the records that it passes over."""

READERS: Mapping[str, Reader] = {
    "": read_plain,
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
    ".jsonl": read_records,
    ".ndjson": read_records,
}
UNPACKED_LIMIT = 256 << 20
"""Bytes that one packed file may unpack to: a small file can hold any amount of text."""
_PACKED = b"\x1f\x8b"
_EXTENSION = re.compile(r"(?<=[^.])\.([A-Za-z][A-Za-z0-9]{0,9})$")


def extension(name: str) -> str:
    """The lower-case extension of a file name, `.gz` aside; empty where a dot belongs to a date, number or sentence."""
    match = _EXTENSION.search(name.casefold().removesuffix(".gz"))
    return match[0] if match else ""


def reader_of(name: str) -> Reader | None:
    """The reader for a file of this name, None where its format is not read."""
    return READERS.get(extension(name))


def read_file(path: Path, shown: str | None = None) -> tuple[tuple[Page, ...], tuple[Skipped, ...]]:
    """The pages of one file, and what of it was not read and why. Never raises for what a file is or holds.

    `shown` is the name that pages and reports bear, the path itself where not given.
    """
    name = shown if shown is not None else str(path)
    reader = reader_of(path.name)
    if reader is None:
        return (), (Skipped(name, not_read(path.name)),)
    try:
        before = path.stat()
        if not stat.S_ISREG(before.st_mode):
            return (), (Skipped(name, "not a file"),)
        with path.open("rb") as stream:
            packed = path.name.casefold().endswith(".gz")
            if packed and stream.peek(2)[:2] not in (_PACKED, b""):
                return (), (Skipped(name, "not packed with gzip, though its name ends in .gz; rename it"),)
            pages, skipped = _read(reader, stream, name, packed)
        after = path.stat()
    except OSError as error:
        return (), (Skipped(name, f"cannot be read: {error.strerror or error}"),)
    if _version(before) != _version(after):
        return (), (Skipped(name, "changed while it was read; read it again when it is complete"),)
    return pages, skipped


def read_stdin(stream: BinaryIO, shown: str = "-") -> tuple[tuple[Page, ...], tuple[Skipped, ...]]:
    """The pages of a stream without a name: JSON Lines where its first line is a JSON record, else one text."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BytesIO(stream.read())
    head = buffered.peek(1)[:64] if isinstance(buffered, io.BufferedReader) else buffered.getvalue()[:64]
    packed = head.startswith(_PACKED)
    # the NULs of UTF-16 and the byte order marks aside, a record begins with its brace
    is_record = not packed and head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"{")
    return _read(read_records if is_record else read_plain, buffered, shown, packed)


def not_read(name: str) -> str:
    """Why a file of this name is not read."""
    return f"{extension(name)} files are not read"


def _read(reader: Reader, stream: BinaryIO, shown: str, packed: bool) -> tuple[tuple[Page, ...], tuple[Skipped, ...]]:
    pages: list[Page] = []
    skipped: list[Skipped] = []
    source = _Unpacked(stream) if packed else stream
    try:
        for item in reader(source, shown):  # type: ignore[arg-type]  # all that readers ask is `read` and `read1`
            if isinstance(item, Page):
                pages.append(item)
            else:
                skipped.append(item)
    except _TooLargeError:
        limit = UNPACKED_LIMIT >> 20
        skipped.append(Skipped(shown, f"unpacks to more than {limit} MB; what came before was read, split it"))
    except (gzip.BadGzipFile, EOFError, zlib.error):
        skipped.append(Skipped(shown, "its compression is broken or cut off; what came before was read"))
    return tuple(pages), tuple(skipped)


class _TooLargeError(Exception):
    """A packed file unpacks to more than is read."""


class _Unpacked:
    """The text of a packed stream, up to a limit; raises `_TooLargeError` beyond it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._source = gzip.GzipFile(fileobj=stream)
        self._left = UNPACKED_LIMIT

    def read(self, size: int) -> bytes:
        """At most `size` bytes."""
        return self._counted(self._source.read(size))

    def read1(self, size: int) -> bytes:
        """What can be had at once, at most `size` bytes; the limit itself is still given."""
        return self._counted(self._source.read1(min(size, self._left) or 1))

    def _counted(self, data: bytes) -> bytes:
        self._left -= len(data)
        if self._left < 0:
            raise _TooLargeError
        return data


def _version(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns
