"""What must work, walked through in a real terminal: a scenario a test, as one would sit before it."""

from __future__ import annotations

import base64
import json
import re
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import world
from real_terminal import Terminal

from geotui.library import Library
from geotui.settings import Locations, Settings

Open = Callable[..., Any]


@pytest.fixture(scope="module")
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


def leave(terminal: Any) -> None:
    """Quits, and wants the terminal back as it was."""
    terminal.press("Q")
    assert terminal.exit_code() == 0
    assert terminal.settings() == terminal.before


# ---------------------------------------------------------------------- list and filter


def test_a_story_is_a_line_with_glyphs_date_copies_outlets_and_its_title_last(sat: Any) -> None:
    terminal = sat
    row = next(line for line in terminal.text().split("\n") if "Grain ships" in line)
    assert re.fullmatch(r"● .*4 Feb 2022.* 3× Harb.*Grain ships to leave Odesa before spring", row)


def test_titles_of_every_script_begin_in_the_same_column(sat: Any) -> None:
    terminal = sat
    columns = set()
    for title in ("Clocks strike", "港口新码头", "В порту", "افتتاح"):
        line = next(n for n, text in enumerate(terminal.screen.display) if title in text)
        cells = [terminal.screen.buffer[line][x].data for x in range(100)]
        columns.add(next(x for x in range(100) if "".join(cells[x:]).startswith(title)))
    assert len(columns) == 1


def test_the_terminal_s_own_cursor_stands_on_the_selected_row_wherever_one_comes_back_from(reader: Open) -> None:
    terminal = reader()
    assert "Antalya" in terminal.cursor_line
    for keys in ("j", "\rh", "w\x1b", "?\x1b", ":\x1b"):
        for key in keys:
            terminal.press_and_see(key)
        assert "Children" in terminal.cursor_line, keys


def test_a_letter_is_completed_with_counts_and_tab_takes_it(sat: Any) -> None:
    terminal = sat
    terminal.press("/zele", lambda text: re.search(r"Volodymyr Zelenskyy · 2", text))
    terminal.press("\t", "/ Volodymyr Zelenskyy")
    terminal.press("\r", "1/2")
    terminal.press("/ 10 feb 2022", "1/1")
    terminal.press("\x1b", "1/2")


def test_what_was_understood_stands_under_the_bar_in_words(sat: Any) -> None:
    terminal = sat
    terminal.press("/zelenski feb 2022", "1/2")
    terminal.settle()
    understood = terminal.line(1)
    assert "Zelenskyy" in understood
    assert "Feb 2022" in understood
    assert f"2 stories of {world.STORIES}" in understood
    assert "2 copies folded" in understood


def test_where_nothing_matches_it_says_what_would(sat: Any) -> None:
    terminal = sat
    terminal.press("/lavrov march 2022")
    terminal.wait_for(lambda text: re.search(r"o story of March 2022 names Lavrov; 2 in other months", text))


def test_next_and_previous_never_leave_the_filter(sat: Any) -> None:
    terminal = sat
    terminal.press("/lavrov\r", "1/2")
    terminal.press("\r", "Turkish counterpart")
    terminal.press("J", "Novorossiysk")
    terminal.press("J")
    terminal.settle()
    assert "Novorossiysk" in terminal.text()
    terminal.press("K", "Turkish counterpart")
    terminal.press("h", "1/2")
    terminal.press("\\", f"/{world.STORIES}")


# ---------------------------------------------------------------------- the story and what opens over it


def test_matches_of_the_filter_are_shown_and_n_goes_through_them(sat: Any) -> None:
    terminal = sat
    terminal.press("/lavrov antalya\r", "1/1")
    terminal.press("\r", "list of ports")
    terminal.press("n", "match ")
    line = terminal.screen.cursor.y
    assert "Lavrov" in terminal.line(line) or "Antalya" in terminal.line(line)
    lit = [cell for cell in terminal.screen.buffer[line].values() if cell.reverse or cell.underscore]
    assert lit
    terminal.press("N", "from the end")


def test_keys_typed_ahead_are_carried_out_in_their_order(sat: Any) -> None:
    sat.press("/river survey\r\r  ", "gauge 24")


def test_a_search_within_the_story_finds_what_lies_far_below(sat: Any) -> None:
    terminal = sat
    terminal.press("/river survey\r", "1/1")
    terminal.press("\r", "%")
    terminal.press("/gauge 77", lambda text: "gauge 77" in text.split("\n", 3)[3])
    terminal.press("\r")
    terminal.settle()
    assert "gauge 77" in terminal.cursor_line


def test_copies_are_listed_and_each_opens(sat: Any) -> None:
    terminal = sat
    terminal.press("/grain ships\r", "1/1")
    terminal.press("\r", "Farmers in three provinces")
    listed = terminal.press("c", "Enter opens the copy")
    assert "Harbour Post" in listed
    assert "Field Gazette" in listed
    assert re.search("Inland Echo .* nearly the same text", listed)
    terminal.press_and_see("G")
    terminal.press("\r", lambda text: "Copy 3 of 3" in text and "Farmers" not in text)
    terminal.press("h", "Farmers")
    terminal.press("h", "1/1")


