"""A story in one paragraph."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from geotui.library import Library
from geotui.library.citation import day_told
from geotui.model import Published
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


def test_without_an_address_the_page_stands_for_it(library: Library, archive: Path) -> None:
    page = archive.resolve() / "feed.jsonl"
    assert cited(library, "park") == f"“A park for the old harbour”. 3 May 2021. {page}, record r4"


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
