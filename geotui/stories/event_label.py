"""Which report's headline names an event: one that tells plainly what the others tell.

What must not be in here: which reports are of one event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from geotui.stories.event_clues import in_title, title_terms
from geotui.stories.event_likeness import Weighted

SHORT_TITLE = 6
"""So many words are added to each title's, so that a title of two words is not the most telling for being short."""

NEARLY_EQUAL = 0.8
"""What is worth so much of the best is equal to it."""

_NOT_BY_ITSELF = 0.8
"""So much of what it tells itself says nothing for a headline."""

_COMMENT, _NOT_PLAIN = 0.2, 0.6
_FEATURE = re.compile(
    r"^[\"'“‘«]|\?$|(?:^|, )(?:[Aa]n?|[Tt]he)\b|\b(?:I|[Mm]y|[Oo]ur|[Ww]e|[Yy]ou|[Yy]our)\b(?![.’'])"
    r"|^(?:Analysis|Explain\w*|Factbox|How|In pictures|Inside|Meet|Timeline|Watch|What|When|Where|Which|Who|Why)\b"
)
"""Headlines of plain news neither quote nor ask first, and leave out articles."""


def most_telling(reports: Sequence[Weighted]) -> Weighted:
    """The one whose headline has most of what the others tell, for its length, where the text does too.

    What is printed more often counts more, and what is no plain news less; of nearly equal ones the first is taken that
    is as plain.
    """
    told: defaultdict[int, float] = defaultdict(float)
    for one in reports:
        for term, weight in one.weights.items():
            told[term] += weight * one.report.spread
    worths = [_worth(one, told) for one in reports]
    best = max(worths)
    least_plain = _plainness(reports[worths.index(best)])
    nearly = (one for one, worth in zip(reports, worths, strict=True) if worth >= NEARLY_EQUAL * best)
    return next(one for one in nearly if _plainness(one) >= least_plain)


def _worth(one: Weighted, told: Mapping[int, float]) -> float:
    """`told`: how much of each term all reports tell, this one among them."""
    spread = one.report.spread
    by_others = {term: told[term] - _NOT_BY_ITSELF * weight * spread for term, weight in one.weights.items()}
    headline = sum(by_others[term] for term in in_title(one.report.clues))
    text = sum(weight * by_others[term] for term, weight in one.weights.items())
    return headline * text * (1 + spread) * _plainness(one) / (len(set(title_terms(one.report.title))) + SHORT_TITLE)


def _plainness(one: Weighted) -> float:
    plain = _NOT_PLAIN if _FEATURE.search(one.report.title) else 1.0
    return plain * _COMMENT if one.report.clues.comment else plain