def test_why_tells_of_date_copies_and_match_in_sentences(sat: Any) -> None:
    terminal = sat
    terminal.press("/zelenski lviv\r", "1/1")
    told = terminal.press("w", "Why: Children")
    assert "2022-02-10" in told or "10 Feb 2022" in told
    assert re.search(r"Zelenskiy.* Volodymyr Zelenskyy", " ".join(told.split()))


def test_the_raw_page_tells_each_line_s_part_and_reason(own: tuple[Open, Path]) -> None:
    opened, folder = own
    world.add(folder, "Divers praised")
    page = folder / "Divers praised.txt"
    page.write_text(page.read_text() + "\nShare this article\n")
    terminal = opened()
    terminal.press("v", "Share this article")
    raw = terminal.text()
    assert re.search(r"- Share this article", raw)
    assert "the divers" in raw
    leave(terminal)


def test_link_and_citation_are_shown_and_sent_to_the_terminal(sat: Any) -> None:
    terminal = sat
    terminal.press("/grain ships\r", "1/1")
    terminal.press("o", "https://news.example/0")
    assert "ent to the terminal" in terminal.settle()
    terminal.press("\x1b", "1/1")
    terminal.press("y", "Harbour Post. 4 Feb 2022")
    terminal.settle()
    sent = [base64.b64decode(text).decode() for text in re.findall(rb"\x1b\]52;c;([^\x07]*)\x07", terminal.written)]
    terminal.clipboard = len(sent)
    assert sent[0] == "https://news.example/0"
    assert "Grain ships" in sent[1]


def test_the_pager_and_a_command_get_the_text_without_a_shell(reader: Open, home: Path) -> None:
    pager = home / "pager"
    pager.write_text(f'#!/bin/sh\ncat "$@" > "{home}/paged"\n')
    pager.chmod(0o755)
    terminal = reader(PAGER=f"{pager} -u")
    terminal.press("/grain ships\r", "1/1")
    terminal.press("p")
    end = time.monotonic() + 10
    while time.monotonic() < end and "Farmers" not in (
        (home / "paged").read_text() if (home / "paged").exists() else ""
    ):
        terminal.settle(0.1)
    assert "Farmers in three provinces" in (home / "paged").read_text()
    terminal.press("\r", "? keys")
    taker = home / "taker"
    taker.write_text(f'#!/bin/sh\ncat > "{home}/piped"\nprintf "%s\\n" "$@" > "{home}/words"\n')
    taker.chmod(0o755)
    terminal.press_and_see("|")
    terminal.press(f"{taker} ; touch {home}/shell $(id)\r")
    terminal.wait_for(lambda _: (home / "words").exists() and (home / "words").read_text().count("\n") == 4)
    assert "Farmers in three provinces" in (home / "piped").read_text()
    assert not (home / "shell").exists()
    terminal.is_judged = False  # the pager is free to write what it likes


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
    second.wait_for("★", 5)
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
    terminal.press("R", "1 new")
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


# ---------------------------------------------------------------------- help, board, timeline, palette


def test_the_keys_of_where_one_is_are_listed_and_searched(sat: Any) -> None:
    terminal = sat
    terminal.press("?", "In the list")
    terminal.press("/off and on", "no filter is typed")
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("\x1b", "1/9")
    terminal.press("/")
    terminal.press("\x1bOP", lambda _: "Esc back" in terminal.line(-1))
    assert "putn" in terminal.text()


def leave_by_escape(terminal: Any) -> None:
    """Comes back from whatever is open, and quits."""
    for _ in range(3):
        terminal.press("\x1b")
        terminal.settle(0.25)


def test_the_palette_does_by_name_what_the_keys_do(reader: Open) -> None:
    terminal = reader()
    terminal.press(":", "Esc")
    terminal.press("star")
    terminal.settle()
    terminal.press("\r", "★")
    leave(terminal)


def test_the_timeline_counts_by_month_and_a_month_is_a_filter(sat: Any) -> None:
    terminal = sat
    terminal.press("T", lambda text: "Enter filters by it" in text and "Feb 2022" in text)
    terminal.press("\r", lambda _: "/9" not in terminal.line(-1) and "1/" in terminal.line(-1))


def test_a_filter_is_saved_by_name_and_taken_up_again(reader: Open) -> None:
    terminal = reader()
    terminal.press("/lavrov\r", "1/2")
    terminal.press("B", "Esc back")
    terminal.press_and_see("s")
    terminal.press("Ministers\r", lambda text: re.search(r"Ministers +lavrov +.*2 stories", text))
    terminal.press("\x1b", "1/2")
    terminal.press("/\x15\r", "1/9")
    terminal.press("B", "Ministers")
    terminal.press("g\r", "1/2")
    leave(terminal)


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
