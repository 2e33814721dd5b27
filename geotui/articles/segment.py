"""Where articles begin: every possible headline weighs the signs for and against it.

Strong signs are a headline that comes again, a byline, date or dateline under it, pictures under it, an article's end
above it, a wider gap. A digest has none of them: there the sections are short, alike, and each restates its headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from geotui.articles.credits import dateline, tail_agency
from geotui.articles.furniture import shared_stems, stems
from geotui.articles.headlines import headline_like, repeated_headlines
from geotui.articles.lines import Paragraph
from geotui.articles.markers import load_markers
from geotui.articles.marks import END_SIGNS, HEAD_SIGNS, Kind, Marks
from geotui.knowledge import Knowledge
from geotui.text import fold, words

THRESHOLD = 2.25
_FULL_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]+|al-\w+|bin|de|da|von|van)){1,4}")
_STRAY_WORDS = 3
_CONTINUED = 1.25  # a text that names by surname whom the text above named in full goes on
_LOOK_BACK = 60  # paragraphs
_PULL_QUOTE = 4.0  # what the text above has said in the same words is no headline


_OPENS_WITH_PRONOUN = re.compile(r"[\"“]?(?:He|She|They|His|Her|Their|Mr|Mrs|Ms)\b")


@dataclass(frozen=True, slots=True)
class Region:
    """The paragraphs `start` to `end` (not included) of one article; `title` is its headline's place, None without one.

    `again` are the further sightings of the headline.
    """

    start: int
    end: int
    title: int | None
    again: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """Possible headlines with no text between them; `pick` is the likeliest; text stands from `body` to `end`."""

    members: tuple[int, ...]
    pick: int
    body: int
    end: int
    prose: int


def segment(paragraphs: Sequence[Paragraph], marks: Marks, knowledge: Knowledge) -> tuple[Region, ...]:
    """The articles of a page as ranges of its paragraphs, in order; together they hold the whole page."""
    repeats = repeated_headlines(paragraphs, marks)
    further = {at for group in repeats.values() for at in group}
    runs = _runs(paragraphs, marks, repeats, further)
    starts = _starts(paragraphs, marks, repeats, runs, knowledge)
    first_prose = next((at for at, p in enumerate(paragraphs) if at not in marks and p.prose), len(paragraphs))
    headless = not starts or starts[0].pick > first_prose
    regions: list[Region] = []
    if headless:
        regions.append(Region(0, starts[0].members[0] if starts else len(paragraphs), None))
    for number, run in enumerate(starts):
        start = 0 if number == 0 and not headless else _lead(paragraphs, run)
        end = _lead(paragraphs, starts[number + 1]) if number + 1 < len(starts) else len(paragraphs)
        regions.append(Region(start, end, run.pick, repeats.get(run.pick, ())))
    return tuple(_joined(regions))


def without_reprints(paragraphs: Sequence[Paragraph], marks: Marks, regions: Sequence[Region]) -> tuple[Region, ...]:
    """The regions, but a second printing of an article joined to the first one right above it."""
    kept: list[Region] = []
    texts: list[set[str]] = []
    for region in regions:
        text = {p.key for at, p in _own(paragraphs, marks, region) if p.prose}
        if kept and text and text <= texts[-1]:
            kept[-1] = Region(kept[-1].start, region.end, kept[-1].title, kept[-1].again)
            continue
        kept.append(region)
        texts.append(text)
    return tuple(kept)


def _own(paragraphs: Sequence[Paragraph], marks: Marks, region: Region) -> list[tuple[int, Paragraph]]:
    return [(at, paragraphs[at]) for at in range(region.start, region.end) if at not in marks]


def _joined(regions: Sequence[Region]) -> list[Region]:
    """Regions without gaps: what stands before a headline that is not its own belongs to the article above."""
    whole: list[Region] = []
    for number, region in enumerate(regions):
        end = regions[number + 1].start if number + 1 < len(regions) else region.end
        whole.append(Region(region.start, end, region.title, region.again))
    return whole


def _lead(paragraphs: Sequence[Paragraph], run: _Run) -> int:
    """Where a run's article begins: at a label of a few words right above its headline, else at the headline."""
    above = run.pick - 1
    if above in run.members and paragraphs[above].size <= _STRAY_WORDS and paragraphs[run.pick].gap <= 1:
        return above
    return run.pick


