"""Finds in one part of a text the capitalised runs that may be people, and weighs how surely each is one.

Evidence adds up: a title before, a given name, a surname's ending, a verb of speech after, an apposition. What must
not be in here: who is meant; that is `link`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geotui.actors.lexicon import (
    BEFORE_SPEAKER,
    DATE_PREPOSITIONS,
    LOCATIVES,
    MAYBE_SURNAMES,
    MONTHS,
    NAME_TITLES,
    NEVER_NAMES,
    SMALL_SURNAMES,
    SPEECH,
    SURNAME_ENDINGS,
    THING_CUES,
    THING_HEADS,
    common_words,
)
from geotui.actors.roles import Role, agent_after, agent_before, apposition, is_agent, role_before, title_in_clause
from geotui.actors.scan import Scan
from geotui.actors.tables import Sense
from geotui.actors.wording import PARTICLES

_AGE = re.compile(r",? ?\(?(?:aged )?\d{2}[,)]|, (?:who|whose)\b")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ADJECTIVE = ("ist", "ian", "ean", "ese", "ish", "ite", "ic")
_LOOSE_PARTICLES = frozenset(("la", "do", "e", "y", "le", "an", "as", "at", "st", "den", "ten"))
SURE = 2.0


class Candidate:
    """A run of words that may name a person: words `first` to before `after` of a part, and what speaks for it.

    `norms` are its words, folded, without particles and suffixes.
    """

    __slots__ = ("after", "first", "norms", "role", "scan", "weight")

    def __init__(self, scan: Scan, first: int, after: int, weight: float, role: Role | None) -> None:
        self.scan = scan
        self.first = first
        self.after = after
        self.weight = weight
        self.role = role
        found = scan.words.norm[first:after]
        self.norms = tuple(word for word in found if word not in PARTICLES and word not in _SUFFIXES) or tuple(found)

    @property
    def text(self) -> str:
        """As written."""
        return self.scan.words.slice(self.first, self.after)


def candidates(scan: Scan) -> Iterator[Candidate]:
    """All runs of one part that may be people, unknown ones weighed; single words among them."""
    words, at, never = scan.words, 0, scan.tables.never_begin
    for start in [n for n, capital in enumerate(words.capital) if capital and words.norm[n] not in never]:
        if start < at or start in scan.cover:
            continue
        at = start
        title = scan.title_at(at)
        if title is not None and not _is_single_surname(scan, at, title[0]):
            at = title[0]
            continue
        first, after = _run(scan, at)
        at = max(after, at + 1)
        yield from _judged(scan, first, after)


def _run(scan: Scan, at: int) -> tuple[int, int]:
    """The words of the run that begins at a free word, with particles before and in it."""
    words, first, after = scan.words, at, at + 1
    while first and words.joint[first] and words.norm[first - 1] in PARTICLES and first - 1 not in scan.cover:
        loose = words.norm[first - 1] in _LOOSE_PARTICLES or words.capital[first - 1]
        if words.gap[first] != "-" and loose:
            break
        first -= 1
    while after < len(words) and words.joint[after] and not words.possessive(after - 1):
        if scan.free(after):
            title = scan.title_at(after)
            if title is not None and not _surname_title(scan, first, after, title[0]):
                break
            after += 1
            continue
        reach = after
        while reach < after + 2 and words.norm[reach] in PARTICLES and words.joint[reach + 1]:
            reach += 1
        if reach > after and scan.free(reach) and not words.capital[after]:
            after = reach + 1
        elif words.gap[after] == "-" and not words.capital[after] and _hyphened(scan, first, after):
            after += 1
        else:
            break
    return first, after


def _hyphened(scan: Scan, first: int, at: int) -> bool:
    """Whether a small word after a hyphen is part of a name, `Min-seo`, and not of an adjective, `Tehran-backed`."""
    words = scan.words
    asian = words.norm[first] in scan.tables.family_first and at - first > 1 and len(words.norm[at]) < 6
    adjective = words.norm[at] in common_words() or (words.joint[at + 1] and words.capital[at + 1])
    return asian or not adjective


def _surname_title(scan: Scan, first: int, at: int, after: int) -> bool:
    """Whether a capital title in a run is the surname of a given name before it: `Stephen King said`."""
    words = scan.words
    given = words.norm[first] in scan.tables.given_names and not words.headline
    if after - at > 1 or not given:
        return words.norm[at] in _SUFFIXES
    if words.joint[after] and words.capital[after]:
        return words.norm[at] in NAME_TITLES
    return at - first == 1


def _is_single_surname(scan: Scan, at: int, after: int) -> bool:
    """Whether a lone title word is a surname that the text has met in full; `link` decides, so it must be one word."""
    words = scan.words
    if after - at > 1 or not words.capital[at] or words.opens(at):
        return False
    named = scan.tables.families.get(words.norm[at])
    return bool(named) and not (words.joint[after] and words.capital[after])


def _judged(scan: Scan, first: int, after: int) -> Iterator[Candidate]:
    """The run cut at words that belong to no name, each piece weighed."""
    piece = first
    for at in range(first, after + 1):
        if at == after or _cuts(scan, piece, at):
            if at > piece:
                yield from _weighed(scan, piece, at, whole=at == after or scan.words.headline)
            piece = at + 1
        elif at > piece and scan.words.gap[at] == "-" and _two_surnames(scan, at):
            yield from _weighed(scan, piece, at, whole=True)
            piece = at


def _cuts(scan: Scan, piece: int, at: int) -> bool:
    """Whether word `at` of a run whose piece began at `piece` belongs to no name."""
    words, tables = scan.words, scan.tables
    word = words.norm[at]
    if word in MONTHS and (words.norm[at - 1] in DATE_PREPOSITIONS or words.norm[at + 1].isdigit()):
        return True
    if word in MAYBE_SURNAMES:
        return at == piece and words.opens(at)
    if not word.isalpha():
        return True
    if word in NEVER_NAMES:
        if words.headline:
            return True
        if at > piece and len(word) < 5 and words.norm[piece] in tables.family_first:
            return False
        if word in SMALL_SURNAMES and at == piece + 1 and words.norm[piece] in tables.given_names:
            return False
        given = word in tables.given_names and at == piece and not words.opens(at)
        return not (given and words.joint[at + 1] and scan.free(at + 1))
    if word in tables.given_names or not (words.headline or (words.opens(at) and at == piece)):
        return False
    if words.headline and word in tables.families:
        return False
    return word in common_words() or (word.endswith("ing") and word not in tables.families and len(word) > 5)


def _two_surnames(scan: Scan, at: int) -> bool:
    """Whether a hyphen stands between the surnames of two people: `Putin-Xi`."""
    words, tables = scan.words, scan.tables
    before, after = words.norm[at - 1], words.norm[at]
    return before in tables.families and after in tables.families and before not in tables.given_names


def _weighed(scan: Scan, first: int, after: int, *, whole: bool) -> Iterator[Candidate]:
    words = scan.words
    role = role_before(scan, first) or apposition(scan, after)
    begins = _name_inside(scan, first, after)
    if begins:
        first, whole = begins, True
        role = role_before(scan, first) or role
    if sum(word not in PARTICLES for word in words.norm[first:after]) <= 1:
        weight = _single_weight(scan, first, after, role) - (0.0 if whole else 1.0)
    else:
        weight = _weight(scan, first, after, role) - (0.0 if whole else 0.5)
    if not words.norm[first].isdigit():
        yield Candidate(scan, first, after, weight, role)


def _name_inside(scan: Scan, first: int, after: int) -> int:
    """Where in a run a person's name begins after words of an office or a body, `Police Department Richard Black`; 0
    where it is all one name, or none.
    """
    words = scan.words
    plain = first
    while plain < after - 2 and _plain(scan, plain):
        plain += 1
    if plain > first and (role := role_before(scan, plain)) is not None and not role.courtesy:
        return plain
    for at in range(after - 2, first, -1):
        if words.norm[at] in scan.tables.given_names and (_plain(scan, at - 1) or is_agent(words.norm[at - 1])):
            rest = words.norm[at + 1 : after]
            office = words.norm[at - 1] in THING_HEADS or rest[-1] not in common_words()
            if office and not any(word in THING_HEADS for word in rest):
                return at
    return 0


def _plain(scan: Scan, at: int) -> bool:
    """Whether a word is one of everyday English or of names of things, and no part of people's names."""
    word, tables = scan.words.norm[at], scan.tables
    if word in tables.given_names or word in tables.family_first or word in NAME_TITLES:
        return False
    return word in common_words() or word in THING_HEADS


