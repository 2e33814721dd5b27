"""A story as paragraphs: head, body with its places and dates, captions, copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geotui.library.highlights import Highlights
from geotui.model import (
    ActorKind,
    Article,
    CopyEntry,
    DateMention,
    Draft,
    Granularity,
    Marks,
    Published,
    Relation,
    Span,
    Story,
    StoryActor,
    StoryHead,
    TitleFrom,
)
from geotui.tui.story_text import plain_text, story_paragraphs
from geotui.tui.words import span_words
from geotui.tui.wrapping import Paragraph

FEB = date(2022, 2, 4)
INFERRED = Published(FEB, FEB, FEB, 0.9)
TEXT = "They met on Friday in\nBeijing.\n\nTalks go on until March, on February 4, 2022 at least."


def mention(text: str, span: Span) -> DateMention:
    start = TEXT.index(text)
    return DateMention(start, start + len(text), text, span, "")


DRAFT = Draft("They meet", TitleFrom.LINE, 1, TEXT, (2, 3, 5), captions=("Beijing, by night",))
DATES = (
    mention("Friday", Span.day(FEB)),
    mention("March", Span.month(2022, 3)),
    mention("February 4, 2022", Span.day(FEB)),
)
ARTICLE = Article("id1", DRAFT, INFERRED, (), DATES)


def copy(number: int, relation: Relation) -> CopyEntry:
    return CopyEntry(number, f"id{number}", "/p/a.txt", None, (1, 5), "They meet", "Post", None, INFERRED, relation)


def story(copies: int = 1) -> Story:
    relations = (Relation.LEADING, Relation.NEAR, Relation.EXCERPT)
    entries = tuple(copy(number, relations[number - 1]) for number in range(1, copies + 1))
    head = StoryHead(0, "id1", "They meet", INFERRED, ("Post", "Gazette"), copies)
    return Story(head, (StoryActor("xi", "Xi Jinping", ActorKind.PERSON, 3),), entries, ())


def texts(paragraphs: list[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def marked(paragraphs: list[Paragraph]) -> list[str]:
    return [p.text[start:end] for p in paragraphs for start, end in p.matches]


def test_the_head_tells_outlets_the_date_in_words_and_where_to_ask_why() -> None:
    found = texts(story_paragraphs(story(2), ARTICLE))
    assert found[:3] == [
        "They meet",
        "Post, Gazette · about 4 Feb 2022 (very likely) (w: why) · 2 copies (c: all) · text from Post",
        "People: Xi Jinping 3",
    ]
    assert found[-3:] == [
        "Copies folded into this story",
        "Post, ~4 Feb 2022, shown here",
        "Post, ~4 Feb 2022, nearly the same text",
    ]


def test_a_date_that_the_page_gives_needs_no_reason() -> None:
    given = story()
    given = replace(given, head=replace(given.head, published=Published(FEB, FEB, FEB, 0.97, metadata=True)))
    assert texts(story_paragraphs(given, ARTICLE))[1] == "Post, Gazette · 4 Feb 2022 · text from Post"


@pytest.mark.parametrize(
    ("sources", "source", "told"),
    [
        (("Post", "Gazette"), None, "Post, Gazette · 4 Feb 2022 · text from a page without outlet"),
        (("Post",), None, "Post · 4 Feb 2022 · text from a page without outlet"),
        (("Post",), "post", "Post · 4 Feb 2022"),
        ((), None, "no outlet named · 4 Feb 2022"),
    ],
)
def test_the_head_says_whose_text_is_shown_where_the_outlets_do_not(
    sources: tuple[str, ...], source: str | None, told: str
) -> None:
    published = Published(FEB, FEB, FEB, 0.97, metadata=True)
    head = StoryHead(0, "id1", "They meet", published, sources, 1)
    given = Story(head, (), (replace(copy(1, Relation.LEADING), source=source),), ())
    assert texts(story_paragraphs(given, ARTICLE))[1] == told


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (Marks(read=True), ()),
        (Marks(starred=True), ("★ starred",)),
        (Marks(starred=True, tags=("trade", "war")), ("★ starred · # trade, war",)),
        (Marks(tags=("war",), note="ask\n\tBern"), ("# war", "✎ ask  Bern")),
    ],
)
def test_the_head_ends_with_what_the_reader_added(marks: Marks, told: tuple[str, ...]) -> None:
    found = story_paragraphs(story(), ARTICLE, marks=marks)
    assert texts(found)[3 : 3 + len(told) + 1] == [*told, ""]
    assert all(p.added == ((0, len(p.text)),) for p in found[3 : 3 + len(told)])


def test_a_copy_says_which_it_is_and_how_to_get_back() -> None:
    several = story(3)
    found = texts(story_paragraphs(several, ARTICLE, copy=several.copies[1]))
    assert found[1] == "Copy 2 of 3 · nearly the same text · c: others · h: back to the story"
    assert found[2] == "Post · about 4 Feb 2022 (very likely) (w: why)"
    assert "Copies folded into this story" not in found


def test_what_the_filter_means_is_marked_where_it_stands() -> None:
    at = TEXT.index("Beijing"), TEXT.index("Talks")
    body = ((at[0], at[0] + 7), (at[1], at[1] + 5))
    found = story_paragraphs(story(), ARTICLE, Highlights(((0, 4),), body, (((0, 7),),)))
    assert marked(found) == ["They", "Beijing", "Talks", "Beijing"]


def test_dates_say_which_days_they_mean_and_the_marks_move_along() -> None:
    at = TEXT.index("Beijing"), TEXT.index("at least")
    found = story_paragraphs(story(), ARTICLE, Highlights((), ((at[0], at[0] + 7), (at[1], at[1] + 8))), dates=True)
    body = [paragraph for paragraph in found if paragraph.added]
    assert texts(body) == [
        "They met on Friday [4 Feb 2022] in\nBeijing.",
        "Talks go on until March [Mar 2022], on February 4, 2022 at least.",
    ]
    assert [p.text[start:end] for p in body for start, end in p.added] == [" [4 Feb 2022]", " [Mar 2022]"]
    assert marked(body) == ["Beijing", "at least"]


def test_places_counted_in_another_text_than_is_shown_are_not_painted() -> None:
    hostile = replace(ARTICLE, draft=replace(DRAFT, text="a\x1b[31m Friday"))
    found = story_paragraphs(story(), hostile, Highlights((), ((7, 13),)))
    assert marked(found) == []


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span.day(FEB), "4 Feb 2022"),
        (Span.month(2022, 2), "Feb 2022"),
        (Span.year(2022), "2022"),
        (Span(date(2022, 1, 24), date(2022, 1, 30), Granularity.WEEK), "24 Jan 2022 to 30 Jan 2022"),
        (Span(date(2022, 1, 24), None), "from 24 Jan 2022 on"),
        (Span(None, FEB), "until 4 Feb 2022"),
        (Span(FEB, FEB, approximate=True), "about 4 Feb 2022"),
        (Span(None, None), ""),
    ],
)
def test_days_are_told_in_words(span: Span, words: str) -> None:
    assert span_words(span) == words


def test_other_programs_get_the_text_of_the_copy_whole_and_unwrapped_or_wrapped() -> None:
    text = plain_text(story(), ARTICLE)
    assert text.startswith(
        "They meet\n\nPost · about 4 Feb 2022 (very likely)\n\nThey met on Friday in Beijing.\n\nTalks"
    )
    assert text.endswith("at least.\n\nBeijing, by night\n")
    assert max(map(len, plain_text(story(), ARTICLE, width=20).splitlines())) <= 20


def test_a_megabyte_with_many_places_and_dates_keeps_each_in_its_paragraph() -> None:
    part = "They met on Friday."
    text = "\n\n".join([part] * 20_000)
    starts = range(0, len(text), len(part) + 2)
    body = tuple((at, at + 4) for at in starts)
    dates = tuple(DateMention(at + 12, at + 18, "Friday", Span.day(FEB), "") for at in starts)
    article = replace(ARTICLE, draft=replace(DRAFT, text=text), dates=dates)
    found = [p for p in story_paragraphs(story(), article, Highlights((), body), dates=True) if p.added]
    assert len(found) == 20_000
    assert {(p.text, p.matches) for p in found} == {("They met on Friday [4 Feb 2022].", ((0, 4),))}
