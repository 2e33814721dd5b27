"""What the words under the cursor may become, and how many stories each choice would list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from geotui import query
from geotui.errors import PhraseError
from geotui.model import Choice, Graded
from geotui.query import Candidate, Filter, Postings
from geotui.query.nodes import And, Node, Not, Or, Term, Test

_MOST = 12
_MOST_VALUES = 8
_HOLE = 'source:"¤"'
"""Stands in a filter where a candidate will: a term of its own, whatever stands beside it."""

Read = Callable[[str], Filter]


def choices(
    text: str,
    candidates: Iterable[Candidate],
    possible: bool,
    read: Read,
    postings: Postings,
    settled: Filter | None = None,
) -> tuple[Choice, ...]:
    """The candidates with their counts: the likeliest first, no two with the same meaning, none that changes nothing.

    `read` reads a filter, raising PhraseError; `possible`: those that are only possible are counted, too; `settled`:
    the filter as it is read where nothing under the cursor is doubtful: a name that means the same is no choice.
    """
    counting = _Counting(text, possible, read, postings)
    taken: set[object] = {text.strip()}
    as_read = None if settled is None else _shape(settled.root)
    found: list[Choice] = []
    for candidate in candidates:
        choice = candidate.taken(text)
        node = None if _asks_nothing(candidate) else counting.tree(candidate)
        meaning: object = choice.text.strip() if node is None else _shape(node)
        if meaning in taken or choice.text.strip() in taken or (candidate.kind == "name" and meaning == as_read):
            continue
        taken.add(meaning)
        found.append(choice if node is None else replace(choice, count=counting.count(node)))
    return tuple(_in_order(found)[:_MOST])


def readable(text: str, read: Read) -> Filter | None:
    """The filter, None where it is refused."""
    try:
        return read(text)
    except PhraseError:
        return None


class _Counting:
    """Counts what filters find that differ in one place: the rest is read and looked up once."""

    def __init__(self, text: str, possible: bool, read: Read, postings: Postings) -> None:
        self._text = text
        self._possible = possible
        self._read = read
        self._postings = postings
        self._around: dict[tuple[int, int], Filter | None] = {}
        self._found: dict[Test, Graded] = {}

    def tree(self, candidate: Candidate) -> Node | None:
        """The filter with the candidate in its place; None where it is refused."""
        place = (candidate.start, candidate.end)
        if place not in self._around:
            around = self._text[: candidate.start] + _HOLE + self._text[candidate.end :]
            self._around[place] = readable(around, self._read)
        around_it = self._around[place]
        own = readable(candidate.replacement, self._read)
        if around_it is not None and own is not None:
            filled = _filled(around_it.root, candidate.start, own.root)
            if filled != around_it.root:
                return filled
        whole = readable(candidate.taken(self._text).text, self._read)
        return whole.root if whole else None

    def count(self, node: Node) -> int:
        """How many stories it would list."""
        found = query.evaluate_node(node, self._postings, self._found)
        return len(found.possible if self._possible else found.likely)


def _filled(node: Node, place: int, own: Node) -> Node:
    """A tree with another one in the place of the term that begins there."""
    if isinstance(node, Term):
        return own if node.reading.start == place and not node.tests else node
    if isinstance(node, Not):
        return Not(_filled(node.part, place, own))
    parts = tuple(_filled(part, place, own) for part in node.parts)
    return Or(parts) if isinstance(node, Or) else And(parts)


def _shape(node: Node) -> tuple[object, ...]:
    """What a filter asks, whatever its words: filters of one shape find the same."""
    if isinstance(node, Term):
        return ("term", frozenset(node.tests))
    if isinstance(node, Not):
        return ("not", _shape(node.part))
    return (type(node).__name__, *map(_shape, node.parts))


def _asks_nothing(candidate: Candidate) -> bool:
    return candidate.kind == "field" or candidate.replacement.startswith("sort:")


def _in_order(found: Sequence[Choice]) -> list[Choice]:
    """As they came, but that of many values those with most stories count, and what finds none comes behind."""
    values = [choice for choice in found if choice.kind == "value"]
    if len(values) > _MOST_VALUES:
        found = sorted(values, key=lambda choice: -(choice.count or 0))[:_MOST_VALUES]
    places = {"name": 0, "value": 0, "reading": 1, "field": 2}
    return sorted(found, key=lambda choice: (places[choice.kind], choice.count == 0))
