"""The walls of the house: a room imports only rooms below it, and a command loads only what it needs."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "geotui"
GROUND = {"model", "text", "settings", "errors"}
MAY_IMPORT = {
    "text": set(),
    "errors": set(),
    "model": {"text"},
    "settings": {"errors"},
    "knowledge": {"text", "errors"},
    "pages": GROUND,
    "articles": GROUND | {"knowledge", "pages"},
    "actors": GROUND | {"knowledge", "pages"},
    "dates": GROUND | {"knowledge", "pages"},
    "reading": GROUND | {"knowledge", "pages", "articles", "actors", "dates"},
    "stories": GROUND | {"knowledge", "pages", "articles", "actors", "dates", "reading"},
    "index": GROUND | {"knowledge", "pages", "articles", "actors", "dates", "reading", "stories"},
    "query": GROUND | {"knowledge", "pages", "articles", "actors", "dates", "reading", "stories"},
    "marks": GROUND,
}
MAY_IMPORT["library"] = set(MAY_IMPORT)
MAY_IMPORT["tui"] = set(MAY_IMPORT)
MAY_IMPORT["cli"] = set(MAY_IMPORT)
MAY_IMPORT["__main__"] = {"cli"}

ROOMS = sorted(path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists())


def imported(path: Path) -> set[str]:
    """The modules that a file imports, anywhere in it, by their full names."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide which room is meant"
            names.add(node.module or "")
            if node.module == "geotui":
                names.update(f"geotui.{alias.name}" for alias in node.names)
    return names


def files_of(room: str) -> list[Path]:
    folder = PACKAGE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "__init__"])
def test_a_room_imports_only_rooms_below_it(room: str) -> None:
    for path in files_of(room):
        for name in imported(path):
            if not name.startswith("geotui."):
                continue
            other = name.split(".")[1]
            if other == room or (not (PACKAGE / other).exists() and not (PACKAGE / f"{other}.py").exists()):
                continue
            starts_the_reader = room == "cli" and other == "tui" and path.name == "reader.py"
            assert other in MAY_IMPORT[room] or starts_the_reader, f"{path} imports {name}"


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in ("__init__", "tui", "cli")])
def test_only_the_faces_know_rich_and_only_the_screen_knows_textual(room: str) -> None:
    for path in files_of(room):
        foreign = {name.split(".")[0] for name in imported(path)}
        assert not foreign & {"rich", "textual"}, path


def test_the_command_line_never_imports_textual() -> None:
    for path in files_of("cli"):
        assert "textual" not in {name.split(".")[0] for name in imported(path)}, path


LOADED = """
import json, sys
from geotui.cli.main import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted({name.split('.')[0] for name in sys.modules})]), file=sys.stderr)
"""


def loaded_by(tmp_path: Path, *argv: str) -> tuple[int, set[str]]:
    """The exit code of a command and the top-level modules that it loaded, in a process of its own."""
    env = os.environ | {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "CACHE", "STATE")}
    run = subprocess.run(
        [sys.executable, "-c", LOADED, *argv], capture_output=True, text=True, env=env, check=True, cwd=PACKAGE.parent
    )
    code, modules = json.loads(run.stderr.splitlines()[-1])
    return code, set(modules)


def test_a_query_starts_without_textual_rich_and_dateparser(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "one.txt").write_text("A bridge opens\n\nThe bridge over the river opened to traffic on Monday.\n")
    code, modules = loaded_by(tmp_path, "query", "bridge", "--in", str(pages), "--json")
    assert code == 0
    assert not modules & {"textual", "rich", "dateparser", "numpy", "yaml", "charset_normalizer"}


def test_a_date_phrase_is_read_without_the_index(tmp_path: Path) -> None:
    code, modules = loaded_by(tmp_path, "when", "early feb 2022")
    assert code == 0
    assert not modules & {"textual", "rich", "sqlite3"}
