"""Marks: what the reader added is never lost, and is the union over a story's copies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geotui.errors import StoreError
from geotui.marks import Mark, MarkStore
from geotui.model import Marks


@pytest.fixture
def store(tmp_path: Path) -> MarkStore:
    return MarkStore(tmp_path / "state" / "marks.sqlite")


def test_a_story_shows_the_union_of_its_copies_marks(store: MarkStore) -> None:
    store.add(["a"], Mark.READ, at=1)
    store.add(["b"], Mark.STAR, at=2)
    store.add(["a", "b"], Mark.TAG, at=3, value="grain")
    store.add(["b"], Mark.TAG, at=4, value="black sea")
    assert store.of(["a", "b"]) == Marks(read=True, starred=True, tags=("black sea", "grain"))
    assert store.of(["c"]) == Marks()


def test_marks_of_more_articles_than_sqlite_takes_at_once_are_found(store: MarkStore) -> None:
    articles = [f"{n:05}" for n in range(40_000)]
    store.add([articles[-1]], Mark.STAR, at=1)
    assert store.of(articles).starred


def test_a_mark_taken_off_is_gone_and_others_stay(store: MarkStore) -> None:
    store.add(["a"], Mark.TAG, at=1, value="one")
    store.add(["a"], Mark.TAG, at=1, value="two")
    store.remove(["a"], Mark.TAG, "one")
    assert store.of(["a"]).tags == ("two",)


def test_a_note_replaces_the_one_before(store: MarkStore) -> None:
    store.add(["a"], Mark.NOTE, at=1, value="old")
    store.add(["a"], Mark.NOTE, at=2, value="new")
    assert store.of(["a"]).note == "new"


def test_marks_survive_opening_again_and_two_windows_see_each_other(tmp_path: Path) -> None:
    one, two = MarkStore(tmp_path / "marks.sqlite"), MarkStore(tmp_path / "marks.sqlite")
    one.add(["a"], Mark.READ, at=1)
    assert two.of(["a"]).read
    one.close()
    assert MarkStore(tmp_path / "marks.sqlite").of(["a"]).read


def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "marks.sqlite"
    path.write_bytes(b"this is no database, but it may hold what a reader wrote" * 40)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"marks\.sqlite: the marks cannot be opened"):
        MarkStore(path)
    assert path.read_bytes() == before


KILLED = """
import sys
from pathlib import Path
from geotui.marks import Mark, MarkStore
store = MarkStore(Path(sys.argv[1]))
for n in range(10**6):
    store.add([str(n)], Mark.READ, at=n)
    print(n, flush=True)
"""


def test_a_mark_that_was_set_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "marks.sqlite"
    with subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(25):
            last = process.stdout.readline().strip()
        os.kill(process.pid, signal.SIGKILL)
    store = MarkStore(path)
    assert store.check() == []
    assert all(store.of([str(n)]).read for n in range(int(last) + 1))
