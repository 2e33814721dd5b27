"""The last line: the place costs no more on a slow line than what changes of it."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from geotui.model import Progress
from geotui.tui.status_line import PLACE_WIDTH, OneLine, StatusLine, progress_words


class Placed(App[None]):
    """The line and nothing else."""

    CSS = f"StatusLine, #saying, #place {{ height: 1; }} #saying {{ width: 1fr; }} #place {{ width: {PLACE_WIDTH}; }}"

    def compose(self) -> ComposeResult:
        yield StatusLine()


async def test_the_place_ends_at_the_edge_and_grows_where_it_must(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Placed()
    async with app.run_test(size=(60, 5)) as pilot:
        status = app.query_one(StatusLine)
        status.hint("j k move")
        for at, of, more, shown in (
            ("1", "412", "", "  1/412"),
            ("–", "3", "", "–/3"),
            ("99,998", "100,000", "", " 99,998/100,000"),
            ("2", "412", "  42%", "  2/412  42%"),
        ):
            status.say_place(at, of, more)
            await pilot.pause()
            assert status.place.render_line(0).text == shown.rjust(status.place.size.width)
            assert status.saying.size.width + status.place.size.width == 60
        regions: list[Region] = []
        monkeypatch.setattr(OneLine, "refresh", lambda _self, *found, **_: regions.extend(found))
        status.say_place("3", "412", "  42%")
        assert [region.right for region in regions] == [status.place.size.width - len("/412  42%")]


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(0, 0, 0, "looking for pages, 3,400 files so far"), "looking for pages, 3,400 files so far…"),
        (Progress(12, 100, 1340, "reading"), "reading pages… 12 % · 1,340 articles"),
        (Progress(1, 1, 40, "folding copies into stories"), "folding copies into stories… · 40 articles"),
    ],
)
def test_progress_is_told_in_words_with_counts_only_where_there_are_any(progress: Progress, words: str) -> None:
    assert progress_words(progress) == words
