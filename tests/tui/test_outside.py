"""What leaves the reader: link and citation by way of the terminal, the text to a pager or a command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from piloted import Reader, painted, reading

from geotui.tui.pipe_screen import PipeScreen, output_paragraphs
from geotui.tui.programs import Output
from geotui.tui.text_screen import TextScreen
from geotui.tui.wrapping import Lines

pytestmark = pytest.mark.usefixtures("home")
ADDRESSED = (
    "Date: 2024-01-02\nURL: https://example.org/mill\n\nMill turns again\n\nThe old mill turned again on Monday.\n"
)


@pytest.mark.parametrize(
    ("output", "lines"),
    [
        (Output(0, "a\nb\n", False), ["Exit code 0.", "", "a", "b"]),
        (Output(1, "", False), ["Exit code 1. It wrote nothing."]),
        (Output(-9, "\x1b[31ma\x07", False), ["Ended by signal 9.", "", "a"]),
        (Output(0, "a\n", True), ["Exit code 0.", "", "a", "It wrote more than is shown here."]),
        (Output(-13, "a\n", True), ["Ended once it had written more than is shown here.", "", "a"]),
    ],
)
def test_what_a_command_did_is_told_with_what_it_wrote(output: Output, lines: list[str]) -> None:
    assert [line.text for line in Lines(output_paragraphs(output), 80)] == lines


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sent: list[str] = []
    monkeypatch.setattr("textual.app.App.copy_to_clipboard", lambda _app, text: sent.append(text))
    return sent


async def test_a_link_that_fits_is_said_in_the_last_line_and_sent_to_the_terminal(
    pages: Path, copied: list[str]
) -> None:
    (pages / "mill.txt").write_text(ADDRESSED, encoding="utf-8")
    async with reading(pages) as reader:
        await reader.press("o")
        assert copied == ["https://example.org/mill"]
        assert reader.said == "Sent to the terminal: https://example.org/mill"


async def test_a_link_longer_than_the_last_line_is_shown_whole_over_the_story(pages: Path, copied: list[str]) -> None:
    address = f"https://example.org/{'mill/' * 12}"
    (pages / "mill.txt").write_text(ADDRESSED.replace("https://example.org/mill", address), encoding="utf-8")
    async with reading(pages) as reader:
        await reader.press("o")
        assert copied == [address]
        assert address in painted(reader).replace("\n", "").replace(" ", "")
        assert "Sent to the terminal." in painted(reader)
        assert "copied" not in painted(reader).lower()


@pytest.fixture
def shared_text(pages: Path) -> Path:
    """A text without outlet and address, and a shorter copy of it that has both."""
    lines = [f"The ferry to the island of oaks ran {n} times on Monday, said pilot {n}." for n in range(3, 40)]
    (pages / "bare.txt").write_text("\n\n".join(("A ferry runs again", *lines)) + "\n", encoding="utf-8")
    head = "Date: 2024-02-06\nSource: Gulf Desk\nURL: https://gulf.example/f\nByline: Ana Moll\n\n"
    (pages / "named.txt").write_text(head + "\n\n".join(("The ferry is back", *lines[:-4])) + "\n", encoding="utf-8")
    return pages


async def test_link_and_citation_are_those_of_the_copy_that_has_an_address_and_say_so(
    shared_text: Path, copied: list[str]
) -> None:
    async with reading(shared_text) as reader:
        await reader.press("/", *"ferry", "enter")
        assert reader.selected == "A ferry runs again"
        abouts = []
        for key in ("o", "y"):
            await reader.press(key)
            assert isinstance(reader.app.screen, TextScreen)
            abouts.append(reader.app.screen._about)
            await reader.press("escape")
        assert copied == [
            "https://gulf.example/f",
            "Ana Moll. “The ferry is back”. Gulf Desk. 6 Feb 2024. https://gulf.example/f",
        ]
        which = "of the copy from Gulf Desk of 6 Feb 2024"
        assert abouts == [f"Link {which}", f"Citation {which}"]


async def test_a_page_without_an_address_of_the_web_has_no_link(pages: Path, copied: list[str]) -> None:
    (pages / "mill.txt").write_text(ADDRESSED.replace("https://", "ftp://"), encoding="utf-8")
    async with reading(pages) as reader:
        await reader.press("o")
        assert reader.said == "The page names no address."
        assert copied == []


async def test_a_citation_names_title_outlet_and_day(pages: Path, copied: list[str]) -> None:
    async with reading(pages) as reader:
        await reader.press("y")
        assert len(copied) == 1
        for part in ("Museum of clocks reopens", "Harbour Post", "1 May 2023"):
            assert part in copied[0]


async def test_without_a_pager_a_sentence_says_so(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(pages) as reader:
        for pager in ("less 'x", "geotui-no-such-pager"):
            monkeypatch.setenv("PAGER", pager)
            await reader.press("p")
            assert reader.said.endswith(".")
            assert "PAGER" in reader.said or "pager" in reader.said


async def test_the_text_is_sent_to_a_command_and_its_end_is_shown(pages: Path) -> None:
    async with reading(pages) as reader:
        await reader.press("|")
        for letter in f"{sys.executable} -c 'import sys; print(sys.stdin.read().upper())'":
            await reader.pilot.press("space" if letter == " " else letter)
        await reader.press("enter")
        await until(reader, lambda: "Exit code" in painted(reader))
        assert "Exit code 0." in painted(reader)
        assert "MUSEUM OF CLOCKS REOPENS" in painted(reader)
        await reader.press("q")
        assert reader.focus == "stories"


async def test_leaving_ends_a_command_that_still_runs(pages: Path) -> None:
    async with reading(pages) as reader:
        screen = PipeScreen(["sleep", "60"], "")
        reader.app.push_screen(screen)
        await until(reader, lambda: screen._piped is not None)
        piped = screen._piped
        assert piped is not None
        await reader.pilot.press("q")
        assert piped._process.wait(10) == -9


async def test_a_command_that_is_not_there_is_told_in_a_sentence(pages: Path) -> None:
    async with reading(pages) as reader:
        reader.app.push_screen(PipeScreen(["geotui-no-such-program", "[/b]"], ""))
        await reader.settle()
        assert "There is no program 'geotui-no-such-program' here." in painted(reader)


async def until(reader: Reader, holds: Callable[[], bool]) -> None:
    """Waits for a command to end."""
    for _ in range(200):
        if holds():
            return
        await reader.pilot.pause(0.05)
