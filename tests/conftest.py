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
