"""Texts that want to do something to a terminal, to the screen's layout or to the program that paints them."""

from __future__ import annotations

import json
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

SENTENCE = "The harbour master said on Monday that {} was heard at the quay before the ships from the north came in."


def write(folder: Path) -> None:
    """Pages whose every part holds hostile text: records of JSON Lines and plain files, their names included."""
    texts = [*TEXTS.values(), *SHAPES.values(), "lone \ud800 and \udfff halves"]
    lines = []
    for n, text in enumerate(texts):
        short = text[:3000]
        record = {
            "id": f"r{n} {short[:200]}",
            "title": f"Harbour {short} reopens",
            "text": "\n\n".join(f"{SENTENCE.format(text if part == 1 else short)} Part {part}." for part in range(3)),
            "source": f"Post {short[:200]}",
            "byline": f"By Jo {short[:200]} Doe",
            "url": f"https://post.example/{n}/{short[:200]}",
            "date": f"2025-01-{n % 28 + 1:02d}",
        }
        lines.append(json.dumps(record))
    for n, title in enumerate(MARKUP):
        text = SENTENCE.format(title)
        lines.append(json.dumps({"title": title, "text": text, "source": title, "date": f"2025-02-{n + 1:02d}"}))
    (folder / "feed \x1b]0;owned\x07 [b].jsonl").write_text("\n".join(lines))
    for n, text in enumerate(TEXTS.values()):
        name = "".join(char for char in text if char not in "/\x00")
        body = "\n\n".join(SENTENCE.format(f"{text} of kind {n} number {part}") for part in range(3))
        page = f"Date: 2024-01-{n % 28 + 1:02d}\nSource: Gazette {text}\n\nQuay {text} number {n}\n\n{body}\n"
        (folder / f"{n} {name}.txt").write_text(page)
    title, body = b"A quay in eight bits \x9b2J\x9d0;owned\x9c", b"The quay \x9b31m opened on Monday, they said."
    (folder / "eight bits").write_bytes(b"Date: 2023-01-01\n\n" + title + b"\n\n" + body + b"\n")
    unreadable = folder / "unreadable \x1b]0;owned\x07\u202e.txt"
    unreadable.write_bytes(b"\x00\x01\x02PK" * 100)
