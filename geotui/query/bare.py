"""Bare words → terms: the longest run first, as the first kind that it fits.

Of runs of one length the earlier kind wins, then the left one. What must not be in here: operators between terms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from geotui.errors import PhraseError
from geotui.model import ActorKind, How, NameMatch, Offer, Phrase
from geotui.query.common import MEANINGLESS, is_word, telling_nothing
from geotui.query.context import WHOLE, Context, offers
from geotui.query.fields import unknown_field
from geotui.query.lexer import Atom
from geotui.query.media import from_or_naming, media_outlets
from geotui.query.near import further_away, known, one_edit_away
from geotui.query.nodes import And, FromOutlet, HasWords, NamesActor, PublishedIn, Term, Test
from geotui.query.titles import holders, title_length
from geotui.text import fold, folded_words

PASTED = 30
"""So many words without a sign between them are pasted text: words, each by itself."""

_LONGEST_RUN = 12
_LONGEST_NAME = 7
_LONGEST_LOOSE = 5
_RARE = 2
_NO_EDIT = 3
_ONE_EDIT = 0.5
"""The least score of a misspelling that is no more than one edit from the name."""
_SHORT_PART = 4
_MOST_OFFERED = 5
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_CHUNK = re.compile(r"\S+")
_DIGITS = re.compile(r"\d+")
_NUMBER_BEFORE = re.compile(r"\d[-‐‑–—/]")
_NUMBER_AFTER = re.compile(r"[-‐‑–—/]\d")
_READ_CODES = frozenset(("us", "uk", "uae"))


class Kind(IntEnum):
    """What a run can be, the better reading first."""

    FULL_NAME = 1
    DATE = 2
    SPELLING = 3
    OUTLET = 4
    WORD = 5
    BEGINNING = 6
    MISSPELLING = 7
    UNKNOWN = 8
    MEANINGLESS = 9


@dataclass(frozen=True, slots=True)
class Fit:
    """A run, by place and length among the atoms, and what it can be."""

    kind: Kind
    first: int
    length: int
    matches: tuple[NameMatch, ...] = ()
    phrase: Phrase | None = None
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """Atoms `first` to `last`, both included, and their term, None where they mean nothing."""

    first: int
    last: int
    term: Term | None


def read_run(atoms: Sequence[Atom], context: Context) -> list[Placed]:
    """The terms of adjacent bare atoms in their order; operators that no run took are left out of it.

    Raises PhraseError where the best reading of a run is a date that is refused.
    """
    if sum(atom.operator is None for atom in atoms) >= PASTED:
        return [Placed(i, i, _pasted(atom, context)) for i, atom in enumerate(atoms) if atom.operator is None]
    taken = [False] * len(atoms)
    chosen: list[Fit] = []
    for length in range(min(len(atoms), _LONGEST_RUN), 0, -1):
        free = [i for i in range(len(atoms) - length + 1) if not any(taken[i : i + length])]
        fits = [fit for i in free if (fit := _fit(atoms[i : i + length], i, context))]
        for fit in sorted(fits, key=lambda fit: (fit.kind, fit.first)):
            if not any(taken[fit.first : fit.first + length]):
                taken[fit.first : fit.first + length] = [True] * length
                chosen.append(fit)
    chosen.sort(key=lambda fit: fit.first)
    return [
        Placed(fit.first, fit.first + fit.length - 1, _term(atoms[fit.first : fit.first + fit.length], fit, context))
        for fit in chosen
    ]


def words_alone(context: Context) -> And:
    """All words of the filter, each by itself, whatever signs stand between them."""
    atoms = (Atom(match[0], *match.span()) for match in _CHUNK.finditer(context.text))
    found = (_pasted(atom, context) for atom in atoms)
    return And(tuple(term for term in found if term))


def _pasted(atom: Atom, context: Context) -> Term | None:
    return None if fold(atom.text) in MEANINGLESS else context.text_term((atom.start, atom.end), atom.text)


def _fit(run: Sequence[Atom], first: int, context: Context) -> Fit | None:
    """The best kind that the run fits, None where it fits none."""
    if len(run) == 1:
        return _fit_one(run[0], first, context)
    if run[0].operator or run[-1].operator:
        return None
    joined = _joined(run, context)
    matches: tuple[NameMatch, ...] = ()
    name = context.name(run)
    if len(run) <= _LONGEST_NAME:
        matches = resolve(context, name, WHOLE)
        if _is_full(matches, context):
            return Fit(Kind.FULL_NAME, first, len(run), matches)
    if phrase := _date(run, context):
        return Fit(Kind.DATE, first, len(run), phrase=phrase)
    if not joined:
        return None
    if matches:
        return Fit(Kind.SPELLING, first, len(run), matches)
    if titled := _titled(run, context):
        return Fit(Kind.SPELLING, first, len(run), titled)
    if outlet := _outlet(context, name):
        return Fit(Kind.OUTLET, first, len(run), outlets=(outlet,))
    loose = len(run) <= _LONGEST_LOOSE and not any(_plain(atom) for atom in (run[0], run[-1]))
    return _loose(context, name, first, len(run)) if loose and not _reads_apart(run, context) else None


def _titled(run: Sequence[Atom], context: Context) -> tuple[NameMatch, ...]:
    """The people whose name stands in the run behind a title: those who held it, if any; else all of them.

    A word that texts write small is a name only of a holder, and `may` only where it makes no date with what follows.
    """
    facts = context.vocabulary.knowledge()
    words = [atom.text for atom in run]
    length = title_length(words, facts)
    if not length:
        return ()
    name = context.name(run[length:])
    people = [match for match in resolve(context, name, WHOLE) if match.kind is ActorKind.PERSON]
    held = holders(people, words[:length], facts)
    if not people or _begins_date(run[length:], context):
        return ()
    return held or (() if context.vocabulary.mostly_small(fold(name)) else tuple(people))


def _begins_date(run: Sequence[Atom], context: Context) -> bool:
    after = _CHUNK.search(context.text, run[-1].end)
    if not after or not _date(run, context):
        return False
    return context.dates.phrase(f"{context.raw(run)} {after[0]}", in_filter=True).span is not None


def _reads_apart(run: Sequence[Atom], context: Context) -> bool:
    """Whether the run falls into parts that are each read without a guess, so that none is made for the whole."""
    reached = {0}
    for at in range(len(run)):
        if at in reached:
            ends = range(at + 1, len(run) + (at > 0))
            reached.update(end for end in ends if _is_exact(run[at:end], context))
    return len(run) in reached


def _is_exact(part: Sequence[Atom], context: Context) -> bool:
    if len(part) == 1 and fold(part[0].text) in MEANINGLESS:
        return True
    name = context.name(part)
    return bool(resolve(context, name, WHOLE) or _outlet(context, name) or _date(part, context))


def _joined(run: Sequence[Atom], context: Context) -> bool:
    """Whether only spaces, hyphens and slashes without a space join the run, and no operator stands in it."""
    gaps = (context.text[a.end : b.start] for a, b in pairwise(run))
    return all(
        not gap.strip() or (gap == gap.strip() and "," not in gap and ";" not in gap) for gap in gaps
    ) and not any(atom.operator for atom in run)


def _plain(atom: Atom) -> bool:
    """Whether an atom is so plain that no name is begun or misspelled by it: a number, a function word, no word."""
    words = folded_words(atom.text)
    return not words or all(word in MEANINGLESS or _DIGITS.fullmatch(word) for word in words)


def _fit_one(atom: Atom, first: int, context: Context) -> Fit | None:
    if atom.operator:
        return None
    word = fold(atom.text.strip(".,;:!?'’"))
    phrase = _date([atom], context)
    name = context.name([atom])
    plain = word in MEANINGLESS
    matches = () if plain and not name.isupper() else resolve(context, name, WHOLE)
    if phrase is None and not matches and (plain or not word):
        return Fit(Kind.MEANINGLESS, first, 1)
    if phrase:
        return Fit(Kind.DATE, first, 1, matches, phrase)
    if matches:
        return Fit(Kind.FULL_NAME if _is_full(matches, context) else Kind.SPELLING, first, 1, matches)
    if outlet := _outlet(context, name):
        return Fit(Kind.OUTLET, first, 1, outlets=(outlet,))
    if context.vocabulary.stories_with(tuple(folded_words(atom.text))):
        return Fit(Kind.WORD, first, 1)
    loose = None if _plain(atom) else _loose(context, name, first, 1, part=_is_part(atom, context))
    return loose or Fit(Kind.UNKNOWN, first, 1)


def _is_part(atom: Atom, context: Context) -> bool:
    """Whether hyphens or slashes join an atom to others: a short one is a prefix (`sino-`) rather than a slip."""
    return atom.tight or context.text[atom.end : atom.end + 1] in tuple("-‐‑–/")


def _loose(context: Context, name: str, first: int, length: int, *, part: bool = False) -> Fit | None:
    """A name that is begun or misspelled.

    What is known as a word is no misspelling, and words of offices begin no name. Of those begun only they count whom
    stories name, and so of those two edits away; others are offered.
    """
    facts = context.vocabulary.knowledge()
    words = folded_words(name)
    tiers = {How.PREFIX, How.FUZZY}
    if all(len(word) <= _NO_EDIT or is_word(word, facts) for word in words) or (part and len(name) <= _SHORT_PART):
        tiers.discard(How.FUZZY)
    if (length > 1 and How.FUZZY not in tiers) or all(telling_nothing(word, facts) for word in words):
        return None
    matches = resolve(context, name, frozenset(tiers))
    if not matches:
        return None
    if matches[0].how is How.FUZZY:
        is_far = length == 1 and matches[0].score < _ONE_EDIT and not any(match.stories for match in matches)
        return Fit(Kind.UNKNOWN if is_far else Kind.MISSPELLING, first, length, matches)
    if How.FUZZY in tiers and not any(match.stories or match.kind is ActorKind.PERSON for match in matches):
        slips = resolve(context, name, frozenset({How.FUZZY}))  # `chines` is China rather than a ministry's beginning
        if any(match.stories for match in slips):
            return Fit(Kind.MISSPELLING, first, length, slips)
    return _begun(matches, words, context, first, length)


def _begun(
    matches: tuple[NameMatch, ...], words: Sequence[str], context: Context, first: int, length: int
) -> Fit | None:
    """Of several words that texts have only a person's name is begun: `new york` is no newspaper."""
    named = tuple(match for match in matches if match.stories)
    if length == 1:
        return Fit(Kind.BEGINNING, first, 1, named) if named else Fit(Kind.UNKNOWN, first, 1, matches)
    people = tuple(match for match in matches if match.kind is ActorKind.PERSON)
    in_texts = all(context.vocabulary.stories_with((word,)) for word in words)
    found = people if in_texts else named or people
    return Fit(Kind.BEGINNING, first, length, found) if found else None


