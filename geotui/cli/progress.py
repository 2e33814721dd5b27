"""How an index run shows its progress: a bar with the time left on a terminal, nothing where there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from geotui.model import Progress

Listener = Callable[[Progress], None]


@contextmanager
def bar() -> Iterator[Listener]:
    """Rich's bar, for `geotui index`."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[articles]:,} articles"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=None, articles=0)
        yield lambda p: shown.update(
            task, description=p.stage, completed=p.done, total=p.total or None, articles=p.articles
        )


@contextmanager
def line() -> Iterator[Listener]:
    """One line that is written over, for commands that answer something else and only bring the index up to date."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    shown = False

    def show(progress: Progress) -> None:
        nonlocal shown
        shown = True
        far = f", {progress.done * 100 // progress.total} %" if progress.total else ""
        sys.stderr.write(f"\r\x1b[Kgeotui: {progress.stage}{far}")
        sys.stderr.flush()

    yield show
    if shown:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
