"""What two articles that share text are to one another: copies, and of which kind, or nothing that folds.

Precision first: in doubt, none. What must not be in here: more than two articles at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from geotui.model import Foldable, Relation
from geotui.stories.overlap import Overlap

# A text so short is a caption or a notice, and others like it say the same of another matter.
LEAST_WORDS = 20

# The part of the shorter text, quotations left out, that the longer one must have in runs of words. Independent reports
# of one event stay below a half, also where both took sentences from an agency; a copy, edited as hard as desks do,
# keeps more. A passage of so many words without a change is copied for certain, so that half of a text is enough.
NEAR_SHARE = 0.59
LONG_PASSAGE_SHARE = 0.53
LONG_PASSAGE = 80

# A copy with less than this part of the longer one's words was cut on purpose. A desk cuts sentence by sentence; where
# a text that has more to say is in a much longer one as one block, the longer one borrows.
EXCERPT_LENGTH = 0.6
EXCERPT_SHARE = 0.75
BLOCK_DENSITY = 0.9
MOST_OWN = 0.25

# Reports made on a pattern (quakes, markets, weather, matches) share their wording and differ in names, in a name and
# most numbers, in many numbers close together, or in the day and some numbers. Where nearly all the words are shared,
# other names are a desk's correction; where most are, other numbers are newer ones. A copy keeps the day of what it
# tells, and newer numbers come soon.
MOST_RENAMED = 1
PATTERN_NUMBERS = 4
PATTERN_NUMBERS_SHARE = 0.5
PATTERN_WORDS_A_NUMBER = 16
PATTERN_SHARE = 0.97
PATTERN_SHARE_OF_NUMBERS = 0.8
RENAMED_NUMBERS = 3
REDATED_NUMBERS = 2
REDATED_NUMBERS_SHARE = 0.33
DAYS_OF_UPDATES = 7

# Copies of one report are printed within weeks; what is alike after months is background, unless it is all alike.
DAYS_APART = 45
SHARE_WHEN_APART = 0.85

# Of texts that have a copy whole, or nearly so, it is one of that of which it is the larger part.
AS_MUCH = 0.05


def judge(short: Foldable, long: Foldable, overlap: Overlap) -> Relation | None:
    """What the shorter article is to the longer one (near, excerpt or update of it), None where they are no copies."""
    if len(overlap.short.words) < LEAST_WORDS or not _is_shared(overlap):
        return None
    is_cut = len(overlap.short.words) < EXCERPT_LENGTH * len(overlap.long.words)
    if is_cut and _is_block(overlap):
        return None
    if _days_apart(short, long) > DAYS_APART and overlap.of_short < SHARE_WHEN_APART:
        return None
    if _is_pattern(overlap, _days_apart(short, long)):
        return None
    if overlap.recounted:
        return Relation.UPDATE
    if is_cut:
        return Relation.EXCERPT
    return Relation.UPDATE if _is_write_through(short, long, overlap) else Relation.NEAR


def closest(overlaps: Sequence[Overlap]) -> int:
    """Which of several texts, each with the copy, it is a copy of; of equal ones the first."""
    least = max(one.of_short for one in overlaps) - AS_MUCH
    ranks = [(one.of_short >= least, one.of_long, one.of_short) for one in overlaps]
    return ranks.index(max(ranks))


def _is_shared(overlap: Overlap) -> bool:
    if overlap.of_short >= NEAR_SHARE:
        return True
    return overlap.of_short >= LONG_PASSAGE_SHARE and overlap.longest >= LONG_PASSAGE


def _is_block(overlap: Overlap) -> bool:
    return overlap.of_short < EXCERPT_SHARE and overlap.density >= BLOCK_DENSITY and overlap.own_of_short > MOST_OWN


def _days_apart(one: Foldable, other: Foldable) -> int:
    return abs((one.day - other.day).days) if one.day and other.day else 0


def _is_pattern(overlap: Overlap, days_apart: int) -> bool:
    if overlap.of_short >= PATTERN_SHARE:
        return False
    if overlap.renamed > MOST_RENAMED:
        return True
    if overlap.recounted >= REDATED_NUMBERS:
        most = overlap.recounted > REDATED_NUMBERS_SHARE * overlap.numbers
        if days_apart > DAYS_OF_UPDATES or (overlap.redated and (most or overlap.renamed)):
            return True
    if overlap.renamed and overlap.recounted >= max(RENAMED_NUMBERS, PATTERN_NUMBERS_SHARE * overlap.numbers):
        return True
    dense = len(overlap.short.words) / PATTERN_WORDS_A_NUMBER
    most_recounted = max(PATTERN_NUMBERS, PATTERN_NUMBERS_SHARE * overlap.numbers, dense)
    return overlap.recounted >= most_recounted and overlap.of_short < PATTERN_SHARE_OF_NUMBERS


def _is_write_through(short: Foldable, long: Foldable, overlap: Overlap) -> bool:
    """They are of different days or one source, and the later has a new top; of one source, each has news of its own.

    A top with the words of the other text is a desk's rewriting.
    """
    of_one_source = short.source is not None and short.source == long.source
    if not (of_one_source or _days_apart(short, long)):
        return False
    ours, theirs = overlap.news(of_short=True), overlap.news(of_short=False)
    if of_one_source and ours and theirs:
        return True
    is_short_later = bool(short.day and long.day and short.day > long.day)
    return any(start == 0 for start, _ in (ours if is_short_later else theirs))
