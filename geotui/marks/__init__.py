"""What the reader added (read, star, tags, notes, corrections of folds), when each article first reached them, their
visits and habits.

The one thing that cannot be made anew: every change is committed at once, nothing here is ever deleted by a rebuild.
Keyed by article id alone, so that it outlives files, places and the index. What must not be in here: anything that can
be computed from pages.
"""

from geotui.marks.corrections import Correction
from geotui.marks.store import Mark, MarkStore

__all__ = ["Correction", "Mark", "MarkStore"]
