"""Measures whether pasted passages find the stories that carry them, on a library of texts that are real ones.

    python tests/bench/passages.py LIBRARY --passages 500 --seed 1 [--wrong 5]

LIBRARY is what `geotui index` has read before. Passages are taken from its stories and edited as outlets edit; one kind
of edit at a time, then several together. Recall: the story is found, by most of the passage at least. False: another
story is found so that shares less than half of the passage's three-word runs, counted here by themselves.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from geotui.library import Library
from geotui.library.passages import carrying, full_text
from geotui.query.nodes import Carries, terms
from geotui.query.wording import is_passage
from geotui.settings import Locations, Settings
from geotui.text import folded_words

Edit = Callable[[random.Random, str], str]

_SPELLINGS = {
    "organise": "organize", "centre": "center", "defence": "defense", "labour": "labor", "per cent": "percent",
    "percent": "%", "Kyiv": "Kiev", "programme": "program", "travelled": "traveled", "towards": "toward",
    "September": "Sept.", "Tuesday": "Tues", "organised": "organized", "Zelensky": "Zelenskiy", "neighbour": "neighbor",
}  # fmt: skip
_NUMBERS = dict(zip("two three four five six seven eight nine ten".split(), "2345678910", strict=False)) | {"ten": "10"}  # noqa: SIM905
_WORDS = {
    "said": "told reporters", "also": "", "very": "", "but": "however", "big": "large", "show": "indicate",
    "after": "following", "about": "around", "killed": "slain", "man": "person", "that": "", "its": "the",
    "has": "had", "is": "was", "were": "are", "more than": "over", "people": "persons", "including": "among them",
}  # fmt: skip
_FURNITURE = ("Advertisement", "Share this article", "Read more:", "Sign up to our daily newsletter", "Photo: archive")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


def _replaced(table: dict[str, str], share: float) -> Edit:
    def edit(rng: random.Random, text: str) -> str:
        for old, new in table.items():
            for a, b in ((old, new), (new, old)) if new else ((old, new),):
                found = rf"(?<![\w.]){re.escape(a)}(?!\w)"
                text = re.sub(found, partial(_sometimes, rng, share, b), text)
        return text

    return edit


def _sometimes(rng: random.Random, share: float, new: str, found: re.Match[str]) -> str:
    return new if rng.random() < share else found[0]


def _dropped_words(rng: random.Random, text: str) -> str:
    return " ".join(word for word in text.split() if rng.random() > 0.05)


def _one_sentence_new(_: random.Random, text: str) -> str:
    sentences = _SENTENCE.split(text)
    if len(sentences) > 2:
        shortest = min(range(len(sentences)), key=lambda at: len(sentences[at]))
        sentences[shortest] = "That had not been reported before in any detail."
    return " ".join(sentences)


def _credits(rng: random.Random, text: str) -> str:
    words = text.split()
    words.insert(rng.randrange(len(words)), "(AP)")
    return "LONDON, March 4 (AP) — " + " ".join(words)


def _of_a_document(_: random.Random, text: str) -> str:
    """Typeset: ligatures, curly quotes, words broken at the ends of lines."""
    words = text.replace("fi", "ﬁ").replace("fl", "ﬂ").replace('"', "”").replace("'", "’").split()
    for at in range(9, len(words), 10):
        if len(words[at]) > 6 and words[at].isalpha():
            words[at] = f"{words[at][:3]}-\n{words[at][3:]}"
    return " ".join(words)


def _furnished(rng: random.Random, text: str) -> str:
    sentences = _SENTENCE.split(text)
    sentences.insert(rng.randrange(len(sentences) + 1), rng.choice(_FURNITURE))
    return "\n".join(sentences)


EDITS: dict[str, tuple[Edit, ...]] = {
    "as it is": (),
    "spelling": (_replaced(_SPELLINGS, 1.0), _replaced(_NUMBERS, 1.0)),
    "words changed": (_replaced(_WORDS, 0.7),),
    "words dropped": (_dropped_words,),
    "a sentence of its own": (_one_sentence_new,),
    "credits": (_credits,),
    "of a document": (_of_a_document,),
    "furniture": (_furnished,),
    "all together": (
        _replaced(_SPELLINGS, 0.7), _replaced(_NUMBERS, 0.7), _replaced(_WORDS, 0.3),
        _credits, _of_a_document, _furnished,
    ),
}  # fmt: skip


def main() -> None:
    """Takes passages, edits, asks, prints figures."""
    parser = argparse.ArgumentParser(description="Measure the finding of pasted passages.")
    parser.add_argument("library", type=Path, nargs="+")
    parser.add_argument("--passages", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="so many false finds and misses are printed")
    chosen = parser.parse_args()
    library = Library(chosen.library, Locations.of_user(), Settings())
    try:
        for name, edits in EDITS.items():
            _measure(library, name, edits, chosen.passages, random.Random(chosen.seed), chosen.wrong)
    finally:
        library.close()


def _measure(library: Library, name: str, edits: tuple[Edit, ...], count: int, rng: random.Random, wrong: int) -> None:
    figures: Counter[str] = Counter()
    times = []
    for _ in range(count):
        rank, passage = _passage(library, rng)
        for edit in edits:
            passage = edit(rng, passage)
        start = time.perf_counter()
        read = library._read(passage)
        (test,) = (test for term in terms(read.root) for test in term.tests) if is_passage(read.root) else (None,)
        if not isinstance(test, Carries):
            print(f"   read as a filter: {passage}")
            continue
        found = carrying(library.reader, test.passage)
        times.append(time.perf_counter() - start)
        figures.update(found=rank in found.likely, whole=rank in found.sure, part=rank in found.possible)
        others = [other for other in found.likely if other != rank and _shared(library, other, passage) < 0.5]
        figures.update(false=len(others), parts=len(found.possible - found.likely))
        if wrong and (others or rank not in found.likely):
            wrong -= 1
            print(f"   {rank} found {rank in found.likely}, others {others}: {passage}")
    times.sort()
    print(
        f"{name:22} found {figures['found'] / count:.3f}, whole {figures['whole'] / count:.3f}, as a part at least "
        f"{figures['part'] / count:.3f}; false {figures['false']}, parts elsewhere {figures['parts'] / count:.2f}; "
        f"median {median(times) * 1e3:.0f} ms, 95% {times[int(0.95 * count)] * 1e3:.0f} ms"
    )


def _passage(library: Library, rng: random.Random) -> tuple[int, str]:
    """A story, and a passage of 35 to 90 words of it that begins with a sentence; it may run over paragraphs."""
    while True:
        rank = rng.randrange(library.reader.count())
        text = library.article(library.story(rank).copies[0].article).draft.text
        sentences = _SENTENCE.split(text.replace("\n\n", " "))
        first, length = rng.randrange(len(sentences)), rng.randint(35, 90)
        words = " ".join(sentences[first:]).split()[:length]
        if len(folded_words(" ".join(words))) >= 35:
            return rank, " ".join(words)


def _shared(library: Library, rank: int, passage: str) -> float:
    """The greatest share of the passage's runs of three words that a copy of a story has."""

    def shingles(text: str) -> set[tuple[str, ...]]:
        words = folded_words(text)
        return set(zip(words, words[1:], words[2:], strict=False))

    ours = shingles(passage)
    texts = (full_text(library.article(copy.article)) for copy in library.story(rank).copies)
    return max(len(ours & shingles(text)) for text in texts) / max(1, len(ours))


if __name__ == "__main__":
    main()
