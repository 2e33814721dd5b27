"""What Textual finds in the environment, by what the terminal can show."""

from __future__ import annotations

import pytest

from geotui.tui.terminal import ANSI_THEME, wanted


@pytest.mark.parametrize(
    ("environ", "is_ansi"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "tmux-256color"}, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "vt100"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
        ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "standard"}, True),
    ],
)
def test_sixteen_colours_or_none_get_the_theme_that_names_colours(environ: dict[str, str], is_ansi: bool) -> None:
    assert (wanted(environ).get("TEXTUAL_THEME") == ANSI_THEME) is is_ansi


def test_a_theme_that_the_reader_chose_stays() -> None:
    assert "TEXTUAL_THEME" not in wanted({"TERM": "linux", "TEXTUAL_THEME": "nord"})


def test_nothing_is_animated() -> None:
    assert wanted({"TERM": "xterm", "TEXTUAL_ANIMATIONS": "full"})["TEXTUAL_ANIMATIONS"] == "none"
