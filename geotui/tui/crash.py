"""What is left behind when something goes wrong inside: a log that only the reader can open, and one sentence."""

from __future__ import annotations

import os
import traceback
from datetime import datetime
from pathlib import Path

from geotui.errors import GeotuiError
from geotui.settings import Locations


def log(error: BaseException) -> Path:
    """Writes where an error came from to the state directory and returns the file."""
    path = Locations.of_user().state / "crash.log"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    told = "".join(traceback.format_exception(error))
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8") as handle:
        stamp = datetime.now().astimezone().isoformat(timespec="seconds")
        handle.write(f"{stamp}\n{told}\n".encode("utf-8", "backslashreplace").decode())
    return path


def sentence(error: BaseException) -> str:
    """What to say of an error: its own words where it has them for the reader, else where the details lie."""
    if isinstance(error, GeotuiError):
        return str(error)
    try:
        path = log(error)
    except OSError:
        return f"something went wrong inside ({type(error).__name__}), and no log could be written; marks are kept"
    return f"something went wrong inside; the details are in {path}; marks are kept"
