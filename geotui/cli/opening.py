"""How a command opens the library that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from geotui import settings
from geotui.cli import progress
from geotui.cli.progress import Listener
from geotui.errors import InputError
from geotui.library import Library, default_roots
from geotui.settings import Locations


@contextmanager
def opened(
    roots: Sequence[Path] | None, now: datetime | None = None, shown: AbstractContextManager[Listener] | None = None
) -> Iterator[Library]:
    """The library of some roots, by default the one read last, brought up to date; `shown` shows how far that is.

    Raises InputError where it holds no page.
    """
    locations = Locations.of_user()
    library = Library(roots or default_roots(locations), locations, settings.load(locations.config), now)
    try:
        with shown or progress.line() as listener:
            report = library.update(progress=listener)
        if not report.files:
            raise InputError(f"{', '.join(map(str, library.roots))}: no page could be read; geotui index says why")
        yield library
    finally:
        library.close()
