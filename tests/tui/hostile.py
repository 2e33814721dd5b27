"""Texts that want to do something to a terminal, to the screen's layout or to the program that paints them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

TEXTS = {
    "CSI, colours": "\x1b[5;31mblinking\x1b[0m",
    "CSI, cursor": "\x1b[99;99Hfar off",
    "CSI, erase": "\x1b[2J\x1b[3J",
    "CSI, modes": "\x1b[?1000h\x1b[?1047h",
    "CSI, report": "\x1b[6n\x1b[c\x1b[>q",
    "CSI, scrolling": "\x1b[1;2r\x1b[5S",
    "CSI, cut short": "\x1b[38;2;1",
    "CSI, keyboard": "\x1b[>31u\x1b[=1;1u",
    "OSC 0, title": "\x1b]0;owned\x07",
    "OSC 0, ended by ST": "\x1b]2;owned\x1b\\",
    "OSC 8, link": "\x1b]8;;file:///etc/passwd\x1b\\link\x1b]8;;\x1b\\",
    "OSC 9, notice": "\x1b]9;owned\x07",
    "OSC 52, clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "OSC 1337, file": "\x1b]1337;File=inline=1:AAAA\x07",
    "OSC, never ended": "\x1b]0;owned",
    "DCS": "\x1bP1$r0m\x1b\\",
    "DCS, sixel": "\x1bPq#0;2;0;0;0~\x1b\\",
    "DCS, through tmux": "\x1bPtmux;\x1b\x1b]52;c;b3duZWQ=\x07\x1b\\",
    "APC": "\x1b_Gf=100;AAAA\x1b\\",
    "PM": "\x1b^owned\x1b\\",
    "SOS": "\x1bXowned\x1b\\",
    "reset": "\x1bc",
    "charsets": "\x1b(0\x0elqqk\x0f\x1b)B",
    "C1, CSI": "\x9b31m\x9b2J",
    "C1, OSC": "\x9d0;owned\x9c",
    "C1, DCS and the rest": "\x90q\x9c\x98x\x9c\x9ex\x9c\x9fx\x9c\x85\x84\x8d",
    "nested": "\x1b\x1b[[2J31m\x1b]0;\x1b[2Jx\x07",
    "bells and backs": "\x07\x08\x08\x7f\x00\x05",
    "tabs and feeds": "a\x0bb\x0cc\x1cd\x1de",
    "bidi": "\u202eevil\u202c \u2066x\u2069 \u200f\u061c\u202dforced\u202c",
    "tags": "flag\U000e0067\U000e0062\U000e007f",
    "unseen": "zero\u200bwidth\ufeff\u2060\u00ad\u180ejoined",
    "separators": "one\u2028two\u2029three",
    "annotations": "\ufff9a\ufffab\ufffb",
}
"""By family: what must never reach a terminal."""

SHAPES = {
    "zalgo": "Z" + "".join(chr(0x300 + n % 112) for n in range(10_000)) + "algo",
    "emoji": "👩‍👩‍👧‍👦 🇺🇸🇬🇧 ❤️ 1️⃣ 👍🏽 ☎︎ ☎️",
    "scripts": "Привет Ελλάδα العربية עברית 北京 서울 ไทย हिन्दी ﷽ 𝔘𝔫𝔦",
    "a word without end": "x" * 1_000_000,
    "wide without end": "宽" * 100_000,
    "selectors": "a\ufe0f\ufe0e" * 50,
    "private and unassigned": "\ue000\U000f0000\u0378\uffff\ufdd0",
}
"""By kind: what may break a layout, or take for ever."""

FORBIDDEN = {char for text in TEXTS.values() for char in text if not char.isprintable() and char != "\n"}
"""Every character of these that is not to be seen."""

MARKUP = (
    "[Reuters] Leaders meet",
    "[@click=app.quit]Read all[/]",
    "[/b] closes nothing",
    "[link=https://example.org]here[/link]",
    "[bold red]loud[/bold red] [not closed",
    "$title ${title} {title} %s %(title)s",
    "\\[escaped] [[double]] [1] []",
)
"""What some markup would take for its own: shown letter for letter."""


def write(folder: Path, texts: Iterable[str]) -> None:
    """Pages whose every part holds some texts: records of JSON Lines and plain files, their names included."""
    records = [_record(n, text) for n, text in enumerate((*texts, "lone \ud800 and \udfff halves"))]
    records.append(records[0] | {"id": "again \x1b[5m", "source": "Other \x1b]0;owned\x07 Post"})
    for n, title in enumerate(MARKUP):
        records.append({"title": title, "text": _body(title, 100 + n), "source": title, "date": f"2025-02-{n + 1:02d}"})
    (folder / "feed \x1b]0;owned\x07 [b].jsonl").write_text("\n".join(map(json.dumps, records)))
    for n, text in enumerate(text for text in texts if text in TEXTS.values()):
        safe_in_names = "".join(char for char in text if char not in "/\x00")
        page = (
            f"Date: 2024-01-{n % 28 + 1:02d}\nSource: Gazette {text}\n\nQuay {text} no {n}\n\n{_body(text, 200 + n)}\n"
        )
        (folder / f"{n} {safe_in_names}.txt").write_text(page.replace("\x00", ""))
    raw = f"Date: 2023-01-01\n\nCaf\xe9 of eight bits \x9b2J opens\n\n{_body(chr(0x9B) + '31m', 300)}\n"
    (folder / "eight bits").write_bytes(raw.encode("latin-1"))
    (folder / "unreadable \x1b]0;owned\x07\u202e.txt").write_bytes(b"\x00\x01\x02PK" * 100)


def _record(n: int, text: str) -> dict[str, str]:
    short = text[:3000]
    return {
        "id": f"r{n} {short[:200]}",
        "title": f"Harbour {short} reopens",
        "text": _body(text, n),
        "source": f"Post {short[:200]}",
        "byline": f"By Jo {short[:200]} Doe",
        "url": f"https://post.example/{n}/{short[:200]}",
        "date": f"2025-01-{n % 28 + 1:02d}",
    }


def _body(text: str, n: int) -> str:
    """Some paragraphs about a text and a leader, with words that no other page has."""
    own = [" ".join(f"ship{n}x{part}x{word} left" for word in range(12)) for part in range(3)]
    said = "President Vladimir Putin said on Monday that {} was heard at the quay, where {}."
    return "\n\n".join(said.format(text if not part else text[:3000], own[part]) for part in range(3))
