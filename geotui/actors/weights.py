"""Weighs how surely a run of capital words names a person: evidence for and against adds up.

A title before, a given name, a surname's ending, a verb of speech after, an apposition, an age. What must not be in
here: where a run begins and ends (`people`).
"""

from __future__ import annotations

import re

from geotui.actors.lexicon import (
    BEFORE_SPEAKER,
    KIN,
    LOCATIVES,
    MAYBE_SURNAMES,
    MONTHS,
    PERSONAL_MATTERS,
    PLACE_BEGINNINGS,
    PRONOUNS_OF_PEOPLE,
    SPEECH,
    SURNAME_ENDINGS,
    THING_CUES,
    THING_HEADS,
    common_words,
)
from geotui.actors.roles import Role, agent_after, agent_before, is_agent, title_in_clause
from geotui.actors.scan import Scan
from geotui.actors.tables import Sense
from geotui.actors.wording import PARTICLES

_AGE = re.compile(r",? ?\(?(?:aged )?\d{2}[,).;]|, (?:who|whose)\b|, an? \d{1,3}-year-old\b")
_PARTY = re.compile(r"[DRI]-[A-Z]")
_ADJECTIVE = ("ist", "ian", "ean", "ese", "ish", "ite", "ic")
_SOON = 8
_HOMES = frozenset((Sense.COUNTRY, Sense.DEMONYM, Sense.PLACE, Sense.ORGANISATION))
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
SURE = 2.0
"""The weight from which on a run is taken for a person."""


def weight_of_word(scan: Scan, first: int, after: int, role: Role | None) -> float:
    """What speaks for and against one word, with particles before it."""
    at = after - 1
    words, word = scan.words, scan.words.norm[at]
    if words.shouted and not role:
        return 0.0
    weight = 0.0
    if role is not None and role.before:
        weight += 3.0 if role.courtesy else 2.0
    if word in THING_HEADS or word in common_words() or word in MAYBE_SURNAMES:
        weight -= 1.0
    if words.norm[at + 1] in SPEECH or words.possessive(at) or _age_follows(scan, after):
        weight += 0.5
    if words.norm[at + 1 : at + 3] == ["as", "saying"]:
        weight += 2.0
    if _is_kin(scan, first) and (word in scan.tables.given_names or words.gap[after][:1] == words.gap[first][0] == ","):
        weight += 2.0
    if words.joint[after] and (item := scan.cover.get(after)) is not None and item.meaning.sense is Sense.PERSON:
        weight -= 4.0
    if word.endswith(_ADJECTIVE) and words.joint[at + 1] and word not in scan.tables.families:
        weight -= 2.0
    around = _around(scan, first, after)
    attributive = words.norm[first - 1] == "the" and word in scan.tables.families and word not in common_words()
    weight += min(around + (2.0 if attributive else 0.0), 0.0)
    if words.text[words.start[at] : words.end[at]].isupper():
        weight -= 2.0
    if word.endswith(("ed", "ing")) and word not in scan.tables.given_names and word not in scan.tables.families:
        weight -= 1.0
    return weight


def weight_of_name(scan: Scan, first: int, after: int, role: Role | None) -> float:
    """How surely a run of two words or more is a person: the sum of what speaks for and against it."""
    words, tables, common = scan.words, scan.tables, common_words()
    norms = words.norm[first:after]
    last = norms[-1] if norms[-1] not in SUFFIXES or len(norms) < 3 else norms[-2]
    given = norms[0] in tables.given_names and norms[0] not in MONTHS
    leads = given or norms[0] in tables.family_first
    count = between = things = plain = 0
    for place, word in enumerate(norms):
        count += word not in PARTICLES
        things += word in THING_HEADS and (place > 0 or not given)
        if word in tables.given_names:
            between += 0 < place < len(norms) - 1
        else:
            plain += word in common and (place > 0 or not leads)
    weight = 0.5 if count <= 3 else 0.0 if count == 4 else -1.0
    weight += 2.0 if given else 0.0
    asian = norms[0] in tables.family_first and count <= 3 and not given
    weight += 1.7 if asian and not common.issuperset(norms[1:]) else 0.0
    weight += 0.8 * min(2, between)
    weight += 1.2 if count == 2 and not given and last in tables.given_names and last not in common else 0.0
    weight += 1.5 if _has_initials(scan, first, after) and len(last) > 1 else 0.0
    weight += 1.0 if len(last) > 4 and last.endswith(SURNAME_ENDINGS) and last not in common else 0.0
    weight += 0.7 if count < len(norms) or norms[-1] in SUFFIXES else 0.0
    weight += 1.0 if last in tables.families else 0.0
    weight += 1.3 if any(words.gap[at] == "-" and not words.capital[at] for at in range(first + 2, after)) else 0.0
    if role is not None:
        several = role.before and words.norm[first - 1].endswith("s") and words.norm[first - 1] != "boss"
        weight += 1.5 if several else 3.0 if role.courtesy else 2.5 if role.before else 1.7
    elif agent_after(scan, after):
        weight += 1.7
    if role is None and agent_before(scan, first):
        weight += 1.6
    weight += _around(scan, first, after) - (2.5 if norms[0] in PLACE_BEGINNINGS else 0.0)
    surname = norms[-1] in tables.families or (role is not None and role.before)
    weight -= 2.0 if norms[-1] in THING_CUES and norms[-1] not in tables.families else 0.0
    weight -= 3.0 * things if not (given and things == 1 and count == 2 and surname) else 0.0
    weight -= 0.4 * plain if given else 1.0 * plain
    weight -= 2.0 if plain == len(norms) else 0.0
    weight -= 5.0 if "." in words.slice(after - 1, after) or all(len(word) < 3 for word in norms) else 0.0
    return weight - _capitals(scan, first, after, role)


