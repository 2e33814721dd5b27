"""Where articles begin: every possible headline weighs the signs for and against it.

Strong signs are a headline that comes again, a byline, date or dateline under it, pictures under it, an article's end
above it, a wider gap. A digest has none of them: there the sections are short, alike, and each restates its headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geotui.articles.evidence import PageManner, Run, restates, signs
from geotui.articles.headlines import headline_like, repeated_headlines, speaker_labels, speaker_of
from geotui.articles.lines import Paragraph
from geotui.articles.links import shared_stems
from geotui.articles.marks import HEAD_SIGNS, Kind, Marks
from geotui.knowledge import Knowledge

_FRAME = (Kind.LABEL, Kind.TRAIL, Kind.SITE)
THRESHOLD = 2.25
_STRAY_WORDS = 3


@dataclass(frozen=True, slots=True)
class Region:
    """The paragraphs `start` to `end` (not included) of one article; `title` is its headline's place, None without one.

    `again` are the further sightings of the headline.
    """

    start: int
    end: int
    title: int | None
    again: tuple[int, ...] = ()


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


def _lead(paragraphs: Sequence[Paragraph], run: Run) -> int:
    """Where a run's article begins: at a label of a few words right above its headline, else at the headline."""
    above = run.pick - 1
    if above in run.members and paragraphs[above].size <= _STRAY_WORDS and paragraphs[run.pick].gap <= 1:
        return above
    return run.pick


def _runs(
    paragraphs: Sequence[Paragraph], marks: Marks, repeats: dict[int, tuple[int, ...]], further: set[int]
) -> list[Run]:
    """The possible headlines of the page, those with no text between them together."""
    groups: list[list[int]] = []
    speakers = speaker_labels(paragraphs)
    fresh = True
    for at, paragraph in enumerate(paragraphs):
        if at in marks or at in further:
            continue
        if at in repeats or (headline_like(paragraph) and speaker_of(paragraph) not in speakers):
            if fresh or not groups:
                groups.append([])
            groups[-1].append(at)
            fresh = False
        elif paragraph.prose:
            fresh = True
    first = _full_stop_headline(paragraphs, marks)
    if first is not None and (not groups or first < groups[0][0]):
        groups.insert(0, [first])
    runs: list[Run] = []
    for number, members in enumerate(groups):
        end = groups[number + 1][0] if number + 1 < len(groups) else len(paragraphs)
        pick = _pick(paragraphs, marks, members, repeats)
        body = [at for at in range(pick + 1, end) if at not in marks and paragraphs[at].prose and at not in further]
        runs.append(Run(tuple(members), pick, body[0] if body else end, end, len(body)))
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
    """Of several possible headlines in a row, the one whose text follows: below the menus, above the byline or date."""
    members = _within_head(marks, members)
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
    below = range(members[-1] + 1, len(paragraphs))
    text = next((paragraphs[at] for at in below if at not in marks and paragraphs[at].prose), None)
    if text is None:
        return long_enough[0]
    shared = {at: shared_stems(paragraphs[at].key, text.key) for at in long_enough}
    best = max(long_enough, key=lambda at: (shared[at], -at))
    return best if shared[best] >= 0.3 and shared[long_enough[0]] < 0.2 else long_enough[0]


def _within_head(marks: Marks, members: Sequence[int]) -> Sequence[int]:
    """Those of several possible headlines that stand below the last menu and above the first byline or date there."""
    frames = [at for at in range(members[0], members[-1]) if at in marks and marks[at].kind in _FRAME]
    below = [at for at in members if at > frames[-1]] if frames else members
    head = [at for at in range(below[0], below[-1]) if at in marks and marks[at].kind in HEAD_SIGNS]
    return [at for at in below if at < head[0]] if head else below


def _under_stamp(marks: Marks, run: Run) -> bool:
    """Whether a line is the heading of an entry in a live report: a time stands right above it."""
    above = marks.get(run.pick - 1)
    return above is not None and above.kind is Kind.STAMP


def _starts(
    paragraphs: Sequence[Paragraph],
    marks: Marks,
    repeats: dict[int, tuple[int, ...]],
    runs: Sequence[Run],
    knowledge: Knowledge,
) -> list[Run]:
    """The runs that open an article."""
    within = {at for first, group in repeats.items() for at in range(first + 1, group[-1] + 1)}
    live = sum(mark.kind is Kind.STAMP for mark in marks.values()) >= 2
    texts = [run for run in runs if run.prose and run.pick not in within and not (live and _under_stamp(marks, run))]
    if not texts:
        return []
    first_prose = next(at for at, p in enumerate(paragraphs) if at not in marks and p.prose)
    found = [texts[0]] if texts[0].pick <= first_prose else []
    page = PageManner.of(paragraphs, marks, texts, bool(found))
    since = found[0].body if found else first_prose
    for run in texts[len(found) :]:
        score = signs(paragraphs, marks, run, page, knowledge, run.pick in repeats)
        score += restates(paragraphs, marks, run, page, since, knowledge)
        if score >= THRESHOLD:
            found.append(run)
            since = run.body
    return found
