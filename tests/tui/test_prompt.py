"""One line asked for at the foot of a screen."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.app import App, ComposeResult

from geotui.tui.choice_list import ChoiceList, ChoiceRow
from geotui.tui.prompt import Prompt, ask


class Asking(App[None]):
    """A screen with a list, that asks for a tag on `t`."""

    BINDINGS: ClassVar = [("t", "ask", "")]

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text
        self.given: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield ChoiceList([ChoiceRow("a row")], id="rows")

    async def action_ask(self) -> None:
        await ask(self.screen, "tag", self.given.append, self.text, ["peace talks", "war", "Élysée"])


async def given(*keys: str, text: str = "") -> list[str | None]:
    app = Asking(text)
    async with app.run_test(size=(60, 12)) as pilot:
        app.query_one("#rows").focus()
        await pilot.press("t", *keys)
        await pilot.pause()
        assert not app.screen.query(Prompt)
        assert app.focused is app.query_one("#rows")
    return app.given


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ([*"new one", "enter"], "new one"),
        (["space", *"a", "space", "space", *"b", "enter"], "a b"),
        (["escape"], None),
        ([*"wa", "tab", "enter"], "war"),
        (["down", "down", "enter"], "war"),
        (["up", "enter"], "Élysée"),
        ([*"ely", "down", "enter"], "Élysée"),
        ([*"talk", "tab", *"!", "enter"], "peace talks!"),
        ([*"xyz", "tab", "down", "enter"], "xyz"),
        (["enter"], ""),
    ],
)
async def test_what_is_typed_or_chosen_is_given_and_the_keys_go_back(keys: list[str], line: str | None) -> None:
    assert await given(*keys) == [line]


async def test_a_line_to_change_is_there_at_its_end_and_can_be_cleared() -> None:
    assert await given(*"!", "enter", text="see page 3") == ["see page 3!"]
    assert await given("ctrl+u", "enter", text="see page 3") == [""]


async def test_it_asks_one_thing_at_a_time() -> None:
    app = Asking()
    async with app.run_test(size=(60, 12)) as pilot:
        await app.action_ask()
        await app.action_ask()
        await pilot.pause()
        assert len(app.screen.query(Prompt)) == 1