def _capitals(scan: Scan, first: int, after: int, role: Role | None) -> float:
    """What words in capitals say against a person, but for initials after a title: `Marshal RGK Kapoor`."""
    words = scan.words
    text = words.text[words.start[first] : words.end[after - 1]]
    parts = text.split()
    if not any(map(str.isupper, parts)):
        return 0.0
    if role is not None and role.before and len(parts[0]) < 4 and not text.isupper():
        parts = parts[1:]
    if words.shouted or not any(part.isupper() and len(part) > 2 and "." not in part for part in parts):
        return 0.0
    return 1.0 if text.isupper() else 2.0


def _around(scan: Scan, first: int, after: int) -> float:
    """What the words before and after a run say for and against a person."""
    words = scan.words
    before = words.norm[first - 1] if first and words.gap[first].isspace() else ""
    following = words.norm[after] if words.gap[after].isspace() else ""
    weight = 1.5 * (_speaks(scan, first, after) + _has_age_or_kin(scan, first, after))
    if words.gap[first] in (", ", " (") and _PARTY.match(words.text, words.start[first]):
        weight -= 5.0
    if before in THING_CUES or (words.gap[first] == ", " and first and words.norm[first - 1] in THING_CUES):
        weight -= 1.5
    if following in THING_CUES:
        weight -= 2.5
    if before in ("the", "a", "an") and not words.headline and following not in PERSONAL_MATTERS:
        weight -= 2.0
    if before in LOCATIVES:
        weight -= 1.0
    if before.isdigit():
        weight -= 2.0
    if following == "of" and _of_a_place(scan, after + 1):
        weight += 1.0
    elif (following in ("of", "for") and not words.capital[after + 1]) or (
        words.gap[after] == "-" and after < len(words)
    ):
        weight -= 0.4
    if words.gap[after] == " & " or (first and words.gap[first] == " & "):
        weight -= 3.0
    if first and words.gap[first] == ", ":
        if scan.title_before(first, comma=True) is not None or title_in_clause(scan, first, after):
            weight += 1.5
        elif not words.capital[first - 1] and is_agent(words.norm[first - 1]):
            weight += 1.0
    return weight


def _speaks(scan: Scan, first: int, after: int) -> bool:
    """Whether a run says or does something: `X said`, `according to X`, `quoted X as saying`, `X sold her`."""
    words = scan.words
    if words.gap[after].isspace():
        if words.norm[after] in SPEECH or words.norm[after : after + 2] == ["as", "saying"]:
            return True
        if _pronoun_follows(scan, after):
            return True
    if not first or not words.gap[first].isspace():
        return False
    before = words.norm[first - 1]
    return before in BEFORE_SPEAKER or (before == "to" and words.norm[first - 2] == "according")


def _has_age_or_kin(scan: Scan, first: int, after: int) -> int:
    """How many of three hold: an age or `who` after a run, an age before it, a word of kinship before it."""
    words = scan.words
    return (
        _age_follows(scan, after)
        + (words.norm[first - 2 : first] == ["year", "old"] and words.gap[first].isspace())
        + _is_kin(scan, first)
    )


def _age_follows(scan: Scan, after: int) -> bool:
    words = scan.words
    if words.gap[after] == " " and not (words.norm[after][:1].isdigit() or words.norm[after] == "aged"):
        return False
    return _AGE.match(words.text, words.end[after - 1]) is not None


def _is_kin(scan: Scan, first: int) -> bool:
    """Whether a word of kinship stands before a name: `his sister Ann`, `his wife, Ann`."""
    words = scan.words
    small = first > 0 and words.gap[first] in (" ", ", ") and not words.capital[first - 1]
    return small and words.norm[first - 1] in KIN


def _pronoun_follows(scan: Scan, after: int) -> bool:
    """Whether the sentence goes on with small words and soon says `his`, `she`: a company has no such pronoun."""
    words = scan.words
    for at in range(after, min(after + _SOON, len(words))):
        if words.capital[at] or not words.gap[at].isspace():
            return False
        if words.norm[at] in PRONOUNS_OF_PEOPLE:
            return True
    return False


def _of_a_place(scan: Scan, at: int) -> bool:
    home = scan.cover.get(at + 1 if scan.words.norm[at] == "the" else at)
    return home is not None and home.meaning.sense in _HOMES


def _has_initials(scan: Scan, first: int, after: int) -> bool:
    words = scan.words
    return any(
        (len(words.norm[at]) == 1 and words.gap[at + 1] != "-") or words.text[words.end[at] - 1] == "."
        for at in range(first, after - 1)
    )
