"""What the word under the cursor may become: names that it begins, fields, and the values that a field takes."""

from __future__ import annotations

from collections.abc import Iterator

from geotui.model import How, NameMatch, Offer
from geotui.query.context import WHOLE, bare_name, counted, offers
from geotui.query.fields import VALUES
from geotui.query.lexer import FIELDS, Atom, FieldName, tokens
from geotui.query.ports import Vocabulary
from geotui.text import fold

_MOST = 8
_LONGEST = 5
_SHORTEST = 2


def complete(text: str, cursor: int, vocabulary: Vocabulary) -> tuple[Offer, ...]:
    """Choices for the words that end at the cursor, the likeliest first; each says what it takes the place of."""
    typed = text[:cursor]
    found = tokens(typed)
    if not found or found[-1].end < len(typed):
        return ()
    last = found[-1]
    if isinstance(last, FieldName):
        value = fold(last.value)
        words = (word for word in VALUES.get(last.name, ()) if word.startswith(value) and word != value)
        return tuple(Offer(f"{last.name}:{word}", f"{last.name}:{word}", last.start, last.end) for word in words)
    atoms: list[Atom] = []
    for token in reversed(found):
        if not isinstance(token, Atom) or len(atoms) == _LONGEST:
            break
        atoms.insert(0, token)
    before = found[-len(atoms) - 1] if len(found) > len(atoms) else None
    if not isinstance(before, FieldName):
        return (*_names(typed, atoms, None, vocabulary), *(_fields(atoms[-1]) if atoms else ()))[:_MOST]
    if before.name in ("actor", "country"):
        return tuple(_names(typed, atoms, before.start, vocabulary))
    return _outlets(typed, atoms, before.start, vocabulary) if before.name == "source" else ()


def _names(typed: str, atoms: list[Atom], field: int | None, vocabulary: Vocabulary) -> list[Offer]:
    """Actors that the longest run before the cursor means or begins; with a field before it, in its place too."""
    for first, atom in enumerate(atoms):
        name = bare_name(typed[atom.start :])
        begun = vocabulary.resolve(name, frozenset((How.PREFIX,))) if len(name) >= _SHORTEST else ()
        matches = {match.id: match for match in (*vocabulary.resolve(name, WHOLE), *begun)}
        if matches:
            start = field if field is not None and first == 0 else atom.start
            return [_named(match, start, len(typed), vocabulary) for match in list(matches.values())[:_MOST]]
    return []


def _outlets(typed: str, atoms: list[Atom], start: int, vocabulary: Vocabulary) -> tuple[Offer, ...]:
    begun = fold(typed[atoms[0].start :]) if atoms else ""
    names = sorted({name for spelling, name in vocabulary.outlets().items() if spelling.startswith(begun)})
    return tuple(Offer(name, f'source:"{name}"', start, len(typed)) for name in names[:_MOST])


def _named(match: NameMatch, start: int, end: int, vocabulary: Vocabulary) -> Offer:
    """The plain name where it names this actor alone."""
    alone = {other.id for other in vocabulary.resolve(match.name, WHOLE)} == {match.id}
    text = match.name if alone else offers([match])[0].replacement
    return Offer(f"{match.name} · {counted(match.stories)}", text, start, end)


def _fields(atom: Atom) -> Iterator[Offer]:
    word = fold(atom.text)
    for field in sorted(FIELDS):
        if len(word) >= _SHORTEST and field.startswith(word):
            yield Offer(f"{field}:", f"{field}:", atom.start, atom.end)
