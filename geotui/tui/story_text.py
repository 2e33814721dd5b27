"""A story as paragraphs: title, when and where it was printed, who is in it, body, captions, copies. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise

from geotui.library.finding import Ranges
from geotui.library.highlights import Highlights
from geotui.model import ActorKind, Article, CopyEntry, DateMention, Draft, Granularity, Marks, Published, Story
from geotui.tui.looks import overlapping
from geotui.tui.words import actors, added_words, copy_of, copy_words, count, long_date, span_words
from geotui.tui.wrapping import Lines, Paragraph, Role, shown


def story_paragraphs(
    story: Story,
    article: Article,
    marked: Highlights | None = None,
    copy: CopyEntry | None = None,
    dates: bool = False,
    marks: Marks | None = None,
) -> list[Paragraph]:
    """What the reader pane shows of a story; `article` is that of its leading copy, or of the one given.

    `marked` are the places that the filter means; with `dates` each date of the text says which days it means; `marks`
    are what the reader added to the story.
    """
    marked = marked or Highlights()
    draft = article.draft
    named = article.dates if dates else ()
    return [
        *_head(story, draft, marked, copy),
        *_added(marks or Marks()),
        Paragraph(""),
        *_body(draft, marked.body, named),
        *_captions(draft, marked.captions),
        *_origin(draft),
        *_copies(story, copy),
    ]


def plain_text(story: Story, article: Article, width: int | None = None) -> str:
    """A story for other programs: title, outlets and day, body, captions, address; wrapped where a width is given."""
    draft = article.draft
    copy = next((copy for copy in story.copies if copy.id == article.id), story.copies[0])
    about = " · ".join(filter(None, (copy.source, long_date(copy.published), draft.url)))
    paragraphs = [Paragraph(draft.title), Paragraph(about), *_body(draft, (), ()), *map(Paragraph, draft.captions)]
    longest = max(len(paragraph.text) for paragraph in paragraphs)
    lines = Lines(paragraphs, width or 2 * longest + 1)
    return "".join(f"{line.text}\n" for line in lines)


def _head(story: Story, draft: Draft, marked: Highlights, copy: CopyEntry | None) -> list[Paragraph]:
    head = story.head
    title, sources, published = head.title, head.sources, head.published
    if copy is not None:
        title, sources, published = copy.title, (copy.source,) if copy.source else (), copy.published
    about = [", ".join(sources) or "no outlet named", _date(published)]
    if copy is None and head.copies > 1:
        about.append(f"{count(head.copies, 'copy', 'copies')} (c: all)")
    if copy is None and story.event is not None:
        about.append(f"one of {story.event.stories:,} reports (e: all)")
    if copy is None and (text_from := _text_from(story)):
        about.append(text_from)
    lines = [" · ".join(about), *filter(None, (actors(story.actors, kind) for kind in ActorKind))]
    if copy is not None:
        lines.insert(0, f"{copy_of(story, copy)} · c: others · h: back to the story")
    matches = marked.title if title == draft.title else ()
    return [
        Paragraph(title, Role.TITLE, gap=False, matches=_fitting(title, matches)),
        *(Paragraph(text, Role.ABOUT, gap=False, indent=2) for text in lines),
    ]


def _text_from(story: Story) -> str:
    """Which outlet's text is shown where others are named, too; else empty."""
    sources, source = story.head.sources, story.copies[0].source
    if source is None:
        return "text from a page without outlet" if sources else ""
    return f"text from {source}" if len(sources) > 1 else ""


def _added(marks: Marks) -> Iterator[Paragraph]:
    """Star, tags and note: words that the text itself does not have, so that places in it stay when they change."""
    for words in added_words(marks):
        text = shown(words)
        yield Paragraph(text, Role.ABOUT, gap=False, indent=2, added=((0, len(text)),))


def _date(published: Published) -> str:
    return long_date(published) if published.metadata and published.day else f"{long_date(published)} (w: why)"


