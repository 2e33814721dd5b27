"""The last point before the terminal: whatever a widget painted, no control character leaves for it.

Text is made safe where it enters and where it is painted; this holds where both were forgotten, and leans on
neither: what must not be sent is written down here once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

_FOREIGN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # order of writing, unseen
    "\ud800-\udfff\U000e0000-\U000e007f]"  # halves of pairs, tags
)

_unguarded_render = Strip.render


def install() -> None:
    """Puts the guard in place for this process; doing it again changes nothing."""
    Strip.render = _render  # type: ignore[method-assign]


def _render(self: Strip, console: Console) -> str:
    """`Strip.render`, of text that holds nothing but what can be seen."""
    if self._render_cache is None and not all(map(_is_harmless, self)):
        return _unguarded_render(Strip(_harmless(self), self.cell_length), console)
    return _unguarded_render(self, console)


def _is_harmless(segment: Segment) -> bool:
    text, style, _ = segment
    return (style is None or style.link is None) and not _FOREIGN.search(text)


def _harmless(segments: Iterable[Segment]) -> list[Segment]:
    """The same cells without controls and links: a link is an escape that carries an address from outside."""
    return [
        Segment(set_cell_size(_FOREIGN.sub("", text), cell_len(text)), _unlinked(style)) for text, style, _ in segments
    ]


def _unlinked(style: Style | None) -> Style | None:
    return style if style is None or style.link is None else style.update_link(None)
