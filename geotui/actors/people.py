"""Finds in one part of a text the capitalised runs that may be people, cut where a word belongs to no name.

What must not be in here: how surely a run is a person (`weights`); who is meant (`find`).
"""

from __future__ import annotations

from collections.abc import Iterator

from geotui.actors.lexicon import (
    DATE_PREPOSITIONS,
    HEADLINE_VERBS,
    HONORIFICS,
    KIN,
    MAYBE_SURNAMES,
    MONTHS,
    NAME_TITLES,
    NEVER_NAMES,
    SMALL_SURNAMES,
    SPEECH,
    THING_HEADS,
    common_words,
)
from geotui.actors.roles import Role, apposition, is_agent, role_before, role_before_comma
from geotui.actors.scan import Scan
from geotui.actors.weights import SUFFIXES, weight_of_name, weight_of_word
from geotui.actors.wording import PARTICLES

_LOOSE_PARTICLES = frozenset(("la", "do", "e", "y", "le", "an", "as", "at", "st", "den", "ten"))
_LOWER_ARTICLES = frozenset(("an", "ar", "as", "at"))
"""Arabic articles before some letters, with a hyphen only: `Ahmad at-Tamimi`; English words without."""
_JOINERS = PARTICLES | frozenset(("dal", "dalla", "dei", "degli", "ould", "und", "vom", "zum", "zur"))
_FATHERS = frozenset(("abu", "umm", "ibn"))
"""With a capital they begin a name by themselves: `Abu Sayed`."""
_MOST_JOINERS = 3
_MOST_WORDS = 6


class Candidate:
    """A run of words that may name a person: words `first` to before `after` of a part, and what speaks for it.

    `norms` are its words, folded, without particles and suffixes. What speaks for a single word is weighed when asked.
    """

    __slots__ = ("_weight", "_whole", "after", "first", "norms", "role", "scan")

    def __init__(
        self, scan: Scan, first: int, after: int, weight: float | None, role: Role | None, *, whole: bool = True
    ) -> None:
        self.scan = scan
        self.first = first
        self.after = after
        self.role = role
        self._weight = weight
        self._whole = whole
        found = scan.words.norm[first:after]
        if after - first == 1:
            self.norms: tuple[str, ...] = (found[0],)
        elif found[0] in _FATHERS and scan.words.capital[first]:
            self.norms = tuple(found)
        else:
            suffixes = [word for word in found[1:] if word in SUFFIXES]
            kept = [word for word in found if word not in _JOINERS and word not in suffixes]
            given = found[:1] if _is_ben(scan, first, after) else []
            self.norms = (*given, *kept) or tuple(found)

    @property
    def weight(self) -> float:
        """What speaks for a person; from `SURE` on it is one."""
        if self._weight is None:
            self._weight = weight_of_word(self.scan, self.first, self.after, self.role) - (not self._whole)
        return self._weight

    @property
    def tells_itself(self) -> bool:
        """Whether one word can be a name though nobody of it is known: `Mr. X`, `X as saying`, `wife X`."""
        norm, first = self.scan.words.norm, self.first
        return self.role is not None or norm[self.after] == "as" or (first > 0 and norm[first - 1] in KIN)

    @property
    def text(self) -> str:
        """As written."""
        words = self.scan.words
        return words.text[words.start[self.first] : words.end_of_name(self.after)]


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
        if after - first > 1:
            yield from _judged(scan, first, after)
        elif not _cuts(scan, first, first):
            yield from _weighed(scan, first, after, whole=True)


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
        while reach < after + _MOST_JOINERS and words.norm[reach] in _JOINERS and words.joint[reach + 1]:
            reach += 1
        article = reach > after and words.norm[reach - 1] in _LOWER_ARTICLES and words.gap[reach] != "-"
        if reach > after and scan.free(reach) and not words.capital[after] and not article:
            after = reach + 1
        elif words.gap[after] == words.gap[after + 1] == "-" and scan.free(after + 1) and len(words.norm[after]) < 4:
            after += 2
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
    if after - at == 1 and 1 < at - first < _MOST_WORDS and not (words.joint[after] and words.capital[after]):
        written = words.text[words.start[at] : words.end[at]]
        return not written.isupper() and not any(_plain(scan, word) for word in range(first, at))
    if after - at > 1 or not given:
        return words.norm[at] in SUFFIXES
    if words.joint[after] and words.capital[after]:
        return words.norm[at] in NAME_TITLES
    return at - first == 1


def _is_single_surname(scan: Scan, at: int, after: int) -> bool:
    """Whether a lone title word is a surname that the text has met in full; `find` decides, so it must be one word."""
    words = scan.words
    if after - at > 1 or not words.capital[at] or words.opens(at):
        return False
    named = scan.tables.families.get(words.norm[at])
    return bool(named) and not (words.joint[after] and words.capital[after])


