"""Hostile pages, names and words, walked through every screen: none acts on the terminal, none is taken for markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import hostile
import pytest
from real_terminal import REPOSITORY
from screen_protocol import UnlawfulError

from geotui.cli.main import main
from geotui.library import Library
from geotui.settings import Locations, Settings

Open = Callable[..., Any]

OVER = {
    "2 feb 2025": ("[@click=app.quit]Read all[/]", "wvayTB"),
    "ship0x0x0": ("blinking", "wvacy"),
    "ship37x0x0": ("xxxxxxx", "wv"),
    "ship38x0x0": ("宽宽", "wv"),
}
"""What finds a story, what of its text is to be seen, and keys that open a screen over it."""

NO_CLEANING = r"""
import re
import geotui.text
halves = re.compile("[\ud800-\udfff]")
geotui.text.clean = lambda text: halves.sub("", text)
import geotui.tui.paint
geotui.tui.paint.safe = geotui.tui.paint.steady = lambda text: text
"""
NO_GUARD = """
import sys, types
sys.modules["geotui.tui.guard"] = types.SimpleNamespace(install=lambda: None)
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The hostile pages, and a cache directory with their index."""
    pages, cache = tmp_path_factory.mktemp("hostile") / "pages \x1b]0;owned\x07 [b]", tmp_path_factory.mktemp("cache")
    pages.mkdir()
    hostile.write(pages, [*hostile.TEXTS.values(), *hostile.SHAPES.values()])
    made = Library([pages], Locations(cache, cache / "geotui", cache / "state"), Settings())
    made.update(workers=1)
    made.close()
    return pages, cache


@pytest.fixture
def reader(open_terminal: Open, library: tuple[Path, Path]) -> Open:
    """Opens the reader on the hostile pages."""
    pages, cache = library

    def opened(**options: Any) -> Any:
        terminal = open_terminal(str(pages), **({"XDG_CACHE_HOME": str(cache)} | options))
        terminal.wait_for("1/84")
        return terminal

    return opened


def quit_in_order(terminal: Any) -> None:
    terminal.settle()
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("Q")
    assert terminal.exit_code() == 0


def test_every_row_of_the_list_and_every_story_is_text(reader: Open) -> None:
    terminal = reader(COLORTERM="truecolor", columns=100, lines=90)
    shown = terminal.settle()
    for title in hostile.MARKUP:
        assert title in shown
    terminal.press_and_see("\r")
    for n in range(2, 52):
        terminal.press("J", f" {n}/84")
    quit_in_order(terminal)


def test_what_opens_over_a_story_shows_its_text_as_text(reader: Open) -> None:
    terminal = reader()
    terminal.settle(1)
    for found_by, (words, keys) in OVER.items():
        terminal.press(f"/\x15{found_by}\r", "1/1")
        terminal.settle()
        terminal.press("\r", words)
        terminal.press("h", lambda _: "Enter open" in terminal.line(-1))
        for key in keys:
            terminal.press(key, lambda _: "Esc back" in terminal.line(-1))
            terminal.press("G")
            terminal.settle(0.05)
            terminal.press("\x1b", lambda _: "1/1" in terminal.line(-1))
    terminal.clipboard = 2  # as often as `y` was pressed
    quit_in_order(terminal)


FILTERS = (
    "\x9b31mputin",
    "\u202eputn \u2066",
    "[/b] [@click=app.quit]",
    "title:[Reuters]",
    '"\x85\u2028 quay',
    "pu\u0300\u0301\u0302tin" * 40,
)


def test_a_hostile_filter_is_typed_and_pasted_without_harm(reader: Open) -> None:
    terminal = reader()
    for typed in FILTERS:
        terminal.press("/")
        terminal.press_and_see(typed)
        terminal.press(f"\x1b[200~{typed} \x9d0;owned\x07\n\x1b[201~")
        terminal.settle()
        terminal.press("\x07", "1/84")
    quit_in_order(terminal)


def test_hostile_paths_and_settings_are_told_in_a_harmless_sentence(
    open_terminal: Open, home: Path, pages: Path
) -> None:
    terminal = open_terminal("/nowhere/\x1b]0;owned\x07\u202e [b]x[/b]")
    assert terminal.exit_code() == 3
    assert "no such folder" in terminal.text()
    folder = home / "config" / "geotui"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('"\\u001b]0;owned\\u0007\\u202e" = 1\n')
    terminal = open_terminal(str(pages))
    assert terminal.exit_code() == 2
    assert "settings.toml" in terminal.text()


def test_commands_print_no_control_characters(
    library: tuple[Path, Path], home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, cache = library
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    assert home
    where = ["--in", str(pages)]
    commands = (
        ["query", *where], ["query", "--plain", *where], ["query", "--json", *where], ["actors", *where],
        ["export", "--format", "md", *where], ["export", "--format", "csv", *where], ["index", str(pages)],
        ["query", "\x1b]0;owned\x07\x9b", *where], ["inspect", str(pages)], ["locate", *where],
    )  # fmt: skip
    for command in commands:
        main(command)
    printed = "".join(capsys.readouterr())
    assert "[Reuters] Leaders meet" in printed
    assert not {char for char in printed if char in hostile.FORBIDDEN}


@pytest.fixture
def walked(open_terminal: Open, home: Path) -> Open:
    """The reader without a layer, after a walk through the list, a story and what opens over it."""

    def walk(off: str, texts: Iterable[str] = hostile.TEXTS.values()) -> Any:
        (home / "sitecustomize.py").write_text(off)
        few = home / "few"
        few.mkdir()
        hostile.write(few, texts)
        terminal = open_terminal(str(few), lines=80, columns=100, PYTHONPATH=f"{home}:{REPOSITORY}")
        terminal.wait_for("2025")
        terminal.settle(0.6)
        for key in "jjjjjjj\rJJJJJwv?":
            terminal.press(key)
            terminal.settle(0.08)
        terminal.press("\x1b")
        return terminal

    return walk


@pytest.mark.parametrize("off", [NO_CLEANING, NO_GUARD], ids=["the guard", "the cleaning"])
def test_each_of_the_two_layers_alone_still_holds(walked: Open, off: str) -> None:
    quit_in_order(walked(off))


def test_without_both_layers_the_judge_would_see_it(walked: Open) -> None:
    terminal = walked(NO_CLEANING + NO_GUARD, [hostile.TEXTS["OSC 52, clipboard"]])
    terminal.is_judged = False
    with pytest.raises(UnlawfulError):
        terminal.judge(ended=False)
