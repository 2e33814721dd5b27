"""What a filter means in an article: its actors, words and dates, and nothing that it excludes."""

from __future__ import annotations

from datetime import date

import pytest

from geotui.library.highlights import highlights
from geotui.model import Actor, ActorKind, Article, DateMention, Draft, Published, Span, TermReading, TitleFrom
from geotui.query.nodes import (
    And,
    Filter,
    HasFlag,
    HasWords,
    NamesActor,
    Node,
    Not,
    Or,
    PublishedIn,
    SpeaksOf,
    Term,
    Test,
    Where,
)

BODY = "Zelenskiy said on Friday that he would talk.\n\nPresident Zelenskiy's grain deal holds until March."
FRIDAY = Span.day(date(2022, 2, 4))
MARCH = Span.month(2022, 3)


def article() -> Article:
    draft = Draft(
        title="Zelenskiy talks of a grain deal",
        title_from=TitleFrom.LINE,
        title_line=1,
        text=BODY,
        body_lines=(2, 4),
        captions=("A field of grain", "Volodymyr Zelenskiy in Kyiv"),
    )
    second = BODY.index("Zelenskiy's")
    zelenskyy = Actor(
        id="zelenskyy",
        name="Volodymyr Zelenskyy",
        kind=ActorKind.PERSON,
        mentions=((0, 9), (second, second + 9)),
        where=("title", "body", "caption"),
        spellings=("Zelenskiy", "Volodymyr Zelenskiy"),
    )
    friday, march = BODY.index("Friday"), BODY.index("March")
    dates = (
        DateMention(friday, friday + 6, "Friday", FRIDAY, "2022-02-04"),
        DateMention(march, march + 5, "March", MARCH, "2022-03"),
    )
    return Article("id", draft, Published(), (zelenskyy,), dates)


def filter_of(*tests: Test, wrap: type[Not] | None = None) -> Filter:
    reading = TermReading(0, 0, "", "", "")
    parts: tuple[Node, ...] = tuple(Term(reading, (test,)) for test in tests)
    return Filter("", And(tuple(wrap(part) for part in parts) if wrap else parts), ())


def words_of(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in ranges]


@pytest.mark.parametrize(
    ("test", "title", "body", "captions"),
    [
        (NamesActor("zelenskyy"), ["Zelenskiy"], ["Zelenskiy", "Zelenskiy"], [[], ["Volodymyr Zelenskiy"]]),
        (NamesActor("putin"), [], [], [[], []]),
        (HasWords(("grain", "deal")), ["grain deal"], ["grain deal"], [[], []]),
        (HasWords(("grain",), Where.TITLE), ["grain"], [], [[], []]),
        (HasWords(("grain",), Where.NOTE), [], [], [[], []]),
        (SpeaksOf(Span.month(2022, 2)), [], ["Friday"], [[], []]),
        (SpeaksOf(FRIDAY), [], ["Friday"], [[], []]),
        (SpeaksOf(Span(date(2022, 3, 1), date(2022, 3, 9))), [], [], [[], []]),
        (PublishedIn(FRIDAY), [], [], [[], []]),
        (HasFlag("unread"), [], [], [[], []]),
    ],
)
def test_each_test_of_a_filter_marks_what_it_finds(
    test: Test, title: list[str], body: list[str], captions: list[list[str]]
) -> None:
    found = highlights(article(), filter_of(test))
    draft = article().draft
    assert words_of(draft.title, found.title) == title
    assert words_of(draft.text, found.body) == body
    assert [words_of(text, own) for text, own in zip(draft.captions, found.captions, strict=True)] == captions


def test_what_is_excluded_is_not_marked() -> None:
    assert not highlights(article(), filter_of(NamesActor("zelenskyy"), wrap=Not))


def test_either_of_two_is_marked_and_overlapping_places_are_one() -> None:
    reading = TermReading(0, 0, "", "", "")
    either = Or((Term(reading, (NamesActor("zelenskyy"),)), Term(reading, (HasWords(("president", "zelenskiy")),))))
    found = highlights(article(), Filter("", either, ()))
    assert words_of(BODY, found.body) == ["Zelenskiy", "President Zelenskiy"]