def _judged(scan: Scan, first: int, after: int) -> Iterator[Candidate]:
    """The run cut at words that belong to no name, each piece weighed."""
    piece = first
    for at in range(first, after + 1):
        if at < piece:
            continue
        if at == after or _cuts(scan, piece, at):
            if at > piece:
                yield from _weighed(scan, piece, at, whole=at == after or scan.words.headline)
            piece = _after_title(scan, at + 1, after)
        elif at > piece and scan.words.gap[at] == "-" and _two_surnames(scan, at):
            yield from _weighed(scan, piece, at, whole=True)
            piece = at


def _after_title(scan: Scan, at: int, after: int) -> int:
    """The word after the title that begins at word `at` of a run, if one does and words of the run follow it."""
    title = scan.title_at(at) if at < after else None
    return title[0] if title is not None and title[0] < after else at


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
    if word in PARTICLES and piece < at and not words.capital[at]:
        return False
    if word in NEVER_NAMES:
        if words.gap[at] == words.gap[at + 1] == "-":
            return False
        if words.headline:
            return True
        if len(word) < 5 and words.norm[piece] in tables.family_first and (at > piece or _thi_follows(scan, at)):
            return False
        if word in SMALL_SURNAMES and at == piece + 1 and words.norm[piece] in tables.given_names:
            return False
        given = word in tables.given_names and at == piece and not words.opens(at)
        return not (given and words.joint[at + 1] and scan.free(at + 1))
    if words.headline and at > piece and word in SPEECH:
        return True
    if word in tables.given_names or not (words.headline or (words.opens(at) and at == piece)):
        return False
    if words.headline and word in tables.families:
        return False
    if word in common_words() or (word.endswith("ing") and word not in tables.families and len(word) > 5):
        return True
    return _is_verb(scan, piece, at) if words.headline else _is_agent_with_name(scan, at)


def _is_verb(scan: Scan, piece: int, at: int) -> bool:
    """Whether a word of a headline is a verb, `urges`, `ousted`, and no surname like one, `Erik Banks`."""
    word = scan.words.norm[at]
    if at == piece:
        return False
    if word in SPEECH or word in HEADLINE_VERBS or (word.endswith("ed") and len(word) > 4):
        return True
    verb = word.endswith("s") and (word[:-1] in common_words() or word[:-2] in common_words())
    return verb and not (at == piece + 1 and scan.words.norm[piece] in scan.tables.given_names)


def _is_agent_with_name(scan: Scan, at: int) -> bool:
    """Whether a word says what a person does whose name of two words follows: `Meteorologist Ann Lee`."""
    words = scan.words
    named = words.capital[at + 1] and words.capital[at + 2 : at + 3] == [True]
    return is_agent(words.norm[at].removesuffix("s")) and named and words.joint[at + 1] and words.joint[at + 2]


def _thi_follows(scan: Scan, at: int) -> bool:
    """Whether one of the middle names follows by which a Vietnamese name is known: `Do Thi Minh`."""
    words = scan.words
    return words.joint[at + 1] and words.capital[at + 1] and words.norm[at + 1] in ("thi", "van")


def _is_ben(scan: Scan, first: int, after: int) -> bool:
    """Whether a name begins with the given name Ben, and not with the particle: `Ben Gurion`."""
    words = scan.words
    ben = words.norm[first] == "ben" and words.capital[first] and after - first == 2
    return ben and words.gap[first + 1] == " " and words.norm[first + 1] not in scan.tables.families


def _two_surnames(scan: Scan, at: int) -> bool:
    """Whether a hyphen stands between the surnames of two people: `Putin-Xi`."""
    words, tables = scan.words, scan.tables
    before, after = words.norm[at - 1], words.norm[at]
    return before in tables.families and after in tables.families and before not in tables.given_names


def _weighed(scan: Scan, first: int, after: int, *, whole: bool) -> Iterator[Candidate]:
    words = scan.words
    role = role_before(scan, first) if words.joint[first] else role_before_comma(scan, first)
    role = role or apposition(scan, after)
    if after - first == 1:
        if not words.norm[first].isdigit():
            yield Candidate(scan, first, after, None, role, whole=whole)
        return
    if words.norm[first] in HONORIFICS and after - first > 2:
        role, first = role_before(scan, first) or Role("", frozenset(), None, False, True, True), first + 1
    begins = _name_inside(scan, first, after)
    if begins:
        first, whole = begins, True
        role = role_before(scan, first) or role
    fathers = words.norm[first] in _FATHERS and words.capital[first] and after - first > 1
    fathers = fathers or _is_ben(scan, first, after)
    if sum(word not in PARTICLES for word in words.norm[first:after]) + fathers <= 1:
        weight = weight_of_word(scan, first, after, role) - (not whole)
    else:
        weight = weight_of_name(scan, first, after, role) - (0.0 if whole else 0.5)
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
