"""One file → its pages, by the reader of its format; guards against what changes, hangs or swells while it is read."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
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


def holds_records(name: str) -> bool:
    """Whether a file of this name holds a page a record, and so any number of them."""
    return reader_of(name) is read_records


def reader_of(name: str) -> Reader | None:
    """The reader for a file of this name, None where its format is not read."""
    return READERS.get(extension(name))


class UnreadableError(Exception):
    """A file cannot be read, or changed while it was: nothing that came of it before counts. `skipped` says why."""

    def __init__(self, shown: str, reason: str) -> None:
        super().__init__(reason)
        self.skipped = Skipped(shown, reason)


class FilePages:
    """The pages of one file as they are read, one at a time, and what of it was not read and why.

    `shown` is the name that pages and reports bear, the path itself where not given; `position` counts the file's
    bytes that are read so far; `stat` is its size and time (ns) as they were before. Iterating raises UnreadableError,
    at the end too, and never anything else for what a file is or holds.
    """

    def __init__(self, path: Path, shown: str | None = None) -> None:
        self.position = 0
        self.stat = (-1, -1)
        self._path = path
        self._shown = shown if shown is not None else str(path)

    def __iter__(self) -> Iterator[Page | Skipped]:
        """Each page, and each record that is passed over."""
        reader = reader_of(self._path.name)
        if reader is None:
            raise self._unreadable(not_read(self._path.name))
        try:
            before = self._path.stat()
            self.stat = (before.st_size, before.st_mtime_ns)
            if not stat.S_ISREG(before.st_mode):
                raise self._unreadable("not a file")
            with self._path.open("rb") as stream:
                packed = self._path.name.casefold().endswith(".gz")
                if packed and stream.peek(2)[:2] not in (_PACKED, b""):
                    raise self._unreadable("not packed with gzip, though its name ends in .gz; rename it")
                for item in _read(reader, stream, self._shown, packed):
                    self.position = stream.tell()
                    yield item
            after = self._path.stat()
        except OSError as error:
            raise self._unreadable(f"cannot be read: {error.strerror or error}") from error
        if _version(before) != _version(after):
            raise self._unreadable("changed while it was read; read it again when it is complete")

    def _unreadable(self, reason: str) -> UnreadableError:
        return UnreadableError(self._shown, reason)


def read_file(path: Path, shown: str | None = None) -> tuple[tuple[Page, ...], tuple[Skipped, ...]]:
    """All that `FilePages` gives of a file, parted. Never raises for what a file is or holds."""
    try:
        return _parted(FilePages(path, shown))
    except UnreadableError as error:
        return (), (error.skipped,)


def read_stdin(stream: BinaryIO, shown: str = "-") -> tuple[tuple[Page, ...], tuple[Skipped, ...]]:
    """The pages of a stream without a name: JSON Lines where its first line is a JSON record, else one text."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BytesIO(stream.read())
    head = buffered.peek(1)[:64] if isinstance(buffered, io.BufferedReader) else buffered.getvalue()[:64]
    packed = head.startswith(_PACKED)
    # the NULs of UTF-16 and the byte order marks aside, a record begins with its brace
    is_record = not packed and head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"{")
    return _parted(_read(read_records if is_record else read_plain, buffered, shown, packed))


def not_read(name: str) -> str:
    """Why a file of this name is not read."""
    return f"{extension(name)} files are not read"


def _parted(items: Iterable[Page | Skipped]) -> tuple[tuple[Page, ...], tuple[Skipped, ...]]:
    pages: list[Page] = []
    skipped: list[Skipped] = []
    for item in items:
        if isinstance(item, Page):
            pages.append(item)
        else:
            skipped.append(item)
    return tuple(pages), tuple(skipped)


def _read(reader: Reader, stream: BinaryIO, shown: str, packed: bool) -> Iterator[Page | Skipped]:
    source = _Unpacked(stream) if packed else stream
    try:
        yield from reader(source, shown)  # type: ignore[arg-type]  # all that readers ask is `read` and `read1`
    except _TooLargeError:
        limit = UNPACKED_LIMIT >> 20
        yield Skipped(shown, f"unpacks to more than {limit} MB; what came before was read, split it")
    except (gzip.BadGzipFile, EOFError, zlib.error):
        yield Skipped(shown, "its compression is broken or cut off; what came before was read")


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
