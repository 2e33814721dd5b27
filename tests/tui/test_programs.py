"""Other programs get the text by argument lists: no shell reads a word of it."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
from pathlib import Path

import pytest

from geotui.errors import UsageError
from geotui.tui import programs
from geotui.tui.programs import MOST_OUTPUT, Output, Piped, arguments, page_through, private_file, refusal


def run(*argv: str, text: str = "") -> Output:
    return Piped(argv, text).wait()


@pytest.mark.parametrize(
    ("line", "argv"),
    [
        ("less -R", ["less", "-R"]),
        ("grep 'a b' \"c\"", ["grep", "a b", "c"]),
        ("cat; rm -rf $HOME `id` | sh > x", ["cat;", "rm", "-rf", "$HOME", "`id`", "|", "sh", ">", "x"]),
    ],
)
def test_a_command_line_is_parted_into_words_and_nothing_in_it_is_carried_out(line: str, argv: list[str]) -> None:
    assert arguments(line, "the command") == argv


@pytest.mark.parametrize("line", ["", "  ", "a 'b", "a\0b"])
def test_what_is_no_command_line_is_refused_in_words(line: str) -> None:
    with pytest.raises(UsageError, match="the command"):
        arguments(line, "the command")


def test_a_command_reads_the_text_and_its_end_is_told() -> None:
    assert run("cat", text="Zelenskiy, 北京\n") == Output(0, "Zelenskiy, 北京\n", False)
    assert run("sh", "-c", "echo no >&2; exit 3") == Output(3, "no\n", False)
    assert run("sh", "-c", "kill -9 $$").code == -9


def test_a_command_that_reads_nothing_or_writes_for_ever_does_not_hold_it_up() -> None:
    assert run("true", text="x" * 1_000_000).code == 0
    endless = run("yes")
    assert endless.cut
    assert len(endless.text) == MOST_OUTPUT


def test_a_command_that_hangs_is_ended_with_all_that_it_started() -> None:
    piped = Piped(["sh", "-c", "sleep 60 & wait"], "")
    threading.Timer(0.1, piped.end).start()
    assert piped.wait().code == -signal.SIGKILL


def test_a_missing_or_forbidden_program_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        Piped(["geotui-no-such-program"], "")
    assert refusal(["geotui-no-such-program"], missing.value) == "there is no program 'geotui-no-such-program' here"
    with pytest.raises(PermissionError) as forbidden:
        Piped([str(tmp_path)], "")
    assert refusal(["x"], forbidden.value) == "'x' cannot be run: permission denied"


def test_the_file_for_the_pager_is_private_and_goes_away() -> None:
    with private_file("text \ud800") as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.read_text("utf-8") == "text ?"
    assert not path.exists()


def test_a_pager_is_given_the_text_and_interrupts_are_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "_AT_ONCE", 0)
    seen = tmp_path / "seen"
    interrupt = f"import os, shutil, signal, sys; os.kill({os.getpid()}, signal.SIGINT)"
    pager = f"{interrupt}; shutil.copy(sys.argv[1], {str(seen)!r}); sys.exit(4)"
    before = signal.getsignal(signal.SIGINT)
    assert page_through([sys.executable, "-c", pager], "the story") == 4
    assert seen.read_text() == "the story"
    assert signal.getsignal(signal.SIGINT) is before
