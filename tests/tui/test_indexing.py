"""An index run in a process of its own."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from geotui.errors import StoreError
from geotui.model import Progress
from geotui.tui.indexing import IndexRun

pytestmark = pytest.mark.usefixtures("home")


def test_a_run_tells_how_far_it_is_and_what_it_found(pages: Path) -> None:
    told: list[Progress] = []
    report = IndexRun([pages]).run(told.append)
    assert report is not None
    assert (report.files, report.stories) == (4, 4)
    assert told


def test_a_run_that_was_stopped_before_it_began_does_nothing(pages: Path) -> None:
    run = IndexRun([pages])
    run.stop()
    assert run.run(lambda _: None) is None


def test_a_run_that_is_stopped_under_way_ends_soon_and_quietly(pages: Path) -> None:
    run = IndexRun([pages])
    done: list[object] = []
    thread = threading.Thread(target=lambda: done.append(run.run(lambda _: run.stop())))
    thread.start()
    thread.join(30)
    assert not thread.is_alive()


def test_a_run_without_anything_to_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file or folder"):
        IndexRun([tmp_path / "nowhere"]).run(lambda _: None)
