"""Rows to choose from: what is selected, what is painted, what is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Region

from geotui.tui.choice_list import ChoiceList, ChoiceRow

ROWS = [ChoiceRow(f"row {number}", f"{number}") for number in range(40)]


class Choosing(App[None]):
    """A list and nothing else."""

    def __init__(self, choices: ChoiceList) -> None:
        super().__init__()
        self.choices = choices
        self.told: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.choices

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.told.append(event.index)


@asynccontextmanager
async def choosing(choices: ChoiceList, *keys: str) -> AsyncIterator[Choosing]:
    app = Choosing(choices)
    async with app.run_test(size=(40, 10)) as pilot:
        choices.focus()
        await pilot.press(*keys)
        await pilot.pause()
        yield app


def lines(choices: ChoiceList) -> list[str]:
    return [choices.render_line(y).text.rstrip() for y in range(choices.size.height)]


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        ("jj", 2),
        ("jjk", 1),
        ("k", 0),
        ("G", 39),
        ("Gjjk", 38),
        ("Gg", 0),
        (["pagedown"], 10),
        (["pagedown", "pageup"], 0),
        (["down", "up", "down"], 1),
    ],
)
async def test_keys_move_the_selection_and_keep_it_in_view(keys: list[str], selected: int) -> None:
    async with choosing(ChoiceList(ROWS), *keys) as app:
        assert app.choices.selected == selected
        assert [line for line in lines(app.choices) if line[:1] == "›"] == [f"›row {selected} · {selected}"]
        assert lines(app.choices)[app.choices.own_cursor.y] == f"›row {selected} · {selected}"


async def test_enter_chooses_and_nothing_is_chosen_where_nothing_is() -> None:
    async with choosing(ChoiceList(ROWS), "j", "enter") as app:
        assert app.told == [1]
    async with choosing(ChoiceList([], empty="Nothing here."), "j", "G", "enter") as app:
        assert app.told == []
        assert lines(app.choices)[0] == " Nothing here."


async def test_where_nothing_is_selected_yet_the_first_step_selects_an_end() -> None:
    async with choosing(ChoiceList(ROWS, selected=None), "enter", "k") as app:
        assert app.told == []
        assert app.choices.selected == 39


async def test_only_lines_that_look_different_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with choosing(ChoiceList(ROWS)) as app:
        painted: list[int] = []

        def refresh(self: ChoiceList, *regions: Region, **_: bool) -> ChoiceList:
            painted.extend(region.y for region in regions)
            return self

        monkeypatch.setattr(ChoiceList, "refresh", refresh)
        app.choices.select(3)
        assert sorted(painted) == [0, 3]
        painted.clear()
        app.choices.show_rows([*ROWS[:5], ChoiceRow("other"), *ROWS[6:]], 3)
        assert painted == [5]


@pytest.mark.parametrize("text", ["\x1b[31mred", "北京冬奥会", "[@click=app.quit]x[/]", "z̷̢̧̛͔̳̖a", "long " * 50])
async def test_every_row_is_safe_and_exactly_as_wide_as_the_list(text: str) -> None:
    async with choosing(ChoiceList([ChoiceRow(text, text), ChoiceRow(text)])) as app:
        for y in range(2):
            line = app.choices.render_line(y).text
            assert cell_len(line) == 40
            assert line.isprintable()
