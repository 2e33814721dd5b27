"""Where a filter finds nothing, what would: which part of it is to blame, and how many stories there are without it.

Each part of the filter is a predicate of a sentence (`names Lavrov`, `is unread`) or stands beside its subject (`of
March 2022`). What must not be in here: how the words of a part were read; see `wording`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geotui.knowledge import Knowledge
from geotui.model import Graded, Granularity
from geotui.query.evaluation import Found, both, evaluate_node
from geotui.query.nodes import (
    AddedIn,
    And,
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
from geotui.query.wording import is_passage, meaning, short, surnames, typed

_MONTHS = {
    name[:3]: name
    for name in (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
}
_OTHER = {
    Granularity.DAY: "on other days",
    Granularity.WEEK: "in other weeks",
    Granularity.MONTH: "in other months",
    Granularity.QUARTER: "in other quarters",
    Granularity.YEAR: "in other years",
    Granularity.DECADE: "in other decades",
    Granularity.RANGE: "at other times",
}
_FLAGS = {
    "copies": ("has copies", "have copies"),
    "note": ("has a note", "have a note"),
    "event": ("has an event", "have an event"),
    "undated": ("has no date", "have no date"),
    "updated": ("has changed since it was read", "have changed since they were read"),
    "new": ("is new", "are new"),
}
_ENDINGS = ("s", "es", "ed", "ing", "er", "ers")
_SHORTEST_STEM = 3
_MOST_OFFERED = 2
_MOST_TOLD = 4
"""A sentence that names more parts than that is not read."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a filter in words: a predicate for one story and for many, or words that stand `beside` the subject.

    `names`: whom it names, if that is all it asks. `elsewhere`: where stories are that fit all but this date.
    """

    node: Node
    one: str = ""
    many: str = ""
    beside: str = ""
    names: str = ""
    elsewhere: str = ""

    @property
    def hides(self) -> bool:
        """Whether it is there to leave stories out."""
        return isinstance(self.node, Not) or _is_flag(self.node, "unread") or _is_flag(self.node, "new")

    def predicate(self, count: int) -> str:
        """What one story, or so many, would do."""
        if self.beside:
            return f"{'is' if count == 1 else 'are'} {self.beside}"
        return self.one if count == 1 else self.many


def hidden(filter_: Filter, postings: Postings, found: Found) -> str:
    """How many more fit all but that they were read: `2 more are hidden by is:unread`; empty where none."""
    nodes = _parts(filter_.root)
    for at, node in enumerate(nodes):
        if _is_flag(node, "unread") or (isinstance(node, Not) and _is_flag(node.part, "read")):
            others = [evaluate_node(other, postings, found) for other in nodes[:at] + nodes[at + 1 :]]
            fitting = both(others, postings.everything()).likely
            count = len(fitting - evaluate_node(node, postings, found).likely)
            return _hidden(f"{count:,}", node) if count else ""
    return ""


def advise(filter_: Filter, postings: Postings, facts: Knowledge, found: Found | None = None) -> str:
    """Where nothing matches, not even possibly, what would; empty where something does, but for parts of a passage.

    `no story of March 2022 names Lavrov; 4 in other months`. Counts are of the stories that would be listed, the merely
    possible ones where there are no others.
    """
    known: Found = {} if found is None else found
    nodes = _parts(filter_.root)
    graded = [evaluate_node(node, postings, known) for node in nodes]
    everything = postings.everything()
    if not nodes:
        return ""
    if possible := both(graded, everything).possible:
        carried = [one.likely for node, one in zip(nodes, graded, strict=True) if is_passage(node)]
        return "" if not carried or possible & carried[0] else _parts_of_a_passage(len(possible))
    say = _Saying(surnames(filter_, facts))
    parts = [say.part(node) for node in nodes]
    absent = [part for part, alone in zip(parts, graded, strict=True) if not alone.possible and not part.elsewhere]
    if absent:
        rest = both((alone for alone in graded if alone.possible), everything)
        others = f"; {_count(rest)} without that" if len(absent) < len(parts) and rest.possible else ""
        told = [_no_story([part]) + _meant(part.node) + _forms(part.node, postings) for part in absent]
        return "; ".join(told) + others
    fewer = [both(graded[:at] + graded[at + 1 :], everything) for at in range(len(graded))]
    helpful = list(say.helpful(parts, fewer))
    if not helpful:
        alone = (f"{_count(one)} {part.predicate(_size(one))}" for part, one in zip(parts, graded, strict=True))
        return f"{_no_story(parts)}; of each alone, {', '.join(alone)}"
    return f"{_no_story(parts)}; {', '.join(helpful)}"


def _parts_of_a_passage(count: int) -> str:
    return f"no story carries the passage; {count:,} {'carries' if count == 1 else 'carry'} a part of it"


def _forms(node: Node, postings: Postings) -> str:
    """Of a word that no text has, the form that most texts have: `; 5 have "protests"`."""
    if not (isinstance(node, Term) and len(node.tests) == 1 and isinstance(test := node.tests[0], HasWords)):
        return ""
    if len(test.words) != 1 or test.where is not Where.TEXT:
        return ""
    word = test.words[0]
    stems = {word, *(word.removesuffix(ending) for ending in _ENDINGS)}
    forms = {stem + ending for stem in stems if len(stem) >= _SHORTEST_STEM for ending in ("", *_ENDINGS)} - {word}
    stories, form = max((len(postings.text((form,))), form) for form in sorted(forms)) if forms else (0, "")
    return f'; {stories:,} {"has" if stories == 1 else "have"} "{form}"' if stories else ""


def _parts(root: Node) -> tuple[Node, ...]:
    return root.parts if isinstance(root, And) else (root,)


def _is_flag(node: Node, name: str) -> bool:
    return isinstance(node, Term) and node.tests == (HasFlag(name),)


def _hidden(count: str, node: Node) -> str:
    return f"{count} more {'is' if count == '1' else 'are'} hidden by {typed(node)}"


def _size(found: Graded) -> int:
    return len(found.likely or found.possible)


def _count(found: Graded) -> str:
    return f"{_size(found):,}{'' if found.likely else ' possible'}"


def _no_story(parts: Sequence[_Part]) -> str:
    """`no story of March 2022 names both Lavrov and Putin`."""
    if len(parts) > _MOST_TOLD:
        return "no story fits all of this"
    beside = [part.beside for part in parts if part.beside]
    names = [part.names for part in parts if part.names]
    predicates = [f"names {_all_of(names)}"] if names else []
    predicates += [part.one for part in parts if not part.beside and not part.names]
    if not predicates:
        predicates.append(f"is {beside.pop()}")
    return " ".join(("no story", *beside, " and ".join(predicates)))


def _meant(node: Node) -> str:
    """What words that nothing bears were perhaps meant for."""
    offers = node.reading.offers if isinstance(node, Term) and "found nowhere" in node.reading.note else ()
    return f", perhaps {' or '.join(offer.label for offer in offers[:_MOST_OFFERED])} is meant" if offers else ""


def _all_of(names: Sequence[str]) -> str:
    if any(" or " in name for name in names):
        return " and names ".join(names)
    if len(names) <= 2:
        return f"both {names[0]} and {names[1]}" if len(names) == 2 else names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _all_tests(node: Node) -> tuple[Test, ...]:
    if isinstance(node, Term):
        return node.tests
    return tuple(test for part in node.parts for test in _all_tests(part)) if isinstance(node, Or) else ()


@dataclass(frozen=True, slots=True)
class _Saying:
    """Puts parts of one filter in words. `families`: actor id → the surname that is enough for it."""

    families: Mapping[str, str]

    def helpful(self, parts: Sequence[_Part], fewer: Sequence[Graded]) -> Iterator[str]:
        """What each part left out would find. Of two parts a date or an exclusion is what a reader gives up."""
        if len(parts) == 2 and not any(part.elsewhere or part.hides for part in parts):
            for part, alone in zip(parts, reversed(fewer), strict=True):
                yield f"{_count(alone)} {part.predicate(_size(alone))}"
            return
        for part, rest in zip(parts, fewer, strict=True):
            if rest.possible and part.elsewhere:
                yield f"{_count(rest)} {part.elsewhere}"
            elif rest.possible and part.hides:
                yield _hidden(_count(rest), part.node)
            elif rest.possible and len(parts) > 2:
                yield f"{_count(rest)} without {short(part.node, self.families)}"

    def part(self, node: Node) -> _Part:
        """A part of the filter in words."""
        if isinstance(node, Not):
            inner = self.part(node.part)
            if inner.names:
                return _Part(node, f"does not name {inner.names}", f"do not name {inner.names}")
            return _Part(node, f"fits {typed(node)}", f"fit {typed(node)}")
        tests = _all_tests(node)
        if not tests or len({type(test) for test in tests}) > 1:
            return self._of_several_kinds(node)
        return self._of_one_kind(node, tests)

    def _of_several_kinds(self, node: Node) -> _Part:
        """A group, or a word that may be one thing or another; a value that the field's kind does not know."""
        if not isinstance(node, Term):
            return _Part(node, f"fits {typed(node)}", f"fit {typed(node)}")
        means = meaning(node.reading)
        if node.reading.kind == "outlet" and node.tests:
            return _Part(node, f"is from or names {means}", f"are from or name {means}")
        if node.reading.kind == "outlet":
            return _Part(node, beside=f"from {means}")
        if node.reading.kind in ("person", "country", "organisation"):
            return _Part(node, f"names {means}", f"name {means}", names=means)
        return _Part(node, f"has {means}", f"have {means}")

    def _of_one_kind(self, node: Node, tests: Sequence[Test]) -> _Part:
        means = short(node, self.families)
        match tests[0]:
            case NamesActor():
                return _Part(node, f"names {means}", f"name {means}", names=means)
            case PublishedIn():
                return _dated(node, means, tests)
            case FromOutlet():
                return _Part(node, beside=f"from {means}")
            case SpeaksOf():
                return _Part(node, means.replace("naming", "names", 1), means.replace("naming", "name", 1))
            case AddedIn():
                return _Part(node, f"was {means}", f"were {means}")
            case HasTag():
                return _Part(node, f"is {means}", f"are {means}")
            case HasFlag(name) if len(tests) == 1:
                one, many = _FLAGS.get(name, (f"is {name}", f"are {name}"))
                return _Part(node, one, many)
            case Carries():
                return _Part(node, "carries the passage", "carry the passage")
            case HasWords() | HasUrl():
                return _Part(node, f"has {means}", f"have {means}")
        return _Part(node, f"fits {typed(node)}", f"fit {typed(node)}")


def _dated(node: Node, means: str, tests: Sequence[Test]) -> _Part:
    sizes = {test.span.granularity for test in tests if isinstance(test, PublishedIn)}
    size = sizes.pop() if len(sizes) == 1 else Granularity.RANGE
    if size is Granularity.MONTH:
        means = " ".join(_MONTHS.get(word, word) for word in means.split())
    beside = means if means.startswith(("since", "until")) else f"of {means}"
    return _Part(node, beside=beside, elsewhere=_OTHER[size])
