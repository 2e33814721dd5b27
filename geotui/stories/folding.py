"""Which articles are one story, which copy leads it, and what the others are to it.

Longest first, each article joins a story only if it holds against that story's leading copy itself, never a chain of
copies: a brief inside two long reports does not make them one. Two passes: the drafts, and the stories proper, in which
the latest version of the leading outlet takes the lead and digests give back their briefs.

What becomes of an article is told by those before it that share hashes with it and lead. So a change is followed from
article to article, in their order, as far as it goes: the outcome is that of folding all anew.

What must not be in here: how two texts are compared, and where anything is kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TypeAlias

from pyroaring import BitMap

from geotui.model import Fold, Foldable, Folded, Relation, Sketch
from geotui.stories.leading import is_later_version, order
from geotui.stories.links import has_other_opening, is_brief, is_digest, part_of, tie
from geotui.stories.overlap import Overlap, Prepared
from geotui.stories.postings import MOST_COMMON, Archive, Postings, Turn
from geotui.stories.relations import closest, judge
from geotui.stories.standing import Joined, Links, Standing, State

TEXTS_KEPT = 512
"""Texts made ready for comparison that are kept for the next one: leading copies of a run of candidates, some 30 MB."""

OVERLAPS_KEPT = 256
"""Comparisons that are kept, since drafts, stories and links often ask for the same."""

MUCH_SHORTER = 0.8
"""A copy with more than this part of the leader's words is no brief in it, so that it need not be compared again."""

MANY_HOLDERS = 2 * MOST_COMMON
"""Of so many texts not every two are looked at."""

_VERSIONS = (Relation.NEAR, Relation.UPDATE)

Place: TypeAlias = tuple[tuple[object, ...], int]


class _Texts:
    """Texts ready for comparison, and comparisons, the last used ones kept."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._kept: OrderedDict[int, Prepared] = OrderedDict()
        self._overlaps: OrderedDict[tuple[int, int], tuple[Foldable, Foldable, Overlap]] = OrderedDict()

    def overlap(self, one: int, other: int) -> tuple[Foldable, Foldable, Overlap]:
        """The shorter, the longer, and what they share; of two of one length the first in order counts as longer."""
        pair = (min(one, other), max(one, other))
        found = self._overlaps.pop(pair, None) or self._compared(one, other)
        self._overlaps[pair] = found
        if len(self._overlaps) > OVERLAPS_KEPT:
            self._overlaps.popitem(last=False)
        return found

    def _compared(self, one: int, other: int) -> tuple[Foldable, Foldable, Overlap]:
        texts = [(self.of(key), self._archive.article(key)) for key in (one, other)]
        (short, short_item), (long, long_item) = sorted(texts, key=lambda text: (len(text[0].words), order(text[1])))
        return short_item, long_item, Overlap(short, long)

    def of(self, key: int) -> Prepared:
        """The text of an article."""
        prepared = self._kept.pop(key, None) or Prepared(self._archive.text(key))
        self._kept[key] = prepared
        if len(self._kept) > TEXTS_KEPT:
            self._kept.popitem(last=False)
        return prepared


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed in an archive. `changed`: keys that are new or not as they were, `gone`: keys no longer there.

    `old`: the sketches that both had, where they had any; `stirred`: other keys that are to be looked at again.
    """

    changed: Collection[int]
    gone: Collection[int]
    old: Mapping[int, Sketch]
    stirred: Collection[int]


