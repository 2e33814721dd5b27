"""The index: the same stories whatever the order, the names of files, the workers or a kill; only the new is read."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

import geotui
from geotui import index
from geotui.errors import StoreError
from geotui.index import Reader, Stamp
from geotui.model import IndexReport
from geotui.settings import Settings

STAMP = Stamp(geotui.ANALYSIS_VERSION, "facts", "settings")
PLACES = ("Lakeside", "Northport", "Easthaven", "Midvale", "Stonebridge", "Oldbury", "Fairmont", "Greenford")
THINGS = ("bridge", "harbour", "railway", "school", "library", "market", "tunnel", "museum", "stadium", "clinic")


def report_on(place: str, thing: str, number: int) -> str:
    """A short news report, different for each number."""
    return (
        f"{place} opens its new {thing} after delay number {number}\n\n"
        f"The council of {place} opened the {thing} on Monday, {number} weeks later than planned, and thanked the "
        f"{number * 3 + 7} builders who worked through the winter.\n\n"
        f"The {thing} cost {number + 2} million crowns. Residents near street {number} had asked for it for years, "
        f"and the first {number * 11 + 5} visitors came in the rain.\n"
    )


def write_pages(folder: Path, seed: int = 0) -> None:
    """Twenty text pages and a feed of twenty records, two of them copies; names and order depend on the seed."""
    folder.mkdir(parents=True)
    shuffled = random.Random(seed)
    reports = [report_on(place, thing, n) for n, (place, thing) in enumerate(zip(PLACES * 5, THINGS * 4, strict=True))]
    texts, records = reports[:20], [*reports[20:], reports[3], reports[21]]
    shuffled.shuffle(texts)
    shuffled.shuffle(records)
    for n, text in enumerate(texts):
        (folder / f"{seed}-{n}.txt").write_text(text, encoding="utf-8")
    lines = [
        json.dumps({"text": text, "date": f"2022-0{1 + len(text) % 9}-11", "source": "Example"}) for text in records
    ]
    (folder / f"{seed}-feed.jsonl").write_text("\n".join(lines), encoding="utf-8")


def update(folder: Path, cache: Path, workers: int = 1) -> IndexReport:
    return index.update(cache / "index.sqlite", [folder], STAMP, Settings(), workers)


def stories(cache: Path) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    """All that the index says of each story, in rank order, but the places of pages."""
    reader = Reader(cache / "index.sqlite")
    found = [reader.story(rank) for rank in range(reader.count())]
    reader.close()
    return [
        (s.head.id, s.head.title, s.head.published.edtf(), tuple(sorted(f"{c.id} {c.relation}" for c in s.copies)))
        for s in found
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pages(tmp_path / "pages")
    return tmp_path / "pages"


def test_copies_fold_and_every_article_is_in_a_story(folder: Path, tmp_path: Path) -> None:
    report = update(folder, tmp_path)
    assert (report.articles, report.stories, report.folded, report.files) == (42, 40, 2, 21)
    assert sum(len(copies) for *_, copies in stories(tmp_path)) == 42


def test_names_and_order_of_files_and_workers_change_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(tmp_path / "renamed", seed=5)
    update(folder, tmp_path / "one")
    monkeypatch.setattr("geotui.index.build.SERIAL_BYTES", 0)
    monkeypatch.setattr("geotui.index.tasks.BATCH_FILES", 3)
    update(tmp_path / "renamed", tmp_path / "two", workers=2)
    assert stories(tmp_path / "one") == stories(tmp_path / "two")


def test_locale_and_hash_seed_change_nothing(folder: Path, tmp_path: Path) -> None:
    update(folder, tmp_path / "here")
    code = (
        "import sys; from pathlib import Path; from geotui import index; from geotui.index import Stamp\n"
        "from geotui.settings import Settings\n"
        "index.update(Path(sys.argv[2]), [Path(sys.argv[1])], Stamp(1, 'facts', 'settings'), Settings(), 1)"
    )
    for seed in ("1", "77"):
        path = tmp_path / seed / "index.sqlite"
        env = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"}
        subprocess.run([sys.executable, "-c", code, str(folder), str(path)], env=env, check=True)
        assert stories(tmp_path / seed) == stories(tmp_path / "here")


def settle(paths: Sequence[Path]) -> None:
    """Makes files older than the time within which a change might go unseen."""
    for path in paths:
        os.utime(path, (time.time() - 60, time.time() - 60))


def test_only_what_is_new_or_changed_is_read_again(folder: Path, tmp_path: Path) -> None:
    settle(list(folder.iterdir()))
    assert update(folder, tmp_path).read == 21
    assert update(folder, tmp_path).read == 0
    (folder / "more.txt").write_text(report_on("Westerly", "lighthouse", 99), encoding="utf-8")
    report = update(folder, tmp_path)
    assert (report.read, report.stories) == (1, 41)
    (folder / "0-3.txt").unlink()
    report = update(folder, tmp_path)
    assert (report.read, report.articles) == (1, 42)  # the file just written may change again within its clock's tick


def test_an_index_brought_up_to_date_is_the_one_made_anew(folder: Path, tmp_path: Path) -> None:
    update(folder, tmp_path / "old")
    (folder / "0-1.txt").unlink()
    (folder / "0-2.txt").write_text(report_on("Westerly", "lighthouse", 99), encoding="utf-8")
    (folder / "0-5.txt").rename(folder / "moved.txt")
    update(folder, tmp_path / "old")
    update(folder, tmp_path / "new")
    assert stories(tmp_path / "old") == stories(tmp_path / "new")
    reader = Reader(tmp_path / "old" / "index.sqlite")
    assert len(reader.sets.text(["lighthouse"])) == 1
    assert reader.check() == []
    reader.close()


def test_another_stamp_or_a_damaged_file_makes_it_anew(folder: Path, tmp_path: Path) -> None:
    update(folder, tmp_path)
    wanted = stories(tmp_path)
    path = tmp_path / "index.sqlite"
    report = index.update(path, [folder], Stamp(geotui.ANALYSIS_VERSION, "other facts", "settings"), Settings(), 1)
    assert report.read == 21
    path.write_bytes(b"no database" * 1000)
    update(folder, tmp_path)
    assert stories(tmp_path) == wanted


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path, tmp_path: Path) -> None:
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 50)
    (folder / "broken.jsonl").write_text('{"text": "cut\n', encoding="utf-8")
    report = update(folder, tmp_path)
    assert report.stories == 40
    assert {Path(skipped.path).name for skipped in report.skipped} == {"noise.txt", "broken.jsonl"}


def test_a_second_writer_waits_or_is_told(folder: Path, tmp_path: Path) -> None:
    update(folder, tmp_path)
    import fcntl

    with (tmp_path / "index.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        report = index.update(tmp_path / "index.sqlite", [folder], STAMP, Settings(), 1, wait_for_lock=False)
    assert report.busy


def test_an_index_killed_at_any_moment_is_healed_by_the_next_run(folder: Path, tmp_path: Path) -> None:
    update(folder, tmp_path / "whole")
    wanted = stories(tmp_path / "whole")
    env = os.environ | {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "CACHE", "STATE")}
    command = [sys.executable, "-m", "geotui", "index", str(folder), "--workers", "1"]
    for wait in (0.25, 0.4, 0.5, 0.6, 0.75):
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, cwd=Path(geotui.__file__).parents[1])
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, cwd=Path(geotui.__file__).parents[1])
    (made,) = (tmp_path / "CACHE").rglob("index.sqlite")
    assert stories(made.parent) == wanted


def test_an_unfinished_publication_leaves_the_stories_as_they_were(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(folder, tmp_path)
    wanted = stories(tmp_path)
    shutil.rmtree(folder)
    write_pages(folder, seed=9)
    (folder / "more.txt").write_text(report_on("Westerly", "lighthouse", 99), encoding="utf-8")

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr("geotui.index.publish.clear", fail)
        with pytest.raises(Exception, match="disk full"):
            update(folder, tmp_path)
    assert stories(tmp_path) == wanted
    update(folder, tmp_path)
    assert len(stories(tmp_path)) == len(wanted) + 1


def test_a_page_damaged_inside_the_file_is_healed_by_asking_again(folder: Path, tmp_path: Path) -> None:
    update(folder, tmp_path)
    wanted = stories(tmp_path)
    path = tmp_path / "index.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[: 4096 * 4] + b"\xa5" * 4096 * 30 + whole[4096 * 34 :])
    found = None
    for _ in range(3):  # a run of the index, or a reader, trips over it and throws it away
        with suppress(StoreError):
            update(folder, tmp_path)
            found = stories(tmp_path)
    assert found == wanted


def test_a_folder_that_cannot_be_made_is_a_sentence(folder: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        index.update(Path("/dev/null/geotui/index.sqlite"), [folder], STAMP, Settings(), 1)


def test_a_large_folder_tells_how_many_files_are_found_so_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages").mkdir()
    for n in range(250):
        (tmp_path / "pages" / f"{n}.txt").touch()
    monkeypatch.setattr("geotui.index.build.WALK_TELL_SECONDS", 0)
    said: list[str] = []
    index.update(
        tmp_path / "index.sqlite", [tmp_path / "pages"], STAMP, Settings(), 1, lambda told: said.append(told.stage)
    )
    assert said[:3] == ["looking for pages, 100 files so far", "looking for pages, 200 files so far", "reading"]
