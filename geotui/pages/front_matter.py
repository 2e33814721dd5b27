"""Front matter: a block of YAML between rules at the top of a text. Broken YAML is read line by line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geotui.model import Fields
from geotui.pages.fields import FIELD_OF_KEY, IGNORED_KEYS, fields_of, plain_key, unwrapped

FRONT_MATTER_LIMIT = 64 << 10  # characters; longer is no front matter, and so are more lines than these
FRONT_MATTER_LINES = 200
_KEY_LINE = re.compile(r"([^\W\d_][\w .-]{0,60}?)\s*:(?:\s+(.*))?$")
_GOES_ON = re.compile(r"\s|- |-$|#")
_QUOTED = re.compile(r"(['\"])(.*)\1")
_SIGNS = ("[", "{", "!", "&", "*", "|", ">", "'", '"')
"""What begins a value of YAML that is more than the words on its line."""


def read_front_matter(lines: Sequence[str], first: int) -> tuple[Fields, tuple[int, ...]] | None:
    """The fields, and the places of the block's lines, its rules too; None where `first` begins no front matter."""
    if lines[first].rstrip() != "---":
        return None
    window = range(first + 1, min(len(lines), first + 1 + FRONT_MATTER_LINES))
    rule = next((at for at in window if lines[at].rstrip() in ("---", "...")), None)
    end = rule if rule is not None else _end_unclosed(lines, window)
    if end is None or sum(map(len, lines[first + 1 : end])) > FRONT_MATTER_LIMIT:
        return None
    block = lines[first + 1 : end]
    record = _loaded(block) if rule is not None else None
    if record is None:
        record = _by_lines(block)
    if record is None or not any(plain_key(key) in FIELD_OF_KEY or plain_key(key) in IGNORED_KEYS for key in record):
        return None
    last = end if rule is not None else end - 1
    return fields_of(unwrapped(record)), tuple(at for at in range(first, last + 1) if lines[at].strip())


def _end_unclosed(lines: Sequence[str], window: range) -> int | None:
    """Where a block ends that no rule closes: at the blank line after its keys; None where it is too long."""
    if not window or not _KEY_LINE.match(lines[window[0]]):
        return None
    blank = next((at for at in window if not lines[at].strip()), None)
    if blank is not None:
        return blank
    return len(lines) if window[-1] == len(lines) - 1 else None


def _loaded(block: Sequence[str]) -> Mapping[str, object] | None:
    """The mapping that the YAML is; None where it is broken or something else."""
    import yaml

    try:
        # BaseLoader makes strings, lists and mappings only, so a date stays as it was printed.
        loaded = yaml.load("\n".join(block), yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return {str(key): value for key, value in loaded.items()} if isinstance(loaded, dict) else None


def _by_lines(block: Sequence[str]) -> Mapping[str, object] | None:
    """The `key: value` lines read one by one; None where another line stands between them, so that it is text."""
    found: dict[str, object] = {}
    for line in block:
        if not line.strip() or (_GOES_ON.match(line) and found):
            continue
        match = _KEY_LINE.match(line)
        if match is None:
            return None
        value = (match[2] or "").strip()
        quoted = _QUOTED.fullmatch(value)
        found.setdefault(match[1], quoted[2] if quoted else "" if value.startswith(_SIGNS) else value)
    return found
