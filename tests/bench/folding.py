"""Measures how fast and how rightly copies fold, on a generated archive of known truth.

    python tests/bench/folding.py --stories 10000 --seed 1

F1 is that of pairs of articles in one story; the generator's opinion pieces, digests and independent reports are
stories of their own. A relation counts where the pair is rightly folded and one of the two leads.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable

from generate import Article, articles

from geotui.model import Fold, Foldable
from geotui.stories import fold, sketch
from geotui.text import content_id


def main() -> None:
    """Generates, folds, prints figures."""
    parser = argparse.ArgumentParser(description="Measure the folding of copies.")
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="so many wrong pairs are printed")
    chosen = parser.parse_args()
    printed = list(articles(chosen.stories, chosen.seed))
    before = _memory()

    start = time.process_time()
    items = [_foldable(key, article) for key, article in enumerate(printed)]
    sketched = time.process_time()
    folds = fold(items, lambda key: printed[key].text)
    folded = time.process_time()

    hashes = sum(len(item.sketch.hashes) for item in items)
    print(f"{len(items)} articles, {len(folds)} stories found of {chosen.stories}")
    sketches, folding = len(items) / (sketched - start), len(items) / (folded - sketched)
    print(f"of processor time: sketch {sketches:.0f}/s, fold {folding:.0f}/s")
    print(f"{hashes * 4 / len(items):.0f} bytes of hashes an article; peak memory {_memory() - before:.0f} MB more")
    _quality(printed, folds, chosen.wrong)


def _foldable(key: int, article: Article) -> Foldable:
    text = article.text
    return Foldable(key, content_id(text), sketch(text), article.day, article.source, article.title)


def _quality(printed: list[Article], folds: Iterable[Fold], wrong: int) -> None:
    true = _pairs(_by_story(printed).values())
    found = _pairs([copy.key for copy in one.copies] for one in folds)
    right = len(true & found)
    precision, recall = right / max(1, len(found)), right / max(1, len(true))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"pairs: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")
    missed = Counter(
        printed[key].relation for pair in true - found for key in pair if printed[key].relation != "leading"
    )
    print(f"missed by kind: {dict(missed)}")
    relations = Counter(
        (printed[copy.key].relation, copy.relation.value)
        for one in folds
        for copy in one.copies[1:]
        if printed[one.copies[0].key].relation == "leading"
        and printed[copy.key].story == printed[one.copies[0].key].story
    )
    print(f"relations (true, found): {dict(relations.most_common())}")
    print(f"links: {dict(Counter(link.relation.value for one in folds for link in one.related))}")
    for one, other in sorted(found - true)[:wrong]:
        print(f"\n=== wrongly folded\n{printed[one]}\n---\n{printed[other]}")
    for one, other in sorted(true - found)[:wrong]:
        print(f"\n=== missed\n{printed[one]}\n---\n{printed[other]}")


def _by_story(printed: list[Article]) -> dict[int, list[int]]:
    stories: defaultdict[int, list[int]] = defaultdict(list)
    for key, article in enumerate(printed):
        stories[article.story].append(key)
    return stories


def _pairs(groups: Iterable[list[int]]) -> set[tuple[int, int]]:
    return {(one, other) for group in groups for one in group for other in group if one < other}


def _memory() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
