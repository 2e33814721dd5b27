"""Pasted paragraphs on a library of pages: which stories they find, how surely, what is marked and told of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geotui.library import Library
from geotui.library.highlights import highlights
from geotui.library.passages import with_hint
from geotui.model import Match
from geotui.settings import Locations, Settings

FERRY = """The ferry to the outer islands will not sail before Thursday, the harbour master of Tolvik said on Tuesday, \
as the wind had reached force nine. Some forty passengers with a ticket for the night boat were put up at two inns.

The shipping line promised seven coaches for those who want to travel by the bridge instead. It expects losses of \
about three per cent of the season's takings, its director Marja Holm told the local council.

Fishermen in the centre of Tolvik said that they had seen worse in the spring of 1998."""
FIRST, SECOND, THIRD = FERRY.split("\n\n")
EDITED = (
    "TOLVIK (AP) — The ferry to the outer islands will not sail before Thursday, the harbour master of Tolvik said "
    "Tues., as the wind had reached force 9. The shipping line promised 7 coaches for those who want to travel by the "
    "bridge instead. It expects losses of about 3% of the season’s takings, its director Marja Holm told the local "
    "council."
)
HALL = """The town hall of Tolvik will be painted green, the council voted on Monday after a debate of six hours.

The harbour master of Tolvik said on Tuesday, as the wind had reached force nine, that he had no view on colours."""
COACHES = """Drivers of the bus company of Tolvik were called back from their holidays on Tuesday.

"I had not seen the bridge in such weather," said Jon Aske, who has been a driver for thirty years. He took two \
nurses, a bride and a dog across, and was given a cake.

The company means to buy four more coaches next year, if the council agrees. An offer from a maker in the south lies \
on the table, but the mayor wants to hear of others first, and the drivers want heating that works."""
RECORDS = [
    {"id": "ferry", "title": "No boats from Tolvik", "text": FERRY, "date": "2022-03-02", "source": "Island Post"},
    {"id": "part", "title": "Coaches instead of boats", "text": f"{SECOND}\n\n{COACHES}", "date": "2022-03-03"},
    {"id": "hall", "title": "A green hall for Tolvik", "text": HALL, "date": "2022-03-01"},
    {"id": "other", "title": "Ferry sails", "text": "A ferry sailed with forty passengers.", "date": "2021-01-01"},
]


@pytest.fixture
def library(tmp_path: Path, locations: Locations) -> Library:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")
    library = Library([folder], locations, Settings())
    library.update()
    return library


def found(library: Library, filter_: str) -> dict[str, Match]:
    """The stories that a filter finds, the possible ones too, by their titles."""
    answer = library.answer(filter_, possible=True)
    return {row.head.title: row.match for row in library.rows(answer, 0, 99)}


def test_a_paragraph_finds_the_stories_that_carry_it(library: Library) -> None:
    assert found(library, SECOND) == {"No boats from Tolvik": Match.SURE, "Coaches instead of boats": Match.SURE}
    answer = library.answer(FIRST)
    assert answer.summary() == 'a passage of 42 words ("The ferry to the outer…") · 1 story of 4 · +1 possible'


def test_it_is_found_as_another_outlet_edited_it(library: Library) -> None:
    assert found(library, EDITED)["No boats from Tolvik"] is Match.SURE
    assert found(library, EDITED)["Coaches instead of boats"] is not Match.SURE


def test_it_is_found_as_it_is_copied_from_a_page_or_a_document(library: Library) -> None:
    wrapped = FIRST.replace("harbour master", "har-\nbour\nmaster").replace("fi", "ﬁ")
    page = f"Advertisement\nShare this\nNo boats from Tolvik\n{wrapped}\n\nRead more: all about boats"
    assert found(library, page)["No boats from Tolvik"] in (Match.SURE, Match.LIKELY)


def test_a_paste_of_title_and_text_and_fields_beside_it_are_both_heeded(library: Library) -> None:
    assert found(library, f"since:2022-03-03 No boats from Tolvik. {SECOND}") == {
        "Coaches instead of boats": Match.LIKELY
    }
    assert found(library, f'{SECOND} source:"Island Post"') == {"No boats from Tolvik": Match.SURE}
    assert found(library, f"{SECOND} since:2023") == {}


def test_where_no_story_carries_it_those_with_a_part_of_it_are_told(library: Library) -> None:
    pasted = (
        f"{THIRD} Nobody in the town could tell a reporter how many boats were lost then, or to whom they belonged."
    )
    answer = library.answer(f"{pasted} {pasted.replace(THIRD, '')}")
    assert len(answer.shown) == 0
    assert answer.hidden == 1
    assert answer.advice == "no story carries the passage; 1 carries a part of it"


def test_the_place_of_the_passage_is_marked(library: Library) -> None:
    rank = library.answer(SECOND).shown.rank(1)
    article = library.article(library.story(rank).copies[0].article)
    marked = highlights(article, library.answer(f"No boats from Tolvik {SECOND}").filter)
    assert [article.draft.text[start:end] for start, end in marked.body] == [SECOND]
    assert marked.title == ((0, len("No boats from Tolvik")),)


def test_why_a_story_fits_says_how_much_it_carries_and_what_it_lacks(library: Library) -> None:
    answer = library.answer(f"{SECOND} {THIRD}", possible=True)
    ranks = {row.head.title: row.head.rank for row in library.rows(answer, 0, 9)}
    assert library.why(answer, ranks["No boats from Tolvik"]).matches == ("It carries the whole passage.",)
    (told,) = library.why(answer, ranks["Coaches instead of boats"]).matches
    assert told.startswith(
        "It carries 67% of the words of the passage; the longest part that it lacks is “Fishermen in the centre"
    )


def test_nothing_is_offered_for_the_words_of_a_passage(library: Library) -> None:
    pasted = f"is:unread {SECOND} Emmanuel Macron"
    assert library.complete(pasted, len(pasted)) == ()


def test_fields_beside_a_passage_are_offered_with_what_they_would_leave(library: Library) -> None:
    before, behind = f"has:cop {SECOND}", f"{SECOND} is:unr"
    (copies,) = library.complete(before, len("has:cop"))
    assert (copies.text.split()[0], copies.count) == ("has:copies", 0)
    (unread,) = library.complete(behind, len(behind))
    assert (unread.text, unread.count) == (f"{SECOND} is:unread ", 2)


def test_a_notice_that_more_stories_carry_than_are_read_finds_them_all(tmp_path: Path, locations: Locations) -> None:
    words = "gate lamp quay rope sand tide wharf".split()  # noqa: SIM905
    own = [" ".join(f"{word}{(n * 7 + at * at) % 97}" for at in range(40) for word in words[:2]) for n in range(80)]
    folder = tmp_path / "notices"
    folder.mkdir()
    records = [{"title": f"Story {n}", "text": f"The {text}.\n\n{SECOND}"} for n, text in enumerate(own)]
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    library = Library([folder], locations, Settings())
    library.update()
    assert len(library.answer(SECOND).shown) == library.reader.count() > 60


def test_a_text_too_short_for_a_passage_that_finds_nothing_is_told_so() -> None:
    words = "harbour " * 20
    assert with_hint("no story has that", words).endswith("; pasted text is looked for as such from 30 words on")
    assert with_hint("no story has that", "harbour strike") == "no story has that"
