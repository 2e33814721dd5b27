"""Bytes → text: byte order mark, strict UTF-8, UTF-16 by its NUL pattern, then Windows-1252 or Latin-1."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16


def decode(data: bytes) -> str | None:
    """The text of the bytes, None where they are no text in any encoding that is looked for."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data:
        return _by_nul_pattern(data)
    text = _strict(data, "utf-8")
    return text if text is not None else _western(data)


def wide_encoding(head: bytes) -> tuple[str, int] | None:
    """The encoding of a stream in units of two or four bytes, and the length of its mark; None where it is in bytes.

    Told by the stream's first bytes: a byte order mark, else the NUL pattern of UTF-16.
    """
    for mark, encoding in _MARKS[1:]:
        if head.startswith(mark):
            return encoding, len(mark)
    even = head[: len(head) // 2 * 2]
    if b"\0" not in even or even.startswith(codecs.BOM_UTF8):
        return None
    told = _parity(even)
    return (told, 0) if told is not None else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _by_nul_pattern(data: bytes) -> str | None:
    """UTF-16 without a mark; anything else is binary."""
    if len(data) % 2:
        return None
    encoding = _parity(data[:_SAMPLE])
    text = _strict(data, encoding) if encoding is not None else None
    if text is None:
        return None
    seen = text[:_SAMPLE]
    odd_ones = sum(not (c.isprintable() or c.isspace()) for c in seen)
    return text if odd_ones * 50 <= len(seen) else None


def _parity(sample: bytes) -> str | None:
    """The order of bytes in UTF-16, whose spaces and line ends put NULs on one parity only; None for anything else."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _western(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["cp1252", "latin_1"]).best()
    return str(best) if best is not None else None
