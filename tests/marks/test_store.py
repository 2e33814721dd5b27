"""Marks: what the reader added is never lost, and is the union over a story's copies."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geotui.errors import StoreError
from geotui.marks import Mark, MarkStore
from geotui.marks.migrations import STEPS
from geotui.model import Marks, Step


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


def test_adding_tells_only_what_was_not_there(store: MarkStore) -> None:
    store.add(["a"], Mark.READ, at=1)
    step = store.add(["a", "b", "b"], Mark.READ, at=2)
    assert [(row.article, row.at) for row in step.added] == [("b", 2)]
    assert store.add(["a"], Mark.READ, at=3) == Step("")


def test_removing_tells_what_was_there(store: MarkStore) -> None:
    store.add(["a"], Mark.TAG, at=1, value="one")
    store.add(["a"], Mark.TAG, at=2, value="two")
    assert {row.value for row in store.remove(["a", "b"], Mark.TAG).removed} == {"one", "two"}
    assert store.remove(["a"], Mark.TAG) == Step("")


def test_a_step_is_undone_and_done_again_as_often_as_one_likes(store: MarkStore) -> None:
    store.add(["a"], Mark.NOTE, at=1, value="old")
    step = store.add(["a", "b"], Mark.NOTE, at=2, value="new")
    for _ in range(2):
        store.replay(step, back=True)
        assert (store.of(["a"]).note, store.of(["b"]).note) == ("old", None)
        store.replay(step, back=False)
        assert (store.of(["a"]).note, store.of(["b"]).note) == ("new", "new")


def test_undoing_leaves_what_another_window_has_set_since(store: MarkStore) -> None:
    step = store.add(["a", "b"], Mark.READ, at=1)
    store.remove(["a"], Mark.READ)
    store.add(["a"], Mark.READ, at=5)
    undone = store.replay(step, back=True)
    assert [row.article for row in undone.removed] == ["b"]
    assert store.marked(Mark.READ) == ["a"]


def test_undoing_never_replaces_a_later_note(store: MarkStore) -> None:
    store.add(["a"], Mark.NOTE, at=1, value="old")
    step = store.add(["a"], Mark.NOTE, at=2, value="mine")
    store.add(["a"], Mark.NOTE, at=3, value="hers")
    assert store.replay(step, back=True) == Step("")
    assert store.of(["a"]).note == "hers"


CHANGES = st.lists(
    st.tuples(
        st.booleans(),
        st.sets(st.sampled_from("abcd"), min_size=1),
        st.sampled_from([(Mark.READ, ""), (Mark.TAG, "one"), (Mark.TAG, "two"), (Mark.NOTE, "x"), (Mark.NOTE, "y")]),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=60)
@given(CHANGES)
def test_undoing_all_steps_backwards_leads_to_the_beginning(
    changes: list[tuple[bool, set[str], tuple[Mark, str]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = MarkStore(Path(folder) / "marks.sqlite")
        states, steps = [all_marks(store)], []
        for at, (on, articles, (kind, value)) in enumerate(changes):
            chosen = sorted(articles)
            steps.append(store.add(chosen, kind, at, value) if on else store.remove(chosen, kind, value or None))
            states.append(all_marks(store))
        for step, before in zip(reversed(steps), states[-2::-1], strict=True):
            store.replay(step, back=True)
            assert all_marks(store) == before
        for step, after in zip(steps, states[1:], strict=True):
            store.replay(step, back=False)
            assert all_marks(store) == after
        store.close()


def all_marks(store: MarkStore) -> dict[str, Marks]:
    return {article: store.of([article]) for article in "abcd"}


def test_a_file_of_the_first_tables_is_brought_up_to_date_with_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "marks.sqlite"
    old = sqlite3.connect(path, isolation_level=None)
    old.execute("CREATE TABLE migrations(name TEXT PRIMARY KEY, at REAL)")
    for statement in filter(str.strip, STEPS["m001_marks"].split(";")):
        old.execute(statement)
    old.execute("INSERT INTO migrations VALUES('m001_marks', 1)")
    old.execute("INSERT INTO marks VALUES('a', 'read', '', 1)")
    old.execute("INSERT INTO visits VALUES(1, 'lib', 3, 4)")
    old.close()
    store = MarkStore(path)
    assert store.of(["a"]).read
    assert store.new_since("lib") == 4
    store.remember("xi")
    assert store.typed() == ["xi"]
    store.close()


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


WRITER = """
import sys
from pathlib import Path
from geotui.marks import Mark, MarkStore
store = MarkStore(Path(sys.argv[1]))
for n in range(int(sys.argv[3])):
    store.add([f"{sys.argv[2]}{n}"], Mark.READ, at=n)
    print(n, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_write_at_once_and_one_is_killed_and_no_mark_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "marks.sqlite"
    with writer(path, "kept", 40) as kept, writer(path, "killed", 10**6) as killed:
        assert kept.stdout is not None
        assert killed.stdout is not None
        for _ in range(20):
            last = killed.stdout.readline().strip()
        os.kill(killed.pid, signal.SIGKILL)
        assert kept.wait() == 0
    store = MarkStore(path)
    assert store.check() == []
    marked = set(store.marked(Mark.READ))
    assert marked >= {f"kept{n}" for n in range(40)} | {f"killed{n}" for n in range(int(last) + 1)}
    store.close()
