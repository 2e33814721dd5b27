"""Text made fit for a line of the screen: safe, on one line, cut and padded by cells. Pure.

All text that did not grow in this room passes here before it is painted. What must not be in here: colours, widgets.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from geotui.text import clean

_UNSTEADY = re.compile("[\ufe00-\ufe0f\u200c\u200d\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
"""Joiners, variation selectors, flags and skin tones: terminals do not agree how many cells they take."""

_MOST_PER_CELL = 6
"""Code points that a cell can hold at most, once runs of marks are cut: nothing longer is measured."""


def safe(text: str) -> str:
    """Text that can neither act on a terminal nor leave its line."""
    if text.isascii() and text.isprintable():
        return text
    return clean(text).replace("\n", " ").replace("\t", " ")


def steady(text: str) -> str:
    """One safe line whose width all terminals agree on, for rows that something stands beside."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSTEADY.sub("", safe(text))


def width_of(text: str) -> int:
    """Cells that a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def cut(text: str, width: int) -> str:
    """Text of at most so many cells, with an ellipsis where something was cut."""
    if width <= 0:
        return ""
    text = text[: width * _MOST_PER_CELL + 1]
    if width_of(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def fit(text: str, width: int) -> str:
    """Text of exactly so many cells."""
    short = cut(text, width)
    return short + " " * (width - width_of(short))


def fit_with_tail(text: str, tail: str, width: int) -> str:
    """Text and tail in exactly so many cells; the text is cut first, the tail only where it alone is too long."""
    room = width - width_of(tail)
    return fit(cut(text, room) + tail, width) if room > 0 else fit(tail.removeprefix(" · "), width)


@lru_cache(maxsize=64)
def blank(width: int) -> str:
    """So many spaces."""
    return " " * width
