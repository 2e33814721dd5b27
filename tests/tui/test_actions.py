"""One table of keys: what is bound is what is listed, and what is listed can be done or says why not."""

from __future__ import annotations

from collections import Counter

import pytest

from geotui.tui.actions import ACTIONS, BY_ID, Need, Where, bindings, key_table, shown_keys
from geotui.tui.app import GeotuiApp
from geotui.tui.commands import help_rows, matching, palette_rows
from geotui.tui.commands_screen import CommandsScreen
from geotui.tui.filter_bar import FilterInput
from geotui.tui.main_screen import MainScreen
from geotui.tui.reader_pane import STAY, ReaderPane
from geotui.tui.story_list import StoryList

HEARD_BY = {
    Where.LIST: StoryList,
    Where.READER: ReaderPane,
    Where.PANES: MainScreen,
    Where.BAR: FilterInput,
    Where.OVER: CommandsScreen,
    Where.ANYWHERE: GeotuiApp,
}
HERE = [Where.LIST, Where.READER, Where.BAR]


def nothing_missing(_action: object) -> str:
    return ""


@pytest.mark.parametrize("where", Where)
def test_no_key_does_two_things_in_one_place(where: Where) -> None:
    counts = Counter(key for action in ACTIONS if action.where is where for key in action.keys)
    assert max(counts.values()) == 1


@pytest.mark.parametrize("action", [action for action in ACTIONS if action.call], ids=lambda action: action.id)
def test_every_action_is_one_that_its_place_can_carry_out(action: object) -> None:
    place, _, name = action.call.partition("(")[0].rpartition(".")  # type: ignore[attr-defined]
    over = CommandsScreen if action.where is Where.OVER else MainScreen  # type: ignore[attr-defined]
    owner = {"screen": over, "app": GeotuiApp, "": HEARD_BY[action.where]}[place]  # type: ignore[attr-defined]
    assert hasattr(owner, f"action_{name}")


def test_an_action_that_needs_something_is_attempted_first() -> None:
    bound = {binding.id: binding.action for where in Where for binding in bindings(where)}
    for action in ACTIONS:
        if action.call:
            assert bound[action.id] == (f"screen.attempt('{action.id}')" if action.needs else action.call)


def test_the_table_of_keys_lists_every_action_once() -> None:
    lines = key_table().splitlines()
    for action in ACTIONS:
        wanted = [
            line for line in lines if line.split("  ")[1:2] == [shown_keys(action)] and line.endswith(action.words)
        ]
        assert wanted, action.id


@pytest.mark.parametrize("where", HERE)
def test_the_help_holds_the_keys_of_where_one_is_and_all_others(where: Where) -> None:
    rows = help_rows(where, nothing_missing)
    headings = [row.left for row in rows if row.heading]
    assert headings[0] == ("A filter, by example" if where is Where.BAR else where.value)
    for action in ACTIONS:
        assert [row for row in rows if (row.left, row.right) == (shown_keys(action), action.words)], action.id


@pytest.mark.parametrize("where", [Where.LIST, Where.READER])
def test_the_help_says_when_a_story_counts_as_read(where: Where) -> None:
    told = {row.left: row.right for row in help_rows(where, nothing_missing)}
    assert told["no ●"] == "read: it was open for 2 s, or its end was reached"
    assert STAY == 2


def test_what_cannot_be_done_now_is_listed_with_the_reason() -> None:
    rows = palette_rows(Where.LIST, lambda action: str(action.needs) if action.needs is Need.COPIES else "")
    copies = next(row for row in rows if row.result is BY_ID["copies"])
    assert copies.why_not == "this story has no other copy"
    assert not next(row for row in rows if row.result is BY_ID["why"]).why_not


def test_the_palette_offers_only_what_is_heard_where_one_is() -> None:
    offered = {row.result for row in palette_rows(Where.READER, nothing_missing)}
    assert BY_ID["reader.search"] in offered
    assert BY_ID["list.timeline"] not in offered


def test_typing_narrows_the_rows_and_keeps_the_headings_above_them() -> None:
    rows = matching(help_rows(Where.LIST, nothing_missing), "UNREAD next")
    assert [row.left for row in rows if row.heading] == ["In the list", "In a story"]
    assert all("unread" in row.right for row in rows if not row.heading)
    assert matching(rows, "no such thing at all") == []


@pytest.mark.parametrize("where", HERE)
def test_no_row_of_the_help_is_cut_at_80_columns(where: Where) -> None:
    for row in help_rows(where, lambda action: str(action.needs or "")):
        reason = f" · ({row.why_not})" if row.why_not else ""
        assert len(f" {row.left:26} {row.right}{reason}") <= 80, row.left
