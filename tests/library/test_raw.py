"""A copy's page as it was found: every line with what it was taken for, and what is said where the page has changed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from geotui.errors import InputError
from geotui.library import Library
from geotui.model import CopyEntry, LineKind
from geotui.settings import Locations, Settings

PAGE = """Ministers meet on the river dam

Ministers of the two countries met in Lusaka on Monday to talk about water. The dam has been half empty since the \
spring, and farmers on both banks have asked for a share that is fixed in writing.

Share on Facebook

They agreed to meet once more in June, when engineers will have measured the lake. A first draft of the treaty was \
handed to both sides before they left.

Teachers go back to work after a week

Teachers in the capital went back to their schools on Tuesday after a strike of one week. Their union had asked for \
a tenth more pay and was given half of it.

Parents said that they were glad of it, whoever had won. The lost days will be made up in the summer, the ministry \
said, though it did not say which.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    path = folder / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def library(page: Path, locations: Locations) -> Library:
    library = Library([page.parent], locations, Settings())
    library.update(workers=1)
    return library


def copy_of(library: Library, filter_: str) -> CopyEntry:
    return library.story(library.answer(filter_).shown.rank(0)).copies[0]


def test_every_line_is_told_and_what_is_not_of_this_article(library: Library) -> None:
    raw = library.raw(copy_of(library, "dam"))
    assert [line.text for line in raw.lines] == PAGE.splitlines()
    assert [line.number for line in raw.lines] == list(range(1, len(raw.lines) + 1))
    kinds = {line.number: line.kind for line in raw.lines}
    assert kinds[1] is LineKind.TITLE
    assert (kinds[2], kinds[3]) == (LineKind.BLANK, LineKind.BODY)
    left_out = next(line for line in raw.lines if line.text == "Share on Facebook")
    assert left_out.kind in (LineKind.DROPPED, LineKind.LEFTOVER)
    assert left_out.reason
    assert raw.note == ""


def test_lines_of_other_articles_bear_their_title(library: Library) -> None:
    raw = library.raw(copy_of(library, "dam"))
    others = [line for line in raw.lines if line.kind is LineKind.OTHER]
    assert {line.reason for line in others} == {"Teachers go back to work after a week"}
    seen_from_there = Counter(line.kind for line in library.raw(copy_of(library, "teachers")).lines)
    assert seen_from_there[LineKind.BODY] == 2
    assert seen_from_there[LineKind.OTHER] >= 3


def test_a_page_that_has_changed_says_so(library: Library, page: Path) -> None:
    copy = copy_of(library, "dam")
    page.write_text("\n\n" + PAGE, encoding="utf-8")
    assert "stands in other lines" in library.raw(copy).note
    page.write_text(PAGE.replace("half empty", "half full"), encoding="utf-8")
    changed = library.raw(copy)
    assert "no longer on it" in changed.note
    assert not {LineKind.TITLE, LineKind.BODY} & {line.kind for line in changed.lines}


def test_a_page_that_is_gone_is_a_sentence(library: Library, page: Path) -> None:
    copy = copy_of(library, "dam")
    page.unlink()
    with pytest.raises(InputError, match=r"page\.txt: this page is no longer there; geotui index"):
        library.raw(copy)


def test_a_record_is_shown_alone_and_missed_where_it_is_gone(archive: Path, locations: Locations) -> None:
    library = Library([archive], locations, Settings())
    library.update(workers=1)
    copy = copy_of(library, "park")
    raw = library.raw(copy)
    assert (raw.record, raw.lines[0].text) == ("r4", "A park for the old harbour")
    feed = archive / "feed.jsonl"
    rows = [row for row in feed.read_text(encoding="utf-8").splitlines() if json.loads(row)["id"] != "r4"]
    feed.write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(InputError, match="record r4 is no longer in this file"):
        library.raw(copy)
