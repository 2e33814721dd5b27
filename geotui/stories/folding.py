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
from geotui.stories.leading import is_later_version, order
from geotui.stories.links import MOST_BORROWERS, PART_WORDS, has_other_opening, is_borrowed, is_digest, part_of
from geotui.stories.overlap import Overlap, Prepared
from geotui.stories.postings import Postings, Repeats
from geotui.stories.relations import judge

TEXTS_KEPT = 512
"""Texts made ready for comparison that are kept for the next one: leading copies of a run of candidates, some 30 MB."""


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
    related: dict[int, Relation] = field(default_factory=dict)
    is_digest: bool = False


class _Texts:
    """Texts ready for comparison, the last used ones kept."""

    def __init__(self, text_of: Callable[[int], str]) -> None:
        self._text_of = text_of
        self._kept: OrderedDict[int, Prepared] = OrderedDict()

    def overlap(self, one: _Group, other: _Group) -> tuple[Foldable, Foldable, Overlap]:
        """The shorter, the longer, and what they share; of two of one length the first in order counts as longer."""
        first, second = sorted((one, other), key=lambda group: (len(self.of(group).words), order(group.first)))
        return first.first, second.first, Overlap(self.of(first), self.of(second))

    def of(self, group: _Group) -> Prepared:
        """The text of a group."""
        key = group.first.key
        prepared = self._kept.pop(key, None) or Prepared(self._text_of(key))
        self._kept[key] = prepared
        if len(self._kept) > TEXTS_KEPT:
            self._kept.popitem(last=False)
        return prepared


def fold(items: Sequence[Foldable], text_of: Callable[[int], str]) -> tuple[Fold, ...]:
    """Folds articles into stories: each article is in exactly one, the stories in the order of their leading copies.

    `text_of` gives the text of an article by its `key` and is asked only for those that seem to be copies. The result
    depends neither on the order of `items` nor on their keys, as far as the items differ in anything else. Links are on
    both stories that they tie, with the same relation.
    """
    groups = sorted(_grouped(items), key=lambda group: order(group.first))
    folding = _Folding(groups, text_of)
    folding.take(groups)
    folding.part_digests()
    folding.link()
    stories = sorted(folding.stories, key=lambda story: order(story.leader.first))
    return tuple(_finished(story, folding.stories) for story in stories)


