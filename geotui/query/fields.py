"""Fields (`actor:`, `on:`, `text:` …): how much of what follows each takes, and what it makes of it.

A field takes the longest run that its kind can read, or quotes; some take one word. What must not be in here: how
bare words are read.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geotui.errors import PhraseError
from geotui.model import ActorKind, Granularity, How, NameMatch, Offer, Phrase, Span
from geotui.query.context import Context, bare_name, either
from geotui.query.lexer import FIELDS, Atom
from geotui.query.nodes import (
    AddedIn,
    FromOutlet,
    HasFlag,
    HasTag,
    HasUrl,
    HasWords,
    PublishedIn,
    Sort,
    SpeaksOf,
    Term,
    Test,
    Where,
)
from geotui.text import fold, folded_words, one_line

_FLAGS = {
    "is": ("unread", "read", "starred", "new", "updated", "undated"),
    "has": ("copies", "note", "event"),
}
VALUES = {**_FLAGS, "sort": tuple(Sort)}
"""What the fields with a closed list of values take."""
_SORTS = {
    Sort.NEWEST: "newest first",
    Sort.OLDEST: "oldest first",
    Sort.ADDED: "last added first",
    Sort.COPIES: "most copies first",
    Sort.OUTLETS: "most outlets first",
}
_MEANT = {
    "after": "since",
    "author": "text",
    "before": "until",
    "date": "on",
    "day": "on",
    "domain": "source",
    "host": "source",
    "org": "actor",
    "organisation": "actor",
    "organization": "actor",
    "outlet": "source",
    "person": "actor",
    "published": "on",
    "site": "source",
    "tags": "tag",
    "who": "actor",
}
_MOST_OUTLETS = 3
_UNKNOWN_FIELD = re.compile(r"([^\W\d_]+):[\w\"“„«<>.]")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a field could read: its words, and where they end in the filter."""

    typed: str
    end: int


Reader = Callable[[Context, tuple[int, int], str], Term | None]
"""Reads a value that lies at a place (the field's name taken in); None where the kind cannot read it."""


def refuse_unknown(text: str) -> None:
    """Raises PhraseError where a chunk begins with what is meant for a field and is none; other colons are text."""
    match = _UNKNOWN_FIELD.match(text)
    if match and "://" not in text:
        name = match[1].casefold()
        near = [_MEANT[name]] if name in _MEANT else difflib.get_close_matches(name, FIELDS, 1, 0.75)
        if near:
            raise PhraseError(f"there is no field {one_line(match[1])}:, did you mean {near[0]}: ?")


def unknown_field(text: str) -> str:
    """What to say of a chunk of text that is typed like a field and is none; empty for any other."""
    match = _UNKNOWN_FIELD.match(text)
    return f"no field {one_line(match[1])}; fields: {', '.join(sorted(FIELDS))}" if match and "://" not in text else ""


def read_word(name: str, value: Value, start: int, context: Context) -> Term | None:
    """The term of a field that takes one word or quotes; None where there is nothing to read.

    Raises PhraseError for a value that `is:` or `has:` does not know.
    """
    place = (start, value.end)
    typed = one_line(value.typed)
    if not typed:
        return None
    if name in _FLAGS:
        flag = _one_of(name, typed, _FLAGS[name])
        return context.term(place, name, flag, [HasFlag(flag)])
    if name == "tag":
        return context.term(place, name, typed, [HasTag(typed)])
    if name == "url":
        return context.term(place, name, typed, [HasUrl(fold(typed))])
    words = tuple(folded_words(typed))
    if not words:
        return None
    if name == "text":
        return context.text_term(place, typed)
    return context.term(place, name, f'"{typed}"', [HasWords(words, Where(name))])


def read_sort(value: Value, start: int, context: Context) -> Sort | None:
    """The order asked for, noted among the readings; raises PhraseError where there is no such order."""
    typed = one_line(value.typed)
    if not typed:
        return None
    sort = Sort(_one_of("sort", typed, VALUES["sort"]))
    context.silent.append(context.reading((start, value.end), "sort", _SORTS[sort]))
    return sort


def _one_of(name: str, typed: str, allowed: Sequence[str]) -> str:
    word = fold(typed)
    if word in allowed:
        return str(allowed[allowed.index(word)])
    near = difflib.get_close_matches(word, allowed, 1)
    hint = f", did you mean {near[0]}?" if near else f"; it takes {either(allowed)}"
    raise PhraseError(f'{name}: does not know "{typed}"{hint}')


def read_quoted(name: str, value: Value, start: int, context: Context) -> Term | None:
    """The term of a field that takes a run, its value in quotes."""
    typed = one_line(value.typed)
    if not typed:
        return None
    place = (start, value.end)
    term = _READERS[name](context, place, typed)
    if term is None and name == "actor" and (matches := context.vocabulary.resolve_whole(typed)):
        return context.actor_term(place, matches)
    return term or _unread(name, typed, place, context)


