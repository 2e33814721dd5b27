"""Why a date, why folded, why it matches: whole sentences with the evidence."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geotui.library import Library
from geotui.library.why import date_sentences
from geotui.marks import Mark
from geotui.model import Published
from geotui.settings import Locations, Settings

LONG = """Zelenskiy asks for air defence before the winter

President Volodymyr Zelenskiy of Ukraine asked European governments on Monday to send air defence systems before the \
winter comes. He spoke by video to ministers who had come to Prague.

The ministers promised an answer within a month. Some of them said in private that their own stocks were nearly empty, \
and that new systems would take two years to build.

A spokesman recalled the agreement of 8 July 2016, which had set up a common fund for such purchases.
"""
EXCERPT = LONG.rpartition("\n\n")[0]
ROLE = """Turkish president will host the talks

The Turkish president will host the next round of the talks in Istanbul, his office said in a short statement.

The talks had been put off twice since the spring, as neither side would name its delegates.
"""
GUESSED = """Bridge closed after a ship struck it

A ship struck the old bridge on Tuesday, and the town closed it to lorries. The bridge had been painted in May 2019.

Engineers will look at the pillars from Thursday, the mayor said.
"""
PLAIN = """Envoys leave the fair

Emmanuel Macron saw the envoys off at the station of the town. Macron thanked the drivers, and Angela Merkel wrote.
"""
RECORDS = [
    {"id": "plain", "text": PLAIN, "date": "2020-01-09"},
    {"id": "long", "text": LONG, "date": "2022-10-03", "source": "Example Post", "url": "https://post.example/air"},
    {"id": "part", "text": EXCERPT, "date": "2022-10-04", "source": "Other Daily"},
    {"id": "same", "text": LONG, "date": "2022-10-05", "source": "Third Weekly"},
    {"id": "role", "text": ROLE, "date": "2022-10-06"},
    {"id": "guessed", "text": GUESSED},
]


@pytest.fixture
def library(tmp_path: Path, locations: Locations) -> Library:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")
    library = Library([folder], locations, Settings())
    library.update(workers=1)
    return library


def why(library: Library, filter_: str, possible: bool = False) -> tuple[str, ...]:
    answer = library.answer(filter_, possible)
    return library.why(answer, answer.shown.rank(0)).matches


def test_a_date_is_told_with_what_it_rests_on(library: Library) -> None:
    told = library.why(None, library.answer("zelensky").shown.rank(0)).date
    assert told[0] == "It is of 3 Oct 2022."
    assert told[1] == 'The page gives its date: "2022-10-03".'


def test_a_day_that_was_inferred_says_how_surely(library: Library) -> None:
    rank = library.answer("pillars").shown.rank(0)
    told = library.why(None, rank).date
    assert all(sentence.endswith(".") for sentence in told)
    assert library.story(rank).head.published.metadata is False
    assert "to be named" in told[0] or "inferred" in told[0]
    assert any("May 2019" in sentence for sentence in told)


@pytest.mark.parametrize(
    ("start", "end", "confidence", "told"),
    [
        ("2022-02-03", "2022-02-05", 0.7, "likely 4 Feb 2022, give or take a day."),
        ("2022-02-04", "2022-02-04", 0.5, "perhaps 4 Feb 2022, give or take a day."),
        (
            "2022-02-01",
            "2022-02-12",
            0.7,
            "likely 4 Feb 2022, give or take a day; four times in five it is between 1 Feb 2022 and 12 Feb 2022.",
        ),
        (
            "2022-02-01",
            "2022-02-12",
            0.3,
            "the best guess is 4 Feb 2022, and four times in five it is between 1 Feb 2022 and 12 Feb 2022.",
        ),
    ],
)
def test_an_inferred_day_is_called_as_sure_as_it_is(
    library: Library, start: str, end: str, confidence: float, told: str
) -> None:
    day, first, last = map(date.fromisoformat, ("2022-02-04", start, end))
    published = Published(day, first, last, confidence, ("it names Friday",))
    story = library.story(library.answer("pillars").shown.rank(0))
    dated = replace(story, head=replace(story.head, published=published))
    assert next(date_sentences(dated)) == f"Its day was inferred: {told}"


def test_each_copy_says_what_it_shares_with_the_leading_one(library: Library) -> None:
    copies = library.why(None, library.answer("zelensky").shown.rank(0)).copies
    (same,) = (told for told in copies if "word for word" in told)
    (part,) = (told for told in copies if told != same)
    assert same == "The copy from Third Weekly of 5 Oct 2022 has the same text, word for word."
    assert part.startswith("The copy from Other Daily of 4 Oct 2022 is ")
    assert "100% of its words stand in the leading text" in part
    assert "“President Volodymyr Zelenskiy of Ukraine asked European governments" in part
    quoted = part[part.index("“") + 1 : part.index("”")]
    assert len(quoted.removesuffix(" …").split()) <= 15


@pytest.mark.parametrize(
    ("filter_", "told"),
    [
        ("zelenski", "“Zelenskiy” and “Volodymyr Zelenskiy” in the text are Volodymyr Zelenskyy."),
        ("ukrain", "The text names Ukraine."),
        ("zelensky oct 2022", "3 Oct 2022 lies in Oct 2022."),
        ("about:2016", "The text names “8 July 2016”, which is 8 Jul 2016 and lies in 2016."),
        ("source:other", "A copy of it was printed by Other Daily."),
        ('source:"example post"', "It was printed by Example Post."),
        ('"nearly empty"', "“nearly empty” stands in the text."),
        ("title:winter", "“winter” stands in the title."),
        ("url:post.example", "Its address is https://post.example/air."),
        ("is:unread zelensky", "You have not read it."),
        ("has:copies", "It has copies."),
        ("zelensky -putin", "It does not fit “putin”, which the filter leaves out."),
    ],
)
def test_each_part_of_a_filter_says_what_fits_it(library: Library, filter_: str, told: str) -> None:
    assert told in why(library, filter_)


def test_a_spelling_is_told_only_where_it_is_not_the_name_itself(library: Library) -> None:
    assert why(library, "macron") == ("The text names Emmanuel Macron, also as “Macron”.",)
    assert why(library, "merkel") == ("The text names Angela Merkel.",)


def test_when_a_story_reached_the_reader_and_what_they_added_is_told(library: Library) -> None:
    library.mark(library.answer("zelensky").shown.rank(0), Mark.TAG, True, "arms")
    tagged, added = why(library, "tag:arms added:1d")
    assert tagged == "You tagged it “arms”."
    assert added.startswith("It first reached you on ")


def test_a_part_of_an_or_that_does_not_fit_is_passed_over(library: Library) -> None:
    assert why(library, "(zelensky | putin)") == why(library, "zelensky")


def test_a_misspelled_word_is_told_as_it_was_taken(library: Library) -> None:
    told = why(library, "zelensku")
    assert told[0].startswith("“zelensku”, as you typed it, was taken for a misspelling of Volodymyr Zelenskyy")


def test_one_named_by_role_alone_is_said_to_be_so(library: Library) -> None:
    told = why(library, "erdogan 2022", possible=True)
    assert any("who is not named" in sentence for sentence in told)


def test_a_filter_that_asks_nothing_needs_no_reason(library: Library) -> None:
    assert why(library, "") == ()


def test_a_story_that_was_read_since_it_was_found_says_so(library: Library) -> None:
    answer = library.answer("is:unread")
    rank = answer.shown.rank(0)
    library.mark(rank, Mark.READ, True)
    (told,) = library.why(answer, rank).matches
    assert told == "“is:unread” found it, but it was read or marked since, and does not fit any more."
    assert library.why(library.answer("sort:oldest"), rank).matches == ()
    other = library.answer("lorries").shown.rank(0)
    assert library.why(library.answer("envoys"), other).matches == ("The filter in force does not find it.",)
