"""A small library of pages of its own, and terminals to run the reader in."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent))

import world
from real_terminal import Terminal, leave

from geotui.library import Library
from geotui.settings import Locations, Settings

Open = Callable[..., Any]

STORIES = {
    "bridge.txt": "Date: 2022-02-04\nSource: Harbour Post\n\nA bridge opens in the north\n\n"
    "The bridge over the river opened to traffic on Friday after four years of work. "
    "President Vladimir Putin sent a message of congratulation, the governor said.\n\n"
    "Drivers queued from before dawn to be among the first across the new span.\n",
    "harvest.txt": "Date: 2022-03-10\nSource: Field Gazette\n\nHarvest fails in the south\n\n"
    "Farmers in the south said on Thursday that most of the wheat was lost to drought. "
    "The ministry promised seed and loans, but no date for either.\n",
    "museum.txt": "Date: 2023-05-01\nSource: Harbour Post\n\nMuseum of clocks reopens\n\n"
    "The museum of clocks reopened on Monday with a gallery for tower clocks. "
    "Its director said that all of them would strike at noon.\n",
    "long.txt": "Date: 2021-01-05\nSource: Field Gazette\n\nA very long report on rivers\n\n"
    + "\n\n".join(f"Paragraph {n} tells how the river behaved in year {n} of the survey." for n in range(80))
    + "\n",
}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of four pages, a story each."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Directories of its own for the reader's files."""
    for kind in ("CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return tmp_path


@pytest.fixture
def open_terminal(home: Path) -> Iterator[Callable[..., Terminal]]:  # noqa: ARG001 - its directories are used
    """Opens terminals and closes them at the end."""
    opened: list[Terminal] = []

    def open_one(*argv: str, **options: object) -> Terminal:
        opened.append(Terminal(*argv, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of news that no test changes, and a cache directory with its index."""
    folder, cache = tmp_path_factory.mktemp("news"), tmp_path_factory.mktemp("cache")
    world.write(folder)
    library = Library([folder], Locations(cache, cache / "geotui", cache / "state"), Settings())
    library.update(workers=1)
    library.close()
    return folder, cache


@pytest.fixture
def reader(open_terminal: Open, made: tuple[Path, Path]) -> Open:
    """Opens the reader on the news."""
    folder, cache = made

    def opened(**options: Any) -> Any:
        terminal = open_terminal(str(folder), **({"XDG_CACHE_HOME": str(cache)} | options))
        terminal.wait_for(f"1/{world.STORIES}")
        return terminal

    return opened


@pytest.fixture(scope="module")
def seat(made: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One reader for all walks that leave nothing behind."""
    folder, cache = made
    homes = {f"XDG_{kind}_HOME": str(tmp_path_factory.mktemp(kind.lower())) for kind in ("CONFIG", "STATE")}
    terminal = Terminal(str(folder), columns=100, XDG_CACHE_HOME=str(cache), **homes)
    terminal.wait_for(f"1/{world.STORIES}")
    yield terminal
    leave(terminal)
    terminal.close()


@pytest.fixture
def sat(seat: Any) -> Any:
    """The shared reader, back in its list with no filter and the first story selected."""
    seat.settle()
    for _ in range(5):
        if "Enter open ·" in seat.line(-1):
            break
        seat.press("\x1b")
        seat.settle()
    seat.press("/\x15\r", f"/{world.STORIES}")
    seat.press("g", f"1/{world.STORIES}")
    return seat


@pytest.fixture
def own(open_terminal: Open, home: Path) -> tuple[Open, Path]:
    """Opens the reader on news of this test's own, that it may change."""
    folder = home / "own"
    folder.mkdir()
    world.write(folder)

    def opened(**options: Any) -> Any:
        terminal = open_terminal(str(folder), **options)
        terminal.wait_for(lambda text: re.search(r"\d/\d+", terminal.line(-1)) and "reading" not in text)
        return terminal

    return opened, folder
