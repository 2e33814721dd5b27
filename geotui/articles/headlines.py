"""Which lines may be headlines, judged alone and by where they come again. Where articles begin is `segment`'s."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from geotui.articles.lines import Paragraph, title_text
from geotui.articles.markers import key_of, load_markers
from geotui.articles.marks import Kind, Mark, Marks

LONGEST = 34  # words of a headline
_LISTED = re.compile(r"^(?:[-–—•*·▪●■►>]|\d{1,2}[.)]\s|\(\d|[a-z]\)|\d{1,2}[:.]\d{2}\b)")
_BULLET = re.compile(r"[•▪●■►▶]|[-–—*·>]\s")
_WRAPPED_MARKS = re.compile(r"^[-–—*=~•_]+\s*\S.*\S\s*[-–—*=~•_]+$")
_QUOTED = re.compile(r"^[\"“«„'‘].*[\"”»“'’]$")
_SPEAKER = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ .'’-]{0,30}):\s")
_SITE_SUFFIX = re.compile(r"\s+(?:[|–—·»]|-)\s+[^|–—]{2,40}$")
_DASHED = re.compile(r"\s[|–—·»-]\s")
_FARTHEST = 60  # paragraphs of any kind between the two
_FAR = 3  # paragraphs of text between two sightings of one headline


def headline_like(paragraph: Paragraph) -> bool:
    """Whether a line could be a headline: short, no sentence by its end, no list item, no lead-in, no quotation."""
    text = title_text(paragraph.text)
    if not 2 <= paragraph.size <= LONGEST or len(text) > 260 or paragraph.key in load_markers().sections:
        return False
    if (paragraph.sentence and paragraph.ends not in "?!？！؟…") or text[-1] in ":;,–—،；：":
        return False
    if is_listed(paragraph) or _QUOTED.match(text):
        return False
    first = next((c for c in text if c.isalpha() or c.isdigit()), "")
    return (bool(first) and not first.islower()) or (text[:1] in "iex" and text[1:2].isupper())


def is_listed(paragraph: Paragraph) -> bool:
    """Whether a line is an item of a list, or set between dashes as subheads are."""
    return bool(_LISTED.match(paragraph.text) or _WRAPPED_MARKS.match(paragraph.text))


def is_bullet(paragraph: Paragraph) -> bool:
    """Whether a line is a point of a list, by the sign before it."""
    return _BULLET.match(paragraph.text) is not None


def speaker_of(paragraph: Paragraph) -> str | None:
    """The label in capitals before a colon, as transcripts name who speaks; None where there is none."""
    match = _SPEAKER.match(paragraph.text)
    return match[1] if match else None


def speaker_labels(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The labels of speakers in a page: those that come again."""
    count = Counter(label for p in paragraphs if (label := speaker_of(p)))
    return frozenset(label for label, n in count.items() if n >= 2)


def add_contents(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Mark lists of headlines: three or more in a row, most of which stand elsewhere in the page too."""
    count = Counter(p.key for p in paragraphs)
    run: list[int] = []
    for at in range(len(paragraphs) + 1):
        if at < len(paragraphs) and (at in marks or headline_like(paragraphs[at])):
            run += [at] if at not in marks else []
            continue
        keys = [paragraphs[i].key for i in run]
        if keys and keys[-1] in keys[:-1]:
            run, keys = run[:-1], keys[:-1]
        listed = [i for i in run if count[paragraphs[i].key] > keys.count(paragraphs[i].key)] if len(keys) < 60 else []
        if len(listed) >= 3 and len(listed) * 3 >= 2 * len(run) and len(set(keys)) >= 3:
            for i in run[run.index(listed[0]) : run.index(listed[-1]) + 1]:
                marks[i] = Mark(Kind.LINK, "list of headlines")
        run = []


def title_keys(text: str, key: str | None = None) -> frozenset[str]:
    """The keys of a headline: its own, given where known, and that without a site's name behind it."""
    key = key_of(text) if key is None else key
    short = without_site(text)
    return frozenset((key,)) if short is text else frozenset((key, key_of(short)))


def without_site(text: str) -> str:
    """A headline without what stands behind its last bar or dash; the same object where there is none."""
    match = _SITE_SUFFIX.search(text) if _DASHED.search(text) else None
    return text[: match.start()] if match else text


def repeated_headlines(paragraphs: Sequence[Paragraph], marks: Marks) -> dict[int, tuple[int, ...]]:
    """Headlines that come again before their text: place of the first sighting → places of the further ones.

    Between two sightings stand captions, furniture and at most a standfirst or two; a line that comes again far below
    is a link to the article, and no such sign.
    """
    at_key: dict[str, list[int]] = defaultdict(list)
    for at, paragraph in enumerate(paragraphs):
        if at not in marks and 2 <= paragraph.size <= LONGEST:
            at_key[paragraph.key].append(at)
            for short in title_keys(paragraph.text, paragraph.key) - {paragraph.key}:
                if len(short) > 12:
                    at_key[short].append(at)
    found: dict[int, tuple[int, ...]] = {}
    for places in at_key.values():
        if len(places) < 2:
            continue
        group = [places[0]]
        for place in places[1:]:
            if _near(paragraphs, marks, group[-1], place):
                group.append(place)
                continue
            _keep(found, group, paragraphs)
            group = [place]
        _keep(found, group, paragraphs)
    return found


def _keep(found: dict[int, tuple[int, ...]], group: Sequence[int], paragraphs: Sequence[Paragraph]) -> None:
    first = paragraphs[group[0]]
    if len(group) >= 2 and (first.size >= 3) and (headline_like(first) or first.size <= 20):
        found[group[0]] = tuple(sorted({*found.get(group[0], ()), *group[1:]}))


def _near(paragraphs: Sequence[Paragraph], marks: Marks, one: int, two: int) -> bool:
    if two - one > _FARTHEST:
        return False
    between = [at for at in range(one + 1, two) if at not in marks]
    return len(between) <= _FAR and sum(paragraphs[at].prose for at in between) <= 2
