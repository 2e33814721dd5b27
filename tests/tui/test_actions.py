"""One table of keys: what is bound is what is listed."""

from __future__ import annotations

from collections import Counter

import pytest

from geotui.tui.actions import ACTIONS, Where, bindings, key_table, shown_keys
from geotui.tui.app import GeotuiApp
from geotui.tui.filter_bar import FilterInput
from geotui.tui.help_screen import help_paragraphs
from geotui.tui.main_screen import MainScreen
from geotui.tui.reader_pane import ReaderPane
from geotui.tui.story_list import StoryList

HEARD_BY = {
    Where.LIST: StoryList,
    Where.READER: ReaderPane,
    Where.PANES: MainScreen,
    Where.BAR: FilterInput,
    Where.ANYWHERE: GeotuiApp,
}


@pytest.mark.parametrize("where", Where)
def test_no_key_does_two_things_in_one_place(where: Where) -> None:
    counts = Counter(key for action in ACTIONS if action.where is where for key in action.keys)
    assert max(counts.values()) == 1


@pytest.mark.parametrize("where", Where)
def test_every_action_is_one_that_its_place_can_carry_out(where: Where) -> None:
    namespaces = {"screen": MainScreen, "app": GeotuiApp}
    for binding in bindings(where):
        name, _, rest = binding.action.partition("(")[0].rpartition(".")[0], "", binding.action.partition("(")[0]
        owner = namespaces.get(name, HEARD_BY[where])
        assert hasattr(owner, f"action_{rest.rpartition('.')[2]}"), binding.action


def test_the_table_of_keys_lists_every_action_once() -> None:
    lines = key_table().splitlines()
    for action in ACTIONS:
        wanted = [
            line for line in lines if line.split("  ")[1:2] == [shown_keys(action)] and line.endswith(action.words)
        ]
        assert wanted, action.id


@pytest.mark.parametrize("where", [Where.LIST, Where.READER, Where.BAR])
def test_the_help_begins_with_the_keys_of_where_one_is_and_holds_all_others(where: Where) -> None:
    texts = [paragraph.text for paragraph in help_paragraphs(where)]
    assert texts[0] == where.value
    for action in ACTIONS:
        assert any(text.startswith(shown_keys(action)) and text.endswith(action.words) for text in texts), action.id
