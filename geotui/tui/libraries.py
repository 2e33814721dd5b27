"""The library as the screen needs it: an object a thread, each of which notices when stories are published anew."""

from __future__ import annotations

from typing import TypeAlias

from geotui import settings
from geotui.errors import StoreError
from geotui.library import Library
from geotui.settings import Locations

Edition: TypeAlias = tuple[int, int]
"""Which stories are meant by a rank: the index file, and the generation in it."""


class LiveLibrary(Library):
    """A library whose index may be published anew, or made anew in another file, while it is open."""

    def __init__(self, other: Library) -> None:
        locations = Locations.of_user()
        super().__init__(other.roots, locations, settings.load(locations.config), other._now)
        self._file = 0

    @property
    def edition(self) -> Edition | None:
        """The stories that answers and rows are of; None where none were ever published."""
        if self._reader is None or not self._reader.generation:
            return None
        return self._file, self._reader.generation

    def take_up(self) -> bool:
        """Opens the index, or takes up stories that were published since; whether there are others than before."""
        before = self.edition
        file = self._index_file()
        if self._reader is not None and file not in (0, self._file):
            self._forget()
        if self._reader is None:
            if not file:
                return False
            try:
                opened = self.reader
            except StoreError:
                return False  # it is being made, or made anew: the index run reports what is wrong
            self._file = file
            opened.refresh()
        elif self._reader.refresh():
            self._vocabulary = None
        return self.edition != before

    def _index_file(self) -> int:
        try:
            return self.index_path.stat().st_ino
        except OSError:
            return 0
