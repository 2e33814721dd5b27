"""Marks, the second morning, sizes and colours, walked through in a real terminal."""

from __future__ import annotations

import json
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import world
from real_terminal import leave

Open = Callable[..., Any]


# ---------------------------------------------------------------------- marks, the second morning, state


def test_marks_are_taken_back_step_by_step_and_given_again(reader: Open) -> None:
    terminal = reader()
    terminal.press("s", "★")
    terminal.press("jm", lambda _: not terminal.line(3).startswith("●"))
    terminal.press("u", lambda _: terminal.line(3).startswith("●"))
    assert "★" in terminal.text()
    terminal.press("u", lambda _: "★" not in terminal.text())
    terminal.press("\x12", "★")
    leave(terminal)


def test_all_stories_of_the_filter_are_marked_at_once_and_unmarked_with_one_undo(reader: Open) -> None:
    terminal = reader()
    terminal.press("/lavrov\r", "1/2")
    terminal.press("Am", lambda _: not terminal.line(2).startswith("●") and not terminal.line(3).startswith("●"))
    terminal.press("u", lambda _: terminal.line(2).startswith("●") and terminal.line(3).startswith("●"))
    leave(terminal)


def test_tag_and_note_are_typed_and_found_again(reader: Open) -> None:
    terminal = reader()
    terminal.press("t")
    terminal.settle()
    terminal.press("ports\r")
    terminal.settle()
    terminal.press("i")
    terminal.settle()
    terminal.press("ask the board\r")
    terminal.settle()
    terminal.press("/tag:ports has:note", "1/1")
    assert "Antalya" in terminal.text()


def test_a_mark_is_kept_when_the_reader_is_killed_the_moment_after(own: tuple[Open, Path]) -> None:
    opened, _ = own
    terminal = opened()
    terminal.press("s", "★")
    terminal.signal(signal.SIGKILL)
    assert opened().text().count("★") == 1


def test_two_windows_see_each_other_s_marks_within_a_second(reader: Open) -> None:
    first, second = reader(), reader()
    second.settle()
    first.press("s")
    started = time.monotonic()
    second.wait_for("★")
    assert time.monotonic() - started < 2
    second.press("u")
    first.settle()
    assert "★" in first.text()


def test_space_alone_takes_one_through_every_unread_story_of_the_filter(reader: Open) -> None:
    terminal = reader()
    terminal.press("/lavrov | zelenskyy\r", "1/4")
    for _ in range(12):
        terminal.press(" ")
        terminal.settle(0.15)
    assert "very story of this filter is read" in terminal.settle()
    terminal.press("h/\x15is:unread lavrov", lambda text: "0 stories" in text or "no story" in text.lower())


def test_the_second_morning_lists_what_came_since_even_without_the_index(own: tuple[Open, Path], home: Path) -> None:
    opened, folder = own
    terminal = opened()
    terminal.press("/is:new", lambda text: "0 stories" in text or "no story" in text.lower())
    terminal.press("\x07", "/9")
    leave(terminal)
    world.add(folder, "Divers praised")
    shutil.rmtree(home / "cache" / "geotui")
    terminal = opened()
    terminal.press("/is:new", "1/1")
    assert "Divers praised" in terminal.text()
    terminal.press("\x15added:12h", f"1/{world.STORIES + 1}")


def test_looking_for_new_pages_says_how_many_came_and_moves_nothing(own: tuple[Open, Path]) -> None:
    opened, folder = own
    terminal = opened()
    terminal.press("jj", "3/9")
    world.add(folder, "Divers praised")
    while "Already" in terminal.press("R", lambda text: "Already" in text or "1 new" in text):
        terminal.press("j", "4/9")  # the run at the start goes on; what is said goes with the next key
        terminal.press("k", lambda text: "3/9" in text and "Already" not in text)
    assert "4/10" in terminal.settle()
    assert "Grain ships" in terminal.cursor_line