def resolve(context: Context, name: str, tiers: frozenset[How]) -> tuple[NameMatch, ...]:
    """What a bare name may mean; a country's code means it only after `country:`, but for `us uk uae`."""
    word = fold(name)
    if not word:
        return ()
    matches = context.resolve(name, tiers)
    if len(word) in (2, 3) and word not in _READ_CODES:
        matches = tuple(match for match in matches if match.id != f"country:{word.upper()}")
    if is_word(word, context.vocabulary.knowledge()):  # `abbot` is no other spelling of Abbott
        matches = tuple(m for m in matches if m.how is not How.TOKEN or word in folded_words(m.matched))
    return matches


def _is_full(matches: tuple[NameMatch, ...], context: Context) -> bool:
    return bool(matches) and matches[0].how is How.EXACT and known(matches[0].id, context.vocabulary.knowledge())


def _outlet(context: Context, name: str) -> str:
    outlets = context.vocabulary.outlets()
    folded = fold(name)
    return outlets.get(folded) or outlets.get(f"the {folded}") or ""


def _date(run: Sequence[Atom], context: Context) -> Phrase | None:
    """The run as a date phrase, read or refused; a lone year only where the library has stories of it."""
    raw = context.raw(run).rstrip(",;")
    before, after = context.text[: run[0].start][-2:], context.text[run[-1].end :][:2]
    if _NUMBER_BEFORE.fullmatch(before) or _NUMBER_AFTER.fullmatch(after):
        return None  # half of `18-24` is no number of its own
    if _YEAR.fullmatch(raw):
        if not context.vocabulary.has_year(int(raw)):
            return None
        return context.dates.phrase(raw, in_filter=False)
    phrase = context.dates.phrase(raw, in_filter=True)
    return phrase if phrase.span or phrase.refusal else None


