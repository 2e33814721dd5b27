"""A filter in words: what was understood, each word with its kind, and what would match where nothing does."""

from __future__ import annotations

from geotui.model import Graded, TermReading
from geotui.query.context import NOTHING_YET, same
from geotui.query.evaluation import both, evaluate_node
from geotui.query.nodes import And, Filter, Node, Not, Or, Term
from geotui.query.ports import Postings


def sentence(filter_: Filter) -> str:
    """What was understood: `Volodymyr Zelenskyy (person, "zelensku", misspelled) and Feb 2022 (date)`."""
    said = _said(filter_.root)
    if filter_.root == And(()):
        silent = [f"{term.meaning} {term.note}" for term in filter_.terms if term.note]
        said = f"everything ({', '.join(silent)})" if silent else "everything"
    else:
        said = "; ".join([said, *(f"{term.meaning} ({NOTHING_YET})" for term in filter_.terms if _waits(term))])
    orders = [term.meaning for term in filter_.terms if term.kind == "sort" and not _waits(term)]
    return f"{said}, {orders[-1]}" if orders else said


def _waits(term: TermReading) -> bool:
    return term.note == NOTHING_YET


def _said(node: Node, inside: bool = False) -> str:
    if isinstance(node, Term):
        return _term(node.reading)
    if isinstance(node, Not):
        return f"not {_said(node.part, inside=True)}"
    joined = (" or " if isinstance(node, Or) else " and ").join(_said(part, inside=True) for part in node.parts)
    return f"({joined})" if inside else joined


def _term(term: TermReading) -> str:
    typed = term.typed.partition(":")[2] if ":" in term.typed and term.kind != "text" else term.typed
    typed = typed.strip(' "“”')
    meant = term.meaning.strip('"')
    aside = [term.kind]
    if not same(typed, meant) and term.kind in ("person", "country", "organisation", "outlet"):
        aside.append(f'"{typed}"')
    if term.note:
        aside.append(term.note)
    return f"{term.meaning} ({', '.join(aside)})"


def advise(filter_: Filter, postings: Postings) -> str:
    """Where nothing matches, not even possibly, what would: how many stories there are with one part left out.

    Counts are of the stories that would be listed, the merely possible ones where there are no others.
    """
    parts = filter_.root.parts if isinstance(filter_.root, And) else (filter_.root,)
    found = [evaluate_node(part, postings, {}) for part in parts]
    everything = postings.everything()
    whole = both(found, everything)
    if whole.possible or not parts:
        return ""
    if len(parts) == 1:
        return f"no story fits {short(parts[0])}"
    fewer = [both(found[:i] + found[i + 1 :], everything) for i in range(len(found))]
    helpful = [
        f"without {short(part)}: {_count(rest)}" for part, rest in zip(parts, fewer, strict=True) if rest.possible
    ]
    if helpful:
        return "; ".join(helpful)
    alone = [f"{short(part)}: {_count(rest)}" for part, rest in zip(parts, found, strict=True)]
    return f"alone, {'; '.join(alone)}"


def _count(found: Graded) -> str:
    return str(len(found.likely)) if found.likely else f"{len(found.possible)} possible" if found.possible else "none"


def short(node: Node) -> str:
    """A part of a filter in few words: what it means, without kinds and notes; what is excluded, as typed."""
    if isinstance(node, Term):
        return node.reading.meaning
    if isinstance(node, Not):
        return f"-{_typed(node.part)}"
    return (" or " if isinstance(node, Or) else " and ").join(short(part) for part in node.parts)


def _typed(node: Node) -> str:
    if isinstance(node, Term):
        return node.reading.typed
    if isinstance(node, Not):
        return f"-{_typed(node.part)}"
    return f"({(' or ' if isinstance(node, Or) else ' ').join(map(_typed, node.parts))})"


def sentences(filter_: Filter) -> tuple[str, ...]:
    """What was understood, for a screen: the longest first."""
    return (sentence(filter_),)