def test_a_large_folder_shows_its_first_stories_while_the_rest_is_read(open_terminal: Open, pages: Path) -> None:
    for n in range(400):
        texts = (f"Snow in town {n}x{m}\n\nThe mayor of town {n} spoke of plough {m} on Monday." for m in range(12))
        (pages / f"snow{n}.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts))
    terminal = open_terminal(str(pages))
    terminal.wait_for(lambda text: "●" in text and "reading pages" in terminal.line(-1), 20)
    terminal.press("j", lambda _: "2/" in terminal.line(-1))
    leave(terminal)


def test_stories_published_while_one_reads_leave_the_page_and_the_place_alone(own: tuple[Open, Path]) -> None:
    opened, folder = own
    terminal = opened()
    terminal.press("/river survey\r", "1/1")
    terminal.press("\r", "year 0 of")
    terminal.press("  ", "gauge 24")
    terminal.settle()
    before = terminal.text().split("\n")[2:-1]
    world.add(folder, "Survey of the river goes on", "2023-01-01")
    terminal.press("R", "1 new")
    terminal.settle()
    assert terminal.text().split("\n")[2:-1] == before


def test_filter_selection_and_place_come_back_at_the_next_start(own: tuple[Open, Path]) -> None:
    opened, _ = own
    terminal = opened()
    terminal.press('/source:"inland echo"\r', "1/3")
    terminal.press("jj\r", "year 0 of")
    terminal.press("   ", "gauge 34")
    top = terminal.line(2)
    leave(terminal)
    terminal = opened()
    terminal.wait_for(lambda text: "inland echo" in text and "3/3" in text)
    assert top in terminal.settle()


# ---------------------------------------------------------------------- sizes and colours


@pytest.mark.parametrize(("columns", "lines"), [(60, 15), (200, 50)])
def test_every_size_shows_list_and_story(reader: Open, columns: int, lines: int) -> None:
    terminal = reader(columns=columns, lines=lines)
    assert "Grain ships to leave Odesa" in terminal.text()
    terminal.press("jj\r", "Kyiv on Friday")
    assert ("Children question" in terminal.text()) == (columns >= 120)
    terminal.settle()
    assert " 3/9 " in terminal.line(-1)
    leave(terminal)


def test_a_resize_while_reading_keeps_the_words_at_the_top(reader: Open) -> None:
    terminal = reader()
    terminal.press("/river survey\r", "1/1")
    terminal.press("\r", "year 0 of")
    terminal.press("   ", "gauge 34")
    top = (terminal.line(2) or terminal.line(3)).strip()
    for columns, lines in ((60, 15), (110, 30), (200, 50), (80, 24)):
        terminal.resize(columns, lines)
        terminal.settle()
        assert top[:40] in terminal.text()
    leave(terminal)


def test_a_window_that_is_too_small_says_so_and_recovers(reader: Open) -> None:
    terminal = reader()
    for columns, lines in ((20, 4), (1, 1), (30, 24), (80, 3)):
        terminal.resize(columns, lines)
        terminal.settle(0.2)
        terminal.press("j")
    terminal.resize(39, 12)
    terminal.wait_for("too small")
    terminal.resize(80, 24)
    terminal.wait_for("Grain ships")
    leave(terminal)


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "xterm"},
        {"TERM": "xterm-256color"},
        {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
        {"TERM": "xterm-256color", "NO_COLOR": "1"},
    ],
    ids=["16", "256", "true", "none"],
)
def test_every_screen_is_legible_with_few_colours_and_with_none(reader: Open, environ: dict[str, str]) -> None:
    terminal = reader(**environ)
    terminal.press("s", "★")
    assert terminal.line(3).startswith("●")
    for key in ("", "/lav\r", "\r", "n", "?"):
        if key:
            terminal.press_and_see(key)
        assert terminal.illegible() == [], key
    if "NO_COLOR" in environ:
        coloured = {cell.fg for row in terminal.screen.buffer.values() for cell in row.values()} - {"default"}
        assert len(coloured) <= 1
