"""Measures how rightly copies are told from other texts, on real wire copies and on pages made from real reports.

    python tests/bench/copies.py wire ECB+ --part tuning
    python tests/bench/copies.py pages ECB+ --part tuning --seed 1 [--texts FOLDER]

ECB+ is the folder of the corpus (Cybulska and Vossen 2014, "Using a sledgehammer to crack a nut?"): a folder a topic,
an XML file an article; addresses are left out. `copies_ecb.json` tells which of its articles are copies, read and
labelled by hand: stories of several articles, and edges with what the first is to the second. Pairs that a reader may
call either are `unsure` and count nowhere. Odd topics are for tuning; even ones (`held`) are for a last look. FOLDER
has more texts (*.txt, paragraphs parted by blank lines), of which `news` in the name makes a report, and anything else
a text of opinion.

`wire` reads each article as a page and folds what is read. `pages` prints such reports as sites do (`reprints.py`) and
folds the pages as they are, furniture and all.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from reprints import Press, Printed

from geotui.knowledge import load
from geotui.model import Fold, Foldable, Page, Relation
from geotui.reading import read_page
from geotui.stories import fold, furniture, paragraphs, sketch, without_furniture
from geotui.text import content_id

LABELS = json.loads(Path(__file__).with_name("copies_ecb.json").read_text("utf-8"))
LEAST_WORDS = 120
PASSAGE = 12
_QUOTES = (("`` ", "“"), ("``", "“"), (" ''", "”"), ("''", "”"))
_CLOSERS = " ”\"')]"
_BEFORE = re.compile(r" (?=[.,;:!?%')\]]|n't\b|'(?:s|re|ve|ll|d|m)\b)")
_AFTER = re.compile(r"(?<=[(\[$]) ")

Pair = frozenset[str]


def main() -> None:
    """Reads, folds, prints figures."""
    parser = argparse.ArgumentParser(description="Measure how copies are told from other texts.")
    parser.add_argument("what", choices=("wire", "pages"))
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--part", choices=("tuning", "held"), default="tuning")
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="so many wrong pairs are named")
    chosen = parser.parse_args()
    articles = {
        name: sentences
        for name, sentences in _corpus(chosen.corpus).items()
        if (int(name.split("/")[0]) % 2 == 1) == (chosen.part == "tuning")
    }
    if chosen.what == "wire":
        _wire(articles, chosen.wrong)
    else:
        _pages(_printed(articles, chosen.texts, chosen.part, chosen.seed), chosen.wrong)


def _corpus(folder: Path) -> dict[str, list[str]]:
    """The sentences of each article, by topic and file name."""
    articles = {}
    for path in sorted(folder.glob("*/*.xml")):
        words: defaultdict[int, list[str]] = defaultdict(list)
        for token in ElementTree.parse(path).getroot().iter("token"):
            words[int(token.get("sentence") or 0)].append(token.text or "")
        sentences = [_sentence(words[number]) for number in sorted(words)]
        articles[f"{path.parent.name}/{path.stem}"] = [one for one in sentences if not one.startswith("http")]
    return articles


def _sentence(words: list[str]) -> str:
    text = _AFTER.sub("", _BEFORE.sub("", " ".join(words)))
    for mark, typographic in _QUOTES:
        text = text.replace(mark, typographic)
    return text


def _wire(articles: dict[str, list[str]], wrong: int) -> None:
    names = list(articles)
    read = [_read(name, articles[name]) for name in names]
    texts = [text for text, _ in read]
    items = [
        Foldable(key, content_id(text), sketch(text), day, None, "", order=(names[key],))
        for key, (text, day) in enumerate(read)
    ]
    start = time.process_time()
    folds = fold(items, texts.__getitem__)
    print(f"{len(items)} articles, {len(folds)} stories, folded in {time.process_time() - start:.1f} s")
    stories = [one["articles"] for one in LABELS["stories"] if one["articles"][0] in articles]
    true = _pairs(stories)
    unsure = _pairs(_labelled()) - true
    found = _pairs([names[copy.key] for copy in one.copies] for one in folds) - unsure
    _print_pairs(true, found)
    print(f"unsure, not counted: {len([pair for pair in unsure if pair <= set(articles)])} pairs")
    relation_of = {
        frozenset((names[one.copies[0].key], names[copy.key])): copy.relation.value
        for one in folds
        for copy in one.copies[1:]
    }
    edges = [(frozenset(edge[:2]), edge[2]) for one in LABELS["stories"] for edge in one["edges"]]
    told = Counter((relation, relation_of[pair]) for pair, relation in edges if pair in relation_of)
    print(f"relations (true, found) where one leads: {dict(told)}")
    for name, pairs in (("wrong", found - true), ("missed", true - found)):
        for pair in sorted(map(sorted, pairs))[:wrong]:
            print(name, *pair)


def _read(name: str, sentences: list[str]) -> tuple[str, date | None]:
    """The text and the day of an article; one that reads as none, a line under a headline, as it is."""
    found = read_page(Page(name, None, tuple(sentences)), load()).articles
    text = "\n\n".join(one.draft.text for one in found) or "\n\n".join(sentences)
    return text, found[0].published.day if found else None


def _pages(pages: list[Printed], wrong: int) -> None:
    start = time.process_time()
    repeated = _furniture(pages)
    texts = [without_furniture(page.text, repeated[page.source]) for page in pages]
    items = [
        Foldable(key, content_id(page.text), sketch(texts[key]), page.day, page.source, page.title)
        for key, page in enumerate(pages)
    ]
    prepared = time.process_time()
    folds = fold(items, texts.__getitem__)
    seconds = time.process_time() - prepared
    print(f"{len(pages)} pages {dict(Counter(page.kind for page in pages))}, {len(folds)} stories found")
    print(f"of processor time: sketched {len(pages) / (prepared - start):.0f}/s, folded {len(pages) / seconds:.0f}/s")
    by_story: defaultdict[int, list[str]] = defaultdict(list)
    for key, page in enumerate(pages):
        by_story[page.story].append(str(key))
    true = _pairs(by_story.values())
    found = _pairs([str(copy.key) for copy in one.copies] for one in folds)
    _print_pairs(true, found)
    told = _Told(pages, folds)
    for kind in ("excerpt", "near", "update", "identical"):
        copies = [key for key, page in enumerate(pages) if page.kind == kind]
        print(f"recall of {kind}: {sum(map(told.is_folded, copies)) / len(copies):.4f} of {len(copies)}")
    print(f"digests folded with anything: {sum(told.is_bridge(one) for one in folds)}")
    _print_relations(told.relations())
    for name, pairs in (("wrong", found - true), ("missed", true - found)):
        for one, other in sorted(sorted(map(int, pair)) for pair in pairs)[:wrong]:
            print(f"\n=== {name}: {pages[one].kind} and {pages[other].kind}\n{texts[one]}\n---\n{texts[other]}")


def _furniture(pages: Sequence[Printed]) -> dict[str, frozenset[int]]:
    by_source: defaultdict[str, list[tuple[int, ...]]] = defaultdict(list)
    for page in pages:
        by_source[page.source].append(paragraphs(page.text))
    return {source: furniture(articles) for source, articles in by_source.items()}


class _Told:
    """What folding told of pages, beside what they are."""

    def __init__(self, pages: Sequence[Printed], folds: Sequence[Fold]) -> None:
        self._pages = pages
        self._fold_of = {copy.key: one for one in folds for copy in one.copies}
        self._relation_of = {copy.key: copy.relation for one in folds for copy in one.copies}
        self._reports = {page.story: key for key, page in enumerate(pages) if page.kind == "report"}

    def is_folded(self, key: int) -> bool:
        """Whether a copy is in one story with its report."""
        return self._fold_of[key] is self._fold_of[self._reports[self._pages[key].story]]

    def is_bridge(self, one: Fold) -> bool:
        """Whether a story holds a digest, and another page."""
        return len(one.copies) > 1 and any(self._pages[copy.key].kind == "digest" for copy in one.copies)

    def relations(self) -> Counter[tuple[str, str]]:
        """Edges between a page and the reports that it is made of, what they are and what they were told to be.

        A copy beside its report, under a leading copy of another kind, has no edge to it and is left out.
        """
        counted: Counter[tuple[str, str]] = Counter()
        links = set()
        for key, page in enumerate(self._pages):
            for number in page.made_of:
                report = self._reports[number]
                links.add(frozenset((self._fold_of[key].copies[0].key, self._fold_of[report].copies[0].key)))
                told = self._told(key, report)
                if told != "beside":
                    counted[self._kind(key, report), told] += 1
        for one in set(self._fold_of.values()):
            for link in one.related:
                if one.copies[0].key < link.key and frozenset((one.copies[0].key, link.key)) not in links:
                    counted["none", link.relation.value] += 1
        return counted

    def _kind(self, key: int, report: int) -> str:
        """What a page is to its report: all of its words among other furniture is near, without any is identical."""
        page = self._pages[key]
        if page.text == self._pages[report].text:
            return "identical"
        return "near" if page.kind == "identical" else page.kind

    def _told(self, key: int, report: int) -> str:
        ours, theirs = self._fold_of[key], self._fold_of[report]
        if ours is theirs:
            lead = ours.copies[0].key
            if lead == report:
                return self._relation_of[key].value
            return self._relation_of[report].value if lead == key else "beside"
        related = {link.key: link.relation.value for link in ours.related}
        return related.get(theirs.copies[0].key, "none")


def _print_relations(counted: Counter[tuple[str, str]]) -> None:
    kinds = [one.value for one in Relation if one is not Relation.LEADING]
    scores = []
    for kind in kinds:
        right = counted[kind, kind]
        told = sum(count for (_, found), count in counted.items() if found == kind)
        there = sum(count for (true, _), count in counted.items() if true == kind)
        scores.append(2 * right / (told + there) if told + there else 1.0)
        others = {found: count for (true, found), count in counted.items() if true == kind and found != kind}
        print(f"edges {kind}: F1 {scores[-1]:.4f}, {there} there, {told} told, told otherwise {others}")
    print(f"edges: macro F1 {sum(scores) / len(scores):.4f}")


def _printed(articles: dict[str, list[str]], folder: Path | None, part: str, seed: int) -> list[Printed]:
    """Pages made of the articles that are copies of no other one of them, and of every other file of a folder."""
    chance = random.Random(seed)
    doubles = {name for group in _labelled() for name in group if name != _longest(articles, group)}
    reports = [_as_paragraphs(name, articles[name], chance) for name in articles if name not in doubles]
    own: list[list[str]] = []
    for number, path in enumerate(sorted(folder.glob("*.txt")) if folder else ()):
        if (number % 2 == 1) == (part == "tuning"):
            text = path.read_text("utf-8").split("\n\n")
            prose = [one for one in text if one.rstrip(_CLOSERS).endswith((".", "!", "?"))]
            (reports if "news" in path.stem else own).append(_beginning(prose))
    reports = [report for report in reports if _words(report) >= LEAST_WORDS and len(report) > 2]
    chance.shuffle(reports)
    reports = _apart(reports)
    if not own:
        count = len(reports) // 8
        own, reports = reports[:count], reports[count:]
    return Press(reports, [text for text in own if len(text) > 5], seed).library()


def _labelled() -> list[list[str]]:
    """Groups of articles that are or may be copies of one another."""
    groups = [set(one) for one in (*(story["articles"] for story in LABELS["stories"]), *LABELS["unsure"])]
    merged: list[set[str]] = []
    for group in groups:
        apart = [one for one in merged if not one & group]
        merged = [*apart, group.union(*(one for one in merged if one & group))]
    return [sorted(group) for group in merged]


def _longest(articles: dict[str, list[str]], group: Iterable[str]) -> str:
    return max(group, key=lambda name: (_words(articles.get(name, [])), name))


def _as_paragraphs(name: str, sentences: list[str], chance: random.Random) -> list[str]:
    """The body of an article, one to three sentences a paragraph."""
    left = _read(name, sentences)[0].split("\n\n")
    found = []
    while left:
        count = chance.choice((1, 2, 2, 3))
        found.append(" ".join(left[:count]))
        left = left[count:]
    return found


def _apart(reports: list[list[str]]) -> list[list[str]]:
    """The reports that have no passage of an earlier one: whether it is quoted there, nobody has told."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for report in reports:
        words = re.findall(r"\w+", " ".join(report).casefold())
        passages = set(zip(*(words[at:] for at in range(PASSAGE)), strict=False))
        if not passages & seen:
            found.append(report)
        seen |= passages
    return found


def _beginning(text: list[str]) -> list[str]:
    """A text to 900 words."""
    count = len(text)
    while count > 4 and _words(text[:count]) > 900:
        count -= 1
    return text[:count]


def _words(parts: Iterable[str]) -> int:
    return sum(len(one.split()) for one in parts)


def _pairs(groups: Iterable[Sequence[str]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def _print_pairs(true: set[Pair], found: set[Pair]) -> None:
    right = len(true & found)
    precision, recall = right / max(1, len(found)), right / max(1, len(true))
    f1 = 2 * right / max(1, len(true) + len(found))
    print(f"pairs: F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f} of {len(true)}, {len(found)} found")


if __name__ == "__main__":
    main()
