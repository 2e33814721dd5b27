"""What many tests share: a reader's directories of their own, and a small archive of known stories."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from geotui.settings import Locations

LAVROV = """Lavrov flies to Ankara for talks on grain

Russian Foreign Minister Sergei Lavrov arrived in Ankara on Tuesday for talks with his Turkish counterpart Mevlut \
Cavusoglu about grain ships held up in Odesa.

The two ministers were to meet again on Wednesday, the Turkish foreign ministry said. Lavrov was last there in March.
"""
PUTIN = """Putin and Xi speak by telephone

Russian President Vladimir Putin and Chinese President Xi Jinping spoke by telephone on Friday about trade and gas \
pipelines, the Kremlin said.

It was their second call this year. Xi invited Putin to a summit in Beijing.
"""
PARK = """A park for the old harbour

The city wants to turn the old harbour into a park with four hundred trees. Work on the park begins when the last ship \
has left.

People who live near the harbour asked for the park ten years ago, when the cranes were sold.
"""
RECORDS = [
    {"id": "r1", "text": LAVROV, "date": "2022-06-07", "source": "Example Post", "url": "https://post.example/lavrov"},
    {"id": "r2", "text": LAVROV, "date": "2022-06-08", "source": "Other Daily"},
    {"id": "r3", "text": PUTIN, "date": "2022-02-04", "source": "Example Post"},
    {"id": "r4", "text": PARK, "date": "2021-05-03"},
]
FERRY = (
    {
        "title": "Ferry with 41 aboard runs aground off Korvala",
        "date": "2022-03-11",
        "source": "Harbour Post",
        "text": "The ferry Mirelda ran aground on the Osk reef off Korvala on Friday with 41 people aboard, the coast "
        "guard said. Captain Jorun Halvik had reported a failed rudder before dawn.\n\nTwo helicopters and a tug from "
        "Korvala took everyone off the Mirelda by noon.",
    },
    {
        "title": "All 41 passengers of the Mirelda saved from Osk reef",
        "date": "2022-03-11",
        "source": "Field Gazette",
        "text": "Rescuers brought all 41 passengers of the Mirelda to Korvala after the ferry struck the Osk reef, "
        "said coast guard spokeswoman Tilda Brenn. Nobody was hurt.\n\nJorun Halvik, who has commanded the Mirelda for "
        "nine years, was the last to leave the ferry.",
    },
    {
        "title": "Rudder of grounded ferry Mirelda was due for repair",
        "date": "2022-03-12",
        "source": "Inland Echo",
        "text": "The rudder of the Mirelda, the ferry that ran aground on the Osk reef off Korvala on Friday, was to "
        "be mended next month, its owner admitted. Captain Jorun Halvik had asked for it twice.\n\nThe coast guard "
        "wants the Mirelda off the reef before the storm.",
    },
)
DAM = (
    {
        "title": "Dam at Veltarn cracks, valley emptied",
        "date": "2022-03-20",
        "source": "Harbour Post",
        "text": "Engineers found a crack of six metres in the Veltarn dam on Sunday and the valley of Ruosk was "
        "emptied within hours. Governor Pella Strond said that 3,200 people had left their homes.",
    },
    {
        "title": "3,200 leave Ruosk valley below cracked Veltarn dam",
        "date": "2022-03-20",
        "source": "Field Gazette",
        "text": "Buses carried 3,200 people out of the Ruosk valley after a crack opened in the dam of Veltarn. Pella "
        "Strond, the governor, promised that nobody would go back before the engineers had seen the crack.",
    },
)
ALONE = (
    {
        "title": "Clock museum buys a tower",
        "date": "2022-03-15",
        "source": "Inland Echo",
        "text": "The museum of clocks bought a brick tower for its bells, and neighbours wonder who will wind them.",
    },
    {
        "title": "School choir wins at Lindow",
        "date": "2022-03-18",
        "source": "Harbour Post",
        "text": "Thirty children sang in five languages and came home with a silver cup and a very tired teacher.",
    },
)


def pytest_configure() -> None:
    """Heeds the signals that background jobs of a shell ignore: what is tested inherits that and would never end."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


@pytest.fixture
def locations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Locations:
    """Directories of this test alone, for the library and for commands alike."""
    for kind in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / f"xdg-{kind.lower()}"))
    return Locations.of_user()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three stories of four records: about Lavrov (two identical copies), about Putin and Xi, about a park."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")
    return folder


@pytest.fixture
def eventful(tmp_path: Path) -> Path:
    """Seven stories: three reports of a ferry run aground, two of a cracked dam, two that stand alone."""
    folder = tmp_path / "eventful"
    folder.mkdir()
    lines = [json.dumps({"id": f"e{n}"} | record) for n, record in enumerate((*FERRY, *DAM, *ALONE))]
    (folder / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder
