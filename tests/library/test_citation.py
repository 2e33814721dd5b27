"""A story in one paragraph."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geotui.library import Library
from geotui.library.citation import citation, day_told, quoted_copy, shown_copy
from geotui.model import Article, CopyEntry, Draft, Published, Relation, Story, StoryHead, TitleFrom
from geotui.settings import Locations, Settings


@pytest.fixture
def library(archive: Path, locations: Locations) -> Library:
    library = Library([archive], locations, Settings())
    library.update(workers=1)
    return library


def cited(library: Library, filter_: str) -> str:
    story = library.story(library.answer(filter_).shown.rank(0))
    return library.citation(story, library.article(story.copies[0].article))


def test_it_names_title_outlet_day_and_address(library: Library) -> None:
    title = "“Lavrov flies to Ankara for talks on grain”"
    assert cited(library, "lavrov") == f"{title}. Example Post. 7 Jun 2022. https://post.example/lavrov"


def test_without_an_address_the_name_of_the_file_stands_for_it(library: Library) -> None:
    assert cited(library, "park") == "“A park for the old harbour”. 3 May 2021. feed.jsonl, record r4"


@pytest.mark.parametrize(
    ("published", "told"),
    [
        (Published(date(2022, 2, 4), date(2022, 2, 4), date(2022, 2, 4), 0.98, metadata=True), "4 Feb 2022"),
        (
            Published(date(2022, 2, 4), date(2022, 2, 1), date(2022, 2, 9), 0.7),
            "About 4 Feb 2022 (inferred from the text)",
        ),
        (Published(None, date(2022, 1, 1), date(2022, 12, 31)), "2022 (inferred from the text)"),
        (Published(None, date(2022, 1, 1), None), "After 2022 (inferred from the text)"),
        (Published(), "Undated"),
    ],
)
def test_a_day_is_cited_with_its_certainty(published: Published, told: str) -> None:
    assert day_told(published) == told


FEB = date(2022, 2, 4)
GIVEN = Published(FEB, FEB, FEB, 0.97, metadata=True)
GUESSED = Published(FEB, date(2022, 1, 1), FEB, 0.3)


def copy(number: int, url: str | None, published: Published, source: str | None = None) -> CopyEntry:
    relation = Relation.NEAR if number else Relation.LEADING
    return CopyEntry(number, "same", f"/a/{number}.txt", None, None, "Title", source, url, published, relation)


def story(*copies: CopyEntry) -> Story:
    return Story(StoryHead(0, "same", "Title", GIVEN, (), len(copies)), (), copies, ())


def test_the_copy_that_is_shown_is_quoted_if_it_has_an_address_else_the_surest_that_has_one() -> None:
    bare, guessed, given = copy(0, None, GIVEN), copy(1, "https://a.example", GUESSED), copy(2, "https://b.ex", GIVEN)
    several = story(bare, guessed, given)
    assert quoted_copy(several, guessed) == guessed
    assert quoted_copy(several, bare) == given
    assert quoted_copy(story(bare), bare) == bare
    assert quoted_copy(several, bare, lambda copy: "a.example" in (copy.url or "")) == guessed


def test_of_copies_with_one_text_the_one_at_the_same_address_is_shown() -> None:
    copies = copy(0, None, GIVEN), copy(1, "https://a.example", GIVEN, "A"), copy(2, "https://a.example", GIVEN, "B")
    draft = Draft("Title", TitleFrom.LINE, 1, "Text.", (2,), source="B", url="https://a.example")
    article = Article("same", draft, GIVEN, (), ())
    assert shown_copy(story(*copies), article) == copies[2]
    assert shown_copy(story(*copies), replace(article, id="other")) == copies[0]


def test_the_author_stands_first_and_the_day_is_the_copy_s_own_where_its_page_gives_one() -> None:
    draft = Draft("Title.", TitleFrom.LINE, 1, "Text.", (2,), byline="Ana Moll")
    article = Article("same", draft, GIVEN, (), ())
    later = replace(GIVEN, day=date(2022, 2, 9))
    own, inferred = copy(0, "https://a.example", later), copy(0, None, GUESSED)
    assert citation(story(own), own, article) == "Ana Moll. “Title”. 9 Feb 2022. https://a.example"
    assert citation(story(inferred), inferred, article) == "Ana Moll. “Title”. 4 Feb 2022. 0.txt"
