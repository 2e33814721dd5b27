"""What must work, walked through in a real terminal: a scenario a test, as one would sit before it."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import world
from real_terminal import leave

Open = Callable[..., Any]


# ---------------------------------------------------------------------- list and filter


def test_a_story_is_a_line_with_glyphs_date_copies_outlets_and_its_title_last(sat: Any) -> None:
    terminal = sat
    row = next(line for line in terminal.text().split("\n") if "Grain ships" in line)
    assert re.fullmatch(r"● .*4 Feb 2022.* 3×  Harb.*Grain ships to leave Odesa before spring", row)


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
    terminal.wait_for(lambda _: "Antalya" in terminal.cursor_line)
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
    listed = terminal.press("c", "Enter opens it")
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
