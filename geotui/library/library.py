"""The set of folders and files that are open together: all that the two faces ask of it, each subject in its file."""

from __future__ import annotations

from geotui.library.comparing import Comparing
from geotui.library.correcting import Correcting
from geotui.library.events import Events
from geotui.library.explaining import Explaining
from geotui.library.marking import Marking
from geotui.library.remembering import Remembering


class Library(Comparing, Explaining, Correcting, Events, Marking, Remembering):
    """A library opened for one reader; see `Opened` for what it takes and raises."""
