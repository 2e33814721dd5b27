"""Copies and versions compared, walked through in a real terminal of 80 columns, without a colour."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from real_terminal import leave

Open = Callable[..., Any]

FIRE = (
    "A fire in a warehouse at the docks of Marlow killed 12 people and injured 30 others on Monday night.",
    "Flames were seen from the other side of the bay, and it took until dawn to bring them under control.",
    "The warehouse stored fertiliser and paint, and had been inspected in the spring, the harbour master said.",
    "The mayor opened the town hall to families, and buses brought them there through the night.",
)
LATER = (
    FIRE[0].replace("12 people", "21 people"),
    "The death toll rose from 12 to 21 when divers had searched the basin, the coroner said on Wednesday.",
    *FIRE[1:],
)
TULIPS = "Tulips were cheaper than ever on the market this week, growers said, and blamed the sun for all of it."


def page(folder: Path, name: str, day: str, title: str, *paragraphs: str) -> None:
    record = {"id": name, "source": f"The {name} post", "date": day, "title": title, "text": "\n\n".join(paragraphs)}
    (folder / f"{name}.jsonl").write_text(json.dumps(record), encoding="utf-8")


def news(home: Path) -> Path:
    """Three outlets' versions of one report, the last with a higher toll, and another story."""
    folder = home / "news"
    folder.mkdir()
    page(folder, "wire", "2022-05-02", "Warehouse fire kills 12", *FIRE)
    page(folder, "echo", "2022-05-03", "Docks fire", *FIRE[:3])
    page(folder, "late", "2022-05-04", "Warehouse fire kills 21", *LATER)
    page(folder, "tulips", "2022-05-09", "Tulips cheap", TULIPS)
    return folder


def at_ease(terminal: Any) -> None:
    terminal.wait_for(lambda _: "1/2" in terminal.line(-1) and "…" not in terminal.line(-1), 30)
    terminal.settle()


def test_the_toll_that_rose_is_told_first_and_told_in_brackets(open_terminal: Open, home: Path) -> None:
    terminal = open_terminal(str(news(home)), NO_COLOR="1")
    at_ease(terminal)
    terminal.press("G", "2/2")
    listed = terminal.press("d", "3 copies of:")
    assert "Warehouse fire kills 12" in listed
    while "›The wire post" not in terminal.text():
        terminal.press_and_see("j")
    told = terminal.press("\r", "Difference:")
    terminal.settle()
    assert "Numbers: killed 12 → 21" in told
    assert "killed [12 → 21] people" in terminal.text()
    assert "+  B The death toll rose from 12 to 21" in terminal.text()
    assert "= AB 3 paragraphs the same" in terminal.text()
    terminal.press("n", "difference 1/")
    terminal.press("\r", "Flames were seen")
    terminal.press("\x1b", "2/2")
    leave(terminal)


def test_d_in_the_list_of_copies_compares_the_selected_one(open_terminal: Open, home: Path) -> None:
    terminal = open_terminal(str(news(home)))
    at_ease(terminal)
    terminal.press("G", "2/2")
    terminal.press("\r", "Flames were seen")
    terminal.press("c", "3 copies of:")
    terminal.press_and_see("j")
    terminal.press("d", "Difference:")
    terminal.press("\x1b", "Flames were seen")
    leave(terminal)


def test_a_page_that_changed_after_it_was_read_says_so_and_how(open_terminal: Open, home: Path) -> None:
    folder = news(home)
    terminal = open_terminal(str(folder))
    at_ease(terminal)
    terminal.press("m", lambda _: not terminal.line(2).startswith("●"))
    page(folder, "tulips", "2022-05-09", "Tulips cheap", TULIPS, "Roses were dearer, at 12 crowns a dozen.")
    terminal.press("R", "1 changed since you read it")
    terminal.wait_for(lambda _: terminal.line(2).startswith("◐"))
    terminal.press("\r", "◐ updated since you read it (d: how)")
    told = terminal.press("d", "as you read it on")
    assert "+  B Roses were dearer" in told
    terminal.press("\x1b", "Roses were dearer")
    leave(terminal)
