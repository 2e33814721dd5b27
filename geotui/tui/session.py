"""One run of the reader, from the open library to the exit code: what is opened is closed, whatever happens."""

from __future__ import annotations

import sys

from geotui.library import Library
from geotui.text import clean
from geotui.tui import crash
from geotui.tui.app import GeotuiApp
from geotui.tui.asking import Asker
from geotui.tui.indexing import IndexRun


def start(library: Library) -> int:
    """Runs the reader; the exit code."""
    painting, asker = library.again(), Asker(library.again())
    library.close()
    index_run = IndexRun(painting.roots)
    app = GeotuiApp(painting, asker, index_run, painting.session())
    try:
        app.run(mouse=False)
        if app.left is not None:
            painting.keep_session(app.left)
    finally:
        index_run.stop()
        asker.close()
        painting.close()
    if app.crash is not None:
        print(f"geotui: {clean(crash.sentence(app.crash))}", file=sys.stderr)
        return getattr(app.crash, "exit_code", 1)
    return app.return_code or 0
