"""What speaks for and against a line being the headline of an article: signs around it, its shape, the text below it.

The weights are sums of judgement, not of a fit; `segment` holds the bar that they must reach.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from geotui.articles.agencies import tail_agency
from geotui.articles.datelines import dateline
from geotui.articles.lines import Paragraph
from geotui.articles.links import shared_stems, stems
from geotui.articles.markers import load_markers
from geotui.articles.marks import END_SIGNS, HEAD_SIGNS, Kind, Marks
from geotui.knowledge import Knowledge
from geotui.text import fold, words

_FULL_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]+|al-\w+|bin|de|da|von|van)){1,4}")
_INNER_NAME = re.compile(r"(?<=[a-zß-ÿ,;] )[A-ZÀ-Þ][\w-]+")
_OPENS_WITH_PRONOUN = re.compile(r"[\"“]?(?:He|She|They|His|Her|Their|Mr|Mrs|Ms)\b")
_RESTATED = ((0.5, 1.0), (0.3, 0.5), (0.01, 0.0), (0.0, -0.5))  # least share of a headline's words below it, weight
_STANDFIRST = 45  # words
_PICTURES = frozenset({Kind.CAPTION, Kind.PHOTO_CREDIT})
_FRESH = 0.4  # for each word that the headline shares with the text below it and not with the one above
_CONTINUED = 1.25  # a text that names by surname whom the text above named in full goes on
_LOOK_BACK = 40  # paragraphs
_PULL_QUOTE = 4.0  # what the text above has said in the same words is no headline


@dataclass(frozen=True, slots=True)
class Run:
    """Possible headlines with no text between them; `pick` is the likeliest; text stands from `body` to `end`."""

    members: tuple[int, ...]
    pick: int
    body: int
    end: int
    prose: int


@dataclass(frozen=True, slots=True)
class PageManner:
    """How the page as a whole is set: the usual gap, the length of its headline, whether it reads as a digest.

    `listed`: keys of the links in it.
    """

    gap: int
    title_size: int
    title_capitals: float
    digest: bool
    heading: int
    listed: frozenset[str]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], marks: Marks, runs: Sequence[Run], opened: bool) -> PageManner:
        gaps = [p.gap for at, p in enumerate(paragraphs) if at not in marks and p.prose]
        picks = [paragraphs[run.pick] for run in runs]
        title = picks[0] if opened else None
        names = frozenset(name for p in paragraphs for name in _INNER_NAME.findall(p.text))
        levels = [p.heading for p in picks if p.heading]
        return cls(
            gap=sorted(gaps)[len(gaps) // 2] if gaps else 0,
            title_size=title.size if title else 0,
            title_capitals=title.capitals if title else 0.0,
            digest=opened and not _signed(marks, runs) and _is_digest(paragraphs, runs, picks, names),
            listed=frozenset(paragraphs[at].key for at, mark in marks.items() if mark.kind is Kind.LINK),
            heading=min(levels) if levels else 0,
        )


def _signed(marks: Marks, runs: Sequence[Run]) -> bool:
    """Whether the page's headlines have bylines or dates below them, as those of a digest have not."""
    signed = sum(
        any(at in marks and marks[at].kind in HEAD_SIGNS for at in range(run.pick + 1, run.body)) for run in runs
    )
    return signed >= 2 and signed * 3 >= len(runs)


def _is_digest(
    paragraphs: Sequence[Paragraph], runs: Sequence[Run], picks: Sequence[Paragraph], names: frozenset[str]
) -> bool:
    """Whether the sections are short and even, and their heads as long as headlines are and mostly no questions.

    Besides, most heads must tell news, or most sections must open as reports do, with a day of the week.
    """
    if len(runs) < 2:
        return False
    questions = sum(p.ends in ("?", "？", "؟") for p in picks)
    lengths = [run.prose for run in runs]
    return (
        median(p.size for p in picks) >= 5.5
        and median(p.size for p in picks[1:]) >= 0.5 * picks[0].size
        and median(lengths) <= 3
        and lengths[0] <= 4
        and max(lengths) <= 6
        and questions * 2 < len(runs)
        and (
            sum(_tells_news(p, names) for p in picks[1:]) * 2 >= len(picks) - 1
            or sum(_opens_a_report(paragraphs[run.body]) for run in runs) * 3 >= 2 * max(3, len(runs))
        )
    )


def _opens_a_report(first: Paragraph) -> bool:
    """Whether a section's first paragraph names a day of the week, as ledes do."""
    return not load_markers().weekdays.isdisjoint(first.key.split())


def _tells_news(head: Paragraph, names: frozenset[str]) -> bool:
    """Whether a line names someone or something, as headlines do; a subhead asks how and why, or names nothing."""
    tokens = words(head.text)
    if tokens and fold(tokens[0]) in load_markers().subhead_starts:
        return False
    cased = any(c.isupper() or c.islower() for c in head.text)
    if not cased or any(token[0].isupper() or token[0].isdigit() for token in tokens[1:]):
        return True
    return re.sub(r"['’]s?$", "", tokens[0]) in names if tokens else False