def _term(run: Sequence[Atom], fit: Fit, context: Context) -> Term | None:
    place = (run[0].start, run[-1].end)
    if fit.phrase:
        if fit.phrase.span is None:
            raise PhraseError(fit.phrase.refusal or f'"{context.raw(run)}" is no date')
        tests = [PublishedIn(fit.phrase.span)]
        return context.term(place, "date", fit.phrase.read_as, tests, offers=offers(fit.matches))
    if fit.outlets:
        return context.term(place, "outlet", fit.outlets[0], map(FromOutlet, fit.outlets))
    if fit.kind is Kind.MEANINGLESS:
        context.silent.append(context.reading(place, "text", f'"{context.raw(run)}"', "means nothing alone"))
        return None
    if fit.kind is Kind.UNKNOWN and fit.matches:
        return context.text_term(place, context.name(run), offers=offers(fit.matches[:_MOST_OFFERED]))
    return _named(run, fit, place, context) if fit.matches else _word(run[0], context)


def _named(run: Sequence[Atom], fit: Fit, place: tuple[int, int], context: Context) -> Term | None:
    """The term of a name; of a word that texts write small, that word."""
    name = context.name(run)
    small = len(run) == 1 and context.vocabulary.mostly_small(fold(name))
    if small and all(match.kind is not ActorKind.COUNTRY for match in fit.matches):
        return context.text_term(place, name, offers=offers(fit.matches))
    if printed := media_outlets(fit.matches, context):
        return from_or_naming(place, fit.matches[0], printed, context)
    if fit.kind in (Kind.SPELLING, Kind.FULL_NAME) and sum(match.stories for match in fit.matches) <= 1:
        meant = one_edit_away(name, context.vocabulary, besides=fit.matches)
        if meant:
            return context.actor_term(place, [*fit.matches, *meant], ["or misspelled"])
    others = further_away(name, context.vocabulary, fit.matches) if fit.kind is Kind.MISSPELLING else []
    return context.actor_term(place, fit.matches, others=others)


def _word(atom: Atom, context: Context) -> Term | None:
    """A word of the texts, or of none; a rare one that is one edit from a known name means either."""
    place = (atom.start, atom.end)
    words = tuple(folded_words(atom.text))
    stories = context.vocabulary.stories_with(words)
    if 0 < stories <= _RARE and not _plain(atom):
        name = context.name([atom])
        meant = one_edit_away(name, context.vocabulary)
        if is_word(fold(name), context.vocabulary.knowledge()):
            return context.text_term(place, atom.text, offers=offers(meant))
        if meant:
            tests: list[Test] = [HasWords(words), *(NamesActor(match.id) for match in meant)]
            said = f'"{name}" or {" or ".join(match.name for match in meant)}'
            choices = (Offer(f'the word "{name}"', f'text:"{name}"'), *offers(meant))
            return context.term(place, "text", said, tests, note="rare or misspelled", offers=choices)
    return context.text_term(place, atom.text, note=unknown_field(atom.text))
