"""What stands above a text: YAML front matter, or header lines such as `URL:` and `Date:`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geotui.model import Fields
from geotui.pages.fields import FIELD_OF_KEY, fields_of, plain_key, unwrapped

FRONT_MATTER_LIMIT = 32_768  # characters; longer is no front matter
_FRONT_MATTER_LINES = 400
_HEADER_LINES = 30
_HEADER_LINE = re.compile(r"\s*([A-Za-z][A-Za-z _-]{0,24}?)\s*:(?!//)\s*(\S.{0,1999})?$")
_IGNORED = (
    "updated modified lastmodified section category categories tags keywords description fetched retrieved crawled "
    "scraped accessed status type encoding contenttype country"
)
_IGNORED_KEYS = frozenset(_IGNORED.split())


@dataclass(frozen=True, slots=True)
class Header:
    """The fields read and the 1-based numbers of the lines that gave them."""

    fields: Fields = field(default_factory=Fields)
    lines: tuple[int, ...] = ()


def read_header(lines: Sequence[str]) -> Header:
    """The header of a text; an empty one where what stands at its top is text."""
    first = next((i for i, line in enumerate(lines[:50]) if line.strip()), None)
    if first is None:
        return Header()
    if lines[first].rstrip() == "---":
        return _front_matter(lines, first)
    return _header_lines(lines, first)


def _front_matter(lines: Sequence[str], first: int) -> Header:
    last = next(
        (
            i
            for i in range(first + 1, min(len(lines), first + _FRONT_MATTER_LINES))
            if lines[i].rstrip() in ("---", "...")
        ),
        None,
    )
    if last is None:
        return Header()
    source = "\n".join(lines[first + 1 : last])
    if len(source) > FRONT_MATTER_LIMIT:
        return Header()
    import yaml

    try:
        # BaseLoader makes strings, lists and mappings only, so a date stays as it was printed.
        loaded = yaml.load(source, yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return Header()
    if not isinstance(loaded, dict):
        return Header()
    fields = fields_of(unwrapped({str(key): value for key, value in loaded.items()}))
    if fields == Fields():
        return Header()
    return Header(fields, tuple(i + 1 for i in range(first, last + 1) if lines[i].strip()))


def _header_lines(lines: Sequence[str], first: int) -> Header:
    """Two or more header lines at the top, or one with a blank line after it."""
    found: dict[str, object] = {}
    numbers: list[int] = []
    at = first
    while at < min(len(lines), first + _HEADER_LINES):
        entry = _entry(lines[at])
        if entry is None or entry[0] in found:
            break
        found[entry[0]] = entry[1]
        numbers.append(at + 1)
        at += 1
    fields = fields_of(found)
    ends = at >= len(lines) or not lines[at].strip()
    if fields == Fields() or (len(numbers) < 2 and not ends):
        return Header()
    return Header(fields, tuple(numbers))


def _entry(line: str) -> tuple[str, str] | None:
    """The plain key and value of a header line, None where the line is something else."""
    match = _HEADER_LINE.match(line)
    if match is None:
        return None
    key, value = plain_key(match[1]), (match[2] or "").strip()
    name = FIELD_OF_KEY.get(key)
    if name is None:
        return (key, value) if key in _IGNORED_KEYS else None
    if name == "url" and not re.match(r"(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+(?:/|$))", value, re.IGNORECASE):
        return None
    if name == "date" and not any(c.isdigit() for c in value):
        return None
    if name in ("source", "byline", "language", "id") and len(value) > 120:
        return None
    return key, value