def _single_weight(scan: Scan, first: int, after: int, role: Role | None) -> float:
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
    if words.norm[at + 1] in SPEECH or words.possessive(at):
        weight += 0.5
    if words.joint[after] and (item := scan.cover.get(after)) is not None and item.meaning.sense is Sense.PERSON:
        weight -= 4.0
    if word.endswith(_ADJECTIVE) and words.joint[at + 1] and word not in scan.tables.families:
        weight -= 2.0
    around = _around(scan, first, after)
    attributive = words.norm[first - 1] == "the" and word in scan.tables.families and word not in common_words()
    weight += min(around + (2.0 if attributive else 0.0), 0.0)
    if words.text[words.start[at] : words.end[at]].isupper():
        weight -= 2.0
    return weight


def _weight(scan: Scan, first: int, after: int, role: Role | None) -> float:
    """How surely a run of two words or more is a person: the sum of what speaks for and against it."""
    words, tables, common = scan.words, scan.tables, common_words()
    norms = words.norm[first:after]
    last = norms[-1] if norms[-1] not in _SUFFIXES or len(norms) < 3 else norms[-2]
    given = norms[0] in tables.given_names and norms[0] not in MONTHS
    count = sum(word not in PARTICLES for word in norms)
    weight = 0.5 if count <= 3 else 0.0 if count == 4 else -1.0
    weight += 2.0 if given else 0.0
    weight += 1.7 if norms[0] in tables.family_first and count <= 3 and not given and last not in common else 0.0
    weight += 0.8 if any(word in tables.given_names for word in norms[1:-1]) else 0.0
    weight += 1.5 if _has_initials(scan, first, after) and len(last) > 1 else 0.0
    weight += 1.0 if len(last) > 4 and last.endswith(SURNAME_ENDINGS) and last not in common else 0.0
    weight += 0.7 if count < len(norms) or norms[-1] in _SUFFIXES else 0.0
    weight += 1.0 if last in tables.families else 0.0
    weight += 1.3 if any(words.gap[at] == "-" and not words.capital[at] for at in range(first + 2, after)) else 0.0
    if role is not None:
        several = role.before and words.norm[first - 1].endswith("s") and words.norm[first - 1] != "boss"
        weight += 1.5 if several else 3.0 if role.courtesy else 2.5 if role.before else 1.7
    elif agent_after(scan, after):
        weight += 1.7
    if role is None and agent_before(scan, first):
        weight += 1.6
    weight += _around(scan, first, after) - (2.5 if norms[0] in ("st", "saint", "mount", "fort") else 0.0)
    things = sum(word in THING_HEADS for word in norms[1:]) + (norms[0] in THING_HEADS and not given)
    leads = given or norms[0] in tables.family_first
    plain = sum(word in common and word not in tables.given_names for word in norms[1 if leads else 0 :])
    weight -= 3.0 * things if not (given and things == 1 and count == 2 and norms[-1] in tables.families) else 0.0
    weight -= 0.4 * plain if given else 1.0 * plain
    weight -= 2.0 if plain == len(norms) else 0.0
    weight -= 5.0 if "." in words.slice(after - 1, after) or all(len(word) < 3 for word in norms) else 0.0
    capitals = words.text[words.start[first] : words.end[after - 1]]
    if not words.shouted and any(part.isupper() and len(part) > 2 and "." not in part for part in capitals.split()):
        weight -= 1.0 if capitals.isupper() else 2.0
    return weight


