"""Spellings of keys → `Fields`: what JSON records, front matter and header lines call the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from geotui.model import Fields
from geotui.pages.addresses import usable_address
from geotui.text import one_line

_TEXT_KEYS = (
    "text maintext content body articletext articlebody articlecontent fulltext fullcontent contents maincontent "
    "textcontent cleantext plaintext bodytext contenttext story article"
)
_KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(spellings.split())
    for name, spellings in {
        "id": "id uid uuid guid docid documentid articleid recordid storyid",
        "url": "url link href uri canonicalurl canonical permalink sourceurl articleurl pageurl weburl address",
        "title": "title headline heading articletitle ogtitle",
        "date": (
            "date published datepublished datepublish publishdate publisheddate publishedat publishedon publishtime "
            "publishedtime pubdate publicationdate articledate webpublicationdate datetime posted timestamp time"
        ),
        "source": (
            "source outlet publisher publication sourcename sitename site newspaper newssource medium provider website "
            "domain sourcedomain host hostname"
        ),
        "byline": "byline author authors authorname writer creator by",
        "language": "language lang languagecode locale inlanguage",
    }.items()
}
_IGNORED = (
    "updated modified lastmodified section category categories tags keywords description fetched retrieved crawled "
    "scraped accessed status type encoding contenttype country"
)
IGNORED_KEYS = frozenset(_IGNORED.split())
"""Keys that headers have beside those of fields."""
_NOTHING = frozenset({"", "~", "null", "none", "nan", "n/a", "undefined"})
"""What programs print for no value."""
_NESTED = (
    "name",
    "title",
    "headline",
    "main",
    "date",
    "datetime",
    "$date",
    "$oid",
    "text",
    "value",
    "#text",
    "url",
    "domain",
    "uri",
    "id",
)
_WRAPPERS = ("_source", "article", "document", "doc", "record", "item")
_FIELD_LIMIT = 2_000  # a longer title or name is not one

FIELD_OF_KEY: Mapping[str, str] = {spelling: name for name, keys in _KEYS.items() for spelling in keys}


def plain_key(key: str) -> str:
    """A key without case and separators: `Date_Published`, `date-published` and `datePublished` are one."""
    return "".join(c for c in key.casefold() if c.isalnum())


def unwrapped(record: Mapping[str, object]) -> dict[str, object]:
    """The record by plain keys; what lies in a wrapper (`_source`, `article`) joins it, its own keys winning."""
    found: dict[str, object] = {}
    for key, value in record.items():
        if not isinstance(value, Mapping) or key.casefold() not in _WRAPPERS:
            found.setdefault(plain_key(str(key)), value)
    for key, value in record.items():
        if isinstance(value, Mapping) and key.casefold() in _WRAPPERS:
            for inner, inner_value in value.items():
                found.setdefault(plain_key(str(inner)), inner_value)
    return found


def fields_of(record: Mapping[str, object]) -> Fields:
    """The fields of a record by plain keys; of several spellings of one field the more usual one wins."""
    values = {name: _first(record, keys, name) for name, keys in _KEYS.items()}
    return Fields(**values)


def text_of(record: Mapping[str, object]) -> str | None:
    """The text of a record by plain keys: a string, or a list of paragraphs; None where it has none."""
    for key in _TEXT_KEYS.split():
        value = record.get(key)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _first(record: Mapping[str, object], keys: tuple[str, ...], name: str) -> str | None:
    for key in keys:
        printed = _printed(record.get(key), name)
        if printed:
            return printed
    return None


def _printed(value: object, name: str, depth: int = 0) -> str | None:
    """A value as printed on one line; of a nested value its name, of a list of authors all of them."""
    if isinstance(value, str):
        printed = one_line(value)
        if printed.casefold() in _NOTHING or len(printed) > _FIELD_LIMIT:
            return None
        return usable_address(printed) if name == "url" else printed
    if isinstance(value, bool) or value is None or depth > 2:
        return None
    if isinstance(value, int | float):
        return _moment(value) if name == "date" else str(value)
    if isinstance(value, Mapping):
        return next((p for key in _NESTED if (p := _printed(value.get(key), name, depth + 1))), None)
    if isinstance(value, list):
        parts = [p for item in value[:20] if (p := _printed(item, name, depth + 1))]
        return (", ".join(parts) if name == "byline" else parts[0]) if parts else None
    return None


def _moment(stamp: float) -> str | None:
    """An epoch in seconds or milliseconds as an ISO moment in UTC; a bare year as such; None for other numbers."""
    if isinstance(stamp, int) and 1800 <= stamp <= 2200:
        return str(stamp)
    if isinstance(stamp, int) and 18_000_101 <= stamp <= 22_001_231:
        return str(stamp)
    seconds = stamp / 1000 if abs(stamp) >= 1e11 else stamp
    if not 1e8 <= seconds <= 1e10:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat()
