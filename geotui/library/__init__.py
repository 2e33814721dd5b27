"""The one public API of geotui's core: open a library, bring its index up to date, answer filters, add marks.

Both faces, the command line and the screen, use this and nothing below it but the model. What must not be in here: what
is printed or painted, and how; any rule that reads a text.
"""

from geotui.library.answer import Answer, Order
from geotui.library.answering import UnknownStoryError
from geotui.library.events import EventReports
from geotui.library.library import Library
from geotui.library.opened import Edition
from geotui.library.places import default_roots, index_path, resolved
from geotui.library.rows import Group, Row

__all__ = [
    "Answer",
    "Edition",
    "EventReports",
    "Group",
    "Library",
    "Order",
    "Row",
    "UnknownStoryError",
    "default_roots",
    "index_path",
    "resolved",
]
