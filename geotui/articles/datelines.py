"""The place, day and agency before a report's first sentence: `KYIV, March 3 (Reuters) - …`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geotui.articles.agencies import agency_in, agency_name
from geotui.articles.markers import Markers, key_of
from geotui.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, day and agency before a report's first sentence, as printed; `end` is where the sentence begins.

    `likely`: a word or two with a colon, which is a dateline only at the head of a report.
    """

    words: str
    end: int
    agency: str | None
    certain: bool
    likely: bool = False


_CAPS_PLACE = r"[^\W\d_a-z][^\W\d_a-zß-ÿ]*+(?:[ .'’/&-]++[^\W\d_a-z][^\W\d_a-zß-ÿ]*+){0,8}\.?"
_TITLE_PLACE = r"[A-ZÀ-Þ][\w'’.-]*(?:[ /][A-ZÀ-Þ][\w'’.-]*){0,3}"
_REGION = r"(?:,\s*[^\W\d_][\w.'’ -]{1,24}?|\s*\[[^\W\d_][\w.'’ -]{1,24}\])?"
_DAY = r"(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)?"
_CREDIT = r"(?:\s*[\[(](?P<agency>[^()\[\]]{2,40})[\])])?"
_DASH = r"\s*\.?(?:—|–|--+|-(?=\s)|―)\s*"
_CAPS_DATELINE = re.compile(rf"(?P<words>(?P<place>{_CAPS_PLACE}){_REGION}{_DAY}{_CREDIT})(?:{_DASH}|\s*:\s+)(?=\S)")
_TITLE_DATELINE = re.compile(
    rf"(?P<words>(?P<place>{_TITLE_PLACE}){_REGION}{_DAY}{_CREDIT})"
    rf"(?:{_DASH}|\s*:\s+|\s*\|\s*)(?=\S)"
)
_NO_DASH = re.compile(rf"(?P<words>(?P<place>{_TITLE_PLACE}){_REGION}{_DAY}\s*\((?P<agency>[^()]{{2,40}})\))\s+(?=\S)")
_AGENCY_FIRST = re.compile(
    rf"(?P<words>(?:[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}}\s*)?[\[(](?P<agency>[^()\[\]]{{2,40}})[\])]){_DASH}(?=\S)"
)


_SLASHED_AGENCY = re.compile(
    rf"(?P<words>(?P<place>{_CAPS_PLACE}){_REGION}{_DAY}\.?\s*"
    r"(?:/(?P<agency>[A-Z][\w .-]{1,20})/|[—–-]\s*(?P<other>[A-Z]{2,6})\s*[—–-]))\.?\s+(?=\S)"
)


def dateline(text: str, knowledge: Knowledge, markers: Markers) -> Dateline | None:
    """The dateline at the start of a paragraph, None where there is none.

    A place in capitals, a dash with an agency, or a place that the knowledge has makes it certain; a word with a
    capital and a colon alone does not.
    """
    head = text[:140]
    for pattern in (_AGENCY_FIRST, _SLASHED_AGENCY, _CAPS_DATELINE, _NO_DASH, _TITLE_DATELINE):
        match = pattern.match(head)
        if match is None:
            continue
        found = match.groupdict()
        place, printed = (found.get("place") or "").strip(), found.get("agency") or found.get("other")
        agency = _dateline_agency(printed, markers)
        if printed and agency is None and pattern is not _CAPS_DATELINE:
            continue
        if key_of(place) in markers.labels:
            continue
        capitals = pattern is _CAPS_DATELINE and len(place) >= 4
        certain = bool(agency) or is_place(place, knowledge) or (capitals and not match[0].rstrip().endswith(":"))
        rest = text[match.end() :]
        likely = len(place.split()) <= 3 and rest[:1].isupper() and len(rest.split()) >= 10
        return Dateline(match["words"].strip(" ,"), match.end(), agency, certain, likely)
    return None


def _dateline_agency(printed: str | None, markers: Markers) -> str | None:
    """An agency in a dateline's brackets: one that is known, or initials."""
    if printed is None:
        return None
    known = agency_name(printed, markers) or agency_in(printed, markers)
    return known or (printed if re.fullmatch(r"[A-Z]{2,6}", printed) else None)


def is_place(name: str, knowledge: Knowledge) -> bool:
    """Whether the knowledge has a place, capital or country of this name."""
    places = knowledge.cache.get("articles.places")
    if not isinstance(places, frozenset):
        names = [place for group in knowledge.places.values() for place in group]
        for country in knowledge.countries.values():
            names += [country.name, *country.names, *([country.capital] if country.capital else ())]
        places = frozenset(key_of(name) for name in names)
        knowledge.cache["articles.places"] = places
    parts = [key_of(part) for part in re.split(r"[/,]", name) if part.strip()]
    return any(part in places for part in parts)
