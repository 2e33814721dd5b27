"""The articles of one page dated together: each by its own metadata or reasons, then in the light of its neighbours.

Articles that share a page are mostly of about the same days; one whose own reasons speak against that stands alone.
What must not be in here: the clock (the latest day that anything can have is the knowledge's own).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from geotui.dates.days import Days, Evidence, weigh
from geotui.dates.events import event_reasons
from geotui.dates.finding import Found, find_dates
from geotui.dates.metadata import metadata_day, url_day, url_month
from geotui.dates.occasions import find_events
from geotui.dates.reasons import FIRST_YEAR, reasons
from geotui.dates.resolving import resolve
from geotui.dates.wording import in_words
from geotui.knowledge.rows import Knowledge
from geotui.model import Dating, Draft, Published, Span, Term

_TEMPER: Final = 0.8
_SHARE: Final = 0.8
_NEIGHBOURS: Final = 8
_LONE: Final = 0.2
"""The chance that an article on a page has nothing to do with its neighbours."""
_NAMEABLE: Final = 0.12
"""With less chance than this, to within a day, no best day is named."""
_LONGEST_INTERVAL: Final = 200
_PRIOR: Final = Evidence(
    "",
    (
        (date(FIRST_YEAR, 1, 1).toordinal(), date(1994, 12, 31).toordinal(), -2.0),
        (date(1995, 1, 1).toordinal(), date(2007, 12, 31).toordinal(), -1.0),
    ),
)


@dataclass(frozen=True, slots=True)
class _Own:
    """What one article says of itself: the dates in its text, its metadata day if any, its reasons, the days they leave."""

    found: tuple[Found, ...]
    day: date | None
    source: str
    evidence: tuple[Evidence, ...]
    days: Days | None

    @property
    def telling(self) -> bool:
        return self.day is not None or any(one.telling for one in self.evidence)


def date_articles(drafts: Sequence[Draft], terms: Sequence[Sequence[Term]], knowledge: Knowledge) -> tuple[Dating, ...]:
    """When each article of one page was published, and the dates that its text names.

    `terms` holds, for each draft, the times within which its words about offices hold. Raises ValueError where there
    are not as many of them as drafts.
    """
    own = [_own(draft, term, knowledge) for draft, term in zip(drafts, terms, strict=True)]
    dated = []
    for place, one in enumerate(own):
        published = _published(one, _neighbours(own, place, knowledge.as_of), knowledge.as_of)
        start = published.day or published.start
        end = published.day or published.end
        dated.append(Dating(published, resolve(one.found, start, end)))
    return tuple(dated)


def _own(draft: Draft, terms: Sequence[Term], knowledge: Knowledge) -> _Own:
    found = tuple(find_dates(draft.text))
    day, source = _given(draft)
    if day is not None:
        return _Own(found, day, source, (), Days({day.toordinal(): 1.0}))
    captions = tuple(one for caption in draft.captions for one in find_dates(caption))
    headed = (*find_dates(draft.title), *find_dates(draft.dateline or ""), *found)
    text = f"{draft.title}\n\n{draft.text}"
    evidence = (
        *reasons(headed, captions, terms, knowledge.as_of),
        *event_reasons(tuple(find_events(text, knowledge)), text, knowledge.as_of),
        *_month_of_address(draft.url),
    )
    days = _weigh(evidence, knowledge.as_of) if any(one.runs for one in evidence) else None
    return _Own(found, None, "", evidence, days)


def _weigh(evidence: Sequence[Evidence], as_of: date) -> Days:
    return weigh((*evidence, _PRIOR), date(FIRST_YEAR, 1, 1), as_of, _TEMPER)


def _given(draft: Draft) -> tuple[date | None, str]:
    if draft.date and (day := metadata_day(draft.date)):
        return day, f'the page gives its date: "{draft.date}"'
    if draft.dateline and (day := metadata_day(draft.dateline)):
        return day, f'its dateline gives the day: "{draft.dateline}"'
    if draft.url and (day := url_day(draft.url)):
        return day, f"its address has the day: {draft.url}"
    return None, ""


def _month_of_address(url: str | None) -> tuple[Evidence, ...]:
    month = url_month(url) if url else None
    if month is None or month.start is None or month.end is None:
        return ()
    runs = ((month.start.toordinal(), month.end.toordinal(), 0.0),)
    return (Evidence(f"its address has the month {in_words(month)}", runs, -12.0),)


def _neighbours(own: Sequence[_Own], place: int, as_of: date) -> Evidence | None:
    """What the other articles of the page tell together of when this one was written."""
    low = max(0, min(place - _NEIGHBOURS // 2, len(own) - _NEIGHBOURS - 1))
    others = [one for n, one in enumerate(own[low : low + _NEIGHBOURS + 1], low) if n != place and one.telling]
    messages = [message for one in others if one.days and (message := _message(one.days, as_of))]
    if not messages:
        return None
    together = _message(weigh((*messages, _PRIOR), date(FIRST_YEAR, 1, 1), as_of), as_of)
    return together


def _message(days: Days, as_of: date) -> Evidence | None:
    """The days of one article as a reason for another of its page; None where they are too spread to tell."""
    window = (as_of - date(FIRST_YEAR, 1, 1)).days
    clusters = _clusters(days)
    if not clusters or sum(high - low + 1 for low, high, _ in clusters) > 1500:
        return None
    steps: dict[int, float] = {}
    for low, high, chance in clusters:
        for reach, share in ((1, 0.5), (7, 0.3), (31, 0.2)):
            density = (1 - _LONE) * chance * share / (high - low + 1 + 2 * reach)
            steps[low - reach] = steps.get(low - reach, 0.0) + density
            steps[high + reach + 1] = steps.get(high + reach + 1, 0.0) - density
    alone = _LONE / window
    points, level, runs = sorted(steps), 0.0, []
    for start, following in zip(points, points[1:], strict=False):
        level += steps[start]
        runs.append((start, following - 1, math.log(max(level, 0.0) + alone)))
    low, high, _ = max(clusters, key=lambda cluster: cluster[2])
    about = in_words(Span(date.fromordinal(low), date.fromordinal(high)))
    return Evidence(f"articles beside it are of about {about}", tuple(runs), math.log(alone), telling=True)


def _clusters(days: Days) -> list[tuple[int, int, float]]:
    """Days with a real chance, those less than four days apart together: first, last, chance of all."""
    least = 0.02 * max(days.chance.values())
    clusters: list[tuple[int, int, float]] = []
    for day in sorted(days.chance):
        chance = days.chance[day]
        if chance < least:
            continue
        if clusters and day - clusters[-1][1] < 4:
            first, _, held = clusters[-1]
            clusters[-1] = (first, day, held + chance)
        else:
            clusters.append((day, day, chance))
    return clusters


def _published(own: _Own, neighbours: Evidence | None, as_of: date) -> Published:
    if own.day is not None:
        return Published(own.day, own.day, own.day, 0.98, (own.source,), metadata=True)
    evidence = (*own.evidence, *((neighbours,) if neighbours else ()))
    if not any(one.runs for one in evidence):
        return Published(evidence=tuple(one.text for one in evidence))
    days = _weigh(evidence, as_of) if neighbours or own.days is None else own.days
    start, end = days.interval(_SHARE)
    words = tuple(one.text for one in evidence)
    if any(one.telling for one in evidence):
        best, chance = days.best()
        if chance >= _NAMEABLE and end - start <= timedelta(days=_LONGEST_INTERVAL):
            return Published(best, min(start, best), max(end, best), round(min(chance, 0.95), 2), words)
    return Published(None, start, end if end < as_of else None, 0.0, words)
