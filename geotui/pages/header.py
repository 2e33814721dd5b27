"""Header lines such as `URL:` and `Date:`: above a text, just below its headline, or at its very end; or front matter.

What is read here becomes fields of the page. What must not be in here: what a line says that has no such label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from geotui.model import Fields
from geotui.pages.addresses import usable_address
from geotui.pages.fields import FIELD_OF_KEY, IGNORED_KEYS, fields_of, plain_key
from geotui.pages.front_matter import read_front_matter

_HEADER_LINES = 30
_TOP, _BOTTOM = 8, 3
"""Among so many lines of a text that are not blank, first or last, header lines may stand apart from its top."""
_HEADER_LINE = re.compile(r"\s*([A-Za-z][A-Za-z _-]{0,24}?)\s*:(?!//)\s*(\S.{0,1999})?$")
_LONGEST_NAME = 120  # characters
_APART: Mapping[str, frozenset[str]] = {
    "url": frozenset(("url", "link", "canonicalurl", "canonical", "permalink", "sourceurl", "articleurl", "pageurl")),
    "source": frozenset(("source", "outlet", "publisher", "publication", "sitename", "newspaper", "newssource")),
    "date": frozenset(("date", "datepublished", "publishdate", "publicationdate", "pubdate", "articledate")),
}
"""The spellings that mean a header wherever they stand: `Site:`, `Time:` or `Address:` may be said of a meeting."""
_LONGEST_APART = 8  # words


@dataclass(frozen=True, slots=True)
class Header:
    """The fields read and the 1-based numbers of the lines that gave them."""

    fields: Fields = field(default_factory=Fields)
    lines: tuple[int, ...] = ()


def read_header(lines: Sequence[str]) -> Header:
    """The header of a text; an empty one where all of it is text. Of two lines for one field the upper one is read."""
    first = next((at for at, line in enumerate(lines[:50]) if line.strip()), None)
    if first is None:
        return Header()
    front = read_front_matter(lines, first)
    top = Header(front[0], tuple(at + 1 for at in front[1])) if front else _top_lines(lines, first)
    apart = _lines_apart(lines, frozenset(top.lines))
    return Header(_filled(top.fields, apart.fields), tuple(sorted((*top.lines, *apart.lines))))


def _filled(upper: Fields, lower: Fields) -> Fields:
    """The upper fields, and the lower ones where the upper say nothing."""
    missing = {f.name: getattr(lower, f.name) for f in fields(Fields) if getattr(upper, f.name) is None}
    return replace(upper, **missing)


def _top_lines(lines: Sequence[str], first: int) -> Header:
    """Two or more header lines at the top, or one with a blank line after it; blank lines may part them."""
    found: dict[str, object] = {}
    numbers: list[int] = []
    blank = False
    for at in range(first, min(len(lines), first + _HEADER_LINES)):
        if not lines[at].strip():
            blank = True
            continue
        entry = _entry(lines[at])
        if entry is None or (blank and entry[0] in found):
            break
        found.setdefault(*entry)
        numbers.append(at)
        blank = False
    if not numbers or (
        len(numbers) == 1 and lines[numbers[0] + 1 : numbers[0] + 2] and not _blank(lines, numbers[0] + 1)
    ):
        return Header()
    known = any(key in FIELD_OF_KEY for key in found)
    return Header(fields_of(found), tuple(at + 1 for at in numbers)) if known else Header()


def _lines_apart(lines: Sequence[str], header: frozenset[int]) -> Header:
    """Header lines between a headline and its text, or below the text; none whose label comes back in the midst."""
    places = [at for at, line in enumerate(lines) if line.strip() and at + 1 not in header]
    top, bottom = places[:_TOP], places[_TOP:][-_BOTTOM:]
    entries = {at: entry for at in (*top, *bottom) if (entry := _entry_apart(lines[at])) is not None}
    if not entries:
        return Header()
    midst = places[len(top) : len(places) - len(bottom)]
    again = {entry[0] for at in midst if (entry := _entry_apart(lines[at])) is not None}
    kept: list[int] = []
    for run in _runs([at for at in entries if entries[at][0] not in again]):
        if run[0] in bottom or len(run) > 1 or _stands_apart(lines, run[0], entries, places, header):
            kept += run
    found: dict[str, object] = {}
    for at in kept:
        found.setdefault(*entries[at])
    return Header(fields_of(found), tuple(at + 1 for at in kept))


def _stands_apart(
    lines: Sequence[str],
    at: int,
    entries: Mapping[int, tuple[str, str]],
    places: Sequence[int],
    header: frozenset[int],
) -> bool:
    """Whether one line near the top is a header line: an address, or it stands alone in the place of one.

    A source alone may be that of a picture or a table, so it must stand at the top, just below the headline, with
    other such lines, or at the end.
    """
    name = FIELD_OF_KEY[entries[at][0]]
    if name == "url":
        return True
    text = [place for place in places if place < at and place not in entries]
    ends = at == places[-1]
    if name == "source" and len(text) > 1 and len(entries) == 1 and not header and not ends:
        return False
    above = not text or at in header or _blank(lines, at - 1)
    return (above and _blank(lines, at + 1)) or text in ([], [at - 1]) or ends


def _blank(lines: Sequence[str], at: int) -> bool:
    return not 0 <= at < len(lines) or not lines[at].strip()


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Places that follow one another without a gap."""
    run: list[int] = []
    for at in places:
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _entry(line: str) -> tuple[str, str] | None:
    """The plain key and value of a header line, None where the line is something else."""
    match = _HEADER_LINE.match(line)
    if match is None:
        return None
    key, value = plain_key(match[1]), (match[2] or "").strip()
    name = FIELD_OF_KEY.get(key)
    if name is None:
        return (key, value) if key in IGNORED_KEYS else None
    if name == "url" and (len(value.split()) != 1 or not _like_address(value)):
        return None
    if name == "date" and not any(c.isdigit() for c in value):
        return None
    if name in ("source", "byline", "language", "id") and len(value) > _LONGEST_NAME:
        return None
    return key, value


def _entry_apart(line: str) -> tuple[str, str] | None:
    """The entry of a line that is a header line wherever it stands."""
    if ":" not in line[:40]:
        return None
    entry = _entry(line)
    if entry is None:
        return None
    key, value = entry
    name = FIELD_OF_KEY.get(key, "")
    if key not in _APART.get(name, ()) or not value or len(value.split()) > _LONGEST_APART:
        return None
    if name == "source" and value.endswith((".", "!", "?", ",", ";", ":")):
        return None
    return key, value


def _like_address(value: str) -> bool:
    """Whether a value is written as an address, of a kind that is followed or not."""
    refused = re.match(r"[a-z][a-z0-9+.-]*:(?!\d)\S", value, re.IGNORECASE) is not None
    plain = re.match(r"(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$))", value, re.IGNORECASE) is not None
    return plain or (refused and usable_address(value) is None)
