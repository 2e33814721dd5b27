"""Events of an index: found among its stories, the same whether all are looked at or only what a change has touched."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from pyroaring import BitMap

import geotui
from geotui import index, stories
from geotui.index import Reader, Stamp, reports
from geotui.settings import Settings

STAMP = Stamp(geotui.ANALYSIS_VERSION, "facts", "settings")


def told(cache: Path, *folders: Path) -> list[tuple[str, str | None]]:
    """(title, id of the event) of every story, by rank, once the index is up to date."""
    path = cache / "index.sqlite"
    index.update(path, folders, STAMP, Settings(), 1)
    reader = Reader(path)
    assert reader.check() == []
    heads = reader.heads(range(reader.count()))
    reader.close()
    return [(head.title, head.event) for head in heads]


def test_independent_reports_of_one_happening_are_an_event(eventful: Path, tmp_path: Path) -> None:
    found = dict(told(tmp_path, eventful))
    ferry = {found[title] for title in found if "Mirelda" in title or "Korvala" in title}
    dam = {found[title] for title in found if "Veltarn" in title}
    assert len(ferry) == len(dam) == 1
    assert None not in ferry | dam
    assert ferry != dam
    assert found["Clock museum buys a tower"] is None
    assert found["School choir wins at Lindow"] is None


def test_a_story_tells_its_event(eventful: Path, tmp_path: Path) -> None:
    told(tmp_path, eventful)
    reader = Reader(tmp_path / "index.sqlite")
    story = reader.story(0)
    assert story.event is not None
    assert story.event.id == story.head.event
    assert (story.event.first, story.event.last) == (date(2022, 3, 11), date(2022, 3, 12))
    assert (story.event.stories, story.event.outlets) == (3, 3)
    assert reader.sets.posting("flag", "event") == BitMap(rank for rank in range(7) if reader.story(rank).event)
    assert reader.totals()["events"] == 2
    reader.close()


def test_what_comes_goes_or_changes_leads_to_the_events_of_an_index_made_anew(
    eventful: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "SEVERAL", 0)
    monkeypatch.setattr(reports, "FEW", 1)
    records = [json.loads(line) for line in (eventful / "feed.jsonl").read_text().splitlines()]
    (eventful / "feed.jsonl").unlink()
    pages = {f"{n}.jsonl": json.dumps(record) for n, record in enumerate(records)}
    later = {"5.jsonl": json.dumps(records[5] | {"date": "2022-03-16"}), "7.jsonl": json.dumps(records[6])}

    changes: list[tuple[dict[str, str], str]] = [
        ({name: pages[name] for name in ("0.jsonl", "3.jsonl", "5.jsonl", "6.jsonl")}, ""),
        ({name: pages[name] for name in ("1.jsonl", "2.jsonl", "4.jsonl")}, ""),
        (later, ""),
        ({}, "1.jsonl"),
        ({}, "4.jsonl"),
    ]
    for at, (come, gone) in enumerate(changes):
        for name, text in come.items():
            (eventful / name).write_text(text, encoding="utf-8")
        if gone:
            (eventful / gone).unlink()
        kept = told(tmp_path / "kept", eventful)
        anew = told(tmp_path / f"anew{at}", eventful)
        assert kept == anew
    assert len({event for _, event in kept if event}) == 1


def test_who_tells_what_is_known_of_the_stories_there_are(eventful: Path, tmp_path: Path) -> None:
    told(tmp_path, eventful)
    records = [json.loads(line) for line in (eventful / "feed.jsonl").read_text().splitlines()]
    (eventful / "feed.jsonl").write_text("\n".join(map(json.dumps, records[1:])), encoding="utf-8")
    told(tmp_path, eventful)
    db = sqlite3.connect(tmp_path / "index.sqlite")
    kept = reports.KeptReports(db)
    wanted: dict[int, set[int]] = {}
    for (article,) in db.execute("SELECT article FROM reports"):
        for term in stories.posted(kept.report(article).clues):
            wanted.setdefault(term, set()).add(article)
    assert {term: set(kept.holders(term)) for (term,) in db.execute("SELECT term FROM tellers")} == wanted
    assert all(kept.count(term) == len(articles) for term, articles in wanted.items())
    db.close()


def test_where_pages_are_merely_read_again_events_are_not_looked_for(
    eventful: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(tmp_path, eventful)
    feed = eventful / "feed.jsonl"
    feed.write_text(f"{feed.read_text()}\n", encoding="utf-8")
    monkeypatch.setattr(reports, "_find_anew", None)
    assert told(tmp_path, eventful) == before
