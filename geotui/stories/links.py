"""What ties stories together without making them one: a digest to the stories whose ledes it is made of, and an article
to the one that it borrows passages from.

What must not be in here: folding; nothing found here makes two articles copies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from geotui.model import Relation
from geotui.stories.overlap import Overlap, Prepared

# So many words outside quotation marks, so many of them in one piece, are a paragraph taken over; what both quote, both
# heard, and scattered runs are what two desks kept of one agency's wording.
BORROWED_WORDS = 30
BORROWED_PIECE = 20

# More stories than this do not borrow one passage; a site prints it on all its pages.
MOST_BORROWERS = 8

# A digest takes openings, a lede or its first sentence, over which a later version has put a new one; parts that run
# into one another are of one report.
OPENINGS = 2
OPENING_WORDS = 20
OPENING_SHARE = 0.75
PART_WORDS = 15
MOST_IN_COMMON = 0.2

# Reports that go on elsewhere are so much of it at least; less, and they may as well have borrowed from it.
MADE_OF_REPORTS = 0.33

# Made of briefs that stand alone elsewhere, and of little more, it is a digest too: with much of its own left, with one
# brief that is most of it, or with the same names in all, it may as well be a report that was cut twice.
MADE_OF_BRIEFS = 0.7
MADE_OF_TWO_BRIEFS = 0.85
MOST_OF_ONE = 0.65

# So many briefs that stand alone, each with names of its own and none in common, are never of one report.
SEVERAL_BRIEFS = 3
NAMES_OF_A_BRIEF = 2

# A copy of a digest has most of it; what has less is one of its briefs, or a report of which it has more than the lede.
COPY_OF_DIGEST = 0.6

# A copy with next to nothing of its own is one, whatever else shares a passage with it.
COPY_BEYOND_DOUBT = 0.9


@dataclass(frozen=True, slots=True)
class Part:
    """What an article has of another: a mark for each of its words, the names among these, and whether the other is no
    more than that.
    """

    shared: bytes
    excerpt: bool
    names: frozenset[str] = frozenset()

    @property
    def words(self) -> int:
        """How many words it is."""
        return sum(self.shared)


def part_of(whole: Prepared, overlap: Overlap, *, excerpt: bool) -> Part | None:
    """What `whole` has of the other text, where the other's opening is in it; else None."""
    is_short = overlap.short is whole
    ours, theirs = (overlap.in_short, overlap.in_long) if is_short else (overlap.in_long, overlap.in_short)
    other = overlap.long if is_short else overlap.short
    openings = [theirs[start : start + OPENING_WORDS] for start, _ in other.paragraphs[:OPENINGS]]
    if sum(ours) < PART_WORDS or all(sum(one) < OPENING_SHARE * len(one) for one in openings):
        return None
    return Part(ours, excerpt, frozenset(compress(whole.words, ours)) & whole.names)


def is_digest(parts: Sequence[Part]) -> bool:
    """Whether an article with these openings of others is made of them: two apart, of reports that go on elsewhere, or
    so many briefs that they are nearly all of it.
    """
    apart: list[Part] = []
    for part in sorted(parts, key=lambda one: (one.excerpt, one.words, one.shared)):
        if all(_are_apart(part, other) for other in apart):
            apart.append(part)
    reports = [part.words for part in apart if not part.excerpt]
    if len(reports) >= 2 and sum(reports) >= MADE_OF_REPORTS * len(apart[0].shared):
        return True
    briefs: list[Part] = []
    for part in apart:
        if all(part.names.isdisjoint(other.names) for other in briefs):
            briefs.append(part)
    if len(briefs) < 2:
        return False
    if sum(len(part.names) >= NAMES_OF_A_BRIEF for part in briefs if part.excerpt) >= SEVERAL_BRIEFS:
        return True
    length, most = len(briefs[0].shared), max(part.words for part in apart)
    needed = MADE_OF_TWO_BRIEFS if len(briefs) == 2 else MADE_OF_BRIEFS
    return sum(part.words for part in apart) >= needed * length and most <= MOST_OF_ONE * length


def is_brief(overlap: Overlap) -> bool:
    """Whether the shorter text is no more than a part of the longer one, should that be a digest."""
    return overlap.of_long < COPY_OF_DIGEST


def tie(overlap: Overlap, digests: int) -> Relation | None:
    """What ties two articles that are no copies, so many of which are digests; two digests may have the same brief."""
    if digests:
        return Relation.DIGEST if digests == 1 and overlap.words >= PART_WORDS else None
    return Relation.QUOTES if is_borrowed(overlap) else None


def is_borrowed(overlap: Overlap) -> bool:
    """Whether one of two articles that are no copies has a paragraph of the other."""
    return overlap.words >= BORROWED_WORDS and overlap.longest >= BORROWED_PIECE


def has_other_opening(copy: Prepared, best: Overlap, others: Sequence[Overlap]) -> bool:
    """Whether a seeming copy also holds, beside what it has of its report, the opening of another one."""
    if best.of_short >= COPY_BEYOND_DOUBT or best.short is not copy:
        return False
    of_best = Part(best.in_short, excerpt=False)
    parts = (part_of(copy, other, excerpt=False) for other in others)
    return any(part is not None and _are_apart(part, of_best) for part in parts)


def _are_apart(one: Part, other: Part) -> bool:
    common = sum(map(int.__and__, one.shared, other.shared))
    return common <= MOST_IN_COMMON * min(one.words, other.words)
