"""News agencies as a text names them: in its own words, in brackets at its end, in a credit."""

from __future__ import annotations

import re

from geotui.articles.markers import Markers
from geotui.text import fold

_TAIL_BRACKETS = re.compile(r"[\[(]([A-Za-z][\w .&'/-]{1,40})[\])]\.?$")
_TAIL_DASH = re.compile(r"(?:[—–]|--|\s-)\s*([A-Z][\w .&'-]{1,40})\.?$")


def agency_name(text: str, markers: Markers) -> str | None:
    """The normal name of an agency, None where the text names none."""
    return markers.agencies.get(fold(text.strip()))


def agency_in(text: str, markers: Markers) -> str | None:
    """The first agency that a credit names."""
    match = markers.agency.search(text)
    return markers.agencies[fold(match[0])] if match else None


def tail_agency(text: str, markers: Markers, known: str | None) -> str | None:
    """The agency in whose name a text ends: `… said. (IANS)`, `… said. — AFP`."""
    for pattern in (_TAIL_BRACKETS, _TAIL_DASH):
        match = pattern.search(text[-60:])
        if match:
            name = agency_name(match[1], markers)
            if name or match[1] == known:
                return name or known
    return None


def agency_said(text: str, markers: Markers) -> str | None:
    """The agency that a text names as its own source: `…, AFP said.`, `told Reuters`."""
    if "told " not in text and " said" not in text:
        return None
    for match in markers.agency.finditer(text):
        before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 8]
        if before.endswith("told ") or re.match(r"\s+said\b", after):
            return markers.agencies[fold(match[0])]
    return None
