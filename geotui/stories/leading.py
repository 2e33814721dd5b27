"""Which copy of a story leads it: the longest clean text, then the earliest; of one outlet's versions the latest.

What must not be in here: which articles are copies.
"""

from __future__ import annotations

from datetime import date

from geotui.model import Foldable

CUT_OFF_WORTH = 0.5
"""A text cut at a paywall leads one that has all its words only if it is twice as long."""


def order(item: Foldable) -> tuple[float, date, str, str, str, tuple[str, ...]]:
    """Leading copies first: longest, then earliest; the rest only so that there is one order."""
    worth = item.sketch.words * (CUT_OFF_WORTH if item.cut_off else 1)
    return (-worth, item.day or date.max, item.id, item.title, item.source or "", item.order)


def is_later_version(item: Foldable, leader: Foldable) -> bool:
    """Whether one of two copies is of the same outlet as the other, whole, and of a later day."""
    if item.source is None or item.source != leader.source or item.cut_off:
        return False
    return item.day is not None and leader.day is not None and item.day > leader.day