def read_longest(name: str, start: int, atoms: Sequence[Atom], context: Context) -> tuple[Term | None, int]:
    """The term of the longest run at the head of the atoms that the field can read, and how many it took.

    Raises PhraseError where a date is asked for and there is none, or one that is refused.
    """
    for length in range(min(len(atoms), 12), 0, -1):
        run = atoms[:length]
        typed = context.raw(run).rstrip(",;")
        term = _READERS[name](context, (start, run[-1].end), typed) if typed else None
        if term:
            return term, length
    typed = context.raw(atoms[:1])
    return _unread(name, typed, (start, atoms[0].end), context), 1


def _unread(name: str, typed: str, place: tuple[int, int], context: Context) -> Term:
    """What becomes of a value that the field's kind cannot read: a date is refused, a name finds nothing."""
    if name in _DATED:
        raise PhraseError(f'{name}: takes a date, and "{typed}" is none')
    kind = {"actor": "person", "source": "outlet"}.get(name, name)
    near = _near_outlets(typed, context) if name == "source" else ()
    return context.term(place, kind, f'"{typed}"', (), note="found nowhere", offers=near)


def _near_outlets(typed: str, context: Context) -> tuple[Offer, ...]:
    outlets = context.vocabulary.outlets()
    near = difflib.get_close_matches(fold(typed), outlets, _MOST_OUTLETS)
    return tuple(Offer(name, f'source:"{name}"') for name in dict.fromkeys(outlets[spelling] for spelling in near))


def _actor(context: Context, place: tuple[int, int], typed: str) -> Term | None:
    name = bare_name(typed)
    matches = context.vocabulary.resolve(name) if name else ()
    return context.actor_term(place, matches) if matches else None


def _country(context: Context, place: tuple[int, int], typed: str) -> Term | None:
    name = bare_name(typed)
    facts = context.vocabulary.knowledge()
    coded = facts.countries.get(f"country:{name.upper()}")
    if coded:
        match = NameMatch(coded.id, coded.name, ActorKind.COUNTRY, name, How.EXACT, 1.0)
        return context.actor_term(place, [match])
    for how in How:
        found = context.vocabulary.resolve(name, frozenset((how,))) if name else ()
        matches = [match for match in found if match.kind is ActorKind.COUNTRY]
        if matches:
            return context.actor_term(place, matches)
    return None


def _source(context: Context, place: tuple[int, int], typed: str) -> Term | None:
    """An outlet by its whole name, else those whose name begins so."""
    outlets = context.vocabulary.outlets()
    folded = fold(typed).strip(" .")
    exact = outlets.get(folded) or outlets.get(f"the {folded}")
    if exact:
        names = [exact]
    else:
        starts = (folded, f"the {folded}", f"www.{folded}")
        names = sorted({name for spelling, name in outlets.items() if folded and spelling.startswith(starts)})
    note = "ambiguous" if len(names) > 1 else ""
    return context.term(place, "outlet", either(names), map(FromOutlet, names), note=note) if names else None


def _spanned(make: Callable[[Span], tuple[str, Test]], kind: str) -> Reader:
    def read(context: Context, place: tuple[int, int], typed: str) -> Term | None:
        phrase = context.dates.phrase(typed, in_filter=False)
        if phrase.span is None:
            _refuse(phrase)
            return None
        prefix, test = make(phrase.span)
        return context.term(place, kind, f"{prefix} {phrase.read_as}".strip(), [test])

    return read


def _refuse(phrase: Phrase) -> None:
    """Refuses what begins as a date and is none, so that a field does not take the beginning of it."""
    if phrase.refusal:
        raise PhraseError(phrase.refusal)


def _added(context: Context, place: tuple[int, int], typed: str) -> Term | None:
    moments = context.dates.moments(typed)
    if moments is None:
        _refuse(context.dates.phrase(typed, in_filter=False))
        return None
    return context.term(place, "added", typed, [AddedIn(*moments)])


_READERS: dict[str, Reader] = {
    "actor": _actor,
    "country": _country,
    "source": _source,
    "on": _spanned(lambda span: ("", PublishedIn(span)), "date"),
    "since": _spanned(lambda span: ("since", PublishedIn(Span(span.start, None, Granularity.RANGE))), "date"),
    "until": _spanned(lambda span: ("until", PublishedIn(Span(None, span.end, Granularity.RANGE))), "date"),
    "about": _spanned(lambda span: ("", SpeaksOf(span)), "about"),
    "added": _added,
}
_DATED = frozenset(("on", "since", "until", "about", "added"))
