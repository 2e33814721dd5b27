"""How long dates take: a typed phrase, the dates of a text of 400 words, the articles of a page.

Run with `python tests/bench/dates.py`; prints milliseconds of processor time, the best of several runs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from geotui.dates import date_articles, phrases, points, read_phrase
from geotui.dates.finding import find_dates
from geotui.knowledge import load
from geotui.model import Draft, TitleFrom
from geotui.settings import Settings

PHRASES = ("2w", "feb 31", "between 5 and 9 june 2020", "since last week", "early may", "xi putin", "paris climate")
SENTENCES = (
    "The minister said on Thursday that talks would go on in the capital until both sides had signed. "
    "She will travel to the border on Feb. 3 to meet those who left their homes in 2014 and have not come back. "
)


HEADS = ("Trump and Putin meet in Alaska", "Quake kills hundreds in Nepal", "Voters go to the polls", "Xi visits Paris")
CAPTION = "The minister speaks to reporters in the capital, February 3, 2022. Agency/A. Photographer"


def best(action: Callable[[], object], runs: int = 20) -> float:
    """Milliseconds of processor time of the fastest run."""
    times = []
    for _ in range(runs):
        begun = time.process_time_ns()
        action()
        times.append(time.process_time_ns() - begun)
    return min(times) / 1e6


def phrase(text: str) -> None:
    """One phrase, nothing remembered."""
    phrases.forget()
    points.read_point.cache_clear()
    read_phrase(text, date(2023, 6, 14), Settings())


def main() -> None:
    """Prints one line for each measure."""
    for text in PHRASES:
        print(f"{best(lambda text=text: phrase(text)):8.3f} ms  {text}")
    words = SENTENCES * (400 // len(SENTENCES.split()))
    print(f"{best(lambda: list(find_dates(words))):8.3f} ms  dates of a text of {len(words.split())} words")
    knowledge = load()
    page = [Draft(HEADS[0], TitleFrom.LINE, None, words, (), captions=(CAPTION,) * 3)]
    digest = [Draft(HEADS[n % 4], TitleFrom.LINE, None, f"{HEADS[n % 4]}. {SENTENCES}", ()) for n in range(9)]
    large = [Draft(HEADS[0], TitleFrom.LINE, None, SENTENCES * 5000, ())]
    for name, drafts in (("page of one article", page), ("digest of nine briefs", digest), ("page of 1 MB", large)):
        took = best(lambda drafts=drafts: date_articles(drafts, [()] * len(drafts), knowledge), 3)
        print(f"{took:8.3f} ms  a {name}, dated")


if __name__ == "__main__":
    main()