class Folding:
    """Folds the articles of an archive, from nothing or from where it stood."""

    def __init__(self, archive: Archive, state: State) -> None:
        """Changes the state, which is that of the archive as it was."""
        self._archive = archive
        self._state = state
        self._postings = Postings(archive)
        self._texts = _Texts(archive)

    def fold(self, keys: Iterable[int]) -> None:
        """Folds all articles, given in their order (`leading.order`), from nothing."""
        state = self._state
        for key in keys:
            state.drafts.put(key, self._best(key, state.drafts, self._order))
        found: dict[int, list[int]] = {}
        unsettled = self._adjust(state.drafts.leads, found)
        state.stories = state.drafts.copy()
        self._settle(state.stories, unsettled, self._place)
        turn = Turn(state.drafts.leads, state.stories.leads, {}, ())
        tied = self._postings.regrouped(turn, BitMap(found), partners=True)
        for key in tied:
            found.pop(key, None)
        self._link(tied.union(found), found)

    def stirred_by(self, key: int, sketch: Sketch) -> set[int]:
        """Whose stories may change where an article with this sketch goes or changes; asked before others come."""
        if key not in self._state.drafts.leads and key not in self._state.stories.leads:
            return set()
        return self._near(key, sketch)

    def turned_by(self, holders: Collection[int]) -> set[int]:
        """Whose stories may change where a hash of these texts has become common or has ceased to be."""
        return set(holders) if len(holders) > MANY_HOLDERS else self._postings.alike(holders)

    def refold(self, change: Change) -> None:
        """Folds what a change touches."""
        state = self._state
        drafts, stories = state.drafts, state.stories
        gone = set(change.gone)
        stirred = set(change.stirred).union(change.changed)
        for key in change.changed:
            if key in change.old:
                stirred |= self.stirred_by(key, self._archive.article(key).sketch)
        before = drafts.leads.copy(), stories.leads.copy()
        for standing in (drafts, stories):
            standing.begin()
            for key in gone:
                stirred.update(standing.members.get(key) or ())
                standing.remove(key)
        stirred -= gone
        self._settle(drafts, stirred, self._order)
        turn = Turn(before[0], drafts.leads, change.old, gone)
        touched = self._postings.regrouped(turn, state.made_up, partners=True)
        touched.update(drafts.touched, (drafts.leader(key) for key in stirred))
        unsettled = self._adjust(touched, {})
        self._settle(stories, unsettled.union(drafts.moved, stirred) - gone, self._place)
        turn = Turn(before[1], stories.leads, change.old, gone)
        tied = self._postings.regrouped(turn, state.tied, partners=False)
        self._link(tied.union(unsettled, stirred, gone), {})

    def story(self, leader: int) -> Fold:
        """The story that an article leads."""
        archive, state = self._archive, self._state
        lead, *identical = archive.alike(leader)
        copies = [Folded(lead, Relation.LEADING), *(Folded(one, Relation.IDENTICAL) for one in identical)]
        others = sorted(state.stories.of(leader), key=lambda other: order(archive.article(other[0])))
        copies += [Folded(one, relation) for key, relation in others for one in archive.alike(key)]
        related = [(archive.article(key), relation) for key, relation in (state.links.get(leader) or {}).items()]
        related.sort(key=lambda link: order(link[0]))
        return Fold(tuple(copies), tuple(Folded(item.key, relation) for item, relation in related))

    def _order(self, key: int) -> Place:
        """The place of an article among drafts."""
        return order(self._archive.article(key)), 0

    def _place(self, key: int) -> Place:
        """Its place among stories: a latest version takes that of the one that led the draft, which comes next."""
        leader = self._state.drafts.leader(key)
        latest = self._state.latest.get(leader)
        if latest is None or key not in (leader, latest):
            return self._order(key)
        return self._order(leader)[0], int(key == leader)

    def _near(self, key: int, sketch: Sketch | None = None) -> set[int]:
        likely = self._postings.likely(sketch or self._archive.article(key).sketch)
        return {other for other, _ in likely if other != key}

    def _settle(self, standing: Standing, keys: Collection[int], place: Callable[[int], Place]) -> None:
        """Puts articles anew, and those after them for which it makes a difference."""
        queue = [(place(key), key) for key in keys]
        heapify(queue)
        queued = set(keys)
        while queue:
            here, key = heappop(queue)
            led = key in standing.leads
            standing.put(key, self._best(key, standing, place))
            if led == (key in standing.leads):
                continue
            for other in self._near(key) - queued:
                if (there := place(other)) > here:
                    heappush(queue, (there, other))
                    queued.add(other)

    def _best(self, key: int, standing: Standing, place: Callable[[int], Place]) -> Joined | None:
        """The leader that has most of this article, of equal ones the closest; None where it leads."""
        here = place(key)
        item = self._archive.article(key)
        likely = self._postings.likely(item.sketch, standing.leads)
        earlier = [one for one in likely if one[0] != key and place(one[0]) < here]
        if not earlier:
            return None
        is_draft = standing is self._state.drafts
        copies: list[tuple[int, Relation, Overlap]] = []
        no_copies: list[Overlap] = []
        for leader in self._postings.likeliest(earlier, place):
            short, long, overlap = self._texts.overlap(key, leader)
            relation = judge(short, long, overlap)
            if relation is None or (not is_draft and self._leads_as_digest(leader) and is_brief(overlap)):
                no_copies.append(overlap)
            elif is_draft or relation not in _VERSIONS or not is_later_version(item, self._archive.article(leader)):
                copies.append((leader, relation, overlap))
        if not copies:
            return None
        leader, relation, best = copies[closest([overlap for *_, overlap in copies])]
        return None if has_other_opening(self._texts.of(key), best, no_copies) else (leader, relation)

    def _leads_as_digest(self, key: int) -> bool:
        leader = self._state.drafts.leader(key)
        return leader in self._state.digests and key in (leader, self._state.latest.get(leader))

    def _adjust(self, leaders: Iterable[int], sharing: dict[int, list[int]]) -> set[int]:
        """Tells which drafts are led by an earlier version, or by a digest; returns for whom that makes a difference.

        What leaders share with others is entered in `sharing`.
        """
        state = self._state
        moved: set[int] = set()
        unsettled: set[int] = set()
        for leader in leaders:
            before = state.latest.get(leader), leader in state.digests
            leads = leader in state.drafts.leads
            now = (self._latest(leader), self._is_digest(leader, sharing)) if leads else (None, False)
            if not leads:
                state.made_up.discard(leader)
            if now == before:
                continue
            state.latest.put(leader, now[0])
            (state.digests.add if now[1] else state.digests.discard)(leader)
            moved.update(one for one in (leader, before[0], now[0]) if one is not None)
            unsettled.update(state.drafts.members.get(leader) or ())
        alive = {key for key in moved if key in state.drafts.leads or state.drafts.joined.get(key)}
        return unsettled.union(alive, *map(self._near, alive))

    def _latest(self, leader: int) -> int | None:
        article = self._archive.article
        versions = [
            key
            for key, relation in self._state.drafts.of(leader)
            if relation in _VERSIONS and is_later_version(article(key), article(leader))
        ]
        last = max((day for key in versions if (day := article(key).day)), default=None)
        return min((key for key in versions if article(key).day == last), key=self._order, default=None)

    def _is_digest(self, leader: int, sharing: dict[int, list[int]]) -> bool:
        drafts = self._state.drafts
        reports = self._postings.sharing(leader, drafts.leads)
        if reports:
            sharing[leader] = reports
        excerpts = [key for key, relation in drafts.of(leader) if self._may_be_brief(leader, key, relation)]
        if not excerpts and len(reports) < 2:
            self._state.made_up.discard(leader)
            return False
        self._state.made_up.add(leader)
        whole = self._texts.of(leader)
        parts = [part_of(whole, self._texts.overlap(leader, key)[2], excerpt=False) for key in reports]
        parts += [part_of(whole, self._texts.overlap(leader, key)[2], excerpt=True) for key in excerpts]
        return is_digest([part for part in parts if part is not None])

    def _may_be_brief(self, leader: int, key: int, relation: Relation) -> bool:
        if relation is Relation.EXCERPT:
            return True
        words = self._archive.words
        is_shorter = words(key) < MUCH_SHORTER * words(leader)
        return is_shorter and is_brief(self._texts.overlap(leader, key)[2])

    def _link(self, leaders: Collection[int], sharing: Mapping[int, list[int]]) -> None:
        """Ties stories that share a passage which is more than a quotation, on both sides."""
        links, leads = self._state.links, self._state.stories.leads
        done: set[int] = set()
        for leader in leaders:
            before = links.get(leader) or {}
            now: Links = {}
            if leader in leads:
                others = sharing.get(leader) or self._postings.sharing(leader, leads)
                for other in others:
                    relation = before.get(other) if other in done else self._linked(leader, other)
                    if relation is not None:
                        now[other] = relation
            done.add(leader)
            for other in before.keys() | now.keys():
                if before.get(other) is not now.get(other):
                    theirs = {key: one for key, one in (links.get(other) or {}).items() if key != leader}
                    if other in now:
                        theirs[leader] = now[other]
                    self._tie(other, theirs)
            if now != before:
                self._tie(leader, now)

    def _tie(self, leader: int, to: Links) -> None:
        self._state.links.put(leader, to or None)
        (self._state.tied.add if to else self._state.tied.discard)(leader)

    def _linked(self, one: int, other: int) -> Relation | None:
        digests = self._leads_as_digest(one) + self._leads_as_digest(other)
        return tie(self._texts.overlap(one, other)[2], digests)