def _around(scan: Scan, first: int, after: int) -> float:
    """What the words before and after a run say for and against a person."""
    words = scan.words
    before = words.norm[first - 1] if first and words.gap[first].isspace() else ""
    following = words.norm[after] if words.gap[after].isspace() else ""
    weight = 0.0
    if following in SPEECH or before in BEFORE_SPEAKER:
        weight += 1.5
    if _AGE.match(words.text, words.end[after - 1]):
        weight += 1.5
    if before in THING_CUES or (words.gap[first] == ", " and first and words.norm[first - 1] in THING_CUES):
        weight -= 1.5
    if following in THING_CUES:
        weight -= 2.5
    if before in ("the", "a", "an") and not words.headline:
        weight -= 2.0
    if before in LOCATIVES:
        weight -= 1.0
    if following == "of" and _of_a_place(scan, after + 1):
        weight += 1.0
    elif following in ("of", "for") or (words.gap[after] == "-" and after < len(words)):
        weight -= 0.4
    if words.gap[after] == " & " or (first and words.gap[first] == " & "):
        weight -= 3.0
    if first and words.gap[first] == ", ":
        if scan.title_before(first, comma=True) is not None or title_in_clause(scan, first, after):
            weight += 1.5
        elif not words.capital[first - 1] and is_agent(words.norm[first - 1]):
            weight += 1.0
    return weight


def _of_a_place(scan: Scan, at: int) -> bool:
    home = scan.cover.get(at + 1 if scan.words.norm[at] == "the" else at)
    return home is not None and home.meaning.sense in (Sense.COUNTRY, Sense.PLACE, Sense.ORGANISATION)


def _has_initials(scan: Scan, first: int, after: int) -> bool:
    words = scan.words
    return any(len(words.norm[at]) == 1 or words.text[words.end[at] - 1] == "." for at in range(first, after - 1))
