"""Scores readings of pages against a gold reading made by hand; one article of the gold is matched to at most one read.

Gold articles are objects with `page`, `record`, `title_line`, `body_lines`, `caption_lines`, `published` with
`published_lo` and `published_hi`, and `actors` (persons). A day is right within a day of the gold day or inside its
range; an interval is right where it meets the range.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from geotui.model import ActorKind, Article, Published, Reading

Gold = Mapping[str, Any]
Place = tuple[str, str | None]


@dataclass
class Counts:
    """Hits, and what was found or wanted beside them."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: set[Any], wanted: set[Any]) -> None:
        self.hits += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.found + self.wanted) if self.found + self.wanted else 1.0


@dataclass
class Figures:
    """What a set of pages scored; shares are of the gold's articles. `misses` says what was wrong, a line each."""

    articles: Counts = field(default_factory=Counts)
    body: Counts = field(default_factory=Counts)
    captions: Counts = field(default_factory=Counts)
    persons: Counts = field(default_factory=Counts)
    titles: int = 0
    days: int = 0
    held: int = 0
    wrong_and_sure: int = 0
    misses: list[str] = field(default_factory=list)

    def share(self, count: int) -> float:
        return count / max(1, self.articles.wanted)


def score(gold: Sequence[Gold], readings: Mapping[Place, Reading], same: Callable[[str], str]) -> Figures:
    """Figures of the readings, by (page, record); `same` maps a person's name to what counts as the same name."""
    figures = Figures()
    wanted_on: dict[Place, list[Gold]] = defaultdict(list)
    for wanted in gold:
        wanted_on[wanted["page"], wanted["record"]].append(wanted)
    for place, reading in readings.items():
        free = list(reading.articles)
        figures.articles.found += len(free)
        for wanted in wanted_on.pop(place, []):
            figures.articles.wanted += 1
            article = max(free, key=lambda a: _overlap(a, wanted), default=None)
            if article is None or _overlap(article, wanted) < 0.5:
                figures.misses.append(f"{place} line {wanted['title_line']}: not found")
                figures.persons.wanted += len(wanted["actors"])
                figures.body.wanted += len(wanted["body_lines"])
                continue
            free.remove(article)
            figures.articles.hits += 1
            _compare(figures, place, article, wanted, same)
        for article in free:
            figures.body.found += len(article.draft.body_lines)
            figures.misses.append(f"{place}: invented {article.draft.title!r} at {article.draft.lines}")
    assert not wanted_on, f"no reading of {sorted(map(str, wanted_on))}"
    return figures


def _overlap(article: Article, wanted: Gold) -> float:
    mine, gold = set(article.draft.body_lines), set(wanted["body_lines"])
    return len(mine & gold) / len(mine | gold) if mine | gold else 0.0


def _compare(figures: Figures, place: Place, article: Article, wanted: Gold, same: Callable[[str], str]) -> None:
    draft, where = article.draft, f"{place} line {wanted['title_line']}"
    for name, counts, found, gold in (
        ("body", figures.body, set(draft.body_lines), set(wanted["body_lines"])),
        ("captions", figures.captions, set(draft.caption_lines), set(wanted.get("caption_lines", draft.caption_lines))),
        (
            "persons",
            figures.persons,
            {same(a.name) for a in article.actors if a.kind is ActorKind.PERSON and not a.inferred},
            set(map(same, wanted["actors"])),
        ),
    ):
        counts.add(found, gold)
        if found != gold:
            figures.misses.append(f"{where}: {name} missed {sorted(gold - found)}, invented {sorted(found - gold)}")
    if draft.title_line == wanted["title_line"]:
        figures.titles += 1
    else:
        figures.misses.append(f"{where}: title {draft.title!r} of line {draft.title_line}")
    _compare_days(figures, where, article.published, wanted)


def _compare_days(figures: Figures, where: str, published: Published, wanted: Gold) -> None:
    gold, low, high = (date.fromisoformat(wanted[key]) for key in ("published", "published_lo", "published_hi"))
    day = published.day
    right = day is not None and (abs((day - gold).days) <= 1 or low <= day <= high)
    figures.days += right
    figures.held += (published.start or date.min) <= high and low <= (published.end or date.max)
    figures.wrong_and_sure += not right and published.confidence >= 0.8
    if not right:
        span = f"{published.start}..{published.end}"
        figures.misses.append(f"{where}: day {day} in {span} at {published.confidence:.2f}, not {low}..{high}")
