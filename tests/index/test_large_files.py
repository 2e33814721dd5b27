"""A large file of records, read piece by piece: what comes of it is what comes of it read whole."""

from __future__ import annotations

import gzip
import json
import os
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import geotui
from geotui import index
from geotui.index import Reader, Stamp
from geotui.index.tasks import tasks
from geotui.model import IndexReport, Progress
from geotui.settings import Settings

STAMP = Stamp(geotui.ANALYSIS_VERSION, "facts", "settings")


def record(number: int) -> str:
    """A short report, different for each number; some have an id, and some of these share it."""
    row: dict[str, object] = {
        "title": f"Harbour number {number} opens after a delay of {number + 2} weeks",
        "text": f"The council opened harbour number {number} on Monday and thanked {number * 3 + 7} builders.\n\n"
        f"It cost {number * 11 + 5} crowns. Residents of street {number} had asked for it for {number + 4} years.",
        "date": f"2022-02-{1 + number % 28:02d}",
        "source": f"Paper {number % 5}",
    }
    if number % 3 == 0:
        row["id"] = f"shared-{number % 4}"
    return json.dumps(row)


def write_feed(path: Path, count: int = 60, first: int = 0) -> None:
    """Records, three of them copies, some lines that hold none; old enough to be settled once it is read."""
    lines = [record(number) for number in range(first, first + count)]
    lines += [lines[3], lines[count // 2], lines[-1]]
    lines[20:20] = ["", "{broken", "[1]", json.dumps({"title": "Nothing more"})]
    data = "\n".join(lines).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    os.utime(path, (time.time() - 60, time.time() - 60))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_feed(tmp_path / "pages" / "feed.jsonl")
    return tmp_path / "pages"


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Parts every file of records into pieces of so many pages; 0: none is parted."""

    def set_size(pages: int) -> None:
        monkeypatch.setattr("geotui.index.tasks.LARGE_BYTES", 0 if pages else 1 << 30)
        monkeypatch.setattr("geotui.index.tasks.BATCH_PAGES", pages)
        monkeypatch.setattr("geotui.index.tasks.RAMP", 1)
        monkeypatch.setattr("geotui.index.build.SERIAL_BYTES", 0)
        monkeypatch.setattr("geotui.pages.records._CHUNK", 500)  # or a file as small as here is read ahead whole

    return set_size


def update(
    folder: Path, cache: Path, workers: int = 1, progress: Callable[[Progress], None] = lambda _: None
) -> IndexReport:
    return index.update(cache / "index.sqlite", [folder], STAMP, Settings(), workers, progress, early=True)


def copies(cache: Path) -> list[tuple[str, list[str]]]:
    """The stories in rank order, each with all that is known of its copies but their numbers in the index."""
    with closing(Reader(cache / "index.sqlite")) as reader:
        stories = [reader.story(rank) for rank in range(reader.count())]
    return [(s.head.id, [str(replace(copy, article=0)) for copy in s.copies]) for s in stories]


def findings(cache: Path) -> list[str]:
    with closing(Reader(cache / "index.sqlite")) as reader:
        return reader.check()


def files(cache: Path) -> list[tuple[str, int, int]]:
    with closing(sqlite3.connect(cache / "index.sqlite")) as db:
        return db.execute("SELECT path, settled, pages FROM files").fetchall()


@pytest.mark.parametrize("name", ["feed.jsonl", "feed.jsonl.gz"])
def test_the_size_of_pieces_and_the_number_of_workers_change_nothing(
    tmp_path: Path, part: Callable[[int], None], name: str
) -> None:
    folder = tmp_path / "pages"
    write_feed(folder / name)
    part(0)
    wanted = update(folder, tmp_path / "whole")
    assert (wanted.articles, wanted.stories, len(wanted.skipped)) == (63, 60, 3)
    for pages, workers in ((1, 1), (7, 1), (63, 1), (64, 1), (9, 2)):
        part(pages)
        cache = tmp_path / f"{pages}-{workers}"
        assert update(folder, cache, workers) == wanted
        assert copies(cache) == copies(tmp_path / "whole")
        assert files(cache) == files(tmp_path / "whole")
        assert findings(cache) == []


@pytest.mark.parametrize("data", [b"", b"\n \n", b"{\n" * 150, b"no records\n" * 9])
def test_a_file_without_pages_is_reported_as_ever(tmp_path: Path, part: Callable[[int], None], data: bytes) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "feed.jsonl").write_bytes(data)
    part(0)
    wanted = update(folder, tmp_path / "whole").skipped
    assert wanted
    part(3)
    assert update(folder, tmp_path / "parted").skipped == wanted


def test_progress_is_told_and_stories_are_shown_before_all_is_read(
    folder: Path, tmp_path: Path, part: Callable[[int], None]
) -> None:
    part(7)
    seen: list[tuple[int, int, int]] = []

    def look(progress: Progress) -> None:
        if progress.stage == "reading" and progress.articles:
            with closing(Reader(tmp_path / "index.sqlite")) as reader:
                seen.append((progress.done, progress.articles, reader.count()))

    update(folder, tmp_path, progress=look)
    assert [articles for _, articles, _ in seen] == [7, 14, 21, 28, 35, 42, 49, 56, 63]
    assert seen[0][2] == 7
    assert [done for done, *_ in seen] == sorted(done for done, *_ in seen)
    assert seen[-1][0] == (folder / "feed.jsonl").stat().st_size


class Killed(BaseException):
    """Stands for a kill: what is committed stays, all else is lost."""


def killed_at(articles: int) -> Callable[[Progress], None]:
    def kill(progress: Progress) -> None:
        if progress.articles >= articles:
            raise Killed

    return kill


@pytest.mark.parametrize("articles", [7, 35, 63])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_kill_between_pieces_leaves_nothing_behind(
    folder: Path, tmp_path: Path, part: Callable[[int], None], articles: int, workers: int
) -> None:
    part(7)
    wanted = update(folder, tmp_path / "whole")
    with pytest.raises(Killed):
        update(folder, tmp_path / "killed", workers, killed_at(articles))
    if articles < 63:
        assert [settled for _, settled, _ in files(tmp_path / "killed")] == [0]
    report = update(folder, tmp_path / "killed")
    assert (report.articles, report.stories, report.pages) == (wanted.articles, wanted.stories, wanted.pages)
    assert report.skipped == wanted.skipped
    assert copies(tmp_path / "killed") == copies(tmp_path / "whole")
    assert findings(tmp_path / "killed") == []


def test_a_file_that_goes_after_a_kill_is_forgotten(folder: Path, tmp_path: Path, part: Callable[[int], None]) -> None:
    part(7)
    with pytest.raises(Killed):
        update(folder, tmp_path, progress=killed_at(20))
    (folder / "feed.jsonl").unlink()
    (folder / "page.txt").write_text(
        "Bridge opens\n\nThe bridge was opened on Monday by the council.", encoding="utf-8"
    )
    report = update(folder, tmp_path)
    assert (report.files, report.articles, report.skipped) == (1, 1, ())


def test_a_changed_file_shows_its_old_stories_until_it_is_read_whole(
    folder: Path, tmp_path: Path, part: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    part(7)
    monkeypatch.setattr("geotui.index.build.PUBLISH_SECONDS", 0)
    monkeypatch.setattr("geotui.index.build.PUBLISH_REST", 0)
    update(folder, tmp_path)
    before = copies(tmp_path)
    write_feed(folder / "feed.jsonl", count=90, first=30)
    seen = []

    def look(progress: Progress) -> None:
        if progress.done < progress.total:
            seen.append(copies(tmp_path))

    with pytest.raises(Killed):
        update(folder, tmp_path, progress=killed_at(50))
    assert copies(tmp_path) == before
    update(folder, tmp_path, progress=look)
    assert len(seen) > 10
    assert all(stories == before for stories in seen)
    update(folder, tmp_path / "fresh")
    assert copies(tmp_path) == copies(tmp_path / "fresh")


def test_a_file_changed_back_after_a_kill_is_as_it_was(
    folder: Path, tmp_path: Path, part: Callable[[int], None]
) -> None:
    part(7)
    update(folder, tmp_path)
    before, path = copies(tmp_path), folder / "feed.jsonl"
    data, status = path.read_bytes(), path.stat()
    write_feed(path, first=30)
    with pytest.raises(Killed):
        update(folder, tmp_path, progress=killed_at(20))
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    report = update(folder, tmp_path)
    assert (report.read, report.articles) == (0, 63)
    assert copies(tmp_path) == before


@pytest.mark.parametrize("known", [False, True])
def test_a_file_that_changes_while_it_is_read_gives_nothing_until_it_is_read_again(
    folder: Path, tmp_path: Path, part: Callable[[int], None], known: bool
) -> None:
    part(7)
    path = folder / "feed.jsonl"
    if known:
        update(folder, tmp_path)
        write_feed(path, first=10)

    def grow(progress: Progress) -> None:
        if progress.articles == 14:
            with path.open("a", encoding="utf-8") as file:
                file.write("\n" + record(999))

    report = update(folder, tmp_path, progress=grow)
    assert (report.articles, report.stories) == (0, 0)
    assert ["changed while it was read" in skipped.reason for skipped in report.skipped] == [True]
    assert update(folder, tmp_path).articles == 64


@pytest.mark.parametrize("name", ["feed.jsonl", "feed.jsonl.gz"])
def test_a_large_file_is_parted_only_as_far_as_it_is_asked_for(tmp_path: Path, name: str) -> None:
    shuffled = random.Random(1)
    lines = [json.dumps({"text": " ".join(str(shuffled.random()) for _ in range(40))}) for _ in range(3000)]
    data = "\n".join(lines).encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    size = path.stat().st_size
    parts = tasks([(str(path), size)])
    first = next(parts)
    assert first.size < size / 10
    rest = list(parts)
    assert len(rest) > 10
    assert sum(task.size for task in (first, *rest)) == size
