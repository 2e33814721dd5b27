"""Measures how rightly stories are grouped into events, on the EventCorefBank+ (Cybulska and Vossen 2014).

    python tests/bench/events.py FOLDER

FOLDER holds the corpus's folders of documents, one a topic; a topic has two happenings of one kind, `ecb` and
`ecbplus`. Documents are given as plain text, a sentence a paragraph, all of one half of the topics together, and are
read as pages are: date, names and title are what the reading finds. B³ (Bagga and Baldwin 1998) with each document a
story of its own, then with copies folded first. Thresholds were chosen on topics 1 to 22, and topics 23 to 45 of odd
number were looked at; those of even number were not.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree

from geotui import knowledge
from geotui.model import Article, Draft, Foldable, Page, Published, Report, TitleFrom
from geotui.reading import read_page
from geotui.stories import clues, events, fold, sketch
from geotui.text import clean

_SPACED = (
    (re.compile(r" ([.,;:!?%')])"), r"\1"),
    (re.compile(r"\( "), "("),
    (re.compile(r"(?<=\w) - (?=\w)"), "-"),
    (re.compile(r"(?<=\d) ?([/:]) ?(?=\d)"), r"\1"),
    (re.compile(r"``"), "“"),
    (re.compile(r"''"), "”"),
    (re.compile(r" n't"), "n't"),
    (re.compile(r" ’ s "), "’s "),
    (re.compile(r"([$£€]) (?=\d)"), r"\1"),
)

Halves = dict[str, Callable[[int], bool]]
HALVES: Halves = {
    "topics 1 to 22": lambda topic: topic <= 22,
    "topics 23 to 45": lambda topic: topic > 22,
    "of these the even ones": lambda topic: topic > 22 and topic % 2 == 0,
    "all topics": lambda _: True,
}


def main() -> None:
    """Reads, groups, prints figures."""
    parser = argparse.ArgumentParser(description="Measure events on ECB+.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    facts = knowledge.load()
    read = {
        f"{path.parent.name}/{path.name}": _article(path, facts) for path in sorted(folder.glob("[0-9]*/[0-9]*.xml"))
    }
    for name, belongs in HALVES.items():
        chosen = {file: article for file, article in read.items() if belongs(int(file.split("/")[0]))}
        _measure(name, chosen)


def _article(path: Path, facts: knowledge.Knowledge) -> Article:
    """The longest article that is read in a document, a made one where none is."""
    lines = [clean(line) for line in _lines(path)]
    found = read_page(Page(path.name, None, tuple("\n\n".join(lines).split("\n"))), facts).articles
    if found:
        return max(found, key=lambda article: len(article.draft.text))
    draft = Draft(lines[0], TitleFrom.MADE, None, "\n\n".join(lines), ())
    return Article(path.name, draft, Published(), (), ())


def _lines(path: Path) -> Iterable[str]:
    """The sentences of a document, the spaces between its tokens taken out where print has none."""
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    for _, tokens in sorted(sentences.items()):
        line = " ".join(tokens)
        if line.startswith(("http:", "https:", "http :", "https :")):
            yield line.replace(" ", "")
            continue
        for pattern, printed in _SPACED:
            line = pattern.sub(printed, line)
        yield line


def _measure(name: str, read: dict[str, Article]) -> None:
    files = list(read)
    truth = [(file.split("/")[0], "plus" in file) for file in files]
    start = time.process_time()
    reports = [_report(key, file, read[file]) for key, file in enumerate(files)]
    told = time.process_time()
    alone = _clusters(reports, len(files))
    grouped = time.process_time()
    speed = f"{len(files) / (told - start):.0f} clues/s, {len(files) / (grouped - told):.0f} grouped/s"
    print(f"{name}: {len(files)} documents, {len(set(truth))} events; {speed}")
    print(f"  each document a story: {_b_cubed(alone, truth)}")

    items = [
        Foldable(key, read[file].id, sketch(read[file].draft.text), read[file].published.day, file, reports[key].title)
        for key, file in enumerate(files)
    ]
    folds = fold(items, lambda key: read[files[key]].draft.text)
    of_leader = _clusters([reports[one.copies[0].key] for one in folds], len(files))
    found = [0] * len(files)
    for one in folds:
        for copy in one.copies:
            found[copy.key] = of_leader[one.copies[0].key]
    print(f"  copies folded first ({len(folds)} stories): {_b_cubed(found, truth)}")


def _report(key: int, file: str, article: Article) -> Report:
    return Report(key, file, article.draft.title, article.published, clues(article))


def _clusters(reports: Sequence[Report], count: int) -> list[int]:
    """The number of each key's event, one of its own for a story that is alone."""
    found = list(range(count))
    for number, event in enumerate(events(reports), count):
        for key in event.stories:
            found[key] = number
    return found


def _b_cubed(found: Sequence[int], truth: Sequence[tuple[str, bool]]) -> str:
    in_found, in_truth, in_both = Counter(found), Counter(truth), Counter(zip(found, truth, strict=True))
    pairs = list(zip(found, truth, strict=True))
    precision = sum(in_both[pair] / in_found[pair[0]] for pair in pairs) / len(pairs)
    recall = sum(in_both[pair] / in_truth[pair[1]] for pair in pairs) / len(pairs)
    f1 = 2 * precision * recall / (precision + recall)
    return f"B³ precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


if __name__ == "__main__":
    main()
