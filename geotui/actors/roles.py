"""Reads the role that a text gives a person: the title before a name, the apposition after it.

What must not be in here: who holds an office; the dates of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from geotui.actors.lexicon import AGENT_ENDINGS, NO_AGENTS, QUALIFIERS_PAST, ROLE_WORDS, THING_CUES
from geotui.actors.scan import Scan
from geotui.actors.tables import Sense, Title

_COUNTRYLIKE = frozenset((Sense.COUNTRY, Sense.DEMONYM, Sense.METONYM, Sense.ORGANISATION))
_COURTESIES = frozenset(
    ("mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "dr", "messrs", "madam", "mme", "monsieur")
)
_BECOMING = frozenset(("elected", "named", "appointed", "sworn", "nominated", "chosen", "crowned"))
_BOUNDARY = re.compile(r"[.;:()\"\n]|,| -- | - ")
_LONGEST_ROLE = 14


@dataclass(frozen=True, slots=True)
class Role:
    """A role stated with a name.

    `offices` it can be, empty for a rank or courtesy; `of` the country or body; `past`: he is called former; `before`
    the name or after it; `courtesy`: no more than Mr. and the like.
    """

    text: str
    offices: frozenset[str]
    of: str | None
    past: bool
    before: bool
    courtesy: bool


def role_before(scan: Scan, at: int) -> Role | None:
    """The role in the words right before word `at`, from the country or first word that belongs to it."""
    found = scan.title_before(at) or _department_before(scan, at)
    return _role_of(scan, at, *found) if found is not None else None


def role_before_comma(scan: Scan, at: int) -> Role | None:
    """The role of `Italy's prime minister, NAME,`: with its country or article, and right before a comma."""
    words = scan.words
    if at == 0 or words.gap[at] != ", ":
        return None
    found = scan.title_before(at, comma=True)
    role = _role_of(scan, at, *found) if found is not None else None
    before = found[0] - 1 if found is not None else 0
    if role is None or not (role.of or words.norm[before] == "the" or words.possessive(before)):
        return None
    return replace(role, text=role.text.rstrip(","), before=False)


def _role_of(scan: Scan, at: int, first: int, title: Title) -> Role:
    words = scan.words
    courtesy = first == at - 1 and words.norm[first] in _COURTESIES
    start, of, past = first, None, False
    while start and words.follows(start) and first - start < 6:
        item = scan.cover.get(start - 1)
        word = words.norm[start - 1]
        if item is not None and item.meaning.sense in _COUNTRYLIKE:
            of = of or item.meaning.id
            start = item.first
            if item.meaning.sense is not Sense.ORGANISATION or words.possessive(item.after - 1):
                break
        elif word in ROLE_WORDS and item is None and not words.possessive(start - 1):
            past = past or word in QUALIFIERS_PAST
            start -= 1
        elif words.gap[start] == "-" and word in ("ex", "then"):
            past, start = True, start - 1
        else:
            break
    while start < first and words.norm[start] in ("and", "of", "the", "for"):
        start += 1
    past = past or _past_before(scan, start)
    text = words.text[words.start[start] : words.start[at]].strip()
    if courtesy and start == first:
        return Role("", frozenset(), None, past, True, True)
    return Role(text, _offices(title, of), of or title.local_to, past, True, courtesy)


def _department_before(scan: Scan, at: int) -> tuple[int, Title] | None:
    """The title before `of` and its department, as in `Minister of Trade and Industry`, right before word `at`."""
    words, back = scan.words, at
    while back > 1 and at - back < 7 and words.joint[back] and not words.possessive(back - 1):
        back -= 1
        if words.norm[back] in ("of", "for") and at - back > 1:
            found = scan.title_before(back)
            if found is not None and words.capital[back - 1]:
                return found
        elif not words.capital[back] and words.norm[back] not in ("and", "the"):
            return None
    return None


def _past_before(scan: Scan, start: int) -> bool:
    """Whether `former`, `ex-`, `then-`, or `late` stands right before a role."""
    words = scan.words
    return start > 0 and words.joint[start] and words.norm[start - 1] in QUALIFIERS_PAST


def apposition(scan: Scan, after: int) -> Role | None:
    """The role in an apposition that begins with the comma before word `after`: `, Russia's foreign minister,`."""
    words = scan.words
    if words.gap[after] != ", " or after >= len(words):
        return None
    at, of, past = after, None, False
    while at < min(after + 6, len(words)):
        item = scan.cover.get(at)
        if item is not None and item.meaning.sense in _COUNTRYLIKE:
            title = scan.title_at(at)
            if title is None:
                of, at = item.meaning.id, item.after
                continue
        title = scan.title_at(at)
        if title is not None:
            text, of = _apposition_text(scan, after, title[0], of)
            if not text:
                return None
            return Role(text, _offices(title[1], of), of or title[1].local_to, past, False, False)
        if words.norm[at] in _BECOMING:
            return None
        if words.norm[at] not in ROLE_WORDS and words.norm[at] not in ("a", "an", "his", "her", "its", "who", "is"):
            return None
        past = past or words.norm[at] in QUALIFIERS_PAST or words.norm[at] == "was"
        at += 1
        if at > after and words.gap[at] not in (" ", "-"):
            return None
    return None


def title_in_clause(scan: Scan, at: int, after: int) -> bool:
    """Whether a name between commas follows a clause with a title in it: `the head of the region, NAME, said`."""
    words = scan.words
    if not words.gap[after].startswith(","):
        return False
    for back in range(at - 1, max(at - 11, -1), -1):
        title = scan.title_at(back)
        if title is not None and words.norm[title[0]] == "of" and words.norm[back - 1] in ("the", "its", "his", "her"):
            return True
        if _BOUNDARY.search(words.gap[back]):
            return False
    return False


def agent_before(scan: Scan, at: int) -> bool:
    """Whether a word for what a person does stands before word `at`, as in `the baker`, and is no known title."""
    words = scan.words
    small = at > 0 and (not words.capital[at - 1] or words.opens(at - 1))
    return small and words.gap[at] == " " and is_agent(words.norm[at - 1])


def agent_after(scan: Scan, after: int) -> bool:
    """Whether an apposition says what a person does, with no known title: `, a pharmacist in Mandalay,`."""
    words = scan.words
    if words.gap[after] != ", " or words.norm[after] not in ("a", "an", "the", "one"):
        return False
    for at in range(after + 1, min(after + 4, len(words))):
        if words.gap[at] not in (" ", "-") or words.norm[at] in THING_CUES:
            return False
        if not words.capital[at] and is_agent(words.norm[at]) and words.norm[at] != "maker":
            return True
    return False


def is_agent(word: str) -> bool:
    """Whether a word, by its ending, says what a person does."""
    return len(word) > 4 and word.endswith(AGENT_ENDINGS) and word not in NO_AGENTS and word not in THING_CUES


def _apposition_text(scan: Scan, start: int, at: int, of: str | None) -> tuple[str, str | None]:
    """The words of an apposition up to its end, and the country after `of` where none stood before the title."""
    words = scan.words
    if words.joint[at] and scan.free(at) and scan.title_at(at) is None:
        return "", of
    while at < len(words) and at - start < _LONGEST_ROLE and not _BOUNDARY.search(words.gap[at]):
        item = scan.cover.get(at)
        if item is not None and of is None and item.meaning.sense in _COUNTRYLIKE:
            of = item.meaning.id
        if words.norm[at] in ("who", "which", "said", "told", "says", "told"):
            break
        at += 1
    first = start + 1 if words.norm[start] in ("a", "an", "the") else start
    return (words.slice(first, at) if at > first else ""), of


def _offices(title: Title, of: str | None) -> frozenset[str]:
    return frozenset(office for office in title.ids(of) if not office.startswith("title-"))
