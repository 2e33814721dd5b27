"""The room's door imports no Textual: the environment that Textual reads on import is set behind it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import geotui


def test_the_key_table_is_had_without_textual() -> None:
    code = "import sys, geotui.tui; geotui.tui.key_table(); print('textual' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(geotui.__file__).parents[1]
    )
    assert run.stdout.strip() == "False"


def test_the_index_process_does_without_textual() -> None:
    code = "import sys, geotui.tui.indexing; print('textual' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(geotui.__file__).parents[1]
    )
    assert run.stdout.strip() == "False"