def _body(draft: Draft, matches: Ranges, dates: Sequence[DateMention]) -> list[Paragraph]:
    paragraphs = list(_text(draft.text, matches, dates))
    if not paragraphs:
        paragraphs = [Paragraph("The page holds no more than this headline.", Role.ASIDE)]
    if draft.cut_off:
        paragraphs.append(Paragraph("Cut off by its outlet here.", Role.ASIDE))
    return paragraphs


def _text(text: str, matches: Ranges, dates: Sequence[DateMention]) -> Iterator[Paragraph]:
    named = sorted(dates, key=_end)
    start = 0
    for part in text.split("\n\n"):
        end = start + len(part)
        if part.strip():
            own = tuple(_cut(matches[number], start, end) for number in overlapping(matches, start, end))
            here = named[bisect_right(named, start, key=_end) : bisect_right(named, end, key=_end)]
            put_in = [(date.end - start, f" [{days}]") for date in here if (days := _days(date))]
            yield _paragraph(part, own, put_in)
        start = end + 2


def _end(mention: DateMention) -> int:
    return mention.end


def _cut(range_: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """A range as far as it lies in a part of the text, counted from there."""
    return max(range_[0], start) - start, min(range_[1], end) - start


def _days(mention: DateMention) -> str:
    """Which days a date means; empty where it says so itself."""
    span = mention.span
    said = span.start is not None and str(span.start.year) in mention.text
    if said and span.granularity in (Granularity.DAY, Granularity.MONTH, Granularity.YEAR):
        return ""
    return span_words(span)


def _paragraph(text: str, matches: Ranges, put_in: Sequence[tuple[int, str]]) -> Paragraph:
    """A paragraph with words put in behind places of it, in their order."""
    places = [at for at, _ in put_in]
    grown = list(accumulate((len(words) for _, words in put_in), initial=0))
    parts = [text[start:end] for start, end in pairwise([0, *places, len(text)])]
    words = [*(words for _, words in put_in), ""]
    return Paragraph(
        "".join(chain.from_iterable(zip(parts, words, strict=True))),
        matches=tuple(
            (a + grown[bisect_right(places, a)], b + grown[bisect_left(places, b)]) for a, b in _fitting(text, matches)
        ),
        added=tuple((at + before, at + behind) for at, (before, behind) in zip(places, pairwise(grown), strict=True)),
    )


def _fitting(text: str, matches: Ranges) -> Ranges:
    """The places, where the text is shown letter for letter as they were counted."""
    return matches if matches and len(shown(text)) == len(text) else ()


def _captions(draft: Draft, matches: Sequence[Ranges]) -> list[Paragraph]:
    if not draft.captions:
        return []
    heading = "Caption" if len(draft.captions) == 1 else "Captions"
    places = matches if len(matches) == len(draft.captions) else [()] * len(draft.captions)
    return [
        Paragraph(heading, Role.HEADING, gap=False),
        *(
            Paragraph(caption, Role.ASIDE, gap=False, indent=2, matches=_fitting(caption, own))
            for caption, own in zip(draft.captions, places, strict=True)
        ),
        Paragraph(""),
    ]


def _origin(draft: Draft) -> list[Paragraph]:
    """What the page says of itself, as printed."""
    stated = (
        ("Byline", draft.byline),
        ("Agency", draft.agency),
        ("Place", draft.dateline),
        ("Address", draft.url),
        ("Language", draft.language if draft.language != "en" else None),
    )
    lines = [Paragraph(f"{name}: {value}", Role.ABOUT, gap=False, indent=2) for name, value in stated if value]
    return [*lines, Paragraph("")] if lines else []


def _copies(story: Story, copy: CopyEntry | None) -> list[Paragraph]:
    if len(story.copies) < 2 or copy is not None:
        return []
    listed = [Paragraph(copy_words(entry), Role.ASIDE, gap=False, indent=2) for entry in story.copies]
    return [Paragraph("Copies folded into this story", Role.HEADING, gap=False), *listed]
