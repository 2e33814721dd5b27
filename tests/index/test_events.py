"""What an index keeps of events: which stories they hold, what they are called, when they were, who printed them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyroaring import BitMap

import geotui
from geotui.index import Reader, Stamp, schema
from geotui.index.events import Events
from geotui.model import EventHead, Published, StoryHead


def head(rank: int, day: int | None, *sources: str) -> StoryHead:
    when = date(2022, 2, day) if day else None
    return StoryHead(rank, f"id{rank}", f"Title {rank}", Published(when, when, when, 0.97, metadata=True), sources, 1)


def guessed(story: StoryHead) -> StoryHead:
    return replace(story, published=replace(story.published, metadata=False))


HEADS = (
    head(0, 3, "Harbour Post"),
    head(1, 4, "Field Gazette"),
    head(2, 4, "Field Gazette", "Inland Echo"),
    head(3, 9, "Harbour Post"),
    head(4, None),
)


def events(*groups: tuple[tuple[int, ...], int]) -> Events:
    found = Events(groups, [story.id for story in HEADS])
    for story in HEADS:
        found.note(story)
    return found


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "index.sqlite"
    db = schema.open_for_writing(path, Stamp(geotui.ANALYSIS_VERSION, "facts", "settings"))
    events(((2, 0, 4), 2), ((1, 3), 1)).write(db)
    db.close()
    return path


def test_an_event_has_the_id_of_its_most_telling_story_and_a_story_that_is_alone_has_none() -> None:
    found = events(((0, 2), 2))
    assert [found.id_of(rank) for rank in range(5)] == ["id2", None, "id2", None, None]


def test_an_event_tells_its_title_days_reports_and_the_outlets_of_them_all(written: Path) -> None:
    reader = Reader(written)
    first, second = reader.events.of_rank(4), reader.events.of_rank(3)
    days = date(2022, 2, 3), date(2022, 2, 4)
    assert first == (EventHead("id2", "Title 2", *days, 3, 3, inferred=True), BitMap([0, 2, 4]))
    assert second == (EventHead("id1", "Title 1", date(2022, 2, 4), date(2022, 2, 9), 2, 2), BitMap([1, 3]))
    assert reader.events.labels[reader.events.numbers[0]] == 2
    assert reader.sets.posting("flag", "event") == BitMap(range(5))
    reader.close()


def test_a_day_at_an_end_of_an_event_is_inferred_where_no_page_says_it(tmp_path: Path) -> None:
    told = []
    at_end, in_middle = (HEADS[0], HEADS[1], guessed(HEADS[3])), (HEADS[0], guessed(HEADS[1]), HEADS[3])
    for name, heads in (("end", at_end), ("middle", in_middle)):
        db = schema.open_for_writing(tmp_path / name, Stamp(geotui.ANALYSIS_VERSION, "facts", "settings"))
        found = Events([((0, 1, 3), 0)], [story.id for story in HEADS])
        for head in heads:
            found.note(head)
        found.write(db)
        db.close()
        reader = Reader(tmp_path / name)
        told.append(reader.events.of_rank(0))
        reader.close()
    assert [event[0].inferred for event in told if event] == [True, False]


def test_the_order_in_which_events_are_found_changes_nothing(tmp_path: Path) -> None:
    groups = [((0, 2, 4), 2), ((3, 1), 1)]
    numbers = []
    for name, found in (("a", groups), ("b", groups[::-1])):
        db = schema.open_for_writing(tmp_path / name, Stamp(geotui.ANALYSIS_VERSION, "facts", "settings"))
        events(*found).write(db)
        numbers.append(db.execute("SELECT * FROM events").fetchall())
        db.close()
    assert numbers[0] == numbers[1]


def test_an_event_that_lost_a_story_is_a_finding(written: Path) -> None:
    db = schema.open_for_writing(written, Stamp(geotui.ANALYSIS_VERSION, "facts", "settings"))
    db.execute("DELETE FROM events WHERE n=1")
    db.close()
    reader = Reader(written)
    assert "5 stories name an event but events hold 2" in reader.events.check()[0]
    reader.close()


def test_an_index_without_events_is_sound(tmp_path: Path) -> None:
    db = schema.open_for_writing(tmp_path / "index.sqlite", Stamp(geotui.ANALYSIS_VERSION, "facts", "settings"))
    events().write(db)
    db.close()
    reader = Reader(tmp_path / "index.sqlite")
    assert reader.check() == []
    assert reader.events.of_rank(0) is None
    reader.close()
