"""Spellings of one unknown person are one actor in the index, in its stories, and in each article that it gives."""

from __future__ import annotations

from pathlib import Path

import geotui
from geotui import index
from geotui.index import Reader, Stamp
from geotui.model import ActorKind
from geotui.settings import Settings

STAMP = Stamp(geotui.ANALYSIS_VERSION, "facts", "settings")
PAGES = {
    "a.txt": "Ferry stops\n\nHarbour master Orville Q. Hancroft told NATO inspectors that no ferry will sail.",
    "b.txt": "Cranes idle\n\nNATO said that harbour master Orville Hancroft closed three cranes after the storm.",
    "c.txt": "Tide rises\n\nNATO's guest, harbour master Orville Hancroft, measured the tide twice in one night.",
}


def test_an_unknown_person_of_two_spellings_is_one_actor(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    index.update(tmp_path / "index.sqlite", [folder], STAMP, Settings(), 1)
    reader = Reader(tmp_path / "index.sqlite")
    people = [actor for actor in reader.actors() if actor.kind is ActorKind.PERSON]
    assert [(actor.id, actor.stories) for actor in people] == [("person:orville-hancroft", 3)]
    spelled = {text for id_, text in reader.spellings() if id_ == "person:orville-hancroft"}
    assert spelled == {"Orville Hancroft", "Orville Q. Hancroft"}
    copies = [copy for rank in range(reader.count()) for copy in reader.story(rank).copies]
    ids = {a.id for copy in copies for a in reader.article(copy.article).actors if a.kind is ActorKind.PERSON}
    assert ids == {"person:orville-hancroft"}
    reader.close()
