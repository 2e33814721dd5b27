"""Events on the command line: in the contract, in words, and spoken."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from geotui.cli.conversation import Conversation
from geotui.cli.main import main
from geotui.library import Library
from geotui.settings import Locations, Settings

Output = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("locations")


def objects(capsys: Output) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_query_json_names_the_event_of_a_story_or_null(eventful: Path, capsys: Output) -> None:
    assert main(["query", "--in", str(eventful), "--json"]) == 0
    stories = {story["title"]: story for story in objects(capsys)}
    dam = [story for title, story in stories.items() if "Veltarn" in title]
    assert len(dam) == 2
    event = dam[0]["event"]
    assert dam[1]["event"] == event
    assert list(event) == ["id", "title"]
    assert event["id"] == stories[event["title"]]["id"]
    assert stories["School choir wins at Lindow"]["event"] is None


def test_has_event_is_a_filter_of_every_command(eventful: Path, capsys: Output) -> None:
    assert main(["query", "has:event", "veltarn", "--in", str(eventful), "--json"]) == 0
    assert len(objects(capsys)) == 2
    assert main(["query", "has:event", "choir", "--in", str(eventful)]) == 1


def test_show_tells_the_event_and_its_other_reports(eventful: Path, capsys: Output) -> None:
    main(["query", "failed rudder", "--in", str(eventful), "-0"])
    story_id = capsys.readouterr().out.rstrip("\0")
    assert main(["show", story_id, "--in", str(eventful)]) == 0
    out = capsys.readouterr().out
    assert "\nEvent: 3 reports, 3 outlets, 11 to 12 Mar 2022: " in out
    others = out.partition("\nEvent: ")[2].split("\n")[1:3]
    assert "All 41 passengers of the Mirelda" in others[0]
    assert "Rudder of grounded ferry" in others[1]


def test_export_and_stats_tell_of_events(eventful: Path, capsys: Output) -> None:
    main(["export", "--format", "csv", "--in", str(eventful)])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [bool(row["event"]) for row in rows].count(True) == 5
    assert len({row["event"] for row in rows}) == 3
    main(["export", "veltarn", "--format", "md", "--in", str(eventful)])
    assert "event: " in capsys.readouterr().out
    main(["stats", "--in", str(eventful), "--json"])
    assert objects(capsys)[0]["events"] == 2
    assert main(["doctor", "--in", str(eventful)]) == 0


def test_the_conversation_lists_the_reports_of_an_event_by_their_numbers(eventful: Path, locations: Locations) -> None:
    library = Library([eventful], locations, Settings())
    library.update(workers=1)
    talk = Conversation(library)
    list(talk.hear("korvala"))
    opened = "\n".join(talk.hear("1"))
    assert "One of 3 reports of one event; event lists them." in opened
    told = "\n".join(talk.hear("event"))
    assert told.startswith("3 reports, 3 outlets, 11 to 12 Mar 2022: ")
    assert told.count("That is this story.") == 1
    assert "1. " in told
    list(talk.hear("find choir"))
    assert list(talk.hear("event 1")) == ["No other story reports the same event."]
    library.close()
