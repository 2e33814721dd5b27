"""The dates' phrases with the reader's clock and settings fixed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from geotui.dates import read_moments, read_phrase
from geotui.model import Phrase
from geotui.settings import Settings


@dataclass(frozen=True, slots=True)
class Calendar:
    """See `context.Dates`. `now` is the reader's local time."""

    now: datetime
    settings: Settings

    @property
    def today(self) -> date:
        """The reader's local day."""
        return self.now.date()

    def phrase(self, text: str, *, in_filter: bool) -> Phrase:
        """A date phrase as it is read today."""
        return read_phrase(text, self.today, self.settings, in_filter=in_filter)

    def moments(self, text: str) -> tuple[datetime | None, datetime | None] | None:
        """First and last moment of a phrase, None where it is none."""
        return read_moments(text, self.now, self.settings)
