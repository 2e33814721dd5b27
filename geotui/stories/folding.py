"""Which articles are one story, which copy leads it, and what the others are to it.

Longest first, each article joins a story only if it holds against that story's leading copy itself, never a chain of
copies: a brief inside two long reports does not make them one. What must not be in here: how two texts are compared.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from geotui.model import Fold, Foldable, Folded, Relation
from geotui.stories.overlap import Overlap, Prepared
from geotui.stories.postings import Postings, Repeats
from geotui.stories.relations import judge

TEXTS_KEPT = 512
"""Texts made ready for comparison that are kept for the next one: leading copies of a run of candidates, some 30 MB."""

CUT_OFF_WORTH = 0.5
"""A text cut at a paywall leads one that has all its words only if it is twice as long."""


@dataclass(slots=True)
class _Group:
    """All articles of one content id, which are judged once; `articles` in the order in which they would lead."""

    articles: list[Foldable]

    @property
    def first(self) -> Foldable:
        return self.articles[0]

    @property
    def words(self) -> int:
        return self.first.sketch.words


@dataclass(slots=True)
class _Story:
    """A story in the making: the group that leads it, and the others with what they are to it."""

    leader: _Group
    others: list[tuple[_Group, Relation]] = field(default_factory=list)


class _Texts:
    """Texts ready for comparison, the last used ones kept."""

    def __init__(self, text_of: Callable[[int], str]) -> None:
        self._text_of = text_of
        self._kept: OrderedDict[int, Prepared] = OrderedDict()

    def overlap(self, one: _Group, other: _Group) -> tuple[Foldable, Foldable, Overlap]:
        """The shorter, the longer, and what they share; of two of one length the first in order counts as longer."""
        first, second = sorted((one, other), key=lambda group: (len(self._of(group).words), _order(group.first)))
        return first.first, second.first, Overlap(self._of(first), self._of(second))

    def _of(self, group: _Group) -> Prepared:
        key = group.first.key
        prepared = self._kept.pop(key, None) or Prepared(self._text_of(key))
        self._kept[key] = prepared
        if len(self._kept) > TEXTS_KEPT:
            self._kept.popitem(last=False)
        return prepared


def fold(items: Sequence[Foldable], text_of: Callable[[int], str]) -> tuple[Fold, ...]:
    """Folds articles into stories: each article is in exactly one, the stories in the order of their leading copies.

    `text_of` gives the text of an article by its `key` and is asked only for those that seem to be copies. The result
    depends neither on the order of `items` nor on their keys, as far as the items differ in anything else.
    """
    groups = sorted(_grouped(items), key=lambda group: _order(group.first))
    repeats = Repeats((group.first.sketch for group in groups), sum(len(group.first.sketch.hashes) for group in groups))
    texts = _Texts(text_of)
    postings = Postings(repeats)
    stories: list[_Story] = []
    for group in groups:
        found = _best(group, stories, postings, texts)
        if found is None:
            postings.add(len(stories), group.first.sketch)
            stories.append(_Story(group))
        else:
            found[0].others.append((group, found[1]))
    return tuple(_finished(story) for story in stories)


def _grouped(items: Sequence[Foldable]) -> list[_Group]:
    by_id: defaultdict[str, list[Foldable]] = defaultdict(list)
    for item in items:
        by_id[item.id].append(item)
    return [_Group(sorted(articles, key=_order)) for articles in by_id.values()]


def _order(item: Foldable) -> tuple[float, date, str, str, str, tuple[str, ...]]:
    """Leading copies first: longest, then earliest; the rest only so that there is one order."""
    worth = item.sketch.words * (CUT_OFF_WORTH if item.cut_off else 1)
    return (-worth, item.day or date.max, item.id, item.title, item.source or "", item.order)


def _best(group: _Group, stories: list[_Story], postings: Postings, texts: _Texts) -> tuple[_Story, Relation] | None:
    """The story whose leading copy has most of this one, of equal ones the one that comes first."""
    best: tuple[float, _Story, Relation] | None = None
    for number in sorted(postings.candidates(group.first.sketch)):
        short, long, overlap = texts.overlap(group, stories[number].leader)
        relation = judge(short, long, overlap)
        if relation is not None and (best is None or overlap.of_short > best[0]):
            best = (overlap.of_short, stories[number], relation)
    return best[1:] if best else None


def _finished(story: _Story) -> Fold:
    lead, *identical = story.leader.articles
    copies = [Folded(lead.key, Relation.LEADING)]
    copies += [Folded(item.key, Relation.IDENTICAL) for item in identical]
    copies += [Folded(item.key, relation) for group, relation in story.others for item in group.articles]
    return Fold(tuple(copies))
