"""What the word under the cursor may become: names that it begins, its other readings, fields and their values.

What must not be in here: how many stories a choice finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geotui.model import Choice, ChoiceKind, How, NameMatch, Offer, TermReading
from geotui.query.common import MEANINGLESS
from geotui.query.context import WHOLE, bare_name, offers
from geotui.query.fields import VALUES
from geotui.query.lexer import FIELDS, Atom, FieldName, Token, tokens
from geotui.query.nodes import Filter
from geotui.query.ports import Vocabulary
from geotui.text import fold

_MOST_NAMES = 8
_MOST_VALUES = 40
_LONGEST = 5
_SHORTEST = 2
_REST_OF_WORD = re.compile(r"[^\s()|\"“”„«»]*")
_PLAIN_VALUE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may take the place from `start` to `end` of a filter; see `Choice`."""

    kind: ChoiceKind
    label: str
    replacement: str
    start: int
    end: int

    def taken(self, text: str) -> Choice:
        """The filter with it in its place, the cursor behind it; a whole word is parted from what follows."""
        before, after = text[: self.start] + self.replacement, text[self.end :]
        if not after and not self.replacement.endswith(":"):
            before += " "
        return Choice(self.label, None, before + after, len(before), self.kind)


def complete(text: str, cursor: int, vocabulary: Vocabulary, tags: Sequence[str] = ()) -> tuple[Candidate, ...]:
    """Candidates for the words that end at the cursor or go on there, the likeliest first; `tags` are those in use."""
    rest = _REST_OF_WORD.match(text, cursor)
    typed = text[: rest.end() if rest else cursor]
    found = tokens(typed)
    if not found or found[-1].end < len(typed):
        return ()
    last = found[-1]
    if isinstance(last, FieldName):
        return tuple(_outlets("", last, typed, vocabulary) if last.name == "source" else _values(last, typed, tags))
    atoms = _atoms_at_the_end(found)
    before = found[-len(atoms) - 1] if len(found) > len(atoms) else None
    if not atoms or atoms[-1].operator:
        return ()
    if not isinstance(before, FieldName):
        return (*_names(typed, atoms, None, vocabulary), *_fields(atoms[-1]))
    if before.name in ("actor", "country"):
        return tuple(_names(typed, atoms, before.start, vocabulary))
    if before.name == "source":
        return tuple(_outlets(typed[atoms[0].start :], before, typed, vocabulary))
    return ()


def _atoms_at_the_end(found: Sequence[Token]) -> list[Atom]:
    atoms: list[Atom] = []
    for token in reversed(found):
        if not isinstance(token, Atom) or len(atoms) == _LONGEST:
            break
        atoms.insert(0, token)
    return atoms


def _names(typed: str, atoms: Sequence[Atom], field: int | None, vocabulary: Vocabulary) -> list[Candidate]:
    """Actors that the longest run before the cursor means or begins; with a field before it, in its place too."""
    for first, atom in enumerate(atoms):
        name = bare_name(typed[atom.start :])
        begins = len(name) >= _SHORTEST and fold(atom.text) not in MEANINGLESS
        matches = vocabulary.complete(name) if begins else vocabulary.resolve(name, WHOLE)
        if matches and matches[0].how is not How.FUZZY:
            start = field if field is not None and first == 0 else atom.start
            return [_named(match, start, len(typed), vocabulary) for match in matches[:_MOST_NAMES]]
    return []


def _named(match: NameMatch, start: int, end: int, vocabulary: Vocabulary) -> Candidate:
    """The plain name where it names this actor alone."""
    alone = {other.id for other in vocabulary.resolve(match.name, WHOLE)} == {match.id}
    return Candidate("name", match.name, match.name if alone else offers([match])[0].replacement, start, end)


def _fields(atom: Atom) -> Iterator[Candidate]:
    word = fold(atom.text)
    for field in sorted(FIELDS):
        if len(word) >= _SHORTEST and field.startswith(word):
            yield Candidate("field", f"{field}:", f"{field}:", atom.start, atom.end)


def _values(field: FieldName, typed: str, tags: Sequence[str]) -> Iterator[Candidate]:
    """Values of a field of one word that begin as typed: those of a closed list, tags in use."""
    allowed = tags if field.name == "tag" else VALUES.get(field.name, ())
    begun = fold(field.value)
    for value in [value for value in allowed if fold(value).startswith(begun) and value != field.value][:_MOST_VALUES]:
        written = value if _PLAIN_VALUE.fullmatch(value) else f'"{value}"'
        yield Candidate("value", f"{field.name}:{value}", f"{field.name}:{written}", field.start, len(typed))


def _outlets(begun: str, field: FieldName, typed: str, vocabulary: Vocabulary) -> Iterator[Candidate]:
    folded = fold(begun)
    names = sorted({name for spelling, name in vocabulary.outlets().items() if spelling.startswith(folded)})
    for name in names[:_MOST_VALUES]:
        yield Candidate("value", name, f'source:"{name}"', field.start, len(typed))


def other_readings(filter_: Filter, cursor: int) -> tuple[Candidate, ...]:
    """What the words under the cursor may mean besides, with what they mean now where that is one of several."""
    found = []
    for term in filter_.terms:
        for offer in (*_as_it_is(term), *term.offers) if term.offers else ():
            start = term.start if offer.start is None else offer.start
            end = term.end if offer.end is None else offer.end
            if start <= cursor <= end:
                found.append(Candidate("reading", offer.label, offer.replacement, start, end))
    return tuple(found[:_MOST_NAMES])


def _as_it_is(term: TermReading) -> Iterable[Offer]:
    """The present reading in words that mean nothing else."""
    if ":" in term.typed:
        return
    if term.kind == "date":
        yield Offer(f"{term.meaning} (date)", f'on:"{term.typed}"')
    elif term.kind == "text" and not any(offer.replacement.startswith("text:") for offer in term.offers):
        yield Offer(f'the word "{term.typed}"', f'text:"{term.typed}"')
