from __future__ import annotations

import os
from pathlib import Path

import pytest

from geotui.pages import walk


def touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")


def names(root: Path, files: tuple[Path, ...]) -> list[str]:
    return [path.relative_to(root.resolve()).as_posix() for path in files]


def reasons(root: Path, skipped) -> dict[str, str]:
    return {Path(item.path).relative_to(root.resolve()).as_posix(): item.reason for item in skipped}


def test_files_come_in_the_order_of_their_path_parts(tmp_path):
    touch(tmp_path, "b.txt", "a/z.txt", "a-1/a.txt", "B.md", "a/é.jsonl", "plain")
    files, skipped = walk([tmp_path])
    assert names(tmp_path, files) == ["B.md", "a/z.txt", "a/é.jsonl", "a-1/a.txt", "b.txt", "plain"]
    assert skipped == ()


def test_the_order_of_roots_changes_nothing_and_no_file_comes_twice(tmp_path):
    touch(tmp_path, "a/one.txt", "b/two.txt")
    roots = [tmp_path / "a", tmp_path / "b", tmp_path]
    assert walk(roots) == walk(roots[::-1])
    assert len(walk(roots)[0]) == 2


def test_a_root_may_be_a_file(tmp_path):
    touch(tmp_path, "README.md")
    assert names(tmp_path, walk([tmp_path / "README.md"])[0]) == ["README.md"]


def test_a_missing_root_is_reported(tmp_path):
    files, skipped = walk([tmp_path / "nowhere"])
    assert files == ()
    assert skipped[0].reason == "no such file or folder"


def test_hidden_files_and_folders_are_passed_over_without_a_word(tmp_path):
    touch(tmp_path, ".hidden.txt", ".git/page.txt", "page.txt")
    files, skipped = walk([tmp_path])
    assert names(tmp_path, files) == ["page.txt"]
    assert skipped == ()


def test_formats_that_are_not_read_and_files_about_the_folder_are_reported(tmp_path):
    touch(tmp_path, "page.html", "photo.png", "README.md", "LICENSE", "license-to-fish.txt", "page.txt.gz")
    files, skipped = walk([tmp_path])
    assert names(tmp_path, files) == ["license-to-fish.txt", "page.txt.gz"]
    assert reasons(tmp_path, skipped) == {
        "LICENSE": "tells of the folder, no page",
        "README.md": "tells of the folder, no page",
        "page.html": ".html files are not read",
        "photo.png": ".png files are not read",
    }


def test_a_dot_in_a_date_or_sentence_is_no_extension(tmp_path):
    touch(tmp_path, "story.2022-02-03", "no. 7", "v1.2")
    assert len(walk([tmp_path])[0]) == 3


def test_links_out_of_the_root_and_to_nothing_are_reported_and_loops_end(tmp_path):
    touch(tmp_path, "out/secret.txt", "root/page.txt")
    root = tmp_path / "root"
    (root / "away").symlink_to(tmp_path / "out")
    (root / "away.txt").symlink_to(tmp_path / "out/secret.txt")
    (root / "loop").symlink_to(root)
    (root / "dead.txt").symlink_to(root / "gone.txt")
    (root / "same.txt").symlink_to(root / "page.txt")
    files, skipped = walk([root])
    assert names(root, files) == ["page.txt"]
    assert reasons(root, skipped) == {
        "away": "a link that leads out of the folder",
        "away.txt": "a link that leads out of the folder",
        "dead.txt": "a link to nothing",
    }


def test_pipes_are_reported_and_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    files, skipped = walk([tmp_path])
    assert files == ()
    assert reasons(tmp_path, skipped) == {"pipe.txt": "a device, pipe or socket"}


def test_an_unreadable_folder_is_reported_and_the_rest_goes_on(tmp_path, monkeypatch):
    touch(tmp_path, "a/page.txt", "b/page.txt")
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files, skipped = walk([tmp_path])
    assert names(tmp_path, files) == ["b/page.txt"]
    assert reasons(tmp_path, skipped) == {"a": "cannot be read: Permission denied"}


def test_a_name_that_is_no_utf8_is_reported(tmp_path):
    try:
        with open(os.fsencode(tmp_path) + b"/bad\xff.txt", "wb") as file:  # noqa: PTH123 - a name of raw bytes
            file.write(b"text")
    except OSError:
        pytest.skip("this file system takes no such names")
    files, skipped = walk([tmp_path])
    assert files == ()
    assert skipped[0].reason == "its name is not valid UTF-8; rename it"
    skipped[0].path.encode("utf-8")
