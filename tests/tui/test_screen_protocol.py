"""The judge of what is sent to a terminal, judged itself: every family of escapes is seen."""

from __future__ import annotations

import pytest
from hostile import TEXTS
from screen_protocol import UnlawfulError, check

START = "\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[>25u\x1b[?2026$p\x1b[?2048$p\x1b[?2004h\x1b[?7l"
END = "\x1b[?2004l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"


def judged(painted: str, clipboard: int = 0) -> None:
    check(f"{START}{painted}{END}".encode("utf-8", "surrogatepass"), 80, 24, clipboard)


def test_what_textual_writes_is_lawful() -> None:
    judged("\x1b[?2026h\x1b[1;1H\x1b[1;38;2;10;20;30;48;5;7mwords — слова 词\x1b[0m\r\n\x1b]22;default\x07\x1b[?2026l")


@pytest.mark.parametrize("name", TEXTS)
def test_every_hostile_text_is_seen_where_it_is_sent_as_it_is(name: str) -> None:
    with pytest.raises(UnlawfulError):
        judged(f"\x1b[3;1Hwords {TEXTS[name]} more\x1b[0m")


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[25;1H",
        "\x1b[1;81H",
        "\x1b[5mblink",
        "\x1b[8mhidden",
        "a\nb",
        "\x1b[?1000h",
        "\x1b[2J",
        "\x1b]52;c;aGk=\x07",
    ],
)
def test_what_is_only_nearly_textual_s_is_seen(sent: str) -> None:
    with pytest.raises(UnlawfulError):
        judged(sent)


def test_the_clipboard_is_lawful_as_often_as_it_was_asked_for() -> None:
    judged("\x1b]52;c;aGk=\x07", clipboard=1)


def test_a_terminal_that_is_not_put_back_is_seen() -> None:
    with pytest.raises(UnlawfulError, match="left behind"):
        check(START.encode(), 80, 24)
    check(START.encode(), 80, 24, ended=False)


@pytest.mark.parametrize("cut", [b"\x1b", b"\x1b[?20", b"\x1b[1;38", b"\x1b]52;c;aG", b"\r", b"\xe4\xb8"])
def test_a_reader_that_was_killed_may_have_been_in_the_middle_of_a_sequence(cut: bytes) -> None:
    check(START.encode() + cut, 80, 24, ended=False)
    with pytest.raises(UnlawfulError):
        check(START.encode() + cut + b"\x1b[?1049l", 80, 24, ended=False)


def test_bytes_that_are_no_utf_8_are_seen() -> None:
    with pytest.raises(UnlawfulError):
        check(b"words \x9b31m", 80, 24, ended=False)
