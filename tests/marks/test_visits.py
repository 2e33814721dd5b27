"""Visits: what is new since the one before, with several windows open, after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from geotui.marks import MarkStore

Opener = Callable[[], MarkStore]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    """Opens the marks as one more window."""
    stores: list[MarkStore] = []

    def open_one_more() -> MarkStore:
        stores.append(MarkStore(tmp_path / "marks.sqlite"))
        return stores[-1]

    yield open_one_more
    for store in stores:
        store.close()


def visit(store: MarkStore, library: str, start: float, end: float) -> None:
    store.end_visit(store.begin_visit(library, [f"/{library}"], start), end)
    store.close()


def test_new_is_what_came_after_the_last_visit_ended(opened: Opener) -> None:
    visit(opened(), "lib", 1, 5)
    visit(opened(), "lib", 20, 25)
    assert opened().new_since("lib") == 25
    assert opened().new_since("other") is None


def test_while_a_visit_is_under_way_new_is_what_came_before_it(opened: Opener) -> None:
    visit(opened(), "lib", 1, 5)
    window, command = opened(), opened()
    number = window.begin_visit("lib", ["/lib"], 20)
    window.end_visit(number, 30)
    assert window.new_since("lib", number) == 5
    assert command.new_since("lib") == 5
    window.close()
    assert command.new_since("lib") == 30


def test_several_windows_at_once_are_one_visit(opened: Opener) -> None:
    visit(opened(), "lib", 1, 5)
    one, two = opened(), opened()
    first = one.begin_visit("lib", ["/lib"], 20)
    one.end_visit(first, 40)
    second = two.begin_visit("lib", ["/lib"], 41)
    assert one.new_since("lib", first) == two.new_since("lib", second) == 5
    one.close()
    assert opened().new_since("lib") == 5
    two.end_visit(second, 50)
    two.close()
    assert opened().new_since("lib") == 50


def test_in_a_first_visit_new_is_what_came_after_the_first_index(opened: Opener) -> None:
    store = opened()
    number = store.begin_visit("lib", ["/lib"], 1)
    assert store.new_since("lib", number) is None
    store.note_indexed("lib", ["/lib"], 7)
    store.note_indexed("lib", ["/lib"], 9)
    assert store.new_since("lib", number) == 7


def test_a_library_that_was_only_indexed_is_not_the_last_one_opened(opened: Opener) -> None:
    store = opened()
    store.note_indexed("indexed", ["/indexed"], 9)
    assert store.last_library() is None
    visit(opened(), "lib", 1, 2)
    assert store.last_library() == ["/lib"]


def test_libraries_have_their_own_visits(opened: Opener) -> None:
    visit(opened(), "one", 1, 5)
    visit(opened(), "two", 7, 9)
    assert opened().new_since("one") == 5


KILLED = """
import sys, time
from pathlib import Path
from geotui.marks import MarkStore
store = MarkStore(Path(sys.argv[1]))
number = store.begin_visit("lib", ["/lib"], 10)
store.end_visit(number, 12)
print("open", flush=True)
time.sleep(600)
"""


def test_a_visit_that_was_killed_ended_when_it_was_last_noted(opened: Opener, tmp_path: Path) -> None:
    visit(opened(), "lib", 1, 5)
    command = [sys.executable, "-c", KILLED, str(tmp_path / "marks.sqlite")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        assert opened().new_since("lib") == 5
        os.kill(process.pid, signal.SIGKILL)
    assert opened().new_since("lib") == 12
