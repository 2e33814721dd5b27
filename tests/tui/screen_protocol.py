"""What the reader may send to a terminal: printable text, and the sequences that Textual itself writes. Nothing else.

Written from Textual's drivers and from the terminals' manuals, without a look at what geotui strips: the two must not
share a mistake.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

_SHOWN_FORMATS = {"\u200c", "\u200d", *map(chr, range(0x600, 0x606)), "\u06dd", "\u070f", "\u08e2"}
"""Format characters that belong to how a script is written: joiners, signs that stand around numbers."""

_COLOUR = r"(?:[34]8;(?:5;\d{1,3}|2;\d{1,3};\d{1,3};\d{1,3})|[349][0-79]|10[0-7])"
_LOOK = rf"(?:{_COLOUR}|[0-479])"
"""Colours, bold, faint, italic, underlined, reverse, struck: no blinking, nothing concealed."""

_MODES = {
    "?1049": "the other screen",
    "?25": "the cursor",
    "?1004": "reports of focus",
    "?2004": "pastes in brackets",
    "?2026": "painting at once",
    "?2048": "reports of size",
    "?7": "lines that wrap",
}
_AT_HOME = {"?25", "?7"}
"""Modes that are set in a terminal that nobody touched."""

_LAWFUL = re.compile(
    rf"(?P<look>\x1b\[{_LOOK}(?:;{_LOOK})*m)"
    r"|(?P<move>\x1b\[(?P<row>\d{1,3});(?P<column>\d{1,3})H)"
    r"|(?P<mode>\x1b\[(?P<name>\?\d{1,4})(?P<set>[hl]))"
    r"|(?P<ask>\x1b\[\?20(?:26|48)\$p)"
    r"|(?P<keys>\x1b\[(?:>25|<)u)"
    r"|(?P<pointer>\x1b\]22;default\x07)"
    r"|(?P<clipboard>\x1b\]52;c;[A-Za-z0-9+/]*={0,2}\x07)"
    r"|(?P<line>\r\n)"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
)


class UnlawfulError(AssertionError):
    """Something was sent that is neither text nor Textual's own."""


def check(sent: bytes, columns: int, lines: int, clipboard: int = 0, ended: bool = True) -> None:
    """Raises UnlawfulError where bytes sent to a terminal of this size do what they must not.

    `clipboard`: how often something may be handed to the terminal's clipboard. `ended`: the reader ended or was
    suspended in order, so that each mode is as it was; one that was killed may have been in the middle of a sequence.
    """
    modes: Counter[str] = Counter()
    handed = keyboards = 0
    for found in _sequences(sent if ended else sent[: _last_whole(sent)]):
        kind = (
            found.lastgroup if found["move"] is None and found["mode"] is None else "move" if found["move"] else "mode"
        )
        if kind == "text":
            _check_text(found[0])
        elif kind == "move" and not (0 < int(found["row"]) <= lines and 0 < int(found["column"]) <= columns):
            raise UnlawfulError(f"the cursor is sent off the screen: {found[0]!r}")
        elif kind == "mode":
            if found["name"] not in _MODES:
                raise UnlawfulError(f"no mode of Textual's: {found[0]!r}")
            modes[found["name"]] = found["set"] == "h"
        elif kind == "keys":
            keyboards += -1 if "<" in found[0] else 1
        elif kind == "clipboard":
            handed += 1
    if handed != clipboard:
        raise UnlawfulError(f"handed to the clipboard {handed} times, asked for {clipboard} times")
    left = [words for name, words in _MODES.items() if name in modes and modes[name] != (name in _AT_HOME)]
    if ended and (left or keyboards):
        raise UnlawfulError(f"left behind: {left or 'the way keys are sent'}")


def _last_whole(sent: bytes) -> int:
    """Where a sequence or character begins that the end cuts off; the length of all where there is none."""
    cut = re.search(rb"(?:\x1b(?:\[[?<>]?[\d;]*)?|\x1b\][^\x07\x1b]{0,200}|\r|[\xc0-\xff][\x80-\xbf]{0,2})\Z", sent)
    if cut is None:
        return len(sent)
    try:
        cut[0].decode("utf-8")
    except UnicodeDecodeError:
        return cut.start()
    return cut.start() if cut[0][0] in b"\x1b\r" else len(sent)


def _sequences(sent: bytes) -> Iterator[re.Match[str]]:
    try:
        text = sent.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnlawfulError(f"no UTF-8: {sent[max(0, error.start - 40) : error.end + 40]!r}") from None
    at = 0
    while at < len(text):
        found = _LAWFUL.match(text, at)
        if found is None:
            raise UnlawfulError(f"neither text nor Textual's own: {text[at : at + 60]!r} after {text[at - 60 : at]!r}")
        yield found
        at = found.end()


def _check_text(text: str) -> None:
    for char in text:
        kind = unicodedata.category(char)
        if (kind == "Cf" and char not in _SHOWN_FORMATS) or kind in ("Cc", "Cs", "Zl", "Zp"):
            raise UnlawfulError(f"U+{ord(char):04X} in {text[:80]!r}")
