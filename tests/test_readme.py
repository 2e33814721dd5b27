"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geotui import settings
from geotui.cli.arguments import COMMANDS
from geotui.tui.actions import key_table

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_keys_are_those_of_the_table_of_actions() -> None:
    assert key_table().rstrip() in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_named(command: str) -> None:
    assert f"geotui {command}" in README


def test_every_command_named_is_one() -> None:
    named = set(re.findall(r"geotui ([a-z]+)\b", "\n".join(re.findall(r"`([^`]*)`", README))))
    assert named <= {*COMMANDS, "corpus"}


def test_every_setting_is_named() -> None:
    for name in settings.Settings.__dataclass_fields__:
        assert f"`{name}" in README
