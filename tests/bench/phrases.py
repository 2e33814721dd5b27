"""How many typed date phrases are read as their writer meant them, and how long the slowest take.

Run with `python tests/bench/phrases.py FILE [--dateparser] [--order mdy] [--show]`; FILE is a JSON list of objects with
`phrase`, `now` and either `start` and `end` (inclusive, null where open) or `refused`: true.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path

from geotui.dates import phrases, points, read_phrase
from geotui.settings import Settings


def ours(phrase: str, now: date, settings: Settings) -> tuple[str | None, str | None] | None:
    """Start and end as ISO dates, None where the phrase is refused or not read."""
    span = read_phrase(phrase, now, settings).span
    if span is None:
        return None
    start, end = (day.isoformat() if day is not None else None for day in (span.start, span.end))
    return start, end


def dateparsers(phrase: str, now: date, _settings: Settings) -> tuple[str | None, str | None] | None:
    """The same by dateparser, which knows only single days."""
    import dateparser

    base = datetime(now.year, now.month, now.day, 12)  # noqa: DTZ001
    settings = {"RELATIVE_BASE": base, "RETURN_AS_TIMEZONE_AWARE": False}
    found = dateparser.parse(phrase, languages=["en"], settings=settings)
    return (found.date().isoformat(), found.date().isoformat()) if found else None


def main() -> None:
    """Prints how many are exact, refused as wanted, not read, and wrong; with `--show` each that is not exact."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--dateparser", action="store_true")
    parser.add_argument("--order", default="")
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    settings, reader = Settings(date_order=chosen.order), dateparsers if chosen.dateparser else ours
    tally: Counter[str] = Counter()
    times = []
    for row in json.loads(chosen.file.read_text(encoding="utf-8")):
        now = date.fromisoformat(row["now"])
        wanted = None if row.get("refused") else (row["start"], row["end"])
        phrases.forget()
        points.read_point.cache_clear()
        begun = time.process_time_ns()
        found = reader(row["phrase"], now, settings)
        times.append((time.process_time_ns() - begun) / 1e6)
        kind = "exact" if found == wanted else "not read" if found is None else "wrong"
        tally[kind] += 1
        if chosen.show and kind != "exact":
            said = read_phrase(row["phrase"], now, settings).refusal if reader is ours else None
            print(f"{kind}: {row['phrase']!r} on {now}: wanted {wanted}, read {found} {said or ''}")
    times.sort()
    print(dict(tally), f"slowest hundredth from {times[int(len(times) * 0.99)]:.3f} ms")


if __name__ == "__main__":
    main()
