"""Small helpers on plain text, used by every room: cleaning, folding, hashing, slugs.

What must not be in here: anything that knows news, names, dates, files or the screen.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences (ECMA-48)
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"  # strings with a terminator
    r"|\x1b[ -/]*[0-~]"
)
_HOSTILE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but TAB and LF, DEL, C1
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # bidi, invisible, interlinear
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates, non-characters
    "]"
)
_SEPARATORS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""What ends a line or page elsewhere: here a space, so that no two words become one."""

_MARK = "[\u0300-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS_RUN = re.compile(f"({_MARK}{{4}}){_MARK}+")
_MARK_ALONE = re.compile(_MARK)
_LINE_ENDS = re.compile("\r\n|\r|\n")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")

_PLAIN = {"ß": "ss", "þ": "th", "æ": "ae", "œ": "oe"} | dict(
    zip("ıəøłđðħŧŋĸ’‘ʼʻ`´‐‑–—", "iaolddhtnk''''''----", strict=True)
)
_TO_PLAIN = re.compile(f"[{''.join(_PLAIN)}]")
_MAY_COMBINE = re.compile(
    "[\u0483-\u0489\u0590-\u1dff\u20d0-\u20ff\u2ce0-\u2dff\u3020-\u309f\ua660-\uabff\ufb1d-\ufe2f\U00010000-\U0010ffff]"
)


def clean(text: str) -> str:
    """Text without what could act on a terminal or hide: escapes, controls, bidi overrides, invalid code points.

    TAB and LF stay. A run of more than four combining marks is cut to four.
    """
    if text.isascii() and text.isprintable():
        return text
    visible = _HOSTILE.sub("", _SEPARATORS.sub(" ", _ESCAPES.sub("", text)))
    return _MARKS_RUN.sub(r"\1", visible)


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of a text that ends them with LF, CRLF or CR; nothing else ends a line."""
    lines = _LINE_ENDS.split(text)
    if lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def one_line(text: str) -> str:
    """Cleaned text on one line, its runs of white space one space each."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """Text for matching: no case, no accents, plain letters for those that do not decompose (`ı ə ø ł ß`)."""
    if text.isascii():
        return _TO_PLAIN.sub(_plain, text.lower())
    folded = _TO_PLAIN.sub(_plain, text.casefold())
    if folded.isascii():
        return folded
    folded = _MARK_ALONE.sub("", unicodedata.normalize("NFKD", folded))
    if _MAY_COMBINE.search(folded):
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    return _TO_PLAIN.sub(_plain, folded.casefold())


def _plain(letter: re.Match[str]) -> str:
    return _PLAIN[letter[0]]


def words(text: str) -> list[str]:
    """The words of a text as written: runs of letters and digits, apostrophes inside them kept."""
    return _WORD.findall(text)


def folded_words(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(fold(text))


def slug(text: str) -> str:
    """A name as the plain part of an id: folded words joined by hyphens, letters of any script kept."""
    return "-".join(part for part in _NOT_LETTER_OR_DIGIT.split(fold(text).replace("'", "")) if part)


def content_id(text: str) -> str:
    """The id of a text: 16 hexadecimal digits of blake2b over its letters and digits, case folded."""
    letters = _NOT_LETTER_OR_DIGIT.sub("", unicodedata.normalize("NFC", text).casefold())
    return blake2b(letters.encode("utf-8"), digest_size=8).hexdigest()


def cut_at_word(text: str, limit: int) -> str:
    """Text of at most `limit` characters, cut at the end of a word, with an ellipsis where cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    at = head.rfind(" ")
    return (head[:at] if at > limit // 2 else head).rstrip(" ,;:–—-") + "…"
