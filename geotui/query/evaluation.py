"""A filter → the graded set of stories that it finds: algebra on three nested sets.

`sure` ⊆ `likely` ⊆ `possible`. *And* and *or* work on each by itself, so a match is as sure as its weakest part; of
*not*, what is possible stays possible. What must not be in here: words for the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from typing import TypeAlias

from pyroaring import BitMap

from geotui.model import Graded
from geotui.query.nodes import (
    AddedIn,
    Carries,
    Filter,
    FromOutlet,
    HasFlag,
    HasTag,
    HasUrl,
    HasWords,
    NamesActor,
    Node,
    Not,
    Or,
    PublishedIn,
    SpeaksOf,
    Term,
    Test,
    Where,
)
from geotui.query.ports import Postings

Found: TypeAlias = MutableMapping[Test, Graded]
"""What tests have found, so that filters that share them look each up once."""


def evaluate(filter_: Filter, postings: Postings, found: Found | None = None) -> Graded:
    """The stories that the filter finds; an empty filter finds all, surely. `found` is looked up and added to."""
    return evaluate_node(filter_.root, postings, {} if found is None else found)


def evaluate_node(node: Node, postings: Postings, found: Found) -> Graded:
    """The stories that one part of a filter finds."""
    if isinstance(node, Term):
        return either(_looked_up(test, postings, found) for test in node.tests)
    if isinstance(node, Not):
        return without(evaluate_node(node.part, postings, found), postings.everything())
    parts = (evaluate_node(part, postings, found) for part in node.parts)
    return either(parts) if isinstance(node, Or) else both(parts, postings.everything())


def _looked_up(test: Test, postings: Postings, found: Found) -> Graded:
    if test not in found:
        found[test] = _test(test, postings)
    return found[test]


def both(parts: Iterable[Graded], everything: BitMap) -> Graded:
    """What all parts find; everything where there are none."""
    found = Graded.certain(everything)
    for part in parts:
        found = _each(BitMap.__and__, found, part)
    return found


def either(parts: Iterable[Graded]) -> Graded:
    """What any part finds; nothing where there are none."""
    found = Graded.certain(BitMap())
    for part in parts:
        found = _each(BitMap.__or__, found, part)
    return found


def without(found: Graded, everything: BitMap) -> Graded:
    """What is not found: surely where it is not even possible, possibly where it is not sure."""
    surely = everything - found.possible
    return Graded(surely, surely, everything - found.sure)


def _each(operation: Callable[[BitMap, BitMap], BitMap], a: Graded, b: Graded) -> Graded:
    return Graded(operation(a.sure, b.sure), operation(a.likely, b.likely), operation(a.possible, b.possible))


def _test(test: Test, postings: Postings) -> Graded:
    match test:
        case NamesActor(actor):
            return postings.actor(actor)
        case PublishedIn(span):
            return postings.published(span)
        case SpeaksOf(span):
            return Graded.certain(postings.about(span))
        case AddedIn(start, end):
            return Graded.certain(postings.added(start, end))
        case FromOutlet(name):
            return Graded.certain(postings.outlet(name))
        case HasWords(words, where):
            look = {Where.TEXT: postings.text, Where.TITLE: postings.title, Where.NOTE: postings.note}[where]
            return Graded.certain(look(words))
        case Carries(passage):
            return postings.passage(passage)
        case HasUrl(part):
            return Graded.certain(postings.url(part))
        case HasTag(name):
            return Graded.certain(postings.tag(name))
        case HasFlag(name):
            return Graded.certain(postings.flag(name))