def _runs(
    paragraphs: Sequence[Paragraph], marks: Marks, repeats: dict[int, tuple[int, ...]], further: set[int]
) -> list[_Run]:
    """The possible headlines of the page, those with no text between them together."""
    groups: list[list[int]] = []
    fresh = True
    for at, paragraph in enumerate(paragraphs):
        if at in marks or at in further:
            continue
        if at in repeats or headline_like(paragraph):
            if fresh or not groups:
                groups.append([])
            groups[-1].append(at)
            fresh = False
        elif paragraph.prose:
            fresh = True
    if groups and not paragraphs:
        return []
    first = _full_stop_headline(paragraphs, marks)
    if first is not None and (not groups or first < groups[0][0]):
        groups.insert(0, [first])
    runs: list[_Run] = []
    for number, members in enumerate(groups):
        end = groups[number + 1][0] if number + 1 < len(groups) else len(paragraphs)
        pick = _pick(paragraphs, marks, members, repeats)
        body = [at for at in range(pick + 1, end) if at not in marks and paragraphs[at].prose and at not in further]
        runs.append(_Run(tuple(members), pick, body[0] if body else end, end, len(body)))
    return runs


def _full_stop_headline(paragraphs: Sequence[Paragraph], marks: Marks) -> int | None:
    """A headline with a full stop at the top of a page: a short line set apart from what follows, and shown as such."""
    at = next((i for i in range(len(paragraphs)) if i not in marks), None)
    if at is None or at + 1 >= len(paragraphs):
        return None
    line = paragraphs[at]
    if not line.sentence or not 3 <= line.size <= 18 or len(re.findall(r"[.!?](?:\s|$)", line.text)) > 1:
        return None
    after = marks.get(at + 1)
    if after is not None and after.kind in (*HEAD_SIGNS, Kind.CAPTION, Kind.PHOTO_CREDIT, Kind.AGENCY):
        return at
    text = [p for i, p in enumerate(paragraphs) if i > at and i not in marks]
    apart = bool(text) and text[0].gap > 0 and all(p.gap == 0 for p in text[1:4]) and len(text) >= 3
    return at if apart or line.heading or line.capitals >= 0.9 else None


def _pick(
    paragraphs: Sequence[Paragraph], marks: Marks, members: Sequence[int], repeats: dict[int, tuple[int, ...]]
) -> int:
    """Of several possible headlines in a row, the one whose text follows."""
    twice = [at for at in members if at in repeats]
    if twice:
        return twice[0]
    long_enough = [at for at in members if paragraphs[at].size > _STRAY_WORDS] or list(members)
    if len(long_enough) == 1:
        return long_enough[0]
    if len(long_enough) >= 3:
        last = long_enough[-1]
        if paragraphs[last].gap > max(paragraphs[at].gap for at in long_enough[1:-1]):
            return last
    text = next((p for at, p in enumerate(paragraphs) if at > members[-1] and at not in marks and p.prose), None)
    if text is None:
        return long_enough[0]
    shared = {at: shared_stems(paragraphs[at].key, text.key) for at in long_enough}
    best = max(long_enough, key=lambda at: (shared[at], -at))
    return best if shared[best] >= 0.3 and shared[long_enough[0]] < 0.2 else long_enough[0]


def _starts(
    paragraphs: Sequence[Paragraph],
    marks: Marks,
    repeats: dict[int, tuple[int, ...]],
    runs: Sequence[_Run],
    knowledge: Knowledge,
) -> list[_Run]:
    """The runs that open an article."""
    within = {at for first, group in repeats.items() for at in range(first + 1, group[-1] + 1)}
    texts = [run for run in runs if run.prose and run.pick not in within]
    if not texts:
        return []
    first_prose = next(at for at, p in enumerate(paragraphs) if at not in marks and p.prose)
    found = [texts[0]] if texts[0].pick <= first_prose else []
    page = _PageManner.of(paragraphs, marks, texts, bool(found))
    since = found[0].body if found else first_prose
    for run in texts[len(found) :]:
        score = _signs(paragraphs, marks, run, page, knowledge, run.pick in repeats)
        score += _restates(paragraphs, marks, run, since, knowledge)
        if score >= THRESHOLD:
            found.append(run)
            since = run.body
    return found