def signs(
    paragraphs: Sequence[Paragraph], marks: Marks, run: Run, page: PageManner, knowledge: Knowledge, twice: bool
) -> float:
    """What stands around a possible headline, and its own shape, as a sum of weights."""
    head = paragraphs[run.pick]
    top = min(m for m in run.members if m >= run.pick - 1 and m <= run.pick)
    score = 4.0 if twice else 3.0 if head.key in page.listed else 0.0
    under = {marks[at].kind for at in range(run.pick + 1, run.body) if at in marks}
    below = _below_standfirst(paragraphs, marks, run) - under
    if under & HEAD_SIGNS:
        score += 3.0
    if under & _PICTURES:
        score += 1.5
    score += 2.0 if below & HEAD_SIGNS else 1.5 if below & _PICTURES else 0.0
    if run.body < len(paragraphs):
        opening = dateline(paragraphs[run.body].text, knowledge, load_markers())
        score += 3.0 if opening is not None and opening.certain else 0.0
    above = marks.get(top - 1)
    if above is not None and above.kind in END_SIGNS:
        score += 1.0 if above.kind in (Kind.POINTER, Kind.TRUNCATION) else 2.0
    elif above is not None and above.kind is Kind.SEPARATOR:
        score += 1.0
    elif top and tail_agency(paragraphs[top - 1].text, load_markers(), None):
        score += 2.0
    gap = max(paragraphs[at].gap for at in range(top, run.pick + 1))
    score += 2.0 if gap > max(page.gap, 1) else 0.75 if gap > page.gap else 0.0
    return score + _shape(head, page)


def _below_standfirst(paragraphs: Sequence[Paragraph], marks: Marks, run: Run) -> set[Kind]:
    """What stands below the first paragraph of the text, where that can be a standfirst: right under the headline."""
    if run.body >= len(paragraphs) or run.body != run.pick + 1 or paragraphs[run.body].size > _STANDFIRST:
        return set()
    kinds: set[Kind] = set()
    at = run.body + 1
    while at in marks:
        kinds.add(marks[at].kind)
        at += 1
    return kinds


def _shape(head: Paragraph, page: PageManner) -> float:
    """What the line itself says for a headline: length, manner of the page's first one, no question."""
    size = head.size
    score = 1.0 if size >= 7 else 0.75 if size == 6 else 0.25 if size == 5 else -0.5 if size == 4 else -1.5
    if page.title_size and size * 2 < page.title_size:
        score -= 0.5
    if page.title_size and abs(head.capitals - page.title_capitals) > 0.5:
        score -= 0.5
    if head.ends in ("?", "？", "؟"):
        score -= 0.75
    if page.heading and head.heading:
        score += 2.0 if head.heading == 1 else 0.0
    if page.heading == 1 and head.heading != 1:
        score -= 2.0
    return score + (2.25 if page.digest else 0.0)


def restates(
    paragraphs: Sequence[Paragraph], marks: Marks, run: Run, page: PageManner, since: int, knowledge: Knowledge
) -> float:
    """Whether the text below opens a report: it restates the headline, and names in full whom the text above named."""
    below = [p for at, p in enumerate(paragraphs[run.body : run.body + 4], run.body) if at not in marks][:2]
    if not below:
        return 0.0
    head = paragraphs[run.pick].key
    key = " ".join(p.key for p in below)
    shared = shared_stems(head, key)
    score = next(weight for least, weight in _RESTATED if shared >= least)
    score += 0.25 if shared >= 0.65 and len(stems(head)) >= 4 else 0.0
    since = max(since, run.pick - _LOOK_BACK)
    above = [p for at, p in enumerate(paragraphs[since : run.pick], since) if at not in marks]
    if f" {head} " in " ".join(f" {p.key} " for p in above):
        score -= _PULL_QUOTE
    named = {name for p in above for name in _FULL_NAME.findall(p.text)}
    again = {name for name in _FULL_NAME.findall(below[0].text) if len(name.split()) >= 2}
    if named & again:
        score += 0.5
    if not page.digest:
        score += _lede_signs(head, below[0].key)
    if _goes_on(paragraphs[run.body : min(run.end, run.body + 3)], named, knowledge):
        score -= _CONTINUED
    old = frozenset().union(*(stems(p.key) for p in above)) if above else frozenset()
    new = stems(key)
    if above and (page.digest or paragraphs[run.pick].size >= 6):
        score += min(_FRESH * len((stems(head) & new) - old), 1.2 if page.digest else 0.4)
    if new and len(new & old) / len(new) < 0.15 and sum(p.size for p in above) >= 60:
        score += 0.75
    return score


def _lede_signs(head: str, first: str) -> float:
    """Whether a text opens as reports do, with the day of the week, under a line that begins as headlines do."""
    markers = load_markers()
    opening = head.split(maxsplit=1)[0] if head else ""
    score = 0.25 if markers.weekdays & set(first.split()) else -0.25
    return score - (0.75 if opening in markers.articles | markers.subhead_starts else 0.0)


def _goes_on(below: Sequence[Paragraph], named: set[str], knowledge: Knowledge) -> bool:
    """Whether a text goes on with the one above: it opens with a pronoun, or has bare surnames that were full there."""
    if below and _OPENS_WITH_PRONOUN.match(below[0].text):
        return True
    text = " ".join(p.text for p in below)
    bare = {re.sub(r"['’]s?$", "", name) for name in named}
    people = {name for name in bare if name.split()[0] in knowledge.given_names and name not in text}
    surnames = {name.split()[-1] for name in people}
    months = load_markers().months
    sought = [re.escape(s) for s in sorted(surnames) if len(s) >= 3 and s.casefold() not in months]
    return bool(sought) and re.search(rf"(?<![\w-])(?:{'|'.join(sought)})\b", text) is not None
