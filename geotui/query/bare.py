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
from geotui.query.lexer import Atom
from geotui.query.near import known, one_edit_away
from geotui.query.nodes import And, FromOutlet, HasWords, NamesActor, PublishedIn, Term, Test
from geotui.text import fold, folded_words

PASTED = 30
"""So many words without a sign between them are pasted text: words, each by itself."""

_LONGEST_RUN = 12
_LONGEST_NAME = 7
_LONGEST_LOOSE = 5
_RARE = 2
_NO_EDIT = 3
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
    outlet: str = ""


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
    if outlet := _outlet(context, name):
        return Fit(Kind.OUTLET, first, len(run), outlet=outlet)
    if len(run) <= _LONGEST_LOOSE and not any(_plain(atom) for atom in (run[0], run[-1])):
        return _loose(context, name, first, len(run))
    return None


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
        return Fit(Kind.OUTLET, first, 1, outlet=outlet)
    if context.vocabulary.stories_with(tuple(folded_words(atom.text))):
        return Fit(Kind.WORD, first, 1)
    loose = None if _plain(atom) else _loose(context, name, first, 1)
    return loose or Fit(Kind.UNKNOWN, first, 1)


def _loose(context: Context, name: str, first: int, length: int) -> Fit | None:
    """A name that is begun or misspelled.

    What is known as a word is no misspelling, words of offices begin no name, and words that texts have side by side
    (`new york`) no organisation's.
    """
    facts = context.vocabulary.knowledge()
    words = folded_words(name)
    tiers = {How.PREFIX, How.FUZZY}
    if all(len(word) <= _NO_EDIT or is_word(word, facts) for word in words):
        tiers.discard(How.FUZZY)
    if (length > 1 and How.FUZZY not in tiers) or all(telling_nothing(word, facts) for word in words):
        return None
    matches = resolve(context, name, frozenset(tiers))
    begun_body = length > 1 and all(
        match.kind is ActorKind.ORGANISATION and match.how is How.PREFIX for match in matches
    )
    if not matches or (begun_body and context.vocabulary.stories_with(tuple(words))):
        return None
    return Fit(Kind.BEGINNING if matches[0].how is How.PREFIX else Kind.MISSPELLING, first, length, matches)


def resolve(context: Context, name: str, tiers: frozenset[How]) -> tuple[NameMatch, ...]:
    """What a bare name may mean; a country's code means it only after `country:`, but for `us uk uae`."""
    word = fold(name)
    if not word:
        return ()
    matches = context.vocabulary.resolve(name, tiers)
    if len(word) in (2, 3) and word not in _READ_CODES:
        return tuple(match for match in matches if match.id != f"country:{word.upper()}")
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
    if fit.outlet:
        return context.term(place, "outlet", fit.outlet, [FromOutlet(fit.outlet)])
    if fit.kind is Kind.MEANINGLESS:
        context.silent.append(context.reading(place, "text", f'"{context.raw(run)}"', "means nothing alone"))
        return None
    if not fit.matches:
        return _word(run[0], context)
    small = len(run) == 1 and context.vocabulary.mostly_small(fold(context.name(run)))
    if small and all(match.kind is not ActorKind.COUNTRY for match in fit.matches):
        return context.text_term(place, context.name(run), offers=offers(fit.matches))
    if fit.kind in (Kind.SPELLING, Kind.FULL_NAME) and sum(match.stories for match in fit.matches) <= 1:
        meant = one_edit_away(context.name(run), context.vocabulary, besides=fit.matches)
        if meant:
            return context.actor_term(place, [*fit.matches, *meant], ["or misspelled"])
    return context.actor_term(place, fit.matches)


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
    return context.text_term(place, atom.text)