@dataclass(frozen=True, slots=True)
class _PageManner:
    """How the page as a whole is set: the usual gap, the length of its headline, whether it reads as a digest."""

    gap: int
    title_size: int
    title_capitals: float
    digest: bool
    heading: int

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], marks: Marks, runs: Sequence[_Run], opened: bool) -> _PageManner:
        gaps = [p.gap for at, p in enumerate(paragraphs) if at not in marks and p.prose]
        picks = [paragraphs[run.pick] for run in runs]
        title = picks[0] if opened else None
        levels = [p.heading for p in picks if p.heading]
        return cls(
            gap=sorted(gaps)[len(gaps) // 2] if gaps else 0,
            title_size=title.size if title else 0,
            title_capitals=title.capitals if title else 0.0,
            digest=opened and _is_digest(runs, picks),
            heading=min(levels) if levels else 0,
        )


def _is_digest(runs: Sequence[_Run], picks: Sequence[Paragraph]) -> bool:
    """Whether the sections are short and even, and their heads as long as headlines are and mostly no questions."""
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
        and sum(_tells_news(p) for p in picks[1:]) * 2 >= len(picks) - 1
    )


def _tells_news(head: Paragraph) -> bool:
    """Whether a line names someone or something, as headlines do; a subhead asks how and why, or names nothing."""
    tokens = words(head.text)
    if tokens and fold(tokens[0]) in load_markers().subhead_starts:
        return False
    cased = any(c.isupper() or c.islower() for c in head.text)
    return not cased or any(token[0].isupper() or token[0].isdigit() for token in tokens[1:])


def _signs(
    paragraphs: Sequence[Paragraph], marks: Marks, run: _Run, page: _PageManner, knowledge: Knowledge, twice: bool
) -> float:
    """What stands around a possible headline, and its own shape, as a sum of weights."""
    head = paragraphs[run.pick]
    top = min(m for m in run.members if m >= run.pick - 1 and m <= run.pick)
    score = 4.0 if twice else 0.0
    under = {marks[at].kind for at in range(run.pick + 1, run.body) if at in marks}
    if under & HEAD_SIGNS:
        score += 3.0
    if under & {Kind.CAPTION, Kind.PHOTO_CREDIT}:
        score += 1.5
    if run.body < len(paragraphs):
        opening = dateline(paragraphs[run.body].text, knowledge, load_markers())
        score += 3.0 if opening is not None and opening.certain else 0.0
    above = marks.get(top - 1)
    if above is not None and above.kind in END_SIGNS:
        score += 1.0 if above.kind is Kind.POINTER else 2.0
    elif above is not None and above.kind is Kind.SEPARATOR:
        score += 1.0
    elif top and tail_agency(paragraphs[top - 1].text, load_markers(), None):
        score += 2.0
    gap = max(paragraphs[at].gap for at in range(top, run.pick + 1))
    score += 2.0 if gap > max(page.gap, 1) else 0.75 if gap > page.gap else 0.0
    return score + _shape(head, page)


def _shape(head: Paragraph, page: _PageManner) -> float:
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
    return score + (1.75 if page.digest else 0.0)


def _restates(paragraphs: Sequence[Paragraph], marks: Marks, run: _Run, since: int, knowledge: Knowledge) -> float:
    """Whether the text below opens a report: it restates the headline, and names in full whom the text above named."""
    below = [p for at, p in enumerate(paragraphs[run.body : run.body + 4], run.body) if at not in marks][:2]
    if not below:
        return 0.0
    head = paragraphs[run.pick].key
    key = " ".join(p.key for p in below)
    shared = shared_stems(head, key)
    score = 1.0 if shared >= 0.5 else 0.5 if shared >= 0.3 else 0.0 if shared else -0.5
    since = max(since, run.pick - _LOOK_BACK)
    above = [p for at, p in enumerate(paragraphs[since : run.pick], since) if at not in marks]
    if f" {head} " in " ".join(f" {p.key} " for p in above):
        score -= _PULL_QUOTE
    named = {name for p in above for name in _FULL_NAME.findall(p.text)}
    again = {name for name in _FULL_NAME.findall(below[0].text) if len(name.split()) >= 2}
    if named & again:
        score += 0.5
    if _goes_on(paragraphs[run.body : min(run.end, run.body + 3)], named, knowledge):
        score -= _CONTINUED
    old = frozenset().union(*(stems(p.key) for p in above)) if above else frozenset()
    new = stems(key)
    if new and len(new & old) / len(new) < 0.15 and sum(p.size for p in above) >= 60:
        score += 0.75
    return score


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
