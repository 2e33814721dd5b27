"""What is known of a library, as a cache: SQLite, full text, bitmaps of ranks. It can be deleted at any time.

`build` brings it up to date by file, `publish` turns the articles into ranked stories, `reader` answers from it. What
must not be in here: what the reader added (marks), the filter language, anything that is true of one run only.
"""

from geotui.index.build import update
from geotui.index.reader import Reader
from geotui.index.republish import correct
from geotui.index.schema import Stamp

__all__ = ["Reader", "Stamp", "correct", "update"]