class _Folding:
    """Stories as they come about, with what is needed to find and compare them."""

    def __init__(self, groups: Sequence[_Group], text_of: Callable[[int], str]) -> None:
        sketches = [group.first.sketch for group in groups]
        self.stories: list[_Story] = []
        self._shared: dict[int, list[int]] = {}
        self._texts = _Texts(text_of)
        self._postings = Postings(Repeats(sketches, sum(len(sketch.hashes) for sketch in sketches)))

    def take(self, groups: Sequence[_Group]) -> None:
        """Puts groups, in order, each into the story that it is a copy of, else into one of its own."""
        while groups:
            before = len(self.stories)
            for group in groups:
                found = self._best(group)
                if found is None:
                    self._postings.post(len(self.stories), group.first.sketch)
                    self.stories.append(_Story(group))
                else:
                    found[0].others.append((group, found[1]))
            left = [group for number in range(before, len(self.stories)) for group in self._lead_by_latest(number)]
            groups = sorted(left, key=lambda group: order(group.first))

    def part_digests(self) -> None:
        """Takes the briefs out of what turns out to be a digest, and puts them where they belong."""
        left: list[_Group] = []
        for number, story in enumerate(self.stories):
            excerpts = [group for group, relation in story.others if relation is Relation.EXCERPT]
            if not excerpts and len(self._sharing(number)) < 2:
                continue
            story.is_digest = self._is_digest(number, excerpts)
            if story.is_digest:
                left += excerpts
                story.others = [one for one in story.others if one[1] is not Relation.EXCERPT]
        self.take(sorted(left, key=lambda group: order(group.first)))

    def link(self) -> None:
        """Ties stories that share a passage which is more than a quotation."""
        pairs = {(min(one, other), max(one, other)) for one in range(len(self.stories)) for other in self._sharing(one)}
        for one, other in sorted(pairs):
            story, linked = self.stories[one], self.stories[other]
            *_, overlap = self._texts.overlap(story.leader, linked.leader)
            relation = _link(story, linked, overlap)
            if relation is not None:
                story.related[other] = linked.related[one] = relation

    def _best(self, group: _Group) -> tuple[_Story, Relation] | None:
        """The story whose leading copy has most of this one, of equal ones the one that comes first."""
        compared = [
            (self.stories[number], *self._texts.overlap(group, self.stories[number].leader))
            for number in sorted(self._postings.candidates(group.first.sketch))
        ]
        copies = [
            (story, relation, overlap)
            for story, short, long, overlap in compared
            if (relation := judge(short, long, overlap)) is not None
            and not (story.is_digest and relation is Relation.EXCERPT)
        ]
        if not copies:
            return None
        story, relation, best = max(copies, key=lambda copy: copy[2].of_short)
        no_copies = [overlap for one, *_, overlap in compared if all(one is not copy[0] for copy in copies)]
        if has_other_opening(self._texts.of(group), best, no_copies):
            return None
        return story, relation

    def _lead_by_latest(self, number: int) -> list[_Group]:
        """Lets the latest version of the leading outlet lead; returns the groups that do not hold against it."""
        story = self.stories[number]
        versions = [
            group
            for group, relation in story.others
            if relation in (Relation.NEAR, Relation.UPDATE) and is_later_version(group.first, story.leader.first)
        ]
        if not versions:
            return []
        latest = max(versions, key=lambda group: group.first.day or date.min)
        others = [story.leader, *(group for group, _ in story.others if group is not latest)]
        story.leader, story.others = latest, []
        self._postings.post(number, latest.first.sketch)
        left = []
        for group in others:
            relation = judge(*self._texts.overlap(group, latest))
            if relation is None:
                left.append(group)
            else:
                story.others.append((group, relation))
        return left

    def _sharing(self, number: int) -> list[int]:
        """Stories that may share a passage with one; asked again, what was found before those that came since."""
        found = self._shared.get(number)
        if found is None:
            sketch = self.stories[number].leader.first.sketch
            found = self._postings.sharing(sketch, PART_WORDS, MOST_BORROWERS)
            found = self._shared[number] = [other for other in found if other != number]
        return found

    def _is_digest(self, number: int, excerpts: Sequence[_Group]) -> bool:
        leader = self.stories[number].leader
        reports = [self.stories[other].leader for other in self._sharing(number)]
        parts = [
            part_of(self._texts.of(leader), self._texts.overlap(leader, group)[2], excerpt=group in excerpts)
            for group in (*reports, *excerpts)
        ]
        return is_digest([part for part in parts if part is not None])


def _link(story: _Story, other: _Story, overlap: Overlap) -> Relation | None:
    if story.is_digest or other.is_digest:
        return Relation.DIGEST if overlap.words >= PART_WORDS else None
    return Relation.QUOTES if is_borrowed(overlap) else None


def _grouped(items: Sequence[Foldable]) -> list[_Group]:
    by_id: defaultdict[str, list[Foldable]] = defaultdict(list)
    for item in items:
        by_id[item.id].append(item)
    return [_Group(sorted(articles, key=order)) for articles in by_id.values()]


def _finished(story: _Story, stories: Sequence[_Story]) -> Fold:
    lead, *identical = story.leader.articles
    others = sorted(story.others, key=lambda other: order(other[0].first))
    copies = [Folded(lead.key, Relation.LEADING)]
    copies += [Folded(item.key, Relation.IDENTICAL) for item in identical]
    copies += [Folded(item.key, relation) for group, relation in others for item in group.articles]
    related = [(stories[number].leader.first, relation) for number, relation in story.related.items()]
    related.sort(key=lambda link: order(link[0]))
    return Fold(tuple(copies), tuple(Folded(item.key, relation) for item, relation in related))
