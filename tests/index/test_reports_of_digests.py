"""A digest is in no event: it tells of several happenings."""

from __future__ import annotations

import json
from pathlib import Path

import geotui
from geotui import index
from geotui.index import Reader, Stamp
from geotui.settings import Settings

DAM = """Engineers lowered the lake behind the Veltarn dam by four metres on Tuesday after a crack as long as a bus was
found in its eastern wall, and 2,300 people in the village of Osk were told to sleep elsewhere."""
DAM_MORE = """The regional governor, Jorun Halvik, said that pumps from three valleys were on their way. The wall was
built in 1961 and inspected last autumn, when nobody saw anything wrong with it.

Farmers drove their cattle to the upper meadows before dusk. The school of Osk stays shut until Monday, and buses run to
the sports hall of Lindow, where four hundred beds were made up."""
DAM_OTHER = """A long crack in the eastern wall of the Veltarn dam has emptied the village of Osk: 2,300 people left
their homes on Tuesday while engineers let four metres of water out of the lake.

Jorun Halvik, who governs the region, promised pumps from three valleys. Beds stand ready in Lindow's sports hall."""
VOTE = """Teachers in the port of Korvala voted on Tuesday by 812 to 94 to refuse the new timetable, which would begin
lessons at seven in the morning and end the free Wednesday afternoon that the town has had since 1903."""
VOTE_MORE = """Their secretary, Ansa Perrin, said that children could not be taught asleep. The council meant to save
heating oil, of which the nine schools burned 600 tonnes last winter.

Parents were of two minds. At the fish market a petition for the early hour found as many names as one against it, and
the mayor asked both sides to come to the town hall on Friday."""


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def test_a_digest_is_a_report_of_no_event(tmp_path: Path) -> None:
    pages = [
        ("Harbour Post", "Village emptied below cracked Veltarn dam", f"{DAM}\n\n{DAM_MORE}"),
        ("Field Gazette", "Osk leaves its homes as Veltarn dam cracks", DAM_OTHER),
        ("Inland Echo", "Korvala teachers refuse lessons at seven", f"{VOTE}\n\n{VOTE_MORE}"),
        ("Evening Lamp", "A dam and a timetable", f"{DAM}\n\n{VOTE}"),
    ]
    records = [
        {"title": title, "source": source, "date": "2022-03-15", "text": _unwrapped(text)}
        for source, title, text in pages
    ]
    (tmp_path / "feed.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    path = tmp_path / "cache" / "index.sqlite"
    path.parent.mkdir()
    index.update(path, (tmp_path / "feed.jsonl",), Stamp(geotui.ANALYSIS_VERSION, "facts", "settings"), Settings(), 1)
    reader = Reader(path)
    found = {head.title: head.event for head in reader.heads(range(reader.count()))}
    reader.close()
    assert found[pages[0][1]] is not None
    assert found[pages[0][1]] == found[pages[1][1]]
    assert found[pages[2][1]] is None
    assert found[pages[3][1]] is None
