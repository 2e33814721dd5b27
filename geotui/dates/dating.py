"""The articles of one page dated together: each by its own metadata or reasons, then in the light of its neighbours.

Articles that share a page are mostly of about the same days; one whose own reasons speak against that stands alone.
What must not be in here: the clock (the latest day that anything can have is the knowledge's own).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from geotui.dates import neighbours
from geotui.dates.abroad import find_dates_in, is_known
from geotui.dates.days import Days, Evidence, Run, Sum, weigh
from geotui.dates.digests import from_digest
from geotui.dates.events import event_reasons
from geotui.dates.finding import Found, agreed, find_dates
from geotui.dates.handovers import handover_reasons
from geotui.dates.metadata import metadata_day, unsettled, url_day, url_month
from geotui.dates.natives import find_natives, office_terms
from geotui.dates.occasions import Named, find_events
from geotui.dates.passages import Article, joined
from geotui.dates.people import NamedPerson, find_people, people_reasons
from geotui.dates.reasons import FIRST_YEAR, reasons
from geotui.dates.resolving import resolve
from geotui.dates.stamps import find_stamps, stamp_reasons
from geotui.dates.tense import Tense
from geotui.dates.wording import in_words
from geotui.knowledge.rows import Knowledge
from geotui.model import Dating, Draft, Published, Span, Term

_TEMPER: Final = 0.95
_SHARE: Final = 0.8
_GIVEN: Final = 0.98
"""The confidence in a day that the page itself gives."""
_READ_RIGHT: Final = 0.85
"""The chance that the words were read right at all, tense above all; what the weighing of them cannot see."""
_NOT_PRINTED: Final = -12.0
"""What speaks against the days outside of those that the page prints."""
_SEVERAL: Final = 3
_LEDE: Final = 650
_BRIEF: Final = 900
_EVENLY: Final = 2.5
"""`_SEVERAL` articles or more, the longest at most `_EVENLY` times as long as all in the mean, are of one time: the
briefs of a digest at up to `_LEDE` characters in the mean, others at up to `_BRIEF`; longer ones may be older."""
_SHORT: Final = 75
_YEAR: Final = 366
_LEAST: Final = 0.1
_SURE_ENOUGH: Final = 0.3
_SURER: Final = 0.5
"""A best day is named in an interval of at most `_SHORT` days where it is right, to within a day, with `_LEAST` chance;
in one of at most a year with `_SURE_ENOUGH` chance, in any with `_SURER`: a wrong year is the worst to say."""
_PRIOR: Final = Evidence(
    "",
    (
        # what is kept of the news was mostly written since it is put on sites
        (date(FIRST_YEAR, 1, 1).toordinal(), date(1989, 12, 31).toordinal(), -2.0),
        (date(1990, 1, 1).toordinal(), date(1999, 12, 31).toordinal(), -1.2),
        (date(2000, 1, 1).toordinal(), date(2004, 12, 31).toordinal(), -0.8),
        (date(2005, 1, 1).toordinal(), date(2009, 12, 31).toordinal(), -0.5),
    ),
)


@dataclass(frozen=True, slots=True)
class _Own:
    """What one article says of itself: dates in its text, its metadata day if any, its reasons and the days they leave.

    `days`, and `reasons` summed, are None where no reason speaks of the calendar. `open`: its metadata can mean either
    of two days.
    """

    found: tuple[Found, ...]
    day: date | None
    source: str
    evidence: tuple[Evidence, ...]
    days: Days | None = None
    reasons: Sum | None = None
    open: bool = False


def date_articles(drafts: Sequence[Draft], terms: Sequence[Sequence[Term]], knowledge: Knowledge) -> tuple[Dating, ...]:
    """When each article of one page was published, and the dates that its text names.

    `terms` holds, for each draft, the times within which its words about offices hold. Raises ValueError where there
    are not as many of them as drafts.
    """
    own = [_own(draft, term, knowledge) for draft, term in zip(drafts, terms, strict=True)]
    told = _told_beside(own, [len(draft.text) for draft in drafts])
    dated = []
    for one, beside in zip(own, told, strict=True):
        published = _published(one, beside, knowledge.as_of)
        start = published.day or published.start
        end = published.day or published.end
        dated.append(Dating(published, resolve(one.found, start, end)))
    return tuple(dated)


def _told_beside(own: Sequence[_Own], lengths: Sequence[int]) -> Iterable[Sequence[Run]]:
    """For each article what those beside it tell."""
    days = [one.days for one in own]
    mean = sum(lengths) / max(1, len(lengths))
    briefs = len(own) >= _SEVERAL and max(lengths) <= _EVENLY * mean
    if briefs and mean <= _LEDE:
        told = from_digest(days, [one.reasons for one in own], _TEMPER, _PRIOR.runs)
        return neighbours.from_others(days, briefs=False) if told is None else told
    return neighbours.from_others(days, briefs and mean <= _BRIEF)


def _own(draft: Draft, terms: Sequence[Term], knowledge: Knowledge) -> _Own:
    words = joined(draft.title, draft.text)
    plain = Article.of(draft.title, draft.text, tuple(_dates_of(words, draft)))
    named = tuple(find_events(plain, knowledge))
    found = agreed(_pinned(plain.found, named))
    title = len(words) - len(draft.text)
    in_text = tuple(replace(one, start=one.start - title, end=one.end - title) for one in found if one.start >= title)
    day, source = _given(draft)
    if day is not None:
        return _Own(in_text, day, source, (), Days.of(day))
    article = replace(plain, found=found)
    dateline = tuple(_dates_of(draft.dateline or "", draft))
    captions = tuple((caption, one) for caption in draft.captions for one in _dates_of(caption, draft))
    words_of_date, spans = unsettled(draft.date) if draft.date else ("", ())
    stamps = find_stamps(words, found, captions)
    told = [one for one in _of_its_own(found, named) if one not in stamps]
    pictures = [one for _, one in captions if one not in stamps]
    people, offices = _people(words, draft.language, knowledge)
    evidence = (
        *_unsettled_date(words_of_date, spans),
        *stamp_reasons(stamps),
        *reasons(told, dateline, pictures, (*terms, *offices), knowledge.as_of),
        *event_reasons(named, article, knowledge.as_of),
        *handover_reasons(article, people, knowledge.as_of),
        *people_reasons(people, words, knowledge.as_of),
        *_month_of_address(draft.url),
    )
    if not any(one.runs for one in evidence):
        return _Own(in_text, None, "", evidence)
    summed = _sum(evidence, knowledge.as_of)
    return _Own(in_text, None, "", evidence, weigh(summed, _TEMPER), summed, len(spans) > 1)


def _people(words: str, language: str, knowledge: Knowledge) -> tuple[tuple[NamedPerson, ...], tuple[Term, ...]]:
    """Those named in full, and the terms of offices that a text of another language gives them."""
    people = tuple(find_people(words, knowledge))
    if language == "en":
        return people, ()
    if not words.isascii():
        people = tuple(sorted((*people, *find_natives(words, knowledge)), key=lambda one: one.start))
    return people, office_terms(people, words, language)


def _dates_of(text: str, draft: Draft) -> Iterable[Found]:
    return find_dates_in(text, draft.language) if is_known(draft.language) else find_dates(text)


def _of_its_own(found: Sequence[Found], named: Sequence[Named]) -> tuple[Found, ...]:
    """Without the years in names of events: the `2026 World Cup` was spoken of long before."""
    inside = {place for one in named if not one.sign for place in range(one.start - 5, one.end + 2)}
    return tuple(one for one in found if one.kind != "year" or one.start not in inside)


def _pinned(found: Sequence[Found], named: Sequence[Named]) -> tuple[Found, ...]:
    """With the year of the event where a day is part of its name: the `Sept. 11 attacks` are not of this year."""
    at = {place: name for name in named if not name.sign for place in range(name.start, name.end)}
    return tuple(
        next(
            (
                replace(one, year=event.start.year, tense=Tense.PAST)
                for event in at[one.start].events
                if event.start is not None and (event.start.month, event.start.day) == (one.month, one.day)
            ),
            one,
        )
        if one.kind == "day" and one.year is None and one.start in at
        else one
        for one in found
    )


def _sum(evidence: Sequence[Evidence], as_of: date) -> Sum:
    return Sum.of((*evidence, _PRIOR), date(FIRST_YEAR, 1, 1), as_of)


def _given(draft: Draft) -> tuple[date | None, str]:
    if draft.date and (day := metadata_day(draft.date)):
        return day, f'the page gives its date: "{draft.date}"'
    if draft.dateline and (day := metadata_day(draft.dateline)):
        return day, f'its dateline gives the day: "{draft.dateline}"'
    if draft.url and (day := url_day(draft.url)):
        return day, f"its address has the day: {draft.url}"
    return None, ""


def _unsettled_date(words: str, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    """What a printed date that means no one day says all the same."""
    runs = tuple((span.start.toordinal(), span.end.toordinal(), 0.0) for span in spans if span.start and span.end)
    return (Evidence(words, runs, _NOT_PRINTED if runs else 0.0),) if words else ()


def _month_of_address(url: str | None) -> tuple[Evidence, ...]:
    month = url_month(url) if url else None
    if month is None or month.start is None or month.end is None:
        return ()
    runs = ((month.start.toordinal(), month.end.toordinal(), 0.0),)
    return (Evidence(f"its address has the month {in_words(month)}", runs, _NOT_PRINTED),)


def _published(own: _Own, beside: Sequence[Run], as_of: date) -> Published:
    if own.day is not None:
        return Published(own.day, own.day, own.day, _GIVEN, (own.source,), metadata=True)
    words = tuple(one.text for one in own.evidence)
    if beside:
        text = f"articles beside it on the page are of about {neighbours.about(beside)}"
        # what others tell does not overlap with its own reasons, so it counts in full
        reasons = own.reasons or _sum(own.evidence, as_of)
        days = weigh(reasons.plus([(low, high, weight / _TEMPER) for low, high, weight in beside]), _TEMPER)
        words = (*words, text)
    elif own.days is not None:
        days = own.days
    else:
        return Published(evidence=words)
    start, end = days.interval(_SHARE)
    best = days.best()
    if best is not None:
        day, chance = best
        if chance >= (_SHARE if own.open else _least(start, end)):
            return Published(day, min(start, day), max(end, day), round(chance * _READ_RIGHT, 2), words)
    return Published(None, start, end if end < as_of else None, 0.0, words)


def _least(start: date, end: date) -> float:
    """The least chance with which a day is named in such an interval."""
    length = (end - start).days + 1
    return _LEAST if length <= _SHORT else _SURE_ENOUGH if length <= _YEAR else _SURER
