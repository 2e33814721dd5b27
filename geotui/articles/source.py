"""Which outlet printed a page, by what the page itself says: its record, its site line, its address."""

from __future__ import annotations

import re

from geotui.articles.marks import Kind, Marks
from geotui.model import Fields
from geotui.pages.addresses import host_of

_URL_LIKE = re.compile(r"^(?:https?://|www\.)|^[\w-]+(?:\.[\w-]+)+$", re.IGNORECASE)


def printed_source(fields: Fields) -> str | None:
    """The outlet that the record names; of an address its host."""
    if fields.source and _URL_LIKE.match(fields.source):
        return host_of(fields.source) or fields.source
    return fields.source


def site_of(marks: Marks, start: int = 0, end: int | None = None) -> str | None:
    """The outlet that the lines from `start` to `end` name: a site line, else an address, else a copyright notice."""
    last = max(marks, default=-1) + 1 if end is None else end
    here = [marks[at] for at in range(start, last) if at in marks and marks[at].value]
    names = [m.value for m in here if m.kind is Kind.SITE and m.reason == "site name"]
    hosts = [m.value for m in here if m.kind is Kind.SITE and m.reason == "site address"]
    owners = [m.value for m in here if m.kind is Kind.LEGAL]
    return next(iter((*names, *hosts, *owners)), None)
