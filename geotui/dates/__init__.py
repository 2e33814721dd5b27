"""When: what date phrases mean, the dates that a text names, and when an article was written.

No clock is read here: today is always handed in, and a page gives the same dates on any day. What must not be in here:
names of people, files, the screen, the filter language.
"""

from geotui.dates.dating import date_articles
from geotui.dates.metadata import metadata_day
from geotui.dates.moments import read_moments
from geotui.dates.phrases import read_phrase

__all__ = ["date_articles", "metadata_day", "read_moments", "read_phrase"]
