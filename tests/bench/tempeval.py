"""How well the dates of annotated news are found: TempEval-3's measures over a folder of TimeML files.

Run with `python tests/bench/tempeval.py FOLDER [--dateparser]`. Prints relaxed and strict F1, value F1 (relaxed F1
times the share of right values), recall and day accuracy over dates and times, and milliseconds of processor time for
400 words. An expression matches the first annotated one that it overlaps; a day is right where the value before any
time of day is.
"""

from __future__ import annotations

import argparse
import html
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from geotui.dates.annotating import Timex, annotate

_TAG = re.compile(r"<(/?)([A-Z0-9]+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_DAY = re.compile(r"<DCT>.*?value=\"(\d{4})-?(\d\d)-?(\d\d)", re.S)
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)
_WHOLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SORTS = (
    ("dates and times", "dated"),
    ("those that name a time of the calendar", "calendar"),
    ("those that name one day", "day"),
)
_WRAPPED = re.compile(r"(?<=\S)\n(?=\S)")
Tagger = Callable[[str, date], Sequence[Timex]]


def read(path: Path) -> tuple[str, date, list[Timex]]:
    """The text of a TimeML file, its day, and the expressions that annotators marked in the text."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    day, body = _DAY.search(raw), _BODY.search(raw)
    if day is None or body is None:
        raise SystemExit(f"{path} is no TimeML document with a day and a text")
    parts, marked, size, at = [], [], 0, 0
    opened: list[tuple[int, dict[str, str]]] = []
    for tag in _TAG.finditer(body[1]):
        parts.append(html.unescape(body[1][at : tag.start()]))
        size, at = size + len(parts[-1]), tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened.append((size, dict(_ATTRIBUTE.findall(tag[3]))))
        elif tag[2] == "TIMEX3":
            start, fields = opened.pop()
            marked.append(Timex(start, size, fields.get("type", ""), fields.get("value", "")))
    text = "".join((*parts, html.unescape(body[1][at:])))
    return _WRAPPED.sub(" ", text), date(int(day[1]), int(day[2]), int(day[3])), sorted(marked, key=_place)


def search_dates(text: str, day: date) -> list[Timex]:
    """The same by dateparser's own search."""
    from dateparser.search import search_dates as search

    base = datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001
    at, marked = 0, []
    for words, found in search(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            marked.append(Timex(start, at, "DATE", found.date().isoformat()))
    return marked


def measure(paths: Sequence[Path], tagger: Tagger) -> None:
    """Prints the figures of one tagger."""
    tally: Counter[str] = Counter()
    spent, words = 0.0, 0
    for path in paths:
        text, day, gold = read(path)
        begun = time.process_time()
        found = list(tagger(text, day))
        spent, words = spent + time.process_time() - begun, words + len(text.split())
        tally["gold"] += len(gold)
        tally["found"] += len(found)
        for one in gold:
            _compare(one, found, tally)
    relaxed = 2 * tally["matched"] / (tally["gold"] + tally["found"])
    right = tally["right"] / max(1, tally["matched"])
    print(f"{len(paths)} documents, {tally['gold']} expressions, {tally['found']} found")
    print(f"relaxed F1 {relaxed:.3f}, strict F1 {2 * tally['strict'] / (tally['gold'] + tally['found']):.3f}")
    print(f"value F1 {relaxed * right:.3f} (of those matched {right:.3f} have the right value)")
    for name, which in _SORTS:
        share, exact = tally[f"{which} matched"] / tally[which], tally[f"{which} right"] / tally[f"{which} matched"]
        print(f"{name}: recall {share:.3f} of {tally[which]}, day accuracy {exact:.3f}")
    print(f"{spent / words * 400_000:.2f} ms of processor time for 400 words")


def _compare(one: Timex, found: list[Timex], tally: Counter[str]) -> None:
    """Counts one annotated expression, and takes what it matches out of those found."""
    kinds = ["dated"] if one.kind in ("DATE", "TIME") else []
    if kinds and one.value[:1] in "0123456789X":
        kinds.append("calendar")
    if kinds and _WHOLE_DAY.match(one.value):
        kinds.append("day")
    tally.update(kinds)
    match = next((other for other in found if other.start < one.end and one.start < other.end), None)
    if match is None:
        return
    found.remove(match)
    tally["matched"] += 1
    tally["strict"] += (match.start, match.end) == (one.start, one.end)
    tally["right"] += match.value == one.value
    for kind in kinds:
        tally[f"{kind} matched"] += 1
        tally[f"{kind} right"] += match.value.partition("T")[0] == one.value.partition("T")[0]


def _place(timex: Timex) -> tuple[int, int]:
    return timex.start, timex.end


def main() -> None:
    """Measures our own reading, and dateparser's where asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dateparser", action="store_true", help="measure dateparser's search_dates instead")
    chosen = parser.parse_args()
    paths = sorted(chosen.folder.rglob("*.tml"))
    tagger: Tagger = search_dates if chosen.dateparser else annotate
    tagger("Warm on Friday.", date(2000, 1, 1))
    measure([path for path in paths if not path.name.startswith(".")], tagger)


if __name__ == "__main__":
    main()
